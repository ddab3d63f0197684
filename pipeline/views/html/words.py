"""The words of the interface that Python writes, in Indonesian and English; the report's own stand in its assets."""

from __future__ import annotations

from typing import Literal

UiLanguage = Literal["id", "en"]

LAYER_NAMES: dict[UiLanguage, dict[str, str]] = {
    "id": {
        "quotes": "Kutipan",
        "person_mentions": "Orang",
        "roles": "Jabatan",
        "figures": "Angka",
        "dates": "Waktu",
    },
    "en": {
        "quotes": "Quotes",
        "person_mentions": "People",
        "roles": "Roles",
        "figures": "Figures",
        "dates": "Dates",
    },
}
"""Table → what its layer is called."""
