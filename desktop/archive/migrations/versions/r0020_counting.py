"""A server finds the returns that do not count, and those that wait, without reading all others."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add two indexes; a file, which holds no provinces' drafts, is quick without."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA user_version = {int(revision)}")
        return
    op.create_index("ix_events_kind", "events", ["kind", "return_id"], if_not_exists=True)
    op.create_index(
        "ix_returns_province", "returns", ["province"], if_not_exists=True,
        postgresql_where=sa.text("province <> ''"),
    )  # fmt: skip
