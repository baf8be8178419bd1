"""The tables as they stand after the newest migration.

Rows of `version`, `record`, `change` and `event` are never updated or deleted; triggers see to
it. No table lets the database number its rows, so that they can be copied to another database
as they are.
Times are ISO 8601 texts in UTC, which sort as they should in every database.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
    true,
)

metadata = MetaData()

plan = Table(
    "plan",
    metadata,
    Column("id", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("created", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("head", Integer, nullable=False),
    Column("state", Text, nullable=False, server_default="tampil"),
)
_IS_DEFAULT = text("state = 'utama'")
Index(
    "one_default_plan",
    plan.c.state,
    unique=True,
    sqlite_where=_IS_DEFAULT,
    postgresql_where=_IS_DEFAULT,
)

version = Table(
    "version",
    metadata,
    Column("plan_id", Text, ForeignKey("plan.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("parent", Integer),
    Column("author", Text, nullable=False),
    Column("time", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("sha256", Text, nullable=False, index=True),
    Column("counts", Text, nullable=False),
    Column("upload_name", Text),
    # Last, so that SQLite reads a listing without walking through the files. Empty in versions
    # that began as records (docs/decisions/store.md).
    Column("workbook", LargeBinary, nullable=False),
    Column("upload", LargeBinary),
    UniqueConstraint("plan_id", "parent", name="one_line_of_versions"),
)

record = Table(
    "record",
    metadata,
    Column("plan_id", Text, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    # Of what the record says (`lib.plan.record`), and of the upload as received.
    Column("sha256", Text, nullable=False),
    Column("upload_sha256", Text),
    Column("content", LargeBinary, nullable=False),
    ForeignKeyConstraint(["plan_id", "number"], ["version.plan_id", "version.number"]),
)

change = Table(
    "change",
    metadata,
    Column("plan_id", Text, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("sheet", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("year", Integer),
    Column("column", Text, nullable=False),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    Column("kind", Text, nullable=False),
    ForeignKeyConstraint(["plan_id", "number"], ["version.plan_id", "version.number"]),
)

account = Table(
    "account",
    metadata,
    Column("name", Text, primary_key=True),
    Column("display", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("agency", Text),
    Column("email", Text, unique=True),
    Column("password", Text, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("must_change", Boolean, nullable=False),
    Column("created", Text, nullable=False),
)

session = Table(
    "session",
    metadata,
    # Of the token, in hexadecimal: whoever reads the table cannot sign in with it.
    Column("sha256", Text, primary_key=True),
    Column("account", Text, ForeignKey("account.name"), nullable=False, index=True),
    Column("created", Text, nullable=False),
    Column("seen", Text, nullable=False),
    Column("expires", Text, nullable=False),
    Column("by_password", Boolean, nullable=False, server_default=true()),
)

device = Table(
    "device",
    metadata,
    # Of the token in the browser's cookie; the browser signed in to the account before.
    Column("sha256", Text, primary_key=True),
    Column("account", Text, ForeignKey("account.name"), primary_key=True, index=True),
    Column("seen", Text, nullable=False),
)

attempt = Table(
    "attempt",
    metadata,
    # Blank for names that no account has: no foreign key.
    Column("account", Text, primary_key=True),
    Column("source", Text, primary_key=True),
    Column("first", Text, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("blocked_until", Text),
)


def _waiting(name: str, *own: Column[Any]) -> Table:
    """Describe files that wait for their account: a row for each, its file last."""
    return Table(
        name,
        metadata,
        # Not a foreign key: on one machine without accounts files wait, too.
        Column("account", Text, primary_key=True),
        # Of the file as received.
        Column("sha256", Text, primary_key=True),
        Column("name", Text, nullable=False),
        Column("time", Text, nullable=False, index=True),
        *own,
        Column("content", LargeBinary, nullable=False),
    )


draft = _waiting(
    "draft",
    Column("plan_id", Text, nullable=False),
    Column("choices", Text, nullable=False),
    Column("note", Text, nullable=False),
)

sketch = _waiting("sketch", Column("answers", Text, nullable=False))

event = Table(
    "event",
    metadata,
    Column("id", Text, primary_key=True),
    Column("time", Text, nullable=False, index=True),
    Column("actor", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("detail", Text, nullable=False),
)
