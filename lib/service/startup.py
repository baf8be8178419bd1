"""Opening the library of this installation: its store, with the decree's plan as version 1."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from lib import settings
from lib.plan.change.difference import Change, differences
from lib.plan.plan import Plan
from lib.plan.position import Position, positions
from lib.plan.record import packed
from lib.plan.reporting.calendar import last_day
from lib.plan.schema import ACTUALS, LOCKED, VERIFICATION, Sheet
from lib.service.library import Library
from lib.service.old_workbooks import give_records
from lib.store import sqlite_file
from lib.store.records import NewVersion, Origin, PlanExists
from lib.store.store import Store
from lib.workbook.reading import reader
from lib.workbook.transcript import (
    before_correction,
    before_rubric,
    note_of,
    with_earlier_targets,
)

FILE = "rencana.sqlite"
SYSTEM = "sistem"
"""Author of what the dashboard itself puts into a new store."""
REPORTED = "Laporan contoh"


def open_library(data: Path, database_url: str = "", sample: bool = False) -> Library:
    """Open the store of a data folder (or of a database URL) and fill it if it is new.

    Raises `StoreError` where it cannot be used. A sample's store holds the made-up report and
    is meant to be thrown away.
    """
    library = Library(open_store(data, database_url))
    give_records(library.store)
    if not library.store.plans():
        name = "contoh_progres.xlsx" if sample else "rencana_aksi.xlsx"
        _fill(library.store, reader.read((settings.ROOT / "data" / name).read_bytes()))
    return library


def open_store(data: Path, database_url: str = "") -> Store:
    """Open the store of a data folder (or of a database URL) as it is; raises `StoreError`."""
    if not database_url:
        data.mkdir(parents=True, exist_ok=True)
    return Store.open(database_url or f"sqlite:///{data / FILE}")


def close_stores() -> None:
    """Leave an embedded store whole in its one file; for a server that was asked to stop."""
    sqlite_file.settle_all()


def restore_store(data: Path, database_url: str, file: Path, replace: bool) -> None:
    """Put a backup into a data folder's store, which is not filled first; raises `StoreError`."""
    open_store(data, database_url).restore(file, replace)


def _fill(store: Store, plan: Plan) -> None:
    """Put a plan into an empty store; a sample as decreed first, then its story step by step.

    All of it or nothing, whenever the process ends.
    """
    line = _story(plan) if plan.is_sample else [(plan, Origin.BASELINE, "")]
    (first, *_), *_ = line
    later = [
        _version(after, kind, note, differences(before, after))
        for (before, *_), (after, kind, note) in pairwise(line)
    ]
    with suppress(PlanExists):  # another process was faster; a new store is filled once
        store.add_plan(plan.title, _version(first, Origin.BASELINE), *later)


def _story(plan: Plan) -> list[tuple[Plan, Origin, str]]:
    """Tell a sample's versions: none, all but two quarters, all, then how its figures hold."""
    decreed = Plan.blank(_unlocked(plan), plan.program, plan.indicators, plan.stamp.plan_id or "")
    settled = before_correction(plan)
    reported = replace(before_rubric(settled), document=_unlocked(plan))
    early = with_earlier_targets(_until(reported, positions(plan.years)[-3]))
    return [
        (decreed.with_rows(Sheet.AGENCIES, plan.registers[Sheet.AGENCIES]), Origin.BASELINE, ""),
        (early, Origin.UPLOAD, REPORTED),
        (reported, Origin.UPLOAD, REPORTED),
        (settled, Origin.EDIT, note_of("rubrik")),
        (plan, Origin.CORRECTION, note_of("koreksi")),
    ]


def _unlocked(plan: Plan) -> dict[str, str]:
    return {item: text for item, text in plan.document.items() if item != LOCKED}


def _until(plan: Plan, position: Position) -> Plan:
    progress = plan.activity_progress.copy()
    for quarter, name in enumerate(ACTUALS, 1):
        later = progress["tahun"] * 4 + quarter > position.year * 4 + position.quarter
        progress[name] = progress[name].mask(later)
    for name in VERIFICATION:  # nothing was checked before all was reported
        progress[name] = progress[name].mask(progress[name].notna())
    given = plan.registers[Sheet.DIRECTIVES]
    known = given[given["tanggal"] <= last_day(position).isoformat()]
    return plan.with_progress(activity_progress=progress).with_rows(Sheet.DIRECTIVES, known)


def _version(
    plan: Plan, kind: Origin, note: str = "", changes: tuple[Change, ...] = ()
) -> NewVersion:
    plan_id = plan.stamp.plan_id or ""
    return NewVersion(plan_id, packed(plan), SYSTEM, datetime.now(UTC), kind, note, changes)
