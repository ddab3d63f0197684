"""Words of reported speech: the verbs that introduce what someone said, and the words around a quotation that tell what it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

CueClass = Literal["neutral", "assert", "claim", "deny", "admit", "ask", "hope", "warn"]
Complement = Literal["clause", "either", "marked", "none"]
WordKind = Literal["connective", "document", "human", "lookalike", "nominal", "occasion", "predicate", "title"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb (``cues.tsv``), with all its written forms except those in -nya.

    `lemma` is the stem that ``cue_lemma`` shows. `complement` says what may follow the verb when neither *bahwa* nor a comma marks a reported
    clause: ``clause`` (mostly a clause: *mengatakan dana cair*), ``either`` (a clause or a noun phrase: *menjelaskan tata cara*), ``marked``
    (a reported clause only when marked: *melanjutkan, …*, *melihat bahwa …*), ``none`` (stands beside a direct quote only: *pungkas*).
    """

    lemma: str
    cue_class: CueClass
    complement: Complement
    forms: tuple[str, ...]
    why: str
    example: str


@dataclass(frozen=True, slots=True)
class QuoteWord:
    """A word that tells something about a quotation next to it (``quote_words.tsv``).

    `kinds`, each a `WordKind`: ``connective`` (opens a sentence and is no part of what was said), ``document`` (states without speaking: *data*, *aturan*), ``human``
    (describes an unnamed source), ``lookalike`` (is shaped like a verb but is none: *berita*), ``nominal`` (takes a verb without making a
    clause: *upaya memperkuat*), ``occasion`` (opens the setting of a statement: *saat*), ``predicate`` (makes a clause finite: *akan*, *sudah*),
    ``title`` (stands before a title or a term in quotation marks: *bertajuk*).
    """

    word: str
    kinds: tuple[str, ...]
    example: str


FILES: dict[str, type] = {
    "cues": Cue,
    "quote_words": QuoteWord,
}
"""File stem in ``data/`` → entry class."""
