"""The body that the words for a speaker name.

In: words such as *pihak Dinas Kesehatan Kabupaten Demak*. Out: the body with its place, in the columns of a role.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import regex

from pipeline.lexicon import posts
from pipeline.lexicon.names import word_kind
from pipeline.stages import phrases
from pipeline.stages.mentions import RoleMention
from pipeline.stages.roles.find import Candidate
from pipeline.stages.roles.resolve import resolve

_SIDE = regex.compile(r"pihak\s+", regex.IGNORECASE)
_OF = "Ketua "
"""A post that any body may have, and that tells nothing of it."""


def speaking(
    written: str, abbreviations: Mapping[str, str] = MappingProxyType({}), context_codes: Sequence[str] = ()
) -> RoleMention | None:
    """The body that the words for a speaker name, in the columns of a role; `None` where they name something else, a
    part of a body, or one of a kind that nobody knows.

    Args:
        written: the words, all of which must belong to the body's name and place.
        abbreviations: the bodies' names that the article itself shortens, by their short forms.
        context_codes: the codes of the article's regions, for ambiguous names.

    It is read as what somebody is *Ketua* of, so that a body gets the same name and key as a speaker and in a role.

    >>> from pipeline.linking.organizations import key_of
    >>> body = speaking("pihak Dinas Kesehatan (Dinkes) Kabupaten Demak")
    >>> body.organization, body.region_code, key_of(body)
    ('Dinas Kesehatan', '33.21', 'dinas-kesehatan/33.21')
    >>> key_of(speaking("Kementerian Keuangan Jepang")), key_of(speaking("Kementerian Keuangan Republik Indonesia"))
    ('kementerian-keuangan/jepang', 'kementerian-keuangan')
    >>> speaking("Pemerintah"), speaking("Demak"), speaking("Komisi X DPR RI"), speaking("guru")
    (None, None, None, None)
    """
    text = _OF + _SIDE.sub("", written, count=1)
    found = phrases.find(text)
    if len(found) != 1 or found[0].start or found[0].end < len(text) or not found[0].names_body:
        return None
    body = resolve(text, Candidate(found[0], None, "alone"), context_codes, abbreviations)
    is_body = body.organization and body.organization_type and body.unit is None
    return body if is_body and not _is_generic(body.organization or "") else None


def _is_generic(name: str) -> bool:
    """Whether a name is the noun that heads others alone (*Pemerintah*, *Asosiasi*)."""
    return posts.organization_of(name) is None and " " not in name and (word_kind(name) is not None)
