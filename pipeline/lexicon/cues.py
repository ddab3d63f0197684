"""Words of reported speech: the verbs that introduce what someone said, and the words around a quotation that tell
what it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

CueClass = Literal["neutral", "assert", "claim", "deny", "admit", "ask", "hope", "warn"]
Complement = Literal["always", "clause", "either", "finite", "marked", "none"]
Stem = Literal["postposed", "noun", "predicate", "both"]
WordKind = Literal[
    "body", "connective", "coordinator", "document", "event", "human", "lookalike", "nominal", "object", "occasion",
    "predicate", "preposition", "quality", "relation", "subordinator", "title",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb (``cues.tsv``), with all its written forms except those in -nya.

    `lemma` is the stem that ``cue_lemma`` shows.

    `complement` says what may follow the verb where neither *bahwa* nor a comma marks a reported clause: ``always`` (a
    clause: *mengatakan dana cair*), ``clause`` (mostly a clause: *menilai langkah itu tepat*), ``either`` (a clause or
    a noun phrase: *menjelaskan tata cara*), ``finite`` (a clause only where an auxiliary, a copula or a passive shows
    it: *menekankan mutu harus dijaga*), ``marked`` (a reported clause only when marked: *menyoroti, …*), ``none``
    (stands beside a direct quote only: *pungkas*).

    `stem` says how the bare stem is used where it is one of the forms: ``postposed`` (*…, kata Ratna*), ``noun`` (so
    too, but also an everyday noun: *pesannya*), ``predicate`` (*Ratna yakin …*), ``both`` (*minta*).
    """

    lemma: str
    cue_class: CueClass
    complement: Complement
    stem: Stem | None
    forms: tuple[str, ...]
    why: str
    example: str


@dataclass(frozen=True, slots=True)
class QuoteWord:
    """A word that tells something about a quotation near it (``quote_words.tsv``).

    `kinds`, each a `WordKind`:

    - ``connective`` opens a sentence and is no part of what was said; ``coordinator`` joins a second verb to a subject;
    - ``document`` states without speaking (*data*, *aturan*); ``human`` describes an unnamed source, which ``body``
      says is no single person (*pemerintah*, *keluarga*);
    - ``occasion`` opens the setting of a statement (*saat*); ``event`` is what it was made at (*konferensi pers*);
    - ``predicate`` makes a clause finite (*akan*, *sudah*), ``quality`` does so behind a demonstrative (*itu tepat*);
    - ``subordinator`` and ``nominal`` make the verb behind them nonfinite (*untuk memperkuat*, *upaya memperkuat*);
    - ``object`` shows a noun phrase where it follows a cue (*menyampaikan apresiasi*);
    - ``lookalike`` is shaped like a verb but is none (*berita*);
    - ``preposition`` bars the noun phrase behind it from being a subject; ``relation`` makes a name behind it that of
      somebody else (*istri Ratna*);
    - ``title`` stands before a title or a term in quotation marks (*bertajuk*).
    """

    word: str
    kinds: tuple[str, ...]
    example: str


FILES: dict[str, type] = {
    "cues": Cue,
    "quote_words": QuoteWord,
}
"""File stem in ``data/`` → entry class."""
