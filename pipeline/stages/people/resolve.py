"""A candidate becomes a `NameMention`: its titles in columns, its gender where a title tells it.

>>> from pipeline.stages.people.find import find
>>> text = "AKBP Hj. Ratna Wibowo, S.I.K., M.H., hadir"
>>> mention = resolve(text, find(text)[0])
>>> mention.honorific, mention.pre_title, mention.name, mention.post_title, mention.gender
('Hj.', 'AKBP', 'Ratna Wibowo', 'S.I.K. M.H.', 'female')
"""

from __future__ import annotations

from pipeline.lexicon import names
from pipeline.schema import Gender
from pipeline.stages.mentions import NameMention
from pipeline.stages.people.model import Candidate
from pipeline.stages.people.patterns import GENDERED, TITLE_IN, before


def resolve(text: str, candidate: Candidate) -> NameMention:
    """The mention that `candidate` is."""
    honorifics: list[str] = []
    titles: list[str] = []
    gender: Gender | None = None
    for match in TITLE_IN.finditer(text, candidate.start, candidate.name_start):
        written = match[0].strip()
        title = names.title_of(written)
        (honorifics if title and title.kind in ("honorific", "religious") else titles).append(written)
        gender = gender or (title.gender if title else None)
    stated = before(GENDERED, text, candidate.start)
    if gender is None and stated is not None:
        gender = "female" if stated["female"] else "male"
    return NameMention(
        start=candidate.start,
        end=candidate.end,
        name_start=candidate.name_start,
        name_end=candidate.name_end,
        name=candidate.name,
        honorific=" ".join(honorifics) or None,
        pre_title=" ".join(titles) or None,
        post_title=" ".join(text[candidate.name_end : candidate.end].replace(",", " ").split()) or None,
        gender=gender,
        rule=candidate.rule,
    )
