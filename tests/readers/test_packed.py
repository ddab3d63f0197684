"""Compressed files and archives, read in place: sound, broken, nested and malicious."""

import bz2
import gzip
import io
import json
import lzma
import random
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest

from pipeline.readers import Article, Failure, file
from pipeline.readers.sources import scan_path

GURU, MURID = "Guru hadir di Kayuagung.", "Murid pulang, kata Eka."
LINES = "".join(json.dumps({"isi": text}) + "\n" for text in (GURU, MURID)).encode()


def zstd(data: bytes) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.CompressedOutputStream(sink, "zstd") as stream:
        stream.write(data)
    return bytes(sink.getvalue())


PACK: dict[str, Callable[[bytes], bytes]] = {
    ".gz": gzip.compress,
    ".bz2": lambda data: bz2.compress(data, 1),
    ".xz": lambda data: lzma.compress(data, preset=0),
    ".zst": zstd,
    ".zstd": zstd,
}
CONTENT = {
    "a.jsonl": LINES,
    "a.json": json.dumps([{"isi": GURU}, {"isi": MURID}]).encode(),
    "a.csv": f'isi\n{GURU}\n"{MURID}"\n'.encode(),
    "a.txt": GURU.encode(),
    "A.MD": GURU.encode(),
}


def texts(path: Path) -> list[str]:
    return [item.text if isinstance(item, Article) else item.error_type for item in scan_path(path)]


def sources(path: Path) -> list[str]:
    return [item.source.removeprefix(str(path)) for item in scan_path(path)]


def written(place: Path, data: bytes) -> Path:
    place.write_bytes(data)
    return place


def zipped(place: Path | io.BytesIO, members: dict[str, bytes]) -> None:
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def tarred(place: Path, members: dict[str, bytes], mode: str) -> None:
    with tarfile.open(place, mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))


@pytest.mark.parametrize("ending", PACK)
@pytest.mark.parametrize("name", CONTENT)
def test_any_text_format_compressed(name: str, ending: str, tmp_path: Path) -> None:
    place = written(tmp_path / f"{name}{ending}", PACK[ending](CONTENT[name]))
    assert texts(place) == [GURU, MURID][: 1 if name in ("a.txt", "A.MD") else 2]
    assert sources(place)[0] in ("", ":1", ":2")


@pytest.mark.parametrize("ending", PACK)
def test_several_packed_pieces_in_one_file(ending: str, tmp_path: Path) -> None:
    lines = LINES.splitlines(keepends=True)
    assert texts(written(tmp_path / f"a.jsonl{ending}", b"".join(map(PACK[ending], lines)))) == [GURU, MURID]


@pytest.mark.parametrize("ending", PACK)
def test_a_file_cut_short_gives_what_it_holds_and_one_failure(ending: str, tmp_path: Path) -> None:
    letters = random.Random(7)
    texts = ("".join(letters.choices("abdegiklmnoprstu ", k=400)) for _ in range(5_000))
    lines = b"".join(json.dumps({"isi": text}).encode() + b"\n" for text in texts)
    packed = PACK[ending](lines)
    (tmp_path / "b.txt").write_text(GURU)
    written(tmp_path / f"a.jsonl{ending}", packed[: len(packed) // 2])
    *read, last, other = list(scan_path(tmp_path))
    failures = [item for item in (*read, last) if isinstance(item, Failure)]
    assert len(read) > 1000
    assert {failure.error_type for failure in failures} <= {"cut_short", "unreadable", "json"}
    assert 1 <= len(failures) <= 2
    assert isinstance(other, Article)


@pytest.mark.parametrize("ending", PACK)
def test_what_is_not_packed_at_all(ending: str, tmp_path: Path) -> None:
    (failure,) = scan_path(written(tmp_path / f"a.txt{ending}", b"bukan arsip"))
    assert isinstance(failure, Failure)
    assert failure.error_type in ("unreadable", "broken")
    assert failure.message


def test_an_ending_that_does_not_tell_what_is_inside(tmp_path: Path) -> None:
    (failure,) = scan_path(written(tmp_path / "a.gz", gzip.compress(LINES)))
    assert isinstance(failure, Failure)
    assert failure.error_type == "unknown_format"
    assert ".jsonl" in failure.message


MEMBERS = {
    "2025/a.txt": GURU.encode(),
    "b.jsonl": LINES,
    "foto.jpg": b"\0",
    "__MACOSX/._a.txt": b"\0",
    ".rahasia.txt": b"x",
    "c.jsonl.gz": gzip.compress(LINES),
}
FOUND = ["!/2025/a.txt", "!/b.jsonl:1", "!/b.jsonl:2", "!/c.jsonl.gz:1", "!/c.jsonl.gz:2"]
ARCHIVES: dict[str, Callable[[Path, dict[str, bytes]], None]] = {
    "a.zip": zipped,
    "a.tar": lambda place, members: tarred(place, members, "w"),
    "a.tar.gz": lambda place, members: tarred(place, members, "w:gz"),
    "a.tgz": lambda place, members: tarred(place, members, "w:gz"),
    "a.tar.bz2": lambda place, members: tarred(place, members, "w:bz2"),
    "a.tar.xz": lambda place, members: tarred(place, members, "w:xz"),
}


@pytest.mark.parametrize("name", ARCHIVES)
class TestArchive:
    def test_members_in_order(self, name: str, tmp_path: Path) -> None:
        place = tmp_path / name
        ARCHIVES[name](place, MEMBERS)
        assert texts(place) == [GURU, GURU, MURID, GURU, MURID]
        assert sources(place) == FOUND
        assert [file.name for file in tmp_path.iterdir()] == [name], "nothing is unpacked to disk"

    def test_in_a_folder(self, name: str, tmp_path: Path) -> None:
        ARCHIVES[name](tmp_path / name, MEMBERS)
        assert len(list(scan_path(tmp_path))) == 5

    def test_a_name_that_climbs_out_is_only_a_name(self, name: str, tmp_path: Path) -> None:
        place = tmp_path / "dalam" / name
        place.parent.mkdir()
        ARCHIVES[name](place, {"../../etc/guru.txt": GURU.encode(), "/tmp/murid.txt": MURID.encode()})
        assert texts(place) == [GURU, MURID]
        assert sources(place)[0] == "!/../../etc/guru.txt"
        assert sorted(path.name for path in tmp_path.rglob("*")) == sorted(["dalam", name])

    def test_nothing_to_read(self, name: str, tmp_path: Path) -> None:
        ARCHIVES[name](tmp_path / name, {"foto.jpg": b""})
        assert texts(tmp_path / name) == ["empty_archive"]

    def test_a_broken_member_costs_only_itself(self, name: str, tmp_path: Path) -> None:
        ARCHIVES[name](
            tmp_path / name, {"a.txt": b"\0\1", "b.jsonl.gz": b"x", "c.parquet": b"x", "d.txt": GURU.encode()}
        )
        found = list(scan_path(tmp_path / name))
        assert [item.source.partition("!/")[2] for item in found] == ["a.txt", "b.jsonl.gz", "c.parquet", "d.txt"]
        assert [isinstance(item, Failure) for item in found] == [True, True, True, False]

    def test_cut_short(self, name: str, tmp_path: Path) -> None:
        place = tmp_path / name
        ARCHIVES[name](place, MEMBERS)
        size = 1600 if name == "a.tar" else place.stat().st_size // 2  # within the text of a member
        place.write_bytes(place.read_bytes()[:size])
        found = list(scan_path(place))
        assert isinstance(found[-1], Failure)
        assert sum(isinstance(item, Failure) for item in found) <= 2, "a line that is cut, and the archive"


def test_an_archive_in_an_archive_but_no_deeper(tmp_path: Path) -> None:
    inner, middle = io.BytesIO(), io.BytesIO()
    zipped(inner, {"a.txt": GURU.encode()})
    zipped(middle, {"b.txt": MURID.encode(), "inner.zip": inner.getvalue()})
    zipped(tmp_path / "a.zip", {"middle.zip": middle.getvalue()})
    assert texts(tmp_path / "a.zip") == [MURID, "nested"]
    assert sources(tmp_path / "a.zip") == ["!/middle.zip!/b.txt", "!/middle.zip!/inner.zip"]


def test_a_member_with_a_password(tmp_path: Path) -> None:
    place = tmp_path / "a.zip"
    zipped(place, {"a.txt": GURU.encode(), "b.txt": MURID.encode()})
    data = bytearray(place.read_bytes())
    data[6] |= 1  # the flag of encryption, in the member's header and in the directory
    data[data.index(b"PK\1\2") + 8] |= 1
    (first, second) = scan_path(written(place, bytes(data)))
    assert isinstance(first, Failure)
    assert "encrypted" in first.message
    assert isinstance(second, Article)


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.txt.xz", "a.zip", "a.tar.gz"])
def test_a_bomb_is_stopped(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file, "_FLOOR", 1 << 20)
    bomb = b"guru " * 2_000_000
    place = tmp_path / name
    if name in ARCHIVES:
        ARCHIVES[name](place, {"a.txt": GURU.encode(), "b.txt": bomb, "c.txt": bomb})
    else:
        place.write_bytes(PACK[place.suffix](bomb))
    failures = [item for item in scan_path(place) if isinstance(item, Failure)]
    assert {failure.error_type for failure in failures} == {"too_large"}
    assert "taken for a zip bomb" in failures[0].message


def test_text_that_packs_well_is_no_bomb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file, "_FLOOR", 1 << 10)
    place = written(tmp_path / "a.jsonl.gz", gzip.compress(LINES * 50))
    assert len(texts(place)) == 100


def test_a_text_too_large_to_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file, "MAX_WHOLE", 1000)
    assert texts(written(tmp_path / "a.txt", b"guru " * 1000)) == ["too_large"]
