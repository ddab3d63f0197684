"""What stands between a role phrase and its holder, between two role phrases of one holder, and around a lone one.

>>> bool(AFTER_NAME.fullmatch(", ")), bool(AFTER_NAME.fullmatch(" selaku ")), bool(AFTER_NAME.fullmatch(" menemui "))
(True, True, False)
"""

from __future__ import annotations

import regex

from pipeline.lexicon import alternation, cues, read
from pipeline.lexicon.compiled import pattern
from pipeline.stages.phrases import steps

BEFORE_NAME = pattern(
    rf"{steps.CLAUSE}|{steps.CREDIT}|{steps.GLUED}|[ ]?[–—-][ ]?|{steps.PERIOD}{steps.OTHER}?+(?:[ ]?,)?[ ]"
    r"(?:(?:yakni|yaitu|bernama|berinisial|atas nama|adalah|dijabat(?:[ ]oleh)?|dipegang)[ ])?+"
)
"""From the end of a phrase to the name of its holder."""
_BEING = (
    r"merupakan|adalah|menjabat|menjadi|dilantik|dikukuhkan|diangkat|ditunjuk|dipercaya|terpilih|ditetapkan|bertugas"
    r"|(?:selama|semasa|saat|ketika)[ ](?:masih[ ])?(?:berperan|bertugas|menjabat|mengabdi|bekerja)"
    r"|(?:(?:saat ini|kini|sekarang|resmi|juga|pernah|sempat|telah|kembali|masih)[ ])++(?:menjabat|menjadi|dilantik"
    r"|dikukuhkan|diangkat|ditunjuk|dipercaya|terpilih|ditetapkan|bertugas)"
)
AFTER_NAME = pattern(
    r"(?:(?:[ ]\(\p{Lu}\p{Ll}+\))?[ ]?,|[ ]\(\d{1,3}(?:[ ](?:tahun|thn))?\),?)?[ ]\(?"
    rf"(?:(?:selaku|sebagai|juga|yang(?:[ ]kini)?(?:[ ]juga)?(?:[ ](?:{_BEING}))?|{_BEING})[ ])?+"
    r"(?:sebagai[ ])?+(?:seorang[ ]|salah (?:satu|seorang)[ ])?+|[ ]?[–—-][ ]?"
)
"""From the end of a name to a phrase about its holder."""
CHAIN = regex.compile(
    r"[ ]?,?[ ](?:(?:yang[ ])?sekaligus|merangkap|yang juga|dan juga|serta)[ ]"
    r"(?:sebagai[ ]|(?:merupakan|adalah)[ ](?:seorang[ ])?|menjabat[ ](?:sebagai[ ])?)?"
    r"|[ ]?/[ ]?"
)
"""Between two phrases of one holder, whichever side the name is on."""
ANNOUNCED = regex.compile(r"[ ]?,?[ ](?:yakni|yaitu|masing-masing)[ ]")
"""From a phrase to the list of all its holders."""
LIST = regex.compile(r",[ ](?:(?:dan|serta)[ ])?|[ ](?:dan|serta)[ ]")
"""Between two phrases of one holder where the name came first, and between the phrases and the names of a pair."""
ONE = regex.compile(rf"{steps.ONE}\Z")
"""What makes a group noun one particular person's (*Ratna,* **salah satu** *orang tua, mengaku*)."""
AS = regex.compile(r"(?:Sebagai|Selaku)[ ]\Z")
"""What opens a sentence with the role of the one named next: **Sebagai** *guru, Ratna …*."""
RELATIVE = regex.compile(
    r"(?<!\p{L})(?:istri|suami|anak|putr[ai]|ayah|ibu|bapak|adik|kakak|rekan|sahabat|kerabat|keluarga)[ ]\Z",
    regex.IGNORECASE,
)
"""A relative before a name, of whom *yang juga* behind the name may be said as well."""
SERVES = regex.compile(r"(?<!yang[ ])(?<!\p{L})(?:menjabat|bertugas sebagai|mengabdi sebagai)[ ](?:sebagai[ ])?\Z")
"""What a sentence says of its subject with the phrase behind it: *Ratna, lulusan Untad, kini* **menjabat** *camat*."""
SENTENCE = regex.compile(r"(?:\A|[.!?]”?[ ]|\n)(?=[^.!?\n]*\Z)")
"""The beginning of the sentence that the text so far ends in."""
BEHIND_NAME = regex.compile(r"[,.;]|[ ]\(|\s*\Z")
"""What follows a name in apposition."""
ACCORDING = regex.compile(r"(?<!\p{L})(?:[Mm]enurut|[Kk]epada)[ ](?:\p{Lu}[\p{L}\p{N}]*+[ ]){0,4}\Z")
"""What makes the name behind it end with a comma before what it is the source of."""
PREDICATE = regex.compile(r"[ ](?!(?:dan|serta|sekaligus|yang|di|dari|pada|untuk|asal|bidang)[ ])\p{Ll}")
"""What makes the phrase before it, behind the name of a source and a comma, a subject."""
CLOSED = regex.compile(r"[.;)]|,(?![ ](?:dan|serta)[ ])|[ ]yang[ ]|\s*\Z|\n")
"""What follows a bare position that explains the name before it (*Baso, nelayan, …*), rather than begin a clause."""

_MANY = r"[Pp]ara|[Ss]eluruh|[Ss]emua|[Ss]etiap|[Tt]iap|[Ss]ejumlah|[Bb]eberapa|[Bb]anyak|puluhan|ratusan|ribuan|\d"
_OFFICE = (
    r"[Kk]antor|[Gg]edung|[Pp]eraturan|[Kk]eputusan|[Ii]nstruksi|[Ee]daran|[Rr]umah [Dd]inas|[Pp]iala|[Pp]endopo"
    r"|[Ii]stana|[Pp]emilihan|kursi|jabatan|posisi|pasangan|antar|menjadi"
)
MANY = regex.compile(rf"(?<!\p{{L}})(?:{_MANY}|dua|tiga|empat|lima)[ ]\Z")
"""What makes the position behind it a group."""
OFFICE = regex.compile(rf"(?<!\p{{L}})(?:{_OFFICE})[ -]\Z")
"""What makes the position behind it an office rather than its holder."""
_ADVERBS = r"[ ](?:(?:juga|pun|turut|kemudian|lalu|kembali|sempat|langsung|akan|telah|sudah)[ ])*+"
_ACTIVE = r"(?:me[mnlrwyng]|ber)\p{Ll}{3}"
_STATE_OF_AFFAIRS = r"memiliki|mempunyai|merupakan|menjadi|membawahi|berwenang|berhak|bertugas|berkewajiban"
AS_POST = regex.compile(r"(?<!\p{L})(?:dan|atau|sebagai|jadi|calon|selaku|bahwa|kepemimpinan|bernama|[/–—-])[ ]?\Z")
"""What makes the position behind it a post even where its holder is known (*maju* **sebagai** *Bupati*)."""
VERB = regex.compile(rf"[ ](?:itu|tersebut)(?!\p{{L}})|{_ADVERBS}(?:{_ACTIVE}|di\p{{Ll}}{{3}})")
"""What makes the position before it the subject of a clause."""
ACTIVE = regex.compile(rf"{_ADVERBS}(?!bersama|beserta){_ACTIVE}")
"""The same in the active voice, which a passive beside a speaker (*kata Ratna, Rektor dikutip Antara*) is not."""
ACTS = regex.compile(rf"{_ADVERBS}(?!{_STATE_OF_AFFAIRS}|bersama|beserta|berupa){_ACTIVE}")
"""What somebody did rather than what a post is for: *bupati* **meninjau**, not *bupati memiliki kewenangan*."""
_CUES = alternation(form for cue in read("cues", cues.Cue) for form in cue.forms)
_CLAUSAL = alternation(
    form for cue in read("cues", cues.Cue) if cue.complement not in ("marked", "none") for form in cue.forms
)
HELD = pattern(rf"[ ](?:itu|tersebut|(?:juga[ ]|pun[ ])?{_CLAUSAL})(?!\p{{L}})")
"""What makes the position before it, though in small letters, a person already named with it."""
SAID = pattern(rf"(?<!\p{{L}}){_CUES}[ ]\Z")
DEMONSTRATIVE = regex.compile(r"[ ](?:ini|itu|tersebut)(?!\p{L})")
"""What points back to somebody just named; behind `SAID`, even with a post that nobody was said to hold."""
POINTING_SUBJECT = regex.compile(rf"{DEMONSTRATIVE.pattern}(?=[ ]\p{{Ll}}){ACTIVE.pattern}")
"""The same as the subject of a clause."""
CLAUSE_OPENING = regex.compile(r"(?:\A|[,.!?”\"\n])[ ]?\Z")
TOLD = pattern(rf"(?<!\p{{L}})(?:{_CUES}|[Mm]enurut|kepada|oleh|[Ss]ang|ke)[ ]\Z")
"""What makes the position behind it a speaker or a person addressed."""
SINGLE = regex.compile(
    r"(?<!\p{L})(?:[Ss]eorang|[Ss]alah (?:satu|seorang)|[Ss]ang|[Kk]epada|[Oo]leh|ke|[Kk]ata|[Uu]jar)[ ]\Z"
)
"""What makes a position in small letters behind it one particular person's."""
OPENING = regex.compile(r"(?<=[.!?“”\"\n][ ]?)\Z|\A\Z")
CAPITAL_BEFORE = regex.compile(r"(\p{Lu}\p{L}*+)[ ]\Z")

OF_PERSON = frozenset(
    (
        "Kuasa Hukum",
        "Penasihat Hukum",
        "Pengacara",
        "Staf Khusus",
        "Ajudan",
        "Asisten Pribadi",
        "Sekretaris Pribadi",
        "Juru Bicara",
        "Orang Tua",
    )
)
"""Positions that a name behind them completes: *kuasa hukum Ratna, Bagus*."""
OF_BODY = frozenset(("Juru Bicara",))
"""Those of them that are a body's or a person's alike, so that a lone name behind them is the holder's."""
COLLECTIVE = frozenset(
    ("Aparatur Sipil Negara", "Pegawai Negeri Sipil", "Hubungan Masyarakat", "Perwakilan", "Kepala Daerah")
)
"""Positions that mean a group or an office unless a name stands beside them."""
