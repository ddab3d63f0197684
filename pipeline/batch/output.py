"""The folder that a run writes to: whose it is, which parts it has, and the manifest that says which of them count."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.batch.errors import OutputError
from pipeline.batch.lock import LOCK, alone
from pipeline.batch.settings import Settings, differences, provenance, settings_hash
from pipeline.batch.sources import missing, noted
from pipeline.readers.sources import MANIFEST
from pipeline.schema import TABLES
from pipeline.stores.files import UNFINISHED, is_remote, names_in
from pipeline.stores.folder import (
    HIDDEN,
    SIGNATURES,
    Format,
    clear,
    home,
    keep_parts,
    present,
    read_part,
    settle,
    whole_parts,
)
from pipeline.stores.manifest import read_manifest, write_manifest
from pipeline.wording import count, listed

CHECKPOINT = 10.0
"""Seconds after which the manifest lists what has been finished meanwhile."""
BESIDE = frozenset({"corrections.jsonl", "report.html", "exports"})
"""What other commands put into the folder of a run; it is left alone."""
_OURS = frozenset({MANIFEST, LOCK, HIDDEN, SIGNATURES, *TABLES, *(f"{name}.csv" for name in TABLES)})


@contextmanager
def taken(
    folder: Path, sources: Sequence[str], settings: Settings, format: Format, *, restart: bool = False
) -> Iterator[Output]:
    """`folder` in use by a run and by no other; it is made where it is missing.

    Raises:
        OutputError: it holds other files or tables made otherwise, would lose those of other sources, or another run is
            in it.
        OSError: it cannot be read or written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _refuse_foreign(folder)
    with alone(folder):
        yield Output(folder, sources, settings, format, restart=restart)


class Output:
    """An output folder that a run has taken into use, see `taken`.

    `order` is the parts of the run in the order of the input, as far as it is known; `keep` and `plan` put one there,
    `finished` says that it is whole. What an earlier run finished counts until `commit`, so that readers see its tables
    and then the new ones; else what is whole so far counts.
    """

    def __init__(
        self, folder: Path, sources: Sequence[str], settings: Settings, format: Format, *, restart: bool
    ) -> None:
        self.folder = folder if is_remote(folder) else folder.absolute()
        self.place = home(self.folder, format)
        self._sources = sources
        self._made: dict[str, object] = {
            "sources": noted(sources, self.folder),
            "settings": provenance(settings),
            "settings_hash": settings_hash(settings),
            "format": format,
        }
        self._started, self._written = datetime.now(UTC), time.monotonic()
        if restart:
            clear(self.folder)
        self._before = self._read()
        self.whole = whole_parts(present(self.folder))
        self._refuse_others()
        self._refuse_to_lose()
        settle(self.folder, format)
        self._found = {part.partition("-")[0]: part for part in sorted(self.whole)}
        self.order: list[str] = []
        self._is_written = False
        self._write(finished=None)

    @property
    def unchanged(self) -> dict[str, Any] | None:
        """The manifest of an earlier run that finished with the same parts, where nothing was written since."""
        same = self._before.get("finished") and self._before.get("parts") == self.order
        return self._before if same and not self._is_written else None

    def found(self, key: str) -> str | None:
        """The part that an earlier run wrote under `key`."""
        return self._found.get(key)

    def keep(self, part: str) -> None:
        """Put a part that is there behind those of the input so far."""
        self.order.append(part)

    def plan(self, key: str) -> str:
        """The name of a part that will be written under `key`, never that of one that is there; it is put behind those
        of the input so far."""
        _, _, times = (self._found.get(key) or "").partition("-")
        part = f"{key}-{int(times or 0) + 1:03}" if key in self._found else key
        self.order.append(part)
        return part

    def finished(self, part: str) -> None:
        """Count `part`, which a worker has written.

        Raises:
            OutputError: it is not there, so the worker wrote it elsewhere.
        """
        if not (self.place / "articles" / f"{part}.parquet").exists():
            raise OutputError(
                f"a worker wrote to {self.folder}, but not to this one; all workers must share the folder"
            )
        self.whole.add(part)
        self._is_written = True
        if time.monotonic() - self._written > CHECKPOINT:
            self.checkpoint()

    def checkpoint(self) -> None:
        """Let the manifest list what is whole by now."""
        self._write(finished=None)
        self._written = time.monotonic()

    def gone(self) -> int:
        """How many articles of the finished tables so far are not among those of this run.

        Raises:
            OutputError: there are such, and the run has read standard input, which may have been another one.
        """
        before = set(self._before["parts"]) if self._before.get("complete") else set()
        new = pa.chunked_array([self._ids(part) for part in self.order if part not in before], pa.string())
        old = (self._ids(part) for part in before.difference(self.order))
        gone = sum(len(ids) - int(pc.sum(pc.is_in(ids, new)).as_py() or 0) for ids in old)
        if gone and "-" in self._sources:
            raise OutputError(
                f"{self.folder} holds {count(gone, 'article')} that standard input no longer has; choose another "
                "--out, or make the tables anew with --restart"
            )
        return gone

    def commit(self, outcome: Mapping[str, object]) -> None:
        """Let this run's parts count and no others, and remove those."""
        finished = datetime.now(UTC)
        seconds = round((finished - self._started).total_seconds(), 2)
        self._before = {}
        self._write(finished=finished.isoformat(timespec="seconds"), seconds=seconds, complete=True, **outcome)
        keep_parts(self.place, set(self.order))

    def _write(self, **state: object) -> None:
        complete = bool(self._before.get("complete"))
        parts = self._before["parts"] if complete else [part for part in self.order if part in self.whole]
        started = self._started.isoformat(timespec="seconds")
        write_manifest(self.folder, {**self._made, "started": started, "complete": complete, **state, "parts": parts})

    def _ids(self, part: str) -> pa.Array:
        return read_part(present(self.folder), "articles", part, ["article_id"])["article_id"].combine_chunks()

    def _read(self) -> dict[str, Any]:
        try:
            return read_manifest(self.folder)
        except ValueError as error:
            raise OutputError(f"{error}; make the tables anew with --restart, or choose another --out") from error

    def _refuse_others(self) -> None:
        """Two kinds of rows in one folder could not be told apart."""
        if self.whole and self._before.get("settings_hash") != self._made["settings_hash"]:
            old, new = self._before.get("settings"), self._made["settings"]
            known = isinstance(old, dict) and isinstance(new, dict)
            changed = "; ".join(differences(old, new)) if known else "not by berita extract"  # type: ignore[arg-type]
            raise OutputError(
                f"{self.folder} was made otherwise ({changed}); choose another --out, or make it anew with --restart"
            )

    def _refuse_to_lose(self) -> None:
        """Articles of sources that are not named any more would be gone."""
        left_out = missing(self._before.get("sources", ()), self._sources, self.folder)
        if left_out and any(len(self._ids(part)) for part in self.whole):
            raise OutputError(
                f"{self.folder} also holds the tables of {listed(left_out)}; to keep them, name all sources in one "
                "command (what is done is not done again) or choose another --out; to replace them, --restart"
            )


def _refuse_foreign(folder: Path) -> None:
    foreign = [name for name in names_in(folder) if name not in _OURS | BESIDE and not name.endswith(UNFINISHED)]
    if foreign:
        raise OutputError(f"{folder} holds other files ({listed(foreign)}); choose an empty or new folder with --out")
