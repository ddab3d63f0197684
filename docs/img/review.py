"""Draw the picture of docs/review.md from a running review: ``python docs/img/review.py ADDRESS``."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright


def main() -> None:
    """Write the picture beside this file."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1180, "height": 700}, locale="en-GB")
        page.goto(sys.argv[1])
        page.locator("#article").select_option(index=4)
        page.locator("#rows li").nth(8).click()
        page.keyboard.press("e")
        page.locator("#form").wait_for()
        page.screenshot(path=Path(__file__).with_suffix(".png"))
        browser.close()


if __name__ == "__main__":
    main()
