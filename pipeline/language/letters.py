r"""Letters as character classes for patterns of `re`, which knows neither ``\p{Lu}`` nor ``\p{Ll}``.

In: nothing. Out: what stands between the brackets of a class: capitals and small letters, Latin, Greek and Cyrillic.

>>> import re
>>> re.findall(f"[{CAPITAL}][{SMALL}]+", "Élan Škoda, bukan SMP")
['Élan', 'Škoda']
"""

from __future__ import annotations

from unicodedata import category

_CASED = [chr(code) for code in range(0x530)]
CAPITAL = "".join(letter for letter in _CASED if category(letter) == "Lu")
SMALL = "".join(letter for letter in _CASED if category(letter) == "Ll")
