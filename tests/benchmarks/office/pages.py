"""The pages of an office, each opened for the first time, and the import of returns."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

from desktop.archive import Archive
from desktop.figures.collector import uncollected
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
    """Give a line for each book, which is stored as told lately and taken back.

    Each time it tells of another year: what was taken back would be looked at the next time.
    """
    numbers = itertools.count()
    with Archive.open(address) as archive:
        for name, place, province in BOOKS:
            reading = read_return(sample(*place))
            runs = []
            for run in range(RUNS):
                told = _moved(reading, run * MONTHS_PER_YEAR, province)
                stored: list[int | None] = []
                runs.append(timed(lambda t=told, s=stored: s.append(_store(archive, t, numbers))))
                archive.withdraw(stored[0] or 0, at=NOW, by="Lan")
            yield table(f"{name} ({len(reading.rows)})", runs)


def _moved(reading: Reading, back: int, province: str) -> Reading:
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


def _store(archive: Archive, reading: Reading, numbers: Iterator[int]) -> int | None:
    content = f"{next(numbers)}".encode()
    other = replace(reading, content_hash=hashlib.sha256(content).hexdigest())
    with uncollected(), archive.errand() as memory:
        found = archive.compare(other, DAY, memory)
        return archive.store(
            other, content, reported_on=DAY, date_origin=DateOrigin.GIVEN,
            imported_at=NOW, imported_by="Lan", brings=(found.new, len(found.changed)),
            memory=memory,
        )  # fmt: skip
