"""Figures of each province stand on shelves of their own, which are partitions on a server."""

from __future__ import annotations

import zlib

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_TABLES = ("figures", "current_figures")
_APPENDED = ("series", "figures")
_PARTS = 16
"""Partitions for provinces and other countries; the nation has one of its own."""


def upgrade() -> None:
    """Give every area its shelves; on a server lay the figures out by them."""
    connection = op.get_bind()
    areas = connection.scalars(sa.text("SELECT DISTINCT province FROM series")).all()
    shelves = {area: 2 + 2 * (zlib.crc32(area.encode()) % (2**30 - 2)) for area in areas if area}
    if connection.dialect.name == "sqlite":
        if shelves:
            _in_file(shelves)
        op.execute("PRAGMA user_version = 11")
    else:
        _on_server(shelves)
    op.create_index("ix_series_detail", "series", ["detail"])


def _told(statement: str, **values: object) -> None:
    op.execute(sa.text(statement).bindparams(**values))


def _series(shelves: dict[str, int]) -> None:
    for area, shelf in shelves.items():
        renumbered = "UPDATE series SET detail = detail + :shelf WHERE province = :area"
        _told(renumbered, shelf=shelf, area=area)


def _in_file(shelves: dict[str, int]) -> None:
    for table in _APPENDED:
        op.execute(f"DROP TRIGGER {table}_no_update")
    _series(shelves)
    for table in _TABLES:
        op.execute(
            f"UPDATE {table} SET detail = (SELECT detail FROM series WHERE id = series_id) "  # noqa: S608 - our own names
            "WHERE series_id IN (SELECT id FROM series WHERE province <> '')"
        )
    for table in _APPENDED:
        op.execute(
            f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END"
        )


def _on_server(shelves: dict[str, int]) -> None:
    """Copy the figures over: their constraints are added to the whole at once, which is quicker."""
    op.execute("ALTER TABLE series DISABLE TRIGGER USER")
    _series(shelves)
    op.execute("ALTER TABLE series ENABLE TRIGGER USER")
    for table in _TABLES:
        _partitioned(table)


def _partitioned(table: str) -> None:
    old = f"{table}_in_one"
    op.execute(f"ALTER TABLE {table} RENAME TO {old}")
    op.execute(f"CREATE TABLE {table} (LIKE {old} INCLUDING DEFAULTS) PARTITION BY RANGE (detail)")
    op.execute(f"CREATE TABLE {table}_nation PARTITION OF {table} FOR VALUES FROM (0) TO (2)")
    op.execute(
        f"CREATE TABLE {table}_areas PARTITION OF {table} FOR VALUES FROM (2) TO (MAXVALUE) "
        "PARTITION BY HASH (detail)"
    )
    for part in range(_PARTS):
        op.execute(
            f"CREATE TABLE {table}_areas_{part:02} PARTITION OF {table}_areas "
            f"FOR VALUES WITH (MODULUS {_PARTS}, REMAINDER {part})"
        )
    names = [c["name"] for c in sa.inspect(op.get_bind()).get_columns(old)]
    told = ", ".join("s.detail" if name == "detail" else f"f.{name}" for name in names)
    op.execute(
        f"INSERT INTO {table} ({', '.join(names)}) "  # noqa: S608 - our own names
        f"SELECT {told} FROM {old} f JOIN series s ON s.id = f.series_id"
    )
    op.execute(f"DROP TABLE {old}")
    key = (
        "detail",
        "period_id",
        "series_id",
        *(("return_id", "repeat") if table == "figures" else ()),
    )
    op.create_primary_key(f"pk_{table}", table, list(key))
    for column, of in (
        ("period_id", "periods"), ("series_id", "series"), ("return_id", "returns"),
        ("unit_id", "terms"), ("sheet_id", "terms"), ("label_id", "terms"),
    ):  # fmt: skip
        op.create_foreign_key(f"fk_{table}_{column}", table, of, [column], ["id"])
    if table == "figures":
        op.create_index("ix_figures_return_id", table, ["return_id"])
        # The releases of few series through all years, without the periods that others fill.
        op.create_index("ix_figures_series_id", table, ["series_id", "period_id"])
