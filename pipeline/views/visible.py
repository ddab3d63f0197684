"""Text from outside → text that a terminal shows and does not obey.

Names of files and messages about them may hold escape sequences, which colour, move or rename a terminal, and marks
that turn the direction of what follows. Articles hold none once they are cleaned.
"""

from __future__ import annotations

import regex

_CONTROL = regex.compile(r"(?![\n\t])[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    r"""`text` with control characters written as escapes.

    >>> print(visible("a\x1b[31m.txt"))
    a\x1b[31m.txt
    """
    return str(_CONTROL.sub(lambda mark: mark[0].encode("unicode_escape").decode(), text))
