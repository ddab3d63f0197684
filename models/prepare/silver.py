"""Persons that raw news names beyond doubt, as training data: a name behind a title or a cue verb, or before a degree.

In: the text of an article. Out: `Example`s, one a line, with each sure name labelled wherever the article repeats it
whole or in part, posts before it told apart; bodies and places that the lexicon knows; phrases of common words, which
are no names for all their capitals; and every other capitalised word left unannotated.

>>> text = "Kegiatan itu dibuka Bupati Sleman Kustini. “Kami siap,” kata Kustini, Senin."
>>> [example] = examples(text, common=frozenset({"kegiatan", "kami"}))
>>> [example.text[label.start : label.end] for label in example.entities if label.label == "PER"]
['Kustini', 'Kustini']
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import regex

from models.prepare.examples import Example, Label
from pipeline.lexicon import alternation, read
from pipeline.lexicon.cues import Cue
from pipeline.lexicon.names import DEGREES, TITLES, is_given_name, title_of, word_kind
from pipeline.lexicon.posts import ORGANIZATION_PATTERN, POSITION_PATTERN, head_of
from pipeline.lexicon.regions import REGION_PATTERN, lookup

_WORD = r"\p{Lu}[\p{L}]*(?:['’`]\p{L}+)*(?:-\p{Lu}\p{Ll}+)?|\p{Lu}\."
_JOINT = r"bin|binti|van|al|el|dan(?=\s\p{Lu}\p{Ll}+[,\s])"
_RUN = regex.compile(rf"(?<![\p{{L}}\p{{N}}'’.-])(?:{_WORD})(?:[ ](?:{_WORD}|{_JOINT})(?![\p{{L}}\p{{N}}]))*+")
_TITLE = alternation(form for title in TITLES for form in title.forms)
_DEGREE = alternation(
    {
        form
        for degree in DEGREES
        for form in (degree.written, degree.written.replace(".", ""), degree.written.rstrip("."))
    }
)
# *ujar Ratna*, *diungkapkan Ratna*: a name follows these at once; behind *mengatakan* comes what was said.
_SPOKEN = alternation(form for cue in read("cues", Cue) for form in cue.forms if not form.startswith(("me", "ber")))
_BEFORE = regex.compile(rf"\b(?:(?:{_SPOKEN}|menurut)|(?:{_TITLE}))[ ]$", regex.IGNORECASE)
_AFTER = regex.compile(rf",?[ ](?:{_DEGREE})(?![\p{{L}}\p{{N}}])")
_PREFIX = regex.compile(rf"(?:(?:{_TITLE}|{POSITION_PATTERN}|Plt\.?|Pj\.?|Wakil|Mantan)\s+)")
_PLACE = regex.compile(rf"(?:{REGION_PATTERN})(?=\s|$)")
_BODY = regex.compile(rf"(?:{ORGANIZATION_PATTERN})(?=\s|$)")
_BODIES = regex.compile(rf"(?<![\p{{L}}\p{{N}}'’.-])(?:{ORGANIZATION_PATTERN})(?![\p{{L}}\p{{N}}-])")
_GOES_ON = regex.compile(r" (?:\p{Lu}|\d)")  # the body's name, or the name of someone there
_NUMBERED = regex.compile(r" \d")
_LONE_DEGREE = regex.compile(rf"(?:{_DEGREE})(?![\p{{L}}\p{{N}}])")
_CAPITALISED = regex.compile(r"(?<![\p{L}\p{N}.'’-])[\p{L}\p{N}.'’-]*\p{Lu}[\p{L}\p{N}.'’-]*")
_PARTICLES = ("bin", "binti", "van", "al", "el", "dan")
_SHORT_FORM = regex.compile(
    r"Kemen|Keja[grt]|Pem[dkp]|Dis[dhknp]|Dep[dkh]|Pol[drs]|Men[dkps]|Wame|Ka[pkn]ol|Kasat|Kab[ia]|Kad[ie]|Set[dj]"
)
_NAME = regex.compile(
    r"(?:\p{Lu}[\p{L}'’`-]*|\p{Lu}\.|bin|binti|van|al|el)(?: (?:\p{Lu}[\p{L}'’`-]*|\p{Lu}\.|bin|binti|van|al|el))*"
)


def runs(text: str) -> list[tuple[int, int]]:
    """The offsets of the capitalised phrases of `text`."""
    return [run.span() for run in _RUN.finditer(text)]


def is_name(text: str, common: frozenset[str] = frozenset()) -> bool:
    """Whether `text` has the shape of a bare personal name and no word that speaks against it."""
    words = text.split()
    return (
        0 < len(words) <= 5
        and _NAME.fullmatch(text) is not None
        and not any(_is_other(word, common) for word in words)
        and (len(words[0]) > 2 or len(words) > 1)
        and words[-1].casefold() not in _PARTICLES
        and (any(map(is_given_name, words)) or not lookup(text))
    )


def _is_other(word: str, common: frozenset[str]) -> bool:
    """Whether `word` speaks against a name: a known other word, an acronym, a short form (*Kejagung*, *Mendagri*)."""
    return bool(
        word_kind(word)
        or title_of(word)
        or head_of(word)
        or (len(word) > 1 and word.isupper() and word[-1] != ".")
        or (not is_given_name(word) and (_SHORT_FORM.match(word) or word.casefold() in common))
    )


def peeled(run: str) -> tuple[list[Label], int]:
    """The posts, titles, places and bodies that `run` begins with: its places as labels, and where the rest begins."""
    position, places = 0, list[Label]()
    while position < len(run):
        if prefix := _PREFIX.match(run, position):
            position = prefix.end()
        elif position and (place := _PLACE.match(run, position)):
            places.append(Label(place.start(), place.end(), "LOC"))
            position = place.end() + 1
        elif position and (body := _BODY.match(run, position)):
            places.append(Label(body.start(), body.end(), "ORG"))
            position = body.end() + 1
        else:
            break
    return places, position


def sure_names(text: str, common: frozenset[str]) -> Iterator[str]:
    """The names that title, cue or degree prove, as often as they do."""
    for run in _RUN.finditer(text):
        _, start = peeled(run[0])
        name = run[0][start:]
        if not name or not is_name(name, common):
            continue
        proven = start or _BEFORE.search(text[max(0, run.start() - 25) : run.start()]) or _AFTER.match(text, run.end())
        if proven and (len(name.split()) > 1 or is_given_name(name) or not start):
            yield name


def examples(text: str, common: frozenset[str]) -> list[Example]:
    """The lines of `text`; a capital says nothing in `common` words, which are mostly written without one."""
    whole = set(sure_names(text, common))
    parts = {word for name in whole if " " in name for word in name.split() if len(word) > 2}
    short = {word for word in parts if not lookup(word) and word.casefold() not in common}
    return [_labelled(line, whole | short, common) for line in text.splitlines() if line.strip()]


def _labelled(line: str, names: set[str], common: frozenset[str]) -> Example:
    entities, unsure = list[Label](), list[Label]()
    bodies = [Label(match.start(), match.end(), "ORG") for match in _BODIES.finditer(line)]
    seen = [body[:2] for body in bodies]
    for run in _RUN.finditer(line):
        if any(start < run.end() and run.start() < end for start, end in seen):
            continue
        seen.append(run.span())
        places, start = peeled(run[0])
        if run[0][start:] in names:
            entities += [place.shifted(run.start()) for place in places]
            entities.append(Label(run.start() + start, run.end(), "PER"))
            continue
        label = kind(run[0], common)
        if label is None or _NUMBERED.match(line, run.end()):
            unsure.append(Label(run.start(), run.end(), ""))
        elif label:
            entities.append(Label(run.start(), run.end(), label))
    for body in bodies:
        goes_on = _GOES_ON.match(line, body.end)
        (unsure if goes_on else entities).append(body._replace(label="") if goes_on else body)
    for word in _CAPITALISED.finditer(line):
        inside = any(start <= word.start() < end for start, end in seen)
        if not inside and not _LONE_DEGREE.match(word[0]) and word[0].casefold() not in common:
            unsure.append(Label(word.start(), word.end(), ""))
    return Example(line, tuple(sorted(entities)), unsure=tuple(sorted(unsure)))


def kind(run: str, common: frozenset[str]) -> str | None:
    """The label of a capitalised phrase that is no known person, an empty one for no name; `None` if that is open.

    >>> common = frozenset({"dalam"})
    >>> kind("Universitas Negeri Semarang", common), kind("Dalam", common), kind("Zorvan", common)
    ('ORG', '', None)
    """
    words = run.split()
    if any(map(is_given_name, words)):
        return None
    if _PLACE.fullmatch(run):
        return "LOC"
    if len(words) > 1 and (head := head_of(words[0])) and head.kind == "body":
        return "ORG"
    kinds = {word_kind(word) or ("common" if word.casefold() in common else None) for word in words}
    return "" if None not in kinds and (kinds != {"body"} or words == [run]) else None


def common_words(texts: Iterable[str], least: int = 10) -> frozenset[str]:
    """Words that stand in lower case at least `least` times, and more often than with a capital inside a sentence."""
    lower, upper = Counter[str](), Counter[str]()
    for text in texts:
        lower.update(regex.findall(r"(?<=[\p{L},] )\p{Ll}[\p{L}-]+", text))
        upper.update(word.casefold() for word in regex.findall(r"(?<=[\p{Ll},] )\p{Lu}[\p{L}-]+", text))
    return frozenset(word for word, count in lower.items() if count >= least and count > upper[word])
