"""More training text than the corpora have: their sentences with other persons and datelines, and templates filled.

In: `Example`s and a seeded generator. Out: `Example`s in which titles and degrees stand around the name, posts and
regions before it, never in it.

>>> rng = random.Random(7)
>>> [example] = from_templates(1, rng)
>>> all(example.text[label.start : label.end].strip() for label in example.entities)
True
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import regex

from models.prepare.examples import Example, Label, replace
from models.prepare.names import WORDS, coined, foreign, person, place, titled
from pipeline.lexicon.posts import ORGANIZATIONS, POSITIONS

Piece = tuple[str, str | None]
"""A stretch of text with its label; ``None`` for no name, an empty label for one that is left unannotated."""

_SMALL_WORD = regex.compile(r"(?<![\p{L}\p{N}.@/-])\p{Ll}[\p{L}-]*(?![\p{L}\p{N}@/]|\.\p{L})")
_SLOT = regex.compile(r"\{(\w+)\}")
_TEMPLATES = WORDS["sentences"]["templates"]
_FILLERS = WORDS["slots"]
_BODIES = WORDS["bodies"]
_POSTS = ("post", "post_region", "post_region", "post_body", "post_small", "post_unit", "post_school")
_KINDS = ("", "", "Kabupaten ", "Kota ")
_THINGS = WORDS["things"]


@cache
def _posts(takes: str) -> tuple[str, ...]:
    """The written forms of posts that take a region, a body or a unit behind them."""
    posts = [post for post in POSITIONS if post.takes == takes and post.role_class != "lay"]
    return tuple(sorted({form for post in posts for form in (post.canonical, *post.variants)}))


@cache
def _bodies() -> tuple[str, ...]:
    """The written forms of the bodies that the lexicon knows."""
    return tuple(sorted({form for body in ORGANIZATIONS for form in (body.canonical, *body.variants)}))


def _invented_body(rng: random.Random) -> str:
    words = [rng.choice(_BODIES["heads"]), *rng.sample(_BODIES["tails"], rng.choice((1, 2, 2)))]
    return " ".join([*words, "Indonesia"] if rng.random() < 0.3 else words)


def _honoured(rng: random.Random) -> str:
    """What places and bodies are called: a person, or one or two coined words."""
    return person(rng) if rng.random() < 0.4 else " ".join(coined(rng) for _ in range(rng.choice((1, 1, 2))))


def _where(rng: random.Random) -> str:
    kind = rng.random()
    if kind < 0.3:
        return place(rng, small=kind < 0.15)
    return coined(rng) if kind < 0.45 else f"{rng.choice(_THINGS['places'])} {_honoured(rng)}"


def _thing(rng: random.Random) -> str:
    """An event, a work, a dish, a brand: capitalised, and no name that the model labels."""
    kind = rng.random()
    if kind < 0.2:
        return rng.choice(_THINGS["words"])
    if kind < 0.5:
        return f"{rng.choice(_THINGS['behind'])} {' '.join(coined(rng) for _ in range(rng.choice((1, 1, 2, 3))))}"
    tail = rng.choice((*_BODIES["tails"], *_THINGS["words"])) if kind < 0.7 else _honoured(rng)
    return f"{rng.choice(_THINGS['heads'])} {tail}"


def _filled(template: str, rng: random.Random) -> Iterator[Piece]:
    """`template` with its slots filled, in pieces."""
    position = 0
    for slot in _SLOT.finditer(template):
        yield template[position : slot.start()], None
        pieces = list(_slot(slot[1].lower(), rng))
        if slot[1][0].isupper() and pieces:
            text, label = pieces[0]
            pieces[0] = (text[:1].upper() + text[1:], label)
        yield from pieces
        position = slot.end()
    yield template[position:], None


def _slot(name: str, rng: random.Random) -> Iterator[Piece]:
    match name:
        case "person":
            yield person(rng), "PER"
        case "short":
            yield person(rng).split(" ")[-1], "PER"
        case "who":
            yield from named(person(rng), rng, plain=0.4)
        case "foreign":
            yield foreign(rng), "PER"
        case "country":
            yield rng.choice(_FILLERS["country"]), "LOC"
        case "initials":
            yield "".join(rng.sample("ABDEFHIKLMNPRSTWYZ", rng.choice((2, 2, 2, 3)))), "PER"
        case "age":
            yield str(rng.randint(9, 79)), None
        case "name":
            yield coined(rng), None
        case "small":
            yield coined(rng).lower(), None
        case "place":
            yield place(rng), "LOC"
        case "where":
            yield _where(rng), "LOC"
        case "body":
            yield f"{rng.choice(_THINGS['bodies'])} {_honoured(rng)}", "ORG"
        case "thing":
            yield _thing(rng), None
        case "free_post":
            yield from _filled(rng.choice(_FILLERS["free_post"]), rng)
        case "school":
            yield "".join(text for text, _ in _filled(rng.choice(_FILLERS["school"]), rng)), "ORG"
        case "post":
            yield rng.choice(_posts(rng.choice(("region", "organization", "unit", "none")))), None
        case "post_region":
            yield rng.choice(_posts("region")) + " ", None
            yield rng.choice(_KINDS) + place(rng), "LOC"
        case "post_small":
            yield rng.choice(_FILLERS["small_post"]) + " ", None
            yield place(rng, small=True), "LOC"
        case "post_school":
            yield rng.choice(_FILLERS["school_post"]) + " ", None
            yield from _slot("school", rng)
        case "post_unit":
            yield f"{rng.choice(_posts('unit'))} {rng.choice(_FILLERS['unit'])} ", None
            yield f"{rng.choice(_BODIES['local'])} {place(rng)}", ""  # corpora disagree on where such a name ends
        case "post_body":
            yield rng.choice(_posts("organization")) + " ", None
            yield _invented_body(rng) if rng.random() < 0.4 else rng.choice(_bodies()), "ORG"
            if rng.random() < 0.4:
                yield " ", None
                yield rng.choice((*_KINDS, "Provinsi ")) + place(rng), "LOC"
        case _:
            yield rng.choice(_FILLERS[name]), None


def named(name: str, rng: random.Random, plain: float) -> Iterator[Piece]:
    """`name` as a person, with titles or degrees around it except with the probability `plain`."""
    before, after = ("", "") if rng.random() < plain else titled(rng, name)
    yield before, None
    if after and name.endswith("."):
        name = name.rpartition(" ")[0]
    yield name, "PER"
    yield after, None


def assembled(pieces: Iterable[Piece]) -> Example:
    """The text of `pieces` with their labels."""
    text, entities, unsure = "", list[Label](), list[Label]()
    for piece, label in pieces:
        if piece and label is not None:
            (entities if label else unsure).append(Label(len(text), len(text) + len(piece), label))
        text += piece
    return Example(text, tuple(entities), unsure=tuple(unsure))


def from_templates(count: int, rng: random.Random) -> list[Example]:
    """`count` invented sentences of news, one in twelve in capitals."""
    sentences = [assembled(_filled(rng.choice(_TEMPLATES), rng)) for _ in range(count)]
    return [shouted(sentence) if rng.random() < 0.08 else sentence for sentence in sentences]


def _pieces(source: Example) -> Iterator[Piece]:
    """`source` cut at its labels."""
    position = 0
    for label in sorted([*(source.entities or ()), *source.unsure]):
        if label.start < position:
            continue
        yield source.text[position : label.start], None
        yield source.text[label.start : label.end], label.label
        position = label.end
    yield source.text[position:], None


def with_other_persons(source: Example, rng: random.Random) -> Example:
    """`source` with every person replaced by an invented one, half of them titled or in a post; equal names stay so."""
    names: dict[str, str] = {}

    def replaced() -> Iterator[Piece]:
        for text, label in _pieces(source):
            if label != "PER":
                yield text, label
                continue
            first = text not in names
            name = names.setdefault(text, person(rng) if " " in text else person(rng).split(" ")[-1])
            if first and rng.random() < 0.25:
                yield from _slot(rng.choice(_POSTS), rng)
                yield rng.choice((" ", " ", ", ")), None
            yield from named(name, rng, plain=0.6 if first else 1.0)

    return assembled(replaced())


def with_dateline(source: Example, rng: random.Random) -> Example:
    """`source` behind a dateline (*KUDUS, WARTAKITA – …*), its place mostly in capitals."""
    town = place(rng)
    outlet = rng.choice(_FILLERS["outlet"])
    middle = rng.choice((f", {outlet} – ", " – ", f", {outlet} - ", f" ({outlet}) – ", f", {outlet} — ", " | "))
    return assembled([(town.upper() if rng.random() < 0.7 else town, "LOC"), (middle, None), *_pieces(source)])


def as_headline(source: Example) -> Example:
    """`source` in the capitals of a headline, where they tell nothing (*Disdik Buka Posko Aduan*)."""

    def raised(word: regex.Match[str]) -> str:
        written: str = word[0]
        return written if written in _FILLERS["function"] else written[0].upper() + written[1:]

    text = _SMALL_WORD.sub(raised, source.text)
    return replace(source, text=text)


def shouted(source: Example) -> Example:
    """`source` in capitals throughout, as some outlets set their headlines."""
    return replace(source, text="".join(char.upper() if len(char.upper()) == 1 else char for char in source.text))


def augmented(sources: Sequence[Example], rng: random.Random) -> list[Example]:
    """What `sources` give besides themselves: other persons where there are any, some datelines, some headlines."""
    with_persons = [source for source in sources if any(label.label == "PER" for label in source.entities or ())]
    exchanged = [with_other_persons(source, rng) for source in with_persons]
    datelined = [with_dateline(source, rng) for source in rng.sample(list(sources), len(sources) // 30)]
    short = [source for source in sources if len(source.text) < 110]
    headlines = [as_headline(source) for source in rng.sample(short, len(short) // 4)]
    headlines += [shouted(source) for source in rng.sample(short, len(short) // 12)]
    return [*exchanged, *datelined, *headlines]
