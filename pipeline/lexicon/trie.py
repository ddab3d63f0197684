"""Thousands of written forms as one pattern that shares their prefixes, so that a text costs one look at a letter where no form begins.

In: written forms. Out: a pattern (no named groups) that prefers the longest form and stands between word boundaries.

>>> import regex
>>> bodies = regex.compile(trie(["Dinas", "Dinas Sosial", "BPS"]))
>>> bodies.findall("Dinas  Sosial dan BPS, bukan BPSDM atau dinas-dinas")
['Dinas  Sosial', 'BPS']
>>> regex.compile(trie(["guru"], either_case=True)).findall("Guru itu guru kami, bukan guru-guru")
['Guru', 'guru']
"""

from __future__ import annotations

from collections.abc import Iterable

import regex

BEFORE = r"(?<![\p{L}\p{N}_]|\p{Ll}[-‑])"
AFTER = r"(?![\p{L}\p{N}_]|[-‑]\p{Ll})"
"""Word boundaries that also keep reduplications (*guru-guru*) and hyphenated clitics whole."""

Node = dict[str, "Node"]
_END = ""


def trie(words: Iterable[str], *, either_case: bool = False) -> str:
    """A pattern for any of `words` between word boundaries, longest first, any white space where a word has a space.

    A form is matched as written and in capitals (``DINAS SOSIAL``); with `either_case` each of its words may begin with a small or a capital letter
    too, acronyms excepted (`Kepala dinas`, `kepala Dinas`, but not `ceo`).
    """
    root: Node = {}
    for word in set(words):
        parts = word.split()
        for spelling in {tuple(_atoms(parts, either_case=either_case)), tuple(_atoms([part.upper() for part in parts], either_case=False))}:
            node = root
            for atom in spelling:
                node = node.setdefault(atom, {})
            node[_END] = {}
    return f"{BEFORE}{_pattern(root)}{AFTER}"


def _atoms(parts: list[str], *, either_case: bool) -> Iterable[str]:
    """The pattern atoms of a form: one a letter, ``\\s+`` between words."""
    for number, part in enumerate(parts):
        if number:
            yield r"\s+"
        first, rest = part[0], part[1:]
        small_word = part.islower() and number > 0  # dan, untuk: some outlets capitalise them
        if first.isalpha() and (small_word or (either_case and not (len(part) > 1 and part.isupper()))):
            yield f"[{first.upper()}{first.lower()}]"
        else:
            yield regex.escape(first)
        yield from (regex.escape(letter) for letter in rest)


def _pattern(node: Node) -> str:
    """The pattern of a node: what may follow it, optional where a form ends here."""
    branches = [atom + _pattern(child) for atom, child in sorted(node.items()) if atom != _END]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 and _END not in node else f"(?:{'|'.join(branches)})"
    return f"{body}?" if _END in node else body
