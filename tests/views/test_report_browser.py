"""The report in a browser: numbers, charts, filters, search, the table, the CSV."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from report_cases import HOSTILE, MANY, Watched

from pipeline import Tables
from pipeline.schema import Fact


def shown(page: Page) -> str:
    return page.inner_text("#filters .count")


def rows(page: Page) -> list[str]:
    return page.locator("#grid .row .words").all_inner_texts()


def bar(page: Page, chart: str, words: str) -> None:
    page.locator(f".card-{chart} .bar", has_text=words).click()


class TestOverview:
    def test_who_was_quoted_most_and_in_which_post(self, page: Page) -> None:
        first = page.locator(".card-people .bar").first
        assert first.inner_text().split("\n") == ["Hendra Wijaya", "Bupati, Lamandau", "4"]
        assert first.get_attribute("aria-label") == "Hendra Wijaya, Bupati, Lamandau: 4 kutipan"

    def test_numbers(self, page: Page) -> None:
        numbers = " ".join(page.locator(".numbers dl > div").all_inner_texts()).replace("\n", " ")
        assert numbers == "Artikel 3 Kutipan 8 Orang dikutip 5 Jabatan 5 Angka 4 Waktu 2"

    def test_a_post_that_repeats_its_organization_is_said_once(self, page: Page) -> None:
        assert page.locator(".card-people .bar", has_text="Siti").inner_text().split("\n")[1] == (
            "Kepala Dinas Pendidikan, Lamandau"
        )

    @pytest.mark.parametrize(
        ("chart", "words", "facts"),
        [("people", "Siti", "2"), ("class", "profesional", "1"), ("figures", "uang", "1"), ("regions", "Tegal", "2")],
    )
    def test_a_bar_filters_and_lets_go_again(self, page: Page, chart: str, words: str, facts: str) -> None:
        bar(page, chart, words)
        expect(page.locator(".count")).to_have_text(f"{facts} dari 19 fakta")
        expect(page.locator(f".card-{chart} .bar[aria-pressed=true]")).to_contain_text(words)
        bar(page, chart, words)
        expect(page.locator(".count")).to_have_text("19 dari 19 fakta")

    def test_charts_follow_a_filter(self, page: Page) -> None:
        bar(page, "regions", "Tegal")
        expect(page.locator(".card-people .bar")).to_have_count(1)
        expect(page.locator(".card-regions .bar")).to_have_count(3)  # its own choice leaves the others to choose from
        assert page.locator(".numbers dd").first.inner_text() == "1"

    def test_several_bars_of_a_chart_add_up(self, page: Page) -> None:
        bar(page, "figures", "uang")
        bar(page, "figures", "jumlah")
        expect(page.locator(".count")).to_have_text("4 dari 19 fakta")

    def test_the_timeline_goes_into_a_span_and_back(self, page: Page) -> None:
        labels = page.locator(".column").evaluate_all("all => all.map(each => each.getAttribute('aria-label'))")
        assert labels[0] == "12 Nov 2025: 1 artikel"
        page.locator(".column").last.click()
        expect(page.locator(".count")).to_have_text("6 dari 19 fakta")
        page.get_by_role("button", name="Seluruh rentang waktu").click()
        expect(page.locator(".count")).to_have_text("19 dari 19 fakta")


class TestFilters:
    def test_stages(self, page: Page) -> None:
        page.click(".stage-figure")
        expect(page.locator(".count")).to_have_text("4 dari 19 fakta")
        page.click(".stage-date")
        expect(page.locator(".count")).to_have_text("6 dari 19 fakta")

    @pytest.mark.parametrize(
        ("field", "value", "facts"),
        [("outlet", "Warta Kawi", 6), ("kind", "indirect", 3), ("kind", "money", 1), ("confidence", "0.95", None)],
    )
    def test_lists(self, page: Page, tables: Tables, field: str, value: str, facts: int | None) -> None:
        page.click("summary")
        page.select_option(f"#{field}", value)
        wanted = int((tables.facts["confidence"] >= 0.95).sum()) if facts is None else facts
        expect(page.locator(".count")).to_have_text(f"{wanted} dari 19 fakta")

    def test_dates_of_publication(self, page: Page) -> None:
        page.click("summary")
        page.fill("#from", "2025-11-13")
        page.fill("#to", "2025-11-30")
        expect(page.locator(".count")).to_have_text("2 dari 19 fakta")

    @pytest.mark.parametrize(
        ("query", "facts"),
        [
            ("perpustakaan", 11),
            ("PERPUSTAKAAN hendra", 5),
            ('"kepala dinas"', 2),
            ('"dinas kepala"', 0),
            ("kanjuruhan 312", 0),
            ("=hyperlink", 0),
            ("diretas", 2),
            ("   ", 19),
        ],
    )
    def test_search(self, page: Page, query: str, facts: int) -> None:
        page.fill("#search", query)
        expect(page.locator(".count")).to_have_text(f"{facts} dari 19 fakta")

    def test_chips_say_what_is_set_and_take_it_away(self, page: Page) -> None:
        bar(page, "people", "Bagus")
        page.click(".chip.stage-quote")
        expect(page.locator(".chip.set")).to_have_text(["Bagus Prakoso ×", "Kutipan ×"])
        page.get_by_role("button", name="Hapus saringan Bagus Prakoso").click()
        expect(page.locator(".chip.set")).to_have_text(["Kutipan ×"])
        page.click("#clear")
        expect(page.locator(".count")).to_have_text("19 dari 19 fakta")

    def test_nothing_matches(self, page: Page) -> None:
        page.fill("#search", "tidakadasamasekali")
        expect(page.locator(".card-people")).to_contain_text("Tidak ada yang cocok")
        page.click("#tab-facts")
        assert (
            page.locator("#grid").evaluate("grid => getComputedStyle(grid, '::after').content").startswith('"Tidak ada')
        )


class TestTable:
    def test_facts_in_the_order_of_the_text(self, page: Page, tables: Tables) -> None:
        page.click("#tab-facts")
        assert rows(page)[:8] == tables.facts["text"].tolist()[:8]

    @pytest.mark.parametrize(
        ("words", "value"),
        [
            ("Rabu (12/11/2025)", "12 Nov 2025"),
            ("Rp 1,5 miliar", "Rp 1.500.000.000"),
            ("Bupati Lamandau", "pejabat publik"),
        ],
    )
    def test_values_are_written_for_people(self, page: Page, words: str, value: str) -> None:
        page.click("#tab-facts")
        row = page.locator("#grid .row", has=page.get_by_text(words, exact=True))
        assert row.locator(".cell-value").inner_text() == value

    @pytest.mark.parametrize("column", ["text", "person", "value"])
    def test_sorting(self, page: Page, column: str) -> None:
        page.click("#tab-facts")
        head = page.locator(f".grid-head .cell-{column}")
        cells = page.locator(f"#grid .row .cell-{column}" + (" .words" if column == "text" else ""))
        before = cells.all_inner_texts()
        head.locator("button").click()
        assert head.get_attribute("aria-sort") == "ascending"
        up = cells.all_inner_texts()
        head.locator("button").click()
        assert head.get_attribute("aria-sort") == "descending"
        down = cells.all_inner_texts()
        assert up != down
        head.locator("button").click()
        assert cells.all_inner_texts() == before

    def test_numbers_sort_by_size_and_missing_ones_come_last(self, page: Page) -> None:
        page.click(".stage-figure")
        page.click("#tab-facts")
        page.click(".cell-value button")
        values = page.locator("#grid .row .cell-value").all_inner_texts()
        assert values == ["25 perpustakaan", "40 guru", "312 mahasiswa", "Rp 1.500.000.000"]

    def test_only_rows_in_sight_exist(self, watched: Watched, long_report_file: Path) -> None:
        page = watched.open(long_report_file)
        page.click("#tab-facts")
        assert page.locator("#grid").get_attribute("aria-rowcount") == str(2 * MANY + 1)
        assert 5 < page.locator("#grid .row").count() < 40
        page.focus("#grid")
        page.keyboard.press("End")
        last = page.locator("#grid .row").last
        expect(last).to_have_attribute("aria-rowindex", str(2 * MANY + 1))
        expect(last).to_be_in_viewport()
        page.keyboard.press("Home")
        expect(page.locator("#grid .row").first).to_have_attribute("aria-rowindex", "2")


class TestCsv:
    def download(self, page: Page) -> str:
        page.click("#tab-facts")
        with page.expect_download() as waiting:
            page.click("#download")
        assert waiting.value.suggested_filename.startswith("fakta-")
        return Path(waiting.value.path()).read_text(encoding="utf-8")

    def test_what_is_filtered_with_the_contracts_columns(self, page: Page, tables: Tables) -> None:
        page.click(".stage-quote")
        expect(page.locator(".count")).to_contain_text("8 dari")
        text = self.download(page)
        assert text.startswith("\ufeff")
        found = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
        wanted = tables.facts[tables.facts["stage"] == "quote"].reset_index(drop=True)
        assert list(found[0]) == [name for name in Fact.__dataclass_fields__ if name != "sentence_text"]
        for name in ("row_id", "sentence_id", "text", "value", "person", "start_char", "end_char", "published_at"):
            assert [row[name] for row in found] == wanted[name].astype("string").fillna("").tolist()

    def test_cells_that_look_like_formulas_are_text(self, page: Page) -> None:
        page.fill("#search", "tegal")
        expect(page.locator(".count")).to_contain_text("2 dari")
        found = list(csv.DictReader(io.StringIO(self.download(page).removeprefix("\ufeff"))))
        assert {row["outlet"] for row in found} == {"'=HYPERLINK()"}
        assert {row["title"] for row in found} == {HOSTILE}


def test_errors_are_listed(page: Page) -> None:
    page.click("#tab-errors")
    assert page.locator(".grid-errors .row").inner_text().split("\n") == [
        "arsip/rusak.jsonl:7", "read", "bad_json", HOSTILE,
    ]  # fmt: skip
    assert page.locator("#tab-errors .tab-count").inner_text() == "1"
