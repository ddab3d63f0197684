"""What a notebook shows of an article and of tables, in a real browser without scripts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from report_cases import HOSTILE

from pipeline import Article, Tables, extract

ARTICLE = Article(
    text="Bupati Lamandau, Hendri Saputra, mengatakan, “Ada 40 guru baru sejak Senin (10/11/2025).” Warga senang.",
    title="Guru <i>baru</i>",
    id="lamandau",
)


@pytest.fixture(scope="module")
def tables() -> Tables:
    return extract([ARTICLE, Article(text="Sebanyak 12 murid lulus.", id="garut")], profile="fast")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 900, "height": 600})
    yield context.new_page()
    context.close()


def background(page: Page, selector: str) -> str:
    return str(page.locator(selector).first.evaluate("element => getComputedStyle(element).backgroundColor"))


def test_hovering_a_span_shows_its_row(page: Page, tables: Tables) -> None:
    page.set_content(tables.article("lamandau")._repr_html_())
    page.locator(".b-figure", has_text="40 guru baru").last.hover()
    card = page.locator(".b-text .b-figure").first.evaluate("span => getComputedStyle(span, '::after').content")
    assert "Figures" in card
    assert "counted: guru baru" in card


def test_the_legend_switches_a_layer_off_and_on(page: Page, tables: Tables) -> None:
    page.set_content(tables.article("lamandau")._repr_html_())
    box = page.get_by_label("Figures")
    shown = background(page, ".b-text .b-figure")
    box.uncheck()
    assert background(page, ".b-text .b-figure") == "rgba(0, 0, 0, 0)" != shown
    assert background(page, ".b-text .b-date") != "rgba(0, 0, 0, 0)"
    box.check()
    assert background(page, ".b-text .b-figure") == shown


def test_two_articles_on_one_page_keep_to_themselves(page: Page, tables: Tables) -> None:
    page.set_content(tables.article(0)._repr_html_() + tables.article(1)._repr_html_())
    page.get_by_label("Figures").first.uncheck()
    assert background(page, ".berita:first-of-type .b-text .b-figure") == "rgba(0, 0, 0, 0)"
    assert background(page, ".berita:last-of-type .b-text .b-figure") != "rgba(0, 0, 0, 0)"


def test_tables_show_their_counts_and_first_facts(page: Page, tables: Tables) -> None:
    page.set_content(tables._repr_html_())
    expect(page.locator("li").first).to_have_text("2 articles")
    expect(page.locator("th").first).to_have_text("stage")
    expect(page.locator("tbody tr")).to_have_count(len(tables))


def test_markup_in_an_article_and_its_fields_is_text(browser: Browser) -> None:
    article = Article(text=f"“Guru {HOSTILE} hadir,” kata Ratna.", title=HOSTILE, outlet=HOSTILE, id=HOSTILE)
    found = extract(article, profile="fast")
    page = browser.new_page()  # with scripts, so that one could run
    page.set_content(found.article(0)._repr_html_() + found._repr_html_())
    expect(page.locator(".berita").first).to_contain_text("<script>")
    assert page.title() == ""
    assert page.locator("img, script").count() == 0
    page.close()


def test_an_empty_article_is_shown_too(page: Page) -> None:
    page.set_content(extract(Article(text="", title="Kosong")).article(0)._repr_html_())
    expect(page.locator(".berita")).to_contain_text("Kosong")
