"""A server finds the returns of a day and after, and looks up less for each figure it is told."""

from __future__ import annotations

from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add an index; the guards of a server are renewed behind every migration."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA user_version = {int(revision)}")
        return
    op.create_index("ix_returns_reported_on", "returns", ["reported_on"], if_not_exists=True)
