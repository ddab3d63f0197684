"""Capitalised words that no lexicon knows: does the name of a body go on, or does a person's name begin?

In: the run of such words behind the parts read so far. Out: the part that belongs to the phrase, or `None`: a name.

>>> from pipeline.stages.phrases.find import find
>>> text = "Direktur Yayasan Lentera Bambang hadir"
>>> text[: find(text)[0].end]
'Direktur Yayasan Lentera'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from pipeline.lexicon import names, posts, regions
from pipeline.stages.phrases import patterns as p
from pipeline.stages.phrases.model import BODIES, Part

_LONGEST_RUN = 8
_LONGEST_REGION = 3


def unknown(text: str, at: int, parts: Sequence[Part], position: posts.Position) -> Part | None:
    """The capitalised words at `at` that belong to the phrase with `parts`.

    They do where a known word of bodies follows in the same run (*Direktur* **Pijar Timur** *Indonesia*), where a head
    noun still wants its name (*Yayasan* **Lentera**), where the phrase has no body yet and a given name comes later
    (*CEO* **Bukalapak** *Kurnia*), and where the name comes behind a comma (*Direktur GTK* **Diksus***, Praptono*).
    """
    run = list(_run(text, at, titles=p.SAINT.match(text, at) is not None))
    if not run or parts[-1].kind == "region":
        return None
    end = run[-1].end()
    given = [n for n, word in enumerate(run) if names.is_given_name(word[0])]
    later = next((n for n in given if n), None)
    open_ended = position.takes in ("unit", "organization") and not given
    if _wants_name(text, run, parts):
        known = _first_known(text, run)
        is_eponym = len(run) == len(given)  # Universitas Sultan Agung
        if known is None and not is_eponym and not _begins_name(text, end):
            known = later
        return Part("word", at, run[known - 1].end() if known else end)
    if open_ended and (_is_titled(text, end) or _is_listed(text, run)):
        return Part("word", at, end)
    if 0 in given or any(part.kind in BODIES for part in parts):
        return None
    known = _first_known(text, run)
    if known is None and position.takes in ("unit", "organization"):
        known = later
    return Part("word", at, run[known - 1].end()) if known else None


def small_region(text: str, at: int, position: posts.Position) -> Part | None:
    """The district or village of a *Camat* or *Kepala Desa*: the longest that Kemendagri lists, else the first word."""
    run = list(_run(text, at, titles=True))[:_LONGEST_REGION]
    kind = "Kecamatan" if position.level == "district" else "Desa"
    for word in reversed(run):
        if regions.lookup(f"{kind} {text[at : word.end()]}"):
            return Part("region", at, word.end())
    if not run or names.is_given_name(run[0][0]) or p.TITLE.match(text, at):
        return None
    return Part("region", at, run[0].end()) if len(run) > 1 or text[run[0].end() :][:2] == ", " else None


def _run(text: str, at: int, *, titles: bool = False) -> Iterator[regex.Match[str]]:
    """The capitalised words from `at` on, up to a title unless `titles` are wanted too, at most eight."""
    for _ in range(_LONGEST_RUN):
        found = p.CAPITAL.match(text, at)
        if found is None or (not titles and p.TITLE.match(text, at)):
            return
        yield found
        if text[found.end() : found.end() + 1] != " ":
            return
        at = found.end() + 1


def _wants_name(text: str, run: Sequence[regex.Match[str]], parts: Sequence[Part]) -> bool:
    """Whether the last part is a noun that a proper name completes."""
    last = parts[-1]
    written = text[last.start : last.end]
    is_given = names.is_given_name(run[0][0])
    after_head = len(parts) > 1 and parts[-2].kind == "head"
    match last.kind:
        case "head":
            return True
        case "position":  # Kepala Puskesmas
            return " " in written and posts.head_of(written.rpartition(" ")[2]) is not None
        case "number":  # SD Negeri 3 Jekulo
            return after_head and (not is_given or _is_in_region(text, run[-1].end()))
        case "word":  # Taman Margasatwa
            return names.word_kind(written) == "place" and (after_head or not is_given)
    return False


def _first_known(text: str, run: Sequence[regex.Match[str]]) -> int | None:
    """The first word after the run's first that is known to be part of a body's or a region's name."""
    return next((n for n, word in enumerate(run) if n and _is_body_word(text, word)), None)


def _is_body_word(text: str, word: regex.Match[str]) -> bool:
    if names.is_given_name(word[0]):
        return False
    is_acronym = len(word[0]) > 2 and p.ACRONYM.fullmatch(word[0]) is not None
    if is_acronym or names.word_kind(word[0]) in ("body", "place"):
        return True
    return any(pattern.match(text, word.start()) for pattern in (p.ORGANIZATION, p.HEAD, p.REGION_KIND))


def _is_in_region(text: str, at: int) -> bool:
    """Whether a comma and a region follow."""
    return text[at : at + 2] == ", " and p.REGION.match(text, at + 2) is not None


def _is_titled(text: str, at: int) -> bool:
    """Whether a title, and so a name, follows."""
    return text[at : at + 1] == " " and p.TITLE.match(text, at + 1) is not None


def _begins_name(text: str, at: int) -> bool:
    """Whether a comma and what is known to begin a name follow."""
    listed = p.NAME_AFTER_COMMA.match(text, at)
    return listed is not None and (bool(listed["titles"]) or names.is_given_name(listed["word"]))


def _is_listed(text: str, run: Sequence[regex.Match[str]]) -> bool:
    """Whether the name begins behind the comma after `run`; a single word before the comma needs no more proof."""
    end = run[-1].end()
    if _begins_name(text, end):
        return True
    listed = p.NAME_AFTER_COMMA.match(text, end)
    if listed is None or len(run) > 1 or names.word_kind(listed["word"]) or names.is_degree(listed["word"]):
        return False
    at = listed.start("word")
    return p.POSITION.match(text, at) is None and p.REGION.match(text, at) is None
