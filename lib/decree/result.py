"""A draft as a plan of ours, and its workbook."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from lib.decree.draft import DecreeDraft, DraftRow
from lib.plan import schema
from lib.plan.plan import Plan, indicator_frame, typed
from lib.plan.schema import PROGRESS_COLUMNS, Sheet
from lib.plan.table_a import program_frame
from lib.workbook.writing import writer

AGENCIES = "; "
_LONGEST_ID = 60


def plan(draft: DecreeDraft) -> Plan:
    """Make the plan that a draft describes, its progress rows made and nothing reported."""
    made = Plan.blank({**_document(draft)}, _program(draft), _indicators(draft), plan_id(draft))
    # As a new store's own first version, so that nothing is missing from its stamp.
    made = replace(made, stamp=replace(made.stamp, version=writer.FIRST_VERSION))
    return made.with_progress(_filled(made.activity_progress, draft))


def workbook(draft: DecreeDraft) -> bytes:
    """Return the draft's plan as a workbook of our shape."""
    return writer.write(plan(draft))


def plan_id(draft: DecreeDraft) -> str:
    """Name the plan by its subject and its years."""
    about = draft.document.get(schema.ABOUT, "") or draft.document.get(schema.GOVERNMENT, "")
    words = "-".join(re.findall(r"[a-z0-9]+", about.casefold()))[:_LONGEST_ID].strip("-")
    years = f"{draft.years[0]}-{draft.years[-1]}" if draft.years else ""
    parts = [words or "rencana-aksi", "" if years and years in words else years]
    return "-".join(part for part in parts if part)


def _document(draft: DecreeDraft) -> Mapping[str, str]:
    items = (schema.GOVERNMENT, schema.TYPE, schema.NUMBER, schema.ABOUT, schema.DECREED,
             schema.PERIOD)  # fmt: skip
    return {item: draft.document.get(item, "") for item in items}


def _program(draft: DecreeDraft) -> pd.DataFrame:
    records = [
        {
            "no": row.number or row.code,
            "uraian": row.text,
            **{year: bool(row.years.get(year)) for year in draft.years},
            "pihak_terlibat": AGENCIES.join(row.charge) or None,
        }
        for row in draft.rows
    ]
    return program_frame(_texts(records, schema.PROGRAM_FIRST_ROW))


def _indicators(draft: DecreeDraft) -> pd.DataFrame:
    records = [
        {"nomor": one.number, "program": one.program, "indikator": one.text}
        for one in draft.indicators
    ] or [{"nomor": "1", "program": "-", "indikator": "-"}]
    return indicator_frame(_texts(records, schema.INDICATOR_FIRST_ROW))


def _texts(records: list[dict], first_row: int) -> pd.DataFrame:  # type: ignore[type-arg]
    frame = pd.DataFrame(records)
    frame.index = pd.RangeIndex(first_row, first_row + len(frame))
    return frame.astype({name: "str" for name in frame if not isinstance(name, int)})


def _filled(progress: pd.DataFrame, draft: DecreeDraft) -> pd.DataFrame:
    """Fill in the budgets and targets that the decree states."""
    rows: dict[str, DraftRow] = {row.number or row.code: row for row in draft.rows}
    frame = progress.astype("object")
    for label, no, year in zip(frame.index, frame["no"], frame["tahun"], strict=True):
        row = rows[no]
        if year in row.budget:
            frame.at[label, "pagu_anggaran"] = row.budget[year]
        for quarter, name in enumerate(schema.TARGETS, 1):
            if (year, quarter) in row.targets:
                frame.at[label, name] = row.targets[year, quarter]
    return typed(frame, PROGRESS_COLUMNS[Sheet.ACTIVITY_PROGRESS])
