"""JSON arrays of any length, an element at a time."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.readers import json_stream
from pipeline.readers.json_stream import elements

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


@given(values=st.lists(VALUES), step=st.integers(1, 40), indent=st.sampled_from([None, 2]))
def test_every_element_whatever_is_read_at_a_time(values: list[object], step: int, indent: int | None) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_stream, "_STEP", step)
        assert list(elements(io.StringIO(json.dumps(values, indent=indent)))) == list(enumerate(values, start=1))


@given(value=VALUES.filter(lambda value: not isinstance(value, list)))
def test_what_is_no_array_is_element_zero(value: object) -> None:
    assert list(elements(io.StringIO(f"  {json.dumps(value)}\n"))) == [(0, value)]


BROKEN = {
    "no end": ('[{"isi": "Guru."}', 1),
    "no comma": ('[{"isi": "Guru."} {"isi": "Murid."}]', 1),
    "two commas": ('[{"isi": "Guru."},, {"isi": "Murid."}]', 1),
    "half an element": ('[{"isi": "Guru."}, {"isi": "Mur', 1),
    "empty": ("", 0),
    "json lines": ('{"isi": "Guru."}\n{"isi": "Murid."}\n', 1),
}


@pytest.mark.parametrize(("content", "sound"), BROKEN.values(), ids=BROKEN)
def test_the_elements_before_a_fault_are_read(content: str, sound: int) -> None:
    found = []
    with pytest.raises(ValueError, match=r"\w"):
        found.extend(iterate(content, found))
    assert len(found) == sound


def iterate(content: str, found: list[object]) -> list[object]:
    for _, value in elements(io.StringIO(content)):
        found.append(value)
    return []


def test_a_value_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_stream, "LONGEST", 1000)
    monkeypatch.setattr(json_stream, "_STEP", 100)
    text = io.StringIO('["' + "guru " * 10_000)
    with pytest.raises(ValueError, match="more than 1,000 characters"):
        list(elements(text))
    assert text.tell() < 5000
