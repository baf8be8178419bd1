"""Tables of report and offline copy as text, each cell written once for both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from lib.briefing import celltext
from lib.plan import schema
from lib.plan.cell_rules import is_stepped
from lib.plan.figures.attention import Attention
from lib.plan.figures.status import Light, Status
from lib.plan.plan import Plan
from lib.plan.position import quarter_label
from lib.plan.registers.directives import Directive
from lib.plan.standing import Part
from lib.plan.text.indonesian import MISSING, listing, number, percent
from lib.plan.text.names import short_names
from lib.voice import concerns
from lib.voice import directive_words as voice
from lib.voice.cards import indicator_facts
from lib.voice.key_figures import KeyFigure
from lib.voice.words.counting import done_of, filled_of, mean_of
from lib.voice.words.measures import measure, steps
from lib.voice.words.sayings import unreported
from lib.voice.words.signs import assumption, marked

Cell = str | tuple[str, ...]
"""A text, or http(s) addresses."""


@dataclass(frozen=True, slots=True)
class WrittenTable:
    """Headers and rows of text; `widths` are shares, `strong` the rows that head others."""

    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    strong: frozenset[int] = frozenset()


def figures(found: Iterable[KeyFigure]) -> WrittenTable:
    """List the five figures."""
    rows = tuple((one.label, one.value, one.note) for one in found)
    return WrittenTable(("Ukuran", "Nilai", "Keterangan"), rows, (4, 3, 5))


def results(activities: pd.DataFrame) -> WrittenTable:
    """Write rows of `status.activity_status`: target, realisasi, capaian and what was told."""
    text, links = celltext.lines, celltext.links
    rows = tuple(
        (
            celltext.line(row["no"]),
            f"{celltext.line(row['kegiatan'])}\n{', '.join(map(celltext.line, row['pihak']))}",
            str(row["tahun"]),
            _target(row),
            _actual(row),
            _achieved(row["capaian"], row["lampu"]),
            _status(row),
            text(row["kendala"]) or MISSING,
            text(row["tindak_lanjut"]) or MISSING,
            links(row["bukti_dukung"]) or MISSING,
        )
        for row in activities.to_dict("records")
    )
    return WrittenTable(RESULT_HEADERS, rows, (1.5, 5, 1.5, 1.9, 2.1, 1.9, 2.6, 3.6, 3.6, 3))


RESULT_HEADERS = (
    "No",
    "Kegiatan dan pihak terlibat",
    "Tahun",
    "Target",
    "Realisasi",
    "Capaian",
    "Status",
    "Kendala",
    "Tindak lanjut",
    "Bukti dukung",
)


def reached(activities: pd.DataFrame) -> dict[str, str]:
    """Write by KODE what each kegiatan has reached in its years, one year on a line."""
    found: dict[str, list[str]] = {}
    for row in activities.to_dict("records"):
        words = f"{row['tahun']}: {_actual(row)}, {marked(Status(row['status']))}"
        found.setdefault(row["no"], []).append(words)
    return {code: "\n".join(lines) for code, lines in found.items()}


def _target(row: Any) -> str:
    return percent(row["target"]) + assumption(row["asumsi"])


def _actual(row: Any) -> str:
    """Write realisasi, with its quarter where later ones have ended."""
    quarter = f" ({quarter_label(row['realisasi_tw'])})" if row["realisasi_tw"] else ""
    return percent(row["realisasi"]) + (quarter if row["realisasi_tw"] < row["berakhir"] else "")


def _achieved(capaian: float, light: str) -> str:
    return percent(capaian) if light == Light.GREY else f"{percent(capaian)} ({light})"


def _status(row: Any) -> str:
    status = Status(row["status"])
    owed = unreported(row["berakhir"], row["belum_lapor"])
    shown = marked(status)
    return f"{shown}\n{owed}" if owed else shown


def agencies(parts: Iterable[Part]) -> WrittenTable:
    """Write the sums per perangkat daerah."""
    rows = tuple(
        (
            celltext.line(part.code),
            done_of(part.sums),
            str(part.sums.counts[Status.LATE]),
            str(part.sums.counts[Status.NO_DATA]),
            mean_of(part.sums),
            f"{filled_of(part.sums)} ({percent(part.sums.compliance, 0)})",
            f"{part.sums.evidenced} dari {part.sums.done}",
        )
        for part in parts
    )
    headers = (
        "Perangkat daerah",
        "Selesai",
        "Terlambat",
        "Belum ada data",
        "Rata-rata realisasi",
        "Laporan triwulan masuk",
        "Selesai dan berbukti",
    )
    return WrittenTable(headers, rows, (4, 2, 2.3, 2, 2.2, 3, 2.2))


def _reached(row: Any) -> str:
    """Write a capaian with its light, or the step reached of the one wanted."""
    if row["bertahap"]:
        return f"{steps(row['realisasi'], row['target'])} ({row['lampu']})"
    return _achieved(row["capaian"], row["lampu"])


def _told(row: Any) -> Iterator[str]:
    """Say why an indicator's figures tell nothing, and what its steps reached and wanted are."""
    if row["alasan"]:
        yield row["alasan"]
    if is_stepped(row["satuan"]):
        found = indicator_facts.steps(row["rubrik"], row["realisasi"], row["target"])
        yield from (celltext.line(step.text) for step in found if step.is_noted)


def indicators(measured: pd.DataFrame) -> WrittenTable:
    """Write rows of `indicator_state.indicator_status`."""
    rows = tuple(
        (
            celltext.line(row["no"]),
            celltext.line(row["indikator"]),
            str(row["tahun"]),
            celltext.line(measure(row["target"], row["satuan"])),
            celltext.line(measure(row["realisasi"], row["satuan"])),
            MISSING if is_stepped(row["satuan"]) else celltext.line(row["arah"]) or schema.UP,
            _reached(row),
            row["predikat"] if isinstance(row["predikat"], str) else MISSING,
            "\n".join((row["status"], *_told(row))),
            celltext.lines(row["catatan"]) or MISSING,
            celltext.links(row["bukti_dukung"]) or MISSING,
        )
        for row in measured.to_dict("records")
    )
    headers = ("No", "Indikator", "Tahun", "Target", "Realisasi", "Arah", "Capaian", "Predikat",
               "Status", "Catatan", "Bukti dukung")  # fmt: skip
    return WrittenTable(headers, rows, (1.2, 5.2, 1.6, 2, 2, 1.4, 2, 2, 3.6, 3, 2.6))


def decisions(items: Iterable[Attention]) -> WrittenTable:
    """Write the kegiatan-years that wait for somebody's decision, as they come."""
    rows = tuple(
        (
            item.decision,
            celltext.line(f"{item.no} {concerns.called(item)}"),
            celltext.line(listing(item.agencies)) or MISSING,
            celltext.line(concerns.what(item)),
            celltext.lines(item.obstacle) or MISSING,
            celltext.lines(item.follow_up) or MISSING,
        )
        for item in items
    )
    headers = ("Diminta dari", "Kegiatan", "Perangkat daerah", "Keadaan", "Kendala",
               "Tindak lanjut")  # fmt: skip
    return WrittenTable(headers, rows, (2.4, 3, 2.8, 2.8, 3, 3))


def directives(found: Iterable[Directive], plan: Plan, day: date) -> WrittenTable:
    """Write instructions of meetings as they stand on a day."""
    names = short_names(plan)
    rows = tuple(
        (
            celltext.line(one.no),
            celltext.lines(f"{one.words}\n{voice.origin(one)}"),
            celltext.line(f"{one.activity} {names.get(one.activity, '')}") or MISSING,
            celltext.line(voice.who(one)),
            voice.until(one, day).removeprefix("tenggat "),
            one.status,
            celltext.lines(one.follow_up) or MISSING,
            celltext.links(one.evidence) or MISSING,
        )
        for one in found
    )
    headers = ("No", "Arahan dan rapatnya", "Kegiatan", "Penanggung jawab", "Tenggat", "Status",
               "Tindak lanjut", "Bukti dukung")  # fmt: skip
    return WrittenTable(headers, rows, (1.05, 3.4, 2.65, 2.9, 2.1, 1.75, 1.75, 1.75))


def twin(table: pd.DataFrame) -> WrittenTable:
    """Write a chart's own table."""
    headers = tuple(map(str, table.columns))
    rows = (tuple(_text(cell) for cell in row) for row in table.itertuples(index=False))
    return WrittenTable(headers, tuple(rows), (1,) * len(headers))


def _text(cell: object) -> str:
    if isinstance(cell, str):
        return celltext.lines(cell)
    if isinstance(cell, float):
        return number(cell, 2)
    return MISSING if cell is None else str(cell)
