"""Patterns that hold whole lexicons, compiled once an installation rather than at every start.

`regex` takes a second to compile ours, and pickles what it compiled: to read that back takes a twentieth of the time.
So the patterns lie in the user's cache (``$XDG_CACHE_HOME``, else ``~/.cache``), a file for each installation, Python
and version of `regex`. A cache that is missing, damaged or closed to writing costs that second and nothing else.

>>> pattern(r"(?P<day>\\d+) \\p{Lu}").match("12 November")["day"]
'12'
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

import regex

from pipeline.lexicon.resources import PACKAGE

Key = tuple[str, int]
_MADE_BY = f"{PACKAGE} {sys.implementation.cache_tag} {regex.__version__}"
_used: dict[Key, regex.Pattern[str]] = {}


def place() -> Path:
    """The file of this installation's patterns."""
    folder = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(folder, "berita-pipeline", f"patterns-{hashlib.sha256(_MADE_BY.encode()).hexdigest()[:16]}.pickle")


@cache
def _kept() -> dict[Key, bytes]:
    """What earlier starts compiled, pickled one by one, as not every start needs all of it."""
    with suppress(Exception):  # whatever ails the file: its patterns can be made anew
        return dict(pickle.loads(place().read_bytes()))
    return {}


def pattern(text: str, flags: int = 0) -> regex.Pattern[str]:
    """``regex.compile(text, flags)``, or the pattern that an earlier start compiled from the same."""
    key = (text, int(flags))
    if key not in _used:
        packed = _kept().get(key)
        _used[key] = regex.compile(text, flags) if packed is None else pickle.loads(packed)
    return _used[key]


def keep() -> None:
    """Write the patterns in use for the next start, if one of them is new; called when all are loaded."""
    if _used.keys() <= _kept().keys():
        return
    file = place()
    unfinished = file.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(pickle.dumps({key: pickle.dumps(compiled) for key, compiled in _used.items()}))
        unfinished.replace(file)
    _kept.cache_clear()
