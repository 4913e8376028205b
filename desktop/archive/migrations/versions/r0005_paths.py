"""Officials choose how the path to a target is spread: by the season, evenly, by typed shares."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_CODE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_STRICT: dict[str, Any] = {"sqlite_strict": True}


def upgrade() -> None:
    """Add the table and its events; of the paths so far every one is by the season."""
    op.create_table(
        "path_choices",
        sa.Column("id", sa.Integer),
        *(sa.Column(n, _CODE, nullable=False) for n in ("flow", "item", "market", "province")),
        *(sa.Column(n, sa.Integer, nullable=False) for n in ("first_month", "last_month")),
        sa.Column("body", _CODE, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_path_choices"),
        **_STRICT,
    )
    # Written out: Alembic adds no column with a foreign key on SQLite, which itself does.
    op.execute(
        "ALTER TABLE events ADD COLUMN path_choice_id INTEGER "
        "CONSTRAINT fk_events_path_choice_id REFERENCES path_choices (id)"
    )
    if op.get_bind().dialect.name == "sqlite":
        for deed in ("UPDATE", "DELETE"):  # the database itself refuses to change what was written
            op.execute(
                f"CREATE TRIGGER path_choices_no_{deed.lower()} BEFORE {deed} ON path_choices "
                f"BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END"
            )
        op.execute("PRAGMA user_version = 5")
