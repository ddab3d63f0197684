"""A component of a model over a long text, a piece at a time: its memory and its time a word grow with what it reads.

In: the component and a `Doc`. Out: the `Doc` with the names that were found in its pieces; a short one is one piece.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Span

LONGEST = 10_000
"""Tokens that a model reads at once; hardly any article has more. Of 200,000, it would take 3 GB."""
_PIECES = "pieces"  # under which they are kept from one component to the next, as each goes by what the last one left


def run(component: Callable[[Doc], Doc], doc: Doc, longest: int = LONGEST) -> Doc:
    """`doc` as `component` leaves it; of more than `longest` tokens, it gets the names of its pieces.

    >>> import spacy
    >>> nlp = spacy.blank("ind")
    >>> ruler = nlp.add_pipe("entity_ruler")
    >>> ruler.add_patterns([{"label": "PER", "pattern": "Ratna Sari"}])
    >>> doc = run(ruler, nlp.make_doc("Ratna Sari hadir.\\nKata Ratna Sari, baik."), longest=5)
    >>> [(name.text, name.start_char) for name in doc.ents]
    [('Ratna Sari', 0), ('Ratna Sari', 23)]
    """
    if len(doc) <= longest:
        return component(doc)
    pieces = doc.user_data.get(_PIECES) or [(start, doc[start:end].as_doc()) for start, end in _cut(doc, longest)]
    doc.user_data[_PIECES] = read = [(start, component(piece)) for start, piece in pieces]
    doc.set_ents([Span(doc, at + name.start, at + name.end, name.label) for at, piece in read for name in piece.ents])
    return doc


def _cut(doc: Doc, longest: int) -> Iterator[tuple[int, int]]:
    """The spans of the pieces in tokens: up to the last line that ends in reach, or as far as this goes."""
    start = 0
    while len(doc) - start > longest:
        reach = range(start + longest, start, -1)
        end = next((place for place in reach if "\n" in doc[place - 1].text), start + longest)
        yield start, end
        start = end
    yield start, len(doc)
