"""The pass over a finished run: near-duplicates, entities, CSV files. It sees the tables a part at a time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.stores.folder import SIGNATURES, read_part, write_part
from pipeline.tables.arrow import concatenate
from pipeline.tables.duplicates import groups, set_groups
from pipeline.tables.entities import GATHERED, Gathering, linked


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
    """Write the table ``entities``, and those parts of ``persons`` and ``facts`` anew in which a key is linked.

    Returns:
        How many entities there are.
    """
    gathering = Gathering()
    linked_before = {part for part in parts if not gathering.add(_gathered(place, part))}
    links = gathering.links()
    lead = pa.array(links, pa.string())
    for part in parts:
        keys = read_part(place, "persons", part, ["entity_id"])["entity_id"]
        if part in linked_before or pc.any(pc.is_in(keys, lead)).as_py():
            # Facts are written before persons, by which a pass that was stopped between them is seen and made again.
            write_part(place, part, linked(_tables(place, part, "persons", "roles", "quotes", "facts"), links))
    table = gathering.table(links)
    write_part(place, "entities", {"entities": table})
    return int(table.num_rows)


def _gathered(place: Path, part: str) -> dict[str, pa.Table]:
    """What entities are gathered from; a column that an earlier version did not write is missing in every row."""
    return {name: concatenate(name, [read_part(place, name, part, cols)]) for name, cols in GATHERED.items()}


def _tables(place: Path, part: str, *names: str) -> dict[str, pa.Table]:
    return {name: read_part(place, name, part) for name in names}
