"""One article's text and its rows → escaped HTML in which every row is a coloured span.

Rows nest and cross: a quote holds dates and people, a role and a mention cover the same words. At every boundary the
open elements are closed and opened anew as far as needed, so that each element belongs to one row, a row that
others cut comes as several elements with the same ``data-row``, and no layer hides another: quotes, dates and figures
tint the ground, people and roles are underlined at different heights.

What comes out is plain HTML without scripts: `article_html` shows its legend's checkboxes and the rows' cards by CSS
alone, so that it works in any notebook. The text content of ``.b-text`` is the article's text, unaltered, so offsets
can be counted in it.

>>> figure = {"figure_id": "a:f1", "start_char": 6, "end_char": 15}
>>> print(highlight("Rabu, 560 orang", {"figures": [figure]}, cards=False))
<div class="b-text">Rabu, <span class="b-span b-figure" data-row="a:f1">560 orang</span></div>
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from itertools import pairwise
from pathlib import Path

import regex

from pipeline.views.html.cards import Record, card
from pipeline.views.html.words import LAYER_NAMES, UiLanguage

Rows = Mapping[str, Sequence[Record]]
"""Table name → rows; tables may be missing, and those that have no layer are passed over."""

LAYERS = {
    "quotes": ("quote_id", "b-quote"),
    "roles": ("role_id", "b-role"),
    "person_mentions": ("mention_id", "b-person"),
    "figures": ("figure_id", "b-figure"),
    "dates": ("date_id", "b-date"),
}
"""Table → its key column and the class of its spans; of spans with the same ends, the one listed first is outside."""
_PARAGRAPH_END = regex.compile(r"\n+")
_ASSETS = Path(__file__).parent / "assets"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text that becomes an element: a sentence (rank 0) or a row."""

    start: int
    end: int
    rank: int
    attributes: str
    """The element's attributes, escaped."""
    card: str = ""

    @property
    def order(self) -> tuple[int, int, int, int]:
        """What stands outside comes first: sentences, then what starts earlier, then what is longer."""
        return (min(self.rank, 1), self.start, -self.end, self.rank)


def highlight(text: str, rows: Rows, *, cards: bool = True, language: UiLanguage = "id") -> str:
    """The text as ``<div class="b-text">`` with a span for every row, and for every sentence if `rows` has them.

    Args:
        rows: the article's rows by table: ``dates``, ``person_mentions``, ``roles``, ``figures``, ``quotes``; with
            ``persons`` the cards name people, with ``sentences`` these become elements with ``data-sentence``.
        cards: let each span carry its row as a card, shown by hover and focus.

    Rows whose offsets lie outside of the text are left out rather than misplaced.
    """
    names = {row["person_id"]: row["name"] for row in rows.get("persons", ())}
    spans = [
        Span(row["start_char"], row["end_char"], 0, f'class="b-sentence" data-sentence="{escape(row["sentence_id"])}"')
        for row in rows.get("sentences", ())
    ]
    for rank, (table, (key, name)) in enumerate(LAYERS.items(), start=1):
        for row in rows.get(table, ()):
            attributes = f'class="b-span {name}" data-row="{escape(row[key])}"'
            shown = card(table, row, names, language) if cards else ""
            spans.append(Span(row["start_char"], row["end_char"], rank, attributes, shown))
    sound = [span for span in spans if 0 <= span.start < span.end <= len(text)]
    return f'<div class="b-text">{"".join(_pieces(text, sound))}</div>'


def _pieces(text: str, spans: Sequence[Span]) -> Iterator[str]:
    """The text in pieces, each with the tags that precede it; an element opens once unless another one cuts it."""
    starts: dict[int, list[Span]] = {}
    for span in spans:
        starts.setdefault(span.start, []).append(span)
    cuts = sorted({0, len(text), *starts, *(span.end for span in spans)})
    opened: list[Span] = []
    for left, right in pairwise(cuts):
        active = [span for span in opened if span.end > left]
        active = sorted([*active, *starts.get(left, ())], key=lambda span: span.order)
        kept = _common(opened, active)
        yield "</span>" * (len(opened) - kept)
        for depth in range(kept, len(active)):
            yield _tag(active[: depth + 1], left)
        yield _PARAGRAPH_END.sub(r'<span class="b-gap">\g<0></span>', escape(text[left:right], quote=False))
        opened = active
    yield "</span>" * len(opened)


def _common(one: Sequence[Span], other: Sequence[Span]) -> int:
    """How many spans both lists start with."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a is not b), min(len(one), len(other)))


def _tag(chain: Sequence[Span], at: int) -> str:
    """The opening tag of the last span in `chain`; its card ends with those of the spans around it."""
    span = chain[-1]
    focus = ' tabindex="0"' if span.card and at == span.start else ""
    cards = "\n\n".join(outer.card for outer in reversed(chain) if outer.card) if span.card else ""
    return f"<span {span.attributes}{focus}{_card_attribute(cards)}>"


def _card_attribute(cards: str) -> str:
    return f' data-card="{escape(cards).replace(chr(10), "&#10;")}"' if cards else ""


def legend(rows: Rows, language: UiLanguage = "id") -> str:
    """A checkbox for each layer with its number of rows; `stylesheet` makes them switch the layers."""
    names = LAYER_NAMES[language]
    boxes = (
        f'<label class="b-key"><input type="checkbox" checked class="b-on {name}-on">'
        f'<span class="b-span {name}">{escape(names[table])}</span> {len(rows.get(table, ()))}</label>'
        for table, (_, name) in LAYERS.items()
    )
    return f'<div class="b-legend">{"".join(boxes)}</div>'


def article_html(article: Record, rows: Rows, language: UiLanguage = "id") -> str:
    """A whole article for a notebook: style, title, legend and highlighted text.

    Args:
        article: a row of ``articles``.
        rows: see `highlight`.
    """
    about = _joined(article.get(name) for name in ("outlet", "published_at", "dateline_place"))
    return (
        f'<div class="berita" lang="{language}"><style>{stylesheet()}</style>'
        f'<div class="b-title">{escape(article.get("title") or "")}</div><div class="b-about">{about}</div>'
        f"{legend(rows, language)}{highlight(article['text'], rows, language=language)}</div>"
    )


def _joined(values: Iterable[object]) -> str:
    return escape(" · ".join(str(value) for value in values if value))


@cache
def stylesheet() -> str:
    """The CSS of the spans, the legend and the cards; every rule is scoped to ``.berita``."""
    return (_ASSETS / "highlight.css").read_text(encoding="utf-8")
