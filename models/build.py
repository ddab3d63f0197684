"""Rebuild ``models/id_news_sm``: ``python -m models.build --corpora FOLDER``."""
from __future__ import annotations
import argparse
from pathlib import Path
from models.prepare.corpora import cleaned, read_bio, read_conllu, read_nlp_id, reconciled
from models.prepare.examples import batched, write

def gold(corpora: Path, nlp_id: Path | None):
    train, dev = [], []
    for name in ("idner-news-2k.train", "indonlu-nergrit.train"):
        train += batched((reconciled(cleaned(e)) for e in read_bio(corpora / "ner" / f"{name}.txt")), 1)
    for name in ("idner-news-2k.dev", "indonlu-nergrit.valid"):
        dev += [cleaned(e) for e in read_bio(corpora / "ner" / f"{name}.txt")]
    train += batched(read_conllu(corpora / "ud" / "id_csui-ud-train.conllu"), 2)
    gsd = list(read_conllu(corpora / "ud" / "id_gsd-ud-dev.conllu"))
    train += batched(gsd[:-100], 3)
    dev += gsd[-100:]
    if nlp_id:
        train += batched(list(read_nlp_id(nlp_id))[:8000], 4)
    return train, dev

if __name__ == "__main__":
    p = argparse.ArgumentParser()
    p.add_argument("--corpora", type=Path)
    p.add_argument("--nlp-id", type=Path)
    p.add_argument("--work", type=Path)
    a = p.parse_args()
    t, d = gold(a.corpora, a.nlp_id)
    print(write(t, a.work / "train.spacy"), write(d, a.work / "dev.spacy"))
