"""The store: every plan's one line of versions, and the only way to add to it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, Select, Table, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from lib.plan.change.difference import Change
from lib.plan.record import digest
from lib.plan.reporting.report_times import ReportTimes
from lib.plan.schema import Sheet
from lib.store import backup_file, change_log, integrity, shelf, tables, times
from lib.store.change_log import Numbered
from lib.store.database import connect, reading, writing
from lib.store.integrity import Fault
from lib.store.records import (
    AuditEntry,
    HeadMoved,
    NewVersion,
    Origin,
    PlanExists,
    PlanRecord,
    Rows,
    Upload,
    Version,
)
from lib.store.sqlite_file import settle

_LISTED = [c for c in tables.version.c if c.name not in ("workbook", "upload")]
_RECORD = (
    func.coalesce(tables.record.c.content, b"").label("record"),
    func.coalesce(tables.record.c.sha256, "").label("record_sha256"),
)


class Store:
    """Plans and their versions in one database; safe to share between threads."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @classmethod
    def open(cls, url: str) -> Store:
        """Open the store at `sqlite:///FILE` or `postgresql://…`, bringing it up to date.

        Raises `StoreError`.
        """
        return cls(connect(url))

    def close(self) -> None:
        """Let go of every connection; an embedded store's file then holds everything."""
        settle(self.engine)

    def plans(self) -> tuple[PlanRecord, ...]:
        """List the plans in the order in which they were added."""
        with reading(self.engine) as connection:
            return shelf.plans(connection)

    def head(self, plan_id: str) -> int:
        """Return the number of a plan's newest version; KeyError for an unknown plan."""
        with reading(self.engine) as connection:
            return _head(connection, plan_id)

    def version(self, plan_id: str, number: int | None = None) -> Version:
        """Return a version with its record (the newest without a number); KeyError if none."""
        query = select(*_LISTED, *_RECORD).outerjoin_from(tables.version, tables.record)
        with reading(self.engine) as connection:
            wanted = _head(connection, plan_id) if number is None else number
            row = connection.execute(_at(query, plan_id, wanted)).mappings().one_or_none()
        if row is None:
            raise KeyError((plan_id, number))
        return _version(row)

    def log(self, plan_id: str) -> tuple[Version, ...]:
        """List a plan's versions, newest first, without their records."""
        table = tables.version
        query = select(*_LISTED).where(table.c.plan_id == plan_id).order_by(table.c.number.desc())
        return self._versions(query)

    def find(self, code: str) -> tuple[Version, ...]:
        """List the versions whose code, as printed in footers, starts so; newest first."""
        table = tables.version
        query = select(*_LISTED).where(table.c.sha256.startswith(code.lower(), autoescape=True))
        return self._versions(query.order_by(table.c.time.desc(), table.c.number.desc()))

    def changes(self, plan_id: str, number: int) -> tuple[Change, ...]:
        """List the cells that a version changed against the one before it."""
        query = _at(select(tables.change), plan_id, number, tables.change)
        with reading(self.engine) as connection:
            rows = connection.execute(query.order_by(tables.change.c.position)).mappings().all()
        return tuple(change_log.change_of(row) for row in rows)

    def rows_changed(self, plan_id: str) -> dict[int, Rows]:
        """Return which rows each version of a plan changed: one query."""
        with reading(self.engine) as connection:
            return change_log.rows_changed(connection, plan_id)

    def history(self, plan_id: str, sheet: Sheet, key: str) -> tuple[AuditEntry, ...]:
        """List what became of one row's cells, whatever its year, newest version first."""
        with reading(self.engine) as connection:
            found = change_log.of_row(connection, plan_id, sheet, key)
        return self._entries(plan_id, found)

    def recent(self, plan_id: str, until: int, versions: int) -> tuple[AuditEntry, ...]:
        """List what the last so many versions of each row changed, and who wrote each cell last.

        Up to a version; newest first.
        """
        with reading(self.engine) as connection:
            found = change_log.recent(connection, plan_id, until, versions)
        return self._entries(plan_id, found)

    def _entries(self, plan_id: str, found: Sequence[Numbered]) -> tuple[AuditEntry, ...]:
        versions = {one.number: one for one in self.log(plan_id)}
        return tuple(
            AuditEntry(versions[number], change) for number, change in found if number in versions
        )

    def report_times(self, plan_id: str, until: int) -> ReportTimes:
        """Return when reported cells were written, up to a version: one query."""
        with reading(self.engine) as connection:
            return change_log.report_times(connection, plan_id, until)

    def first_targets(self, plan_id: str, until: int) -> dict[tuple[str, int, str], float]:
        """Return what every TARGET that was changed said first, up to a version, by its cell."""
        with reading(self.engine) as connection:
            return change_log.first_targets(connection, plan_id, until)

    def upload(self, plan_id: str, number: int) -> Upload | None:
        """Return the file a version came from, as received; None where there was none."""
        query = select(tables.version.c.upload_name, tables.version.c.upload)
        with reading(self.engine) as connection:
            row = connection.execute(_at(query, plan_id, number)).one_or_none()
        return Upload(row[0] or "", row[1]) if row and row[1] is not None else None

    def add_plan(self, title: str, new: NewVersion, *later: NewVersion) -> Version:
        """Add a plan with its first version and any that follow, whole or not at all.

        The first plan of a store is everybody's default. Returns the plan's first version;
        raises `PlanExists`.
        """
        line = (new, *later)
        made = [_made(each, parent or None) for parent, each in enumerate(line)]
        try:
            with writing(self.engine) as connection:
                shelf.add(connection, new.plan_id, title, new.time, head=len(line))
                for version, each in zip(made, line, strict=True):
                    _insert(connection, version, each)
        except IntegrityError as error:
            raise PlanExists(new.plan_id) from error
        return made[0]

    def append(self, parent: int, new: NewVersion) -> Version:
        """Add the version that follows `parent`, with its changes, whole or not at all.

        Raises `HeadMoved` where `parent` is no longer the newest; KeyError for an unknown plan.
        """
        version = _made(new, parent)
        with writing(self.engine) as connection:
            _move_head(connection, new.plan_id, parent)
            _insert(connection, version, new)
        return version

    def faults(self) -> Iterator[Fault]:
        """Yield what is wrong with the hashes and the chain of versions."""
        with reading(self.engine) as connection:
            yield from integrity.faults(connection)

    def backup(self, path: Path | str) -> None:
        """Write the whole store into one new file; see `lib.store.backup_file`."""
        backup_file.write(self.engine, Path(path))

    def restore(self, path: Path | str, replace: bool = False) -> None:
        """Take over everything a backup holds; `replace` lets go of the versions here."""
        backup_file.restore(self.engine, Path(path), replace)

    def _versions(self, query: Select[Any]) -> tuple[Version, ...]:
        with reading(self.engine) as connection:
            return tuple(_version(row) for row in connection.execute(query).mappings())


def _head(connection: Connection, plan_id: str) -> int:
    head: int | None = connection.scalar(
        select(tables.plan.c.head).where(tables.plan.c.id == plan_id)
    )
    if head is None:
        raise KeyError(plan_id)
    return head


def _move_head(connection: Connection, plan_id: str, parent: int) -> None:
    """Compare and swap: of several writers on the same parent, the database lets one through."""
    table = tables.plan
    moved = connection.execute(
        update(table).where(table.c.id == plan_id, table.c.head == parent).values(head=parent + 1)
    )
    if moved.rowcount != 1:
        raise HeadMoved(_head(connection, plan_id))


def _made(new: NewVersion, parent: int | None) -> Version:
    return Version(
        plan_id=new.plan_id,
        number=(parent or 0) + 1,
        parent=parent,
        author=new.author,
        time=new.time,
        note=new.note,
        kind=new.kind,
        sha256=digest(new.record),
        counts=dict(Counter(change.kind.value for change in new.changes)),
        upload_name=(new.upload.name or None) if new.upload else None,
        record=new.record,
        record_sha256=digest(new.record),
    )


def _insert(connection: Connection, version: Version, new: NewVersion) -> None:
    row = {
        "plan_id": version.plan_id,
        "number": version.number,
        "parent": version.parent,
        "author": version.author,
        "time": times.written(version.time),
        "note": version.note,
        "kind": version.kind.value,
        "sha256": version.sha256,
        "counts": json.dumps(version.counts),
        "upload_name": version.upload_name,
        "workbook": b"",
        "upload": new.upload.content if new.upload else None,
    }
    connection.execute(insert(tables.version), row)
    record = {"sha256": version.record_sha256, "content": version.record}
    named = {"plan_id": version.plan_id, "number": version.number}
    uploaded = {"upload_sha256": sha256(new.upload.content).hexdigest() if new.upload else None}
    connection.execute(insert(tables.record), named | record | uploaded)
    if new.changes:
        connection.execute(insert(tables.change), _change_rows(version, new.changes))


def _change_rows(version: Version, changes: tuple[Change, ...]) -> list[dict[str, Any]]:
    return [
        {
            "plan_id": version.plan_id,
            "number": version.number,
            "position": position,
            "sheet": change.sheet.value,
            "key": change.key,
            "year": change.year,
            "column": change.column,
            "before": json.dumps(change.before, ensure_ascii=False),
            "after": json.dumps(change.after, ensure_ascii=False),
            "kind": change.kind.value,
        }
        for position, change in enumerate(changes)
    ]


def _at(
    query: Select[Any], plan_id: str, number: int, table: Table = tables.version
) -> Select[Any]:
    return query.where(table.c.plan_id == plan_id, table.c.number == number)


def _version(row: RowMapping) -> Version:
    read = {
        "time": times.read(row["time"]),
        "kind": Origin(row["kind"]),
        "counts": json.loads(row["counts"]),
    }
    return Version(**dict(row) | read)
