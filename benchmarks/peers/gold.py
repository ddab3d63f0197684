"""The two golds that peers are scored on, in one shape.

In: the folder ``seeds/``, and a file in the scheme of PFSA-ID. Out: `Annotations`, with the bare names that the gold
of seeds holds in its mentions and roles, and with what PFSA-ID marks: people quoted directly, their words, their
posts' organizations, the dates and places of what they said. As it marks nothing else, it gives recall alone.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, TypeVar

from pipeline.evaluation import gold
from pipeline.evaluation.forms.pfsa import EDGE, GAP, words
from pipeline.evaluation.names import names
from pipeline.evaluation.rows import Annotations, ArticleRow, DateRow, MentionRow, NameLabel, NameRow, QuoteRow, Span

LABELS: Mapping[str, NameLabel] = {"PERSON": "person", "AFFILIATION": "organization", "LOCATION": "place"}
_PERSON = ("PERSON", "PERSONCOREF")
Spanned = TypeVar("Spanned", bound=Span)


def seeds(folder: Path, texts: Mapping[str, str]) -> list[Annotations]:
    """The gold of ``seeds/`` with its bare names.

    Args:
        folder: holds the ``.toml`` files.
        texts: article → its cleaned text.
    """
    return [replace(each, names=tuple(_names(each))) for each in gold.read(folder, texts)]


def _names(article: Annotations) -> Iterator[NameRow]:
    rows = {
        "persons": [{"person_id": person.key, "name": person.name} for person in article.persons],
        "person_mentions": [{**asdict(each), "person_id": each.person} for each in article.mentions],
        "roles": [asdict(each) for each in article.roles],
    }
    return (NameRow(**name) for name in names(rows))


def spans(path: Path, sample: int, seed: int) -> list[Annotations]:
    """A random part of a file of labelled spans: `sample` articles drawn with `seed`, in the file's order."""
    lines = path.read_text(encoding="utf-8").splitlines()
    chosen = sorted(random.Random(seed).sample(range(len(lines)), min(sample, len(lines))))
    return [_article(json.loads(lines[number])) for number in chosen]


def _article(line: Mapping[str, Any]) -> Annotations:
    text: str = line["text"]
    marked = [(label, core(Span(start_char=a, end_char=b, text=text[a:b]))) for a, b, label in sorted(line["spans"])]
    mentions = list(_mentions(marked))
    return Annotations(
        name=line["id"],
        text=text,
        article=ArticleRow(published_at=line.get("published_at")),
        dates=tuple(DateRow(**_place(each), type="DATE", value="") for label, each in marked if label == "DATETIME"),
        mentions=tuple(mentions),
        quotes=tuple(_quotes(marked, {each.start_char: each.person for each in mentions})),
        names=tuple(NameRow(**_place(each), label=LABELS[label]) for label, each in marked if label in LABELS),
    )


def _mentions(marked: Sequence[tuple[str, Span]]) -> Iterator[MentionRow]:
    """Every person span; those that share a word of a name are one person, a pronoun or a bare post is nobody yet."""
    known: dict[str, set[str]] = {}
    for label, span in marked:
        if label in _PERSON:
            own = words(span.text)
            person = next((name for name, told in known.items() if own & told), None)
            if person is None and label == "PERSON":
                person = span.text
            if person is not None:
                known[person] = known.get(person, set()) | own
            yield MentionRow(**_place(span), person=person, form="name" if label == "PERSON" else "short")


def _quotes(marked: Sequence[tuple[str, Span]], people: Mapping[int, str | None]) -> Iterator[QuoteRow]:
    """Every statement, with its speaker where gold names one: in the spans that follow at once, or, behind a cue with
    *-nya*, the last person named before (silver)."""
    last = None
    for number, (label, span) in enumerate(marked):
        if label in _PERSON:
            last = people[span.start_char]
        elif label == "STATEMENT":
            after = list(_attached(marked[number:]))
            who = [people[each.start_char] for label, each in after if label in _PERSON]
            silver = last if any(label == "CUECOREF" for label, _ in after) else None
            yield QuoteRow(
                **_place(span),
                content=span.text,
                kind="direct",
                attribution="explicit",
                speaker=who[0] if who else silver,
            )


def _attached(marked: Sequence[tuple[str, Span]]) -> Iterator[tuple[str, Span]]:
    """The spans behind the first that follow it without a break."""
    end = marked[0][1].end_char
    for label, span in marked[1:]:
        if span.start_char - end > GAP or label in ("STATEMENT", "ISSUE"):
            return
        yield label, span
        end = span.end_char


def core(row: Spanned) -> Spanned:
    """`row` without the marks at its ends, on which the corpus and others differ."""
    start = row.start_char + len(row.text) - len(row.text.lstrip(EDGE))
    text = row.text.strip(EDGE)
    return replace(row, start_char=start, end_char=start + len(text), text=text)


def _place(span: Span) -> dict[str, Any]:
    return {"start_char": span.start_char, "end_char": span.end_char, "text": span.text}
