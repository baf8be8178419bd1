"""Sentences about a new plan's agencies: which known one a name means, which are new."""

from __future__ import annotations

from collections.abc import Sequence

from lib.service.sketches import NEW_AGENCY, QuestionKind
from lib.ui.escape import markdown
from lib.ui.words import new_plan_words


def same_as(answer: str) -> str:
    """Say which known agency an answer names."""
    return answer if answer == NEW_AGENCY else f"sama dengan {answer}"


SAID = {QuestionKind.AGENCY: new_plan_words.parties, QuestionKind.OFFICE: same_as}
"""How answers of a kind are said, where not as they stand."""


def new_agencies(names: Sequence[str]) -> str:
    """Say which agencies enter as new ones, and how to say otherwise."""
    return (
        f"{markdown('; '.join(names))}: belum dikenal dari rencana atau akun mana pun, jadi masuk "
        "sebagai perangkat daerah baru. Bila sudah dikenal dengan nama lain, pilih namanya di "
        "daftar isi yang terbaca dengan pasti."
    )
