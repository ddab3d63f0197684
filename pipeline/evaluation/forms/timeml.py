"""Gold as TimeML: TIMEX3 tags in the text of ``.tml`` files, one an article.

In: XML with a ``TEXT`` element (else the whole is text) and a document creation time, in ``DCT`` or as a TIMEX3 whose
``functionInDocument`` is ``CREATION_TIME`` or ``PUBLICATION_TIME``. Out: `Annotations`, of dates alone.

>>> xml = "<TimeML><DCT><TIMEX3 tid='t0' type='DATE' value='2025-11-12'>12 November 2025</TIMEX3></DCT>" \\
...     "<TEXT>Guru hadir, <TIMEX3 tid='t1' type='DATE' value='2025-11-11'>Selasa</TIMEX3>.</TEXT></TimeML>"
>>> gold = parse(xml, "uji")
>>> gold.article.published_at, gold.text, gold.dates[0].start_char, gold.dates[0].value
('2025-11-12', 'Guru hadir, Selasa.', 12, '2025-11-11')
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from pipeline.evaluation.columns import typed
from pipeline.evaluation.gold import GoldError, naming
from pipeline.evaluation.rows import Annotations, ArticleRow, DateRow

_CREATION = ("CREATION_TIME", "PUBLICATION_TIME")
_JUDGED = {"dates": frozenset({"type", "value"})}


def read(path: Path) -> list[Annotations]:
    """The article of the file `path`, or those of every ``.tml`` file of the folder `path`.

    Raises:
        GoldError: a file is no TimeML.
    """
    files = sorted(path.glob("*.tml")) if path.is_dir() else [path]
    return [parse(file.read_text(encoding="utf-8-sig"), file.stem) for file in files]


def parse(xml: str, name: str) -> Annotations:
    """One file's article.

    Raises:
        GoldError: it is no XML, or a TIMEX3 lacks its type or value.
    """
    try:
        root = ElementTree.fromstring(xml)
    except ElementTree.ParseError as error:
        raise GoldError(f"{name}: no TimeML: {error}") from None
    body = root.find(".//TEXT")
    text, spans = "", []
    for piece, timex in _pieces(root if body is None else body):
        if timex is not None:
            spans.append((len(text), timex))
        text += piece
    with naming(name):
        dates = tuple(_date(timex, start) for start, timex in spans)
    created = next((timex.get("value") for timex in root.iter("TIMEX3") if _is_creation(root, timex)), None)
    return Annotations(name=name, text=text, article=ArticleRow(published_at=created), judged=_JUDGED, dates=dates)


def _pieces(element: Element) -> Iterator[tuple[str, Element | None]]:
    """The text under `element` in order, a TIMEX3 with its own."""
    yield element.text or "", None
    for child in element:
        if child.tag == "TIMEX3":
            yield "".join(child.itertext()), child
        else:
            yield from _pieces(child)
        yield child.tail or "", None


def _is_creation(root: Element, timex: Element) -> bool:
    return timex.get("functionInDocument") in _CREATION or timex in root.findall(".//DCT//TIMEX3")


def _date(timex: Element, start: int) -> DateRow:
    text = "".join(timex.itertext())
    columns = {"type": timex.get("type"), "value": timex.get("value")}
    span = {"start_char": start, "end_char": start + len(text), "text": text}
    return typed(DateRow, {key: value for key, value in {**columns, **span}.items() if value is not None})
