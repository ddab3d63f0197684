"""The atoms of role phrases.

>>> CAPITAL.match("Ma’ruf-Amin,")[0], ACRONYM.match("DP3AP2KB Kota")[0], bool(PLAIN.match("mengatakan"))
('Ma’ruf-Amin', 'DP3AP2KB', False)
"""

from __future__ import annotations

import re

import regex

from pipeline.lexicon import alternation, cues, names, posts, read, regions
from pipeline.lexicon.compiled import pattern, plain
from pipeline.lexicon.quantities import PhraseWord
from pipeline.lexicon.trie import AFTER, trie

POSITION = plain(rf"{posts.POSITION_PATTERN.removesuffix(AFTER)}(?:{AFTER}|(?=nya,?[ ](?:[A-Z]|bernama )))")
"""A post, or one with *-nya* before a name (*kuasa hukum***nya**, *Ratna*)."""
ORGANIZATION = plain(posts.ORGANIZATION_PATTERN)
HEAD = plain(posts.HEAD_PATTERN)
REGION = plain(regions.REGION_PATTERN)

_TITLE = alternation(form for title in names.TITLES if title.kind != "corps" for form in title.forms)
TITLE = pattern(rf"{_TITLE}(?![\p{{L}}\p{{N}}])")
CAPITAL = regex.compile(r"(?:St[ao]?\.(?=[ ]\p{Lu})|\p{Lu}[\p{L}\p{M}\p{N}]*+(?:['’‘-][\p{L}\p{N}]++)*+)")
ACRONYM = regex.compile(
    r"\p{Lu}(?:\p{Lu}|\p{N}\p{Lu})[\p{Lu}\p{N}]*+(?:[-/]\p{Lu}[\p{Lu}\p{N}]*+)*+(?!\p{L})|\p{Lu}\p{Ll}*+\p{Lu}{2,}\p{L}*+"
)
_BALINESE = r"I[ ](?:Dewa|Gde|Gede|Gusti|Kadek|Ketut|Komang|Made|Nengah|Ngurah|Nyoman|Putu|Wayan)(?!\p{L})"
NUMBER = regex.compile(
    rf"(?!{_BALINESE})(?:\d{{1,4}}\p{{Lu}}?|[IVX]{{1,5}}|(?<=Komisi )[A-H])(?![\p{{L}}\p{{N}}]|[.,]\d)"
)
ORDINAL = regex.compile(r"[ ]++(?P<rank>ke-(?:\d{1,3}|[IVX]{1,5}))(?![\p{L}\p{N}])")
"""Which holder of a post somebody is: *Presiden* **ke-7** *RI*."""
YEAR = regex.compile(
    r"[ ](?P<year>kelas[ ](?:[IVX]{1,4}|\d{1,2})(?:[ -]?\p{Lu}\d?)?|semester[ ](?:[IVX]{1,4}|\d{1,2}|akhir)"
    r"|angkatan(?:[ ]tahun)?[ ](?:ke-)?\d{1,4})(?![\p{L}\p{N}])"
)
"""The year that a pupil or student is in, behind the school: *siswa SMAN 3* **kelas XI**."""
CLIENT = regex.compile(
    r"[ ](?P<client>(?:para[ ]|pihak[ ])?(?:pemohon|penggugat|tergugat|terdakwa|tersangka|pelapor|terlapor"
    r"|(?:keluarga[ ]|orang[ ]?tua[ ])?korban|keluarga))(?!\p{L})"
)
"""Whom a lawyer speaks for."""
SITE = regex.compile(r"\p{Lu}[\p{L}\p{N}-]*+\.(?i:com|net|org|co\.id|id)(?![\p{L}\p{N}])")
"""A news site, which its address names: *wartawan* **Kabar.id**."""
BRACKET = regex.compile(r"[ ]?\([ ]?(?=\p{Lu})[\p{L}\p{N} /&.-]{2,60}+\)")
ABBREVIATED = regex.compile(r"[ ]\([ ]?\p{Lu}[\p{L}\p{N}]{2,}[ ]?\)")
"""The abbreviation that closes a body's full name."""
SAINT = regex.compile(r"(?:Bruder|Frater|Suster|Santo|Santa|St[ao]?\.|Tuan Guru|Sultan|Sunan|Pangeran)[ ]")
"""Titles that begin a school's name behind its head noun (*SD* **Bruder** *Singkawang*)."""
GENERAL = regex.compile(r"(?:Direktorat|Inspektorat|Sekretariat|Konsulat|Inspektur|Direktur|Sekretaris)[ ]Jenderal\b")
"""Where *Jenderal* is no rank."""
COMMISSION = regex.compile(r"Komisi(?=[ ](?:[IVX\d]|[A-H]\b))")
STATE = ("Indonesia", "RI", "Republik Indonesia")
"""Names of the state, which close the names of bodies (*DPR* **RI**) rather than tell a region."""
REGION_KIND = regex.compile(
    r"(?:Prov(?:insi)?|Propinsi|Kab(?:upaten)?|Kota|Kec(?:amatan)?|Kel(?:urahan)?|Desa)(?:\.|[ ])"
)
REGION_BEHIND = regex.compile(r",[ ](?:Kec(?:amatan)?|Kab(?:upaten)?|Kelurahan|Desa)\.?[ ]")
"""What follows the name of a school rather than its head's: *SD Negeri 3 Sindang Sari***, Kecamatan** *Kotabumi*."""
NAME_AFTER_COMMA = pattern(
    rf"[ ]?,[ ](?P<titles>(?:{TITLE.pattern}[., ]{{0,3}}+){{0,8}}+)"
    rf"(?P<word>{CAPITAL.pattern})(?P<next>[ ]{CAPITAL.pattern})?"
)
WITHHELD = regex.compile(r"[ ](?:berinisial|bernama|atas nama)[ ]")
"""What shows that the name of a holder is still to come."""

SPACE = regex.compile(r"[ \u00a0\u202f]++")
LIST = regex.compile(
    r",[ ]++(?:(?:dan|serta|&)[ ]++)?|[ ]++(?:dan|serta|&|atau|of|for|and)[ ]++(?:the[ ]++)?|[ ]?[/&–-][ ]?"
)
PREPOSITION = regex.compile(
    r"[ ]++(?P<word>dari(?:[ ](?:daerah pemilihan|dapil))?|pada|kepada|di|untuk|bidang|urusan|asal|tingkat|jurusan"
    r"|lingkungan|program studi|wilayah|daerah pemilihan|[Dd]apil)[ ]++(?:\([Dd]apil\)[ ])?+"
)
_WORDS = read("phrase_words", PhraseWord)
_STOPS = alternation(entry.word for entry in _WORDS if entry.part == "stop")
_NOUNS = alternation(entry.word for entry in _WORDS if entry.part == "noun")
_VERB = r"me[mnlrwyng]\p{Ll}{3}|di\p{Ll}{4}|ber(?!kelanjutan|encana|bakat)\p{Ll}{3}"
PLAIN = pattern(
    rf"(?:(?={_NOUNS}(?!\p{{L}}))|(?!{_STOPS}(?!\p{{L}})|sekaligus|terpilih|bernama|{_VERB}))"
    r"\p{Ll}{3,}+(?:-\p{Ll}++)?(?!\p{L})"
)
"""A small-letter noun or adjective: no function word, no verb."""

_FORMER = r"[Mm]antan|[Ee]ks|[Bb]ekas"
_ACTING = r"[Pp]elaksana (?:[Tt]ugas|[Hh]arian)|[Pp](?:en|e)jabat [Ss]ementara|[Pp]enjabat"
STATUS = pattern(
    rf"(?<!\p{{L}})(?:(?P<acting>(?:{_ACTING})(?: \([Pp](?:l[th]|js?)\.?\))?|[Pp]l[th]\.?|Pjs?\.?)"
    rf"|(?P<former>{_FORMER})|(?P<candidate>[Cc]alon))[ ]\Z"
)
"""The status word before a position; the group's name is the status."""
STAND_IN = regex.compile(r"P(?:l[th]|js?)\b")
ACTING = regex.compile(rf"(?:{_ACTING})(?=[ (])")
"""A status word that reads like a position."""
ELECT = regex.compile(r"[ ]++(?P<elect>terpilih)(?!\p{L})")
COMPOUND = regex.compile(r"Abd(?:ul|u[rsntz]|oel)?")
"""The first half of Arabic names, behind which any word is a name (*Abdul* **Hakim**)."""
_SURNAMES = ("Hakim",)
"""Posts that are names too."""
DEGREE = regex.compile(r"(?:Ph|Sp|Ed|[SMABD])\.\p{Lu}")
"""A degree, which follows a name and is none (*Rektor UNP Ratna, Ph.D*)."""
CAPITAL_BEFORE = regex.compile(r"(\p{Lu}\p{L}*+(?:[ ]\p{Lu}\p{L}*+){0,2}+)[ ]\Z")
"""The capitalised words right before a position."""

_CUES = read("cues", cues.Cue)
_CUE = trie({"menurut", "Menurut"} | {form for cue in _CUES for form in cue.forms})
_CLAUSAL = trie(form for cue in _CUES if cue.complement not in ("marked", "none") for form in cue.forms)
NEIGHBOURS = pattern(rf"[,.]|[ ](?!\(|(?:juga |pun )?{_CLAUSAL}(?!\p{{L}}))\p{{Ll}}")
"""What follows a place rather than a person who speaks or has an age."""
SPEAKER = plain(
    rf"{_CUE} (?P<behind>[A-Z][a-z]{{2,}})(?=[,.;\n]| [a-z(])"
    rf"|(?:^|[.!?”\"] |, )(?P<before>[A-Z][a-z]{{2,}}) (?:juga |pun )?{_CLAUSAL}",
    re.MULTILINE,
)
"""A single capitalised word that speaks: *kata* **Dicky**, **Bernad** *mengatakan*."""


def is_compound(before: str, word: str) -> bool:
    """Whether `word` goes on with the name that the word before it belongs to, whatever it means elsewhere.

    >>> is_compound("Abdul", "Jaksa"), is_compound("Lukman", "Hakim"), is_compound("Majelis", "Hakim")
    (True, True, False)
    """
    return COMPOUND.fullmatch(before) is not None or (
        word in _SURNAMES and (before in ("Al", "El") or names.is_given_name(before))
    )
