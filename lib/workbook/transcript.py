"""The plan as decreed, and the made-up progress report, both held as TOML files."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from lib.plan import schema
from lib.plan.plan import Plan, Stamp, indicator_frame
from lib.plan.register import VERIFIER
from lib.plan.registers.register_sheet import register_frame
from lib.plan.reporting.progress_frame import typed
from lib.plan.schema import KEY, PROGRESS_COLUMNS, Kind, Sheet
from lib.plan.table_a import program_frame

DATA = Path(__file__).resolve().parents[2] / "data"
PLAN_FILE = DATA / "rencana_aksi.toml"
SAMPLE_FILE = DATA / "contoh_progres.toml"

QUARTERLY = {"target": schema.TARGETS, "realisasi": schema.ACTUALS}
"""Lists of four values in the sample file, and the columns they fill; "" stands for blank."""


def load(path: Path = PLAN_FILE) -> Plan:
    """Read a decreed plan, with nothing reported yet.

    Row labels are the rows that the writer gives the two tables. Raises OSError and
    tomllib.TOMLDecodeError for a file that cannot be read.
    """
    decree = tomllib.loads(path.read_text(encoding="utf-8"))
    return Plan.blank(
        {item: text.strip() for item, text in decree["dokumen"].items()},
        _program(decree["program"], decree["tahun"]),
        _indicators(decree["indikator"]),
        decree["id"],
    )


def load_sample(path: Path = PLAN_FILE, progress: Path = SAMPLE_FILE) -> Plan:
    """Read a decreed plan with the made-up report, marked as CONTOH under an id of its own.

    Raises KeyError where the report names a row or a column that the plan does not have.
    """
    plan = load(path)
    report = _report(progress)
    marked = replace(
        plan,
        document={**plan.document, **_stated(report)},
        stamp=Stamp(report["id"]),
    )
    given = register_frame(Sheet.DIRECTIVES, map(_day_texts, report.get("arahan", ())))
    offices = plan.registers[Sheet.AGENCIES]
    checks = offices["nama"] == report.get("verifikator")
    offices = offices.assign(peran=offices["peran"].mask(checks, VERIFIER))
    marked = marked.with_rows(Sheet.DIRECTIVES, given).with_rows(Sheet.AGENCIES, offices)
    return marked.with_progress(
        _filled(plan.activity_progress, Sheet.ACTIVITY_PROGRESS, map(_spread, report["kegiatan"])),
        _filled(plan.indicator_progress, Sheet.INDICATOR_PROGRESS, report["indikator"]),
    )


def with_earlier_targets(plan: Plan, progress: Path = SAMPLE_FILE) -> Plan:
    """Return the sample's plan with the targets that stood before they were revised."""
    return _with_activities(plan, _report(progress)["target_semula"])


def before_correction(plan: Plan, progress: Path = SAMPLE_FILE) -> Plan:
    """Return the sample's plan with the locked figures that were corrected later."""
    return _with_activities(plan, _report(progress)["koreksi"]["semula"])


def before_rubric(plan: Plan, progress: Path = SAMPLE_FILE) -> Plan:
    """Return the sample's plan with the indicator that was measured by steps only later."""
    rows = _report(progress)["rubrik"]["semula"]
    filled = _filled(plan.indicator_progress, Sheet.INDICATOR_PROGRESS, rows)
    return plan.with_progress(indicator_progress=filled)


def note_of(change: str, progress: Path = SAMPLE_FILE) -> str:
    """Return what was noted with a later change of the sample, by its name in the file."""
    note: str = _report(progress)[change]["catatan"]
    return note


def _report(progress: Path) -> dict[str, Any]:
    return tomllib.loads(progress.read_text(encoding="utf-8"))


def _stated(report: Mapping[str, Any]) -> dict[str, str]:
    """Return what a report's file says of its plan as a whole."""
    given = {schema.NATURE: report["sifat_data"], schema.LOCKED: report.get("dikunci_sampai")}
    return {item: text for item, text in given.items() if text}


def _with_activities(plan: Plan, rows: Iterable[Mapping[str, Any]]) -> Plan:
    filled = _filled(plan.activity_progress, Sheet.ACTIVITY_PROGRESS, map(_spread, rows))
    return plan.with_progress(activity_progress=filled)


def _day_texts(row: Mapping[str, Any]) -> dict[str, str]:
    """Write a row's days as the plan's frames hold them."""
    return {
        name: cell.isoformat() if isinstance(cell, date) else cell for name, cell in row.items()
    }


def _program(rows: list[dict[str, Any]], years: list[int]) -> pd.DataFrame:
    records = [
        {
            "no": row["no"],
            "uraian": row["uraian"],
            **{year: year in row.get("waktu", ()) for year in years},
            "pihak_terlibat": row.get("pihak_terlibat"),
        }
        for row in rows
    ]
    return program_frame(_texts(records, schema.PROGRAM_FIRST_ROW))


def _indicators(programs: list[dict[str, Any]]) -> pd.DataFrame:
    records = [
        {"nomor": program["nomor"], "program": program["program"], "indikator": text}
        for program in programs
        for text in program["indikator"]
    ]
    return indicator_frame(_texts(records, schema.INDICATOR_FIRST_ROW))


def _texts(records: list[dict[Any, Any]], first_row: int) -> pd.DataFrame:
    frame = pd.DataFrame(records)
    frame.index = pd.RangeIndex(first_row, first_row + len(frame))
    return frame.astype({name: "str" for name in frame if not isinstance(name, int)})


def _spread(row: Mapping[str, Any]) -> dict[str, Any]:
    """Turn the lists of four quarters into one value per column."""
    cells = {name: value for name, value in row.items() if name not in QUARTERLY}
    for name, columns in QUARTERLY.items():
        values = row.get(name, ())
        cells.update(
            (column, value) for column, value in zip(columns, values, strict=False) if value != ""
        )
    return cells


def _filled(progress: pd.DataFrame, sheet: Sheet, rows: Any) -> pd.DataFrame:
    columns = PROGRESS_COLUMNS[sheet]
    frame = progress.astype("object")
    labels = {key: label for label, key in zip(frame.index, _keys(frame), strict=True)}
    for row in rows:
        label = labels[tuple(row[name] for name in KEY)]
        for name in row.keys() - set(KEY):
            column = schema.column(sheet, name)
            frame.at[label, name] = _value(row[name], column.kind)
    return typed(frame, columns)


def _keys(frame: pd.DataFrame) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in frame[list(KEY)].itertuples(index=False)]


def _value(value: Any, kind: Kind) -> Any:
    if isinstance(value, str):
        return value.strip() or None
    return float(value) if kind is Kind.MEASURE else value
