"""The report's closing chapter: what a plan reached, and what becomes of it in the next."""

from __future__ import annotations

from collections.abc import Iterator

from lib.briefing import celltext
from lib.briefing.source import Briefing
from lib.briefing.word.paper import Paper
from lib.briefing.written_tables import WrittenTable, reached
from lib.plan.plan import Plan
from lib.plan.registers.continuation import GOING_ON, Continuation, counted, of_old
from lib.plan.registers.register_sheet import STOPPED
from lib.plan.standing import Standing
from lib.plan.text.indonesian import MISSING, listing
from lib.plan.text.names import short_names
from lib.voice.words import measures

HEADERS = ("No", "Kegiatan", "Yang dicapai", "Kelanjutan", "Kegiatan baru", "Alasan")
_WIDTHS = (1.5, 5, 4, 2.2, 4, 4)


def write(paper: Paper, briefing: Briefing) -> None:
    """Write one part for each plan that goes on with this one; nothing where none does."""
    if not briefing.after:
        return
    standing = briefing.standing
    paper.page(wide=True)
    paper.heading("Penutup rencana dan kelanjutannya")
    paper.say(
        f"Yang dicapai dibaca pada posisi {standing.position.label}. "
        f"{measures.headline(standing.measures, standing.indicator_year)}; setiap indikator "
        "ada di bab Indikator keberhasilan."
    )
    for plan in briefing.after:
        said = of_old(briefing.plan, plan)
        paper.heading(celltext.line(f"Rencana {plan.period}: {plan.title}"), 2)
        paper.say(" ".join(_sentences(said)))
        paper.table(table(standing, plan, said))


def _sentences(said: tuple[Continuation, ...]) -> Iterator[str]:
    """Say how many kegiatan have which fate, and name those that nobody has spoken of."""
    counts = (f"{count} {fate.lower()}" for fate, count in counted(said).items())
    yield f"Dari {len(said)} kegiatan: {listing(counts)}."
    if any(one.fate == STOPPED for one in said):
        yield "Alasan yang dihentikan ada di kolom terakhir."
    if rest := [celltext.line(one.code) for one in said if not one.fate]:
        yield f"Yang belum dipetakan: {listing(rest)}."


def table(standing: Standing, plan: Plan, said: tuple[Continuation, ...]) -> WrittenTable:
    """List the kegiatan of a plan with what each reached and what becomes of it in the next."""
    names, told = short_names(plan), reached(standing.due)
    rows = tuple(
        (
            celltext.line(one.code),
            celltext.line(one.text),
            told.get(one.code, MISSING),
            one.told,
            celltext.line(f"{one.new} {names.get(one.new, '')}")
            if one.fate in GOING_ON
            else MISSING,
            celltext.lines(one.reason) or MISSING,
        )
        for one in said
    )
    return WrittenTable(HEADERS, rows, _WIDTHS)
