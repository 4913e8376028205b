"""Targets of provinces, of other months than a calendar year, and on a base fixed to a day."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_CODE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add four columns; the targets that are in are national, of calendar years, on any base."""
    op.add_column("targets", sa.Column("province", _CODE, nullable=False, server_default=""))
    op.add_column(
        "targets", sa.Column("first_month", sa.Integer, nullable=False, server_default="1")
    )
    op.add_column("targets", sa.Column("months", sa.Integer, nullable=False, server_default="12"))
    op.add_column("targets", sa.Column("base_as_of", _CODE))
    if op.get_bind().dialect.name == "sqlite":
        op.execute("PRAGMA user_version = 4")
