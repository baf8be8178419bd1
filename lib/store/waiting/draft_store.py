"""Drafts: files that were checked and not applied yet, each account's own and only a few."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Engine, select

from lib.plan.reporting.filled_form import ENDING
from lib.store import tables, times
from lib.store.database import reading
from lib.store.waiting.waiting_files import Row, WaitingFiles


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
    """Of forms alone in listings."""


class DraftStore:
    """The drafts of one database; safe to share between threads."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._files = WaitingFiles(engine, tables.draft)

    def keep(self, draft: StoredDraft, most: int, since: datetime) -> None:
        """Keep a draft in the place of one of the same file.

        The account keeps its `most` newest among files, or among forms;
        everybody's from before `since` go.
        """
        row = {name: getattr(draft, name) for name in ("account", "plan_id", "name", "note")}
        row |= {"sha256": draft.sha256, "content": draft.content}
        row |= {"time": times.written(draft.time), "choices": json.dumps(draft.choices)}
        is_form = draft.name.endswith(ENDING)
        self._files.keep(row, most, since, lambda name: name.endswith(ENDING) == is_form)

    def list(self, account: str, since: datetime) -> tuple[StoredDraft, ...]:
        """List an account's drafts, newest first: forms whole, files without their content."""
        return tuple(map(_draft, self._files.list(account, since, whole=ENDING)))

    def content(self, account: str, sha256: str) -> bytes:
        """Return a draft's file as received; KeyError where it is gone."""
        return bytes(self._files.find(account, sha256)["content"])

    def note(self, account: str, sha256: str, note: str) -> None:
        """Keep what a person noted."""
        self._files.change(account, sha256, note=note)

    def choose(self, account: str, sha256: str, choices: tuple[tuple[Any, ...], ...]) -> None:
        """Keep what a person chose."""
        self._files.change(account, sha256, choices=json.dumps(choices))

    def forget(self, account: str, sha256: str) -> None:
        """Let go of a draft, if it is there."""
        self._files.forget(account, sha256)

    def stored(self, account: str) -> dict[str, tuple[str, int]]:
        """Return the plan and version that each draft became which was applied after all."""
        version, record, draft = tables.version, tables.record, tables.draft
        query = (
            select(draft.c.sha256, version.c.plan_id, version.c.number)
            .join_from(version, record)
            .join(draft, draft.c.sha256 == record.c.upload_sha256)
            .where(
                draft.c.account == account,
                version.c.author == account,
                version.c.time >= draft.c.time,
            )
            .order_by(version.c.time)
        )
        with reading(self._engine) as connection:
            rows = connection.execute(query).all()
        return {sha256: (plan_id, number) for sha256, plan_id, number in rows}


def digest(content: bytes) -> str:
    """Return what a file is known by, here and beside the version it becomes."""
    return sha256(content).hexdigest()


def _draft(row: Row) -> StoredDraft:
    choices = tuple(tuple(choice) for choice in json.loads(row["choices"]))
    return StoredDraft(**row | {"choices": choices})
