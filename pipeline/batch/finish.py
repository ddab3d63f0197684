"""The pass over a finished run: near-duplicates, entities, CSV files. It sees the tables a part at a time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa

from pipeline.stores.folder import SIGNATURES, read_part, write_part
from pipeline.tables.duplicates import groups, set_groups
from pipeline.tables.entities import COLUMNS, Gathering


def mark_duplicates(place: Path, parts: Sequence[str]) -> int:
    """Fill `duplicate_group` in ``articles``, writing those parts anew in which it changes.

    Returns:
        How many articles have a near-duplicate.
    """
    marked = 0
    found = groups(read_part(place, SIGNATURES, part) for part in parts)
    for part, group in zip(parts, found, strict=True):
        marked += len(group) - group.null_count
        if read_part(place, "articles", part, ["duplicate_group"])["duplicate_group"] != pa.chunked_array([group]):
            write_part(place, part, {"articles": set_groups(read_part(place, "articles", part), group)})
    return marked


def gather_entities(place: Path, parts: Sequence[str]) -> int:
    """Write the table ``entities``.

    Returns:
        How many there are.
    """
    gathering = Gathering()
    for part in parts:
        gathering.add({name: read_part(place, name, part, columns) for name, columns in COLUMNS.items()})
    table = gathering.table()
    write_part(place, "entities", {"entities": table})
    return int(table.num_rows)
