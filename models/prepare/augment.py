"""More training text than the corpora have: their sentences with other persons in them, datelines before them, and short sentences of news from templates.

In: `Example`s and a seeded generator. Out: `Example`s in which titles and degrees stand around the name, posts and regions before it, never in it.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import regex

from models.prepare.examples import Example, Label
from models.prepare.names import person, place, titled
from pipeline.lexicon.posts import ORGANIZATIONS, POSITIONS

Piece = tuple[str, str | None]
"""A stretch of text with its label; ``None`` for no name, an empty label for one that is left unannotated."""

_SLOT = regex.compile(r"\{(\w+)\}")
_TEMPLATES = (
    "“{saying},” {cue} {post_region}, {who}, {day}.",
    "“{saying},” {cue} {post_region} {who}, {day}.",
    "“{saying},” {cue} {who}.",
    "“{saying},” {cue} {short}, {day}.",
    "\"{saying},\" {cue} {post_unit}, {who}, di {place}, {day}.",
    "\"{saying},\" {cue} {post_unit} {who} saat ditemui di {place}.",
    "{Post_region} {who} {verb} {topic} di {school}, {day}.",
    "{Post_region}, {who}, {verb} {topic}.",
    "{Post_body} {who} {verb} {topic} bersama {post_region} {who}.",
    "Menurut {who}, {saying}.",
    "Menurut {post_body}, {who}, {saying}.",
    "Hal itu disampaikan {post_body} {who} kepada wartawan di {place}, {day}.",
    "Hadir dalam acara itu {post_region} {who}, {post_unit} {who}, serta {post_body} {who}.",
    "Turut hadir {who}, {who}, dan {who}.",
    "Acara tersebut dihadiri {post_region} {short}, {post_body} {short} dan {short}.",
    "{who} {verb} {topic} di Kabupaten {place}.",
    "{Short} {verb} {topic}.",
    "{Short} juga {verb} {topic}, {day}.",
    "Kepala {school}, {who}, {verb} {topic}.",
    "Kepala {school} {who} {verb} {topic}.",
    "Guru {school}, {who}, {verb} bahwa {saying}.",
    "{saying}, {cue} {short}.",
    "Kegiatan dibuka oleh {who} selaku {post_body}.",
    "Penghargaan diserahkan {post_region} {place}, {who}, kepada {who} dari {school}.",
    "Menurut {short}, {saying}.",
    "Lalu {short} {verb} {topic}.",
    "Dosen {school} {who} {verb} {topic}.",
    "Dosen {school}, {who}, {verb} {topic}.",
    "Presiden Mahasiswa {school} {who} {verb} {topic}.",
    "Rektor {school} {who} dan {post_body} {who} {verb} {topic}.",
    "Pengamat {field} {who} menilai {saying}.",
    "Guru {field} {who} {verb} {topic}.",
    "Orang tua murid, {person}, {verb} {topic}.",
    "Koordinator aksi, {person}, {verb} {topic}.",
    "Salah seorang warga, {short}, {verb} {topic}.",
    "{Post_small} {who} {verb} {topic}.",
    "{Post_small}, {who}, {verb} {topic}.",
    "“{saying},” {cue} {post_small} {who}.",
    "{who}, {who}, serta {who} menjadi narasumber di {place}.",
    "Siswa {school} bernama {short} {verb} {topic}.",
    "Pasangan {person}-{person} unggul di {place}.",
    "{post_region} dan wakilnya, {who} dan {who}, {verb} {topic}.",
)
_WORDS: dict[str, tuple[str, ...]] = {
    "cue": ("kata", "ujar", "tutur", "jelas", "ungkap", "papar", "tegas", "imbuh", "tambah", "ucap", "sebut", "terang", "beber", "tukas", "pungkas", "lanjut"),
    "verb": ("mengatakan", "menjelaskan", "meninjau", "meresmikan", "menyampaikan", "menegaskan", "membuka", "menyerahkan", "menilai", "meminta", "mengaku"),
    "topic": ("gedung baru", "bantuan buku", "lomba membaca", "ruang kelas yang rusak", "penerimaan murid baru", "pelatihan guru", "hasil rapat", "program beasiswa"),
    "saying": ("Kami sudah siapkan anggarannya", "Anak-anak harus tetap belajar", "semua berjalan lancar", "Kuotanya masih tersedia", "gurunya kurang di daerah terpencil",
               "Ini tanggung jawab kita bersama", "jumlah pendaftar naik tahun ini", "Tidak ada pungutan di sekolah"),
    "day": ("Senin (3/11/2025)", "Selasa", "Rabu, 12 November 2025", "Kamis (20/2)", "Jumat malam", "Sabtu lalu", "Minggu (9/3/2025)", "kemarin"),
    "school": ("SMA Negeri 3 {place}", "SMPN 2 {place}", "SD Negeri 1 {place}", "SMK Negeri 5 {place}", "MAN 1 {place}", "Universitas Negeri {place}",
               "Politeknik {place}", "SMAN 4 {place}", "SDN {place}", "Universitas Muhammadiyah {place}", "MTsN 2 {place}", "SMK Bina Bangsa {place}"),
    "unit": ("GTK", "SMP", "Pembinaan SD", "Humas", "Kurikulum", "PAUD", "Kesiswaan", "Sarana dan Prasarana", "Ketenagaan", "Reskrim", "Binmas"),
    "field": ("pendidikan", "politik", "matematika", "kebijakan publik", "bahasa Inggris", "ekonomi", "hukum tata negara", "honorer"),
    "outlet": ("WARTAKITA", "KABARPAGI.COM", "Suaradesa.id", "LENSA", "Portal Guru", "BERITAKOTA"),
}  # fmt: skip


_HEADS = ("Bank", "Yayasan", "Universitas", "PT", "Koperasi", "Partai", "Badan", "Lembaga", "Himpunan", "Ikatan", "Rumah Sakit", "Komite", "Forum", "Institut")
_TAILS = (
    "Nusantara Mandiri Sejahtera Pelita Cendekia Harapan Bangsa Jaya Abadi Mulia Utama Bhakti Pertiwi Guru Pendidikan Pemuda Bahasa Sastra Budaya Ekonomi Rakyat"
    " Buku Ilmu Karya Cahaya Samudra Buana Pelajar Riset Perempuan Petani Wartawan"
).split()


def _invented_body(rng: random.Random) -> str:
    return " ".join([rng.choice(_HEADS), *rng.sample(_TAILS, rng.choice((1, 2, 2))), *(["Indonesia"] if rng.random() < 0.3 else [])])


@cache
def _posts(takes: str) -> tuple[str, ...]:
    """The written forms of posts that take a region, a body or a unit behind them."""
    return tuple(sorted({form for post in POSITIONS if post.takes == takes for form in (post.canonical, *post.variants) if post.role_class != "lay"}))


@cache
def _bodies() -> tuple[str, ...]:
    return tuple(sorted({form for body in ORGANIZATIONS for form in (body.canonical, *body.variants)}))


def _filled(template: str, rng: random.Random) -> Iterator[Piece]:
    """`template` with its slots filled, in pieces."""
    position = 0
    for slot in _SLOT.finditer(template):
        yield template[position : slot.start()], None
        pieces = list(_slot(slot[1].lower(), rng))
        if slot[1][0].isupper() and pieces:
            text, label = pieces[0]
            pieces[0] = (text[:1].upper() + text[1:], label)
        yield from pieces
        position = slot.end()
    yield template[position:], None


def _slot(name: str, rng: random.Random) -> Iterator[Piece]:
    if name == "person":
        yield person(rng), "PER"
    elif name == "short":
        yield person(rng).split(" ")[-1], "PER"
    elif name == "place":
        yield place(rng), "LOC"
    elif name == "who":
        yield from named(person(rng), rng, plain=0.4)
    elif name == "school":
        yield "".join(text for text, _ in _filled(rng.choice(_WORDS["school"]), rng)), "ORG"
    elif name == "post_region":
        yield rng.choice(_posts("region")) + rng.choice((" ", " ", " Kabupaten ", " Kota ")), None
        yield place(rng), "LOC"
    elif name == "post_small":
        yield rng.choice(("Camat", "Kepala Desa", "Lurah", "Kades", "Kepala Distrik", "Kapolsek", "Danramil", "warga Desa", "Kepala Puskesmas")) + " ", None
        yield place(rng, small=True), "LOC"
    elif name == "post_unit":
        yield f"{rng.choice(_posts('unit'))} {rng.choice(_WORDS['unit'])} ", None
        yield rng.choice(("Disdik", "Dinas Pendidikan", "Polres", "Disdikbud", "Dinas Kesehatan", "Pemkab")) + " " + place(rng), ""
    elif name == "post_body":
        yield rng.choice(_posts("organization")) + " ", None
        yield _invented_body(rng) if rng.random() < 0.4 else rng.choice(_bodies()), "ORG"
        if rng.random() < 0.4:
            yield rng.choice((" ", " ", " Kabupaten ", " Kota ", " Provinsi ")), None
            yield place(rng), "LOC"
    else:
        yield rng.choice(_WORDS[name]), None


def named(name: str, rng: random.Random, plain: float) -> Iterator[Piece]:
    """`name` as a person, with titles or degrees around it except with the probability `plain`."""
    before, after = ("", "") if rng.random() < plain else titled(rng, name)
    yield before, None
    if after and name.endswith("."):
        name = name.rpartition(" ")[0]
    yield name, "PER"
    yield after, None


def assembled(pieces: Iterable[Piece]) -> Example:
    """The text of `pieces` with their labels."""
    text, entities, unsure = "", list[Label](), list[Label]()
    for piece, label in pieces:
        if piece and label is not None:
            (entities if label else unsure).append(Label(len(text), len(text) + len(piece), label))
        text += piece
    return Example(text, tuple(entities), unsure=tuple(unsure))


def from_templates(count: int, rng: random.Random) -> list[Example]:
    """`count` invented sentences of news."""
    return [assembled(_filled(rng.choice(_TEMPLATES), rng)) for _ in range(count)]


def _pieces(source: Example) -> Iterator[Piece]:
    """`source` cut at its labels."""
    position = 0
    for label in sorted([*(source.entities or ()), *source.unsure]):
        if label.start < position:
            continue
        yield source.text[position : label.start], None
        yield source.text[label.start : label.end], label.label
        position = label.end
    yield source.text[position:], None


def with_other_persons(source: Example, rng: random.Random) -> Example:
    """`source` with every person replaced by an invented one, one in three with titles or degrees; the same name stays the same person."""
    names: dict[str, str] = {}

    def replaced() -> Iterator[Piece]:
        for text, label in _pieces(source):
            if label != "PER":
                yield text, label
                continue
            known = text in names
            name = names.setdefault(text, person(rng) if " " in text else person(rng).split(" ")[-1])
            yield from named(name, rng, plain=1.0 if known or " " not in text else 0.67)

    return assembled(replaced())


def with_dateline(source: Example, rng: random.Random) -> Example:
    """`source` behind a dateline (*KUDUS, WARTAKITA – …*), its place mostly in capitals."""
    town = place(rng)
    outlet = rng.choice(_WORDS["outlet"])
    middle = rng.choice((f", {outlet} – ", f" – ", f", {outlet} - ", f" ({outlet}) – ", f", {outlet} — ", " | "))
    return assembled([(town.upper() if rng.random() < 0.7 else town, "LOC"), (middle, None), *_pieces(source)])


def augmented(sources: Sequence[Example], rng: random.Random) -> list[Example]:
    """What `sources` give besides themselves: persons exchanged wherever there are any, and a dateline before one in thirty."""
    with_persons = [source for source in sources if any(label.label == "PER" for label in source.entities or ())]
    exchanged = [with_other_persons(source, rng) for source in with_persons]
    datelined = [with_dateline(source, rng) for source in rng.sample(list(sources), len(sources) // 30)]
    return [*exchanged, *datelined]
