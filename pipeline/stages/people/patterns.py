"""Patterns of the people stage, composed from the lexicon: the named groups carry the parts of a name.

>>> match = NAMED.search("kata Dra. Ohorella Erma, M.Ikom., di Palembang")
>>> match["before"], match["name"], match["after"]
('Dra. ', 'Ohorella Erma', ', M.Ikom.')
"""

from __future__ import annotations

import regex

from pipeline.lexicon import alternation, cues, names, posts, read, regions, times
from pipeline.lexicon.compiled import pattern, plain
from pipeline.lexicon.trie import BEFORE, of_atoms
from pipeline.stages.phrases import patterns as phrases
from pipeline.stages.phrases import steps

REGION = plain(regions.REGION_PATTERN)
ORGANIZATION = plain(posts.ORGANIZATION_PATTERN)
HEAD = plain(posts.HEAD_PATTERN)

_LOOK_BACK = 40
"""Characters before a name that are read."""
SPACE = r"[ \u00a0\u202f]"
END = r"(?![\p{L}\p{N}])"
_LETTERS = r"[\p{Ll}\p{M}]"
_QUOTE = r"['’‘`ʼ]"


def _titles(*kinds: str) -> str:
    return alternation(form for title in names.TITLES if title.kind in kinds for form in title.forms) + END


_WITH_DOTS = frozenset({"M.D."})
"""Degrees that are initials of a name where they have no full stops (*Mahfud MD*)."""


def _dotless(degree: str) -> list[str]:
    """A degree's letters with its full stops and inner spaces optional: ``S.Pd.`` → ``S\\.?[ ]?Pd``."""
    full_stop = r"\." if degree in _WITH_DOTS else r"\.?[ ]?"
    return [full_stop if letter == "." else letter for letter in degree.rstrip(".")]


_KOREAN = (
    r"(?:ah|bin|chul|eun|ha|hee|ho|hoon|hwan|hye|hyuk|hyun|il|in|jin|jong|joo|joon|ju|jun|ki|kyu|kyun|kyung|min|myung|nam"
    r"|rim|sik|soo|su|suk|sung|taek|un|won|woo|wook|ya|yeol|yeon|yong|young)"
)
"""The second syllable of Korean given names."""
WORD = (
    rf"(?:\p{{Lu}}{_QUOTE}(?=\p{{L}}\p{{Ll}}))?+\p{{Lu}}{_LETTERS}++(?:\p{{Lu}}{_LETTERS}++)*+"
    rf"(?:{_QUOTE}\p{{L}}{_LETTERS}*+)*+(?:-(?:\p{{Lu}}{_LETTERS}++|{_KOREAN}{END}))*+{END}"
)
"""A capitalised word of a name: *Ratna*, *Mu’ti*, *McKay*, *Al-Hafiz*, *Tae-yong*; no reduplication (*Anak-anak*)."""
_PAIR = rf"(?!(?:RI|UI|PT|PP|RS|RT|RW|SD|TK|AS|BI|DI|UU|TV|FC|FA|AI|PM){END})\p{{Lu}}{{2}}"
_TWO_CAPITALS = rf"{_PAIR}(?={SPACE}\p{{Lu}}\p{{Ll}})"
LAST_INITIALS = regex.compile(rf"{SPACE}{_PAIR}(?={SPACE}\p{{Ll}}|[,.;:)”\"’'\n]|\Z)")
"""What a name may end with (*Mahfud* **MD**)."""
_SHORTENED = r"(?:Moh|Muh|Mohd|Moch|Mochd|Much|Abd|Ach|Akh|Nurh|St|Th|Chr|Yoh)\."
INITIALS = (
    rf"(?:\p{{Lu}}\.(?:{SPACE}?\p{{Lu}}\.){{0,4}}+(?:\p{{Lu}}(?=[,;]))?|\p{{Lu}}{END}|{_TWO_CAPITALS}|{_SHORTENED})"
)
CAPITALS = rf"\p{{Lu}}{{2,}}(?:['’]\p{{Lu}}++)?+{END}"
PARTICLE = (
    alternation(["bin", "binti", "van", "von", "der", "den", "de", "la", "el", "al", "ibn", "ibnu", "dos", "da"]) + END
)
ORDINAL = rf"(?:(?:II|III|IV|VI{{1,3}}|IX|XI{{1,3}}|XIV|XV|XVI){END}|X(?=,|\.(?:\s|\Z)|[ ]\p{{Ll}}))"
NICKNAME = rf"[“\"'‘(]{WORD}(?:{SPACE}{WORD})?[”\"'’)](?={SPACE}\p{{Lu}})"

_KNOWN = of_atoms(_dotless(degree.written) for degree in names.DEGREES)
_DOTTED = (
    rf"(?:(?:[SMABD]|Sp|Ph|LL|Ed)\.(?:{SPACE}(?=\p{{Lu}}\p{{Ll}}?(?!\p{{L}})))?|Dr\.)"
    r"\p{Lu}\p{L}{0,5}(?:\.\p{Lu}?\p{L}{0,5})*+"
)
"""An unlisted degree; a space within it only before a short piece, since *Ratna, Dr. Joko* are two persons."""
_MADRASAH = rf"MA{SPACE}(?!Ph|Lc)\p{{Lu}}\p{{Ll}}"  # *MA Nurul Iman* is a school
_INITIAL = regex.escape("".join(sorted({degree.written[0] for degree in names.DEGREES} | set("SMABDPLE"))))
DEGREE = (
    rf"(?=[{_INITIAL}])(?!{_MADRASAH})(?:{_KNOWN}{END}\.?|{_DOTTED}{END}\.?)"
    rf"(?:{SPACE}?\([\p{{L}}.]{{1,8}}\)|-\p{{Lu}}{{2,5}}{END})?"
)
AFTER_NAME = rf"(?:(?:{SPACE}?,{SPACE}*+|{SPACE}){DEGREE})++"

_BEFORE_DEGREE = rf"\p{{Lu}}{{2}}(?=,{SPACE}?{DEGREE})"
"""Two last initials, whatever else these mean: *Yenny* **AS***, S.H.*"""
_NEXT_WORD = rf"(?:{PARTICLE}{SPACE})*+(?:{WORD}|(?!{DEGREE})(?:{INITIALS}|{_BEFORE_DEGREE}))"
NAME = rf"(?:{INITIALS}{SPACE}?){{0,4}}+{WORD}(?:{SPACE}(?:{ORDINAL}|{_NEXT_WORD}|{NICKNAME})){{0,9}}+"
CAPITAL_NAME = rf"(?:{INITIALS}{SPACE}?){{0,4}}+{CAPITALS}(?:{SPACE}(?:{CAPITALS}|{INITIALS})){{1,6}}+"

CORPS = rf"\(?{_titles('corps')}\.?\)?"
_RANKS = _titles("rank")
RANK = rf"{_RANKS}\.?(?:{SPACE}\({_RANKS}\.?\))?(?:{SPACE}?{CORPS}){{0,4}}+"
TITLE = _titles("honorific", "religious", "academic")
BEFORE_NAME = rf"(?:(?:{RANK}|{TITLE})(?:\.,?)?{SPACE}*+){{0,8}}+"
"""Titles and ranks in a row, with the space behind them; eight at most, as a row is tried from each of its members."""

_SMALL = alternation(form for title in names.TITLES for form in title.forms if not form[0].isupper())
_START = rf"(?=\p{{Lu}}|{_SMALL})"
"""Said ahead, since most words begin neither a title nor a name."""
_NOT_INSIDE = r"(?:(?<!\p{L}-)|(?<=\.(?:com|id|net)-))(?<!\bof[ ])"
"""A name does not begin within a longer one (*K-Popers*, *House of Rattan*), but behind a site's (*NET.com-Ratna*)."""
NAMED = pattern(
    rf"{BEFORE}{_NOT_INSIDE}{_START}(?P<before>{BEFORE_NAME})(?P<name>{NAME}|{CAPITAL_NAME})(?P<after>{AFTER_NAME})?+"
)
BEGINNING = pattern(rf"{BEFORE}(?:\p{{Lu}}\p{{L}}*+|{_SMALL})")
"""A word with which a match of `NAMED` may begin."""
_TITLE_WORDS = {form.casefold().rstrip(".").split()[0] for title in names.TITLES for form in title.forms}
NO_NAMES = names.NO_NAMES - _TITLE_WORDS
"""Capitalised words that are neither names nor begin a title, without regard to case."""
LONE = regex.compile(rf"[.!?:;)”\"\n]|\Z|,?[ ](?!{_SMALL}|{PARTICLE})[\p{{Ll}}\d]")
"""What may follow a word with which a match of `NAMED` would end, too."""
TITLE_IN = pattern(rf"(?P<rank>{RANK})|(?P<title>{TITLE}\.?)")
is_compound = phrases.is_compound
NAME_WORD = regex.compile(rf"{WORD}|{CAPITALS}")
INITIALS_AT = regex.compile(INITIALS)
CAPITAL_WORD = regex.compile(rf"(?<![\p{{L}}\p{{N}}]){CAPITALS}|(?<![\p{{L}}\p{{N}}])\p{{Lu}}(?:\.\p{{Lu}})*+{END}")

_CUES = read("cues", cues.Cue)
_ALL_CUES = alternation([*(form for cue in _CUES for form in cue.forms), "menurut", "Menurut"], backwards=True)
_CLAUSAL = alternation(form for cue in _CUES if cue.complement not in ("marked", "none") for form in cue.forms)
CUE_BEFORE = pattern(rf"(?r)(?<![\p{{L}}\p{{N}}]){_ALL_CUES}{SPACE}")
CUE_AFTER = pattern(rf"{SPACE}(?:(?:juga|pun|kemudian|lalu|turut|kembali|sendiri){SPACE})?{_CLAUSAL}{END}")
AGE = regex.compile(rf"{SPACE}\(\d{{1,3}}(?:{SPACE}(?:tahun|thn|th))?\)")
STEP = pattern(
    rf"{steps.CLAUSE}|{steps.CREDIT}|{steps.GLUED}|{SPACE}?[–—-]{SPACE}?|{steps.PERIOD}{steps.OTHER}?+(?:{SPACE}?,)?{SPACE}"
    rf"(?:(?:yakni|yaitu|bernama|atas nama|adalah|dijabat(?:{SPACE}oleh)?){SPACE})?+"
)
"""From a role phrase to its holder."""
ARTICLE = regex.compile(r"A[lnrstdzf][a-z]?-")
"""The Arabic article, with which the names of schools begin."""
NAMING = regex.compile(r"[ ](?:bernama|atas nama)[ ]\Z")
"""What leaves no doubt that a name follows."""
CLOSED = pattern(rf",|\.(?!\p{{L}})|{SPACE}\(\d{{1,3}}[ )]|{CUE_AFTER.pattern}")
"""What shows that a holder's name ends, so that a common word in it is a part of it (*Pramono* **Hari** *Adi,*)."""
CLOSES = regex.compile(r"[,.]|[ ][(\p{Ll}]|\s*\Z|\n")
"""What follows a holder that stands behind a comma."""
ENDS = regex.compile(rf"[,.;:)]|{SPACE}[(\p{{Ll}}]")
"""What follows a name inside a sentence."""
APPOSITION = regex.compile(
    rf"(?:{SPACE}?,{SPACE}++|{SPACE}\(?|{SPACE}?[-–—]{SPACE}?)"
    r"(?:(?:selaku|sebagai|yang juga|yang menjabat|yang kini|menjabat|juga)[ ](?:adalah[ ]|menjabat[ ])?)?+"
    r"(?:seorang[ ]|salah (?:satu|seorang)[ ])?+"
)
"""From a name to the role phrase that explains it."""
AND = regex.compile(r"(?r)(?:,[ ](?:dan[ ])?|[ ](?:dan|serta|bersama)[ ])(?:\d{1,2}[.)][ ])?")
PLACED = regex.compile(r"(?r)(?<!\p{L})(?:di|ke|wilayah|kawasan|daerah|kecamatan|Kecamatan|distrik|kota)[ ]")
"""What makes the capitalised words behind it a place."""
KIND_BEFORE = regex.compile(r"(?r)(?<!\p{L})(?:Provinsi|Kabupaten|Kecamatan|Kelurahan|Desa|Dusun)[ ]")
"""What makes the name behind a role phrase that ends in it a place's."""
RELATED = regex.compile(
    r"(?r)(?<!\p{L})(?:(?:istri|suami|anak|putr[ai]|ayah|ibu|adik|kakak|rekan|sahabat|sosok|almarhum(?:ah)?|mendiang)(?:nya)?"
    r"|oleh|bernama|kepada|bersama)(?:,)?[ ]"
)
"""What makes the capitalised words behind it a person."""
GENDERED = regex.compile(
    r"(?r)(?<!\p{L})(?:(?P<female>(?:mahasi|si)swi|santriwati|(?:istri|ibu|putri)nya)"
    r"|(?P<male>santriwan|(?:suami|ayah|bapak|putra)nya))(?:,?[ ]bernama)?,?[ ]",
    regex.IGNORECASE,
)
"""A noun before a name that states the bearer's gender; *istri Bagus* does not, as Bagus is the husband."""
ONE_BEFORE = regex.compile(rf"(?r)(?<!\p{{L}}){steps.ONE}")
MANY_BEFORE = regex.compile(r"(?r)(?:(?<!\p{L})(?:[Pp]ara|[Jj]umlah|sejumlah|beberapa|puluhan|ratusan|ribuan)|\d)[ ]")
WORD_BEFORE = regex.compile(r"(?r)([\p{L}\p{N}]+)([.)]?)[ ]")
NEXT_WORD = regex.compile(r"[ ](\p{Lu}[\p{L}]++)")
POINTED = regex.compile(r"[ ](?:ini|itu|tersebut)(?!\p{L})")
"""What follows a group noun and its place (*warga Kelurahan Depok Jaya* **ini**) rather than a name."""
YEAR_BEFORE = regex.compile(r"(?r)\d{3,4}[ ]")
"""What makes the *H.* behind it an era: *1446 H.*"""

_WITHHELD = r"(?P<name>\p{Lu}(?:\.?\p{Lu}){0,3})(?![\p{L}\p{N}])\.?(?:[ ]\(\d{1,3}(?:[ ]tahun)?\))?"
INITIALED = regex.compile(
    rf"inisial[ ]{_WITHHELD}(?:(?:,[ ]|,?[ ](?:dan|serta|sedangkan|sementara|bersama)[ ]){_WITHHELD})*+"
)
"""Persons whose names the text withholds: *siswa berinisial* **RA** *dan* **MF**."""
_ACCUSED = r"(?P<name>(?!(?:DPO|KPK|RI|I{1,3}|IV|WNI|WNA|TNI|ASN|PNS)(?!\p{L}))\p{Lu}{2,3})(?![\p{L}\p{N}])"
ACCUSED = regex.compile(
    rf"(?<!\p{{L}})(?:[Tt]ersangka|[Tt]erdakwa|[Tt]erlapor|[Pp]elapor|[Ss]audar[ai])[ ]{_ACCUSED}"
    rf"|(?:menetapkan|penetapan)[ ]{_ACCUSED}(?=,[ ]\p{{Ll}}|[ ]sebagai[ ]tersangka)"
)
"""The same without *inisial*: *tersangka* **AI**."""
AGED_INITIALS = regex.compile(
    r"(?<![\p{L}\p{N}(])(?P<name>\p{Lu}{2,3})[ ]\(\d{1,2}(?P<years>[ ]tahun)?\)(?P<comma>,[ ])?"
)
"""The same without *inisial*, in a text that has used it, with *tahun*, or before a role phrase."""
SHORT_BODY = pattern(
    r"(?:Forko|Pemko|Rakor|Raker|Kem(?:en|d|k|ri)\p{Ll}{2}|Pem(?:kot|kab|prov|da|des)|Pol(?:res|sek|da|tabes|resta|restabes)"
    r"|Di[sn](?:dik|kes|nak|hub|kom|sos|par|por|perin|naker|tan)|Kan(?:wil|kemenag)|Bawas|Dit(?:jen|res|lan|re)"
    r"|Sat(?:gas|res|lan|pol)|Mendik|Menko(?:[mp]|\Z)|Wamen|Jam(?:pid|was|bin|intel)|Ka(?:sat|ops|kan)|Waka(?:sat|pol)"
    r"|Dir(?:tipid|reskrim|dik|lantas|intel)|Resmob)\p{L}*"
)
"""Contractions that name bodies, not persons: *Kemenkes*, *Dindikbud*."""
_DATES = [*read("weekdays", times.Weekday), *read("months", times.Month)]
DATED = regex.compile(alternation(entry.name for entry in _DATES))
"""Days and months, which follow names."""
GLUED = regex.compile(r"(?P<other>\p{Lu}\p{Ll}{2,})(?:\p{Lu}\p{Ll}{2,})*?(?=(?P<last>\p{Lu}\p{Ll}{2,})(?!\p{L}))")
"""Words whose space was lost: *Bupati***Ratna**."""
_STUCK = (
    r"saat|tiba|resmi|pada|yang|untuk|dalam|dengan|atau|alias|sebagai|selaku|kepada|ketika|usai|setelah|sebelum|sempat|karena|juga"
    r"|akan|telah|sudah|tidak|bersama|sampai|hingga|memang|turut|kembali|dkk|di\p{Lu}\p{L}+|mem\p{Ll}{4,}|men[cdgjty]\p{Ll}{4,}"
)
STUCK = regex.compile(rf"(?P<name>\p{{Lu}}[\p{{Ll}}'’]{{2,}}?)(?:{_STUCK}|-(?P<other>\p{{Lu}}\p{{Ll}}+))")
"""A name that lost its space before a small word (**Hafid***saat*), or two joined (**Ratna***-Bagus*)."""
DERIVED = regex.compile(
    r"Ber\p{Ll}{4,}|Ter\p{Ll}{4,}|Di\p{Ll}{5,}|Me(?:m|n|ng|ny)\p{Ll}{4,}|(?:Pe|Ke)\p{Ll}{3,}an|\p{Lu}\p{Ll}{2,}nya"
)
"""Shapes of derived words, which begin sentences and are hardly names."""


def before(backwards: regex.Pattern[str], text: str, at: int) -> regex.Match[str] | None:
    """The match of a pattern that reads backwards from `at`."""
    return backwards.match(text, max(0, at - _LOOK_BACK), at)
