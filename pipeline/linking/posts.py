"""Posts that tell one bearer of a name from another: a position with its body and place.

In: the rows of ``roles`` that a person holds. Out: `Post`s.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pipeline.lexicon.posts import POSITIONS
from pipeline.linking.organizations import HOME, key_of, slug
from pipeline.schema import Role

_HELD = frozenset({"official", "institutional"})
_HELD_BY_MANY = ("anggota", "asisten", "duta-besar", "hakim", "wakil-duta-besar")
_OF_STATE = frozenset(
    entry.slug
    for entry in POSITIONS
    if entry.role_class == "official"
    and entry.organization is None
    and (entry.level == "country" or entry.takes == "none")
)
"""Positions that need no place: *Presiden*, *Kapolri*."""
_TYPES = {entry.slug: entry.organization_type for entry in POSITIONS}
_SEPARATOR = "\t"


class Post(NamedTuple):
    """A position where it is held; an empty text is what the role does not tell."""

    position: str
    body: str
    """Key of the body in ``entities``."""
    place: str
    """Code of the region, or the name of one without a code."""
    type: str
    """The body's type, else the one that the position tells."""

    @property
    def text(self) -> str:
        """The post in one text, which `post_of` reads."""
        return _SEPARATOR.join(self)


def post_of(text: str) -> Post:
    """The post that `Post.text` wrote."""
    return Post(*text.split(_SEPARATOR))


def posts(roles: Iterable[Role]) -> list[Post]:
    """The posts among `roles` that few hold at once, sorted. *Anggota DPR* and *guru SMPN 1* are none, nor is a
    position without a body or place.
    """
    return sorted({post for role in roles if role.role_class in _HELD and (post := _post(role))})


def _post(role: Role) -> Post | None:
    position = role.position_code or slug(role.position)
    region = None if role.region == HOME else role.region
    body = key_of(role) or ""
    place = role.region_code or slug(region or "")
    if position.startswith(_HELD_BY_MANY) or not (body or place or position in _OF_STATE):
        return None
    return Post(position, body, place, role.organization_type or _TYPES.get(position) or "")
