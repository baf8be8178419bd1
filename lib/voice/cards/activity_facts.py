"""What the card of one kegiatan says: its place, its years and quarters, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lib.plan import schema
from lib.plan.figures.status import Light, Status
from lib.plan.plan import Plan
from lib.plan.position import quarter_label
from lib.plan.schema import Sheet
from lib.plan.standing import Standing
from lib.plan.table_a import Level, extra_name, is_more_than_a_mark, mark_name
from lib.plan.text.indonesian import number, percent, rupiah
from lib.voice import concerns
from lib.voice.cards import card_history, card_texts
from lib.voice.cards.card_history import Entry, VersionFacts
from lib.voice.cards.card_texts import CellText, told
from lib.voice.words.sayings import sayings
from lib.voice.words.signs import LIGHT_MARKS, assumption

_SHEET = Sheet.ACTIVITY_PROGRESS


@dataclass(frozen=True, slots=True)
class QuarterFacts:
    """One quarter: what it aims at, and what was reported or why nothing was."""

    quarter: int
    target: str
    first_target: str
    """What was stated first, where the target was revised; else ""."""
    actual: str
    """"" where nothing is reported; `state` then says why."""
    light: Light
    state: str = ""
    source: str = ""
    """Who reported it, when, in which version and cell; "" where that is not asked."""

    @property
    def label(self) -> str:
        return quarter_label(self.quarter)

    @property
    def mark(self) -> str:
        """The light's sign; "" where nothing is computed."""
        return LIGHT_MARKS[self.light] if self.light is not Light.GREY else ""


@dataclass(frozen=True, slots=True)
class YearFacts:
    """One year of a kegiatan; `row` is its label in the plan's rows."""

    row: int
    year: int
    status: Status
    finding: str
    quarters: tuple[QuarterFacts, ...]
    notes: tuple[str, ...]
    """On its budget and its verification, as far as the cells tell."""
    texts: tuple[CellText, ...]
    evidence: object
    """The cell of its links."""
    verifier: tuple[CellText, ...]

    @property
    def is_told(self) -> bool:
        """Whether anybody wrote something about it."""
        return bool(self.texts or self.verifier or told("", self.evidence))


@dataclass(frozen=True, slots=True)
class ActivityFacts:
    """One kegiatan, as its card tells it."""

    code: str
    name: str
    place: str
    """Under which headings of table A it is printed; "" where under none."""
    activity: str
    """Its decreed words."""
    whose: str
    """Who carries it out, as printed, and for which years it is planned."""
    decreed: tuple[CellText, ...]
    """What the decree says of it beside: its extra columns, and when in a year."""
    years: tuple[YearFacts, ...]
    history: tuple[VersionFacts, ...] | None
    """What became of it, newest first; None where that is not asked."""


def facts(
    standing: Standing, code: str, entries: Sequence[Entry] | None = None
) -> ActivityFacts | None:
    """Return what there is to tell of a kegiatan; None where the plan has none of that code.

    `entries` are what became of its row, newest first, as far as its card shall tell it.
    """
    table = standing.all_activities
    table = table[table["no"] == code]
    if table.empty:
        return None
    rows: list[tuple[int, Any]] = list(zip(table.index, table.itertuples(), strict=True))
    first = rows[0][1]
    agencies = first.pihak_terlibat if isinstance(first.pihak_terlibat, str) else ""
    planned = card_texts.planned([row.tahun for _, row in rows])
    said = {(item.no, item.year): item for item in standing.delayed}
    years = (
        _year(standing, label, row, said.get((row.no, row.tahun)), entries) for label, row in rows
    )
    return ActivityFacts(
        code,
        first.nama,
        _place(standing.plan, code),
        first.kegiatan,
        f"{agencies} · {planned}",
        _decreed(standing.plan, code),
        tuple(years),
        None if entries is None else card_history.versions(entries, standing.plan),
    )


def _place(plan: Plan, code: str) -> str:
    path: dict[str, str] = {}
    for row in plan.program.to_dict("records"):
        if row["kode"] == code:
            break
        if row["tingkat"] != Level.ACTIVITY:
            path = {depth: name for depth, name in path.items() if depth < row["tingkat"]}
            top = row["tingkat"] == Level.FIRST and isinstance(row["no"], str)
            path[row["tingkat"]] = f"{row['no']} · {row['uraian']}" if top else row["uraian"]
    return " › ".join(path.values())


def _decreed(plan: Plan, code: str) -> tuple[CellText, ...]:
    """Return what table A prints of a kegiatan where years and agencies do not say it."""
    [row] = plan.program[plan.program["kode"] == code].to_dict("records")
    when = [
        CellText(f"{schema.PROGRAM_HEADERS[2]} {year}", printed)
        for year in plan.years
        if isinstance(printed := row[mark_name(year)], str) and is_more_than_a_mark(printed)
    ]
    others = (told(header, row[extra_name(header)]) for header in plan.extras)
    return (*when, *(one for found in others for one in found))


def _year(
    standing: Standing, label: int, row: Any, item: Any, entries: Sequence[Entry] | None
) -> YearFacts:
    quarters = tuple(
        _quarter(cell, _source(entries, cell, row.tahun, label))
        for cell in standing.quarters.loc[label].itertuples()
    )
    finding = concerns.what(item) if item else sayings(row)[0].partition(" ")[2].lower()
    texts = (
        *told(f"Kendala {row.tahun}", row.kendala),
        *told(f"{concerns.DECISION} {row.tahun}", row.perlu_keputusan),
        *told(f"Tindak lanjut {row.tahun}", row.tindak_lanjut),
    )
    return YearFacts(
        label,
        row.tahun,
        Status(row.status),
        finding,
        quarters,
        tuple(filter(None, (_budget(row), _verified(row)))),
        texts,
        row.bukti_dukung,
        told(f"{card_texts.VERIFIER_SAYS} {row.tahun}", row.catatan_verifikasi),
    )


def _source(entries: Sequence[Entry] | None, cell: Any, year: int, label: int) -> str:
    if entries is None:
        return ""
    column = schema.ACTUALS[cell.triwulan - 1]
    return card_history.source(entries, column, year, schema.address(_SHEET, column, label))


def _quarter(cell: Any, source: str) -> QuarterFacts:
    target = f"target {percent(cell.target)}{assumption(cell.asumsi and cell.triwulan < 4)}"
    first = percent(cell.target_awal) if cell.target_awal == cell.target_awal else ""
    if cell.realisasi != cell.realisasi:
        state = card_texts.NOT_REPORTED if cell.jatuh_tempo else card_texts.NOT_DUE
        return QuarterFacts(cell.triwulan, target, first, "", Light.GREY, state)
    actual, light = percent(cell.realisasi), Light(cell.lampu)
    return QuarterFacts(cell.triwulan, target, first, actual, light, source=source)


def _budget(row: Any) -> str:
    """Say what was spent of the budget, as far as the cells tell."""
    if row.realisasi_anggaran != row.realisasi_anggaran:
        known = row.pagu_anggaran == row.pagu_anggaran
        return card_texts.budget(row.pagu_anggaran) if known else ""
    spent = f"Realisasi anggaran {rupiah(row.realisasi_anggaran)}"
    if not row.pagu_anggaran > 0:
        return spent
    share = number(row.realisasi_anggaran * 100 / row.pagu_anggaran)
    return f"{spent} dari pagu {rupiah(row.pagu_anggaran)} ({share}%)"


def _verified(row: Any) -> str:
    """Say what a verifier found; "" where none looked."""
    if not isinstance(row.hasil_verifikasi, str):
        return ""
    return card_texts.verified(row.diverifikasi_sampai, row.hasil_verifikasi)
