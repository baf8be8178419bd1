"""Opening the library of this installation: its store, with the decree's plan as version 1."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from lib import settings
from lib.plan.change.difference import Change, differences
from lib.plan.plan import Plan
from lib.plan.position import Position, positions
from lib.plan.record import packed
from lib.plan.reporting.calendar import last_day
from lib.plan.schema import ACTUALS, VERIFICATION, Sheet
from lib.service.library import Library
from lib.service.old_workbooks import give_records
from lib.store import sqlite_file
from lib.store.records import NewVersion, Origin, PlanExists
from lib.store.store import Store
from lib.workbook.reading import reader
from lib.workbook.transcript import with_earlier_targets

FILE = "rencana.sqlite"
SYSTEM = "sistem"
"""Author of what the dashboard itself puts into a new store."""


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
    """Put a plan into an empty store: as decreed, then what was reported in two steps.

    All of it or nothing, whenever the process ends.
    """
    stages = _stages(plan) if plan.is_reported else [plan]
    reported = [
        _version(after, Origin.UPLOAD, "Laporan contoh", differences(before, after))
        for before, after in pairwise(stages)
    ]
    with suppress(PlanExists):  # another process was faster; a new store is filled once
        store.add_plan(plan.title, _version(stages[0], Origin.BASELINE), *reported)


def _stages(plan: Plan) -> list[Plan]:
    """Tell a sample's report as a story: nothing, all but the last two quarters, all."""
    blank = Plan.blank(plan.document, plan.program, plan.indicators, plan.stamp.plan_id or "")
    blank = blank.with_rows(Sheet.AGENCIES, plan.registers[Sheet.AGENCIES])
    before = _until(plan, positions(plan.years)[-3])
    return [blank, with_earlier_targets(before) if plan.is_sample else before, plan]


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
