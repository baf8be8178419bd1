"""Which plan everybody sees first, and which are put away.

Until now it was the newest one; it stays so until an admin says otherwise.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_NEWEST = """\
UPDATE plan SET state = 'utama' WHERE id = (
    SELECT id FROM plan ORDER BY position DESC, created DESC, id DESC LIMIT 1
)"""


def upgrade() -> None:
    op.add_column("plan", sa.Column("state", sa.Text, nullable=False, server_default="tampil"))
    op.execute(_NEWEST)
    is_default = sa.text("state = 'utama'")
    op.create_index(
        "one_default_plan",
        "plan",
        ["state"],
        unique=True,
        sqlite_where=is_default,
        postgresql_where=is_default,
    )
