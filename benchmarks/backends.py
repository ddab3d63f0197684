"""What each backend gives and costs: the scores of every table, speed, memory and start-up; writes docs/backends.md.

python -m benchmarks.backends                        the table, on the articles of seeds/ and their gold
python -m benchmarks.backends --spans FILE           and on a file of articles with annotated spans
python -m benchmarks.backends --stanza-dir DIR       with other Stanza models than those of models/stanza
python -m benchmarks.backends --write                into docs/backends.md, between its two marks

A file of spans has a JSON object a line, in the manner of PFSA-ID: ``{"id", "text", "spans": [[start, end, label]]}``.
Each backend runs in a process of its own, on one thread; times are of the processor, so that other work on the machine
does not count.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

    from pipeline import Tables

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
PAGE = ROOT / "docs" / "backends.md"
MARKS = ("<!-- measured by benchmarks/backends.py -->", "<!-- end of what was measured -->")
MEASURES = (
    "dates.full",
    "figures.full",
    "persons.name",
    "mentions.person",
    "roles.span",
    "roles.full",
    "quotes.content",
    "quotes.direct_speaker",
    "quotes.indirect_speaker",
)
COVERED = 0.8
"""The share of an annotated span's characters that has to lie in one row."""
TEXT_OF = {
    "PERSON": ("person_mentions", "start_char", "end_char"),
    "PERSONCOREF": ("person_mentions", "start_char", "end_char"),
    "ROLE": ("roles", "start_char", "end_char"),
    "AFFILIATION": ("roles", "start_char", "end_char"),
    "STATEMENT": ("quotes", "start_char", "end_char"),
    "CUE": ("quotes", "cue_start", "cue_end"),
    "DATETIME": ("dates", "start_char", "end_char"),
}
"""Label → the table whose rows hold such spans, and the columns of their offsets."""
Result = dict[str, float]


def staged(nlp: Language) -> Language:
    """`nlp` with all stages behind it."""
    from pipeline.extraction import STAGES

    for stage in STAGES:
        nlp.add_pipe(f"berita_{stage}")
    return nlp


def spacy_model(stanza_dir: Path | None) -> Language:
    from pipeline import load

    return load("default")


def rules_alone(stanza_dir: Path | None) -> Language:
    from pipeline import load

    return load("fast")


def stanza_models(stanza_dir: Path | None) -> Language:
    from pipeline.language.backends.stanza import load_stanza

    return staged(load_stanza(stanza_dir))


BACKENDS: Mapping[str, Callable[[Path | None], Language]] = {
    "spacy": spacy_model,
    "fast": rules_alone,
    "stanza": stanza_models,
}


def measure(backend: str, spans: Path | None, stanza_dir: Path | None) -> Result:
    """Everything about one backend, by name of the row in the table."""
    nlp = BACKENDS[backend](stanza_dir)
    nlp("Bupati Ogan Komering Ilir hadir.")
    result = {"start-up, s of CPU": round(time.process_time(), 1)}
    from pipeline.evaluation import evaluate

    extracted(nlp, str(SEEDS))  # lexicons and caches are read once
    begun = time.process_time()
    tables = extracted(nlp, str(SEEDS))
    seconds = time.process_time() - begun
    words = sum(len(text.split()) for text in tables.articles["text"])
    scores = evaluate(tables, SEEDS / "gold").scores.f1()
    result |= {f"seeds, {name}": round(100 * scores[name], 1) for name in MEASURES}
    result["200 sentences, names"] = names_found(nlp)
    if spans:
        found = extracted(nlp, str(spans))
        result |= covered(found, spans) | {"spans, persons in all": len(found.arrow["persons"])}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return result | {"words/s of CPU": round(words / seconds), "peak memory, MB": round(peak)}


def names_found(nlp: Language) -> float:
    """F1 of the bare names that the people stage finds in the sentences of our own, lone and hard ones."""
    from models.evaluate import f1, own_persons

    hits = found = gold = 0
    for _, example in own_persons():
        names = {(name.name_start, name.name_end) for name in nlp(example.text)._.names}
        wanted = {(person.start, person.end) for person in example.entities or ()}
        hits, found, gold = hits + len(names & wanted), found + len(names), gold + len(wanted)
    return f1(hits, found, gold)


def extracted(nlp: Language, source: str) -> Tables:
    """What `nlp` finds in `source`."""
    from pipeline import Tables, read
    from pipeline.batch.work import tables_of
    from pipeline.extraction import extract
    from pipeline.readers import prepare

    return Tables(tables_of(extract(nlp, prepare(article)).rows for article in read(source)))


def covered(tables: Tables, path: Path) -> Result:
    """Label → how many percent of its spans lie in one row of the table that should hold them."""
    rows = {label: _offsets(tables, *place) for label, place in TEXT_OF.items()}
    texts = dict(zip(tables.articles["article_id"], tables.articles["text"], strict=True))
    hits, gold = Counter[str](), Counter[str]()
    for line in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        if texts.get(article["id"]) != article["text"]:
            continue  # cleaning changed the text, so that the offsets no longer hold
        for start, end, label in article["spans"]:
            if label in rows:
                gold[label] += 1
                hits[label] += any(_covers(row, start, end) for row in rows[label][article["id"]])
    return {f"spans, {label} found": round(100 * hits[label] / gold[label], 1) for label in TEXT_OF if gold[label]}


def _offsets(tables: Tables, table: str, start: str, end: str) -> Mapping[str, list[tuple[int, int]]]:
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in tables.arrow[table].select(["article_id", start, end]).to_pylist():
        if row[start] is not None:
            found[row["article_id"]].append((row[start], row[end]))
    return found


def _covers(row: tuple[int, int], start: int, end: int) -> bool:
    return min(row[1], end) - max(row[0], start) >= COVERED * (end - start)


def in_own_process(backend: str, options: argparse.Namespace) -> Result:
    """`measure` where no other backend has left anything in memory."""
    command = [sys.executable, "-m", "benchmarks.backends", "--backend", backend]
    command += ["--spans", str(options.spans)] if options.spans else []
    command += ["--stanza-dir", str(options.stanza_dir)] if options.stanza_dir else []
    one_thread = {"OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    shown = subprocess.run(command, cwd=ROOT, env=os.environ | one_thread, stdout=subprocess.PIPE, check=True).stdout
    result: Result = json.loads(shown)
    return result


def table(results: Mapping[str, Result]) -> str:
    """The results as a Markdown table, a backend a column."""
    return "\n".join(_lines(results))


def _lines(results: Mapping[str, Result]) -> Iterator[str]:
    yield f"| | {' | '.join(results)} |"
    yield "|---|" + "---:|" * len(results)
    for name in next(iter(results.values())):
        yield f"| {name} | {' | '.join(f'{result[name]:,}' for result in results.values())} |"


def write(page: Path, lines: str) -> None:
    """Put `lines` between the marks of `page`."""
    text = page.read_text(encoding="utf-8")
    between = re.compile(f"(?<={re.escape(MARKS[0])}\n).*?(?={re.escape(MARKS[1])})", re.DOTALL)
    page.write_text(between.sub(lambda _: f"\n{lines}\n\n", text), encoding="utf-8")


def main(arguments: Iterable[str] | None = None) -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description="What each backend gives and costs.")
    parser.add_argument("--backend", choices=BACKENDS, help="one backend, its results as JSON")
    parser.add_argument("--spans", type=Path, help="articles with annotated spans, as JSON Lines")
    parser.add_argument("--stanza-dir", type=Path, help="Stanza models other than those of models/stanza")
    parser.add_argument("--write", action="store_true", help="write the table into docs/backends.md")
    options = parser.parse_args(None if arguments is None else list(arguments))
    if options.backend:
        print(json.dumps(measure(options.backend, options.spans, options.stanza_dir)))
        return
    lines = table({backend: in_own_process(backend, options) for backend in BACKENDS})
    print(lines)
    if options.write:
        write(PAGE, lines)


if __name__ == "__main__":
    main()
