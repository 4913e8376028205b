"""Returns say when their workbook was last saved: a correction of the same day wins by it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_CODE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the stamp; nothing is known of the returns that are in, so the figures stay as shown."""
    op.add_column("returns", sa.Column("saved_at", _CODE, nullable=False, server_default=""))
    if op.get_bind().dialect.name == "sqlite":
        op.execute("PRAGMA user_version = 2")
