"""Drafts: files that were checked and not applied yet, each account's own and only a few."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Engine, delete, insert, select, update

from lib.plan.reporting.filled_form import ENDING
from lib.store import tables, times
from lib.store.database import reading, writing

_DRAFT = tables.draft
_LISTED = [column for column in _DRAFT.c if column.name != "content"]


@dataclass(frozen=True, slots=True)
class StoredDraft:
    """A file that waits to be applied, with what its person chose and noted so far."""

    account: str
    sha256: str
    """Of the file as received."""
    plan_id: str
    name: str
    time: datetime
    """When it was put in; UTC."""
    choices: tuple[tuple[Any, ...], ...] = ()
    """Per settled conflict: its id, their value, mine, and the side that was chosen."""
    note: str = ""
    content: bytes = field(default=b"", repr=False)
    """Left out in listings."""


class DraftStore:
    """The drafts of one database; safe to share between threads."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def keep(self, draft: StoredDraft, most: int, since: datetime) -> None:
        """Keep a draft in the place of one of the same file.

        The account keeps its `most` newest among files, or among forms;
        everybody's from before `since` go.
        """
        row = {name: getattr(draft, name) for name in ("account", "plan_id", "name", "note")}
        row |= {"sha256": draft.sha256, "content": draft.content}
        row |= {"time": times.written(draft.time), "choices": json.dumps(draft.choices)}
        with writing(self.engine) as connection:
            connection.execute(delete(_DRAFT).where(_DRAFT.c.time < times.written(since)))
            connection.execute(delete(_DRAFT).where(*_at(draft.account, draft.sha256)))
            connection.execute(insert(_DRAFT), row)
            _keep_newest(connection, draft, most)

    def list(self, account: str, since: datetime) -> tuple[StoredDraft, ...]:
        """List an account's drafts, newest first, without their files."""
        query = select(*_LISTED).where(
            _DRAFT.c.account == account, _DRAFT.c.time >= times.written(since)
        )
        with reading(self.engine) as connection:
            rows = connection.execute(query.order_by(_DRAFT.c.time.desc())).mappings().all()
        return tuple(_draft(dict(row)) for row in rows)

    def content(self, account: str, sha256: str) -> bytes:
        """Return a draft's file as received; KeyError where it is gone."""
        with reading(self.engine) as connection:
            found = connection.scalar(select(_DRAFT.c.content).where(*_at(account, sha256)))
        if found is None:
            raise KeyError(sha256)
        return bytes(found)

    def note(self, account: str, sha256: str, note: str) -> None:
        """Keep what a person noted."""
        with writing(self.engine) as connection:
            connection.execute(update(_DRAFT).where(*_at(account, sha256)).values(note=note))

    def choose(self, account: str, sha256: str, choices: tuple[tuple[Any, ...], ...]) -> None:
        """Keep what a person chose."""
        chosen = update(_DRAFT).where(*_at(account, sha256)).values(choices=json.dumps(choices))
        with writing(self.engine) as connection:
            connection.execute(chosen)

    def forget(self, account: str, sha256: str) -> None:
        """Let go of a draft, if it is there."""
        with writing(self.engine) as connection:
            connection.execute(delete(_DRAFT).where(*_at(account, sha256)))

    def stored_as(self, draft: StoredDraft) -> tuple[str, int] | None:
        """Return the plan and version that a draft became, where it was applied after all."""
        version, record = tables.version, tables.record
        query = (
            select(version.c.plan_id, version.c.number)
            .join_from(version, record)
            .where(
                record.c.upload_sha256 == draft.sha256,
                version.c.author == draft.account,
                version.c.time >= times.written(draft.time),
            )
            .order_by(version.c.time.desc())
            .limit(1)
        )
        with reading(self.engine) as connection:
            row = connection.execute(query).one_or_none()
        return (row[0], row[1]) if row else None


def digest(content: bytes) -> str:
    """Return what a file is known by, here and beside the version it becomes."""
    return sha256(content).hexdigest()


def _keep_newest(connection: Connection, draft: StoredDraft, most: int) -> None:
    """Keep the newest forms, where the draft is one, or else the newest files."""
    newest = (
        select(_DRAFT.c.sha256, _DRAFT.c.name)
        .where(_DRAFT.c.account == draft.account)
        .order_by(_DRAFT.c.time.desc(), _DRAFT.c.sha256)
    )
    found, is_form = connection.execute(newest).all(), draft.name.endswith(ENDING)
    alike = [sha256 for sha256, name in found if name.endswith(ENDING) == is_form]
    for other in alike[most:]:
        connection.execute(delete(_DRAFT).where(*_at(draft.account, other)))


def _at(account: str, sha256: str) -> tuple[Any, Any]:
    return _DRAFT.c.account == account, _DRAFT.c.sha256 == sha256


def _draft(row: dict[str, Any]) -> StoredDraft:
    choices = tuple(tuple(choice) for choice in json.loads(row["choices"]))
    return StoredDraft(**row | {"time": times.read(row["time"]), "choices": choices})
