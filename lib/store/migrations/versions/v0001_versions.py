"""Plans, their versions and the audit of changed cells."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

IMMUTABLE = ("version", "change")


def upgrade() -> None:
    op.create_table(
        "plan",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("created", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("head", sa.Integer, nullable=False),
    )
    _create_version()
    _create_change()
    for table in IMMUTABLE:
        forbid_changes(table)


def _create_version() -> None:
    op.create_table(
        "version",
        sa.Column("plan_id", sa.Text, sa.ForeignKey("plan.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("parent", sa.Integer),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("time", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("counts", sa.Text, nullable=False),
        sa.Column("upload_name", sa.Text),
        sa.Column("workbook", sa.LargeBinary, nullable=False),
        sa.Column("upload", sa.LargeBinary),
        sa.UniqueConstraint("plan_id", "parent", name="one_line_of_versions"),
    )
    op.create_index("ix_version_sha256", "version", ["sha256"])


def _create_change() -> None:
    op.create_table(
        "change",
        sa.Column("plan_id", sa.Text, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("sheet", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("year", sa.Integer),
        sa.Column("column", sa.Text, nullable=False),
        sa.Column("before", sa.Text, nullable=False),
        sa.Column("after", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["plan_id", "number"], ["version.plan_id", "version.number"]),
    )


def forbid_changes(table: str) -> None:
    """Let rows be added to a table, and nothing else."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE OR REPLACE FUNCTION forbid_change() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'versions are immutable'; END $$"
        )
        op.execute(
            f"CREATE TRIGGER {table}_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION forbid_change()"
        )
        return
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
            "BEGIN SELECT RAISE(ABORT, 'versions are immutable'); END"
        )
