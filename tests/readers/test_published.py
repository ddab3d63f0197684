"""Publication dates as people and exports write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.readers.published import iso_date

DATES = {
    "2025-11-12": "2025-11-12",
    "20251112": "2025-11-12",
    "2025/11/12": "2025-11-12",
    "12/11/2025": "2025-11-12",
    "12-11-2025": "2025-11-12",
    "12.11.2025": "2025-11-12",
    "1/2/2026": "2026-02-01",
    "12 November 2025": "2025-11-12",
    "12 Nov 2025": "2025-11-12",
    "12-Nov-2025": "2025-11-12",
    "Rabu, 12 November 2025": "2025-11-12",
    "Jum'at, 14 November 2025": "2025-11-14",
    "November 12, 2025": "2025-11-12",
    " 12  November\n2025 ": "2025-11-12",
    "2025-11-12 00:00:00": "2025-11-12",
    "2025-11-12T09:12:00": "2025-11-12T09:12:00",
    "2025-11-12 09:12": "2025-11-12T09:12:00",
    "2025-11-12T09:12:00Z": "2025-11-12T09:12:00+00:00",
    "2025-11-12T09:12:00+07:00": "2025-11-12T09:12:00+07:00",
    "2025-11-12T16:40+07:00": "2025-11-12T16:40:00+07:00",
    "2025-11-12T09:12:00.123456+07:00": "2025-11-12T09:12:00+07:00",
    "2025-11-12T00:00:00+07:00": "2025-11-12T00:00:00+07:00",
    "Selasa, 18 November 2025 15:40 WIB": "2025-11-18T15:40:00+07:00",
    "18 Nov 2025, 15.40 WITA": "2025-11-18T15:40:00+08:00",
    "Selasa, 18/11/2025 | 15:40 WIT": "2025-11-18T15:40:00+09:00",
    "18 November 2025 pukul 15.40 WIB": "2025-11-18T15:40:00+07:00",
    "Nov 18, 2025 3:40 PM": "2025-11-18T15:40:00",
    "Nov 18, 2025 12:05 AM": "2025-11-18T00:05:00",
    "Wed, 12 Nov 2025 09:00:00 +0700": "2025-11-12T09:00:00+07:00",
}


@pytest.mark.parametrize(("written", "iso"), DATES.items(), ids=repr)
def test_date(written: str, iso: str) -> None:
    assert iso_date(written) == iso


@pytest.mark.parametrize("written", DATES.values())
def test_reading_again_changes_nothing(written: str) -> None:
    assert iso_date(written) == written


@pytest.mark.parametrize(
    "written",
    [
        "",
        "kemarin",
        "2025",
        "November 2025",
        "31/04/2025",
        "12/13/2025",
        "1762905600",
        "12/11/25",
        "Rabu",
        "-",
        "0001-01-01",
    ],
)
def test_no_date(written: str) -> None:
    assert iso_date(written) is None


@given(st.text(max_size=60))
def test_never_raises(written: str) -> None:
    iso_date(written)
