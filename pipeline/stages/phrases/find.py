"""Role phrases read from left to right: a position, then whatever the grammar lets follow it.

>>> phrase = find("mantan Ketua Komisi X DPR RI, Ratna")[0]
>>> phrase.status, phrase.position.canonical, [part.kind for part in phrase.parts]
('former', 'Ketua', ['position', 'word', 'number', 'organization'])
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import regex

from pipeline.lexicon import names, posts, regions
from pipeline.schema import RoleStatus
from pipeline.stages.phrases import patterns as p
from pipeline.stages.phrases import tail
from pipeline.stages.phrases.abbreviations import ShortForms, abbreviations
from pipeline.stages.phrases.model import BODIES, Part, PartKind, Phrase
from pipeline.stages.phrases.unknown import Spoken, neighbourhood, small_region, speakers, unknown

_LOOK_BACK = 60
_MOST_PLAIN = 6
_MOST_PARTS = 40
_LAWYERS = frozenset(("Kuasa Hukum", "Penasihat Hukum", "Advokat"))
_PLACING = frozenset(("asal", "wilayah", "dari", "untuk", "daerah pemilihan", "dapil", "Dapil"))
_PLACING |= {f"dari {word}" for word in ("daerah pemilihan", "dapil")}
"""Prepositions and nouns before the region of a post."""


def find(text: str) -> tuple[Phrase, ...]:
    """All role phrases of `text`, in order, not overlapping."""
    found: list[Phrase] = []
    surnames: set[str] = set()
    spoken = cache(lambda: speakers(text))
    learnt = ShortForms(abbreviations(text))
    at = 0
    while (match := p.POSITION.search(text, at)) is not None:
        at = match.end()
        longer = p.ACTING.match(text, match.start()) or p.TITLE.match(text, match.start())
        if longer is not None and longer.end() > match.end():  # Pelaksana Tugas, Komisaris Besar Polisi
            at = longer.end()
        elif _is_surname(text, match.start()):
            surnames.add(match[0])
        elif (
            not _is_in_name(text, match.start()) and (phrase := _Reader(text, match, spoken, learnt).read()) is not None
        ):
            found.append(phrase)
            at = max(at, phrase.end)
    return tuple(phrase for phrase in found if not (phrase.is_bare and text[phrase.start : phrase.end] in surnames))


def _is_surname(text: str, start: int) -> bool:
    """Whether the position at `start` is a part of a name (*Abdul* **Hakim**)."""
    before = p.CAPITAL_BEFORE.search(text, max(0, start - _LOOK_BACK), start)
    word = p.CAPITAL.match(text, start)
    return before is not None and word is not None and p.is_compound(before[1].split()[-1], word[0])


def _is_in_name(text: str, start: int) -> bool:
    """Whether the position at `start` is part of the name of a place or body (*Universitas* **Sultan** *Agung*)."""
    before = p.CAPITAL_BEFORE.search(text, max(0, start - _LOOK_BACK), start)
    if before is None:
        return False
    words = before[1].split()
    return names.word_kind(words[-1]) == "place" or any(posts.head_of(" ".join(words[n:])) for n in range(len(words)))


def _is_body(written: str) -> bool:
    """Whether a head noun begins the name of a body rather than of a unit in one."""
    head = posts.head_of(written)
    return head is not None and head.kind == "body"


def _implies_body(written: str) -> bool:
    """Whether a post tells the body that it is in (*Menteri Agama*)."""
    position = posts.position_of(written)
    return position is not None and position.organization is not None


class _Reader:
    """Reads one phrase: `parts` grows until nothing more fits."""

    def __init__(self, text: str, match: re.Match[str], spoken: Spoken, learnt: ShortForms) -> None:
        self.text = text
        self.match = match
        self.spoken = spoken
        self.learnt = learnt
        self.parts: list[Part] = []
        self.is_elect = False

    def read(self) -> Phrase | None:
        """The phrase that begins with the matched position, or `None` where that is a given name."""
        position = posts.position_of(self.match[0])
        if position is None:
            return None
        self.position, end = self._without_body(position)
        if self.text.startswith("nya", end):
            end += len("nya")
        self.parts.append(Part("position", self.match.start(), end))
        start, status = self._status()
        while len(self.parts) < _MOST_PARTS and (more := self._next()):
            self.parts.extend(more)
        if len(self.parts) == 1 and self.match[0][0].isupper() and names.is_given_name(self.match[0]):
            return None  # Imam
        if self._is_rank:
            return None
        return Phrase(start, self._end, self.position, "elect" if self.is_elect else status, tuple(self.parts))

    @property
    def _is_rank(self) -> bool:
        """Whether a short post is a rank before a name (*Irjen Ratna*), not a post in a body (*Irjen Kemenag*)."""
        title = names.title_of(self.match[0])
        is_in_body = len(self.parts) > 1 and self.parts[1].kind in ("organization", "head")
        is_short = self.match[0] != self.position.canonical
        return is_short and title is not None and title.kind == "rank" and not is_in_body

    @property
    def _end(self) -> int:
        return self.parts[-1].end

    @property
    def _last(self) -> PartKind:
        return self.parts[-1].kind

    def _without_body(self, position: posts.Position) -> tuple[posts.Position, int]:
        """The post without the body that the lexicon's form holds (*Kepala* for *Kepala BSKAP*), and where it ends."""
        stop = self.match.end()
        for space in p.SPACE.finditer(self.text, self.match.start(), stop):
            at = space.end()
            shorter = posts.position_of(self.text[self.match.start() : space.start()])
            head = p.HEAD.match(self.text, at)
            if shorter is None or (head is not None and not _is_body(head[0]) and head[0] != "Komisi"):
                continue  # Kepala Bidang, Sekretaris Direktorat Jenderal
            if head is not None and head.end() > stop:
                return shorter, space.start()  # Kepala Sekolah Dasar Negeri
            body = p.ORGANIZATION.match(self.text, at) or p.COMMISSION.match(self.text, at)
            is_whole = position.organization is not None or (body is not None and body[0] == "Komisi")
            post = p.POSITION.match(self.text, at)
            if body is not None and (body.end() > stop or (body.end() == stop and is_whole)):
                return shorter, space.start()
            if post is not None and post.end() > stop and _implies_body(post[0]):
                return shorter, space.start()  # Staf Ahli Menteri Agama
        return position, stop

    def _status(self) -> tuple[int, RoleStatus]:
        """Where the phrase begins, with its status word, and the status."""
        start = self.match.start()
        sign = p.STATUS.search(self.text, max(0, start - _LOOK_BACK), start)
        for status in ("acting", "former", "candidate"):
            if sign and sign[status]:
                return sign.start(), status
        return start, "current"

    def _next(self) -> list[Part]:
        """The parts that come next, none where the phrase ends."""
        text, at = self.text, self._end
        if (sign := p.ELECT.match(text, at)) is not None:
            self.is_elect = True
            return [Part("plain", sign.start("elect"), sign.end())]
        if self._last == "position" and (rank := p.ORDINAL.match(text, at)) is not None:
            return [Part("plain", rank.start("rank"), rank.end())]
        if (detail := self._detail(at)) is not None:
            return [detail]
        if (bracket := p.BRACKET.match(text, at)) is not None:
            return [Part("bracket", bracket.start(), bracket.end())]
        if (space := p.SPACE.match(text, at)) is not None and (part := self._piece(space.end())) is not None:
            return [part]
        if (link := p.LIST.match(text, at)) is not None and (part := self._listed(link)) is not None:
            return [Part("link", link.start(), link.end()), part]
        if (link := p.PREPOSITION.match(text, at)) is not None and (part := self._governed(link)) is not None:
            return [Part("link", link.start(), link.end()), part]
        return self._beyond()

    def _detail(self, at: int) -> Part | None:
        """A pupil's year, or whom a lawyer speaks for."""
        if self.position.role_class == "lay" and len(self.parts) > 1 and (year := p.YEAR.match(self.text, at)):
            return Part("plain", year.start("year"), year.end())
        is_lawyer = self._last == "position" and self.position.canonical in _LAWYERS
        client = p.CLIENT.match(self.text, at) if is_lawyer else None
        return Part("plain", client.start("client"), client.end()) if client else None

    def _beyond(self) -> list[Part]:
        """The next word where the grammar stops, but a holder comes later."""
        joint = tail.JOINT.match(self.text, self._end)
        word = tail.token(self.text, joint.end()) if joint else None
        is_closed = self._last in ("region", "organization", "bracket")
        if joint is None or word is None or (is_closed and joint[0] == " dan "):
            return []
        if not tail.leads_to_holder(self.text, self._end, self.parts[0].end):
            return []
        kind: PartKind = "region" if self._last == "position" and self.position.takes == "region" else "word"
        link = [Part("link", joint.start(), joint.end())] if joint[0].strip() else []
        return [*link, Part(kind, word.start(), word.end())]

    def _piece(self, at: int) -> Part | None:
        """A part after a space."""
        is_small = self.position.level in ("district", "village") and not p.REGION_KIND.match(self.text, at)
        if is_small and self._last == "position":
            return small_region(self.text, at, self.position)
        if self.position.role_class == "professional" and self._opens_office(at):
            return None  # pembicara kunci Direktur Bina Guru, Ratna
        return self._body(at) or (None if self._is_titled(at) else self._region(at) or self._word(at))

    def _opens_office(self, at: int) -> bool:
        """Whether an office with a capital begins at `at`, which no profession is a part of."""
        return self.text[at].isupper() and self._last != "head" and self._is_post(at)

    def _body(self, at: int) -> Part | None:
        found = p.ORGANIZATION.match(self.text, at)
        if found is None:
            is_head = p.HEAD.match(self.text, at) is not None  # MTs, though the article explains it
            end = None if is_head else self.learnt.end_at(self.text, at)
            site = p.SITE.match(self.text, at)
            return Part("organization", at, end or site.end()) if end or site else None
        if self._last != "head" and (head := p.HEAD.match(self.text, at)) and head[0] == found[0] and _is_body(head[0]):
            return Part("head", at, found.end())
        entry = posts.organization_of(found[0])
        is_named_after = self._last == "head" and entry is not None and self._takes_any_name(entry)
        return Part("word" if is_named_after else "organization", at, found.end())

    def _takes_any_name(self, entry: posts.Organization) -> bool:
        """Whether the head noun before a body's name makes it part of its own (*SMP Muhammadiyah*, *SPPG Polres*)."""
        head = posts.head_of(self.text[self.parts[-1].start : self.parts[-1].end])
        is_free = head is not None and (head.type == "school" or head.canonical in ("SPPG", "Yayasan"))
        return entry.type == "association" or (is_free and entry.type not in posts.OFFICES)

    def _is_titled(self, at: int) -> bool:
        """Whether a person's title begins at `at`, so that the phrase ends."""
        title = p.TITLE.match(self.text, at)
        if title is None or p.GENERAL.match(self.text, self.parts[-1].start):
            return False
        known = names.title_of(title[0])
        behind = p.CAPITAL.match(self.text, title.end() + 1) if known is None or known.kind != "rank" else None
        if behind is not None and names.word_kind(behind[0]) == "body" and not names.is_given_name(behind[0]):
            return False  # Program Studi Doktor Ilmu Hukum
        in_name = self._last == "head" or (self._last == "word" and self.parts[-2].kind == "head")
        return not (in_name and p.SAINT.match(self.text, at))

    def _region(self, at: int) -> Part | None:
        """A region; a second one with its kind (*Desa X Kecamatan Y*) or around the first (*Tuban Jawa Timur*), as
        names hold regions' (*Bima Arya*).
        """
        found = p.REGION.match(self.text, at)
        if found is None or found[0] in p.STATE:
            return None
        kind = p.REGION_KIND.match(found[0])
        if kind is not None and p.HEAD.match(self.text, at + kind.end()):
            return None  # Kelompok Kecamatan SPPG
        if self._last == "region" and not (kind or self._is_around(found[0])):
            return None
        end = found.end()
        while found[0].count(" ") > 1 and not regions.lookup(self.text[at:end]):
            shorter = self.text.rfind(" ", at, end)
            if self.text.find(" ", at, end) == shorter:
                break
            end = shorter
        return Part("region", at, end)

    def _is_around(self, province: str) -> bool:
        """Whether the region read last lies in `province`."""
        inner = regions.lookup(self.text[self.parts[-1].start : self._end])
        outer = {region.code for region in regions.lookup(province) if region.level == "province"}
        return any(region.parent in outer for region in inner)

    def _word(self, at: int) -> Part | None:
        """A head noun, number, acronym or word."""
        text, last = self.text, self._last
        if (found := p.HEAD.match(text, at)) is not None:
            return Part("head" if _is_body(found[0]) else "word", at, found.end())
        if (number := self._number(at)) is not None:
            return number
        is_post = last == "position" and self._has_deputies
        if is_post and (found := p.POSITION.match(text, at)) is not None and found[0][0].isupper():
            return Part("post" if _implies_body(found[0]) else "word", at, found.end())
        if (found := p.ACRONYM.match(text, at)) is not None and not self._is_initials(found):
            return Part("acronym", at, found.end())
        if (found := p.CAPITAL.match(text, at)) is not None:
            if names.word_kind(found[0]) in ("body", "place") or found[0] in self.learnt.words:
                return Part("plain" if last == "region" and found[0] == "Kota" else "word", at, found.end())
            if last == "position" and self.position.role_class == "lay" and self.position.takes == "region":
                return neighbourhood(text, at)
            return unknown(text, at, self.parts, self.position, self.spoken)
        return self._plain(at)

    def _number(self, at: int) -> Part | None:
        """A number; behind a head noun and a region it makes the region a word of the name (*SDK* **Ruteng** *IV*)."""
        found = p.NUMBER.match(self.text, at)
        if found is not None and self._last == "region" and self.parts[-2].kind == "head":
            self.parts[-1] = replace(self.parts[-1], kind="word")
        if found is None or self._last == "region":
            return None
        return Part("plain" if self._last == "plain" else "number", at, found.end())

    @property
    def _has_deputies(self) -> bool:
        """Whether another post may complete this one (*Staf Khusus Menteri*)."""
        return self.position.role_class in ("official", "institutional") and self.position.takes != "region"

    def _is_initials(self, acronym: regex.Match[str]) -> bool:
        """Whether two capitals are the initials of the name behind them (*TB Hasanuddin*) rather than a body."""
        if len(acronym[0]) != 2 or names.word_kind(acronym[0]) == "body":
            return False
        behind = p.CAPITAL.match(self.text, acronym.end() + 1)
        if behind is None or names.word_kind(behind[0]) is not None:
            return False
        return p.REGION.match(self.text, behind.start()) is None

    def _plain(self, at: int) -> Part | None:
        """A small-letter noun that narrows a profession (*guru* **matematika**)."""
        takes_field = self.position.role_class in ("professional", "lay") or self.position.takes == "unit"
        if not takes_field or self._last not in ("position", "plain"):
            return None
        found = p.PLAIN.match(self.text, at)
        is_long = sum(part.kind == "plain" for part in self.parts) >= _MOST_PLAIN
        return Part("plain", at, found.end()) if found and not is_long else None

    def _listed(self, link: regex.Match[str]) -> Part | None:
        """What a comma or *dan* adds to a list of units, or the larger region behind a region."""
        at = link.end()
        is_explained = self._last == "bracket" and self.parts[-2].kind == "region"  # Kobar in brackets
        if self._last == "region" or is_explained:
            is_abroad = link[0] == " dan " and self.position.level is None  # untuk Indonesia dan Timor Leste
            found = p.REGION.match(self.text, at) if "," in link[0] or is_abroad else None
            is_closed = found is not None and self.text[found.end() : found.end() + 1] in (",", " ", ".", "(")
            return Part("region", at, found.end()) if found and is_closed else None
        in_body = any(part.kind in ("head", "acronym", "bracket") for part in self.parts)
        if "," in link[0] and in_body and p.REGION_KIND.match(self.text, at):
            return self._region(at)
        if link[0] == ", " and self._last == "word" and (found := p.REGION.match(self.text, at)) is not None:
            behind = p.NAME_AFTER_COMMA.match(self.text, found.end())  # Puskesmas Cilincing, Jakarta Utara, Edison
            return Part("region", at, found.end()) if behind else None
        if self._last == "plain" and link[0] == " dan " and (found := p.PLAIN.match(self.text, at)) is not None:
            is_listed = p.HEAD.match(self.text, found.end() + 1) or p.ORGANIZATION.match(self.text, found.end() + 1)
            return Part("plain", at, found.end()) if is_listed else None  # konselor akademik dan karier Universitas …
        takes_list = self.position.takes in ("unit", "organization") and "," not in link[0]
        if (self._last == "position" and not takes_list) or self._is_post(at):
            return None
        word = p.CAPITAL.match(self.text, at)
        kinds = ("body", "place") if any(part.kind == "head" for part in self.parts) else ("body",)
        return Part("word", at, word.end()) if word and names.word_kind(word[0]) in kinds else None

    def _is_post(self, at: int) -> bool:
        """Whether another holder's post begins at `at`; *Guru*, *Humas* and the like also fill the names of units."""
        found = p.POSITION.match(self.text, at)
        entry = posts.position_of(found[0]) if found and names.word_kind(found[0]) != "body" else None
        return entry is not None and entry.role_class in ("official", "institutional")

    def _governed(self, link: regex.Match[str]) -> Part | None:
        """What a preposition adds: a body (*dari Universitas …*), a region (*asal Sleman*) or a field."""
        text, at, word = self.text, link.end(), link["word"]
        if word == "di" and self.position.takes == "region":
            found = p.REGION.match(text, at)  # not Gubernur Kalteng di Kantor Gubernur
            return Part("region", at, found.end()) if found else None
        is_unit = self.position.takes == "unit" and word in ("pada", "di", "dari")  # Kabid SMP pada Dinas …
        if is_unit and self._last != "organization" and (found := p.ORGANIZATION.match(text, at)) is not None:
            return Part("organization", at, found.end())
        if not any(part.kind in BODIES for part in self.parts):
            if (found := p.ORGANIZATION.match(text, at)) is not None:
                return Part("organization", at, found.end())
            if (found := p.HEAD.match(text, at)) is not None:
                return Part("head" if _is_body(found[0]) else "word", at, found.end())
            if word != "di" and (found := p.ACRONYM.match(text, at)) is not None:
                return Part("acronym", at, found.end())
        if word == "di":
            return self._site(at)
        if word == "untuk" and self.position.level != "country":  # Duta Besar RI untuk Kanada
            return self._field(at, word)
        if word in _PLACING and (found := p.REGION.match(text, at)) is not None:
            return Part("region", at, found.end())
        return self._field(at, word)

    def _site(self, at: int) -> Part | None:
        """Where somebody works or learns, if the name is still to come (*siswa SMP* **di Sleman** *bernama Ratna*)."""
        found = p.REGION.match(self.text, at) if self.position.role_class in ("professional", "lay") else None
        is_open = found is not None and self._last in ("position", "head", "plain")
        end = found.end() if found else at
        is_held = p.WITHHELD.match(self.text, end) is not None or tail.is_holder(self.text, end)
        return Part("region", at, end) if is_open and is_held else None

    def _field(self, at: int, word: str) -> Part | None:
        """The field behind a preposition: a known word of bodies, behind *bidang* any noun."""
        if (found := p.CAPITAL.match(self.text, at)) is not None and names.word_kind(found[0]) == "body":
            return Part("word", at, found.end())
        found = p.PLAIN.match(self.text, at) if word in ("bidang", "urusan") else None
        return Part("plain", at, found.end()) if found else None
