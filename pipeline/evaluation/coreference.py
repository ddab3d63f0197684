"""B³: how well mentions are put together into persons (Bagga and Baldwin 1998).

Each mention found is right to the share of its person's mentions that gold puts with it, and each gold mention to the
share of its person's that were found together. A mention that the other side lacks earns nothing; one that refers to
nobody known is a person of its own.

>>> from pipeline.evaluation.rows import MentionRow
>>> def mention(start, person):
...     return MentionRow(start_char=start, end_char=start + 3, text="Eka", person=person, form="short")
>>> gold = [mention(0, "eka"), mention(10, "eka"), mention(20, "eka")]
>>> counts = b_cubed([mention(0, "p1"), mention(10, "p1"), mention(20, "p2")], gold)
>>> round(counts.precision, 3), round(counts.recall, 3)
(1.0, 0.556)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.evaluation.counts import Counts
from pipeline.evaluation.match import matched
from pipeline.evaluation.measures import exact
from pipeline.evaluation.rows import MentionRow


def b_cubed(found: Sequence[MentionRow], gold: Sequence[MentionRow]) -> Counts:
    """The counts whose precision and recall are those of B³; mentions are the same where their spans are."""
    pairs = matched(found, gold, exact)
    ours, theirs = _groups(found), _groups(gold)
    beside = dict(pairs)
    shared = [sum(beside.get(other) in theirs[j] for other in ours[i]) for i, j in pairs]
    return Counts(
        found=len(found),
        found_right=sum(n / len(ours[i]) for n, (i, _) in zip(shared, pairs, strict=True)),
        gold=len(gold),
        gold_right=sum(n / len(theirs[j]) for n, (_, j) in zip(shared, pairs, strict=True)),
    )


def _groups(mentions: Sequence[MentionRow]) -> Mapping[int, frozenset[int]]:
    """Mention → all mentions of its person."""
    members: dict[str | int, set[int]] = {}
    for number, mention in enumerate(mentions):
        members.setdefault(number if mention.person is None else mention.person, set()).add(number)
    return {number: frozenset(group) for group in members.values() for number in group}
