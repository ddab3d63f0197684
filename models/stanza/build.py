"""Train the Stanza bundle from the corpora, seeded: ``python -m models.stanza.build --corpora FOLDER``.

Tokenizer, multiword expander and tagger learn from Universal Dependencies; names from the corpora of `models.build`, on
the tokens of that tokenizer. Needs the extra ``stanza``; about 20 minutes on one free core.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

from spacy.language import Language
from stanza.models import mwt_expander, ner_tagger, tagger, tokenizer

from models.build import SEED, names
from models.prepare.augment import augmented, from_templates
from models.prepare.corpora import cleaned, read_bio
from models.prepare.examples import Example
from models.stanza import names as ner_files
from models.stanza import treebanks
from pipeline.language import Indonesian
from pipeline.language.backends.stanza import load_stanza

HERE = Path(__file__).parent
PACKAGE = "berita"
TEMPLATES = 1500


def build(corpora: Path, work: Path, target: Path) -> None:
    """All steps, one after the other; `work` keeps what is made on the way."""
    shutil.rmtree(target, ignore_errors=True)
    work.mkdir(parents=True, exist_ok=True)
    treebanks.write(corpora, work)
    train_tokens(work, target)
    write_resources(target)
    write_names(corpora, work, target)
    train_names(work, target)
    train_tagger(work, target)
    write_resources(target)


def train_tokens(work: Path, target: Path) -> None:
    """The tokenizer and the multiword expander."""
    train, dev = work / "train", work / "dev"
    _train(
        tokenizer.main,
        target / "id" / "tokenize",
        txt_file=f"{train}.txt",
        label_file=f"{train}.toklabels",
        mwt_json_file=f"{train}.mwt.json",
        dev_txt_file=f"{dev}.txt",
        dev_label_file=f"{dev}.toklabels",
        dev_conll_gold=f"{dev}.conllu",
        conll_file=f"{work}/out.conllu",
        lang="id",
        steps=1000,
        eval_steps=250,
    )
    _train(
        mwt_expander.main,
        target / "id" / "mwt",
        train_file=f"{train}.conllu",
        eval_file=f"{dev}.conllu",
        gold_file=f"{dev}.conllu",
        output_file=f"{work}/out.conllu",
        lang="id",
        num_epoch=10,
    )


def train_tagger(work: Path, target: Path) -> None:
    """The part-of-speech tagger."""
    _train(
        tagger.main,
        target / "id" / "pos",
        "--no_pretrain",
        "--fix_eval_interval",
        train_file=f"{work}/train.conllu",
        eval_file=f"{work}/dev.conllu",
        lang="id",
        batch_size=32,
        batch_maximum_tokens=800,
        hidden_dim=128,
        char_hidden_dim=64,
        deep_biaff_hidden_dim=128,
        max_steps=600,
        eval_interval=100,
    )


def train_names(work: Path, target: Path) -> None:
    """The names, from the files that `write_names` wrote."""
    _train(
        ner_tagger.main,
        target / "id" / "ner",
        "--no_pretrain",
        train_file=f"{work}/train.ner.json",
        eval_file=f"{work}/dev.ner.json",
        batch_size=32,
        hidden_dim=128,
        char_hidden_dim=64,
        char_emb_dim=50,
        word_emb_dim=64,
        word_dropout=0.3,
        optim="adam",
        lr=0.002,
        max_steps=1200,
        eval_interval=200,
    )


def write_names(corpora: Path, work: Path, target: Path) -> None:
    """The sentences with names, on the tokens of the tokenizer in `target`."""
    nlp = on_tokens_of(target)
    dev = [cleaned(example) for example in read_bio(corpora / "ner" / "idner-news-2k.dev.txt")]
    ner_files.write(nlp, sentences(corpora), work / "train.ner.json")
    ner_files.write(nlp, dev, work / "dev.ner.json")


def sentences(corpora: Path) -> list[Example]:
    """The annotated corpora, these with other persons in them, and sentences from templates."""
    rng = random.Random(SEED)
    gold = names(corpora)
    return [*gold, *augmented(gold, rng), *from_templates(TEMPLATES, rng)]


def on_tokens_of(bundle: Path) -> Language:
    """A blank pipeline with the tokens of the Stanza models in `bundle`."""
    stanza, nlp = load_stanza(bundle), Indonesian()
    nlp.tokenizer = stanza  # type: ignore[assignment]
    return nlp


def write_resources(target: Path) -> None:
    """Write the ``resources.json`` by which Stanza knows the models in `target`, and name their sources."""
    processors = sorted(folder.name for folder in (target / "id").iterdir())
    packages = {"packages": {"default": dict.fromkeys(processors, PACKAGE)}}
    models = {processor: {PACKAGE: {}} for processor in processors}
    resources = {"id": {"lang_name": "Indonesian", **packages, **models}}
    (target / "resources.json").write_text(json.dumps(resources, indent=1) + "\n", encoding="utf-8")


def _train(main: Callable[[list[str]], object], folder: Path, *flags: str, **options: object) -> None:
    """Run one of Stanza's trainers, which leaves its model in `folder`."""
    options |= {"shorthand": f"id_{PACKAGE}", "save_dir": folder, "save_name": f"{PACKAGE}.pt", "seed": SEED}
    main([*flags, *(part for name, value in options.items() for part in (f"--{name}", str(value)))])


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Train the Stanza bundle from the corpora.")
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=HERE.parent / "build" / "stanza")
    parser.add_argument("--target", type=Path, default=HERE / "bundle")
    arguments = parser.parse_args()
    build(arguments.corpora, arguments.work, arguments.target)


if __name__ == "__main__":
    main()
