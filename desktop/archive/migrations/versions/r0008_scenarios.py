"""Officials keep what they assume of the months to come, by name."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_CODE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_STRICT: dict[str, Any] = {"sqlite_strict": True}


def upgrade() -> None:
    """Add the table and its events."""
    op.create_table(
        "scenarios",
        sa.Column("id", sa.Integer),
        *(sa.Column(name, _CODE, nullable=False) for name in ("name_key", "body")),
        sa.PrimaryKeyConstraint("id", name="pk_scenarios"),
        **_STRICT,
    )
    # Written out: Alembic adds no column with a foreign key on SQLite, which itself does.
    op.execute(
        "ALTER TABLE events ADD COLUMN scenario_id INTEGER "
        "CONSTRAINT fk_events_scenario_id REFERENCES scenarios (id)"
    )
    if op.get_bind().dialect.name == "sqlite":
        for deed in ("UPDATE", "DELETE"):  # the database itself refuses to change what was written
            op.execute(
                f"CREATE TRIGGER scenarios_no_{deed.lower()} BEFORE {deed} ON scenarios "
                f"BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END"
            )
        op.execute("PRAGMA user_version = 8")
