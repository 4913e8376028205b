"""A server's index of series holds what is not split by item and by market at once: the few."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index anew, a tenth of what it was; the guards of a server follow by themselves."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA user_version = {int(revision)}")
        return
    op.drop_index("ix_figures_series_id", "figures", if_exists=True)
    op.create_index(
        "ix_figures_series_id", "figures", ["series_id", "period_id"],
        postgresql_where=sa.text("mod(detail, 2) = 0"),
    )  # fmt: skip
