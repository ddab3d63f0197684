"""The page's scripts and styles as one text each, from the small files in ``assets``.

The scripts are ES modules that import from each other. A page without a network can't load modules, so each becomes a
function that returns its exports, put below those that it imports from.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import regex

ASSETS = Path(__file__).parent / "assets"
_IMPORT = regex.compile(r"""^import (\{[^}]*\}) from "\./([\w-]+)\.js";$""", regex.MULTILINE)
_EXPORT = regex.compile(r"^export ((?:async )?(?:function|const|class) (\w+))", regex.MULTILINE)


@cache
def script(entry: str = "main", folder: Path = ASSETS) -> str:
    """The module `entry` with all that it imports, each once."""
    modules: dict[str, str] = {}

    def add(name: str) -> None:
        source = (folder / f"{name}.js").read_text(encoding="utf-8")
        for _, imported in _IMPORT.findall(source):
            if imported not in modules:
                add(imported)
        modules[name] = _as_function(name, source)

    add(entry)
    return "\n".join(modules.values())


def _as_function(name: str, source: str) -> str:
    """A module as ``const $name = (() => { …; return { its exports }; })();``."""
    exports = ", ".join(exported for _, exported in _EXPORT.findall(source))
    body = _EXPORT.sub(r"\1", _IMPORT.sub(r"const \1 = $\2;", source))
    return f"const ${name} = (() => {{\n{body}\nreturn {{ {exports} }};\n}})();"


@cache
def style(folder: Path = ASSETS) -> str:
    """All style sheets of `folder`, in order of their names."""
    return "\n".join(sheet.read_text(encoding="utf-8") for sheet in sorted(folder.glob("*.css")))
