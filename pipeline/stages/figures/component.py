"""The spaCy component of the figures stage.

In: a `Doc` (after ``berita_dates``, where the pipeline has it). Out: ``doc._.figures`` and ``doc.spans["figures"]``,
labelled by kind.

>>> import spacy
>>> nlp = spacy.blank("ind")
>>> _ = nlp.add_pipe("berita_figures")
>>> [(f.text, f.value, f.unit) for f in nlp("Sebanyak 560 orang menerima Rp 1,5 juta.")._.figures]
[('560 orang', Decimal('560'), 'orang'), ('Rp 1,5 juta', Decimal('1500000'), None)]
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields

from spacy.language import Language
from spacy.tokens import Doc

from pipeline import schema
from pipeline.lexicon.confidence import confidence
from pipeline.stages.component import article_id, sentences_of, set_spans, text_of
from pipeline.stages.figures.checks import adds_up
from pipeline.stages.figures.resolve import Found, figures

_FIELDS = tuple(field.name for field in fields(Found))


@Language.factory("berita_figures")
def make(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The spaCy factory of the figures stage."""

    def annotate(doc: Doc) -> Doc:
        text, key, sentences = text_of(doc), article_id(doc), sentences_of(doc)
        dates = tuple((row.start_char, row.end_char) for row in doc._.dates)
        found = tuple(figures(text, dates))
        within = [sentences.at(figure.start_char) for figure in found]
        checks = adds_up(text, found, [sentence.end_char for sentence in within])
        doc._.figures = tuple(
            schema.Figure(
                figure_id=f"{key}:f{number}",
                article_id=key,
                sentence_id=sentence.sentence_id,
                adds_up=check,
                confidence=confidence("figures", kind=figure.kind, rule=figure.rule),
                **{name: getattr(figure, name) for name in _FIELDS},
            )
            for number, (figure, sentence, check) in enumerate(zip(found, within, checks, strict=True), start=1)
        )
        set_spans(doc, "figures", ((row.start_char, row.end_char, row.kind) for row in doc._.figures))
        return doc

    return annotate
