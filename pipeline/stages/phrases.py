"""The grammar of role phrases, shared by the people stage (where a name begins) and the roles stage (what the phrase says).

In: the text. Out: `Phrase`s in text order, each a position with its complement cut into `Part`s; the name is never in it.

>>> [text[p.start:p.end] for text in ["kata Bupati Sleman Kustini dan Kepala Dinas Pertanian, Pangan, dan Perikanan Sleman Heru"] for p in find(text)]
['Bupati Sleman', 'Kepala Dinas Pertanian, Pangan, dan Perikanan Sleman']
>>> [part.kind for part in find("Kepala BGTK Provinsi Sumatera Selatan, Ohorella")[0].parts]
['position', 'organization', 'region']
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import regex

from pipeline.lexicon import names, posts, regions
from pipeline.schema import RoleStatus

PartKind = Literal["position", "organization", "head", "word", "acronym", "number", "region", "bracket", "plain", "link"]
"""``head``: a body's head noun (*Universitas*); ``word``: a capitalised word of a unit or body; ``plain``: a small-letter noun (*guru* **fisika**);
``link``: a comma, conjunction or preposition between parts; ``bracket``: an acronym in brackets."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a role phrase, as character offsets into the text."""

    kind: PartKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """A role phrase ``[start, end)``: status word, position and complement, without any name."""

    start: int
    end: int
    position: posts.Position
    status: RoleStatus
    parts: tuple[Part, ...]

    @property
    def is_bare(self) -> bool:
        """Whether the phrase is a position alone (*Bupati*, *guru*) that names no body either (*Mendikdasmen* does)."""
        return len(self.parts) == 1 and self.position.organization is None


_POSITION = regex.compile(posts.POSITION_PATTERN)
_ORGANIZATION = regex.compile(posts.ORGANIZATION_PATTERN)
_HEAD = regex.compile(posts.HEAD_PATTERN)
_REGION = regex.compile(regions.REGION_PATTERN)
_TITLE = regex.compile(r"(?:" + "|".join(sorted({regex.escape(f) for t in names.TITLES if t.kind != "corps" for f in t.forms}, key=len, reverse=True)) + r")(?![\p{L}\p{N}])")
_CAPITAL = regex.compile(r"\p{Lu}[\p{L}\p{M}\p{N}]*+(?:['’‘-][\p{L}\p{N}]++)*+")
_ACRONYM = regex.compile(r"\p{Lu}{2,}[\p{Lu}\p{N}]*+(?:[-/]\p{Lu}[\p{Lu}\p{N}]*+)*+(?!\p{L})|\p{Lu}\p{Ll}*+\p{Lu}{2,}[\p{L}]*+")
_NUMBER = regex.compile(r"(?:\d{1,4}\p{Lu}?|[IVX]{1,5})(?![\p{L}\p{N}]|[.,]\d)")
_BRACKET = regex.compile(r"[ ]?\((?=\p{Lu})[\p{L}\p{N}][\p{L}\p{N} /&.-]{1,60}+\)")
_NAME_AFTER_COMMA = regex.compile(rf",[ ](?P<titles>(?:{_TITLE.pattern}[., ]*)*)(?P<word>{_CAPITAL.pattern})")
_KIND_OF_REGION = regex.compile(r"(?:Provinsi|Propinsi|Prov|Kabupaten|Kab|Kota|Kecamatan|Kec|Kelurahan|Desa)(?:\.|[ ])")
_COMMISSION = regex.compile(r"Komisi(?=[ ][IVX\d])")
_SAINT = regex.compile(r"(?:Bruder|Frater|Suster|Santo|Santa|Kristus|Tuan Guru)[ ]")
_MORE = regex.compile(r"[ ](?:\p{Lu}|\d)")
_SPACE = regex.compile(r"[ \u00a0\u202f]++")
_LIST = regex.compile(r",[ ]++(?:(?:dan|serta|&)[ ]++)?|[ ]++(?:dan|serta|&|atau)[ ]++|[ ]?[/&–-][ ]?|[ ](?:of|for|and|the)[ ](?:the[ ])?")
_PREPOSITION = regex.compile(r"[ ]++(?P<word>dari|pada|kepada|di|untuk|bidang|urusan|asal|tingkat|jurusan|lingkungan|program studi|wilayah)[ ]++")
_PLAIN = regex.compile(
    r"(?!(?:yang|itu|ini|tersebut|dan|atau|serta|untuk|dalam|dengan|adalah|ialah|yakni|yaitu|menjadi|saat|ketika|juga|pun|telah|sudah|akan|sedang|masih|tidak|tak"
    r"|bisa|dapat|harus|hingga|sampai|sebagai|selaku|kepada|oleh|di|ke|dari|pada|bahwa|agar|karena|setelah|usai|saja|lain|lainnya|lalu|kemudian|hanya|bukan|bernama"
    r"|terpilih|kami|kita|saya|mereka|sejak|antara|seperti|secara|sekaligus|bersama|melalui|terhadap|para|lagi|kata|ujar|jelas|ungkap|tutur|ucap|lanjut|tambah|imbuh"
    r"|papar|sebut|tegas|tandas|cetus)\b|me[mnlrwyng]\p{Ll}{3}|di\p{Ll}{4}|ber(?!kelanjutan|encana|bakat)\p{Ll}{3})\p{Ll}{3,}+(?:-\p{Ll}++)?(?!\p{L})"
)
_STATUS = regex.compile(
    r"(?:(?P<acting>[Pp]l[th]\.?|Pjs?\.?|[Pp](?:en|e)jabat(?: [Ss]ementara)?(?: \(Pjs?\.?\))?|[Pp]elaksana (?:[Tt]ugas|[Hh]arian)(?: \(Pl[th]\.?\))?)|(?P<former>[Mm]antan|[Ee]ks|[Bb]ekas)|(?P<candidate>[Cc]alon))[ ]$"
)
_ACTING = regex.compile(r"[Pp]elaksana (?:[Tt]ugas|[Hh]arian)|[Pp](?:enjabat|ejabat) [Ss]ementara|[Pp]enjabat(?=[ (])")
_HONOURED = regex.compile(r"(?<!\p{L})(?:Universitas|Jalan|Jl\.?|Stadion|Bandara|Masjid|Gedung|Taman|Museum|Institut|RSUD|RS|SMA|SMP|SD|Pondok Pesantren|Ponpes|Pesantren|MTs|MA)[ ]\Z")
"""What is named after a holder of the title behind it (*Universitas* **Sultan** *Ageng Tirtayasa*)."""
_ELECT = regex.compile(r"[ ]++(?P<elect>terpilih)(?!\p{L})")
_GENERAL = regex.compile(r"(?:Direktorat|Inspektorat|Sekretariat|Konsulat|Inspektur|Direktur|Sekretaris)[ ]Jenderal(?!\p{L})")
"""Where *Jenderal* is no rank."""
_STATE = ("Indonesia", "RI", "Republik Indonesia")
"""Names of the state, which close the names of bodies (*DPR* **RI**) rather than tell a region."""
_LOOK_BACK = 40
_MOST_PLAIN = 4
_LONGEST_RUN = 8


def find(text: str) -> tuple[Phrase, ...]:
    """All role phrases of `text`, in order, not overlapping."""
    found: list[Phrase] = []
    at = 0
    while (match := _POSITION.search(text, at)) is not None:
        if (status := _ACTING.match(text, match.start())) is not None:
            at = status.end()
            continue
        phrase = None if _HONOURED.search(text, max(0, match.start() - _LOOK_BACK), match.start()) else _read(text, match)
        if phrase is not None:
            found.append(phrase)
        at = max(match.end(), phrase.end if phrase else 0)
    return tuple(found)


def _read(text: str, match: regex.Match[str]) -> Phrase | None:
    """The phrase that begins with the position in `match`."""
    position = posts.position_of(match[0])
    title = _TITLE.match(text, match.start())
    if position is None or (title is not None and title.end() > match.end()):
        return None
    position, position_end = _cut(text, match, position)
    parts = [Part("position", match.start(), position_end)]
    status: RoleStatus = "current"
    start = match.start()
    before = text[max(0, start - _LOOK_BACK) : start]
    if sign := _STATUS.search(before):
        status = sign.lastgroup  # type: ignore[assignment]
        start -= len(sign[0])
    while (more := _next(text, parts, position)) is not None:
        parts.extend(more)
        if (sign := _ELECT.match(text, parts[-1].end)) is not None:
            status = "elect"
            parts.append(Part("plain", sign.start("elect"), sign.end()))
    if len(parts) == 1 and match[0][0].isupper() and names.is_given_name(match[0]):
        return None  # Imam, Putra
    return Phrase(start, parts[-1].end, position, status, tuple(parts))


def _cut(text: str, match: regex.Match[str], position: posts.Position) -> tuple[posts.Position, int]:
    """The post without the body that the lexicon's form holds: *Kepala* for *Kepala Balai* where *Balai Bahasa* goes on behind it."""
    for space in _SPACE.finditer(text, match.start(), match.end()):
        shorter = posts.position_of(text[match.start() : space.start()])
        head = _HEAD.match(text, space.end())
        body = _ORGANIZATION.match(text, space.end()) or (head if head and _is_body(head[0]) else None) or _COMMISSION.match(text, space.end())
        if shorter and body and (body.end() > match.end() or (body.end() == match.end() and (position.organization or _MORE.match(text, body.end())))):
            return shorter, space.start()
    return position, match.end()


def _next(text: str, parts: list[Part], position: posts.Position) -> list[Part] | None:
    """The next parts of a phrase that has `parts` so far, or `None` where it ends."""
    at = parts[-1].end
    if (bracket := _BRACKET.match(text, at)) is not None:
        return [Part("bracket", bracket.start(), bracket.end())]
    if (space := _SPACE.match(text, at)) is not None:
        part = _piece(text, space.end(), parts, position)
        if part is not None:
            return [part]
    if (link := _LIST.match(text, at)) is not None:
        part = _listed(text, link.end(), parts, position)
        if part is not None:
            return [Part("link", link.start(), link.end()), part]
    if (link := _PREPOSITION.match(text, at)) is not None:
        part = _governed(text, link, parts, position)
        if part is not None:
            return [Part("link", link.start(), link.end()), part]
    return None


def _piece(text: str, at: int, parts: list[Part], position: posts.Position) -> Part | None:
    """A part that follows after a space."""
    last = parts[-1].kind
    if last == "position" and position.level in ("district", "village"):
        return _small_region(text, at, position)
    if (found := _ORGANIZATION.match(text, at)) is not None:
        named = posts.organization_of(found[0])
        in_name = last == "head" and named is not None and named.type == "association"  # SMP Muhammadiyah
        return Part("word" if in_name else "organization", at, found.end())
    if _TITLE.match(text, at) is not None and not _GENERAL.match(text, parts[-1].start) and not (last == "head" and _SAINT.match(text, at)):
        return None
    if (end := _region(text, at, parts)) is not None:
        return Part("region", at, end)
    if (found := _HEAD.match(text, at)) is not None:
        return Part("head" if _is_body(found[0]) else "word", at, found.end())
    if (found := _NUMBER.match(text, at)) is not None and last != "region":
        return Part("plain" if last == "plain" else "number", at, found.end())
    holds_office = position.role_class in ("official", "institutional") and position.takes != "region"
    if last == "position" and holds_office and text[at : at + 1].isupper() and (found := _POSITION.match(text, at)) is not None:
        return Part("word", at, found.end())
    if (found := _ACRONYM.match(text, at)) is not None and not _is_initial(text, found):
        return Part("acronym", at, found.end())
    if (found := _CAPITAL.match(text, at)) is not None:
        if names.word_kind(found[0]) in ("body", "place"):
            return Part("word", at, found.end())
        return _unknown(text, at, parts, position)
    if position.role_class in ("professional", "lay") or position.takes == "unit":
        return _plain(text, at, parts)
    return None


def _is_body(written: str) -> bool:
    """Whether a head noun begins the name of a body rather than of a unit in one."""
    head = posts.head_of(written)
    return head is not None and head.kind == "body"


def _is_initial(text: str, acronym: regex.Match[str]) -> bool:
    """Whether two capitals are the initials of the name behind them (*TB Hasanuddin*) rather than a body."""
    if acronym.end() - acronym.start() != 2 or acronym[0] in ("RI", "PT", "RT", "RW", "RS", "TK", "SD"):
        return False
    behind = _CAPITAL.match(text, acronym.end() + 1)
    return behind is not None and names.word_kind(behind[0]) is None and _REGION.match(text, behind.start()) is None


def _region(text: str, at: int, parts: list[Part]) -> int | None:
    """The end of the region at `at`; a second one needs its kind word (*Desa X Kecamatan Y*), as names contain regions' names (*Bima Arya*)."""
    found = _REGION.match(text, at)
    if found is None or found[0] in _STATE:
        return None
    named = found[0]
    if parts[-1].kind == "region" and not regex.match(r"(?:Prov|Kab|Kota |Kec|Desa|Kel)", named):
        return None
    words = named.split()
    while len(words) > 2 and not regions.lookup(" ".join(words)):
        words.pop()
    end = at
    for word in words:
        end = text.index(word, end) + len(word)
    return end


def _small_region(text: str, at: int, position: posts.Position) -> Part | None:
    """The district or village of a *Camat* or *Kepala Desa*: the longest one that Kemendagri lists, else the first word alone."""
    run = list(_run(text, at, titles=True))
    kind = "Kecamatan" if position.level == "district" else "Desa"
    for word in run[2::-1]:
        if regions.lookup(f"{kind} {text[at : word.end()]}"):
            return Part("region", at, word.end())
    alone = run and (len(run) > 1 or text[run[0].end() : run[0].end() + 2] == ", ") and not names.is_given_name(run[0][0])
    return Part("region", at, run[0].end()) if alone else None


def _unknown(text: str, at: int, parts: list[Part], position: posts.Position) -> Part | None:
    """Capitalised words that no lexicon knows and that belong to the phrase, not to a name behind it.

    They do where a known word of bodies follows in the same run (*Direktur* **Pijar Timur** *Indonesia*), where a head noun still wants its name
    (*Yayasan* **Lentera**), and where the phrase has no body yet and a given name comes later (*CEO* **Bukalapak** *Kurnia*).
    """
    run = list(_run(text, at, titles=_SAINT.match(text, at) is not None))
    if not run:
        return None
    in_region = text[run[-1].end() : run[-1].end() + 2] == ", " and _REGION.match(text, run[-1].end() + 2) is not None
    wants = parts[-1].kind == "head" or (parts[-1].kind == "position" and _ends_with_head(text[parts[-1].start : parts[-1].end])) or (
        parts[-1].kind == "number" and parts[-2].kind == "head" and (in_region or not names.is_given_name(run[0][0]))
    )
    wants = wants or (parts[-1].kind == "word" and names.word_kind(text[parts[-1].start : parts[-1].end]) == "place" and (parts[-2].kind == "head" or not names.is_given_name(run[0][0])))
    given = [n for n, word in enumerate(run) if names.is_given_name(word[0])]
    known = next((n for n, word in enumerate(run) if n and _is_body_word(text, word)), None)
    if known is not None and (wants or 0 not in given):
        return Part("word", at, run[known - 1].end())
    listed = _NAME_AFTER_COMMA.match(text, run[-1].end())
    if not given and position.takes in ("unit", "organization") and (_titled(text, run[-1].end()) or (listed and (listed["titles"] or names.is_given_name(listed["word"])))):
        return Part("word", at, run[-1].end())
    later = next((n for n in given if n), None)
    complete = any(part.kind in ("organization", "head", "acronym", "region") for part in parts)
    if wants:
        whole = listed and (names.is_given_name(listed["word"]) or later is None) or later is None
        return Part("word", at, run[-1 if whole else (later or 1) - 1].end())
    if not complete and later is not None and 0 not in given and position.takes in ("organization", "unit"):
        return Part("word", at, run[later - 1].end())
    return None


def _ends_with_head(written: str) -> bool:
    """Whether a position closes with a head noun whose name follows (*Kepala Puskesmas*)."""
    return " " in written and posts.head_of(written.rpartition(" ")[2]) is not None


def _is_body_word(text: str, word: regex.Match[str]) -> bool:
    """Whether a capitalised word is known to be part of a body's or a region's name."""
    if names.is_given_name(word[0]):
        return False
    at = word.start()
    return (
        names.word_kind(word[0]) in ("body", "place")
        or _ORGANIZATION.match(text, at) is not None
        or _HEAD.match(text, at) is not None
        or _KIND_OF_REGION.match(text, at) is not None
        or (len(word[0]) > 2 and _ACRONYM.fullmatch(word[0]) is not None)
    )


def _titled(text: str, at: int) -> bool:
    """Whether a title, and so a name, follows."""
    return text[at : at + 1] == " " and _TITLE.match(text, at + 1) is not None


def _run(text: str, at: int, *, titles: bool = False) -> Iterator[regex.Match[str]]:
    """The capitalised words from `at` on, up to a title unless `titles` are wanted too, at most eight."""
    for _ in range(_LONGEST_RUN):
        found = _CAPITAL.match(text, at)
        if found is None or (not titles and _TITLE.match(text, at)):
            return
        yield found
        if text[found.end() : found.end() + 1] != " ":
            return
        at = found.end() + 1


def _plain(text: str, at: int, parts: list[Part]) -> Part | None:
    """A small-letter noun that narrows a profession (*guru* **matematika**)."""
    if sum(part.kind == "plain" for part in parts) >= _MOST_PLAIN or parts[-1].kind not in ("position", "plain"):
        return None
    found = _PLAIN.match(text, at)
    return Part("plain", at, found.end()) if found else None


def _listed(text: str, at: int, parts: list[Part], position: posts.Position) -> Part | None:
    """What a comma or *dan* adds to a list of units, or the larger region behind a region."""
    if parts[-1].kind == "region":
        found = _REGION.match(text, at)
        if found is not None and "," in text[parts[-1].end : at] and text[found.end() : found.end() + 1] in (",", " ", ".", "("):
            return Part("region", at, found.end())
        return None
    if (parts[-1].kind == "position" and position.takes not in ("unit", "organization")) or _is_post(text, at):
        return None
    word = _CAPITAL.match(text, at)
    if word is None or names.word_kind(word[0]) != "body":
        return None
    return Part("word", at, word.end())


def _is_post(text: str, at: int) -> bool:
    """Whether another holder's post begins at `at`; *Guru*, *Mahasiswa* and the like also fill the names of bodies."""
    found = _POSITION.match(text, at)
    position = posts.position_of(found[0]) if found else None
    return position is not None and position.role_class in ("official", "institutional")


def _governed(text: str, link: regex.Match[str], parts: list[Part], position: posts.Position) -> Part | None:
    """What a preposition adds: a body (*dari Universitas …*), a field (*bidang Pendidikan*)."""
    at = link.end()
    has_body = any(part.kind in ("organization", "head", "acronym") for part in parts)
    if (found := _ORGANIZATION.match(text, at)) is not None and not has_body:
        return Part("organization", at, found.end())
    if (found := _HEAD.match(text, at)) is not None and not has_body:
        return Part("head" if _is_body(found[0]) else "word", at, found.end())
    if link["word"] == "di" and position.takes != "region":
        return None
    if (found := _REGION.match(text, at)) is not None and link["word"] in ("asal", "wilayah", "dari", "di"):
        return Part("region", at, found.end())
    if (found := _ACRONYM.match(text, at)) is not None and not has_body:
        return Part("acronym", at, found.end())
    if (found := _CAPITAL.match(text, at)) is not None and names.word_kind(found[0]) == "body":
        return Part("word", at, found.end())
    if link["word"] in ("bidang", "urusan") and (found := _PLAIN.match(text, at)) is not None:
        return Part("plain", at, found.end())
    return None
