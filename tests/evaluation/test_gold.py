"""Gold files: what is read, what is refused and how it says so."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.evaluation.gold import GoldError, digest, parse, read
from pipeline.evaluation.rows import Annotations

TEXT = "Bupati Sarno, Senin (3/11/2025), menyebut 12 guru. “Kami siap,” ujarnya. Sarno hadir."
PERSON = """
[[persons]]
key = "sarno"
name = "Sarno"

[[mentions]]
person = "sarno"
text = "Sarno"
form = "name"
"""


def gold(toml: str) -> Annotations:
    return parse(toml, TEXT, name="01-uji")


def test_date() -> None:
    [row] = gold(
        '[[dates]]\ntext = "Senin (3/11/2025)"\ntype = "DATE"\nvalue = "2025-11-03"\nstart_date = "2025-11-03"'
    ).dates
    assert TEXT[row.start_char : row.end_char] == row.text == "Senin (3/11/2025)"
    assert (row.start_date, row.end_date) == (date(2025, 11, 3), date(2025, 11, 3))
    assert row.anchor is None


def test_figure_ends_default_to_value() -> None:
    [row] = gold('[[figures]]\ntext = "12 guru"\nkind = "count"\nvalue = 12').figures
    assert row.value == row.value_low == row.value_high == Decimal(12)


def test_fraction_is_exact() -> None:
    [row] = gold('[[figures]]\ntext = "12 guru"\nkind = "score"\nvalue = 85.3').figures
    assert row.value == Decimal("85.3")


def test_person_takes_the_span_of_the_first_mention() -> None:
    [person] = gold(PERSON).persons
    assert person.start_char == TEXT.index("Sarno")


def test_later_row_with_the_same_text_needs_nth() -> None:
    again = '\n[[mentions]]\nperson = "sarno"\ntext = "Sarno"\nform = "short"\nnth = 2\n'
    assert [row.start_char for row in gold(PERSON + again).mentions] == [TEXT.index("Sarno"), TEXT.rindex("Sarno")]


def test_quote_of_a_person() -> None:
    quote = (
        '[[quotes]]\ntext = "“Kami siap,”"\nkind = "direct"\ncue = "ujarnya"\nspeaker = "sarno"\nattribution = "clitic"'
    )
    [row] = gold(PERSON + quote).quotes
    assert (row.speaker, row.cue, row.content) == ("sarno", "ujarnya", "“Kami siap,”")


DATE = '[[dates]]\ntext = "Senin"\n'
ROLE = '[[roles]]\ntext = "Bupati"\nposition = "Bupati"\nrole_class = "official"\nstatus = "current"\n'


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        pytest.param("[[dates]\n", "01-uji: ", id="no-toml"),
        pytest.param("[[tanggal]]\ntext = 'Senin'", "01-uji: no table 'tanggal'", id="table"),
        pytest.param(DATE + "typ = 'DATE'", "01-uji, dates row 1 ('Senin'): no column 'typ'", id="column"),
        pytest.param(DATE + "type = 'DATE'", "01-uji, dates row 1 ('Senin'): column 'value' is missing", id="missing"),
        pytest.param(
            DATE + "type = 'DAY'\nvalue = '2025'", "type = 'DAY': one of DATE, TIME, DURATION, SET", id="literal"
        ),
        pytest.param(DATE + "type = 'DATE'\nvalue = 2025", "value = 2025: not a str", id="type"),
        pytest.param(DATE + "type = 'DATE'\nvalue = ''", "value = '': not a str", id="empty"),
        pytest.param(
            DATE + "type = 'DATE'\nvalue = '2025'\nstart_date = '2025-13-01'", "dates row 1 ('Senin')", id="no-date"
        ),
        pytest.param(
            "[[figures]]\ntext = '12 guru'\nkind = 'count'\nvalue = true", "value = True: not a Decimal", id="bool"
        ),
        pytest.param("[[dates]]\ntype = 'DATE'", "01-uji, dates row 1 (None): column 'text' is missing", id="no-text"),
        pytest.param("[[dates]]\ntext = 7", "01-uji, dates row 1 (7): text = 7: not a str", id="text-number"),
        pytest.param(DATE + "nth = '2'", "nth = '2': not a int", id="nth-word"),
        pytest.param(
            "[[figures]]\ntext = '13 guru'\nkind = 'count'", "figures row 1 ('13 guru'): not in the text", id="absent"
        ),
        pytest.param(
            "[[figures]]\ntext = '12 guru'\nkind = 'count'\n[[figures]]\ntext = '3/11'\nkind = 'count'",
            "figures row 2 ('3/11'): out of order",
            id="order",
        ),
        pytest.param(
            "[[persons]]\nkey = 'sarno'\nname = 'Sarno'", "persons row 1 ('sarno'): never mentioned", id="unmentioned"
        ),
        pytest.param(
            "[[persons]]\nkey = 'sarno'\nname = 'Sarno'\n" + PERSON, "two persons with the key 'sarno'", id="twice"
        ),
        pytest.param(ROLE + "person = 'sarni'", "'sarni' is not in persons", id="unknown-person"),
        pytest.param("[article]\njudul = 'Guru'", "01-uji, article: no column 'judul'", id="article"),
    ],
)
def test_refused(toml: str, message: str) -> None:
    with pytest.raises(GoldError) as error:
        gold(toml)
    assert message in str(error.value)


def test_folder_is_read_in_order_and_hashed(tmp_path: Path) -> None:
    (tmp_path / "02.toml").write_text("")
    (tmp_path / "01.toml").write_text('[[figures]]\ntext = "12 guru"\nkind = "count"')
    before = digest(tmp_path)
    assert [len(each.figures) for each in read(tmp_path, {"01": TEXT, "02": TEXT})] == [1, 0]
    (tmp_path / "02.toml").write_text("# seen again")
    assert digest(tmp_path) != before == "".join(before.split())


def test_gold_without_article(tmp_path: Path) -> None:
    (tmp_path / "03.toml").write_text("")
    with pytest.raises(GoldError, match="no article '03'"):
        read(tmp_path, {"01": TEXT})
