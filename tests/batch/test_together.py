"""Articles that are extracted together: how many, and that it makes no difference to what is found."""

from __future__ import annotations

import pytest

from pipeline.batch.chunk import Identified
from pipeline.batch.settings import Settings
from pipeline.batch.work import TOGETHER, extract_items, together
from pipeline.language.quotation import pairs
from pipeline.readers import Article
from pipeline.stages.phrases.abbreviations import abbreviations
from pipeline.stages.roles.split import region_codes

TEXTS = (
    "KENDAL – Sebanyak 48 guru hadir, Rabu (12/11/2025). “Kami siap,” kata Bupati Kendal Wahyu Prasetya.",
    "Menurut Kepala Dinas Pendidikan Wonosobo, Ratna Ayu, ada 12 sekolah yang rusak. Ia meminta warga bersabar.",
    "",
    "The ministry said on Monday that all schools in the district would stay closed for the whole of this week.",
)


def items(texts: tuple[str, ...]) -> list[Identified]:
    return [Identified(str(number), Article(text=text), "") for number, text in enumerate(texts)]


def test_nothing_is_found_otherwise() -> None:
    settings = Settings(profile="fast")
    apart = [rows for item in items(TEXTS) for rows in extract_items(settings, [item])]
    assert extract_items(settings, items(TEXTS)) == apart


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [
        ([], []),
        ([10] * 3, [3]),
        ([10] * (2 * TOGETHER + 1), [TOGETHER, TOGETHER, 1]),
        ([10, 300_000, 10], [2, 1]),
        ([150_000] * 3, [2, 1]),
    ],
)
def test_few_and_short_enough(lengths: list[int], expected: list[int]) -> None:
    found = list(together(items(tuple("a" * length for length in lengths))))
    assert [len(some) for some in found] == expected
    assert [item.article_id for some in found for item in some] == [str(number) for number in range(len(lengths))]


@pytest.mark.parametrize("cached", [pairs, abbreviations, region_codes])
def test_what_stages_share_is_kept_for_all_of_them(cached: object) -> None:
    assert cached.cache_info().maxsize >= TOGETHER  # type: ignore[attr-defined]
