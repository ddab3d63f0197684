"""Text and Markdown files with front matter, HTML pages: read from files on disk."""

from pathlib import Path

import pytest

from pipeline.readers import Article, Failure, prepare
from pipeline.readers.sources import scan_path

BODY = "KAYUAGUNG – Bupati OKI menutup pelatihan guru."


def write(folder: Path, name: str, content: str) -> Path:
    file = folder / name
    file.write_text(content, encoding="utf-8")
    return file


def only(file: Path) -> Article:
    (article,) = scan_path(file)
    assert isinstance(article, Article)
    return article


FRONT_MATTER = {
    "none": (BODY, {}),
    "indonesian": (
        f"---\njudul: Pelatihan Ditutup\ntanggal: 12/11/2025\nmedia: Harian Musi\npenulis: Ratna Sari\n---\n{BODY}",
        {"title": "Pelatihan Ditutup", "published_at": "2025-11-12", "outlet": "Harian Musi", "author": "Ratna Sari"},
    ),
    "english": (
        f"---\ntitle: Pelatihan Ditutup\npublished_at: 2025-11-12T09:00+07:00\nauthor: Ratna\n---\n{BODY}",
        {
            "title": "Pelatihan Ditutup",
            "published_at": "2025-11-12T09:00:00+07:00",
            "author": "Ratna",
        },
    ),
    "quotes, colons and hashes": (
        f'---\njudul: "Guru: Kami #Siap"\nurl: https://contoh.example/a?b=1\n---\n\n{BODY}',
        {"title": "Guru: Kami #Siap", "url": "https://contoh.example/a?b=1"},
    ),
    "case and spaces": (f"--- \nJudul :  Pelatihan Ditutup \n---\n{BODY}", {"title": "Pelatihan Ditutup"}),
    "lists and unknown fields": (f"---\ntags: [guru, oki]\nrubrik: Kampus\nid: a-1\n---\n{BODY}", {"id": "a-1"}),
    "windows line ends": (f"---\r\njudul: Pelatihan\r\n---\r\n{BODY}", {"title": "Pelatihan"}),
    "empty": (f"---\n---\n{BODY}", {}),
}


@pytest.mark.parametrize("ending", [".txt", ".md"])
@pytest.mark.parametrize(("content", "expected"), FRONT_MATTER.values(), ids=FRONT_MATTER)
def test_front_matter(content: str, expected: dict[str, str], ending: str, tmp_path: Path) -> None:
    file = write(tmp_path, f"berita{ending}", content)
    article = only(file)
    assert article.text.strip() == BODY
    assert article.source == str(file)
    found = {name: getattr(article, name) for name in ("id", "title", "published_at", "outlet", "author", "url")}
    assert {name: value for name, value in found.items() if value is not None} == expected


def test_a_line_of_dashes_later_on_is_no_front_matter(tmp_path: Path) -> None:
    text = f"{BODY}\n---\njudul: Bukan Judul\n---\nIa pulang."
    assert only(write(tmp_path, "a.txt", text)).text == text


def test_an_unreadable_date_is_reported_and_the_article_read(tmp_path: Path) -> None:
    file = write(tmp_path, "a.txt", f"---\ntanggal: entah kapan\n---\n{BODY}")
    failure, article = scan_path(file)
    assert isinstance(failure, Failure)
    assert isinstance(article, Article)
    assert (failure.source, failure.error_type, failure.fatal) == (str(file), "bad_date", False)
    assert "'entah kapan' is not understood; write it as 2025-11-12" in failure.message
    assert article.published_at is None


def test_the_first_heading_of_markdown_is_the_title(tmp_path: Path) -> None:
    article = only(write(tmp_path, "a.md", f"# Pelatihan Guru Ditutup\n\n{BODY}"))
    assert (article.title, article.text.strip()) == ("Pelatihan Guru Ditutup", BODY)


def test_an_empty_file_is_an_empty_article(tmp_path: Path) -> None:
    assert only(write(tmp_path, "a.txt", " \n")).text.strip() == ""


PAGE = """<!DOCTYPE html><html lang="id"><head><title>Guru Kayuagung Rampungkan Pelatihan - Harian Musi</title>
<meta property="og:site_name" content="Harian Musi"><meta name="author" content="Ratna Sari">
<meta property="article:published_time" content="2025-11-12T09:12:00+07:00"></head><body>
<nav><a href="/">Beranda</a><a href="/terkini">Terkini</a></nav><article><h1>Guru Kayuagung Rampungkan Pelatihan</h1>
<p>KAYUAGUNG - Sebanyak 560 guru merampungkan pelatihan yang digelar dinas pendidikan selama tiga bulan.</p>
<p>“Kami siap mengajar dengan cara baru,” ujar Eka Diani, seorang guru yang ditemui setelah acara penutupan itu.</p>
<p>Pelatihan serupa akan digelar lagi pada tahun depan dengan peserta dari kecamatan lain di Ogan Komering Ilir.</p>
</article><footer>Hak cipta Harian Musi</footer></body></html>"""


def test_html_page(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    article = only(write(tmp_path, "a.html", PAGE))
    assert (article.title, article.author) == ("Guru Kayuagung Rampungkan Pelatihan", "Ratna Sari")
    assert (article.outlet, article.published_at) == ("Harian Musi", "2025-11-12T09:12:00+07:00")
    text = prepare(article).article.text
    assert text.startswith("KAYUAGUNG - Sebanyak 560 guru")
    assert text.endswith("Ogan Komering Ilir.")
    assert text.count("\n") == 2


@pytest.mark.parametrize("content", ["", "<html></html>", "\x01\x02", "<p"])
def test_a_page_without_an_article_is_a_failure(content: str, tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    (failure,) = scan_path(write(tmp_path, "a.html", content))
    assert isinstance(failure, Failure)
    assert failure.error_type == "no_text"
