"""The same body across articles: its key.

A local office is one body in each place, and a ministry one in each country: *Dinas Pendidikan* of Kendal and that of
Demak are two, and so are the ministries of finance of Indonesia and of Japan.
"""

from __future__ import annotations

from typing import Protocol

import regex

from pipeline.lexicon.names import word_kind
from pipeline.lexicon.posts import ORGANIZATIONS

_NOT_WORDS = regex.compile(r"[^\p{L}\p{N}]+")
_LEGAL_FORM = "pt-"
_STANDARD = frozenset(entry.slug for entry in ORGANIZATIONS)
HOME = "Indonesia"
"""The country that needs no mention."""


class Placed(Protocol):
    """The columns that a body and its place have in a role."""

    @property
    def organization_id(self) -> str | None:
        """The body's slug, the same in every place."""

    @property
    def region(self) -> str | None:
        """The region's or country's name."""

    @property
    def region_code(self) -> str | None:
        """The region's Kemendagri code."""


def key_of(body: Placed) -> str | None:
    """The key of a body in its place, `None` where there is no body, or only the noun that many begin with (*Grup*):
    the slug, with the region's code behind it (``dinas-pendidikan/33.24``) or the name of one without a code
    (``kementerian-keuangan/jepang``). A company is the same with *PT* and without.
    """
    if body.organization_id is None:
        return None
    name = body.organization_id.removeprefix(_LEGAL_FORM)
    place = body.region_code or ("" if body.region in (None, HOME) else slug(body.region or ""))
    if place:
        return f"{name}/{place}"
    is_generic = "-" not in name and name not in _STANDARD and word_kind(name) is not None
    return None if is_generic else name


def slug(text: str) -> str:
    """The words of a text in small letters, joined by hyphens."""
    return "-".join(_NOT_WORDS.sub(" ", text.casefold()).split())
