"""Saved pages: the body whole and alone, title, date, author, outlet, address."""

import sys
from pathlib import Path

import pytest

from pipeline.readers import Article, Failure
from pipeline.readers.sources import scan_path

MENU = "<nav><a href='/'>Beranda</a> <a href='/didik'>Pendidikan</a></nav>"
FIRST = "Kepala Dinas Pendidikan Kabupaten Ogan Komering Ilir membuka pelatihan bagi 560 guru, Rabu (12/11/2025)."
LAST = "Pelatihan itu, menurut dia, berlangsung tiga hari dan diikuti guru dari 18 kecamatan."
BODIES = {
    "paragraphs": f"<div class='detail__body-text'><p>{FIRST}</p><p>{LAST}</p></div>",
    "line breaks": f"<div itemprop='articleBody'>{FIRST}<br><br>{LAST}</div>",
    "loose text before paragraphs": f"<div class='read__content clearfix'>{FIRST}<p></p><p>{LAST}</p></div>",
    "names in bold and links": (
        f"<div id='content_news'><p>{FIRST.replace('Dinas', '<b>Dinas</b>').replace('guru', '<a href=x>guru</a>')}</p>"
        f"<div>{LAST}</div></div>"
    ),
    "one in the other": f"<div class='post-content'><div class='entry-content'><p>{FIRST}</p><p>{LAST}</p></div></div>",
    "title, date and caption within": (
        "<div class='artikel'><h1>Pelatihan Guru Dibuka</h1><p>Rabu, 12 November 2025 | 11:13 WIB</p>"
        f"<figure><img><figcaption>Suasana.</figcaption></figure><div class='photo-caption'>Foto</div><p>{FIRST}</p>"
        f"<p>{LAST}</p></div>"
    ),
    "links between and below": (
        f"<div class='txt-article'><p>{FIRST}</p><p><a href=x>Baca: Judul Lain</a></p><script>var x;</script>"
        f"<p>{LAST}</p><h3>Jangan Lewatkan</h3><a href=x>Murid Pulang Cepat</a><br><a href=x>Guru Naik Gaji</a>"
        "<div class='tags'>guru oki</div></div>"
    ),
}


def page(body: str, head: str = "") -> str:
    return f"<html><head><meta charset='utf-8'>{head}</head><body>{MENU}{body}<footer>Hak cipta</footer></body></html>"


def read(folder: Path, content: str) -> Article | Failure:
    (folder / "a.html").write_text(content, encoding="utf-8")
    (item,) = scan_path(folder / "a.html")
    return item


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_the_body_is_whole_and_alone(body: str, tmp_path: Path) -> None:
    article = read(tmp_path, page(body))
    assert isinstance(article, Article)
    assert article.text == f"{FIRST}\n\n{LAST}"


def test_an_open_dateline_stays_with_its_paragraph(tmp_path: Path) -> None:
    article = read(tmp_path, page(f"<div class='entry-content'><b>Kayuagung</b> -<br><br>{FIRST}</div>"))
    assert isinstance(article, Article)
    assert article.text == f"Kayuagung - {FIRST}"


def test_a_page_of_unknown_build(tmp_path: Path) -> None:
    article = read(tmp_path, page(f"<article><p>{FIRST} {LAST}</p><p>{LAST} {FIRST}</p></article>"))
    assert isinstance(article, Article)
    assert FIRST in article.text
    assert "Beranda" not in article.text


TITLE = "Pelatihan Guru di Kayuagung Dibuka"
HEAD = {
    "with a clock in its metadata": (
        "<meta property='article:published_time' content='2025-11-12T09:30:00+07:00'>",
        "",
        "2025-11-12T09:30:00+07:00",
    ),
    "with a clock under the title": ("", "Rabu, 12 November 2025 | 09:30 WIB", "2025-11-12T09:30:00+07:00"),
    "with the day alone": ("<meta name='pubdate' content='2025-11-12'>", "", "2025-11-12"),
    "with another day's clock nearby": (
        "<meta name='pubdate' content='2025-11-12'>",
        "Selasa, 11 November 2025 08:00 WIB",
        "2025-11-12",
    ),
}


@pytest.mark.parametrize(("head", "shown", "published"), HEAD.values(), ids=HEAD)
def test_the_date(head: str, shown: str, published: str, tmp_path: Path) -> None:
    head = f"{head}<meta property='og:title' content='{TITLE}'>"
    text = FIRST.replace(", Rabu (12/11/2025)", "")
    article = read(
        tmp_path, page(f"<h1>{TITLE}</h1><p>{shown}</p><div class='entry-content'><p>{text}</p></div>", head)
    )
    assert isinstance(article, Article)
    assert article.published_at == published


@pytest.mark.parametrize(
    "title", [f"{TITLE} - Harian Lentera", f"{TITLE} | Harian Lentera", f"Harian Lentera: {TITLE}", TITLE]
)
def test_title_outlet_and_address(title: str, tmp_path: Path) -> None:
    head = (
        f"<meta property='og:title' content='{title}'><meta property='og:site_name' content='Harian Lentera'>"
        "<link rel='canonical' href='https://lentera.example/didik/1'>"
    )
    article = read(tmp_path, page(BODIES["paragraphs"], head))
    assert isinstance(article, Article)
    assert (article.title, article.outlet, article.url) == (TITLE, "Harian Lentera", "https://lentera.example/didik/1")


@pytest.mark.parametrize(
    ("head", "shown", "author"),
    [
        ("<meta name='author' content='Ratna Dewi'>", "", "Ratna Dewi"),
        ("<meta name='author' content='Pewarta Ratna Dewi'>", "", "Ratna Dewi"),
        ("<meta name='author' content='PT Lentera Media'>", "<span>Oleh :</span> <b>Ratna Dewi</b>", "Ratna Dewi"),
        ("<meta name='author' content='Lentera.com'>", "", None),
        ("", "<span>Penulis: Ratna Dewi</span><span>Editor</span>", "Ratna Dewi"),
    ],
)
def test_the_author(head: str, shown: str, author: str | None, tmp_path: Path) -> None:
    head = f"{head}<meta property='og:title' content='{TITLE}'>"
    article = read(tmp_path, page(f"<h1>{TITLE}</h1>{shown}{BODIES['paragraphs']}", head))
    assert isinstance(article, Article)
    assert article.author == author


def test_the_address_that_a_browser_saved(tmp_path: Path) -> None:
    saved = "<!-- saved from url=(0032)https://lentera.example/didik/22 -->\n"
    article = read(tmp_path, f"<!DOCTYPE html>\n{saved}{page(BODIES['paragraphs'])}")
    assert isinstance(article, Article)
    assert article.url == "https://lentera.example/didik/22"


@pytest.mark.parametrize("content", ["", "<html></html>", "<html><body></body></html>", "bukan halaman", page("")])
def test_a_page_without_an_article(content: str, tmp_path: Path) -> None:
    failure = read(tmp_path, content)
    assert isinstance(failure, Failure)
    assert (failure.error_type, failure.message) == ("no_text", "no article found in the page")


def test_deep_nesting(tmp_path: Path) -> None:
    item = read(tmp_path, page(f"<div class='entry-content'>{'<div>' * 5000}{FIRST}"))
    assert isinstance(item, Article | Failure)


def test_without_the_extra_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    failure = read(tmp_path, page(BODIES["paragraphs"]))
    assert isinstance(failure, Failure)
    assert failure.message == "pages and web archives need: pip install 'berita-pipeline[html]'"
