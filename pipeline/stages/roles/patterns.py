"""What stands between a role phrase and its holder, between two role phrases of one holder, and around a lone one.

>>> bool(AFTER_NAME.fullmatch(", ")), bool(AFTER_NAME.fullmatch(" selaku ")), bool(AFTER_NAME.fullmatch(" menemui "))
(True, True, False)
"""

from __future__ import annotations

import regex

from pipeline.lexicon import alternation, cues, read
from pipeline.lexicon.compiled import pattern
from pipeline.stages.phrases import steps

BEFORE_NAME = regex.compile(
    rf"{steps.CLAUSE}|{steps.CREDIT}|[ ]?[–—-][ ]?|{steps.OTHER}?+(?:[ ]?,)?[ ]"
    r"(?:(?:yakni|yaitu|bernama|berinisial|atas nama|adalah|dijabat(?:[ ]oleh)?|dipegang)[ ])?+"
)
"""From the end of a phrase to the name of its holder."""
_BEING = (
    r"merupakan|adalah|menjabat|menjadi|dilantik|dikukuhkan|diangkat|ditunjuk|dipercaya|terpilih|ditetapkan|bertugas"
    r"|(?:(?:saat ini|kini|sekarang|resmi|juga|pernah|sempat|telah|kembali|masih)[ ])++(?:menjabat|menjadi|dilantik"
    r"|dikukuhkan|diangkat|ditunjuk|dipercaya|terpilih|ditetapkan|bertugas)"
)
AFTER_NAME = regex.compile(
    r"(?:[ ]?,|[ ]\(\d{1,3}(?:[ ](?:tahun|thn))?\),?)?[ ]\(?"
    rf"(?:(?:selaku|sebagai|juga|yang(?:[ ]kini)?(?:[ ]juga)?(?:[ ](?:{_BEING}))?|{_BEING})[ ])?+"
    r"(?:sebagai[ ])?+(?:seorang[ ]|salah satu[ ])?+|[ ]?[–—-][ ]?"
)
"""From the end of a name to a phrase about its holder."""
CHAIN = regex.compile(
    r"[ ]?,?[ ](?:(?:yang[ ])?sekaligus|merangkap|yang juga|dan juga|serta)[ ]"
    r"(?:sebagai[ ]|menjabat[ ](?:sebagai[ ])?)?"
    r"|[ ]?/[ ]?"
)
"""Between two phrases of one holder, whichever side the name is on."""
LIST = regex.compile(r",[ ](?:dan[ ])?|[ ](?:dan|serta)[ ]")
"""Between two phrases of one holder where the name came first, and between the phrases and the names of a pair."""
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
VERB = regex.compile(
    r"[ ](?:itu|tersebut)(?!\p{L})"
    r"|[ ](?:(?:juga|pun|turut|kemudian|lalu|kembali|sempat|akan|telah|sudah)[ ])*+(?:me[mnlrwyng]|ber|di)\p{Ll}{3}"
)
"""What makes the position before it the subject of a clause."""
_CUES = alternation(form for cue in read("cues", cues.Cue) for form in cue.forms)
_CLAUSAL = alternation(
    form for cue in read("cues", cues.Cue) if cue.complement not in ("marked", "none") for form in cue.forms
)
HELD = pattern(rf"[ ](?:itu|tersebut|(?:juga[ ]|pun[ ])?{_CLAUSAL})(?!\p{{L}})")
"""What makes the position before it, though in small letters, a person already named with it."""
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
    )
)
"""Positions that a name behind them completes: *kuasa hukum Ratna, Bagus*."""
OF_BODY = frozenset(("Juru Bicara",))
"""Those of them that are a body's or a person's alike, so that a lone name behind them is the holder's."""
COLLECTIVE = frozenset(
    ("Aparatur Sipil Negara", "Pegawai Negeri Sipil", "Hubungan Masyarakat", "Perwakilan", "Kepala Daerah")
)
"""Positions that mean a group or an office unless a name stands beside them."""
