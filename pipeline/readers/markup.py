"""Markdown and HTML marks that stay behind in exported text → plain text.

Only marks go, never words: a link keeps its text, an image goes with its caption's brackets, a block element becomes a
line of its own.

>>> plain('**KUDUS, HARIAN LENTERA** -- \\\\"Kami siap,\\\\" kata [Wahyu](https://contoh.example/wahyu).')
'KUDUS, HARIAN LENTERA -- "Kami siap," kata Wahyu.'
>>> plain("<p>Guru hadir.</p><p>Ia pulang.</p>")
'\\nGuru hadir.\\n\\nIa pulang.\\n'
"""

from __future__ import annotations

from html.entities import html5

import regex

_ENTITY = regex.compile(
    r"&(?:(?:amp|#0{0,4}38|#x0{0,4}26);)*+(?:(?P<name>[A-Za-z]{2,8});|#(?P<decimal>\d{1,7});|#[xX](?P<hex>[0-9A-Fa-f]{1,6});)?"
)
_BLOCK = "p|br|div|li|ul|ol|h[1-6]|hr|table|thead|tbody|tr|blockquote|figure|figcaption|section|article"
_INLINE = "a|b|i|u|s|em|strong|span|font|small|sup|sub|abbr|acronym|center|td|th|img|iframe|strike|mark"
_BLOCK_TAG = regex.compile(rf"</?(?:{_BLOCK})(?:\s[^<>\n]{{0,500}})?\s*/?>", regex.IGNORECASE)
_INLINE_TAG = regex.compile(rf"</?(?:{_INLINE})(?:\s[^<>\n]{{0,500}})?\s*/?>", regex.IGNORECASE)
_AUTOLINK = regex.compile(r"<(?P<url>https?://[^<>\s]{1,500})>")
_ATTRIBUTES = r"(?:\{[^{}\n]{0,200}\})?"
_TARGET = r"\((?:[^()\n]|\([^()\n]{0,200}\)){0,800}\)"
_IMAGE = regex.compile(rf"!\[[^\[\]\n]{{0,1000}}\]{_TARGET}{_ATTRIBUTES}")
_LINK = regex.compile(rf"\[(?P<text>[^\[\]\n]{{1,1000}})\]{_TARGET}{_ATTRIBUTES}")
_ESCAPE = regex.compile(r"\\(?P<mark>[!\"#$%&'()*+,./:;<=>?@\[\]^_`{|}~-])|\\+$", regex.MULTILINE)
_LINE_MARK = regex.compile(r"^(?:[ \t]*(?:#{1,6}[ \t]+|>[ \t]?))+", regex.MULTILINE)
_BOLD = regex.compile(r"\*{2,3}")
_ITALIC = regex.compile(r"(?<![\w*])\*(?P<text>[^\s*](?:[^*\n]{0,1000}[^\s*])?)\*(?![\w*])")
_UNDERLINED = regex.compile(r"(?<!\w)(?P<mark>__?)(?P<text>[^\s_](?:[^_\n]{0,1000}[^\s_])?)(?P=mark)(?!\w)")


def plain(text: str) -> str:
    """`text` without the marks of Markdown and HTML; what is no such mark stays as it is."""
    if "&" in text:
        text = _ENTITY.sub(_character, text)
    if "<" in text:
        text = _INLINE_TAG.sub("", _BLOCK_TAG.sub("\n", _AUTOLINK.sub(r"\g<url>", text)))
    if "](" in text:
        text = _LINK.sub(r"\g<text>", _IMAGE.sub("", text))
    if "\\" in text:
        text = _ESCAPE.sub(lambda escape: escape["mark"] or "", text)
    if "*" in text:
        text = _ITALIC.sub(r"\g<text>", _BOLD.sub("", text))
    if "_" in text:
        text = _UNDERLINED.sub(r"\g<text>", text)
    return str(_LINE_MARK.sub("", text)) if "#" in text or ">" in text else text


def _character(entity: regex.Match[str]) -> str:
    """The character that an HTML entity stands for, however often its ampersand was escaped; what is none stays."""
    if entity["name"]:
        return html5.get(f"{entity['name']};") or entity[0]
    if entity["decimal"] or entity["hex"]:
        code = int(entity["decimal"]) if entity["decimal"] else int(entity["hex"], 16)
        return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else entity[0]
    return "&" if len(entity[0]) > 1 else entity[0]
