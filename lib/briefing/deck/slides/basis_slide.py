"""Dasar hukum dan catatan data: the document's particulars, its oddities, how figures are read."""

from __future__ import annotations

from lib.briefing import annex
from lib.briefing.deck.drawing import flow
from lib.briefing.deck.drawing.figure_table import Heading
from lib.briefing.deck.drawing.flow import Passage
from lib.briefing.deck.drawing.stage import Stage
from lib.briefing.deck.theme import WIDTH
from lib.briefing.source import Briefing
from lib.plan.text.indonesian import MISSING
from lib.voice.words import document
from lib.voice.words.signs import ASSUMED, LIGHT_WORDS, SHARED, SOURCE, STEPS_RULE

_LEGAL = (Heading("Butir", 2.6), Heading("Isi", WIDTH - 2.6))
_DATA = (Heading("Tentang", 2.6), Heading("Catatan", WIDTH - 2.6))


def add(stage: Stage) -> None:
    """Add the slides of the document, then those of the notes."""
    plan = stage.standing.plan
    found = annex.particulars(plan).rows
    legal = [(Passage(str(item), True), Passage(str(text))) for item, text in found]
    if legal:
        notes = [f"{item.words}: {text.words}" for item, text in legal]
        flow.add(stage, "Dasar hukum", document.basis(plan), _LEGAL, legal, notes)
    rows = _rows(stage.briefing)
    notes = [f"{about.words}: {text.words}" for about, text in rows]
    flow.add(stage, "Catatan data", document.data_notes(len(annex.notes(plan))), _DATA, rows, notes)


def _rows(briefing: Briefing) -> list[tuple[Passage, Passage]]:
    lights = "; ".join(LIGHT_WORDS.values())
    found = [
        ("Sumber angka", f"Sel buku kerja yang diisi perangkat daerah, {briefing.label}."),
        ("Data contoh", briefing.mark),
        ("Data kosong", f"Tanda {MISSING} dan arsir berarti belum ada data, bukan nol."),
        ("Target triwulan", ASSUMED),
        ("Warna capaian", f"{lights}. {SOURCE}"),
        ("Indikator bertahap", STEPS_RULE if briefing.standing.measures.stepped else ""),
        ("Kegiatan-tahun", "Satu kegiatan pada satu tahun; yang Ditunda dihitung terpisah."),
        ("Angka terkunci", document.locked(briefing.plan)),
        ("Beberapa pihak", SHARED if briefing.standing.due["pihak"].map(len).gt(1).any() else ""),
    ]
    rows = [(Passage(about, True), Passage(text)) for about, text in found if text]
    notes = annex.notes(briefing.plan)
    return [*rows, *((Passage("Dokumen", True), Passage(text)) for text in notes)]
