from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.language import Indonesian
from pipeline.stages.mentions import RoleMention

Roles = Callable[[str], list[tuple[str, RoleMention]]]


@pytest.fixture(scope="session")
def roles_of() -> Roles:
    """The roles of a text, each with its phrase as written, by the two components."""
    nlp = Indonesian()
    nlp.add_pipe("berita_people")
    nlp.add_pipe("berita_roles")

    def roles(text: str) -> list[tuple[str, RoleMention]]:
        return [(text[role.start : role.end], role) for role in nlp(text)._.role_mentions]

    return roles
