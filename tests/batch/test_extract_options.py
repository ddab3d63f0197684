"""The options of ``berita extract``, on the command line and in ``berita.toml``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from pipeline import Tables, extract
from pipeline.batch.settings import chosen
from pipeline.cli import app
from pipeline.stores.manifest import read_manifest

TEXT = "KAYUAGUNG – Bupati OKI, Supriyanto, menutup pelatihan 560 guru, Rabu (12/11/2025).\n\n“Kami siap,” kata dia."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("guru.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def berita(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["extract", *arguments])


def fast(*arguments: str) -> Result:
    return berita("guru.txt", "-o", "out", "--profile", "fast", "-w", "0", *arguments)


def settings() -> dict[str, object]:
    return dict(read_manifest(Path("out"))["settings"])


@pytest.mark.parametrize(
    ("names", "stages", "filled"),
    [
        ("dates", ["dates"], {"dates"}),
        ("figures", ["dates", "figures"], {"dates", "figures"}),
        ("roles", ["people", "roles"], {"persons", "person_mentions", "roles", "entities"}),
        (
            "quotes",
            ["dates", "people", "roles", "quotes"],
            {"dates", "persons", "person_mentions", "roles", "quotes", "entities"},
        ),
    ],
)
def test_stages_bring_in_what_they_need(names: str, stages: list[str], filled: set[str]) -> None:
    assert fast("--stages", names).exit_code == 0
    counts = Tables.load("out").counts()
    assert {name for name, count in counts.items() if count} == filled | {"articles", "sentences", "facts"}
    assert settings()["stages"] == stages


def test_a_stage_alone_finds_what_all_of_them_find() -> None:
    alone = extract(TEXT, profile="fast", stages=["figures"])
    assert alone.figures.equals(extract(TEXT, profile="fast").figures)


@pytest.mark.parametrize("name", ["tanggal", "", "dates,,figures"])
def test_no_such_stage(name: str) -> None:
    with pytest.raises(ValueError, match="the stages are dates, figures, people, roles, quotes"):
        chosen(name.split(","))
    result = fast(f"--stages={name or ','}")
    assert result.exit_code == 2
    assert "the stages are dates, figures, people, roles, quotes" in result.stderr


def test_least_confidence() -> None:
    assert fast("--min-confidence", "1").exit_code == 0
    assert settings()["min_confidence"] == 1
    assert Tables.load("out").counts()["quotes"] == 0


def test_json_for_scripts() -> None:
    result = fast("--json")
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert (found["articles"], found["found"], found["rows"]["quotes"]) == ({"ok": 1}, 0, 1)
    assert json.loads(fast("--json").stdout)["found"] == 1


def test_other_settings_are_refused_with_what_to_do() -> None:
    assert fast().exit_code == 0
    refused = fast("--stages", "dates")
    assert refused.exit_code == 2
    assert "now ['dates']" in refused.stderr
    assert "--restart" in refused.stderr
    assert fast("--stages", "dates", "--restart").exit_code == 0
    assert settings()["stages"] == ["dates"]


def test_settings_from_a_file_in_the_working_directory() -> None:
    Path("berita.toml").write_text(
        'sources = ["guru.txt"]\nout = "hasil"\nprofile = "fast"\nworkers = 0\nstages = ["dates", "figures"]\n'
        'min-confidence = 0.25\nformat = "csv"\n'
    )
    result = berita()
    assert result.exit_code == 0, result.stderr
    record = read_manifest(Path("hasil"))
    assert (record["format"], record["settings"]["stages"]) == ("csv", ["dates", "figures"])
    assert record["settings"]["min_confidence"] == 0.25
    assert berita("-o", "lain", "--stages", "dates", "-f", "parquet").exit_code == 0
    assert read_manifest(Path("lain"))["settings"]["stages"] == ["dates"]


def test_settings_from_a_named_file() -> None:
    Path("cepat.toml").write_text('profile = "fast"\nmin_confidence = 0.5\n')
    assert berita("guru.txt", "-o", "out", "-w", "0", "--config", "cepat.toml").exit_code == 0
    assert (settings()["profile"], settings()["min_confidence"]) == ("fast", 0.5)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('profil = "fast"', "there is no setting 'profil'; the nearest is 'profile'"),
        ("min_confidense = 1", "the nearest is 'min-confidence'"),
        ('config = "x"', "there is no setting 'config'"),
        ('profile = "lambat"', "'lambat' is not one of"),
        ("profile = ", "berita.toml cannot be read"),
        ("workers = -1", "'--workers'"),
    ],
)
def test_settings_that_make_no_sense(content: str, message: str) -> None:
    Path("berita.toml").write_text(content)
    result = berita("guru.txt", "-o", "out", "-w", "0") if "workers" not in content else berita("guru.txt", "-o", "out")
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.replace("│", " ").split())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--min-confidence", "2"], "'--min-confidence'"),
        (["--chunk", "0"], "'--chunk'"),
        (["--scheduler", "ftp://tidak.ada"], "no Dask scheduler answers"),
    ],
)
def test_options_that_make_no_sense(arguments: list[str], message: str) -> None:
    result = fast(*arguments)
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.replace("│", " ").split())
