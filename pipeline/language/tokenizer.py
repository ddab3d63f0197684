"""Tokenizer rules for Indonesian news: degrees, abbreviations, numerals, dates and addresses stay whole; quotation
marks, ``Rp`` and ranges are split.

In: the text. Out: spaCy's tokens. Row offsets never depend on them, as stages match characters: tokens feed the model
only, so the rules follow what its
training data mark up, and no name ever shares a token with its title (``H.Ahmad``) or with a second name
(``Prabowo-Gibran``).
"""

from __future__ import annotations

import re

from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, LIST_ELLIPSES, LIST_ICONS, LIST_PUNCT, LIST_QUOTES
from spacy.lang.tokenizer_exceptions import URL_PATTERN
from spacy.language import BaseDefaults

from pipeline.lexicon import Abbreviation, alternation, read
from pipeline.lexicon.compiled import plain

_MARK = '"“”„«»'  # quotation marks that are no apostrophes
_ABBREVIATION = rf"(?i:{alternation(entry.written for entry in read('abbreviations', Abbreviation))})"
_DEGREE = r"(?:[SMABDP]|Ph)\.(?:[A-Z][A-Za-z]{0,4}\.)*[A-Z][A-Za-z]{0,4}\.?"  # S.Pd. · M.Ikom · A.Md.Keb. · Ph.D.
_INITIALS = r"(?:[A-Z]\.)++[A-Z]?"  # B.J. · R.A.
_DATE = r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}"
_NUMBER = r"\d{1,3}(?:\.\d{3})++(?:,\d++)?|\d++[.,:]\d++"
_ADDRESS = (
    r"(?:https?://|www\.)\S++|[\w.+-]++@[\w-]++\.[\w.]++|[A-Za-z][\w-]*+\.(?:com|co\.id|go\.id|ac\.id|id|net|org)"
)
_COMPOUND = rf"[{ALPHA_LOWER}]++(?:-[\w]++)++|(?P<word>[{ALPHA}]++)-(?P=word)"  # se-Jawa · non-ASN · Guru-Guru
# spaCy strips marks one at a time, each at the cost of all that is left; long runs go off at once.
_LONG_RUN = r"(?<![^\w\s])(?<!_)(?:[^\w\s]|_){16,}"
# spaCy's pattern takes time that grows with the square of what stands before an ``@``.
_URL = plain(rf"(?!\S{{500}}){URL_PATTERN}")
_GLUED = ("Hj", "Dr", "Ir", "Drs", "Dra", "Prof")  # titles that portals write without a space behind their stop
_NOT_GLUED = "".join(rf"(?<!\b{title})" for title in _GLUED)
_QUOTES = [*LIST_ELLIPSES, *LIST_QUOTES, *LIST_ICONS]
_WHOLE = plain(rf"(?:{_ABBREVIATION}|{_DEGREE}|{_INITIALS}|{_DATE}|{_NUMBER}|{_ADDRESS}|{_COMPOUND})\Z")

token_match = _WHOLE.match  # spaCy stores the pattern of this method with a model
"""Whether a piece of text without white space is one token as it stands.

>>> [bool(token_match(text)) for text in ("M.Ikom.", "1.250,75", "12/11/2025", "Guru-Guru", "H.Ahmad", "Jusuf-Kalla")]
[True, True, True, True, False, False]
"""

_COUNTED = re.compile(r"\w+(?:-\w+|[.,:/]\d+)*|[^\w\s]")


def count(text: str) -> int:
    """The words and marks of `text`, alike in all profiles, and without the cost of spaCy's tokens (1.5 % more).

    >>> count("Guru-guru SD, 12/11/2025: Rp 1.250,75.")
    8
    """
    return len(_COUNTED.findall(text))


class IndonesianDefaults(BaseDefaults):
    """What spaCy's tokenizer needs: affixes and exceptions, few enough to build in milliseconds."""

    tokenizer_exceptions: dict[str, list[dict[int | str, str]]] = {}  # noqa: RUF012  spaCy's own shape
    prefixes = [_LONG_RUN, *LIST_PUNCT, *_QUOTES, r"Rp\.?(?=\d)", r"[-–—+](?=\D)", "§", "%"]  # noqa: RUF012
    suffixes = [  # noqa: RUF012
        _LONG_RUN, *LIST_PUNCT, *_QUOTES, r"[-–—]", "%",
        r"(?<=[\d%])\.", rf"(?<=[{ALPHA}]{{2}})\.", r"(?<=[)\]\"”’])\.", r"(?<=\d)\+",
        r"(?<=\d)(?:rb|jt|km|kg|cm|mm|ha|m2|m)",
    ]  # fmt: skip
    infixes = [  # noqa: RUF012
        *LIST_ELLIPSES, *LIST_ICONS, r"[–—]", r"(?<=\d)-(?=\d)", r"(?<=[a-z]{3})-(?=[A-Z])",
        r"(?<=\b[A-Z]\.)(?=[A-Z][a-z]{2})", *(rf"(?<=\b{title}\.)(?=[A-Z])" for title in _GLUED),
        rf"(?<=[{ALPHA}\d])[,.!?;:]+(?=[{_MARK}])", rf"(?<=[{ALPHA}\d,.!?;:])[{_MARK}](?=[{ALPHA}\d,.;:])",
        rf"(?<=[{_MARK}])[,.;:](?=[{ALPHA}])", rf"(?<=[{ALPHA}]{{2}}){_NOT_GLUED}[.,!?;:](?=[{ALPHA}])",
        rf"(?<=[{ALPHA}])[:<>=/()](?=[{ALPHA}(])", rf"(?<=[\d)])[(;](?=[\d{ALPHA}])",
    ]  # fmt: skip
    token_match = token_match
    url_match = _URL.match
