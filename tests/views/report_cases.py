"""What the report's tests share: invented articles, one of them hostile, and a page that is watched."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import BrowserContext, Page

from pipeline import Tables
from pipeline.schema import ArticleRow, Person, Quote, Role, Sentence
from pipeline.tables.facts import facts

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
    head, quote = f"Wali Kota Tegal, Rudi Hartono, berkata, {HOSTILE} ", f"“Kelas {HOSTILE} selesai.”"
    text = head + quote
    shared = {"article_id": "tegal", "sentence_id": "tegal:s1", "rule": "uji", "confidence": 0.9}
    article = ArticleRow(
        article_id="tegal",
        source="tegal.txt",
        outlet="=HYPERLINK()",
        url="javascript:alert(1)",
        title=HOSTILE,
        published_at="2025-11-20",
        text=text,
        n_chars=len(text),
        n_tokens=20,
        n_sentences=1,
        raw_sha256="0" * 64,
        text_sha256="0" * 64,
        status="ok",
        pipeline_version="0",
    )
    rows = {
        "articles": [article],
        "sentences": [
            Sentence(article_id="tegal", sentence_id="tegal:s1", paragraph=0, start_char=0, end_char=len(text))
        ],
        "persons": [
            Person(
                person_id="tegal:p1",
                article_id="tegal",
                name="Rudi Hartono",
                n_mentions=1,
                first_mention_id="tegal:m1",
                confidence=0.9,
            )
        ],
        "roles": [
            Role(
                role_id="tegal:r1",
                person_id="tegal:p1",
                start_char=0,
                end_char=15,
                text="Wali Kota Tegal",
                position="Wali Kota",
                region="Tegal",
                region_code="33.76",
                role_class="official",
                status="current",
                **shared,
            )
        ],
        "quotes": [
            Quote(
                quote_id="tegal:q1",
                start_char=len(head),
                end_char=len(text),
                text=quote,
                content=quote[1:-1],
                kind="direct",
                speaker_id="tegal:p1",
                speaker_role_id="tegal:r1",
                attribution="explicit",
                attribution_rule="mention",
                **shared,
            )
        ],
    }
    return Tables.of_rows({**rows, "facts": facts(rows)})


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
