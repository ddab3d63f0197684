"""What may stand between a role phrase and its holder, as the atoms of two stages' patterns.

>>> import regex
>>> bool(regex.fullmatch(CLAUSE, " yang ikut dirawat, ")), bool(regex.fullmatch(CREDIT, ": "))
(True, True)
"""

import regex

OTHER = r"(?:[ ](?:lainnya|lain|setempat|tersebut|itu)(?=,))"
"""*siswa kelas XII* **lainnya**, *Sobar*."""
CLAUSE = r"[ ]yang(?:[ ]\p{Ll}[\p{Ll}-]*+){1,8}?(?:,|[ ](?:adalah|ialah|yakni|yaitu|bernama))[ ]"
"""*salah satu siswi* **yang ikut dirawat,** *Veda*."""
CREDIT = r":[ ]"
"""*Editor***:** *Ratna Wibowo*."""
GLUED = r"(?<=\))(?=\p{Lu}\p{Ll})|(?<=[\p{L})]),(?=\p{Lu}\p{Ll})"
"""*Menteri Sosial (Mensos)* or a comma, the space behind it lost, *Ratna*."""
ONE = r"(?:[Ss]eorang|[Ss]alah (?:satu|seorang))[ ]"
"""What makes a group noun behind it one particular person's: **salah satu** *orang tua*."""
PERIOD = (
    r"(?:[ ](?:[Pp]eriode|[Mm]asa (?:[Jj]abatan|[Bb]akti))(?:[ ]tahun)?[ ]\d{4}[ ]?[-–/][ ]?\d{2,4}"
    r"(?=,|[ ]\p{Lu}))?+"
)
"""*Rektor Universitas Tadulako* **periode 2022–2026**, *Ratna*."""
_EXPLAINING = regex.compile(r"[ ](?:yakni|yaitu|adalah)[ ]\Z")
_AGENT = regex.compile(r"(?r)(?<!\p{L})yang[ ](?:\p{Ll}+[ ])?di\p{Ll}+[ ](?:oleh[ ])?")
_SAID_OF = regex.compile(r"(?r)\p{Lu}\p{L}+[ ](?:selaku|sebagai)[ ]")
_LOOK_BACK = 40


def is_said_of(text: str, start: int) -> bool:
    """Whether *selaku* or *sebagai* ties the phrase at `start` to the name before it, though another name follows.

    >>> is_said_of("Ratna selaku Direktur Putra Sang Fajar", len("Ratna selaku "))
    True
    """
    return _SAID_OF.match(text, max(0, start - _LOOK_BACK), start) is not None


def explains_another(text: str, start: int, step: str) -> bool:
    """Whether *yakni* in `step` explains whom the holder of the phrase at `start` did something to.

    >>> text = "siswa yang dikunjungi Bupati yakni Ratna"
    >>> explains_another(text, text.index("Bupati"), " yakni ")
    True
    """
    is_agent = _AGENT.match(text, max(0, start - _LOOK_BACK), start) is not None
    return is_agent and _EXPLAINING.search(step) is not None
