"""Pages made to break a reader: the article comes of each, or a failure."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.readers import Article, Failure
from pipeline.readers.sources import scan_path

BODY = (
    "<div class='entry-content'><p>Kepala Dinas Pendidikan Rembang membuka pelatihan bagi 560 guru, Rabu (12/11/2025)."
    "</p><p>Pelatihan itu berlangsung tiga hari dan diikuti guru dari 14 kecamatan di pesisir utara.</p></div>"
)
PAGES = {
    "a huge attribute": f"<div data-x='{'a' * 3_000_000}'>{BODY}</div>",
    "a huge class": f"<div class='{'iklan ' * 200_000}'></div>{BODY}",
    "a huge address": f"<p><a href='data:text/html,{'%41' * 500_000}'>Baca</a></p>{BODY}",
    "many attributes": f"<div {' '.join(f'data-{n}=x' for n in range(60_000))}>{BODY}</div>",
    "an attribute without end": f'{BODY}<a href="{"x " * 500_000}',
    "a comment without end": f"{BODY}<!--{'- ' * 500_000}",
    "a script without end": f"{BODY}<script>{'<' * 500_000}",
    "a huge attribute among many": f"<img src='data:{'A' * 100_000}' {' '.join(f'x{n}' for n in range(900))}>{BODY}",
    "deep divisions": f"{'<div>' * 100_000}{BODY}",
    "deep spans": f"<p>{'<span>' * 50_000}Guru hadir.{BODY}",
    "deep tables": f"{'<table><tr><td>' * 20_000}{BODY}",
    "deep lists": f"{'<ul><li>' * 20_000}{BODY}",
    "closing tags alone": f"{'</div></p>' * 100_000}{BODY}",
    "tags left open": f"{BODY}{'<b><i>' * 50_000}",
    "many empty tags": f"{'<p></p>' * 10_000}{BODY}",
    "entities": f"{BODY}<p>{'&#x1F600;&amp;&lt;&bogus;' * 50_000}</p>",
    "entities of its own": "<!DOCTYPE x [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]>"
    f"<p>{'&c;' * 10_000}</p>{BODY}",
    "a file of this machine": f"<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/hostname'>]><p>&f;</p>{BODY}",
    "NUL and controls": BODY.replace(" ", " \0\x0b\x1b"),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_made_to_break_the_reader(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f"<html><body>{PAGES[name]}</body></html>", encoding="utf-8")
    (item,) = scan_path(tmp_path / "a.html")
    if isinstance(item, Failure):
        assert item.error_type in ("no_text", "too_large")
    else:
        assert isinstance(item, Article)
        assert "560 guru" in item.text
        assert Path("/etc/hostname").read_text().strip() not in item.text
