"""The pages say what the code says, lead to each other, and are told apart in both languages."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs").glob("*.md"))
ENGLISH, INDONESIAN = (ROOT / name for name in ("README.md", "README.id.md"))
LINK = re.compile(r"\]\((?!https?://|#)([^)#\s]+)")
MESSAGE = re.compile(r"^\| `([^|]+)` \|", re.MULTILINE)


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_generate", ROOT / "docs" / "generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_tables_are_those_of_the_schema(generate: ModuleType) -> None:
    page = (ROOT / "docs" / "tables.md").read_text(encoding="utf-8")
    assert page == generate.renewed("tables.md"), "run: python docs/generate.py"


def test_lexicon_files_are_those_of_the_lexicon(generate: ModuleType) -> None:
    """Numbers of entries may lag behind: they change with every word."""
    page = (ROOT / "docs" / "lexicon.md").read_text(encoding="utf-8")
    numbers = re.compile(r"\d[\d,.]*")
    assert numbers.sub("N", page) == numbers.sub("N", generate.renewed("lexicon.md")), "run: python docs/generate.py"


def test_every_page_is_in_the_navigation() -> None:
    nav = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]
    assert sorted(pages_in(nav)) == [page.name for page in PAGES]


def pages_in(nav: object) -> list[str]:
    if isinstance(nav, str):
        return [nav]
    parts = nav.values() if isinstance(nav, dict) else nav
    return [page for part in parts for page in pages_in(part)]  # type: ignore[attr-defined]


@pytest.mark.parametrize("page", [ENGLISH, INDONESIAN, *PAGES], ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def messages() -> list[str]:
    return MESSAGE.findall((ROOT / "docs" / "troubleshooting.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("message", messages())
def test_messages_are_those_of_the_code(message: str) -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "pipeline").glob("**/*.py"))
    parts = [part.strip(" ();:,") for part in message.split("…")]
    assert [part for part in parts if part not in code] == []


class TestIndonesianReadme:
    """Both README files have the same sections, examples and numbers."""

    english, indonesian = (path.read_text(encoding="utf-8") for path in (ENGLISH, INDONESIAN))

    @pytest.mark.parametrize(
        "part",
        [
            pytest.param(r"^(#+) ", id="sections"),
            pytest.param(r"^```python\n(?s:(.*?))^```", id="python"),
            pytest.param(r"^\$ (.*?)(?:\s+#.*)?$", id="commands"),
            pytest.param(r"\| (\d+) (?=\|)", id="numbers"),
            pytest.param(r"\]\((\S+)\)", id="links"),
            pytest.param(r"^\| ((?:date|role|figure|quote) .*)$", id="rows"),
        ],
    )
    def test_has_the_same(self, part: str) -> None:
        pattern = re.compile(part, re.MULTILINE)
        found = [each for each in pattern.findall(self.indonesian) if each != "README.md"]
        wanted = [each for each in pattern.findall(self.english) if each != "README.id.md"]
        assert wanted
        assert found == wanted
