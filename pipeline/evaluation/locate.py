"""The quoted text of a gold row → its offsets in the article.

``{…}`` marks the span inside its context, `` [...] `` stands for a long span's middle, `nth` counts matches.

>>> locate("Kami siap, tambahnya. Kami hadir, tambahnya.", "tambah{nya}", nth=2)
(40, 43)
>>> locate("“Kami terus mengawal guru di Sumsel,” ungkap Eka.", "“Kami [...] Sumsel,”")
(0, 37)
>>> locate("Eka hadir.", "Supriyanto") is None
True
"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice

import regex

MIDDLE = " [...] "


def locate(text: str, quoted: str, *, after: int = 0, nth: int = 1) -> tuple[int, int] | None:
    """Offsets of the `nth` match of `quoted` whose span starts at `after` or later; None where there is none.

    Raises:
        ValueError: `quoted` is empty, has unpaired braces, or `nth` is below 1.
    """
    if nth < 1:
        raise ValueError(f"nth is counted from 1, not {nth}")
    matches = (
        match.span("span") for match in _pattern(quoted).finditer(text, overlapped=True) if match.start("span") >= after
    )
    return next(islice(matches, nth - 1, None), None)


@lru_cache(maxsize=1024)
def _pattern(quoted: str) -> regex.Pattern[str]:
    """`quoted` as a pattern whose group ``span`` is what it marks."""
    before, opening, rest = quoted.partition("{")
    inside, closing, behind = rest.partition("}") if opening else (quoted, "}", "")
    if not closing or not inside or any(brace in part for part in (inside, behind) for brace in "{}"):
        raise ValueError(f"cannot read {quoted!r}: one pair of braces around the span, or none")
    context, span, behind = (_escaped(part) for part in (before if opening else "", inside, behind))
    return regex.compile(rf"{context}(?P<span>{span}){behind}", regex.DOTALL)


def _escaped(part: str) -> str:
    return ".*?".join(regex.escape(piece, literal_spaces=True) for piece in part.split(MIDDLE))
