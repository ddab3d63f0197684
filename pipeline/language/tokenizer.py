"""Tokenizer rules for Indonesian news: degrees, abbreviations, numerals, dates and addresses stay whole, ``Rp`` and ranges are split.

Row offsets never depend on tokens: stages match characters. Tokens feed the model only, so the rules follow the segmentation of its training data.
"""

from __future__ import annotations

import regex
from spacy.lang.char_classes import ALPHA, CONCAT_QUOTES, LIST_ELLIPSES, LIST_ICONS, LIST_PUNCT, LIST_QUOTES
from spacy.language import BaseDefaults

from pipeline.lexicon import Abbreviation, read

_ABBREVIATIONS = {entry.written for entry in read("abbreviations", Abbreviation)}
_DOTTED = r"(?:[A-Z][A-Za-z]{0,5}\.)+(?:[A-Z][A-Za-z]{0,5}\.?)"  # S.Pd. · M.Ikom · B.J.
_DATE = r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}"
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+[.,:]\d+"
_ADDRESS = r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+|[A-Za-z][\w-]*\.(?:com|co\.id|go\.id|ac\.id|id|net|org)"
_WHOLE = regex.compile(rf"(?:{_DOTTED}|{_DATE}|{_NUMBER}|{_ADDRESS})")


def token_match(text: str) -> bool:
    """Whether a white-space-delimited piece is one token as it stands."""
    return _WHOLE.fullmatch(text) is not None or text.lower() in _ABBREVIATIONS


class IndonesianDefaults(BaseDefaults):
    """What spaCy's tokenizer needs: affixes and exceptions, few enough to build in milliseconds."""

    tokenizer_exceptions: dict[str, list[dict[int | str, str]]] = {}  # noqa: RUF012  spaCy's own shape
    prefixes = [*LIST_PUNCT, *LIST_ELLIPSES, *LIST_QUOTES, *LIST_ICONS, r"Rp\.?(?=\d)", r"[-–—+](?=\D)", "§", "%"]  # noqa: RUF012
    suffixes = [  # noqa: RUF012
        *LIST_PUNCT, *LIST_ELLIPSES, *LIST_QUOTES, *LIST_ICONS, r"[-–—]", r"(?<=[\d%])\.", rf"(?<=[{ALPHA}]{{2}})\.", r"(?<=[)\]\"”’])\.", "%",
        r"(?<=\))\.", r"(?<=[0-9])\+", rf"(?<=\d)(?:rb|jt|km|kg|cm|mm|ha|m2|m)",
    ]  # fmt: skip
    infixes = [  # noqa: RUF012
        *LIST_ELLIPSES, *LIST_ICONS, r"[–—]", rf"(?<=[{ALPHA}]{{2}})[.,!?;:](?=[{ALPHA}])", rf"(?<=[{ALPHA}{CONCAT_QUOTES}])[:<>=/()](?=[{ALPHA}{CONCAT_QUOTES}(])",
        r"(?<=\d)-(?=\d)", rf"(?<=[\d])\((?=[\d{ALPHA}])", rf"(?<=[{ALPHA}])[,.]?[{CONCAT_QUOTES}](?=[{ALPHA}])",
    ]  # fmt: skip
    token_match = token_match
