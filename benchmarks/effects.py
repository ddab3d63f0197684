"""What each line of the lexicon does: texts in which its entry could matter, and what is found in them.

In: an entry of ``data/*.tsv``. Out: its example and sentences made for its kind (`texts`), and what the rules find in a
text, in short (`effect`). `benchmarks.mutation` drops entries to see which of its texts tells each of them apart;
``tests/lexicon/effects/`` holds one such text a line, with what must be found in it.

>>> effect("weekdays", "rapat digelar Kamis sore")
'date Kamis sore 2025-11-06TAF'
>>> effect("given_names", "Bambang"), effect("capital_words", "Jalan")
('yes', 'place')
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from functools import partial
from importlib import import_module
from pkgutil import iter_modules
from typing import get_type_hints

from trafilatura import load_html

import pipeline.lexicon
from pipeline.extraction import extract, load
from pipeline.lexicon import names
from pipeline.linking.entities import is_variant, words_of
from pipeline.readers import Article, prepare
from pipeline.readers.html_body import body

PUBLISHED = "2025-11-12"  # a Wednesday
FORMS = 6
"""How many written forms of an entry are tried."""
TEMPLATES: Mapping[str, tuple[str, ...]] = {
    "abbreviations": ("Guru itu bertemu {form} Wibowo. Murid pulang.", "Guru itu bertemu {form} Murid pulang."),
    "capital_words": ("{form}",),
    "given_names": ("{form}",),
    "furniture": ("FOTO – Guru di Kudus hadir sejak pagi.",),
    "compound_nouns": ("ada 20 {form} baru", "{form} sebanyak 20 orang", "20 {form} di sekolah itu"),
    "cues": (
        "“Kelas dibuka pagi ini,” {form} Ratna Wibowo.",
        "“Kelas dibuka pagi ini,” {form}nya.",
        "Ratna Wibowo {form} bahwa kelas dibuka.",
        "Ratna Wibowo {form}, “Kelas dibuka pagi ini.”",
        "“Kelas dibuka pagi ini,” demikian {form} Ratna Wibowo.",
    ),
    "dated_names": ("{form} 2045", "menurut {form} Tahun 1945", "di {form} 2013", "di {form} 10 November"),
    "degrees": (
        "kata Ratna Wibowo, {dotless}, di sekolah",
        "kata Ratna Wibowo {dotless} di sekolah",
        "kata Ratna Wibowo, {form} di sekolah",
        "kata Ratna Wibowo {form} hadir",
        "RATNA WIBOWO {dotless} HADIR",
        "Bupati Ratna Wibowo, {form}, S.Pd., hadir.",
        "guru hadir bersama {form} di sekolah",
    ),
    "figure_cues": (
        "di {form} 20 sekolah",
        "{form} 20",
        "dengan {form} 1.250 siswa",
        "{form} 3,5",
        "menempati {form} pertama",
        "di {form} IV",
        "di {form} sepuluh",
        "{form} 1-20",
        "{form} 1:5000",
        "{form} 20 orang",
    ),
    "fixed_phrases": ("hotel {form} dibuka", "kendaraan {form} itu ada", "dibuka {form} orang", "ada {form} guru"),
    "name_spellings": ("{form} Lutfi = {name} Lutfi",),
    "named_days": ("pada {form} 2025", "sejak {form}", "libur {form} lalu"),
    "nicknames": ("{form} = {name}",),
    "organization_heads": (
        "Kepala {form} Cendana Ratna Wibowo hadir",
        "Ketua {form} Cendana, Ratna Wibowo, hadir",
        "Ketua {form} Sarjana Indonesia Ratna Wibowo hadir",
        "Ketua {form} Ratna Wibowo hadir",
        "Ratna Wibowo, guru {form} Cendana Jaya, hadir",
    ),
    "organizations": (
        "Kepala {form} Ratna Wibowo hadir",
        "Ketua {form}, Ratna Wibowo, hadir",
        "“Kelas dibuka pagi ini,” tulis {form}.",
        "Kepala {form} Tarmiduk Selowati hadir",
        "Ketua {form} Cendana Ratna Wibowo hadir",
    ),
    "page_bodies": ('<p>Menu</p><div {attribute}="{form}"><p>Guru di Kudus hadir sejak pagi.</p>',),
    "phrase_words": (
        "ada 20 siswa baru {form} sekolah",
        "20 {form} hadir",
        "ada 20 guru {form} di sana",
        "{form} guru sebanyak 20 orang",
        "20 siswa {form}",
        "20 {form} baru",
        "20 guru SD {form} murid",
        "20 guru dan {form} hadir",
        "20 {form} guru",
        "{form} sebanyak 20 orang hadir",
        "jumlah {form} 20 orang",
        "Ratna Wibowo, guru {form} SMP Cendana, hadir",
    ),
    "positions": (
        "kata {Form} Ratna Wibowo",
        "kata {Form} Cendana Ratna Wibowo",
        "Ratna Wibowo, {form} di sekolah itu, hadir",
        "kata {form} Ratna Wibowo",
        "{Form}, Ratna Wibowo, hadir",
        "kata {form} itu",
    ),
    "quantity_cues": (
        "{form} 20 guru",
        "guru sebanyak {form} 20 orang",
        "guru {form} sebanyak 20 orang",
        "guru {form} 20",
        "guru {form} 20 orang",
        "guru {form} Rp 20 juta",
        "anggaran guru {form} 20 persen",
    ),
    "quote_words": (
        "{Form} Ratna Wibowo mengatakan kelas dibuka.",
        "Ratna Wibowo {form} mengatakan kelas dibuka.",
        "Ratna Wibowo menilai {form} memperkuat sekolah.",
        "Ratna Wibowo menilai sekolah {form} kelas.",
        "Ratna Wibowo menilai kebijakan itu {form}.",
        "Ratna Wibowo menilai sekolah itu {form} ada.",
        "Ratna Wibowo menyampaikan {form} kelas memperkuat sekolah.",
        "Ratna Wibowo menegaskan {form} kelas dibuka sekolah.",
        "Ratna Wibowo hadir. Kata {form} itu, kelas dibuka. Ia mengatakan kelas dibuka.",
        "Ratna Wibowo hadir. {Form} itu mengatakan bahwa kelas dibuka.",
        "Ratna Wibowo hadir. {Form} itu pulang. Ia mengatakan bahwa kelas dibuka.",
        "“Kelas dibuka pagi ini,” kata {form} itu.",
        "“Kelas dibuka pagi ini,” kata seorang {form}.",
        "“Kelas dibuka pagi ini,” kata {form} Ratna Wibowo.",
        "“Kelas dibuka pagi ini,” kata Ratna Wibowo {form} rapat di Kudus.",
        "“Kelas dibuka pagi ini,” kata Ratna Wibowo saat {form} di Kudus.",
        "“Kelas dibuka pagi ini,” kata Ratna Wibowo {form} guru.",
        "Ratna Wibowo mengatakan dalam {form}, “Kelas dibuka pagi ini.”",
        "Ratna Wibowo membuka {form} “Kelas Pagi Ini Dibuka.”",
        "Ratna Wibowo menyebut {form} “Kelas dibuka pagi ini.”",
        "“Kelas dibuka pagi ini,” {form} Ratna Wibowo.",
        "“Kelas dibuka pagi ini,” ujar Ratna Wibowo {form} menutup rapat.",
        "Dalam {form} itu, Ratna Wibowo mengatakan kelas dibuka.",
        "Ratna Wibowo membuka kelas {form} mengatakan murid pulang.",
        "{Form}, kelas dibuka, kata Ratna Wibowo.",
        "Ratna Wibowo mengatakan, {form}, kelas dibuka.",
        "Menurut {form}, kelas dibuka.",
        "Menurut {form} Ratna Wibowo, kelas dibuka.",
    ),
    "region_aliases": (
        "Bupati {form} Ratna Wibowo hadir",
        "Wali Kota {form} Ratna Wibowo hadir",
        "Kepala Dinas Pendidikan {form} Ratna Wibowo hadir",
        "Menteri Pendidikan {form} Ratna Wibowo hadir",
        "Gubernur {form} Ratna Wibowo hadir",
        "Camat {form} Ratna Wibowo hadir",
    ),
    "tense_cues": ("guru yang akan hadir {form} datang Jumat", "rapat {form} digelar Jumat", "ia {form} datang 5 Mei"),
    "time_neighbours": (
        "{form} 2025",
        "{form} Maret",
        "hadir {form} pagi.",
        "{form} Hari Guru",
        "{form} 20 tahun",
        "{form} Ramadan",
        "guru {Form} Ramadan",
        "{form} hari ini",
        "guru {form} dulu hadir",
        "sekolah 2025 {form}",
        "pada 1998 {form}",
        "hadir Rabu {form} pagi.",
        "sekitar pagi {form} guru",
        "guru 2000 {form}",
        "menuju 2000 {form}",
        "{form} 2000",
        "{form} 2000 akan",
        "{form} Maret guru hadir",
        "hadir sampai pagi {form} guru",
        "{Form} Ramadan guru libur",
        "{Form} Natal guru libur",
    ),
    "titles": (
        "{Form} Ratna Wibowo hadir",
        "kata {Form} Ratna",
        "Bupati {form} Ratna Wibowo, guru, hadir",
        "“Kelas dibuka pagi ini,” kata {form}.",
        "kata {Form} Cendana",
    ),
}
"""File → what an entry could matter in beside its example: sentences, or what a function of `_ASKED` takes."""
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "dates": ("text", "value", "modifier"),
    "figures": ("text", "kind", "value", "value_low", "value_high", "unit", "currency", "counted", "modifier"),
    "persons": ("honorific", "pre_title", "name", "post_title", "gender"),
    "person_mentions": ("text", "form"),
    "roles": (
        "text", "status", "position_code", "unit", "organization", "organization_id", "organization_type", "region",
        "region_code", "region_level", "role_class",
    ),
    "quotes": ("content", "kind", "cue_lemma", "speaker_text", "attribution", "attribution_rule", "setting"),
}  # fmt: skip
"""Table → the columns that tell what was found."""


def files() -> dict[str, type]:
    """File stem in ``data/`` → entry class."""
    modules = [import_module(f"pipeline.lexicon.{each.name}") for each in iter_modules(pipeline.lexicon.__path__)]
    return {name: entry for module in modules for name, entry in getattr(module, "FILES", {}).items()}


def key(entry: object) -> str:
    """The first column of an entry's line; a slug may stand in several."""
    return str(getattr(entry, fields(entry)[0].name))  # type: ignore[arg-type]


def written(entry: object) -> Iterator[str]:
    """The written forms of an entry: the one that names it and those of its cells that hold several."""
    hints = get_type_hints(type(entry))
    first = fields(entry)[0].name  # type: ignore[arg-type]
    yield getattr(entry, "canonical", None) or getattr(entry, first)
    for column, hint in hints.items():
        if hint == tuple[str, ...] and column not in ("successor", "codes", "kinds"):
            yield from getattr(entry, column)


def texts(file: str, entry: object) -> list[str]:
    """The texts that may tell `entry` apart, its own example first but for lists of plain words."""
    example: str = entry.example  # type: ignore[attr-defined]
    made = [
        template.format(
            form=form,
            Form=form[:1].upper() + form[1:],
            dotless=form.replace(".", ""),
            name=getattr(entry, "name", None),
            attribute=getattr(entry, "attribute", None),
        )
        for template in TEMPLATES.get(file, ())
        for form in list(dict.fromkeys(written(entry)))[:FORMS]
    ]
    return list(dict.fromkeys(made if file in _ASKED else [example, *made]))


def effect(file: str, text: str) -> str:
    """What the package makes of a text of an entry of `file`, in short."""
    return _ASKED.get(file, _found)(text)


def _found(text: str) -> str:
    """What the rules find in `text`, and what they read of it where that is not all."""
    rows = extract(load("fast"), prepare(Article(text=text, published_at=PUBLISHED))).rows
    (article,) = rows["articles"]
    found = [
        " ".join([table.removesuffix("s"), *(str(value) for value in map(partial(getattr, row), columns) if value)])
        for table, columns in COLUMNS.items()
        for row in rows[table]
    ]
    parts = [
        f"reads {article.text!r}" if article.text != text else None,
        f"dateline {article.dateline_place}" if article.dateline_place else None,
        f"{article.n_sentences} sentences" if article.n_sentences > 1 else None,
    ]
    return "; ".join([*filter(None, parts), *found])


def _is_same_name(text: str) -> str:
    one, _, other = text.partition(" = ")
    return f"{' '.join(words_of(one))}: {'same' if is_variant(one, other) else 'other'}"


def _page_body(page: str) -> str:
    return body(load_html(page)) or "no body"


_ASKED: Mapping[str, Callable[[str], str]] = {
    "capital_words": lambda word: names.word_kind(word) or "",
    "given_names": lambda word: "yes" if names.is_given_name(word) else "no",
    "name_spellings": _is_same_name,
    "nicknames": _is_same_name,
    "page_bodies": _page_body,
}
"""Files whose entries are told apart by asking for them, as they are evidence among other and decide little alone."""


def main() -> None:
    """The effect of each ``[file, text]`` of a JSON list on standard input, as a JSON list: for other processes."""
    json.dump([effect(file, text) for file, text in json.load(sys.stdin)], sys.stdout)


if __name__ == "__main__":
    main()
