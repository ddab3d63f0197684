"""The pictures of `docs/report.md`: ``python docs/img/report.py`` draws the report of `seeds/` in Chromium."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from pipeline import extract
from pipeline.views.report.page import write_report

HERE = Path(__file__).parent


def main() -> None:
    """Write the two pictures beside this file."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        report = Path(folder) / "report.html"
        write_report(extract(HERE.parent.parent / "seeds").arrow, report, title="Tiga puluh artikel contoh")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 860}, reduced_motion="reduce")
        page.goto(report.as_uri())
        page.wait_for_selector(".card")
        page.screenshot(path=HERE / "report-overview.png")
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        page.locator(".card-people .bar").first.click()
        page.click("#tab-facts")
        page.locator("#grid .row", has_text="“").first.click()
        page.wait_for_selector(".b-lit")
        page.screenshot(path=HERE / "report-article.png")
        browser.close()


if __name__ == "__main__":
    main()
