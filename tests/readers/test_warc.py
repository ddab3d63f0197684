"""Web archives: the pages in them and nothing else; broken ones."""

import gzip
import io
import sys
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pipeline.readers import Article, Failure
from pipeline.readers.sources import scan_path

TEXT = "Kepala Dinas Pendidikan Kabupaten Ogan Komering Ilir membuka pelatihan bagi 560 guru di Kayuagung."
PAGE = f"<html><body><div class='entry-content'><p>{TEXT}</p></div></body></html>"
DATED = PAGE.replace("<body>", "<head><meta property='article:published_time' content='2025-11-12'></head><body>")


def archive(place: Path, *responses: tuple[str, str, str, bytes], encoding: str | None = None) -> Path:
    """A web archive of responses: address, status, content type, body."""
    with place.open("wb") as file:
        writer = WARCWriter(file, gzip=place.suffix == ".gz")
        writer.write_record(writer.create_warcinfo_record(place.name, {"software": "tests"}))
        for address, status, kind, body in responses:
            headers = [("Content-Type", kind)] + ([("Content-Encoding", encoding)] if encoding else [])
            record = writer.create_warc_record(
                address,
                "response",
                payload=io.BytesIO(body),
                http_headers=StatusAndHeaders(status, headers, protocol="HTTP/1.1"),
                warc_headers_dict={"WARC-Date": "2025-11-13T01:02:03Z"},
            )
            writer.write_record(record)
    return place


PAGES = [
    ("https://lentera.example/1", "200 OK", "text/html; charset=utf-8", PAGE.encode()),
    ("https://lentera.example/foto.png", "200 OK", "image/png", b"\x89PNG"),
    ("https://lentera.example/tiada", "404 Not Found", "text/html", PAGE.encode()),
    ("https://lentera.example/2", "200 OK", "text/html", DATED.encode()),
]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_pages_with_address_and_date(name: str, tmp_path: Path) -> None:
    place = archive(tmp_path / name, *PAGES)
    first, second = scan_path(place)
    assert isinstance(first, Article)
    assert (first.text, first.url, first.source) == (TEXT, "https://lentera.example/1", f"{place}:2")
    assert first.published_at == "2025-11-13T01:02:03+00:00", "the fetch, where the page tells no date"
    assert isinstance(second, Article)
    assert (second.published_at, second.url) == ("2025-11-12", "https://lentera.example/2")


def test_a_body_that_was_sent_compressed(tmp_path: Path) -> None:
    response = ("https://lentera.example/1", "200 OK", "text/html", gzip.compress(PAGE.encode()))
    (article,) = scan_path(archive(tmp_path / "a.warc.gz", response, encoding="gzip"))
    assert isinstance(article, Article)
    assert article.text == TEXT


def test_a_page_without_an_article_costs_only_itself(tmp_path: Path) -> None:
    place = archive(tmp_path / "a.warc.gz", ("https://lentera.example/", "200 OK", "text/html", b"<p>"), PAGES[0])
    first, second = scan_path(place)
    assert isinstance(first, Failure)
    assert (first.source, first.error_type) == (f"{place}:2", "no_text")
    assert isinstance(second, Article)


def test_an_archive_cut_short_gives_what_it_holds(tmp_path: Path) -> None:
    place = archive(tmp_path / "a.warc.gz", *PAGES)
    place.write_bytes(place.read_bytes()[:-150])
    items = list(scan_path(place))
    assert isinstance(items[0], Article)
    assert isinstance(items[-1], Failure)


@pytest.mark.parametrize("content", [b"bukan arsip\n", b"bukan arsip\r\n\r\nsama sekali"])
def test_what_is_no_archive(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(content)
    (failure,) = scan_path(tmp_path / "a.warc")
    assert isinstance(failure, Failure)
    assert failure.error_type == "warc"


def test_without_the_extra_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    (tmp_path / "a.warc").write_bytes(b"")
    (failure,) = scan_path(tmp_path / "a.warc")
    assert isinstance(failure, Failure)
    assert "pip install 'berita-pipeline[html]'" in failure.message
