"""Patterns that hold whole lexicons, made once an installation rather than at every start.

To compile ours takes `regex` a second and `re` a third of one; `regex` pickles what it compiled, and `re` can be given
the code that it once made: to read either back takes a twentieth of the time. So they lie in the user's cache
(``$XDG_CACHE_HOME``, else ``~/.cache``), a file for each installation, Python and version of `regex`. A cache that is
missing, damaged or closed to writing costs that time and nothing else.

>>> pattern(r"(?P<day>\\d+) \\p{Lu}").match("12 November")["day"]
'12'
>>> plain(r"(?P<day>\\d+) [A-Z]").match("12 November")["day"]
'12'
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
import hashlib
import os
import pickle
import re
import sys
from array import array
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from re import _compiler, _parser  # type: ignore[attr-defined]
from typing import Any

import regex

from pipeline.lexicon.resources import PACKAGE

Key = tuple[str, ...]
_MADE_BY = f"{PACKAGE} {sys.implementation.cache_tag} {_sre.MAGIC} {regex.__version__}"
_used: dict[Key, Any] = {}


def place() -> Path:
    """The file of this installation's patterns."""
    folder = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(folder, "berita-pipeline", f"patterns-{hashlib.sha256(_MADE_BY.encode()).hexdigest()[:16]}.pickle")


@cache
def _kept() -> dict[Key, bytes]:
    """What earlier starts made, pickled one by one, as not every start needs all of it."""
    with suppress(Exception):  # whatever ails the file: its patterns can be made anew
        return dict(pickle.loads(place().read_bytes()))
    return {}


def kept(key: Key, make: Callable[[], Any]) -> Any:
    """What `make` gives, or what it gave an earlier start under the same key; it must pickle."""
    if key not in _used:
        packed = _kept().get(key)
        _used[key] = make() if packed is None else pickle.loads(packed)
    return _used[key]


def pattern(text: str, flags: int = 0) -> regex.Pattern[str]:
    """``regex.compile(text, flags)``, or the pattern that an earlier start compiled from the same."""
    compiled: regex.Pattern[str] = kept(("regex", text, str(int(flags))), lambda: regex.compile(text, flags))
    return compiled


def plain(text: str, flags: int = 0) -> re.Pattern[str]:
    """``re.compile(text, flags)``, or the like from the code that an earlier start made of the same.

    Python does not promise how it keeps such code; where it has changed that, the pattern is compiled at every start.
    """
    try:
        all_flags, code, groups, names = kept(("re", text, str(int(flags))), lambda: _code(text, flags))
        numbered = {number: name for name, number in names.items()}
        by_number = tuple(numbered.get(number) for number in range(groups + 1))
        compiled: re.Pattern[str] = _sre.compile(text, all_flags, code.tolist(), groups, names, by_number)
    except (AttributeError, TypeError, ValueError, RuntimeError):
        return re.compile(text, flags)
    return compiled


def _code(text: str, flags: int) -> tuple[int, array[int], int, dict[str, int]]:
    """What `re` compiles `text` to: flags, code, how many groups, their names; `re.compile` does the same steps."""
    parsed = _parser.parse(text, flags)
    code = array("I", _compiler._code(parsed, flags))
    return int(flags | parsed.state.flags), code, parsed.state.groups - 1, dict(parsed.state.groupdict)


def keep() -> None:
    """Write what is in use for the next start, if some of it is new; called when all is loaded."""
    if _used.keys() <= _kept().keys():
        return
    file = place()
    unfinished = file.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(pickle.dumps({key: pickle.dumps(made) for key, made in _used.items()}))
        unfinished.replace(file)
    _kept.cache_clear()
