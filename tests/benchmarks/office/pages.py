"""The pages of an office, each opened for the first time, and the import of returns."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

from desktop.archive import Archive, packed
from desktop.figures.collector import uncollected
from desktop.figures.comparison import Comparison
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.places import sample
from desktop.figures.reading import DateOrigin, Reading
from desktop.returns import read_return
from tests.benchmarks.office.timed import table, timed
from tests.servers.questions import PAGES, PROVINCE, office_at

RUNS = 5
BOOKS = (
    ("import a GSO return", ("gso", "02-Bieu-T6.2025.xlsx"), ""),
    ("import a customs 5X return", ("customs", "2025-T06T-5X(VN-SB).xlsx"), ""),
    ("import a province's 5X return", ("customs", "2025-T06T-5X(VN-SB).xlsx"), PROVINCE),
)
NOW = datetime(2026, 2, 1, tzinfo=UTC)
DAY = date(2026, 1, 20)


def pages(address: str) -> Iterator[str]:
    """Give a line for each page: by an office that has just opened the archive, and again."""
    for name, ask in PAGES.items():
        first, again = [], []
        for _ in range(RUNS):
            with office_at(address) as office:
                office.archive.figures(provinces=())  # connected, names known
                first.append(timed(lambda o=office, a=ask: a(o)))
                again.append(timed(lambda o=office, a=ask: a(o)))
        yield table(name, first)
        yield table("   again", again)


def imports(address: str) -> Iterator[str]:
    """Give two lines for each book, which is stored as told lately and taken back.

    First compared and stored in one go, as the terminal does; then as it is accepted after a
    review. Each time it tells of another year: what was taken back would be looked at the next
    time.
    """
    numbers = itertools.count()
    with Archive.open(address) as archive:
        for name, place, province in BOOKS:
            reading = read_return(sample(*place))
            for how in (name, "   accepted after a review"):
                runs = []
                for run in range(RUNS):
                    told = moved(reading, run * MONTHS_PER_YEAR, province)
                    content = f"{next(numbers)}".encode()
                    told = replace(told, content_hash=hashlib.sha256(content).hexdigest())
                    found = None if how is name else _reviewed(archive, told)
                    runs.append(_timed(archive, told, content, found))
                yield table(f"{how} ({len(reading.rows)})", runs)


def moved(reading: Reading, back: int, province: str) -> Reading:
    """Let it tell of so many months before, and of a province's trade."""
    rows = tuple(
        row._replace(
            province=province,
            period_start=row.period_start - back,
            period_end=row.period_end - back,
        )
        for row in reading.rows
    )
    return replace(reading, rows=rows, month=reading.month and reading.month - back)


def _reviewed(archive: Archive, reading: Reading) -> Comparison:
    with uncollected(), archive.errand() as memory:
        return archive.compare(reading, DAY, memory)


def _timed(
    archive: Archive, reading: Reading, content: bytes, compared: Comparison | None
) -> tuple[float, float, float, int]:
    stored: list[int | None] = []
    seconds = timed(lambda: stored.append(_take_in(archive, reading, content, compared)))
    archive.withdraw(stored[0] or 0, at=NOW, by="Lan")
    return seconds


def _take_in(
    archive: Archive, reading: Reading, content: bytes, compared: Comparison | None
) -> int | None:
    with uncollected(), archive.errand() as memory:
        _, number = archive.take_in(
            reading, lambda: packed(content), reported_on=DAY, date_origin=DateOrigin.GIVEN,
            imported_at=NOW, imported_by="Lan", memory=memory, unless=lambda _: None,
            compared=compared,
        )  # fmt: skip
    return number
