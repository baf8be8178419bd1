"""Each version's record beside it: what it says, in cells instead of a workbook.

Versions from before get theirs from the service, which can read their workbooks.
"""

import sqlalchemy as sa
from alembic import op

from lib.store.migrations.versions.v0001_versions import forbid_changes

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "record",
        sa.Column("plan_id", sa.Text, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("upload_sha256", sa.Text),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.ForeignKeyConstraint(["plan_id", "number"], ["version.plan_id", "version.number"]),
    )
    forbid_changes("record")
