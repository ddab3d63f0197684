"""The spaCy component of the dates stage.

In: a ``Doc``, with ``doc._.published`` where the caller knows it. Out: ``doc._.dates`` and ``doc.spans["dates"]``.

>>> from datetime import date
>>> from pipeline.language import Indonesian
>>> nlp = Indonesian()
>>> _ = nlp.add_pipe("berita_dates")
>>> [(row.text, row.value) for row in nlp("Pelatihan berlangsung tiga bulan, Rabu (12/11/2025).")._.dates]
[('tiga bulan', 'P3M'), ('Rabu (12/11/2025)', '2025-11-12')]
>>> [(row.text, row.value, row.anchor) for row in nlp("Rapat digelar 17 Agustus pukul 09.00 WIB.")._.dates]
[('17 Agustus pukul 09.00 WIB', 'XXXX-08-17T09:00+07:00', 'none')]
>>> nlp("SMAN 3 kalah 2-1, sesuai Pasal 31.")._.dates
()
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from spacy.language import Language
from spacy.tokens import Doc

from pipeline import schema
from pipeline.lexicon.confidence import confidence
from pipeline.stages.component import article_id, sentences_of, set_spans, text_of
from pipeline.stages.dates.find import find
from pipeline.stages.dates.resolve import resolve


def rows(doc: Doc) -> Iterator[schema.Date]:
    """The rows of ``dates`` for one article, in text order."""
    text, key, sentences = text_of(doc), article_id(doc), sentences_of(doc)
    starts = [sentence.start_char for sentence in sentences]
    published = doc._.published
    day: date | None = published.date() if isinstance(published, datetime) else published
    for number, found in enumerate(resolve(text, find(text), day, starts), start=1):
        yield schema.Date(
            date_id=f"{key}:d{number}",
            article_id=key,
            sentence_id=sentences.at(found.start).sentence_id,
            start_char=found.start,
            end_char=found.end,
            text=text[found.start : found.end],
            type=found.type,
            value=found.value,
            start_date=found.interval.start if found.interval else None,
            end_date=found.interval.end if found.interval else None,
            granularity=found.granularity,
            modifier=found.modifier,
            anchor=found.anchor,
            conflict=found.conflict,
            rule=found.rule,
            confidence=confidence("dates", anchor=found.anchor, rule=found.rule),
        )


def annotate(doc: Doc) -> Doc:
    """Write the article's dates onto `doc`."""
    doc._.dates = tuple(rows(doc))
    set_spans(doc, "dates", ((row.start_char, row.end_char, row.type) for row in doc._.dates))
    return doc


@Language.factory("berita_dates")
def make(nlp: Language, name: str) -> object:
    """The spaCy factory of the dates stage."""
    return annotate
