"""Whether what is stored is still what was written: hashes, and the chain of versions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from lib.plan.record import RecordError, digest
from lib.store import tables

_VERSION, _RECORD = tables.version, tables.record


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with one version; `what` is a sentence for the person who runs the store."""

    plan_id: str
    number: int
    what: str

    def __str__(self) -> str:
        return f"rencana {self.plan_id}, versi {self.number}: {self.what}"


def faults(connection: Connection) -> Iterator[Fault]:
    """Yield what is wrong with any version, one version in memory at a time."""
    heads = connection.execute(select(tables.plan.c.id, tables.plan.c.head)).all()
    for plan_id, head in heads:
        yield from _chain_faults(connection, plan_id, head)
        for number in _numbers(connection, plan_id):
            for what in _broken_hashes(_row(connection, plan_id, number)):
                yield Fault(plan_id, number, what)


def _numbers(connection: Connection, plan_id: str) -> dict[int, int | None]:
    """Return the versions of a plan with their parents."""
    query = select(_VERSION.c.number, _VERSION.c.parent).where(_VERSION.c.plan_id == plan_id)
    rows = connection.execute(query.order_by(_VERSION.c.number))
    return {row.number: row.parent for row in rows}


def _chain_faults(connection: Connection, plan_id: str, head: int) -> Iterator[Fault]:
    parents = _numbers(connection, plan_id)
    for number in range(1, max([head, *parents]) + 1):
        if number not in parents:
            yield Fault(plan_id, number, "Versi ini tidak ada.")
        elif parents[number] != (number - 1 or None):
            yield Fault(plan_id, number, f"Induknya tertulis {parents[number]}.")
        elif number > head:
            yield Fault(plan_id, number, f"Versi terbaru tertulis {head}.")


def _row(connection: Connection, plan_id: str, number: int) -> RowMapping:
    record = (_RECORD.c.sha256.label("record_sha256"), _RECORD.c.upload_sha256, _RECORD.c.content)
    query = select(_VERSION.c.sha256, _VERSION.c.workbook, _VERSION.c.upload, *record)
    query = query.outerjoin_from(_VERSION, _RECORD).where(_VERSION.c.plan_id == plan_id)
    return connection.execute(query.where(_VERSION.c.number == number)).mappings().one()


def _broken_hashes(row: RowMapping) -> Iterator[str]:
    if row["workbook"] and _hash(row["workbook"]) != row["sha256"]:
        yield "Buku kerjanya tidak lagi sama dengan saat disimpan."
    if row["content"] is None:
        if not row["workbook"]:
            yield "Isinya hilang."
        return
    if not row["workbook"] and row["sha256"] != row["record_sha256"]:
        yield "Kodenya bukan kode dari isinya."
    if not _holds(row["content"], row["record_sha256"]):
        yield "Isinya tidak lagi sama dengan saat disimpan."
    upload = None if row["upload"] is None else _hash(row["upload"])
    if upload != row["upload_sha256"]:
        yield "Berkas unggahannya tidak lagi sama dengan saat diterima."


def _holds(content: bytes, written: str) -> bool:
    try:
        return digest(content) == written
    except RecordError:
        return False


def _hash(content: Any) -> str:
    return sha256(content).hexdigest()
