"""Near-duplicates: the same release in ten outlets, told by the words that articles share.

A text's *shingles* are its runs of `SHINGLE` words; a MinHash of them estimates how much of two texts is the same
(Jaccard similarity). Texts are compared only where a band of their hashes agrees (locality-sensitive hashing), a band
at a time on sorted arrays: about 60 bytes of memory and 260 of disk an article, where an index of Python
objects takes thousands.
"""

from __future__ import annotations

import re
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from functools import cache, partial
from typing import IO, Any

import numpy as np
import pyarrow as pa

SHINGLE = 3
"""Words in a shingle: runs of three are rarely shared by chance, and a changed word costs three of them."""
HASHES = 64
"""Hashes of a MinHash: a similarity is estimated within about 6 in 100."""
BANDS, ROWS = 16, 4
"""Hashes that must agree for a comparison: any `ROWS` of the `BANDS`, which finds 9 pairs of 10 at 0.6."""
THRESHOLD = 0.6
"""Estimated similarity from which two articles are near-duplicates; see docs/scale.md for how it was chosen."""
FEWEST = 30
"""Words that an article must have to be compared; below, captions and empty pages all look alike."""

Signatures = np.ndarray[tuple[int, int], np.dtype[np.uint32]]
_BLOCK = 1 << 14  # rows of hashes that are read at once
_WORD = re.compile(r"[^\W_]+")


@cache
def _sketches() -> Any:
    """What makes an empty MinHash; its permutations cost more than a text's hashes, and are drawn once."""
    from datasketch import MinHash  # which brings all of SciPy

    empty = partial(MinHash, HASHES, scheme="affine32", hashfunc=int)
    return partial(empty, permutations=empty().permutations)


def signature(text: str) -> bytes | None:
    """The MinHash of a text, `HASHES` × 4 bytes; `None` where it has fewer than `FEWEST` words."""
    words = np.array([zlib.crc32(word.encode()) for word in _WORD.findall(text.casefold())], dtype=np.uint64)
    if len(words) < FEWEST:
        return None
    shingles = np.zeros(len(words) - SHINGLE + 1, dtype=np.uint64)
    for place in range(SHINGLE):
        shingles = shingles * np.uint64(0x9E3779B97F4A7C15) + words[place : place + len(shingles)]
    sketch = _sketches()()
    sketch.update_batch(np.unique(shingles >> np.uint64(32)).tolist())
    return bytes(sketch.hashvalues.tobytes())


def signatures(articles: pa.Table) -> pa.Table:
    """`article_id` and `signature` of the rows of ``articles``."""
    found = [signature(text.as_py()) for text in articles["text"]]
    return pa.table({"article_id": articles["article_id"], "signature": pa.array(found, pa.binary(HASHES * 4))})


def groups(tables: Iterable[pa.Table]) -> Iterator[pa.Array]:
    """For each of the tables that `signatures` made, the near-duplicate group of its rows.

    A group is named by the smallest `article_id` in it; null is an article that has no near-duplicate. The same in
    whatever order and in however many tables the articles come.
    """
    with tempfile.TemporaryFile() as file:
        ids, lengths, compared = [], [], []
        for table in tables:
            found = table["signature"].combine_chunks()
            compared.append(np.asarray(found.is_valid()))
            file.write(b"".join(found.drop_null().to_pylist()))
            ids.append(table["article_id"].combine_chunks())
            lengths.append(table.num_rows)
        file.flush()
        places = np.flatnonzero(np.concatenate(compared)) if compared else np.empty(0, np.int64)
        members = _grouped(np.memmap(file, np.uint32, "r", shape=(len(places), HASHES)), file) if len(places) else {}
    names = pa.chunked_array(ids, pa.string())
    named = _named(names, places, members)
    start = 0
    for length in lengths:
        yield pa.array([named.get(place) for place in range(start, start + length)], pa.string())
        start += length


def with_groups(articles: pa.Table) -> pa.Table:
    """``articles`` with its column `duplicate_group` filled."""
    (found,) = groups([signatures(articles)])
    return set_groups(articles, found)


def set_groups(articles: pa.Table, found: pa.Array) -> pa.Table:
    """``articles`` with `found` as its column `duplicate_group`."""
    position = articles.schema.get_field_index("duplicate_group")
    return articles.set_column(position, articles.schema.field(position), found)


def _named(names: pa.ChunkedArray, places: np.ndarray, members: dict[int, list[int]]) -> dict[int, str]:
    """Row → the name of its group, from groups as lists of positions in `places`."""
    named = {}
    for group in members.values():
        rows = [int(places[member]) for member in group]
        name = min(names[row].as_py() for row in rows)
        named.update(dict.fromkeys(rows, name))
    return named


def _grouped(found: Signatures, file: IO[bytes]) -> dict[int, list[int]]:
    """Root → the rows of `found`, which is mapped from `file`, that are near-duplicates of each other, directly or
    through others."""
    parent = np.arange(len(found))
    for band in range(BANDS):
        for bucket in _buckets(_keys(file, len(found), band)):
            _join(bucket, found, parent)
    roots = {row: _root(parent, row) for row in np.flatnonzero(parent != np.arange(len(parent))).tolist()}
    members: dict[int, list[int]] = {root: [root] for root in roots.values()}
    for row, root in roots.items():
        members[root].append(row)
    return members


def _keys(file: IO[bytes], rows: int, band: int) -> np.ndarray:
    """The hashes of a band of every row as one number; read block by block, since a mapped file would fill memory."""
    keys = np.zeros(rows, dtype=np.uint64)
    for start in range(0, rows, _BLOCK):
        count = min(_BLOCK, rows - start)
        file.seek(start * HASHES * 4)
        block = np.frombuffer(file.read(count * HASHES * 4), np.uint32).reshape(count, HASHES)
        for column in range(band * ROWS, (band + 1) * ROWS):
            keys[start : start + count] = keys[start : start + count] * np.uint64(0x9E3779B97F4A7C15) + block[:, column]
    return keys


def _buckets(keys: np.ndarray) -> Iterator[np.ndarray]:
    """The rows whose hashes in a band agree, where there are two or more."""
    order = np.argsort(keys, kind="stable")
    ends = np.flatnonzero(np.diff(keys[order])) + 1
    starts = np.concatenate([[0], ends])
    for start, end in zip(starts, np.concatenate([ends, [len(order)]]), strict=True):
        if end - start > 1:
            yield order[start:end]


def _join(bucket: np.ndarray, found: Signatures, parent: np.ndarray) -> None:
    """Join the rows of a bucket that are alike, each round those like its first."""
    while len(bucket) > 1:
        first, others = bucket[0], bucket[1:]
        alike = (found[others] == found[first]).mean(axis=1) >= THRESHOLD
        for row in others[alike].tolist():
            here, there = _root(parent, int(first)), _root(parent, row)
            parent[max(here, there)] = min(here, there)
        bucket = others[~alike]


def _root(parent: np.ndarray, row: int) -> int:
    while parent[row] != row:
        parent[row] = parent[parent[row]]
        row = int(parent[row])
    return row
