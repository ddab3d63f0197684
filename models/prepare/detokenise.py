"""Running text again from a corpus' tokens, with the offset of each.

In: words as a corpus splits them. Out: the text as a newspaper prints it, and one ``(start, end)`` a word.

>>> detokenise(["Ia", "(", "55", ")", "berkata", ",", '"', "Ya", ".", '"'])[0]
'Ia (55) berkata, "Ya."'
>>> detokenise(["sumber", "-", "sumber", "itu", ",", "pukul", "9", ".", "30"])[0]
'sumber-sumber itu, pukul 9.30'
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

_LEFT = regex.compile(r"[.,;:!?)\]}%…]+")  # joins the word before it
_RIGHT = regex.compile(r"[(\[{]+")  # joins the word behind it
_MARK = regex.compile("[\"'`]|''|``")
_NUMBER = regex.compile(r"\d+")


def _is_joint(word: str, before: str, after: str) -> bool:
    """Whether `word` joins its neighbours: a hyphen or a slash between words, an apostrophe inside one (*Ma ' ruf*)."""
    if word in ("-", "–", "/"):
        return before[-1:].isalnum() and after[:1].isalnum()
    return word in ("'", "`", "’") and before[-1:].isalpha() and after[:1].islower()


def detokenise(words: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """The text of `words` and the offsets of each in it."""
    text, offsets, opened = "", list[tuple[int, int]](), set[str]()
    glued = True  # whether the next word joins what stands already
    for number, word in enumerate(words):
        before = words[number - 1] if number else ""
        after = words[number + 1] if number + 1 < len(words) else ""
        joins_left, joins_right = bool(_LEFT.fullmatch(word)), bool(_RIGHT.fullmatch(word))
        if word in ".," and _NUMBER.fullmatch(before) and _NUMBER.fullmatch(after):
            joins_right = True
        elif _is_joint(word, before, after) and word not in opened:
            joins_left = joins_right = True
        elif _MARK.fullmatch(word):
            joins_left, joins_right = word in opened, word not in opened
            opened ^= {word}
        if not glued and not joins_left:
            text += " "
        offsets.append((len(text), len(text) + len(word)))
        text += word
        glued = joins_right
    return text, offsets
