"""Capitalised words that no lexicon knows: does the name of a body go on, or does a person's name begin?

In: the run of such words behind the parts read so far. Out: the part that belongs to the phrase, or `None`: a name.

>>> from pipeline.stages.phrases.find import find
>>> text = "Direktur Yayasan Lentera Bambang hadir"
>>> text[: find(text)[0].end]
'Direktur Yayasan Lentera'
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import regex

from pipeline.lexicon import names, posts, regions
from pipeline.stages.phrases import patterns as p
from pipeline.stages.phrases.model import BODIES, Part

Spoken = Callable[[], frozenset[str]]
"""The words of the article that speak, looked up where they are needed."""
_LONGEST_RUN = 8
_LONGEST_REGION = 3


def speakers(text: str) -> frozenset[str]:
    """The capitalised words that stand alone as speakers somewhere in `text` and are neither posts nor bodies.

    >>> sorted(speakers("Bernad mengatakan hal itu. “Siap,” kata Dicky. Bupati menambahkan, menurut Bappenas."))
    ['Bernad', 'Dicky']
    """
    found = {match["behind"] or match["before"] for match in p.SPEAKER.finditer(text)}
    return frozenset(word for word in found if not (names.word_kind(word) or posts.is_known(word)))


def unknown(text: str, at: int, parts: Sequence[Part], position: posts.Position, spoken: Spoken) -> Part | None:
    """The capitalised words at `at` that belong to the phrase with `parts`.

    They do where a known word of bodies follows in the same run (*Direktur* **Pijar Timur** *Indonesia*), where a head
    noun still wants its name (*Yayasan* **Lentera**), where the phrase has no body yet and a given name comes later
    (*CEO* **Bukalapak** *Kurnia*), and where the name comes behind a comma (*Direktur GTK* **Diksus***, Praptono*). A
    word that the article quotes by itself begins a name too (*CEO* **Haveltea** *Ifana Azizah*: *kata Ifana*).
    """
    run = list(_run(text, at, titles=p.SAINT.match(text, at) is not None))
    if not run or parts[-1].kind == "region":
        return None
    end = run[-1].end()
    given = _given(run, spoken)
    later = next((n for n in given if n), None)
    open_ended = position.takes in ("unit", "organization") and not given
    if _wants_name(text, run, parts):
        known = _first_known(text, run)
        is_eponym = all(names.is_given_name(word[0]) for word in run)  # Universitas Sultan Agung
        is_whole = is_eponym or _is_before_holder(text, end) or p.REGION_BEHIND.match(text, end) is not None
        if known is None and not is_whole:
            known = later or _behind_region(text, run)
        return Part("word", at, run[known - 1].end() if known else end)
    if open_ended and (_is_titled(text, end) or _is_listed(text, run)):
        return Part("word", at, end)
    has_body = any(part.kind in BODIES for part in parts)
    if has_body and not given and p.ABBREVIATED.match(text, end):  # Badan … Jabodetabek (BPTJ)
        return Part("word", at, end)
    if has_body and not given and _is_in_region(text, end):  # SPPG Labuan Kananga, Kecamatan Tambora
        return Part("word", at, end)
    if 0 in given or (has_body and parts[-1].kind != "word"):
        return None
    known = _first_known(text, run)
    if has_body:
        is_before = known is not None and not any(n < known for n in given)
        return Part("word", at, run[known - 1].end()) if known and is_before else None
    if known is None and position.takes in ("unit", "organization"):
        known = later
    return Part("word", at, run[known - 1].end()) if known else None


def _given(run: Sequence[regex.Match[str]], spoken: Spoken) -> list[int]:
    """The words of `run` that begin or fill a person's name, by the lexicon or by the article's own words."""
    given = {n for n, word in enumerate(run) if names.is_given_name(word[0])}
    heard = {n for n, word in enumerate(run) if word[0] in spoken()} if len(run) > 1 else set()
    return sorted(given | (heard - {0} if given else heard))


def _behind_region(text: str, run: Sequence[regex.Match[str]]) -> int | None:
    """The first word behind the district at the beginning of `run` (*Puskesmas* **Cempaka Putih** *Dicky Alsadik*)."""
    ends = [word.end() for word in run[:_LONGEST_REGION]]
    whole = text[run[0].start() : run[-1].end()]
    longest = regions.prefix(whole, ("district", "regency", "city"))
    if longest is None or len(longest) == len(whole):
        return None
    end = run[0].start() + len(longest)
    return ends.index(end) + 1 if end in ends else None


def small_region(text: str, at: int, position: posts.Position) -> Part | None:
    """The district or village of a *Camat* or *Kepala Desa*: the longest that Kemendagri lists, else the first word."""
    whole = list(_run(text, at, titles=True))
    if len(whole) > 1 and not names.is_given_name(whole[0][0]) and _holder_follows(text, whole[-1].end()):
        return Part("region", at, whole[-1].end())  # Kepala Desa Tanjung Rejo, Rugiono
    run = whole[:_LONGEST_REGION]
    kind = "Kecamatan" if position.level == "district" else "Desa"
    for word in reversed(run):
        if regions.lookup(f"{kind} {text[at : word.end()]}"):
            return Part("region", at, word.end())
    if not run or p.TITLE.match(text, at):
        return None
    titled = next((n for n, word in enumerate(whole) if n and p.TITLE.match(text, word.start())), None)
    if titled is not None:  # Kapolsek Sukamaju Iptu Bagus
        return Part("region", at, whole[titled - 1].end())
    if names.is_given_name(run[0][0]):
        return None
    return Part("region", at, run[0].end()) if len(run) > 1 or text[run[0].end() :][:2] == ", " else None


def neighbourhood(text: str, at: int) -> Part | None:
    """The place behind *warga* that no list of regions has (*warga* **Sukajadi**), unless it speaks or has an age."""
    run = list(_run(text, at))[:_LONGEST_REGION]
    first = next((n for n, word in enumerate(run) if names.is_given_name(word[0])), len(run))
    if first == 0:
        return None
    end = run[first - 1].end()
    is_place = first < len(run) or p.NEIGHBOURS.match(text, end) is not None
    return Part("region", at, end) if is_place else None


def _run(text: str, at: int, *, titles: bool = False) -> Iterator[regex.Match[str]]:
    """The capitalised words from `at` on, up to a title unless `titles` are wanted too, at most eight."""
    for _ in range(_LONGEST_RUN):
        found = p.CAPITAL.match(text, at)
        if found is None or p.STAND_IN.match(text, at) or (not titles and p.TITLE.match(text, at)):
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
        case "head":  # not Santika Hotel
            before = [text[part.start : part.end] for part in parts[:-1] if part.kind == "word"]
            is_told = any(names.word_kind(word.rpartition(" ")[2]) or _is_told(word) for word in before)
            return is_told or len(parts) == 1 or parts[-2].kind != "word"
        case "position":  # Kepala Puskesmas
            return " " in written and posts.head_of(written.rpartition(" ")[2]) is not None
        case "bracket":  # Satuan Pelayanan Pemenuhan Gizi (SPPG) Moyoketen, not Kepala Staf Kepresidenan (KSP) Dudung
            head = posts.head_of(written.strip(" ()"))
            return head is not None and after_head and head is posts.head_of(text[parts[-2].start : parts[-2].end])
        case "number":  # SD Negeri 3 Jekulo
            return after_head and (not is_given or _is_in_region(text, run[-1].end()))
        case "word":  # Taman Margasatwa
            return (names.word_kind(written) == "place" and (after_head or not is_given)) or (
                after_head and p.SAINT.match(text, run[0].start()) is not None
            )
    return False


def _first_known(text: str, run: Sequence[regex.Match[str]]) -> int | None:
    """The first word after the run's first that is known to be part of a body's or a region's name."""
    later = range(1, len(run))
    return next((n for n in later if _is_body_word(text, run[n]) or _is_last_region(text, run[n:])), None)


def _is_told(written: str) -> bool:
    """Whether a lexicon explains a word before a head noun, so that it is no name that the noun follows."""
    return posts.is_known(written) or regions.lookup(written) != () or written.isupper()


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


def _is_last_region(text: str, run: Sequence[regex.Match[str]]) -> bool:
    """Whether a region is at the end of `run` or before a given name in it (*Kadis Parpora* **Sijunjung** *Ratna*)."""
    found = None if names.is_given_name(run[0][0]) else p.REGION.match(text, run[0].start())
    if found is None:
        return False
    behind = [word for word in run if word.start() > found.end()]
    return not behind or names.is_given_name(behind[0][0]) or _is_last_region(text, behind)


def _is_listed(text: str, run: Sequence[regex.Match[str]]) -> bool:
    """Whether the name begins behind the comma after `run`; a single word before the comma needs no more proof."""
    end = run[-1].end()
    return _begins_name(text, end) or (len(run) == 1 and _holder_follows(text, end))


def _is_before_holder(text: str, at: int) -> bool:
    """Whether the holder is still to come: a full name behind a comma, or one that is withheld."""
    listed = p.NAME_AFTER_COMMA.match(text, at)
    is_full = listed is not None and bool(listed["next"]) and _holder_follows(text, at)
    return is_full or _begins_name(text, at) or p.WITHHELD.match(text, at) is not None


def _holder_follows(text: str, at: int) -> bool:
    """Whether what stands behind a comma at `at` may be a name: no known word, degree, post or region."""
    listed = p.NAME_AFTER_COMMA.match(text, at)
    if listed is None or names.word_kind(listed["word"]) or names.is_degree(listed["word"]):
        return False
    begin = listed.start("word")
    if p.DEGREE.match(text, begin):
        return False
    return p.POSITION.match(text, begin) is None and p.REGION.match(text, begin) is None
