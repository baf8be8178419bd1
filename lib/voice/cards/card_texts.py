"""Fixed words of the cards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lib.plan.schema import STEP
from lib.plan.text.indonesian import listing, rupiah
from lib.voice.words.signs import STEPS_RULE

NOT_REPORTED = "– belum dilaporkan"
NOT_DUE = "belum jatuh tempo"
EVIDENCE = "Bukti dukung"
REACHED, WANTED = "tahap saat ini", "target"
VERIFIER_SAYS = "Catatan verifikasi"
NOTHING_WRITTEN = "Belum ada kendala, tindak lanjut, atau bukti dukung yang ditulis."
NOTHING_DEFINED = "Definisi, penanggung jawab, dan sumber datanya belum ditulis."


@dataclass(frozen=True, slots=True)
class CellText:
    """What a text cell says, whole, under its label."""

    label: str
    text: str


def told(label: str, cell: object) -> tuple[CellText, ...]:
    """Return a cell's text under its label; nothing for a blank."""
    return (CellText(label, cell),) if isinstance(cell, str) and cell.strip() else ()


def planned(years: Iterable[int]) -> str:
    return f"direncanakan {listing(map(str, years))}"


def budget(ceiling: float) -> str:
    return f"Pagu anggaran {rupiah(ceiling)}; realisasinya belum dilaporkan"


def step(number: int, words: str, is_reached: bool, is_wanted: bool) -> str:
    """Write a step of a rubric, and whether it is the one reached or wanted."""
    notes = [note for note, holds in ((REACHED, is_reached), (WANTED, is_wanted)) if holds]
    return f"{STEP} {number}: {words}" + f" ({', '.join(notes)})" * bool(notes)


def direction(falling: bool, stepped: bool) -> str:
    if stepped:
        return STEPS_RULE
    return "Arah: makin kecil makin baik." if falling else "Arah: makin besar makin baik."


def verified(until: object, result: str) -> str:
    return f"Diverifikasi sampai {until}: {result.lower()}"
