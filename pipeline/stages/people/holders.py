"""The holder of a role phrase: the name behind it, at once or after a comma.

In: the text and the phrase. Out: the `Run` that is the holder's name, or `None` where two readings are left.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.lexicon import regions
from pipeline.stages import phrases
from pipeline.stages.people import patterns as p
from pipeline.stages.people.evidence import FULL_NAME, heads_body, is_body, is_elsewhere
from pipeline.stages.people.model import Run
from pipeline.stages.people.runs import run_at
from pipeline.stages.phrases import steps

_NAMED_AFTER: frozenset[phrases.PartKind] = frozenset(("head", "number", "word", "bracket"))
"""The ends of a body's name behind which its place may follow."""


def holder(text: str, role: phrases.Phrase, starts: Sequence[int]) -> Run | None:
    """The name behind a role phrase, at once or after a comma."""
    step = p.STEP.match(text, role.end)
    run = run_at(text, step.end(), starts) if step else None
    if step is None or run is None:
        return None
    run = _with_common_word(text, role, run, step.end()) if run.is_partial else run
    if run.is_partial or run.start != step.end():
        return None
    if " yang " in step[0] and not (role.names_body or p.before(p.ONE_BEFORE, text, role.start)):
        return None
    if steps.explains_another(text, role.start, step[0]):
        return None  # siswa yang dikunjungi Bupati yakni Ratna
    if role.position.role_class == "lay" and run.is_bare and p.POINTED.match(text, run.end):
        return None
    if p.before(p.KIND_BEFORE, text, run.start) and role.end > role.parts[0].end:
        return None  # pemuda asal Provinsi Thanh Hoa
    if heads_body(text, run) or steps.is_said_of(text, role.start):
        return None  # pendiri Gates Foundation; Ratna sebagai Direktur Putra Sang Fajar
    if ":" in step[0] and not (text[role.start].isupper() and run.is_known):
        return None
    if role.parts[-1].kind == "bracket" and p.ARTICLE.match(run.words[0]):
        return None  # Pengurus Yayasan Pesantren Islam (YPI) Al-Azhar
    if is_body(text, run) or (run.start == run.name_start and is_elsewhere(text, run)):
        return None
    if p.NAMING.search(step[0]):
        return run
    if not run.is_known and " yang " not in step[0] and not _may_hold(text, role, run):
        return None
    if "," in step[0] and not _closes_apposition(text, role, run):
        return None
    if step[0] == " " and len(run.words) == 1 and run.is_bare and not _stands_alone(text, role, run):
        return None
    return run


def _with_common_word(text: str, role: phrases.Phrase, run: Run, at: int) -> Run:
    """`run` with the common noun between it and a post in a body, a given name too (**Juli** *Budi Wibowo*)."""
    word = text[at : run.start].rstrip()
    is_office = role.position.role_class in ("official", "institutional") and role.names_body
    is_ended = text[at - 2 : at] == ", " or role.closes_body
    is_name = run.is_bare and run.is_known and " " not in word and p.DERIVED.fullmatch(word) is None
    return Run(at, at, run.name_end, run.end, (word, *run.words)) if is_office and is_ended and is_name else run


def _stands_alone(text: str, role: phrases.Phrase, run: Run) -> bool:
    """Whether a single word right behind `role` is its holder rather than more of the body's name or field.

    Behind a post that a body completes it may be that body (*CEO* **Tesla**), behind a pupil's or worker's school or
    workplace its place (*siswa SDN 1* **Darmaji**), unless the holder speaks or has an age.
    """
    if p.AGE.match(text, run.end) or p.CUE_AFTER.match(text, run.end):
        return True
    if role.position.role_class in ("professional", "lay"):
        is_spoken = p.before(p.CUE_BEFORE, text, role.start) is not None
        return run.is_known and (is_spoken or role.parts[-1].kind not in _NAMED_AFTER)
    return run.is_known or not role.is_bare or role.position.takes not in ("unit", "organization")


def _may_hold(text: str, role: phrases.Phrase, run: Run) -> bool:
    """Whether an unproven run can hold `role`: *Guru* and *Warga* begin headlines, so they ask for more."""
    if role.position.role_class not in ("professional", "lay"):
        return True
    is_placed = any(text[part.start : part.end].strip() == "di" for part in role.parts if part.kind == "link")
    if is_placed or p.before(p.MANY_BEFORE, text, role.start):
        return False  # 12 siswa di Puskesmas Cibodas
    is_full = len(run.words) >= FULL_NAME
    if role.is_bare and is_full and p.before(p.ONE_BEFORE, text, role.start):  # salah seorang wali murid Yudeti Agus
        return True
    is_told = p.CUE_AFTER.match(text, run.end) or p.AGE.match(text, run.end)
    if role.is_bare:  # dokter Anggit Budiarto
        return is_full and role.position.role_class == "professional" and text[role.start].islower() and bool(is_told)
    return role.names_body or is_full or bool(is_told)


def _closes_apposition(text: str, role: phrases.Phrase, run: Run) -> bool:
    """Whether the run after a comma is the holder (*Bupati OKI, Supriyanto, …*) rather than the next thing named."""
    after = text[run.end : run.end + 1]
    if role.is_bare and text[role.start].islower():
        return run.is_known and after in (",", "(")
    is_office = role.position.role_class in ("official", "institutional") and not role.is_bare
    if not run.is_known and len(run.words) < FULL_NAME:
        is_short = run.words[0].isupper() or (after == "." and not is_office)
        if is_short or regions.lookup(run.words[0]):
            return False
    return p.CLOSES.match(text, run.end) is not None
