"""One article with ten broken quotations in it: each is recovered as far as the text allows, and all others stay
right.
"""

from __future__ import annotations

import pytest
from quote_cases import quotes

from pipeline.stages.mentions import QuoteMention

BROKEN = {
    "closing mark missing": ("“Atap kelas dua masih bocor, kata Ratna.", "Atap kelas dua masih bocor"),
    "opening mark missing": ("Lantai kelas satu sudah kering,” kata Ratna.", "Lantai kelas satu sudah kering"),
    "closing glyph on both sides": ("”Papan tulis kami baru semua,” kata Ratna.", "Papan tulis kami baru semua"),
    "glyphs the wrong way round": ("”Guru olahraga sudah cukup,“ kata Ratna.", "Guru olahraga sudah cukup"),
    "doubled singles": ("''Buku paket datang kemarin,'' kata Ratna.", "Buku paket datang kemarin"),
    "mixed glyphs": ('“Rapor kami bagikan besok," kata Ratna.', "Rapor kami bagikan besok"),
    "no space around the marks": ("“Seragam belum dijahit,”kata Ratna.", "Seragam belum dijahit"),
    "spaces inside the marks": ("“ Kantin sudah kami tutup, ” kata Ratna.", "Kantin sudah kami tutup"),
    "the same glyph nested": (
        "“Anak-anak bilang “sabar” kepada adiknya,” kata Ratna.",
        "Anak-anak bilang “sabar” kepada adiknya",
    ),
    "inches and a stray mark": ("Layar 14\" itu dipasang Jum'at pukul 07.15', lalu lampu 20 watt\" menyala.", None),
}
SOUND = [f'"Kelompok nomor {number} pulang pukul dua," kata Budi.' for number in range(len(BROKEN) + 1)]
ARTICLE = (
    "\n".join(line for number, (broken, _) in enumerate(BROKEN.values()) for line in (SOUND[number], broken))
    + f"\n{SOUND[-1]}"
)


@pytest.fixture(scope="module")
def found() -> tuple[QuoteMention, ...]:
    return quotes(ARTICLE, named="Ratna|Budi")


@pytest.mark.parametrize("number", range(len(SOUND)))
def test_every_sound_quotation_stays_right(found: tuple[QuoteMention, ...], number: int) -> None:
    start = ARTICLE.index(SOUND[number])
    quote = next(quote for quote in found if quote.start == start)
    assert quote.content == f"Kelompok nomor {number} pulang pukul dua"
    assert (quote.kind, quote.cue) == ("direct", "kata")
    assert ARTICLE[quote.speaker_start : quote.speaker_end] == "Budi"


@pytest.mark.parametrize(("broken", "content"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_quotation_is_recovered(found: tuple[QuoteMention, ...], broken: str, content: str | None) -> None:
    start = ARTICLE.index(broken)
    inside = [quote for quote in found if start <= quote.start < start + len(broken)]
    expected = [] if content is None else [(content, "Ratna")]
    assert [(quote.content, ARTICLE[quote.speaker_start : quote.speaker_end]) for quote in inside] == expected
