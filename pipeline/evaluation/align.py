"""Offsets of one text → those of another that says the same, such as an article before and after its cleaning.

>>> cleaned, raw = "Guru hadir. Siswa pulang.", "Guru hadir.\\n\\nBaca juga: Rapor\\n\\nSiswa  pulang."
>>> to = offsets(cleaned, raw)
>>> raw[to(12) : to(24)]
'Siswa  pulang'
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from difflib import SequenceMatcher

import regex

_TOKEN = regex.compile(r"\w+|[^\w\s]")


def offsets(source: str, target: str) -> Callable[[int], int]:
    """A function from an offset in `source` to the one in `target`; one that `target` lacks goes to the nearest before.

    Words are aligned, not characters: spaces and the lines that only one text has do not count.
    """
    if source == target:
        return int
    ours, theirs = _places(source), _places(target)
    matcher = SequenceMatcher(
        None, [source[slice(*span)] for span in ours], [target[slice(*span)] for span in theirs], autojunk=False
    )
    pairs = [(ours[a + n], theirs[b + n]) for a, b, size in matcher.get_matching_blocks() for n in range(size)]
    starts = [0, *(start for (start, _), _ in pairs)]
    moves = [0, *(start for _, (start, _) in pairs)]
    lengths = [0, *(end - start for (start, end), _ in pairs)]

    def to(offset: int) -> int:
        number = bisect_right(starts, offset) - 1
        return moves[number] + min(offset - starts[number], lengths[number])

    return to


def _places(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _TOKEN.finditer(text)]
