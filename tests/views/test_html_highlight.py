"""An article's text with its rows as nested and crossing spans: nothing lost, nothing unescaped, every row found."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.views.html.cards import card
from pipeline.views.html.highlight import LAYERS, article_html, highlight, legend

TEXT = "Bupati Lamandau Rizky mengatakan, “Ada 40 guru baru pada Senin.” Warga senang."


class Reader(HTMLParser):
    """The text of a page, and the text below each ``data-row``, as a browser would see them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text, self.rows, self.tags = "", dict[str, str](), list[str]()
        self._open: list[str | None] = []
        self.feed(page)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag != "input":  # it has no end tag
            self._open.append(dict(attrs).get("data-row"))

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self.text += data
        for row in filter(None, self._open):
            self.rows[row] = self.rows.get(row, "") + data


def row(table: str, key: str, words: str, **columns: object) -> dict[str, object]:
    start = TEXT.index(words)
    return {LAYERS[table][0]: key, "start_char": start, "end_char": start + len(words), **columns}


ROWS = {
    "roles": [row("roles", "a:r1", "Bupati Lamandau", position="Bupati", person_id="a:p1")],
    "person_mentions": [
        row("person_mentions", "a:m1", "Bupati Lamandau", form="role", person_id="a:p1"),
        row("person_mentions", "a:m2", "Rizky", form="name", person_id="a:p1"),
    ],
    "quotes": [row("quotes", "a:q1", "“Ada 40 guru baru pada Senin.”", speaker_id="a:p1", cue="mengatakan")],
    "figures": [row("figures", "a:f1", "40 guru baru", kind="count")],
    "dates": [row("dates", "a:d1", "Senin", value="2025-11-10")],
    "persons": [{"person_id": "a:p1", "name": "Rizky Ramadan"}],
}


def test_every_row_covers_its_own_words() -> None:
    assert Reader(highlight(TEXT, ROWS)).rows == {
        "a:r1": "Bupati Lamandau",
        "a:m1": "Bupati Lamandau",
        "a:m2": "Rizky",
        "a:q1": "“Ada 40 guru baru pada Senin.”",
        "a:f1": "40 guru baru",
        "a:d1": "Senin",
    }


def test_nested_rows_are_nested_elements() -> None:
    page = highlight(TEXT, ROWS, cards=False)
    assert 'data-row="a:q1">“Ada <span class="b-span b-figure" data-row="a:f1">40 guru baru</span> pada <span' in page
    assert '<span class="b-span b-role" data-row="a:r1"><span class="b-span b-person" data-row="a:m1">Bupati' in page


def test_crossing_rows_are_cut_where_they_cross() -> None:
    rows = {"quotes": [row("quotes", "a:q1", "Bupati Lamandau")], "figures": [row("figures", "a:f1", "Lamandau Rizky")]}
    assert highlight(TEXT, rows, cards=False).startswith(
        '<div class="b-text"><span class="b-span b-quote" data-row="a:q1">Bupati '
        '<span class="b-span b-figure" data-row="a:f1">Lamandau</span></span>'
        '<span class="b-span b-figure" data-row="a:f1"> Rizky</span>'
    )


def test_a_sentence_is_one_element_even_where_a_quote_crosses_it() -> None:
    sentences = [
        {"sentence_id": "a:s1", "start_char": 0, "end_char": 65},
        {"sentence_id": "a:s2", "start_char": 66, "end_char": len(TEXT)},
    ]
    quote = {"quotes": [row("quotes", "a:q1", "Senin.” Warga")]}
    page = highlight(TEXT, {**quote, "sentences": sentences}, cards=False)
    assert (page.count('data-sentence="a:s1"'), page.count('data-sentence="a:s2"')) == (1, 1)
    assert Reader(page).rows == {"a:q1": "Senin.” Warga"}


@pytest.mark.parametrize("offsets", [(-1, 4), (3, 3), (5, 2), (0, len(TEXT) + 1)])
def test_offsets_outside_of_the_text_make_no_span(offsets: tuple[int, int]) -> None:
    rows = {"dates": [{"date_id": "a:d1", "start_char": offsets[0], "end_char": offsets[1]}]}
    assert highlight(TEXT, rows) == highlight(TEXT, {})


HOSTILE = '<script>alert(1)</script> "><img src=x onerror=alert(1)> & &amp; \u2028'


def test_text_and_columns_are_escaped() -> None:
    rows = {"dates": [{"date_id": HOSTILE, "start_char": 2, "end_char": 9, "value": HOSTILE}]}
    page = article_html({"text": HOSTILE, "title": HOSTILE, "outlet": HOSTILE}, rows)
    assert set(Reader(page).tags) == {"div", "style", "span", "label", "input"}
    assert HOSTILE in Reader(highlight(HOSTILE, rows)).text


class TestCards:
    def test_a_card_names_the_person_behind_a_row(self) -> None:
        assert card("roles", ROWS["roles"][0], {"a:p1": "Rizky Ramadan"}, "en").splitlines() == [
            "Roles",
            "person: Rizky Ramadan",
            "position: Bupati",
        ]

    def test_a_span_shows_the_rows_around_it_too(self) -> None:
        assert 'data-card="Waktu&#10;value: 2025-11-10&#10;&#10;Kutipan&#10;person: Rizky Ramadan' in highlight(
            TEXT, ROWS
        )

    def test_a_row_takes_the_focus_once(self) -> None:
        assert highlight(TEXT, ROWS).count('tabindex="0"') == 6


def test_the_legend_counts_rows() -> None:
    page = legend(ROWS, "en")
    assert '<span class="b-span b-person">People</span> 2' in page
    assert page.count('type="checkbox" checked') == 5


ANY_TEXT = st.text(alphabet="ab <>&\"'\n“”é😀", min_size=1, max_size=40)


@given(ANY_TEXT, st.data())
def test_no_character_is_lost_and_no_row_misplaced(text: str, data: st.DataObject) -> None:
    bounds = st.integers(0, len(text))
    rows = {
        table: [
            {key: f"{table}{number}", "start_char": min(ends), "end_char": max(ends)}
            for number, ends in enumerate(data.draw(st.lists(st.tuples(bounds, bounds), max_size=3)))
        ]
        for table, (key, _) in LAYERS.items()
    }
    seen = Reader(highlight(text, rows))
    assert seen.text == text
    assert seen.rows == {
        each[LAYERS[table][0]]: text[each["start_char"] : each["end_char"]]
        for table, found in rows.items()
        for each in found
        if each["start_char"] < each["end_char"]
    }
