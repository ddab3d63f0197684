"""Patterns of the people stage, composed from the lexicon's titles and degrees: the named groups carry the parts of a name.

>>> match = NAMED.search("kata Dra. Ohorella Erma, M.Ikom., di Palembang")
>>> match["before"], match["name"], match["after"]
('Dra. ', 'Ohorella Erma', ', M.Ikom.')
"""

from __future__ import annotations

import regex

from pipeline.lexicon import cues, names, read
from pipeline.lexicon.trie import BEFORE


def _alternation(forms: set[str]) -> str:
    return "(?:" + "|".join(sorted((regex.escape(form, literal_spaces=True).replace(" ", "[ ]") for form in forms), key=lambda f: (-len(f), f))) + ")"


def _titles(*kinds: str) -> set[str]:
    return {form for title in names.TITLES if title.kind in kinds for form in title.forms}


def _dotless(degree: str) -> str:
    """A degree's pattern that takes its full stops and inner spaces as optional: ``S.Pd.`` → ``S\\.?[ ]?Pd``."""
    return r"\.?[ ]?".join(regex.escape(piece, literal_spaces=True) for piece in degree.rstrip(".").split("."))


SPACE = r"[ \u00a0\u202f]"
END = r"(?![\p{L}\p{N}])"
WORD = r"(?:\p{Lu}['’‘`ʼ](?=\p{L}\p{Ll}))?+\p{Lu}[\p{Ll}\p{M}]++(?:\p{Lu}[\p{Ll}\p{M}]++)*+(?:['’‘`ʼ]\p{L}[\p{Ll}\p{M}]*+)*+(?:-\p{Lu}[\p{Ll}\p{M}]++)*+(?![\p{L}\p{N}])"
"""A capitalised word of a name: *Ratna*, *Mu’ti*, *McKay*, *Al-Hafiz*; no reduplication (*Anak-anak*)."""
INITIALS = rf"(?:\p{{Lu}}\.(?:{SPACE}?\p{{Lu}}\.)*+|\p{{Lu}}{END}|(?!RI|UI|PT|RS|RT|RW|SD|TK|AS|BI|DI|UU|TV)\p{{Lu}}{{2}}(?={SPACE}\p{{Lu}}\p{{Ll}})|(?:Moh|Muh|Mohd|Moch|Mochd|Much|Abd|Ach|Akh|Nurh|St|Th|Chr|Yoh)\.)"
CAPITALS = rf"\p{{Lu}}{{2,}}(?:['’]\p{{Lu}}++)?+{END}"
PARTICLE = rf"(?:bin|binti|van|von|der|den|de|la|el|al|ibn|ibnu|dos|da){END}"
ORDINAL = r"(?:II|III|IV|VI{0,3}|IX|XI{0,3}|XIV|XV|XVI)(?![\p{L}\p{N}])|X(?=[,.]|[ ]\p{Ll})"
_KNOWN = "|".join(sorted({_dotless(degree.written) for degree in names.DEGREES}, key=lambda p: (-len(p), p)))
_DOTTED = rf"(?:[SMABD]|Sp|Ph|LL|Dr|Ed)\.{SPACE}?\p{{Lu}}\p{{L}}{{0,5}}(?:\.\p{{Lu}}?\p{{L}}{{0,5}})*+"
DEGREE = rf"(?:(?:{_KNOWN}){END}\.?|{_DOTTED}{END}\.?)(?:{SPACE}?\([\p{{L}}.]{{2,8}}\)|-\p{{Lu}}{{2,5}}{END})?"
NICKNAME = rf"[“\"'‘(]{WORD}(?:{SPACE}{WORD})?[”\"'’)](?={SPACE}\p{{Lu}})"
NAME = rf"(?:{INITIALS}{SPACE}?)*+{WORD}(?:{SPACE}(?:(?:{PARTICLE}{SPACE})*+(?:{WORD}|(?!{DEGREE}){INITIALS})|{ORDINAL}|{NICKNAME})){{0,9}}+"
CAPITAL_NAME = rf"(?:{INITIALS}{SPACE}?)*+{CAPITALS}(?:{SPACE}(?:{CAPITALS}|{INITIALS})){{1,6}}+"

TITLE = rf"{_alternation(_titles('honorific', 'religious', 'academic'))}{END}"
CORPS = rf"\(?{_alternation(_titles('corps'))}{END}\.?\)?"
RANK = rf"{_alternation(_titles('rank'))}{END}\.?(?:{SPACE}?{CORPS})*+"
BEFORE_NAME = rf"(?:(?:{RANK}|{TITLE})(?:\.,?)?{SPACE}*+)*+"
"""Titles and ranks in a row, with the space behind them."""

AFTER_NAME = rf"(?:(?:{SPACE}?,{SPACE}*+|{SPACE}){DEGREE})++"

NAMED = regex.compile(rf"{BEFORE}(?P<before>{BEFORE_NAME})(?P<name>{NAME}|{CAPITAL_NAME})(?P<after>{AFTER_NAME})?+")
TITLE_IN = regex.compile(rf"(?P<rank>{RANK})|(?P<title>{TITLE}\.?)")
NAME_WORD = regex.compile(rf"{WORD}|{CAPITALS}")

_CUE_ENTRIES = read("cues", cues.Cue)
_CUES = _alternation({form for cue in _CUE_ENTRIES for form in cue.forms})
_CLAUSAL = _alternation({form for cue in _CUE_ENTRIES if cue.complement in ("clause", "either") for form in cue.forms})
CUE_BEFORE = regex.compile(rf"(?:\b(?:{_CUES}|menurut|[Mm]enurut){SPACE})\Z")
CUE_AFTER = regex.compile(rf"{SPACE}(?:(?:juga|pun|kemudian|lalu|turut|kembali|sendiri){SPACE})?{_CLAUSAL}{END}")
SHORT_BODY = regex.compile(
    r"(?:Kem(?:en|d|k|ri)\p{Ll}{2}|Pem(?:kot|kab|prov|da|des)|Pol(?:res|sek|da|tabes|resta|restabes)|Di[sn](?:dik|kes|nak|hub|kom|sos|par|por|perin|naker|tan)|Kan(?:wil|kemenag)|Bawas|Dit(?:jen|res|lan|re)|Sat(?:gas|res|lan|pol)|Mendik|Wamen)\p{L}*"
)
"""Contractions that name bodies, not persons: *Kemenkes*, *Dindikbud*."""
_WITHHELD = r"(?P<name>\p{Lu}(?:\.?\p{Lu}){0,3})(?![\p{L}\p{N}])\.?(?:[ ]\(\d{1,3}(?:[ ]tahun)?\))?"
INITIALED = regex.compile(rf"inisial[ ]{_WITHHELD}(?:(?:,[ ]|,?[ ](?:dan|serta|sedangkan|sementara|bersama)[ ]){_WITHHELD})*+")
"""A person whose name the text withholds: *siswa berinisial* **RA**."""
AGED_INITIALS = regex.compile(r"(?<![\p{L}\p{N}(])(?P<name>\p{Lu}{2,3})(?=[ ]\(\d{1,2}(?:[ ]tahun)?\))")
"""The same without *inisial*, in a text that has used it."""
BRACKETED = regex.compile(r"\((\p{Lu}[\p{L}-]+)\)")
"""A contraction that the text itself explains: *Universitas Tirtayasa (Untirta)*."""
DERIVED = regex.compile(r"Ber\p{Ll}{4,}|Ter\p{Ll}{4,}|Di\p{Ll}{5,}|Me(?:m|n|ng|ny)\p{Ll}{4,}|(?:Pe|Ke)\p{Ll}{3,}an|\p{Lu}\p{Ll}{2,}nya")
"""Shapes of derived words, which begin sentences and are hardly names."""
AGE = regex.compile(rf"{SPACE}\(\d{{1,3}}(?:{SPACE}(?:tahun|thn|th))?\)")
