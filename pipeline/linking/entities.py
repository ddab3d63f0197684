"""The same person across articles: a deterministic key for each person, and the table ``entities`` that the keys group.

A key is the whole bare name where it has two words or more; a single name counts only together with a post and its
place, since *Supriyanto* alone may be anyone. Keys depend on nothing but the person's own rows, so they are the same in
every run and need no second look at the text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import regex

from pipeline.schema import Role

_NOT_LETTERS = regex.compile(r"[^\p{L}\p{N}]+")


def entity_id(name: str, roles: Iterable[Role]) -> str | None:
    """The key of a person with bare `name` who holds `roles`; `None` for a single name without a post that places it.

    >>> entity_id("Ohorella Erma", []) == entity_id("OHORELLA ERMA", [])
    True
    >>> entity_id("Supriyanto", []) is None
    True
    """
    words = _NOT_LETTERS.sub(" ", name.casefold()).split()
    parts = list(words)
    if len(words) < 2:
        placed = sorted(
            f"{role.position_code or role.position}/{role.region_code or role.organization}"
            for role in roles
            if role.region_code or role.organization
        )
        if not words or not placed:
            return None
        parts.append(placed[0])
    return "p" + hashlib.sha256(" ".join(parts).encode()).hexdigest()[:12]
