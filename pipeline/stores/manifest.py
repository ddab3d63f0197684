"""The manifest of a run, ``berita-run.json``: how the tables beside it were made, and which parts count.

| key | value |
|---|---|
| ``settings`` | what the rows depend on: options, versions, hashes of code and lexicon (`pipeline.batch.settings`) |
| ``settings_hash`` | one hash of these |
| ``sources`` | what was read, paths relative to the folder (`pipeline.batch.sources`) |
| ``format`` | ``parquet`` or ``csv`` |
| ``parts`` | the names of the parts that count, in the order of the input |
| ``complete`` | whether these are all parts of a run that was finished, be it an earlier one |
| ``started``, ``finished``, ``seconds`` | ISO 8601 in UTC; ``finished`` is null while a run goes on or was stopped |
| ``articles``, ``words``, ``rows`` | what the run found, by status and by table |
| ``duplicates`` | articles that have a near-duplicate |
| ``new_words``, ``cpu_seconds`` | what this run read anew, and the processor time that its workers took |
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline.readers.sources import MANIFEST
from pipeline.stores.files import replacing


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest in `folder`; empty where there is none.

    Raises:
        ValueError: the file is no manifest.
    """
    try:
        return dict(json.loads((folder / MANIFEST).read_text(encoding="utf-8")))
    except FileNotFoundError:
        return {}
    except (TypeError, ValueError) as error:
        raise ValueError(f"{folder / MANIFEST} is damaged ({error})") from error


def write_manifest(folder: Path, record: Mapping[str, object]) -> None:
    """Put `record` in place of the manifest in `folder`."""
    with replacing(folder / MANIFEST, "w", encoding="utf-8") as file:
        json.dump(record, file, indent=2)
        file.write("\n")
