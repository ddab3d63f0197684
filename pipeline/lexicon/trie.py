"""Thousands of written forms as one pattern that shares their beginnings: a word that begins no form costs one look.

In: written forms. Out: a pattern (no named groups) that prefers the longest form and stands between word boundaries. It
keeps to what `re` and `regex` both know, as `re` compiles such a pattern in a third of the time and runs it five times
faster.

>>> import regex
>>> bodies = regex.compile(trie(["Dinas", "Dinas Sosial", "BPS"]))
>>> bodies.findall("Dinas  Sosial dan BPS, bukan BPSDM atau dinas-dinas")
['Dinas  Sosial', 'BPS']
>>> regex.compile(trie(["guru"], either_case=True)).findall("Guru itu guru kami, bukan guru-guru")
['Guru', 'guru']
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache

import regex

from pipeline.lexicon.compiled import kept

BEFORE = r"\b(?<![a-z][-‑](?=[a-z]))"
AFTER = r"(?!\w|[-‑][a-z])"
"""Word boundaries that also keep reduplications (*guru-guru*) and hyphenated clitics whole."""
_YIELD = r"(?!\s++[A-Z])"

Node = dict[str, "Node"]
_END = ""


def trie(
    words: Iterable[str], *, either_case: bool = False, capitals: bool = False, yielding: Collection[str] = frozenset()
) -> str:
    """A pattern for any of `words` between word boundaries, longest first, any white space where a word has a space.

    Args:
        words: the written forms; small words inside them (*dan*) may be capitalised in the text.
        either_case: let each word begin with a small letter or a capital (*kepala Dinas*), but not acronyms (*ceo*).
        capitals: match a form wholly in capitals too.
        yielding: the forms among `words` that do not match before a capitalised word, so that a shorter one may.
    """
    forms = sorted(set(words))
    key = ("trie", f"{either_case} {capitals}", "\t".join(forms), "\t".join(sorted(yielding)))
    made: str = kept(key, lambda: _trie(forms, either_case, capitals, yielding))
    return made


def _trie(forms: Iterable[str], either_case: bool, capitals: bool, yielding: Collection[str]) -> str:
    root: Node = {}
    for word in forms:
        parts = word.split()
        spellings = [list(_atoms(parts, either_case=either_case))]
        if capitals and not word.isupper():
            spellings.append(list(_atoms([part.upper() for part in parts], either_case=False)))
        for atoms in spellings:
            _add(root, [*atoms, _YIELD] if word in yielding else atoms)
    return f"{BEFORE}{_pattern(root)}{AFTER}"


def alternation(words: Iterable[str], *, backwards: bool = False) -> str:
    """The same for forms exactly as written and without the boundaries.

    Args:
        words: the written forms.
        backwards: for a pattern of `regex` that reads from right to left (``(?r)``): forms share their ends.

    >>> alternation(["Prof.", "Prof", "Prof. Dr."])
    '(?:Prof(?:\\\\.(?:\\\\s+Dr\\\\.)?)?)'
    >>> alternation(["lebih dari", "dari"], backwards=True)
    '(?:(?:lebih\\\\s+)?dari)'
    """
    return of_atoms(([r"\s+" if letter == " " else letter for letter in word] for word in words), backwards=backwards)


def of_atoms(forms: Iterable[Sequence[str]], *, backwards: bool = False) -> str:
    """`alternation` of forms whose letters are patterns where they are longer than one character.

    >>> of_atoms([["S", r"\\.?", "E"], ["S", r"\\.?", "H"]])
    '(?:S\\\\.?(?:E|H))'
    """
    root: Node = {}
    for form in forms:
        atoms = [_escaped(atom) if len(atom) == 1 else atom for atom in form]
        _add(root, reversed(atoms) if backwards else atoms)
    return f"(?:{_pattern(root, backwards=backwards)})"


def _add(root: Node, atoms: Iterable[str]) -> None:
    node = root
    for atom in atoms:
        node = node.setdefault(atom, {})
    node[_END] = {}


def _atoms(parts: list[str], *, either_case: bool) -> Iterator[str]:
    """The pattern atoms of a form: one a letter, ``\\s+`` between words."""
    for number, part in enumerate(parts):
        if number:
            yield r"\s+"
        first, rest = part[0], part[1:]
        acronym = len(part) > 1 and part.isupper()
        if first.isalpha() and ((part.islower() and number > 0) or (either_case and not acronym)):
            yield f"[{first.upper()}{first.lower()}]"
        else:
            yield _escaped(first)
        yield from map(_escaped, rest)


_escaped = cache(regex.escape)


def _pattern(node: Node, *, backwards: bool = False) -> str:
    """The pattern of a node: what may follow it, longer forms first, optional where a form ends here."""
    alone = []
    while len(node) == 1 and _END not in node:
        ((atom, node),) = node.items()
        alone.append(atom)
    parts = [*alone, _branches(node, backwards=backwards)]
    return "".join(reversed(parts) if backwards else parts)


def _branches(node: Node, *, backwards: bool) -> str:
    """The pattern of a node at which forms end or part."""
    children = sorted((atom, child) for atom, child in _apart(node).items() if atom not in (_END, _YIELD))
    branches = [_pattern({atom: child}, backwards=backwards) for atom, child in children]
    if _YIELD in node:
        branches.append(_YIELD)
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 and _END not in node else f"(?:{'|'.join(branches)})"
    return f"{body}?" if _END in node else body


def _apart(node: Node) -> Node:
    """`node` without atoms that match the same letter (``A`` beside ``[Aa]``), as only one of them would be tried."""
    either = [atom for atom in node if len(atom) > 3 and atom[0] == "[" and atom[1] in node]
    apart = {atom: child for atom, child in node.items() if atom not in either}
    for atom in either:
        apart[atom[1]] = _merged(node[atom[1]], node[atom])
        apart[atom[2]] = _merged(node.get(atom[2], {}), node[atom])
    return apart


def _merged(one: Node, other: Node) -> Node:
    shared = {atom: _merged(one[atom], other[atom]) for atom in one.keys() & other.keys()}
    return {**one, **other, **shared}
