"""The report as a file: complete, safe, and what `berita report` says about it."""

from __future__ import annotations

import json
import re
from base64 import b64decode, b64encode
from gzip import decompress
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from report_cases import HOSTILE
from typer.testing import CliRunner

from pipeline import Tables, extract
from pipeline.cli import app
from pipeline.views.report.bundle import ASSETS, script
from pipeline.views.report.data import CHUNK, packed
from pipeline.views.report.page import write_report


def unpack(text: str) -> Any:
    return json.loads(decompress(b64decode(text)))


def parts(page: str, element: str) -> list[str]:
    return re.findall(f"<{element}[^>]*>(.*?)</{element}>", page, re.DOTALL)


def data_of(file: Path) -> Any:
    return unpack(re.findall(r'id="data">(.*?)</script>', file.read_text(encoding="utf-8"))[0])


def chunks_of(file: Path) -> list[Any]:
    return [unpack(text) for text in re.findall(r"data-chunk=\"\d+\">(.*?)</script>", file.read_text(encoding="utf-8"))]


def column(data: Any, name: str) -> list[str]:
    return [data["facts"][name]["values"][code] for code in data["facts"][name]["codes"]]


class TestContent:
    def test_all_facts_are_in_it(self, tables: Tables, report_file: Path) -> None:
        data = data_of(report_file)
        assert column(data, "text") == tables.facts["text"].tolist()
        assert column(data, "stage") == tables.facts["stage"].tolist()
        places = data["articles"]["article_id"]["values"][1:]
        ids = [
            f"{places[place]}:{row}" for place, row in zip(data["facts"]["article"], column(data, "row"), strict=True)
        ]
        assert ids == tables.facts["row_id"].tolist()

    def test_a_quotes_words_are_its_text_without_the_marks(self, tables: Tables, report_file: Path) -> None:
        data = data_of(report_file)
        values = []
        for text, value, trim in zip(column(data, "text"), column(data, "value"), column(data, "trim"), strict=True):
            left, right = map(int, trim.split(",")) if trim else (0, 0)
            values.append(text[left : len(text) - right] if trim else value)
        assert values == tables.facts["value"].fillna("").tolist()

    def test_articles_come_with_their_rows(self, tables: Tables, report_file: Path) -> None:
        [chunk] = chunks_of(report_file)
        assert [article["article_id"] for article in chunk] == tables.articles["article_id"].tolist()
        assert sum(len(article["rows"]["quotes"]) for article in chunk) == len(tables.quotes)
        assert chunk[0]["rows"]["quotes"][0]["cue"] == "kata"

    def test_chunks_hold_all_articles_in_order(self, long_report_file: Path) -> None:
        chunks = chunks_of(long_report_file)
        assert [len(chunk) for chunk in chunks[:-1]] == [CHUNK] * (len(chunks) - 1)
        ids = [article["article_id"] for chunk in chunks for article in chunk]
        assert ids == data_of(long_report_file)["articles"]["article_id"]["values"][1:]

    def test_only_the_first_articles(self, tables: Tables, tmp_path: Path) -> None:
        assert write_report(tables.arrow, tmp_path / "a.html", title="Satu", limit=1) == 1
        data = data_of(tmp_path / "a.html")
        assert (data["articles_in_run"], len(data["articles"]["title"]["codes"])) == (3, 1)
        assert set(data["facts"]["article"]) == {0}

    def test_an_article_that_occurs_twice_comes_once(self, tables: Tables, tmp_path: Path) -> None:
        articles = tables.arrow["articles"]
        twice = {**tables.arrow, "articles": pa.concat_tables([articles, articles])}
        assert write_report(twice, tmp_path / "a.html", title="Dua") == 3

    def test_regions_that_share_a_name_are_told_apart(self, tmp_path: Path) -> None:
        texts = ["Wali Kota Bandung, Adi Saputra, hadir.", "Bupati Bandung, Rini Astuti, hadir."]
        write_report(extract(texts, profile="fast").arrow, tmp_path / "a.html", title="Bandung")
        places = data_of(tmp_path / "a.html")["facts"]["place"]["values"]
        assert sorted(places) == ["", "Bandung (32.04)", "Bandung (32.73)"]

    def test_nothing_found(self, tmp_path: Path) -> None:
        assert write_report(Tables.of_rows({}).arrow, tmp_path / "a.html", title="Kosong") == 0
        assert data_of(tmp_path / "a.html")["facts"]["article"] == []


class TestSafety:
    def test_no_text_of_an_article_stands_in_the_file_as_it_is(self, report_file: Path) -> None:
        page = report_file.read_text(encoding="utf-8")
        assert "onerror" not in page
        assert "diretas" not in page
        assert HOSTILE in json.dumps(data_of(report_file), ensure_ascii=False).replace('\\"', '"')

    def test_the_title_is_escaped(self, report_file: Path) -> None:
        assert parts(report_file.read_text(encoding="utf-8"), "h1") == ["Uji &lt;b&gt;laporan&lt;/b&gt;"]

    def test_the_policy_lets_only_its_own_script_and_style_run(self, report_file: Path) -> None:
        page = report_file.read_text(encoding="utf-8")
        policy = unescape(re.findall(r'Content-Security-Policy" content="(.*?)">', page)[0])
        own_script = re.findall(r'<script type="module">(.*?)</script>', page, re.DOTALL)[0]
        for kind, text in (("script", own_script), ("style", parts(page, "style")[0])):
            assert f"{kind}-src 'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" in policy
        assert policy.startswith("default-src 'none';")

    def test_nothing_is_loaded(self, report_file: Path) -> None:
        assert (
            re.findall(r'(?:src|href)="(?!data:,)[^"]*"|@import|url\(', report_file.read_text(encoding="utf-8")) == []
        )

    @pytest.mark.parametrize("text", ["</script>", "<!--", "\u2028\u2029", "\ud800", "]]>"])
    def test_packed_text_is_harmless_in_a_script_element(self, text: str) -> None:
        assert re.fullmatch(r"[A-Za-z0-9+/=]+", packed([text]))


class TestBundle:
    def test_no_import_or_export_is_left(self) -> None:
        assert re.findall(r"^\s*(?:import|export)\b.*", script(), re.MULTILINE) == []

    def test_every_script_is_in_it_once(self) -> None:
        names = [file.stem for file in ASSETS.glob("*.js")]
        assert sorted(re.findall(r"^const \$(\w+) = ", script(), re.MULTILINE)) == sorted(names)


def berita(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["report", *arguments])
    return result.exit_code, result.output


class TestCommand:
    @pytest.fixture
    def folder(self, tables: Tables, tmp_path: Path) -> Path:
        return tables.save(tmp_path / "hasil")

    def test_it_writes_into_the_folder_and_says_where(self, folder: Path) -> None:
        code, output = berita(str(folder))
        assert code == 0
        assert f"A report of 3 articles is in {folder / 'report.html'} (0." in output
        assert data_of(folder / "report.html")["title"] == "hasil"
        assert len(Tables.load(folder).articles) == 3

    def test_options(self, folder: Path, tmp_path: Path) -> None:
        out = tmp_path / "baru" / "a.html"
        assert berita(str(folder), "-o", str(out), "--title", "Rapat", "--language", "en", "--limit", "2", "-q") == (
            0,
            "",
        )
        data = data_of(out)
        assert (data["title"], data["language"], len(data["articles"]["title"]["codes"])) == ("Rapat", "en", 2)

    def test_a_folder_without_tables(self, tmp_path: Path) -> None:
        code, output = berita(str(tmp_path))
        assert (code, "no tables in" in output) == (2, True)

    def test_a_file_that_cannot_be_written(self, folder: Path, tmp_path: Path) -> None:
        (tmp_path / "berkas").touch()
        code, output = berita(str(folder), "-o", str(tmp_path / "berkas" / "a.html"))
        assert (code, "can't write" in output) == (2, True)
