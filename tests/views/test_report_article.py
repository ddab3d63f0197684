"""The article behind a row, in a browser: found, marked, safe, and all of it by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from report_cases import HOSTILE, LAMANDAU

from pipeline import Tables


def open_row(page: Page, words: str) -> None:
    page.click("#tab-facts")
    page.locator("#grid .row", has_text=words).first.click()
    page.wait_for_selector(".b-lit")


def lit(page: Page) -> str:
    return "".join(page.locator(".b-lit").all_inner_texts())


class TestJump:
    def test_a_row_leads_to_its_words_and_its_sentence(self, page: Page) -> None:
        open_row(page, "Rp 1,5 miliar")
        assert "Rp 1,5 miliar" in lit(page)
        expect(page.locator(".flash")).to_have_count(1)
        expect(page.locator(".flash")).to_contain_text("“Kami menyiapkan Rp 1,5 miliar untuk itu,”")
        expect(page.locator(".b-lit").first).to_be_in_viewport()

    def test_the_article_is_whole(self, page: Page) -> None:
        open_row(page, "Bupati Lamandau")
        assert page.locator("#article-title").inner_text() == "Lamandau Buka Perpustakaan Desa"
        assert page.locator(".b-text").text_content() == LAMANDAU.strip()
        assert page.locator(".article-about a").get_attribute("href") == "https://kabar-bulik.example/1"
        assert "Kabar Bulik · 12 Nov 2025 · Lamandau" in page.locator(".article-about p").inner_text()

    def test_the_row_is_told(self, page: Page) -> None:
        open_row(page, "Anak-anak desa")
        names, values = (page.locator(f".details {tag}").all_inner_texts() for tag in ("dt", "dd"))
        details = dict(zip(names, values, strict=True))
        assert (details["person"], details["cue"], details["kind"]) == ("Hendra Wijaya", "kata", "direct")

    def test_previous_and_next_follow_the_filters(self, page: Page) -> None:
        page.fill("#search", "lestari")
        expect(page.locator(".count")).to_have_text("2 dari 19 fakta")
        open_row(page, "Guru SDN 2")
        assert page.locator(".article-tools [role=status]").inner_text() == "Fakta 1 dari 2"
        expect(page.locator("#previous")).to_be_disabled()
        page.click("#next")
        expect(page.locator(".article-tools [role=status]")).to_have_text("Fakta 2 dari 2")
        assert lit(page) == "program itu membantu sekolah"
        expect(page.locator("#next")).to_be_disabled()

    def test_next_goes_on_to_the_next_article(self, page: Page) -> None:
        page.click("#tab-facts")
        page.locator("#grid .row", has=page.get_by_text("40 guru", exact=True)).click()
        page.click("#next")
        expect(page.locator("#article-title")).to_have_text("Mahasiswa Mengajar di Ngajum")

    def test_any_span_can_be_chosen(self, page: Page) -> None:
        open_row(page, "Anak-anak desa")
        page.locator(".b-person", has_text="Siti Rahmawati").click()
        assert lit(page) == "Siti Rahmawati"
        expect(page.locator(".details")).to_contain_text("name")


class TestLayers:
    @pytest.mark.parametrize(
        ("layer", "style", "off"),
        [("quote", "backgroundColor", "rgba(0, 0, 0, 0)"), ("person", "borderBottomColor", "rgba(0, 0, 0, 0)")],
    )
    def test_a_layer_can_be_switched_off_and_on(self, page: Page, layer: str, style: str, off: str) -> None:
        open_row(page, "Bupati Lamandau")
        read = f"each => getComputedStyle(each).{style}"
        piece = page.locator(f".b-text .b-{layer}").first
        on = piece.evaluate(read)
        assert on != off
        page.locator(f".b-{layer}-on").uncheck()
        assert piece.evaluate(read) == off
        page.locator(f".b-{layer}-on").check()
        assert piece.evaluate(read) == on


class TestSafety:
    def test_markup_in_an_article_is_text(self, page: Page) -> None:
        page.fill("#search", "tegal")
        expect(page.locator(".count")).to_have_text("2 dari 19 fakta")
        open_row(page, "Wali Kota Tegal")
        assert HOSTILE in page.locator(".b-text").inner_text()
        assert page.locator("#article-title").inner_text() == HOSTILE
        assert page.locator("dialog img, dialog script, #grid img").count() == 0
        assert page.title() == "Uji <b>laporan</b>"

    def test_only_web_addresses_become_links(self, page: Page) -> None:
        page.fill("#search", "tegal")
        expect(page.locator(".count")).to_have_text("2 dari 19 fakta")
        open_row(page, "Wali Kota Tegal")
        assert page.locator(".article-about a").count() == 0


class TestKeyboard:
    def test_from_the_first_tab_to_an_article_and_back(self, page: Page) -> None:
        page.focus("#tab-overview")
        page.keyboard.press("ArrowRight")
        expect(page.locator("#tab-facts")).to_be_focused()
        assert page.locator("#tab-facts").get_attribute("aria-selected") == "true"
        page.focus("#grid")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        assert page.locator("#grid").get_attribute("aria-activedescendant") == "row-2"
        page.keyboard.press("Enter")
        expect(page.locator(".b-lit").first).to_contain_text("Anak-anak desa")
        page.keyboard.press("ArrowRight")
        expect(page.locator(".b-lit").first).to_contain_text("25 perpustakaan")
        page.keyboard.press("ArrowLeft")
        expect(page.locator(".b-lit").first).to_contain_text("Anak-anak desa")
        page.keyboard.press("Escape")
        expect(page.locator("dialog")).not_to_be_visible()
        expect(page.locator("#grid")).to_be_focused()

    def test_spans_are_reached_by_tab_and_chosen_by_enter(self, page: Page) -> None:
        open_row(page, "Anak-anak desa")
        page.locator(".b-date").first.focus()
        page.keyboard.press("Enter")
        assert lit(page) == "Rabu (12/11/2025)"

    def test_bars_are_buttons_and_keep_the_focus(self, page: Page) -> None:
        page.locator(".card-figures .bar").first.focus()
        page.keyboard.press("Space")
        expect(page.locator(".card-figures .bar").first).to_have_attribute("aria-pressed", "true")
        expect(page.locator(".card-figures .bar").first).to_be_focused()

    def test_the_timeline_is_one_stop_moved_through_by_arrows(self, page: Page) -> None:
        assert page.locator('.column[tabindex="0"]').count() == 1
        page.locator(".column").first.focus()
        page.keyboard.press("End")
        expect(page.locator(".column").last).to_be_focused()


class TestSeam:
    def test_selecting_tells_the_document(self, page: Page, tables: Tables) -> None:
        page.evaluate("() => document.addEventListener('berita:row', event => { window.told = event.detail; })")
        row_id = tables.quotes["quote_id"].iloc[0]
        page.evaluate("id => berita.select('quotes', id)", row_id)
        assert page.evaluate("told") == {"table": "quotes", "row_id": row_id, "article_id": row_id.rsplit(":", 1)[0]}
        assert page.evaluate("berita.state") == {"language": "id", "row": row_id, "shown": 19, "total": 19}

    def test_rows_can_be_decorated(self, page: Page, tables: Tables) -> None:
        row_id = tables.dates["date_id"].iloc[0]
        page.evaluate("id => berita.decorate(id, 'diperiksa')", row_id)
        page.click("#tab-facts")
        assert page.locator(".row.diperiksa .words").inner_text() == "Rabu (12/11/2025)"
        page.locator(".row.diperiksa").click()
        expect(page.locator(".b-date.diperiksa")).to_have_count(1)
        page.evaluate("id => berita.decorate(id, 'diperiksa', false)", row_id)
        expect(page.locator(".diperiksa")).to_have_count(0)

    def test_articles_may_come_from_elsewhere(self, page: Page) -> None:
        page.evaluate("() => { berita.loadArticle = async () => { throw new Error('tidak ada'); }; }")
        page.click("#tab-facts")
        page.locator("#grid .row").first.click()
        expect(page.locator("dialog [role=alert]")).to_have_text("Artikel ini tidak dapat dimuat: tidak ada")
