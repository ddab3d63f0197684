"""Rebuild ``models/id_news_sm`` from the corpora, seeded: ``python -m models.build --corpora FOLDER --nlp-id FILE``.

First three models on the annotated corpora alone, whose votes settle the open words of the silver sentences; then,
from the first one's weights on, two rounds on corpora, silver and augmented sentences together, each with sentences of
its own. What ships is the mean of these two. About an hour on one core.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import spacy
from spacy.cli.train import train
from spacy.language import Language, create_tokenizer
from spacy.util import load_config

from models.evaluate import evaluate
from models.prepare.augment import augmented, from_templates
from models.prepare.committee import settled
from models.prepare.corpora import cleaned, read_bio, read_conllu, read_nlp_id, reconciled
from models.prepare.examples import Example, batched, write
from models.prepare.silver import common_words, examples
from pipeline import __version__

HERE = Path(__file__).parent
SEED = 1
COMMITTEE = (1, 2, 3)
"""The seeds of the models that vote."""
STEPS = 2000
MORE_STEPS = 2000
WARMUP = 50
LEARN_RATE = 0.001
GSD_KEPT_FOR_DEV = 60
TEMPLATES = 12_000
SILVER = 6000
"""How many silver sentences with a person; nearly as many without."""
CONTENT_WORDS = 4000
"""How many sentences of nlp-id are read."""
ARTICLES = 2500
"""How many articles of ``bulk.jsonl`` are read beside all of ``tune.jsonl``."""


def names(corpora: Path, files: tuple[str, ...] = ("idner-news-2k.train", "indonlu-nergrit.train")) -> list[Example]:
    """The annotated sentences for names, under one guideline."""
    return [reconciled(cleaned(example)) for file in files for example in read_bio(corpora / "ner" / f"{file}.txt")]


def tags(corpora: Path) -> tuple[list[Example], list[Example]]:
    """The sentences with parts of speech to train on, and those kept for the choice of the best step."""
    gsd = list(read_conllu(corpora / "ud" / "id_gsd-ud-dev.conllu"))
    csui = list(read_conllu(corpora / "ud" / "id_csui-ud-train.conllu"))
    return [*csui, *gsd[:-GSD_KEPT_FOR_DEV]], gsd[-GSD_KEPT_FOR_DEV:]


def dev(corpora: Path) -> list[Example]:
    """What the best step is chosen on."""
    files = ("idner-news-2k.dev", "indonlu-nergrit.valid")
    return [
        *(cleaned(example) for file in files for example in read_bio(corpora / "ner" / f"{file}.txt")),
        *tags(corpora)[1],
    ]


def news(corpora: Path) -> list[str]:
    """The texts of raw articles."""

    def texts(name: str) -> Iterator[str]:
        with (corpora / "news" / name).open(encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)["text"]

    bulk = list(texts("bulk.jsonl"))
    return [*texts("tune.jsonl"), *random.Random(SEED).sample(bulk, ARTICLES)]


def silver(models: list[Language], texts: list[str]) -> list[Example]:
    """Lines of raw news, more than half with a person, their open words settled where all `models` agree."""
    common = common_words(texts)
    found = {example.text: example for text in texts for example in examples(text, common)}
    short = [found[text] for text in sorted(found) if 40 < len(text) < 600]
    random.Random(SEED).shuffle(short)
    with_person = [example for example in short if any(label.label == "PER" for label in example.entities or ())]
    without = [example for example in short if all(label.label != "PER" for label in example.entities or ())]
    return settled(models, [*with_person[:SILVER], *without[: SILVER * 5 // 6]])


def trained(
    work: Path, name: str, sentences: list[Example], start: Path | None = None, steps: int = STEPS, seed: int = SEED
) -> Path:
    """Train on `sentences`, from the weights of the model `start` if there is one; returns the last step's model.

    The learning rate falls to nothing.
    """
    config = load_config(HERE / "config.cfg")
    config["paths"] = {"train": str(work / f"{name}.spacy"), "dev": str(work / "dev.spacy")}
    config["system"]["seed"] = seed
    config["training"]["max_steps"] = steps
    config["training"]["optimizer"]["learn_rate"] = {
        "@schedules": "warmup_linear.v1",
        "warmup_steps": WARMUP,
        "total_steps": steps + 1,
        "initial_rate": LEARN_RATE,
    }
    if start:
        config["components"] = {pipe: {"source": str(start)} for pipe in config["nlp"]["pipeline"]}
    write(sentences, work / f"{name}.spacy")
    config.to_disk(work / f"{name}.cfg")
    train(work / f"{name}.cfg", work / name)
    return work / name / "model-last"  # not the best on dev, whose labels lack many names


def averaged(models: Sequence[Path], target: Path) -> Path:
    """Write the mean of the weights of `models`, which must stem from one another; returns `target`."""
    kin = [spacy.load(model) for model in models]
    for pipe in kin[0].pipe_names:
        layers = zip(*(nlp.get_pipe(pipe).model.walk() for nlp in kin), strict=True)  # type: ignore[attr-defined]
        for layer in layers:
            for name in filter(layer[0].has_param, layer[0].param_names):
                layer[0].set_param(name, np.mean([one.get_param(name) for one in layer], axis=0))
    kin[0].to_disk(target)
    return target


def ship(model: Path, corpora: Path, target: Path) -> None:
    """Copy `model` to `target` with its scores and origins in ``meta.json``."""
    nlp = spacy.load(model)
    nlp.meta.update(
        name="news_sm",
        version=__version__,
        description="Indonesian news: UPOS tags and names (PER without titles and degrees, ORG, LOC), small and fast.",
        author="berita-pipeline",
        email="",
        url="",
        license="CC BY-SA 4.0",
        sources=json.loads((HERE / "sources.json").read_text(encoding="utf-8")),
    )
    nlp.config["paths"].update(train=None, dev=None)  # where they were on the machine that trained it
    nlp.tokenizer = create_tokenizer()(nlp)  # that of the code, if it has changed since the training
    nlp.meta["performance"] = evaluate(nlp, corpora)
    shutil.rmtree(target, ignore_errors=True)
    nlp.to_disk(target)
    _prune(target / "vocab" / "strings.json", {label for pipe in nlp.pipe_labels.values() for label in pipe})


def _prune(strings: Path, labels: set[str]) -> None:
    """Keep the labels alone, not the words of the training texts: features are hashes, so the model reads the same."""
    strings.write_text(json.dumps(sorted(labels), indent=0) + "\n", encoding="utf-8")


def build(corpora: Path, nlp_id: Path, work: Path, target: Path) -> None:
    """All steps, one after the other."""
    write(dev(corpora), work / "dev.spacy")
    gold = [*batched(names(corpora), SEED), *batched(tags(corpora)[0], SEED)]
    committee = [trained(work, f"gold{seed}", gold, seed=seed) for seed in COMMITTEE]
    more = silver([spacy.load(model) for model in committee], news(corpora))
    rounds = [committee[0]]
    for seed in (SEED, SEED + 1):
        sentences = [*gold, *mixture(corpora, nlp_id, more, seed)]
        rounds.append(trained(work, f"all{seed}", sentences, rounds[-1], MORE_STEPS, seed))
    ship(averaged(rounds[1:], work / "mean"), corpora, target)


def mixture(corpora: Path, nlp_id: Path, more: list[Example], seed: int) -> list[Example]:
    """What the second round reads beside the annotated corpora, drawn with `seed`.

    These once more, otherwise joined, and those of NERGrit, whose guideline the rest follows least, a third time;
    content words of nlp-id; the silver sentences `more`; and augmented ones.
    """
    rng = random.Random(seed)
    extra = [*augmented([*names(corpora), *more[: len(more) // 3]], rng), *from_templates(TEMPLATES, rng)]
    again = [*batched(names(corpora), seed + 1), *batched(tags(corpora)[0], seed + 1)]
    again += [*batched(names(corpora, ("indonlu-nergrit.train",)), seed + 2), *batched(tags(corpora)[0], seed + 2)]
    words = random.Random(seed).sample(list(read_nlp_id(nlp_id)), CONTENT_WORDS)
    return [*again, *batched(words, seed), *batched(more, seed), *batched(extra, seed)]


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument(
        "--nlp-id",
        type=Path,
        required=True,
        help="dataset_postag.txt of the PyPI package nlp-id (pip download --no-deps nlp-id)",
    )
    parser.add_argument("--work", type=Path, default=HERE / "build", help="folder for what is made on the way")
    parser.add_argument("--target", type=Path, default=HERE / "id_news_sm")
    arguments = parser.parse_args()
    build(arguments.corpora, arguments.nlp_id, arguments.work, arguments.target)


if __name__ == "__main__":
    main()
