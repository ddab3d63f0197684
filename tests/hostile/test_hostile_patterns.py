"""Every pattern that the pipeline compiles, against text made of its own words: time grows with length, not faster."""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import regex

import pipeline
from pipeline.extraction import load
from pipeline.lexicon import compiled

Pattern = re.Pattern[str] | regex.Pattern[str]
LENGTHS = (30, 500, 4_000)
ENOUGH = 0.3  # CPU seconds that text of 4,000 characters may take at once; linear patterns take a thousandth
UNITS = ["a", "A", "1", " ", ".", ",", "-", "\n", "(", '"', "_", "Aa ", "a.", "1.", "A-", "a, ", "aa ", "a'", "@a"]
_SEARCH = r"\b{}(?:\[[^\]]*\])?\.(?:search|finditer|findall|sub|split)\("
SOURCES = {place: place.read_text(encoding="utf-8") for place in Path(pipeline.__path__[0]).rglob("*.py")}


def is_searched(place: str) -> bool:
    """Whether a pattern looks at every place of a text, as the code that names it says, and not at one."""
    module, name, _ = place.rsplit(".", 2)
    own = module.replace(".", "/")
    return any(
        re.search(_SEARCH.format(name), source)
        for file, source in SOURCES.items()
        if not name.startswith("_") or str(file.with_suffix("")).removesuffix("/__init__").endswith(f"pipeline/{own}")
    )


def compiled_patterns() -> dict[str, Pattern]:
    """All compiled patterns by the first name that holds them."""
    load("fast")
    found: dict[int, tuple[str, Pattern]] = {}
    for module in pkgutil.walk_packages(pipeline.__path__, "pipeline."):
        if not module.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(module.name)).items():
                for number, each in enumerate(value if isinstance(value, (list, tuple)) else [value]):
                    if isinstance(each, (re.Pattern, regex.Pattern)) and isinstance(each.pattern, str):
                        found.setdefault(id(each), (f"{module.name.removeprefix('pipeline.')}.{name}.{number}", each))
    made = (each for each in compiled._used.values() if isinstance(each, regex.Pattern))
    for number, each in enumerate(made):
        found.setdefault(id(each), (f"lexicon.compiled.unnamed.{number}", each))
    return dict(sorted(found.values(), key=lambda pair: pair[0]))


PATTERNS = compiled_patterns()


def attacks(source: str) -> Iterator[tuple[str, str]]:
    """What to begin with and what to repeat: the common units, and words and marks out of the pattern's own source."""
    plain = re.sub(r"\(\?P?<\w+>|\\[pP]\{[^}]*\}|\\.|\(\?[a-z]+[):]", "  ", source)
    words = list(dict.fromkeys(re.findall(r"[^\W\d_]{2,}", plain)))
    words = words[:: max(1, len(words) // 5)][:5]
    marks = [mark for mark in dict.fromkeys(plain) if mark in ".,;:!?\"“”’'–—/%&@#*_<=|~"]
    for unit in dict.fromkeys([*UNITS, *words, *(f"{word} " for word in words), *marks]):
        yield "", unit
    for word in words:
        for unit in (" ", "a", "1", "Aa "):
            yield f"{word} ", unit


def seconds(match: object, text: str) -> float:
    started = time.process_time()
    match(text)  # type: ignore[operator]
    return time.process_time() - started


@pytest.mark.parametrize("name", PATTERNS)
def test_no_pattern_backtracks_without_end(name: str) -> None:
    pattern = PATTERNS[name]
    match = pattern.search if is_searched(name) else pattern.match
    for begin, unit in attacks(pattern.pattern):
        for length in LENGTHS:  # from short to long, so that a bad one is told before it takes for ever
            text = begin + unit * (length // len(unit)) + "\0"
            spent = min(seconds(match, text) for _ in range(3)) if seconds(match, text) > ENOUGH else 0.0
            assert spent <= ENOUGH, f"{spent:.2f} s for {begin!r} and {length} characters of {unit!r}"


RECORDED = """
import importlib, json, pkgutil, re, sys
import regex

made = []

def recording(compile):
    def recorded(source, *args, **kwargs):
        module = sys._getframe(1).f_globals["__name__"]
        if module.startswith("pipeline.") and isinstance(source, str):
            made.append((module, source))
        return compile(source, *args, **kwargs)
    return recorded

re.compile, regex.compile = recording(re.compile), recording(regex.compile)
import pipeline

for module in pkgutil.walk_packages(pipeline.__path__, "pipeline."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
pipeline.extract("Dinas Pendidikan (Disdik) rapat, Rabu (12/11/2025). “Kelas dibuka,” kata Ratna.", profile="fast")
print(json.dumps(made))
"""
"""A start from nothing that tells each pattern which the package compiles, and by which module."""
MADE_OF_A_TEXT = {"pipeline.stages.phrases.abbreviations", "pipeline.evaluation.locate"}
"""Modules that make patterns of words of the text in hand."""


def test_no_pattern_is_overlooked(tmp_path: Path) -> None:
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    command = [sys.executable, "-c", RECORDED]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    known = {pattern.pattern for pattern in PATTERNS.values()}
    made = json.loads(done.stdout.splitlines()[-1])
    assert len(made) > 250
    assert [pair for pair in made if pair[1] not in known and pair[0] not in MADE_OF_A_TEXT] == []
