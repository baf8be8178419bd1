"""What the card of one indicator says: all its years, and how it is measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lib.plan import schema
from lib.plan.cell_rules import is_stepped
from lib.plan.figures.status import Light
from lib.plan.schema import Sheet
from lib.plan.standing import Standing
from lib.plan.text.rubric import steps_of
from lib.voice.cards import card_history, card_texts
from lib.voice.cards.card_history import Entry, VersionFacts
from lib.voice.cards.card_texts import CellText
from lib.voice.words.measures import achieved, measure
from lib.voice.words.signs import LIGHT_MARKS

_SHEET = Sheet.INDICATOR_PROGRESS
_TEXTS = ("definisi_operasional", "penanggung_jawab", "sumber_data", "catatan")


@dataclass(frozen=True, slots=True)
class StepFacts:
    """One step of a rubric."""

    text: str
    """Its number, what it is, and whether it is the one reached or wanted."""
    is_noted: bool
    """Whether it is either."""


@dataclass(frozen=True, slots=True)
class MeasureFacts:
    """One year of an indicator; `row` is its label in the plan's rows."""

    row: int
    year: int
    state: str
    target: str
    actual: str
    light: Light
    achieved: str
    """Capaian and predikat, or steps, with the light's sign; "" where nothing is computed."""
    reason: str
    """Why nothing is; "" where it is."""
    steps: tuple[StepFacts, ...]
    """The steps of its RUBRIK; () where it is not by steps."""
    evidence: object
    """The cell of its links."""
    source: str
    """Who reported it, when, in which version and cell; "" where nothing is, or nobody asks."""


@dataclass(frozen=True, slots=True)
class IndicatorFacts:
    """One indicator, as its card tells it."""

    code: str
    indicator: str
    place: str
    """Number and words of the program it is printed under."""
    years: tuple[MeasureFacts, ...]
    texts: tuple[CellText, ...]
    """How it is measured, said once where its years say the same."""
    direction: str
    history: tuple[VersionFacts, ...] | None
    """What became of it, newest first; None where that is not asked."""

    @property
    def is_told(self) -> bool:
        """Whether anybody wrote something about it."""
        return bool(self.texts) or any(isinstance(year.evidence, str) for year in self.years)


def facts(
    standing: Standing, code: str, entries: Sequence[Entry] | None = None
) -> IndicatorFacts | None:
    """Return what there is to tell of an indicator; None where the plan has none of that number.

    `entries` are what became of its row, newest first, as far as its card shall tell it.
    """
    table = standing.all_indicators
    table = table[table["no"] == code]
    if table.empty:
        return None
    rows: list[Any] = list(table.itertuples())
    return IndicatorFacts(
        code,
        rows[0].indikator,
        f"{code.partition('.')[0]}. {rows[0].program}",
        tuple(_year(label, row, entries) for label, row in zip(table.index, rows, strict=True)),
        tuple(text for name in _TEXTS for text in _said(rows, name)),
        card_texts.direction(rows[-1].arah == schema.DOWN, is_stepped(rows[-1].satuan)),
        None if entries is None else card_history.versions(entries, standing.plan),
    )


def _year(label: int, row: Any, entries: Sequence[Entry] | None) -> MeasureFacts:
    light = Light(row.lampu)
    said = achieved(row)
    return MeasureFacts(
        label,
        row.tahun,
        row.status.lower(),
        measure(row.target, row.satuan),
        measure(row.realisasi, row.satuan),
        light,
        f"{LIGHT_MARKS[light]} {said}" if said else "",
        row.alasan,
        steps(row.rubrik, row.realisasi, row.target) if is_stepped(row.satuan) else (),
        row.bukti_dukung,
        _source(entries, row, label),
    )


def steps(rubric: object, actual: object, target: object) -> tuple[StepFacts, ...]:
    """Write the steps of a RUBRIK, each with whether it is the one reached or wanted."""
    told = steps_of(rubric)
    noted = [(number == actual, number == target) for number in range(1, len(told) + 1)]
    return tuple(
        StepFacts(card_texts.step(number, words, *notes), any(notes))
        for number, (words, notes) in enumerate(zip(told, noted, strict=True), 1)
    )


def _source(entries: Sequence[Entry] | None, row: Any, label: int) -> str:
    reported = row.realisasi is not None and row.realisasi == row.realisasi
    if entries is None or not reported:
        return ""
    place = schema.address(_SHEET, "realisasi", label)
    return card_history.source(entries, "realisasi", row.tahun, place)


def _said(rows: Sequence[Any], name: str) -> tuple[CellText, ...]:
    """Return what a column says, each text once, with the years it stands in where not in all."""
    found: dict[str, list[str]] = {}
    for row in rows:
        cell = getattr(row, name)
        if isinstance(cell, str) and cell.strip():
            found.setdefault(cell.strip(), []).append(str(row.tahun))
    header = schema.column(_SHEET, name).header.capitalize()
    return tuple(
        CellText(header if len(years) == len(rows) else f"{header} {', '.join(years)}", cell)
        for cell, years in found.items()
    )
