"""The first schema: series, figures and their current values, originals, events, targets."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_AMOUNT = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_CODE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_STRICT: dict[str, Any] = {"sqlite_strict": True}
_KEYED: dict[str, Any] = {"sqlite_strict": True, "sqlite_with_rowid": False}
_APPENDED = ("series", "periods", "terms", "originals", "returns", "targets", "events", "figures")


def upgrade() -> None:
    """Build every table, and on SQLite the guards that keep history as it was written."""
    _names()
    _returns()
    _figures()
    if op.get_bind().dialect.name == "sqlite":
        _guards()
        op.execute("PRAGMA user_version = 1")


def _column(name: str, *constraints: sa.ForeignKey) -> sa.Column[str]:
    return sa.Column(name, _CODE, *constraints, nullable=False)


def _number(name: str, *constraints: sa.ForeignKey) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, *constraints, nullable=False)


def _names() -> None:
    op.create_table(
        "series",
        sa.Column("id", sa.Integer),
        *(_column(n) for n in ("market", "flow", "item", "measure", "ownership", "province")),
        _number("detail"),
        sa.PrimaryKeyConstraint("id", name="pk_series"),
        sa.UniqueConstraint(
            "market", "flow", "item", "measure", "ownership", "province", name="uq_series_market"
        ),
        **_STRICT,
    )
    op.create_table(
        "periods",
        sa.Column("id", sa.Integer),
        _number("last_month"),
        _number("first_month"),
        _column("basis"),
        sa.PrimaryKeyConstraint("id", name="pk_periods"),
        sa.UniqueConstraint("last_month", "first_month", "basis", name="uq_periods_last_month"),
        **_STRICT,
    )
    op.create_table(
        "terms",
        sa.Column("id", sa.Integer),
        _column("text"),
        sa.PrimaryKeyConstraint("id", name="pk_terms"),
        sa.UniqueConstraint("text", name="uq_terms_text"),
        **_STRICT,
    )


def _returns() -> None:
    op.create_table(
        "originals",
        _column("content_hash"),
        _column("packing"),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("content_hash", name="pk_originals"),
        **_STRICT,
    )
    op.create_table(
        "returns",
        sa.Column("id", sa.Integer),
        _column("content_hash", _key("returns", "content_hash", "originals.content_hash")),
        *(_column(n) for n in ("name", "sender", "layout")),
        sa.Column("month", sa.Integer),
        *(_column(n) for n in ("reported_on", "date_origin")),
        _number("figures"),
        _column("findings"),
        sa.PrimaryKeyConstraint("id", name="pk_returns"),
        **_STRICT,
    )
    op.create_index("ix_returns_content_hash", "returns", ["content_hash"])
    op.create_table(
        "targets",
        sa.Column("id", sa.Integer),
        *(_column(n) for n in ("flow", "measure")),
        _number("year"),
        sa.Column("low", _AMOUNT, nullable=False),
        sa.Column("high", _AMOUNT, nullable=False),
        *(_column(n) for n in ("item", "market", "document")),
        sa.Column("issued_on", _CODE),
        sa.PrimaryKeyConstraint("id", name="pk_targets"),
        **_STRICT,
    )
    op.create_table(
        "events",
        sa.Column("id", sa.Integer),
        _column("kind"),
        sa.Column("return_id", sa.Integer, _key("events", "return_id", "returns.id")),
        sa.Column("target_id", sa.Integer, _key("events", "target_id", "targets.id")),
        *(_column(n) for n in ("happened_at", "caused_by")),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
        **_STRICT,
    )
    op.create_index("ix_events_return_id", "events", ["return_id"])


def _key(table: str, column: str, target: str) -> sa.ForeignKey:
    return sa.ForeignKey(target, name=f"fk_{table}_{column}")


def _figures() -> None:
    for table, extra in (("figures", ("return_id", "repeat")), ("current_figures", ())):
        key = ("detail", "period_id", "series_id", *extra)
        op.create_table(
            table,
            _number("detail"),
            _number("period_id", _key(table, "period_id", "periods.id")),
            _number("series_id", _key(table, "series_id", "series.id")),
            _number("return_id", _key(table, "return_id", "returns.id")),
            *([_number("repeat")] if extra else []),
            _number("unit_id", _key(table, "unit_id", "terms.id")),
            _number("status"),
            sa.Column("value", _AMOUNT, nullable=False),
            _number("sheet_id", _key(table, "sheet_id", "terms.id")),
            *(_column(n) for n in ("cell", "printed")),
            _number("label_id", _key(table, "label_id", "terms.id")),
            sa.PrimaryKeyConstraint(*key, name=f"pk_{table}"),
            **_KEYED,
        )
    op.create_index("ix_figures_return_id", "figures", ["return_id"])


def _guards() -> None:
    """Let the database itself refuse to change or delete what was written."""
    for table in _APPENDED:
        for deed in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END"
            )
