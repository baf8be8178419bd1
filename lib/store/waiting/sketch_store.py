"""Sketches: new plans on their way, each account's own and only a few."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Engine

from lib.store import tables, times
from lib.store.waiting.waiting_files import Row, WaitingFiles


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
        self._files = WaitingFiles(engine, tables.sketch)

    def keep(self, sketch: StoredSketch, most: int, since: datetime) -> None:
        """Keep a sketch, in the place of one of the same file.

        The account keeps its `most` newest; everybody's from before `since` go.
        """
        row = {name: getattr(sketch, name) for name in ("account", "sha256", "name", "content")}
        row |= {"time": times.written(sketch.time), "answers": json.dumps(dict(sketch.answers))}
        self._files.keep(row, most, since)

    def list(self, account: str, since: datetime) -> tuple[StoredSketch, ...]:
        """List an account's sketches, newest first, without their files."""
        return tuple(map(_sketch, self._files.list(account, since)))

    def find(self, account: str, sha256: str) -> StoredSketch:
        """Return a sketch with its file; KeyError where it is gone."""
        return _sketch(self._files.find(account, sha256))

    def answer(self, account: str, sha256: str, answers: Mapping[str, str]) -> None:
        """Keep what was answered so far."""
        self._files.change(account, sha256, answers=json.dumps(dict(answers)))

    def forget(self, account: str, sha256: str) -> None:
        """Let go of a sketch, if it is there."""
        self._files.forget(account, sha256)


def _sketch(row: Row) -> StoredSketch:
    return StoredSketch(**row | {"answers": json.loads(row["answers"])})
