"""What holds for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.stages import phrases
from pipeline.stages.people.find import find as find_names
from pipeline.stages.people.resolve import resolve as to_name
from pipeline.stages.roles.find import find
from pipeline.stages.roles.resolve import resolve

WORDS = "Bupati Wakil OKI Sleman Kepala Dinas Pendidikan SMA Negeri 3 Ratna , dan ( ) selaku Rektor guru kata Plt. RI X"
PIECES = st.sampled_from([*WORDS.split(), "\n"])
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map(" ".join))


@given(TEXTS)
def test_phrases_cover_their_parts_in_order(text: str) -> None:
    end = 0
    for phrase in phrases.find(text):
        assert end <= phrase.start < phrase.end <= len(text)
        assert phrase.parts[-1].end == phrase.end
        assert all(one.end <= two.start for one, two in zip(phrase.parts, phrase.parts[1:], strict=False))
        end = phrase.end


@given(TEXTS)
def test_roles_never_overlap_their_holders(text: str) -> None:
    names = [to_name(text, candidate) for candidate in find_names(text)]
    for candidate in find(text, phrases.find(text), names):
        role = resolve(text, candidate)
        assert 0 <= role.start < role.end <= len(text)
        assert "" not in (role.position, role.unit, role.organization, role.region)
        assert role.holder is None or role.holder.start >= role.end or role.holder.end <= role.start


@pytest.mark.parametrize("unit", ["Bupati ", "Kepala Dinas A, ", "Ketua (A) ", "Rektor dan ", "guru a ", "SMA 1 ", "("])
def test_hostile_texts_come_to_an_end(unit: str) -> None:
    text = unit * 5_000
    find(text, phrases.find(text), ())
