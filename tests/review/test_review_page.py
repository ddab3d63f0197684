"""The review page in a real browser: keys, corrections, filters, and an article that tries to be a script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from pipeline import Tables
from pipeline.corrections import NAME, Entry, read
from pipeline.review.server import ReviewServer


@pytest.fixture
def page(browser: Browser, server: ReviewServer) -> Iterator[Page]:
    context = browser.new_context(locale="id-ID", viewport={"width": 1280, "height": 800})
    faults: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: faults.append(request.url) if is_foreign(request.url, server) else None)
    page.goto(server.address)
    expect(page.locator("#rows li[aria-current=true]")).to_be_visible()
    yield page
    context.close()
    assert [fault for fault in faults if "400 (Bad Request)" not in fault] == []


def is_foreign(url: str, server: ReviewServer) -> bool:
    return not url.startswith((f"http://127.0.0.1:{server.server_port}/", "data:"))


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / NAME


def selected(page: Page) -> str:
    return page.locator("#rows li[aria-current=true]").get_attribute("data-row") or ""


def press(page: Page, key: str) -> None:
    """Press `key` and wait until the page shows what came of it."""
    before = page.locator("#counts").text_content()
    page.keyboard.press(key)
    expect(page.locator("#counts")).not_to_have_text(before or "")


def go_to(page: Page, row_id: str) -> None:
    page.locator(f'#rows [data-row="{row_id}"]').click()
    expect(page.locator(f'#rows [data-row="{row_id}"]')).to_have_attribute("aria-current", "true")


def select_text(page: Page, words: str) -> None:
    """Select `words` in the article as a reader would with the mouse."""
    page.evaluate(
        """words => {
            const root = document.querySelector('.b-text'), at = root.textContent.indexOf(words)
            const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), range = document.createRange()
            for (let passed = 0, node; (node = walker.nextNode()); passed += node.length) {
                const place = (offset) => offset >= passed && offset <= passed + node.length
                if (place(at) && passed + node.length > at) range.setStart(node, at - passed)
                if (place(at + words.length)) { range.setEnd(node, at + words.length - passed); break }
            }
            getSelection().removeAllRanges()
            getSelection().addRange(range)
        }""",
        words,
    )


def last(ledger: Path) -> Entry:
    return read(ledger)[-1]


@pytest.mark.parametrize(("key", "decision"), [("a", "accept"), ("r", "reject")])
def test_a_key_decides_and_goes_on(page: Page, ledger: Path, key: str, decision: str) -> None:
    first = selected(page)
    press(page, key)
    assert (last(ledger).decision, last(ledger).reviewer) == (decision, "eka")
    assert selected(page) != first
    expect(page.locator("#counts")).to_have_text(re.compile(r"^1 dari \d+ baris ditinjau$"))


def test_next_and_previous(page: Page) -> None:
    first = selected(page)
    page.keyboard.press("j")
    second = selected(page)
    page.keyboard.press("k")
    assert (selected(page), second != first) == (first, True)


def test_next_leads_into_the_next_article_and_back(page: Page) -> None:
    page.locator("#rows li").last.click()
    page.keyboard.press("j")
    expect(page.locator("#title")).to_have_text("Murid Lulus")
    page.keyboard.press("k")
    expect(page.locator("#title")).to_have_text("Guru Baru Tiba")
    expect(page.locator("#rows li").last).to_have_attribute("aria-current", "true")


def test_undo_takes_back_what_was_done_in_this_session(page: Page, ledger: Path) -> None:
    press(page, "r")
    press(page, "a")
    press(page, "u")
    press(page, "u")
    assert [entry.decision for entry in read(ledger)] == ["reject", "accept", "undo", "undo"]
    expect(page.locator("#counts")).to_have_text(re.compile(r"^0 dari \d+ baris ditinjau$"))
    page.keyboard.press("u")
    expect(page.locator("#message")).to_have_text("Tidak ada yang dibatalkan.")


def test_correcting_a_field(page: Page, ledger: Path, run: Path) -> None:
    go_to(page, "lamandau:f1")
    page.keyboard.press("e")
    page.get_by_label("modifier").select_option("approx")
    page.get_by_label("value", exact=True).fill("41")
    page.get_by_role("button", name="Simpan").click()
    expect(page.locator("#form")).to_be_hidden()
    assert last(ledger).corrected == {"value": "41", "modifier": "approx"}
    reviewed = Tables.load(run).reviewed(ledger)
    assert reviewed.figures.loc[0, ["value", "modifier", "text"]].tolist() == [41, "approx", "40 guru baru"]
    assert Tables.load(run).figures.loc[0, "value"] == 40


def test_correcting_a_span_by_selecting_text(page: Page, ledger: Path) -> None:
    go_to(page, "lamandau:q1")
    page.keyboard.press("e")
    select_text(page, "40 guru baru tiba")
    expect(page.locator("#form q")).to_have_text("40 guru baru tiba")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#form")).to_be_hidden()
    corrected = last(ledger).corrected or {}
    assert corrected["content"] == "40 guru baru tiba"
    assert int(str(corrected["end_char"])) - int(str(corrected["start_char"])) == len("40 guru baru tiba")


def test_a_value_that_the_contract_does_not_have_is_explained(page: Page, ledger: Path) -> None:
    go_to(page, "lamandau:d1")
    page.keyboard.press("e")
    page.get_by_label("start_date").fill("12 November")
    page.get_by_role("button", name="Simpan").click()
    expect(page.locator("#message")).to_have_text("start_date: '12 November' is not a day as in 2025-11-12")
    page.keyboard.press("Escape")
    expect(page.locator("#form")).to_be_hidden()
    assert read(ledger) == []


def test_adding_a_person_whom_nobody_found(page: Page, ledger: Path, run: Path) -> None:
    select_text(page, "warga")
    page.keyboard.press("n")
    page.get_by_label("Tabel", exact=True).select_option("person_mentions")
    page.get_by_label("person", exact=True).fill("Warga Desa")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".is-add").first).to_be_visible()
    assert last(ledger).decision == "add"
    assert "Warga Desa" in Tables.load(run).reviewed(ledger).persons["name"].tolist()


def test_offsets_are_counted_in_code_points(page: Page, ledger: Path, run: Path) -> None:
    page.locator("#article").select_option("jahat")
    expect(page.locator("#text")).to_contain_text("😀")
    select_text(page, "hadir")
    page.keyboard.press("n")
    page.get_by_label("Tabel", exact=True).select_option("roles")
    page.get_by_label("role_class").select_option("lay")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".is-add")).to_be_visible()
    assert Tables.load(run).reviewed(ledger).roles["text"].tolist()[-1] == "hadir"


def test_an_article_that_tries_to_be_a_script_is_text(page: Page) -> None:
    page.locator("#article").select_option("jahat")
    expect(page.locator("#text")).to_contain_text("<script>window.broken = 1</script>")
    expect(page.locator("#title")).to_contain_text("><svg onload=")
    assert page.evaluate("window.broken") is None
    assert page.locator("main svg, main script").count() == 0


def test_accepting_the_rest_of_an_article(page: Page, ledger: Path, run: Path) -> None:
    go_to(page, "lamandau:f1")
    page.keyboard.press("r")
    page.keyboard.press("A")
    expect(page.locator("#title")).to_have_text("Murid Lulus")
    expect(page.locator("#article option").first).to_have_text("1. ✓ Guru Baru Tiba")
    assert Tables.load(run).reviewed(ledger).figures["text"].tolist()[0] == "25 warga"


def test_low_confidence_alone(page: Page) -> None:
    page.locator("#which").select_option("low")
    page.get_by_label("di bawah").fill("0.2")
    page.get_by_label("di bawah").blur()
    expect(page.locator("#rows")).to_have_text("Tidak ada baris yang cocok di artikel ini.")
    page.get_by_label("di bawah").fill("1")
    page.get_by_label("di bawah").blur()
    expect(page.locator("#rows .sure").first).to_be_visible()
    page.locator("#which").select_option("all")
    assert page.locator("#rows li").count() > 10


def test_layers_can_be_left_out(page: Page) -> None:
    for name in ("Kutipan", "Waktu", "Jabatan", "Sebutan", "Tokoh"):
        page.get_by_label(name, exact=True).uncheck()
    assert page.locator("#rows .text").all_text_contents() == ["40 guru baru", "25 warga"]


def test_a_word_in_the_text_selects_its_rows_from_the_inside_out(page: Page) -> None:
    page.locator('#text [data-row="lamandau:f1"]').click()
    assert selected(page) == "lamandau:f1"
    page.locator('#text [data-row="lamandau:f1"]').click()
    assert selected(page) == "lamandau:q1"


def test_a_review_is_taken_up_where_it_was_left(page: Page) -> None:
    first = selected(page)
    press(page, "a")
    page.reload()
    expect(page.locator("#counts")).to_have_text(re.compile(r"^1 dari \d+ baris ditinjau$"))
    assert selected(page) != first


def test_english(page: Page) -> None:
    page.get_by_role("button", name="English").click()
    expect(page.locator("#counts")).to_have_text(re.compile(r"^0 of \d+ rows reviewed$"))
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("Accept the rest")


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_cut_off(page: Page, width: int, height: int, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": height})
    page.keyboard.press("e")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    outside = """() => [...document.querySelectorAll('button, select, input, #counts')]
        .filter(each => each.checkVisibility()).map(each => each.getBoundingClientRect())
        .filter(box => box.left < 0 || box.right > innerWidth).length"""
    assert page.evaluate(outside) == 0
