"""What the report looks like: nothing cut off at any width, readable in light and dark, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from report_cases import Watched

OVERFLOW = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
CUT = "all => all.filter(each => each.scrollWidth > each.clientWidth + 1).map(each => each.textContent)"
SPILT = """rows => rows.filter(row => [...row.children].some(cell =>
  cell.checkVisibility() && cell.getBoundingClientRect().bottom > row.getBoundingClientRect().bottom)).length"""
CONTRAST = """(all) => {  // the texts with less than 4.5:1 between ink and ground, as WCAG 2.2 asks for (1.4.3)
  const brush = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  const luminance = (layers) => {
    for (const layer of layers) { brush.fillStyle = layer; brush.fillRect(0, 0, 1, 1); }
    const [r, g, b] = [...brush.getImageData(0, 0, 1, 1).data].map((part) => linear(part / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  return all.filter((each) => each.checkVisibility() && each.textContent.trim()).map((each) => {
    const grounds = [];
    for (let node = each; node; node = node.parentElement) grounds.unshift(getComputedStyle(node).backgroundColor);
    const both = [luminance(grounds), luminance([...grounds, getComputedStyle(each).color])].sort((a, b) => a - b);
    return [(both[1] + 0.05) / (both[0] + 0.05), each.textContent];
  }).filter(([ratio]) => ratio < 4.5);
}"""
TEXT = "h1, h2, p, dt, dd, label, summary, .chip, .bar-words, .bar-count, .tabs button, .words, .about, .b-span"


@pytest.mark.parametrize("width", [1280, 768, 390, 320])
def test_nothing_is_cut_off(watched: Watched, report_file: Path, width: int) -> None:
    watched.page.set_viewport_size({"width": width, "height": 844})
    page = watched.open(report_file)
    page.click("summary")
    for language in ("id", "en"):
        for tab in ("overview", "facts", "errors"):
            page.click(f"#tab-{tab}")
            assert not page.evaluate(OVERFLOW), (language, tab)
            assert page.locator("button:visible, h1, h2, dd").evaluate_all(CUT) == []
        page.click("#language")
    page.click("#tab-facts")
    assert page.locator("#grid .row").evaluate_all(SPILT) == 0
    page.locator("#grid .row").first.click()
    page.wait_for_selector(".b-lit")
    for part in ("dialog", ".article-tools", ".article-scroll", ".details"):
        assert not page.locator(part).evaluate("each => each.scrollWidth > each.clientWidth"), part


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(browser: Browser, report_file: Path, scheme: str) -> None:
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    page = Watched(context).open(report_file)
    assert page.locator(TEXT).evaluate_all(CONTRAST) == []
    page.click("#tab-facts")
    page.locator("#grid .row", has_text="Rp 1,5").first.click()
    page.wait_for_selector(".b-lit")
    assert page.locator(TEXT).evaluate_all(CONTRAST) == []
    context.close()


def ground(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def test_the_theme_follows_the_system_until_it_is_chosen(watched: Watched, report_file: Path) -> None:
    page = watched.open(report_file)
    light = ground(page)
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    dark = ground(page)
    assert light != dark
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.click("#theme")
    assert ground(page) == dark
    page.reload()
    page.wait_for_selector(".card")
    assert ground(page) == dark
    page.click("#theme")
    assert ground(page) == light


def test_the_language_changes_in_place_and_is_kept(watched: Watched, report_file: Path) -> None:
    page = watched.open(report_file)
    page.click(".chip.stage-quote")
    page.click("#language")
    assert page.evaluate("document.documentElement.lang") == "en"
    expect(page.locator("#tab-overview")).to_have_text("Overview")
    expect(page.locator(".card-people h2")).to_have_text("Most quoted")
    expect(page.locator(".count")).to_have_text("8 of 19 facts")
    page.reload()
    expect(page.locator("#tab-overview")).to_have_text("Overview")


def test_both_languages_have_the_same_words(page: Page) -> None:
    source = (Path(__file__).parents[2] / "pipeline/views/report/assets/words.js").read_text(encoding="utf-8")
    keys = page.evaluate(f"""() => {{ {source.split("const LOCALES")[0].split('";', 1)[1]}
        return Object.values(WORDS).map(words => Object.keys(words).sort()); }}""")
    assert keys[0] == keys[1]


def test_roles_for_assistive_technology(page: Page) -> None:
    tree = page.locator("body").aria_snapshot()
    for wanted in ("search", "tablist", 'tab "Ikhtisar" [selected]', 'heading "Paling banyak dikutip"', "list"):
        assert wanted in tree
    page.click("#tab-facts")
    assert page.get_by_role("grid", name="Fakta yang tersaring").get_by_role("columnheader").count() == 8
