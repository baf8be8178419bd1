"""A draft as a plan of ours."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from lib.decree.corrections import ITEMS
from lib.decree.draft import DecreeDraft, DraftRow
from lib.plan import schema
from lib.plan.plan import Plan, indicator_frame
from lib.plan.register import Agency, Register, means_everyone
from lib.plan.reporting.progress_frame import typed
from lib.plan.schema import PROGRESS_COLUMNS, Sheet
from lib.plan.table_a import extra_name, is_planned, program_frame
from lib.workbook.writing import writer

AGENCIES = "; "
_LETTERS = frozenset("xXvV×")
"""Marks that our workbook writes as `X`; any other stays as printed."""
_LONGEST_ID = 60
_OURS = {
    header.casefold()
    for header in (*schema.PROGRAM_HEADERS, *(one.header for one in schema.DETAIL_COLUMNS))
}


def plan(draft: DecreeDraft, known: Register, taken: Collection[str] = ()) -> Plan:
    """Make the plan that a draft describes, its progress rows made and nothing reported.

    `known` is the register to take agencies from, full names and aliases with them; `taken`
    are the ids of plans that it is not one of.
    """
    id = free_id(plan_id(draft), taken)
    made = Plan.blank(_document(draft), _program(draft), _indicators(draft), id)
    made = made.with_register(_register(draft, known))
    # As a new store's own first version, so that nothing is missing from its stamp.
    made = replace(made, stamp=replace(made.stamp, version=writer.FIRST_VERSION))
    return made.with_progress(_filled(made.activity_progress, draft))


def plan_id(draft: DecreeDraft) -> str:
    """Name the plan by its subject and its years."""
    about = draft.document.get(schema.ABOUT, "") or draft.document.get(schema.GOVERNMENT, "")
    years = f"{draft.years[0]}-{draft.years[-1]}" if draft.years else ""
    words = "-".join(re.findall(r"[a-z0-9]+", about.casefold()))
    words = re.sub(rf"(?:-tahun)?-{years}$", "", words) if years else words
    if len(words) > _LONGEST_ID:
        words = words[: _LONGEST_ID + 1].rpartition("-")[0] or words[:_LONGEST_ID]
    return "-".join(part for part in (words or "rencana-aksi", years) if part)


def free_id(id: str, taken: Collection[str]) -> str:
    """Return an id that no other plan has: the one given, or with a number behind it."""
    turns = (f"{id}-{turn}" for turn in range(2, len(taken) + 3))
    return next(one for one in (id, *turns) if one not in taken)


def _document(draft: DecreeDraft) -> Mapping[str, str]:
    return {item: draft.document.get(item, "") for item in (*ITEMS, schema.PERIOD)}


def _register(draft: DecreeDraft, known: Register) -> Register:
    """List the agencies in charge, each as the known register has it."""
    has = {agency.name: agency for agency in known.agencies}
    names = [name for name in draft.agencies if not means_everyone(name)]
    found = dict.fromkeys(known.name_of(name) or name for name in names)
    return Register(tuple(has.get(name, Agency(name)) for name in found))


def _program(draft: DecreeDraft) -> pd.DataFrame:
    records = [_record(row, draft) for row in draft.rows]
    return program_frame(_texts(records, schema.PROGRAM_FIRST_ROW))


def _record(row: DraftRow, draft: DecreeDraft) -> dict[Any, str | None]:
    return {
        "no": row.number or None,
        "uraian": row.text,
        **{year: _mark(row.years.get(year)) for year in draft.years},
        "pihak_terlibat": AGENCIES.join(row.charge) or None,
        **{extra_name(_header(label)): row.extra.get(label) for label in draft.extras},
        "tingkat": row.level,
        "kode": row.code,
    }


def _mark(printed: str | None) -> str | None:
    """Return what the workbook prints; a sign that it reads as a blank was answered otherwise."""
    is_mark = printed in _LETTERS or (printed is not None and not is_planned(printed))
    return schema.MARK if is_mark else printed


def _header(label: str) -> str:
    """Return an extra column's header; one that the workbook itself has says where it is from."""
    return f"{label} (naskah)" if label.casefold() in _OURS or label.isdecimal() else label


def _indicators(draft: DecreeDraft) -> pd.DataFrame:
    records: list[dict[Any, str | None]] = [
        {"nomor": one.number, "program": one.program, "indikator": one.text}
        for one in draft.indicators
    ]
    columns = ["nomor", "program", "indikator"]
    return indicator_frame(_texts(records, schema.INDICATOR_FIRST_ROW, columns))


def _texts(
    records: list[dict[Any, str | None]], first_row: int, columns: list[str] | None = None
) -> pd.DataFrame:
    frame = pd.DataFrame(records, columns=columns, dtype="object")
    frame.index = pd.RangeIndex(first_row, first_row + len(frame))
    return frame.astype("str")


def _filled(progress: pd.DataFrame, draft: DecreeDraft) -> pd.DataFrame:
    """Fill in the budgets and targets that the decree states."""
    rows = {row.code: row for row in draft.rows}
    frame = progress.astype("object")
    for label, code, year in zip(frame.index, frame["no"], frame["tahun"], strict=True):
        row = rows[code]
        if year in row.budget:
            frame.at[label, "pagu_anggaran"] = row.budget[year]
        for quarter, name in enumerate(schema.TARGETS, 1):
            if (year, quarter) in row.targets:
                frame.at[label, name] = row.targets[year, quarter]
    return typed(frame, PROGRESS_COLUMNS[Sheet.ACTIVITY_PROGRESS])
