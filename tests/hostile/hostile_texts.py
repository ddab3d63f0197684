"""Texts that nobody writes and everybody meets: strategies for news-like and adversarial text, and what to repeat."""

from __future__ import annotations

from hypothesis import strategies as st

from pipeline.extraction import Extracted, extract, load
from pipeline.readers import Article, prepare

NEWS = [
    "Bupati", "Kepala Dinas Pendidikan", "Kab.", "OKI", "Ratna Dewi", "Dra.", "M.Pd.,", "Wahyu", "SMP Negeri 2",
    "“Kelas dibuka,”", '"Guru siap."', "kata", "ujarnya", "menurut", "mengatakan bahwa", "Ia", "-nya", "dia",
    "Rabu (12/11/2025)", "kemarin", "pukul 10.30 WIB", "tahun ajaran 2025/2026", "560 guru", "Rp 1,5 miliar", "2,5%",
    "antara 3 hingga 5", "JAKARTA –", "Baca juga: Guru Hebat", "(abc/def)", "[img.2]", "dan", "yang", "di", "pada",
]  # fmt: skip
MARKS = [
    *"“”\"'‘’«»()[]{}<>.,:;!?%&*_#@/\\|~`^=+-–—…½²°§",
    "\u202e", "\u2067", "\u200f", "\u061c",  # right to left
    "\u0301", "\u0344", "\u20dd", "\u1ab0",  # combining
    "\u200b", "\u200d", "\ufeff", "\u00ad", "\u2060",  # invisible
    "\u00a0", "\u202f", "\u3000", "\u2028", "\u0085",  # spaces that are none, line ends that are more
    "\r", "\r\n", "\n", "\n\n", "\t", "\v", "\f", "\x00", "\x1b[31m", "\x9b", "\x7f",
    "\ud800", "\udfff", "\ufffd", "\uffff", "\U0010ffff", "\ue000",  # lone surrogates, no characters, private use
    "Вupаti", "Каta", "ＢＵＰＡＴＩ", "５６０", "٣", "९", "Ⅳ", "ﬁ", "İ", "ß", "ǅ",  # look-alikes and odd cases
    "😀", "👩🏽‍🏫", "🇮🇩", "مرحبا", "שלום", "中文", "ᬩ", "ꦗ",
    "&amp;", "&#0;", "&#xD800;", "<p>", "</", "<!--", "](", "![", "=1+1", "[red]", "[/]",
]  # fmt: skip
PIECES = st.sampled_from(NEWS + MARKS)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=40).map(" ".join),
    st.lists(PIECES, max_size=40).map("".join),
    st.text(st.characters(codec=None, categories=None), max_size=200),
)
"""Any text at all, most of it made of what news are made of."""

REPEATED = [
    '"', "“", "”", "'", "(", ")", "[", "<", "<a ", "1", "1.", "1,", "1-", "1/2 ", "10.30 ", "%", ".", "-", "_", "*",
    "#", "/", "!", "a", "A", "Aa ", "A. ", "Ab", "a:", "a_", "a@", "a.b", "a'", "A-", "a\n", "\n", "á", "ा", "שלום ",
    "😀", "&", "&amp;", "[a](", "![", "`", "Rp1 ", "Rp1", "dua ratus ", "juta ", "ke-", "se", "nya ", "3 orang dan ",
    "Bupati ", "Kepala Dinas ", "Dr.", "S.Pd., ", "Senin, ", "12/11/2025 ", "Kab. ", "JAKARTA - ", "— ", "Ia. ",
    "“a” kata Budi. ", "“a, kata Budi. ", '"a" ', "kata Budi bahwa ", "ujar Budi, ", "menurut ", "“Kami siap.” ",
]  # fmt: skip
"""What is repeated until it is long; each has cost somebody the square of its length."""

FAST = load("fast")


def found_in(text: str, title: str | None = None) -> Extracted:
    """All rows of an article by rules alone, whatever its language."""
    return extract(FAST, prepare(Article(text=text, title=title, published_at="2025-11-12")))


def repeated(unit: str, length: int) -> str:
    return unit * (length // len(unit))
