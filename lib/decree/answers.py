"""What is wrong with an answer, before it is taken."""

from __future__ import annotations

from lib.decree.columns.schedule import EVERY_YEAR
from lib.decree.questions import Assumption, QuestionKind
from lib.decree.words import periods


def takes_other_words(asked: Assumption) -> bool:
    """Tell whether something else than the choices may be answered."""
    if asked.kind is QuestionKind.TIME:
        return EVERY_YEAR in asked.choices
    return asked.kind in (QuestionKind.AGENCY, QuestionKind.YEAR)


def problem(asked: Assumption, answer: str) -> str:
    """Say what is wrong with an answer, in a sentence; blank where it can be taken."""
    if answer and answer in asked.choices:
        return ""
    free = takes_other_words(asked)
    if not answer.strip():
        way = "Pilih salah satu, atau ketik jawabannya." if free else "Pilih salah satu."
        return f"“{asked.seen}” belum dijawab. {way}"
    if not free:
        return f"“{answer}” bukan pilihan untuk “{asked.seen}”. Pilih salah satu yang tersedia."
    if asked.kind is not QuestionKind.AGENCY and not periods.years_in(answer):
        return f"“{answer}” tidak menyebut tahun. Tulis misalnya 2025, atau 2025-2029."
    return ""
