"""Train the Stanza bundle from the corpora, seeded: ``python -m models.stanza.build --corpora FOLDER``. Needs the extra ``stanza``; about 25 minutes on one core.

Tokenizer, multiword expander and tagger learn from Universal Dependencies; names from the corpora of `models.build`, on the tokens of that tokenizer.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
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
SOURCES = "sources.json"


def sentences(corpora: Path) -> list[Example]:
    """What the NER learns from: the annotated corpora, these with other persons in them, and sentences from templates."""
    rng = random.Random(SEED)
    gold = names(corpora)
    return [*gold, *augmented(gold, rng), *from_templates(TEMPLATES, rng)]


def dev_sentences(corpora: Path) -> list[Example]:
    """What its best step is chosen on."""
    return [cleaned(example) for example in read_bio(corpora / "ner" / "idner-news-2k.dev.txt")]


def train_words(corpora: Path, work: Path, target: Path) -> None:
    """Train the tokenizer, the multiword expander and the tagger."""
    treebanks.write(corpora, work)
    train, dev = work / "train", work / "dev"
    tokenizer.main(
        [*_common(target, "tokenize"), "--txt_file", f"{train}.txt", "--label_file", f"{train}.toklabels", "--mwt_json_file", f"{train}.mwt.json",
         "--dev_txt_file", f"{dev}.txt", "--dev_label_file", f"{dev}.toklabels", "--dev_conll_gold", f"{dev}.conllu", "--conll_file", str(work / "out.conllu"),
         "--steps", "1000", "--eval_steps", "250"]
    )  # fmt: skip
    treebank = ["--train_file", f"{train}.conllu", "--eval_file", f"{dev}.conllu", "--output_file", str(work / "out.conllu")]
    mwt_expander.main([*_common(target, "mwt"), *treebank, "--gold_file", f"{dev}.conllu", "--num_epoch", "10"])
    tagger.main(
        [*_common(target, "pos"), *treebank, "--no_pretrain", "--batch_size", "32", "--batch_maximum_tokens", "800", "--hidden_dim", "128", "--char_hidden_dim", "100",
         "--deep_biaff_hidden_dim", "128", "--max_steps", "1500", "--eval_interval", "100", "--fix_eval_interval", "--max_steps_before_stop", "400"]
    )  # fmt: skip


def train_names(corpora: Path, work: Path, target: Path) -> None:
    """Train the NER on the tokens of the tokenizer in `target`."""
    nlp = on_tokens_of(target)
    ner_files.write(nlp, sentences(corpora), work / "train.ner.json")
    ner_files.write(nlp, dev_sentences(corpora), work / "dev.ner.json")
    ner_tagger.main(
        [*_common(target, "ner")[2:], "--no_pretrain", "--train_file", str(work / "train.ner.json"), "--eval_file", str(work / "dev.ner.json"), "--batch_size", "32",
         "--hidden_dim", "128", "--char_hidden_dim", "100", "--char_emb_dim", "50", "--word_emb_dim", "100", "--max_steps", "3500", "--eval_interval", "250"]
    )  # fmt: skip


def on_tokens_of(bundle: Path) -> Language:
    """A blank pipeline with the tokens of the Stanza models in `bundle`."""
    stanza, nlp = load_stanza(bundle), Indonesian()
    nlp.tokenizer = stanza  # type: ignore[assignment]
    return nlp


def _common(target: Path, processor: str) -> list[str]:
    return ["--lang", "id", "--shorthand", f"id_{PACKAGE}", "--save_dir", str(target / "id" / processor), "--save_name", f"{PACKAGE}.pt", "--seed", str(SEED)]


def write_resources(target: Path) -> None:
    """Write the ``resources.json`` by which Stanza finds the models that are there, and what they were made from."""
    processors = sorted(folder.name for folder in (target / "id").iterdir())
    models: dict[str, object] = {processor: {PACKAGE: {}} for processor in processors}
    packages = {"default": dict.fromkeys(processors, PACKAGE)}
    resources = {"id": {"lang_name": "Indonesian", "packages": packages, **models}}
    (target / "resources.json").write_text(json.dumps(resources, indent=1) + "\n", encoding="utf-8")
    shutil.copy(HERE.parent / SOURCES, target / SOURCES)


def build(corpora: Path, work: Path, target: Path) -> None:
    """All steps, one after the other."""
    shutil.rmtree(target, ignore_errors=True)
    work.mkdir(parents=True, exist_ok=True)
    train_words(corpora, work, target)
    write_resources(target)
    train_names(corpora, work, target)
    write_resources(target)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=HERE.parent / "build" / "stanza", help="folder for what is made on the way")
    parser.add_argument("--target", type=Path, default=HERE / "bundle")
    arguments = parser.parse_args()
    build(arguments.corpora, arguments.work, arguments.target)


if __name__ == "__main__":
    main()
