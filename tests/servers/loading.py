"""A grown archive put on a server by COPY; it holds what importing the same would."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterable

import pandas as pd
import psycopg

from desktop.archive.schema import current_figures, figures, metadata
from desktop.figures.month import MONTHS_PER_YEAR
from tests.servers.growing import Growth
from tests.servers.templates import YEAR

_KEY = ["detail", "period_id", "series_id"]


def load(address: str, growth: Growth, heard: Callable[[str], object] = lambda _: None) -> int:
    """Fill an archive without a return; say how many figures it has now."""
    with psycopg.connect(address) as connection:
        # Whole sets are copied: foreign keys are not asked for one row at a time.
        connection.execute("SET session_replication_role = replica")
        connection.execute("SET synchronous_commit = off")
        for table, rows in _small(growth):
            _copy(connection, table, rows)
        counts: dict[int, int] = {}
        indexes = _taken_away(connection)
        for lot in growth.figures():
            counts |= lot.groupby("return_id").size().to_dict()
            lines = _lines(lot)
            _send(connection, figures.name, lines)
            # By the order in which one wins over the other; of one day the firmer, then by hash.
            ordered = lot.assign(line=lines).sort_values(
                ["reported_on", "status", "return_id"], kind="stable"
            )
            won = ordered.drop_duplicates(_KEY, keep="last").sort_values(_KEY)
            _send(connection, current_figures.name, won["line"].tolist())
            heard(f"{sum(counts.values()):,} figures")
        for statement in indexes:
            heard(statement)
            connection.execute(statement)  # type: ignore[arg-type] - the server's own words
        _copy(connection, "returns", _returns(growth, counts))
        _copy(connection, "events", _events(growth))
    with psycopg.connect(address, autocommit=True) as connection:
        for name in metadata.tables:
            connection.execute(f"VACUUM ANALYZE {name}")
    return sum(counts.values())


def _small(growth: Growth) -> Iterable[tuple[str, pd.DataFrame]]:
    series, periods = growth.series, growth.periods
    yield "series", pd.DataFrame({
        "id": series["series_id"],
        **{n: series[n] for n in ("market", "flow", "item", "measure", "ownership", "province")},
        "detail": series["detail"],
    })  # fmt: skip
    yield "periods", pd.DataFrame({
        "id": periods["period_id"], "last_month": periods["period_end"],
        "first_month": periods["period_start"], "basis": periods["basis"],
    })  # fmt: skip
    yield "terms", pd.DataFrame({"id": growth.terms.values(), "text": growth.terms.keys()})
    contents = [_content(number) for number in growth.returns["number"]]
    yield "originals", pd.DataFrame({
        "content_hash": [hashlib.sha256(content).hexdigest() for content in contents],
        "packing": "zlib", "body": ["\\x" + zlib.compress(c).hex() for c in contents],
    })  # fmt: skip


def _content(number: int) -> bytes:
    return f"return {number}".encode()


def _returns(growth: Growth, counts: dict[int, int]) -> pd.DataFrame:
    told, books = growth.returns, growth.source.books
    shift = (told["year"] - YEAR) * MONTHS_PER_YEAR
    first = [min(row.period_start for row in book.rows) for book in books]
    last = [max(row.period_end for row in book.rows) for book in books]
    return pd.DataFrame({
        "id": told["number"],
        "content_hash": [hashlib.sha256(_content(n)).hexdigest() for n in told["number"]],
        "name": [
            f"{area} {year} {books[book].name}".strip()
            for area, year, book in zip(told["area"], told["year"], told["book"], strict=True)
        ],
        "sender": [
            _sender(area, books[book].sender)
            for area, book in zip(told["area"], told["book"], strict=True)
        ],
        "layout": [books[b].layout for b in told["book"]],
        "month": [books[b].month.ordinal for b in told["book"]] + shift,
        "reported_on": told["reported_on"], "date_origin": "calendar",
        "figures": told["number"].map(counts).fillna(0).astype(int), "findings": "[]",
        "saved_at": "",
        "first_month": [first[b] for b in told["book"]] + shift,
        "last_month": [last[b] for b in told["book"]] + shift,
        "new_figures": told["number"].map(counts).fillna(0).astype(int), "changed_figures": 0,
        "province": "",
    })  # fmt: skip


def _sender(area: str, office: str) -> str:
    return f"{area}, {office}" if area else office


def _events(growth: Growth) -> pd.DataFrame:
    told = growth.returns
    return pd.DataFrame({
        "id": told["number"], "kind": "imported", "return_id": told["number"],
        "happened_at": told["reported_on"] + "T09:00:00+07:00", "caused_by": "Lan",
    })  # fmt: skip


def _taken_away(connection: psycopg.Connection) -> list[str]:
    """Let go of the indexes of figures; give what puts them back, each put in order at once.

    Kept while rows come, each row by itself would be put in order, three times.
    """
    places = [[figures.name, current_figures.name]]
    keys = connection.execute(_KEYS, places).fetchall()
    back = [f"ALTER TABLE {table} ADD CONSTRAINT {name} {told}" for table, name, told in keys]
    for table, name, _ in keys:
        connection.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
    others = connection.execute(_INDEXES, places).fetchall()
    back += [told.replace(" ON ONLY ", " ON ") for _, told in others]
    for name, _ in others:
        connection.execute(f"DROP INDEX {name}")
    return back


_KEYS = """
SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
WHERE contype = 'p' AND conrelid::regclass::text = ANY (%s)
"""
_INDEXES = """
SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
WHERE indrelid::regclass::text = ANY (%s)
"""
_SENT = [column.name for column in current_figures.c]


def _lines(lot: pd.DataFrame) -> list[str]:
    """Write down what the history and what is shown have in common, as COPY takes it.

    Several times as quick as `to_csv`; nothing in a cell's name or a number is to be marked.
    """
    written = "\t".join(["%s"] * len(_SENT)).__mod__
    return list(map(written, zip(*(lot[name].tolist() for name in _SENT), strict=True)))


def _send(connection: psycopg.Connection, table: str, lines: list[str]) -> None:
    names = ", ".join(_SENT)
    # Of the history's figures each is the one that stands for its return.
    more, end = (", repeat", "\t0\n") if table == figures.name else ("", "\n")
    with connection.cursor().copy(f"COPY {table} ({names}{more}) FROM STDIN") as copy:
        for first in range(0, len(lines), 10_000):
            copy.write(end.join((*lines[first : first + 10_000], "")))


def _copy(connection: psycopg.Connection, table: str, rows: pd.DataFrame) -> None:
    names = ", ".join(rows.columns)
    with connection.cursor().copy(
        f"COPY {table} ({names}) FROM STDIN (FORMAT csv, NULL '\\N')"
    ) as copy:
        for first in range(0, len(rows), 100_000):
            copy.write(rows[first : first + 100_000].to_csv(header=False, index=False))
