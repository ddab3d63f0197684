"""Reporting cues of what nobody said there: denied, wished, told to be done, about something said before.

In: the text, a cue and where its sentence begins. Out: whether nothing was said by it.

>>> from pipeline.stages.quotes.find import cues
>>> [unsaid(text, cues(text)[-1], 0) for text in ("Ia belum mengatakan", "Ia tak membantah", "Ia mengatakan")]
[True, False, False]
>>> text = "Warga diminta hadir dan memastikan"
>>> unsaid(text, cues(text)[-1], 0)
True
"""

from __future__ import annotations

import regex

from pipeline.stages.quotes.find import Hit

_NOT_DENIED = regex.compile(r"\b(?:tidak|tak)\s+(?:juga\s+)?$")
_NOT_SAID = regex.compile(
    r"\b(?:tidak|tak|belum|bukan|tanpa|enggan|jangan|untuk|guna|demi|akan|bisa|dapat|harus|perlu|ingin|hendak|siap|mampu|berhasil"
    r"|diperkirakan|diharapkan)"
    r"(?:\s+(?:pernah|bisa|mau|lagi))?\s+$"
)
_TOLD_TO = regex.compile(
    r"\b(?:diminta|diimbau|diharapkan|disarankan|dianjurkan|diwajibkan|wajib|harus|perlu)\b"
    r"[^,;:“”\"]*\s(?:dan|serta|atau)\s+$"
)
"""What somebody is told to do, of which a cue behind *dan* is the next (*warga diminta hadir dan memastikan …*)."""
_OBJECT_VOICE = regex.compile(r"(?!(?:me|di))\p{Ll}+kan")
"""A cue that is an order, or whose object stands before it (*pastikan*, *katakan*)."""
_ORDERED = regex.compile(r",\s+$|\b(?:[Hh]al|[Pp]ernyataan)\s(?:ini|itu|tersebut)\s(?:\p{L}+\s){1,3}$")


def unsaid(text: str, hit: Hit, start: int) -> bool:
    """Whether a cue in the sentence from `start` on is not said to have been uttered; *tidak membantah* says as much as
    *mengakui*.
    """
    before = (text, max(start, hit.start - 30), hit.start)
    if _OBJECT_VOICE.fullmatch(text, hit.start, hit.end) and _ORDERED.search(*before):
        return True
    denied_not = hit.form.entry.cue_class == "deny" and _NOT_DENIED.search(*before)
    return not denied_not and (_NOT_SAID.search(*before) or _TOLD_TO.search(text, start, hit.start)) is not None
