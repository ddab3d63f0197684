"""Every example in the documentation and in the docstrings runs."""

import doctest
import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import pipeline

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
PAGES = [
    page
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("**/*.md")))
    if page.is_file()
]
BLOCKS = [
    pytest.param(page, number, id=f"{page.relative_to(ROOT)}-{number}")
    for page in PAGES
    for number, _ in enumerate(BLOCK.findall(page.read_text(encoding="utf-8")), start=1)
]
MODULES = sorted(module.name for module in pkgutil.walk_packages(pipeline.__path__, "pipeline."))


@pytest.mark.parametrize(("page", "number"), BLOCKS)
def test_block_runs(page: Path, number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The blocks of one page share their names, as a reader who follows it would have them."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    names: dict[str, object] = {"__name__": "docs"}
    for block in BLOCK.findall(page.read_text(encoding="utf-8"))[:number]:
        if ">>>" in block:
            run_examples(block, names, str(page))
        else:
            exec(compile(block, str(page), "exec"), names)


def run_examples(block: str, names: dict[str, object], name: str) -> None:
    test = doctest.DocTestParser().get_doctest(block, names, name, name, 0)
    result = doctest.DocTestRunner().run(test, clear_globs=False)
    assert result.failed == 0


@pytest.mark.parametrize("name", MODULES)
def test_docstrings_run(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_the_public_functions_have_examples() -> None:
    for name in ("extract", "load", "Article"):
        assert ">>>" in (getattr(pipeline, name).__doc__ or "")
