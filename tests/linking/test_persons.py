from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.linking.persons import acronyms, cluster, holder_of, words_of
from pipeline.stages.mentions import NameMention


def name(text: str, rule: str = "test") -> NameMention:
    honorific, _, bare = text.rpartition("_")
    return NameMention(start=0, end=0, name_start=0, name_end=0, name=bare, honorific=honorific or None, rule=rule)


@pytest.mark.parametrize(
    ("names", "persons"),
    [
        (["Eka Diani", "Eka"], {"Eka Diani": 2}),
        (["Eka Diani", "Diani", "EKA DIANI"], {"Eka Diani": 3}),
        (["EKA DIANI", "Eka Diani"], {"Eka Diani": 2}),
        (["Supriyanto", "Supriyanto"], {"Supriyanto": 2}),
        (["Prabowo", "Prabowo Subianto"], {"Prabowo Subianto": 2}),
        (["Muhammad Yusuf", "M. Yusuf"], {"Muhammad Yusuf": 2}),
        (["Abdul Mu’ti", "Mu'ti"], {"Abdul Mu’ti": 2}),
        (["Tri Rismaharini", "Risma"], {"Tri Rismaharini": 2}),
        (["Joko Widodo", "Jokowi"], {"Joko Widodo": 2}),
        (["Zulhas", "Zulkifli Hasan"], {"Zulkifli Hasan": 2}),
        (["Saifullah Yusuf", "Gus_Ipul"], {"Saifullah Yusuf": 2}),
        # two who share a part of the name are kept apart, and the part alone is nobody's
        (["Eka Diani", "Eka Putra", "Eka"], {"Eka Diani": 1, "Eka Putra": 1}),
        (["Rahmat Hidayat", "Siti Hidayat", "Rahmat"], {"Rahmat Hidayat": 2, "Siti Hidayat": 1}),
        # one of the two was called otherwise before, so the part is the other's
        (["Andi Muliadi Baso", "Muliadi", "Baso Daeng", "Baso"], {"Andi Muliadi Baso": 2, "Baso Daeng": 2}),
        # a short word is no clipped name
        (["Edison Sembiring", "Edi"], {"Edison Sembiring": 1, "Edi": 1}),
        # the order of a name's words counts
        (["Yusuf Ali", "Ali Yusuf"], {"Yusuf Ali": 1, "Ali Yusuf": 1}),
    ],
    ids=lambda value: " · ".join(value),
)
def test_clusters(names: list[str], persons: dict[str, int]) -> None:
    assert {known.name: len(known.mentions) for known in cluster(map(name, names))} == persons


@pytest.mark.parametrize(
    ("full", "again", "rule", "is_one"),
    [
        ("Ahmad Maulana", "Achmad Maulana", "cue", True),
        ("Fajar Santoso", "Fadjar", "cue", True),
        ("Dadan Hindarwana", "Dadan Hindrawana", "position", True),
        ("Nursyamsiyah", "Nur", "cue", True),
        ("Onkoseno Grandiar", "Seno", "cue", True),
        # introduced anew, or a couple's names, or too short to tell
        ("Fajar Santoso", "Fadjar", "age", False),
        ("Nursyamsiyah", "Nur", "age", False),
        ("Bagus Suparno", "Suparni", "cue", False),
        ("Amos Tabuni", "Anis Tabuni", "cue", False),
        ("Onkoseno Grandiar", "Seno", "apposition", False),
    ],
)
def test_another_spelling_or_a_clip(full: str, again: str, rule: str, is_one: bool) -> None:
    assert (len(cluster([name(full, "position"), name(again, rule)])) == 1) is is_one


def test_a_name_without_letters_is_nobody() -> None:
    assert cluster([name("…")]) == []


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Eka Diani Sukma (EDS) hadir", ("eds",)),
        ("Maruarsa Sirat (Ara) hadir", ("ara",)),
        ("Eka Diani (akrab disapa Edi) hadir", ("edi",)),
        ("Eka Diani (Rumini) hadir", None),
        ("Eka Diani (41) hadir", None),
    ],
)
def test_a_short_form_in_brackets(text: str, short: tuple[str, ...] | None) -> None:
    written = text.partition(" (")[0]
    mention = replace(name(written), end=len(written), name_end=len(written))
    assert acronyms(text, [mention]).get(0) == short


@pytest.mark.parametrize(
    ("words", "holder"), [("Eka", "Eka Diani"), ("Diani", "Eka Diani"), ("Budi", None), ("", None)]
)
def test_holder_of(words: str, holder: str | None) -> None:
    found = holder_of(words_of(words), cluster([name("Eka Diani"), name("Ohorella Erma")]))
    assert (found.name if found else None) == holder
