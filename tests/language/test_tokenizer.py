"""The tokenizer: what stays whole, what is split, and that no text breaks it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language import Indonesian

NLP = Indonesian()

CASES = [
    ("Habibie,” katanya", "Habibie|,|”|katanya"),
    ("siap,”ujar Ratna", "siap|,|”|ujar|Ratna"),
    ("kata dia.“Kami", "kata|dia|.|“|Kami"),
    ('"Ya," katanya."Kami', '"|Ya|,|"|katanya|.|"|Kami'),
    ("‘‘Kami siap’’", "‘|‘|Kami|siap|’|’"),
    ("Ratna, S.Pd., M.Si.", "Ratna|,|S.Pd.|,|M.Si."),
    ("Ratna, S.Pd.I., hadir", "Ratna|,|S.Pd.I.|,|hadir"),
    ("Ratna, A.Md.Keb.", "Ratna|,|A.Md.Keb."),
    ("Ratna, Ph.D., hadir", "Ratna|,|Ph.D.|,|hadir"),
    ("S.Pd,M.Si", "S.Pd|,|M.Si"),
    ("H.Ahmad Yani", "H.|Ahmad|Yani"),
    ("Hj.Siti dan Dr.Umar", "Hj.|Siti|dan|Dr.|Umar"),
    ("Drs.Sarwono", "Drs.|Sarwono"),
    ("B.J. Habibie", "B.J.|Habibie"),
    ("A. Syaikhu dan Ahmad M.,", "A.|Syaikhu|dan|Ahmad|M.|,"),
    ("Abdul Mu'ti dan Mu’in", "Abdul|Mu'ti|dan|Mu’in"),
    ("salat Jum'at", "salat|Jum'at"),
    ("Sutopo-Marhaen unggul", "Sutopo|-|Marhaen|unggul"),
    ("rute Jakarta-Bandung", "rute|Jakarta|-|Bandung"),
    ("guru-guru se-Jawa non-ASN", "guru-guru|se-Jawa|non-ASN"),
    ("Guru-Guru Hebat", "Guru-Guru|Hebat"),
    ("PDI-P dan Covid-19", "PDI-P|dan|Covid-19"),
    ("(Purn.) Sudrajat", "(|Purn|.|)|Sudrajat"),
    ("Rabu (12/11/2025).", "Rabu|(|12/11/2025|)|."),
    ("12-11-2025, 12/11", "12-11-2025|,|12/11"),
    ("tahun 2020-2025", "tahun|2020|-|2025"),
    ("Rp1.250.000,50 dan Rp. 5.000", "Rp|1.250.000,50|dan|Rp.|5.000"),
    ("pukul 09.00 WIB", "pukul|09.00|WIB"),
    ("naik 20% atau 5km", "naik|20|%|atau|5|km"),
    ("SMA/SMK sederajat", "SMA|/|SMK|sederajat"),
    ("di Jl. Merdeka No. 5.", "di|Jl.|Merdeka|No.|5|."),
    ("pulang.Kemudian ia", "pulang|.|Kemudian|ia"),
    ("kabarpagi.com – Menteri", "kabarpagi.com|–|Menteri"),
    ("tulis ke humas@contoh.go.id", "tulis|ke|humas@contoh.go.id"),
    ("baris satu\nbaris dua", "baris|satu|\n|baris|dua"),
]


@pytest.mark.parametrize(("text", "tokens"), CASES, ids=[text for text, _ in CASES])
def test_tokens(text: str, tokens: str) -> None:
    assert [token.text for token in NLP.make_doc(text)] == tokens.split("|")


TEXTS = st.text() | st.lists(
    st.sampled_from([*"aAzZ09.,-/()'’\"“” \n", "Rp", "H.", "S.Pd", "Mu'ti", "guru-guru", "Prof."]), max_size=60
).map("".join)


@given(TEXTS)
def test_tokens_cover_the_text(text: str) -> None:
    doc = NLP.make_doc(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


@given(TEXTS)
def test_same_text_same_tokens(text: str) -> None:
    assert [token.text for token in NLP.make_doc(text)] == [token.text for token in Indonesian().make_doc(text)]


def test_tokenizer_survives_storage() -> None:
    stored = Indonesian()
    stored.tokenizer.from_bytes(NLP.tokenizer.to_bytes())
    for text, tokens in CASES:
        assert [token.text for token in stored.make_doc(text)] == tokens.split("|")


@pytest.mark.parametrize(
    "piece",
    [
        "7",
        "(",
        ")",
        "()",
        "A.",
        "a-",
        "“",
        "x.y",
        "1.",
        "'",
        "S.Pd.",
        "-",
        "A",
        "Rp",
        "a(",
        "(1",
        "5m",
        "1)",
        "%",
        ",”",
    ],
)
def test_long_runs_end(piece: str) -> None:
    text = piece * 100_000
    assert NLP.make_doc(text).text == text
