"""Whether the words around a weak candidate speak for a time: a bare year, month, part of day or numeral is often something else.

>>> supported("sejak 2022, ", 6, 10, When(year=2022), "bare_year", weak=True)
True
>>> supported("Indonesia Emas 2045, ", 15, 19, When(year=2045), "bare_year", weak=True)
False
"""

from __future__ import annotations

import regex

from pipeline.lexicon import alternation, read
from pipeline.lexicon.times import DatedName
from pipeline.stages.dates.expressions import Expression, Length, Range, Reference, When

_NAME_BEFORE = regex.compile(rf"\b{alternation(e.word for e in read('dated_names', DatedName))}\b\.?\s+$")
_EVENT_BEFORE = regex.compile(
    r"\b(?:per(?:ingatan|ayaan)|upacara|me(?:mperingati|rayakan|nyambut|nyemarakkan)|puncak|rangkaian|semarak|tema|logo|lomba|rangka|momentum|apel)\s+$", regex.IGNORECASE
)
"""A named day behind these is an event, not a time (*upacara Hari Guru Nasional*)."""
_LAW_BEFORE = regex.compile(r"(?:\d[\w/.-]*|\bNo(?:mor|\.)?)\s+$|\d(?:/\p{Lu}+)+/$")
_AGE_BEFORE = regex.compile(r"\b(?:ber)?(?:usia|umur)(?:nya)?\b[^.;()\d]{0,30}+(?:\d+\s*(?:[-–]|hingga|sampai|dan)\s*)?$", regex.IGNORECASE)
_AGED_BEFORE = regex.compile(r"\b(?:bocah|balita|remaja|pria|wanita|perempuan|laki-laki|anak|lansia|kakek|nenek)(?:\s+(?:perempuan|laki-laki))?\s+$", regex.IGNORECASE)
_ULANG = regex.compile(r"\b[Uu]lang\s+$")
_SINCE = regex.compile(
    r"\b(?:pada|sejak|akhir|awal|pertengahan|medio|jelang|menjelang|sepanjang|tahun|bulan|periode|antara|dibanding(?:kan)?)\s+$|\($", regex.IGNORECASE
)
_YEAR_BEFORE = regex.compile(
    r"\b(?:di|hingga|sampai|mulai|dari|untuk|per|dan|atau|sekitar|sebelum|setelah|sesudah|selama|hanya|baru|lagi|dengan|ke|dalam|semester|kuartal|triwulan|"
    r"daripada|menuju|pasca)\s+$",
    regex.IGNORECASE,
)
_NOUN_BEFORE = regex.compile(r"(?:\b\p{Ll}\p{L}*+|(?:^|[.!?“\"\n]\s*)\p{Lu}\p{Ll}++)\s+$")
_COUNT_BEFORE = regex.compile(r"\b(?:sebanyak|sejumlah|total|mencapai|sekitar|Rp\.?|senilai|lebih|hampir|minimal|maksimal|nomor|no|kode|pasal|halaman|kurikulum)\s+$", regex.IGNORECASE)
_COUNTED_AFTER = regex.compile(r"\s+(?:orang|siswa|guru|murid|mahasiswa|peserta|sekolah|dosen|warga|jiwa|unit|buah|ekor|meter|kilometer|km|m|kg|ton|persen|rupiah|dolar|hektare|ha|kali|ribu|juta|miliar|kepala|keluarga|anak|desa|ruang|paket)\b", regex.IGNORECASE)
_YEAR_AFTER = regex.compile(
    r"\s*(?:$|[\n.,;:!?)\]”\"’'–-]|(?:yang|dan|di|dengan|untuk|akan|telah|ini|lalu|silam|mendatang|oleh|atau|adalah|pada|sebagai|hingga|sampai|karena|ke|dari|"
    r"sudah|tidak|bukan|itu|tersebut|nanti|serta|kepada|dalam|secara|saat|juga|bisa|dapat|masih)\b)"
)
_MONTH_BEFORE = regex.compile(
    r"\b(?:pada|di|sejak|hingga|sampai|mulai|dari|untuk|antara|per|bulan|akhir|awal|pertengahan|medio|sekitar|sebelum|setelah|sesudah|jelang|menjelang|selama|"
    r"sepanjang|hanya|baru|lagi|ke|dalam|periode|tanggal|terhitung|minggu|pekan|dan|atau|gaji|libur)\s+$",
    regex.IGNORECASE,
)
_NAME_AFTER = regex.compile(r"\s+\p{Lu}\p{Ll}")
_PART_BEFORE = regex.compile(r"\b(?:pada|sejak|hingga|sampai|menjelang|jelang)\s+$", regex.IGNORECASE)
_PART_AFTER = regex.compile(r"hari(?:nya)?$")
_NOW_NOT = regex.compile(r"\b(?:selama|generasi|zaman|era|anak-anak|masyarakat|dunia)\s+$", regex.IGNORECASE)
_FIRST = regex.compile(r"(?:^|[.!?“\"\n]\s*|\b(?:sejak|dari|seperti|zaman|yang|kalau|jika|padahal|dibanding(?:kan)?)\s+)$", regex.IGNORECASE)
_WINDOW = 60


def supported(text: str, start: int, end: int, said: Expression, rule: str, weak: bool) -> bool:
    """Whether the candidate ``text[start:end]`` is a time where it stands."""
    before, after = text[max(0, start - _WINDOW) : start], text[end : end + 30]
    if "+" not in rule and _NAME_BEFORE.search(before):
        return False
    if rule == "named" and _EVENT_BEFORE.search(before):
        return False
    if isinstance(said, Length):
        return not (_AGE_BEFORE.search(before) or _ULANG.search(before) or (said.amounts[0][1] == "Y" and _AGED_BEFORE.search(before)))
    if isinstance(said, Reference):
        return not text[start:end].lower() == "dulu" or _FIRST.search(before) is not None
    if rule in ("year", "fiscal_year") and _LAW_BEFORE.search(before):
        return False
    if rule in ("relative", "relative_then", "year") and _ULANG.search(before):
        return False
    if rule == "deictic":
        return not _NOW_NOT.search(before)
    return not weak or _weak(rule.split("-")[0], said, before, text[start:end], after)


def _weak(rule: str, said: Expression, before: str, text: str, after: str) -> bool:
    point = said.last if isinstance(said, Range) else said
    if rule == "month":
        marked = isinstance(point, When) and (point.year is not None or point.step is not None) or text.lower().startswith("bulan")
        return marked or (_MONTH_BEFORE.search(before) is not None and not _NAME_AFTER.match(after))
    if rule == "bare_year":
        return _bare_year(said, before, after)
    if rule == "part":
        return _PART_AFTER.search(text) is not None or _PART_BEFORE.search(before) is not None
    if rule in ("slash", "slash_range"):
        return before.endswith("(") and after.startswith(")")
    if rule == "hijri":
        return True
    if rule == "period":
        return isinstance(said, When) and (said.year is not None or said.unit == "quarter")
    return False


def _bare_year(said: Expression, before: str, after: str) -> bool:
    """A bare year has a preposition or a noun before it, and no counted noun after it; a round number needs more than an odd one."""
    first = said.first if isinstance(said, Range) else said
    if not isinstance(first, When) or first.year is None or _COUNTED_AFTER.match(after) or _COUNT_BEFORE.search(before):
        return False
    if _SINCE.search(before):
        return True
    plain = isinstance(said, Range) or (first.year % 50 != 0 and 1945 <= first.year <= 2060)
    if _YEAR_BEFORE.search(before):
        return plain or _YEAR_AFTER.match(after) is not None
    return plain and _NOUN_BEFORE.search(before) is not None
