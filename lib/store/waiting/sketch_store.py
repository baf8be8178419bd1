"""Sketches: new plans on their way, each account's own and only a few."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, delete, insert, select, update

from lib.store import tables, times
from lib.store.database import reading, writing

_SKETCH = tables.sketch
_LISTED = [column for column in _SKETCH.c if column.name != "content"]


@dataclass(frozen=True, slots=True)
class StoredSketch:
    """A decree's file that is becoming a plan, with what was answered about it so far."""

    account: str
    sha256: str
    """Of the file as received."""
    name: str
    time: datetime
    """When it was put in; UTC."""
    answers: Mapping[str, str] = field(default_factory=dict)
    """What was chosen or corrected, by the id of what was asked."""
    content: bytes = field(default=b"", repr=False)
    """Left out in listings."""


class SketchStore:
    """The sketches of one database; safe to share between threads."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def keep(self, sketch: StoredSketch, most: int, since: datetime) -> None:
        """Keep a sketch, in the place of one of the same file.

        The account keeps its `most` newest; everybody's from before `since` go.
        """
        row = {name: getattr(sketch, name) for name in ("account", "sha256", "name", "content")}
        row |= {"time": times.written(sketch.time), "answers": json.dumps(dict(sketch.answers))}
        with writing(self.engine) as connection:
            connection.execute(delete(_SKETCH).where(_SKETCH.c.time < times.written(since)))
            connection.execute(delete(_SKETCH).where(*_of(sketch.account, sketch.sha256)))
            connection.execute(insert(_SKETCH), row)
            _keep_newest(connection, sketch.account, most)

    def list(self, account: str, since: datetime) -> tuple[StoredSketch, ...]:
        """List an account's sketches, newest first, without their files."""
        query = select(*_LISTED).where(
            _SKETCH.c.account == account, _SKETCH.c.time >= times.written(since)
        )
        with reading(self.engine) as connection:
            rows = connection.execute(query.order_by(_SKETCH.c.time.desc())).mappings().all()
        return tuple(_sketch(dict(row)) for row in rows)

    def find(self, account: str, sha256: str) -> StoredSketch:
        """Return a sketch with its file; KeyError where it is gone."""
        with reading(self.engine) as connection:
            query = select(_SKETCH).where(*_of(account, sha256))
            row = connection.execute(query).mappings().one_or_none()
        if row is None:
            raise KeyError(sha256)
        return _sketch(dict(row))

    def answer(self, account: str, sha256: str, answers: Mapping[str, str]) -> None:
        """Keep what was answered so far."""
        given = update(_SKETCH).where(*_of(account, sha256))
        with writing(self.engine) as connection:
            connection.execute(given.values(answers=json.dumps(dict(answers))))

    def forget(self, account: str, sha256: str) -> None:
        """Let go of a sketch, if it is there."""
        with writing(self.engine) as connection:
            connection.execute(delete(_SKETCH).where(*_of(account, sha256)))


def _keep_newest(connection: Connection, account: str, most: int) -> None:
    newest = (
        select(_SKETCH.c.sha256)
        .where(_SKETCH.c.account == account)
        .order_by(_SKETCH.c.time.desc(), _SKETCH.c.sha256)
    )
    for other in connection.execute(newest).scalars().all()[most:]:
        connection.execute(delete(_SKETCH).where(*_of(account, other)))


def _of(account: str, sha256: str) -> tuple[Any, Any]:
    return _SKETCH.c.account == account, _SKETCH.c.sha256 == sha256


def _sketch(row: dict[str, Any]) -> StoredSketch:
    read = {"time": times.read(row["time"]), "answers": json.loads(row["answers"])}
    return StoredSketch(**row | read)
