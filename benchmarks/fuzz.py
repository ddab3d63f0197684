"""Random input against the cleaning, the readers and the whole pipeline: ``python -m benchmarks.fuzz --seconds 60``, or
``PYTHONHASHSEED=0 python -m benchmarks.fuzz --inputs 4000`` for the same ones each time.

With atheris (``pip install atheris``; wheels for CPython 3.11 to 3.13 on Linux) new inputs grow out of those that
reached new code; without it, out of pieces of news at random. Ends with code 1 and the input where anything raises,
an article's text is not what its offsets say, or a thousand characters take more than `SLOW` CPU seconds. Such an
input becomes a row in ``tests/hostile``.
"""

from __future__ import annotations

import argparse
import importlib.util
import random
import sys
import tempfile
import time
from contextlib import chdir
from pathlib import Path

SLOW = 2.0
ENDINGS = (".txt", ".md", ".jsonl", ".json", ".csv", ".html", ".zip", ".gz")
PIECES = (
    "Bupati OKI, ", "Ratna Dewi ", "“", "”", '"', "kata ", "ujarnya", "Rabu (12/11/2025)", "Rp 1,5 ", "560 guru ",
    "(", ")", "-", ".", ",", "\n", "\r", "\0", "\u202e", "\u0301", "\u200b", "\u00a0", "\ud800", "<p>", "&amp;", "[",
    "{", "}", ":", "isi", ";", "#", "*", "_", "---\n", "=1+1", "1", "a", "A", "menurut ", "bahwa ", "dan ",
    "PK\x03\x04", "%", "](",
)  # fmt: skip


def check(data: bytes) -> None:
    """Extract `data` as an article, and read it as a file in the working directory, whose kind its length decides.

    Raises:
        AssertionError: the text is not what offsets say, or it took too long.
    """
    from pipeline.extraction import extract, load
    from pipeline.readers import Article, prepare
    from pipeline.readers.sources import scan_path

    text = (
        data.decode("utf-8", "surrogatepass" if len(data) % 2 else "replace")
        if _decodes(data)
        else data.decode("latin-1")
    )
    started = time.process_time()
    found = extract(load("fast"), prepare(Article(text=text)))
    spent = time.process_time() - started
    assert spent < SLOW * (1 + len(text) / 1000), f"{spent:.1f} CPU seconds"
    assert not found.rows["errors"], found.rows["errors"]
    whole = found.rows["articles"][0].text
    for name in ("dates", "figures", "person_mentions", "roles", "quotes"):
        for row in found.rows[name]:
            assert row.text == whole[row.start_char : row.end_char], (name, row)
    place = Path(f"a{ENDINGS[len(data) % len(ENDINGS)]}")
    place.write_bytes(data)
    assert all(item.source for item in scan_path(place))


def _decodes(data: bytes) -> bool:
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def at_random(seconds: float, most: int | None, seed: int) -> int:
    """Inputs made of pieces, `most` of them or for so many seconds; gives how many there were."""
    choice = random.Random(seed)
    check(b"Bupati OKI hadir dan guru pulang. " * 9)  # what is loaded on first use is not timed
    ends = time.monotonic() + seconds
    inputs = 0
    while (time.monotonic() < ends) if most is None else (inputs < most):
        inputs += 1
        pieces = choice.choices(choice.sample(PIECES, choice.randint(1, len(PIECES))), k=choice.randint(0, 120))
        data = "".join(pieces).encode("utf-8", "surrogatepass")
        if choice.random() < 0.2:
            data = bytes(choice.choices(data or b"\0", k=len(data))) + choice.randbytes(4)
        try:
            check(data)
        except BaseException:
            print(f"input {data!r} (--seed {seed})", file=sys.stderr)
            raise
    return inputs


def guided(seconds: float, most: int | None, seed: int) -> None:
    """The same by atheris, which ends the process itself."""
    import atheris

    with atheris.instrument_imports(include=["pipeline"]):
        from pipeline.extraction import load

        load("fast")
    Path("corpus").mkdir()
    for number, piece in enumerate(PIECES):
        Path("corpus", str(number)).write_bytes((piece * 3).encode("utf-8", "surrogatepass"))
    options = [
        f"-max_total_time={seconds:.0f}" if most is None else f"-runs={most}",
        f"-seed={seed + 1}",  # 0 is any
        "-max_len=2000",
        "-timeout=60",
        "-verbosity=0",
        "-print_final_stats=1",
    ]
    atheris.Setup([sys.argv[0], *options, "corpus"], check)
    atheris.Fuzz()


def main() -> None:
    """Fuzz for the time given."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--inputs", type=int, help="so many, however long they take")
    parser.add_argument("--seed", type=int, default=0, help="what the inputs are drawn with")
    parser.add_argument("--random", action="store_true", help="leave atheris out even where it is installed")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, chdir(folder):  # names of its own would guide atheris elsewhere
        if importlib.util.find_spec("atheris") and not options.random:
            guided(options.seconds, options.inputs, options.seed)
        else:
            print(f"{at_random(options.seconds, options.inputs, options.seed):,} inputs at random, nothing broke")


if __name__ == "__main__":
    main()
