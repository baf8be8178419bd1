"""Versions from before there were records: which they are, and their records put in at last.

The store cannot read a workbook; the service does, and hands in what it read.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from sqlalchemy import Connection, Engine, and_, insert, select

from lib.plan.record import digest
from lib.store import tables
from lib.store.database import locked, reading

Place = tuple[str, int]
"""Names a version: plan and number."""

_VERSION, _RECORD = tables.version.c, tables.record.c


def unrecorded(engine: Engine) -> tuple[Place, ...]:
    """List the versions without a record, oldest first."""
    with reading(engine) as connection:
        return _unrecorded(connection)


def workbook(engine: Engine, place: Place) -> bytes:
    """Return the workbook that a version was kept as; KeyError where there is none."""
    query = select(_VERSION.workbook).where(_VERSION.plan_id == place[0])
    with reading(engine) as connection:
        content = connection.scalar(query.where(_VERSION.number == place[1]))
    if not content:
        raise KeyError(place)
    return bytes(content)


def add_records(engine: Engine, records: Mapping[Place, bytes]) -> None:
    """Put in the records that are still missing: all of them in one transaction, or none."""
    with locked(engine) as connection:
        for place in _unrecorded(connection):
            if place in records:
                _add(connection, place, records[place])


def _unrecorded(connection: Connection) -> tuple[Place, ...]:
    same = and_(_RECORD.plan_id == _VERSION.plan_id, _RECORD.number == _VERSION.number)
    query = select(_VERSION.plan_id, _VERSION.number).outerjoin(tables.record, same)
    missing = query.where(_RECORD.plan_id.is_(None)).order_by(_VERSION.plan_id, _VERSION.number)
    return tuple((plan_id, number) for plan_id, number in connection.execute(missing))


def _add(connection: Connection, place: Place, content: bytes) -> None:
    query = select(_VERSION.upload).where(_VERSION.plan_id == place[0])
    upload = connection.scalar(query.where(_VERSION.number == place[1]))
    row = {
        "plan_id": place[0],
        "number": place[1],
        "sha256": digest(content),
        "upload_sha256": None if upload is None else sha256(upload).hexdigest(),
        "content": content,
    }
    connection.execute(insert(tables.record), row)
