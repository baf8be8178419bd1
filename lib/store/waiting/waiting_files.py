"""Files that wait in the store, each account's own and only a few: drafts and sketches alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Table,
    case,
    delete,
    insert,
    literal,
    select,
    update,
)

from lib.store import times
from lib.store.database import reading, writing

Row = dict[str, Any]


class WaitingFiles:
    """The rows of a table that `tables` describes as waiting; safe to share between threads."""

    def __init__(self, engine: Engine, table: Table) -> None:
        self._engine = engine
        self._table = table

    def keep(
        self, row: Row, most: int, since: datetime, alike: Callable[[str], bool] = lambda _: True
    ) -> None:
        """Keep a row in the place of one of the same file.

        Of the files whose name is `alike` the account keeps its `most` newest; everybody's from
        before `since` go.
        """
        table, account = self._table, row["account"]
        with writing(self._engine) as connection:
            connection.execute(delete(table).where(table.c.time < times.written(since)))
            self._delete(connection, account, row["sha256"])
            connection.execute(insert(table), row)
            newest = (
                select(table.c.sha256, table.c.name)
                .where(table.c.account == account)
                .order_by(table.c.time.desc(), table.c.sha256)
            )
            found = connection.execute(newest).all()
            for sha256 in [sha256 for sha256, name in found if alike(name)][most:]:
                self._delete(connection, account, sha256)

    def list(self, account: str, since: datetime, whole: str | None = None) -> list[Row]:
        """List an account's rows, newest first.

        Only those whose name ends in `whole` come with their file.
        """
        table = self._table
        columns: list[ColumnElement[Any]] = [c for c in table.c if c.name != "content"]
        if whole is not None:
            content = case((table.c.name.endswith(whole), table.c.content), else_=literal(b""))
            columns.append(content.label("content"))
        query = select(*columns).where(
            table.c.account == account, table.c.time >= times.written(since)
        )
        with reading(self._engine) as connection:
            rows = connection.execute(query.order_by(table.c.time.desc())).mappings().all()
        return [_read(row) for row in rows]

    def find(self, account: str, sha256: str) -> Row:
        """Return a row with its file; KeyError where it is gone."""
        with reading(self._engine) as connection:
            query = select(self._table).where(*self._at(account, sha256))
            row = connection.execute(query).mappings().one_or_none()
        if row is None:
            raise KeyError(sha256)
        return _read(row)

    def change(self, account: str, sha256: str, **values: str) -> None:
        """Change columns of a row, if it is there."""
        with writing(self._engine) as connection:
            chosen = update(self._table).where(*self._at(account, sha256))
            connection.execute(chosen.values(**values))

    def forget(self, account: str, sha256: str) -> None:
        """Let go of a file, if it is there."""
        with writing(self._engine) as connection:
            self._delete(connection, account, sha256)

    def _delete(self, connection: Connection, account: str, sha256: str) -> None:
        connection.execute(delete(self._table).where(*self._at(account, sha256)))

    def _at(self, account: str, sha256: str) -> tuple[Any, Any]:
        return self._table.c.account == account, self._table.c.sha256 == sha256


def _read(row: Mapping[Any, Any]) -> Row:
    return {**row, "time": times.read(row["time"])}
