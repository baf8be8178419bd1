"""Sign-ins by password or by service, browsers that are known, and wrong passwords by source."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "session", sa.Column("by_password", sa.Boolean, nullable=False, server_default=sa.true())
    )
    op.drop_column("account", "failures")
    op.drop_column("account", "blocked_until")
    op.create_table(
        "device",
        sa.Column("sha256", sa.Text, primary_key=True),
        sa.Column("account", sa.Text, sa.ForeignKey("account.name"), primary_key=True),
        sa.Column("seen", sa.Text, nullable=False),
    )
    op.create_index("ix_device_account", "device", ["account"])
    op.create_table(
        "attempt",
        sa.Column("account", sa.Text, primary_key=True),
        sa.Column("source", sa.Text, primary_key=True),
        sa.Column("first", sa.Text, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("blocked_until", sa.Text),
    )
