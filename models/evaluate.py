"""Scores of a model, each corpus apart: names by exact span and label, parts of speech by word, speed.

``python -m models.evaluate MODEL --corpora FOLDER`` prints a row a corpus. ``raw`` scores against the labels as
published, ``ours`` against the same labels under the one guideline of `models.prepare.corpora` (no brackets, no titles
in a name, schools are organizations).
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import spacy
from spacy.language import Language

from models.prepare.corpora import cleaned, read_bio, read_conllu
from models.prepare.examples import Example, Label

NAMES = {"idner test": "ner/idner-news-2k.test.txt", "nergrit test": "ner/indonlu-nergrit.test.txt"}
TAGS = {
    "GSD test": "ud/id_gsd-ud-test.conllu",
    "CSUI test": "ud/id_csui-ud-test.conllu",
    "PUD test": "ud/id_pud-ud-test.conllu",
}
PERSONS = Path(__file__).parents[1] / "tests" / "models" / "persons_200.tsv"
Scores = dict[str, float]
_MARKED = re.compile(r"\[\[(.+?)\]\]")


def marked(sentence: str) -> Example:
    """A sentence of our own with its persons in double square brackets.

    >>> marked("kata [[Ratna]], Senin")
    Example(text='kata Ratna, Senin', entities=(Label(start=5, end=10, label='PER'),), tags=None, unsure=())
    """
    persons = [
        Label(match.start() - 4 * number, match.end() - 4 * number - 4, "PER")
        for number, match in enumerate(_MARKED.finditer(sentence))
    ]
    return Example(_MARKED.sub(r"\1", sentence), tuple(persons))


def own_persons(path: Path = PERSONS) -> list[tuple[str, Example]]:
    """The sentences of our own, each with the group of difficulty that it belongs to."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:])
    return [(group, marked(sentence)) for group, sentence in rows]


def f1(hits: int, found: int, gold: int) -> float:
    """The harmonic mean of precision and recall, in percent."""
    return round(200 * hits / (found + gold), 2) if found + gold else 0.0


def name_scores(nlp: Language, examples: Iterable[Example]) -> Scores:
    """F1 of exact spans with their label, overall and by label."""
    hits, found, gold = Counter[str](), Counter[str](), Counter[str]()
    for example in examples:
        guessed = {Label(entity.start_char, entity.end_char, entity.label_) for entity in nlp(example.text).ents}
        wanted = set(example.entities or ())
        hits.update(label for label in (entity.label for entity in guessed & wanted))
        found.update(entity.label for entity in guessed)
        gold.update(entity.label for entity in wanted)
    scores = {label: f1(hits[label], found[label], gold[label]) for label in ("PER", "ORG", "LOC")}
    return {"F1": f1(hits.total(), found.total(), gold.total()), **scores}


def tag_score(nlp: Language, examples: Iterable[Example]) -> float:
    """Percentage of the corpus' words with the right tag; a word that our tokens cut otherwise counts as wrong."""
    right = words = 0
    for example in examples:
        guessed = {(token.idx, token.idx + len(token)): token.tag_ for token in nlp(example.text)}
        right += sum(guessed.get((tag.start, tag.end)) == tag.label for tag in example.tags or ())
        words += len(example.tags or ())
    return round(100 * right / words, 2)


def speed(nlp: Language, texts: Iterable[str]) -> int:
    """Words a second of CPU time, tokenizer included, so that what else the machine does leaves it as it is."""
    texts = list(texts)
    list(nlp.pipe(texts[:20]))
    start = time.process_time()
    words = sum(sum(not token.is_space for token in doc) for doc in nlp.pipe(texts))
    return round(words / (time.process_time() - start))


def evaluate(nlp: Language, corpora: Path) -> dict[str, Scores]:
    """All scores of `nlp` on the test corpora."""
    table: dict[str, Scores] = {}
    for name, path in NAMES.items():
        examples = list(read_bio(corpora / path))
        table[f"{name}, raw"] = name_scores(nlp, examples)
        table[f"{name}, ours"] = name_scores(nlp, map(cleaned, examples))
    table["own persons"] = {"PER": name_scores(nlp, (example for _, example in own_persons()))["PER"]}
    for name, path in TAGS.items():
        table[name] = {"UPOS": tag_score(nlp, read_conllu(corpora / path))}
    with (corpora / "news" / "tune.jsonl").open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line, _ in zip(lines, range(300), strict=False)]
    table["speed"] = {"words/s": speed(nlp, texts)}
    return table


def main() -> None:
    """Print the scores of one model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("--corpora", type=Path, required=True)
    arguments = parser.parse_args()
    for corpus, scores in evaluate(spacy.load(arguments.model), arguments.corpora).items():
        print(f"{corpus:20}", "  ".join(f"{name} {score:g}" for name, score in scores.items()))


if __name__ == "__main__":
    main()
