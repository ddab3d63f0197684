"""Quoted text to offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.evaluation.locate import locate

TEXT = "“Guru siap,” ujarnya. Eka menutup acara.\n“Murid senang, guru lega,” ujarnya lagi di Kayuagung."


@pytest.mark.parametrize(
    ("quoted", "after", "nth", "found"),
    [
        pytest.param("Eka", 0, 1, "Eka", id="plain"),
        pytest.param("ujar{nya}", 0, 1, "nya", id="braces"),
        pytest.param("{Eka} menutup", 0, 1, "Eka", id="context-behind"),
        pytest.param("“Murid [...] lega,”", 0, 1, "“Murid senang, guru lega,”", id="middle"),
        pytest.param(
            "“Guru [...] lega,”",
            0,
            1,
            "“Guru siap,” ujarnya. Eka menutup acara.\n“Murid senang, guru lega,”",
            id="lines",
        ),
        pytest.param("“{Murid [...] guru} lega", 0, 1, "Murid senang, guru", id="middle-in-braces"),
    ],
)
def test_span(quoted: str, after: int, nth: int, found: str) -> None:
    span = locate(TEXT, quoted, after=after, nth=nth)
    assert span is not None
    assert TEXT[slice(*span)] == found


def test_nth_and_after_count_spans() -> None:
    first, second = TEXT.index("nya."), TEXT.index("nya lagi")
    assert locate(TEXT, "ujar{nya}") == (first, first + 3)
    assert locate(TEXT, "ujar{nya}", nth=2) == (second, second + 3)
    assert locate(TEXT, "ujar{nya}", after=first) == (first, first + 3)
    assert locate(TEXT, "ujar{nya}", after=first + 1) == (second, second + 3)


def test_context_may_begin_before_after() -> None:
    start = TEXT.index("Eka")
    assert locate(TEXT, "ujarnya. {Eka}", after=start) == (start, start + 3)


@pytest.mark.parametrize(
    ("quoted", "after", "nth"),
    [("Supriyanto", 0, 1), ("Eka", 30, 1), ("ujar{nya}", 0, 3), ("“Murid [...] Sumsel", 0, 1)],
)
def test_nothing(quoted: str, after: int, nth: int) -> None:
    assert locate(TEXT, quoted, after=after, nth=nth) is None


@pytest.mark.parametrize("quoted", ["", "{}", "{Eka", "Eka}", "{Eka} {menutup}", "{{Eka}}"])
def test_unreadable(quoted: str) -> None:
    with pytest.raises(ValueError, match="braces"):
        locate(TEXT, quoted)


def test_nth_from_one() -> None:
    with pytest.raises(ValueError, match="counted from 1"):
        locate(TEXT, "Eka", nth=0)


def test_long_text_with_many_near_matches() -> None:
    text = "“" * 3_000 + "Eka"
    assert locate(text, "“ [...] Eka [...] Erma") is None


@given(st.text(), st.data())
def test_any_slice_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quoted = text[start:end]
    if quoted and not set(quoted) & set("{}") and " [...] " not in quoted:
        span = locate(text, quoted, after=start)
        assert span == (start, end)
