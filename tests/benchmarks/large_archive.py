"""1.4 million figures: the archive opened, and its first answers, against sqlite3 and pandas."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pandas as pd

from desktop.figures.month import Month
from desktop.figures.vintage import Vintage
from desktop.workflow import Office, YearAsked
from tests.benchmarks.samples import sample_office
from tests.benchmarks.timing import Row, compare

FIGURES = 1_400_000
JUNE = Month(2025, 6)
NOW = datetime(2025, 7, 12, tzinfo=UTC)
_YEARS = 2
_PLAIN = """
SELECT s.flow, s.item, s.market, s.ownership, p.basis, p.last_month, c.value
FROM current_figures c JOIN series s ON s.id = c.series_id JOIN periods p ON p.id = c.period_id
WHERE c.detail = 0 AND s.measure = 'value' AND p.last_month BETWEEN ? AND ?
"""


def rows() -> Iterator[Row]:
    """The samples told again two years earlier, and again, until there are so many figures."""
    with tempfile.TemporaryDirectory() as name:
        sample_office(Path(name)).close()
        place = Path(name) / "archive.sqlite3"
        count = _grown(place)
        for what, answer in (
            ("structure", _structure), ("overview", _overview), ("overview as known", _known),
            ("outlook", _outlook),
        ):  # fmt: skip
            yield compare(
                f"{count:,} figures: opened, first {what}", partial(answer, place),
                "sqlite3 + pandas, newest values only", partial(_plain, place),
                clock=time.process_time,
            )  # fmt: skip


def _office(place: Path) -> Office:
    return Office(place, clock=lambda: NOW, user="bench")


def _structure(place: Path) -> object:
    with _office(place) as office:
        return office.structure(JUNE)


def _overview(place: Path) -> object:
    with _office(place) as office:
        return office.overview(YearAsked(through=JUNE))


def _known(place: Path) -> object:
    with _office(place) as office:
        return office.overview(YearAsked(through=JUNE, vintage=Vintage(known_by=NOW)))


def _outlook(place: Path) -> object:
    with _office(place) as office:
        return office.outlook(YearAsked(through=JUNE))


def _plain(place: Path) -> pd.DataFrame:
    with sqlite3.connect(place) as connection:
        frame = pd.read_sql_query(
            _PLAIN, connection, params=[Month(2024, 1).ordinal, Month(2025, 12).ordinal]
        )
    return frame.pivot_table(
        index=["flow", "item", "market", "ownership"],
        columns=["basis", "last_month"],
        values="value",
    )


def _grown(place: Path) -> int:
    """Copy every return two years back as often as it takes; say how many figures there are."""
    with sqlite3.connect(place) as archive:
        (held,) = archive.execute("SELECT count(*) FROM figures").fetchone()
        most = archive.execute("SELECT max(id) FROM returns").fetchone()[0]
        for turn in range(1, FIGURES // held + 1):
            _copied(archive, turn, most * turn)
        archive.execute("ANALYZE")
        (count,) = archive.execute("SELECT count(*) FROM figures").fetchone()
    return int(count)


def _copied(archive: sqlite3.Connection, turn: int, offset: int) -> None:
    columns = {
        table: [c[1] for c in archive.execute(f"PRAGMA table_info({table})")]
        for table in ("returns", "figures", "current_figures", "events")
    }
    months, most = 12 * _YEARS * turn, offset // turn
    archive.execute(
        "INSERT OR IGNORE INTO periods (last_month, first_month, basis)"
        " SELECT last_month - ?1, first_month - ?1, basis FROM periods WHERE last_month > ?2",
        (months, Month(2014, 1).ordinal),
    )
    shifted = {"id": f"id + {offset}", "return_id": f"return_id + {offset}",
               "reported_on": f"date(reported_on, '-{_YEARS * turn} years')"}  # fmt: skip
    _insert(archive, "returns", columns["returns"], shifted, f"id <= {most}")
    events = {**shifted, "id": f"id + (SELECT max(id) FROM events) * {turn}"}
    _insert(archive, "events", columns["events"], events, f"return_id <= {most}")
    earlier = (
        "(SELECT q.id FROM periods q JOIN periods p ON p.id = period_id WHERE q.basis = p.basis"
        f" AND q.last_month = p.last_month - {months} AND q.first_month = p.first_month - {months})"
    )
    for table in ("figures", "current_figures"):
        _insert(archive, table, columns[table], {**shifted, "period_id": earlier},
                f"return_id <= {most}")  # fmt: skip


def _insert(
    archive: sqlite3.Connection, table: str, columns: list[str], told: dict[str, str], which: str
) -> None:
    values = ", ".join(told.get(c, c) for c in columns)
    archive.execute(
        f"INSERT OR IGNORE INTO {table} ({', '.join(columns)})"
        f" SELECT {values} FROM {table} WHERE {which}"
    )
