"""What only the end explains: capitalised words that no lexicon knows, but that lead to a holder behind a comma.

In: the text and where the grammar stopped. Out: whether the words from there on belong to the phrase all the same.

>>> text = "Kepala Biro Humas dan Admisi Universitas Tirta Jaya, Bagus Prakoso, hadir"
>>> leads_to_holder(text, text.index(" dan Admisi")), leads_to_holder(text, text.index(", Bagus"))
(True, False)
"""

from __future__ import annotations

import regex

from pipeline.lexicon import names, posts
from pipeline.lexicon.compiled import pattern
from pipeline.stages.phrases import patterns as p
from pipeline.stages.phrases import steps
from pipeline.stages.phrases.abbreviations import abbreviates

_LOOK_BACK = 20
_LONGEST = 12
"""Words of a body's name at most."""
JOINT = regex.compile(r",[ ](?:(?:dan|serta)[ ])?|[ ](?:(?:dan|serta|dari|di|pada|of|&)[ ])?")
"""What stands between two words of a body's name."""
_COMMA = regex.compile(rf"{steps.PERIOD}[ ]?,[ ]")
_LAST_BUT_ONE = pattern(rf"{p.CAPITAL.pattern}(?:[ ]{p.CAPITAL.pattern})*,[ ](?:dan|serta)[ ]")
_HOLDER = pattern(
    rf"(?P<first>{p.CAPITAL.pattern})(?P<more>\.?[ ](?:{p.CAPITAL.pattern}\.?|binti?))*(?P<close>[,(]|[ ][(\p{{Ll}}])"
)


def token(text: str, at: int) -> regex.Match[str] | None:
    """The capitalised word or the number at `at`."""
    return p.CAPITAL.match(text, at) or p.NUMBER.match(text, at)


def leads_to_holder(text: str, at: int, begin: int | None = None) -> bool:
    """Whether words of a body's name lead from `at` to a holder: a title, or a comma and a name that closes.

    They do as well where a bracket abbreviates them with what the phrase holds from `begin` on.
    """
    begin = at if begin is None else begin
    start = at
    at_once = begin == start and text[start : start + 1] == " "  # CEO Warner Bros, David Zaslav
    for count in range(_LONGEST):
        if (bracket := p.BRACKET.match(text, at)) is not None:
            if count and abbreviates(bracket[0].strip(" ()"), text[begin:at].strip()):
                return True
            at = bracket.end()
            continue
        if count and (_is_titled(text, at) or is_holder(text, at)):
            return at_once or not _may_be_name(text, start, at)
        joint = JOINT.match(text, at)
        word = token(text, joint.end()) if joint else None
        if joint is None or word is None:
            return False
        if _begins_name(text, word, at):
            return bool(count) and joint[0] == " " and " dan " in text[start:at]
        if ("," in joint[0] or "dan" in joint[0]) and not _goes_on(text, joint, word):
            return False
        at = word.end()
    return False


def _may_be_name(text: str, start: int, end: int) -> bool:
    """Whether the words between are two or more that nothing tells from a name (*KBRI Praha* **Sugiri Suparwan**)."""
    words = list(p.CAPITAL.finditer(text, start, end))
    is_plain = text[start:end] == "".join(f" {word[0]}" for word in words)
    return len(words) > 1 and is_plain and not any(_is_known(text, word) for word in words)


def _is_known(text: str, word: regex.Match[str]) -> bool:
    """Whether a word is known from the names of bodies or places, or is an acronym."""
    found = (pattern.match(text, word.start()) for pattern in (p.ORGANIZATION, p.HEAD, p.REGION))
    return names.word_kind(word[0]) is not None or word[0].isupper() or any(found)


def _is_titled(text: str, at: int) -> bool:
    """Whether a person's title, and so the holder, follows."""
    return text[at : at + 1] == " " and p.TITLE.match(text, at + 1) is not None


def _begins_name(text: str, word: regex.Match[str], last: int) -> bool:
    """Whether `word` is a given name, a title or an initial, but not *Jenderal* in *Sekretariat Jenderal*."""
    if p.GENERAL.search(text, max(0, last - _LOOK_BACK), word.end()):
        return False
    if names.is_given_name(word[0]):
        return p.HEAD.match(text, word.end() + 1) is None  # Permata Bank
    return (len(word[0]) == 1 and word[0].isalpha()) or p.TITLE.match(text, word.start()) is not None


def _goes_on(text: str, comma: regex.Match[str], word: regex.Match[str]) -> bool:
    """Whether a comma or *dan* is one in a body's name (*Seksi Gizi, Makanan, dan Obat*; *Bidang SD, Disdik*)."""
    post = p.POSITION.match(text, word.start())
    if post is not None and names.word_kind(post[0]) != "body":
        return False
    if any(pattern.match(text, word.start()) for pattern in (p.ORGANIZATION, p.HEAD)):
        return True
    if "," in comma[0] and p.REGION.match(text, word.start()):
        return False
    is_listed = "dan" in comma[0] or _LAST_BUT_ONE.match(text, word.start()) is not None
    return is_listed or names.word_kind(word[0]) == "body"


def is_holder(text: str, at: int) -> bool:
    """Whether a comma and the name of a person follow, which ends in a comma, a bracket or a small letter."""
    comma = _COMMA.match(text, at)
    found = _HOLDER.match(text, comma.end()) if comma else None
    if comma is None or found is None or p.DEGREE.match(text, comma.end()):
        return False
    first = found["first"]
    if names.is_given_name(first):
        return True
    is_initial = len(first) == 1 and found["more"] is not None
    if names.word_kind(first) or posts.is_known(first) or (names.is_degree(first) and not is_initial):
        return False
    begin = found.start()
    if p.REGION.match(text, begin) or p.ORGANIZATION.match(text, begin) or p.POSITION.match(text, begin):
        return False
    return found["more"] is not None or found["close"] == ","
