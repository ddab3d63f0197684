"""Posts that tell one bearer of a name from another: a position with its body and place.

In: the rows of ``roles`` that a person holds. Out: `Post`s; whether one career can hold two of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pipeline.lexicon.posts import POSITIONS, PUBLIC
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

    def goes_with(self, other: Post) -> bool:
        """Whether one person may well hold both, at one time or one after the other: positions that are alike, in one
        body, in public bodies of one kind, or in places of which one holds the other.

        >>> mayor, governor = Post("wali-kota", "", "12.71", ""), Post("gubernur", "", "12", "")
        >>> head = Post("kepala-sekolah", "sma-negeri-3/33.71", "33.71", "school")
        >>> mayor.goes_with(governor), mayor.goes_with(head)
        (True, False)
        """
        if self.position == other.position or (self.body and self.body == other.body):
            return True
        if self.place and other.place:
            return self.place.startswith(other.place) or other.place.startswith(self.place)
        is_told = self.type and other.type
        return not is_told or (self.type == other.type and self.type in PUBLIC - {"local_agency"})


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
