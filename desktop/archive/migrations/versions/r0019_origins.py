"""From where a server saw a change come, beside the desk's word; nothing is written untold."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_CODE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the column; of what happened before, the server's word stands in the desk's.

    The guards of a server, which fill it in, are renewed behind every migration.
    """
    op.add_column("events", sa.Column("origin", _CODE, nullable=False, server_default=""))
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA user_version = {int(revision)}")
