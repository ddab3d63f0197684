"""The lexicon of time: sorted, without doubles, and every example is found by the stage."""

from __future__ import annotations

from datetime import date
from typing import get_args, get_type_hints

import pytest

from pipeline.lexicon import read
from pipeline.lexicon.times import FILES
from pipeline.stages.dates.atoms import ATOMS, compiled
from pipeline.stages.dates.find import find
from pipeline.stages.dates.tense import tense

CUES_ONLY = {"dated_names", "tense_cues", "time_neighbours"}
"""Files of words beside a time: no times themselves."""
ENTRIES = [(name, entry) for name in FILES if name not in CUES_ONLY for entry in read(name, FILES[name])]


def first_cell(entry: object) -> str:
    return str(getattr(entry, "word", None) or getattr(entry, "name", ""))


@pytest.mark.parametrize("name", FILES)
def test_sorted_by_its_first_column_without_doubles(name):
    cells = [first_cell(entry) for entry in read(name, FILES[name])]
    assert cells == sorted(set(cells))


@pytest.mark.parametrize("name", FILES)
def test_no_written_form_has_two_meanings(name):
    forms = [form for e in read(name, FILES[name]) for form in (first_cell(e), *getattr(e, "variants", ()))]
    assert len(forms) == len(set(forms))


@pytest.mark.parametrize("name", FILES)
def test_closed_columns_hold_allowed_values(name):
    for column, hint in get_type_hints(FILES[name]).items():
        allowed = [value for part in (hint, *get_args(hint)) for value in get_args(part) if isinstance(value, str)]
        for entry in read(name, FILES[name]):
            assert not allowed or getattr(entry, column) in (*allowed, None)


@pytest.mark.parametrize(("name", "entry"), ENTRIES, ids=[f"{name}-{first_cell(entry)}" for name, entry in ENTRIES])
def test_the_example_holds_the_entry_and_a_time_is_found_there(name, entry):
    forms = (first_cell(entry), *entry.variants, *getattr(entry, "short", ()))
    assert any(form.lower() in entry.example.lower() for form in forms)
    assert find(entry.example) or entry.example.split()[0] in ("peringatan", "upacara", "lomba", "perayaan")


@pytest.mark.parametrize("entry", read("dated_names", FILES["dated_names"]), ids=first_cell)
def test_a_date_in_a_name_is_none(entry):
    assert find(entry.example) == []


@pytest.mark.parametrize("entry", read("tense_cues", FILES["tense_cues"]), ids=first_cell)
def test_a_cue_tells_the_tense(entry):
    assert tense(entry.example, len(entry.example)) == entry.step


@pytest.mark.parametrize("atom", ATOMS)
def test_every_atom_compiles(atom):
    compiled("{" + atom + "}")


def test_named_days_of_a_year_exist():
    from pipeline.stages.dates.calendar import named_day

    days = [named_day(entry, 2026) for entry in read("named_days", FILES["named_days"])]
    assert all(day is not None and day.start.year == 2026 for day in days)
    assert date(2026, 3, 21) in {day.start for day in days if day}
