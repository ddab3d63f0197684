"""What stands between a role phrase and its holder, and between two role phrases of one holder.

>>> bool(AFTER_NAME.fullmatch(", ")), bool(AFTER_NAME.fullmatch(" selaku ")), bool(AFTER_NAME.fullmatch(" menemui "))
(True, True, False)
"""

from __future__ import annotations

import regex

STATUS = r"(?:(?:[Pp]l[th]|Pjs?)\.?|[Pp]enjabat|[Mm]antan|[Ee]ks|[Bb]ekas|[Cc]alon)[ ]"
BEFORE_NAME = regex.compile(
    r"(?:[ ]?,)?[ ]|[ ]?[–—-][ ]?|(?:[ ]?,)?[ ](?:yakni|yaitu|bernama|berinisial|atas nama|adalah|dijabat(?:[ ]oleh)?|dipegang)[ ]"
)
"""From the end of a phrase to the name of its holder."""
AFTER_NAME = regex.compile(
    r"(?:[ ]?,|[ ]\(\d{1,3}(?:[ ](?:tahun|thn))?\),?)?[ ]\(?(?:(?:selaku|sebagai|yang(?:[ ]kini)?(?:[ ]juga)?(?:[ ](?:merupakan|adalah|menjabat|menjadi))?|menjabat|dilantik|merupakan|adalah|juga)[ ])?"
    r"(?:sebagai[ ])?(?:seorang[ ]|salah satu[ ])?|[ ]?[–—-][ ]?"
)
"""From the end of a name to a phrase about its holder."""
CHAIN = regex.compile(
    r"[ ]?,?[ ](?:(?:yang[ ])?sekaligus|merangkap|yang juga|dan juga|serta)[ ](?:sebagai[ ]|menjabat[ ](?:sebagai[ ])?)?|[ ]?/[ ]?"
)
"""Between two phrases of one holder, whichever side the name is on."""
LIST = regex.compile(r",[ ](?:dan[ ])?|[ ](?:dan|serta)[ ]")
"""Between two phrases of one holder where the name came first, and between the phrases and names of a pair."""
GENERIC = regex.compile(
    r"(?<!\p{L})(?:[Pp]ara|[Ss]eluruh|[Ss]emua|[Ss]etiap|[Tt]iap|[Ss]ejumlah|[Bb]eberapa|[Bb]anyak|\d|ratusan|ribuan|puluhan|kantor|[Gg]edung|[Pp]eraturan|[Kk]eputusan|[Ii]nstruksi|[Ee]daran"
    r"|[Rr]umah [Dd]inas|[Pp]iala|[Pp]endopo|[Ii]stana|[Pp]emilihan|kursi|jabatan|posisi|pasangan|antar|tiga|dua|empat|lima|bagi|menjadi|[Kk]antor|se)[ -]\Z"
)
"""What makes the position behind it no particular person's."""
VERB = regex.compile(
    r"[ ](?:itu|tersebut)(?!\p{L})|[ ](?:(?:juga|pun|turut|kemudian|lalu|kembali|sempat|akan|telah|sudah)[ ])*(?:me[mnlrwyng]|ber|di)\p{Ll}{3}"
)
"""What makes the position before it the subject of a clause."""
TOLD = regex.compile(
    r"(?<!\p{L})(?:kata|ujar|ungkap|jelas|tutur|ucap|tegas|lanjut|imbuh|tambah|papar|terang|sebut|beber|tandas|[Mm]enurut|kepada|oleh|[Ss]ang|ke)[ ]\Z"
)
"""What makes the position behind it a speaker or a person addressed."""
OF_PERSON = frozenset(
    ("Kuasa Hukum", "Penasihat Hukum", "Pengacara", "Staf Khusus", "Ajudan", "Asisten Pribadi", "Sekretaris Pribadi")
)
"""Positions that a name behind them completes: *kuasa hukum Ratna, Bagus*."""
COLLECTIVE = frozenset(
    ("Aparatur Sipil Negara", "Pegawai Negeri Sipil", "Hubungan Masyarakat", "Perwakilan", "Kepala Daerah")
)
"""Positions that mean a group or an office unless a name stands beside them."""
SINGLE = regex.compile(
    r"(?<!\p{L})(?:[Ss]eorang|[Ss]alah (?:satu|seorang)|[Ss]ang|[Ss]i|[Kk]epada|[Oo]leh|ke|[Kk]ata|[Uu]jar)[ ]\Z"
)
"""What makes the position behind it one particular person's."""
