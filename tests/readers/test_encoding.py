"""Encodings of files on disk."""

import pytest

from pipeline.readers import Article, Failure
from pipeline.readers.encoding import decode
from pipeline.readers.sources import scan_path

TEXT = "“Kami siap,” kata Eka – guru kelas. Biayanya Rp 5.000 sampai Rp 7.500 setiap murid."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"])
def test_encoding_is_found(encoding: str, tmp_path) -> None:
    file = tmp_path / "berita.txt"
    file.write_bytes(TEXT.encode(encoding))
    (article,) = scan_path(file)
    assert isinstance(article, Article)
    assert article.text == TEXT


def test_one_broken_byte_costs_one_character() -> None:
    data = ("guru hadir – " * 200).encode()
    text = decode(data[:5] + b"\xff" + data[5:], "a.txt")
    assert isinstance(text, str)
    assert text.count("�") == 1


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00\x00", b"PK\x03\x04\x00\x00", bytes(range(256)) * 8])
def test_binary_data_is_no_text(data: bytes, tmp_path) -> None:
    file = tmp_path / "gambar.txt"
    file.write_bytes(data)
    (failure,) = scan_path(file)
    assert isinstance(failure, Failure)
    assert (failure.source, failure.error_type) == (str(file), "binary")


def test_unreadable_encoding_says_what_to_do() -> None:
    failure = decode(bytes([0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xFF, 0xFE, 0x81] * 50), "a.txt")
    assert isinstance(failure, Failure)
    assert failure.error_type == "encoding"
    assert "save it as UTF-8" in failure.message
