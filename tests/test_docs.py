"""Every Python example in the documentation and in the docstrings runs."""

import doctest
import importlib
import pkgutil
import re
from functools import cache
from pathlib import Path

import pytest

import pipeline

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
PAGES = [
    page
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("**/*.md")))
    if BLOCK.search(page.read_text(encoding="utf-8"))
]
BLOCKS = [
    pytest.param(page, number, id=f"{page.relative_to(ROOT)}-{number}")
    for page in PAGES
    for number, _ in enumerate(BLOCK.findall(page.read_text(encoding="utf-8")), start=1)
]
MODULES = sorted(module.name for module in pkgutil.walk_packages(pipeline.__path__, "pipeline."))


@cache
def page_runs(page: Path) -> list[BaseException | None]:
    """What each block of a page raised. Blocks of one page share their names, as a reader who follows it has them."""
    names: dict[str, object] = {"__name__": "docs"}
    return [raised(block, names, str(page)) for block in BLOCK.findall(page.read_text(encoding="utf-8"))]


def raised(block: str, names: dict[str, object], page: str) -> BaseException | None:
    try:
        if ">>>" in block:
            test = doctest.DocTestParser().get_doctest(block, names, page, page, 0)
            doctest.DebugRunner().run(test, clear_globs=False)
            names.update(test.globs)
        else:
            exec(compile(block, page, "exec"), names)
    except Exception as error:
        return error
    return None


@pytest.mark.parametrize(("page", "number"), BLOCKS)
def test_block_runs(page: Path, number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    error = page_runs(page)[number - 1]
    if error:
        raise error


@pytest.mark.parametrize("name", MODULES)
def test_docstrings_run(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_the_public_functions_have_examples() -> None:
    for name in ("extract", "load", "Article"):
        assert ">>>" in (getattr(pipeline, name).__doc__ or "")
