"""What the report's tests share: invented articles, one of them hostile, and a page that is watched."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import BrowserContext, Page

from pipeline import Tables
from pipeline.tables.facts import facts
from tests.invented_rows import rows

HOSTILE = '<script>document.title="diretas"</script>"><img src=x onerror="document.title=1">'
LAMANDAU = """LAMANDAU – Bupati Lamandau, Hendra Wijaya, membuka perpustakaan desa di Bulik, Rabu (12/11/2025).

“Anak-anak desa berhak atas buku yang baik,” kata Hendra. Ia menjelaskan bahwa 25 perpustakaan desa akan menyusul.

“Kami menyiapkan Rp 1,5 miliar untuk itu,” ujarnya. “Pengelolanya dilatih dulu,” tambah Hendra.

Kepala Dinas Pendidikan Kabupaten Lamandau, Siti Rahmawati, mengatakan bahwa pelatihan diikuti 40 guru.
"""
MALANG = """MALANG – Rektor Universitas Kanjuruhan, Bagus Prakoso, melepas 312 mahasiswa, Senin (1/12/2025).

“Mengajarlah dengan gembira,” pesan Bagus. Guru SDN 2 Ngajum, Lestari Handayani, menilai program itu membantu sekolah.
"""
ARTICLES = [
    {
        "title": "Lamandau Buka Perpustakaan Desa",
        "outlet": "Kabar Bulik",
        "date": "2025-11-12",
        "url": "https://kabar-bulik.example/1",
        "text": LAMANDAU,
    },
    {"title": "Mahasiswa Mengajar di Ngajum", "outlet": "Warta Kawi", "date": "2025-12-01", "text": MALANG},
]
MANY = 400  # articles, enough facts for a list that no window shows whole


def hostile_tables() -> Tables:
    """An article with markup in every field that a reader would have cleaned: it must be harmless all the same."""
    fields = {"title": HOSTILE, "outlet": "=HYPERLINK()", "url": "javascript:alert(1)", "published_at": "2025-11-20"}
    hostile = rows(f"“Kelas {HOSTILE} selesai.”", **fields)
    kept = {name: hostile[name] for name in ("articles", "sentences", "persons", "roles", "quotes")}
    return Tables.of_rows({**kept, "facts": facts(kept)})


class Watched:
    """A page in a browser, of which every message, error and request is kept."""

    def __init__(self, context: BrowserContext) -> None:
        self.page = context.new_page()
        self.messages: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.messages.append(message.text))
        self.page.on("pageerror", lambda error: self.messages.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))

    def open(self, file: Path) -> Page:
        self.page.goto(file.as_uri())
        self.page.wait_for_selector(".card")
        return self.page
