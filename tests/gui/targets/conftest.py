"""The page of targets on a real archive."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from desktop.archive import Archive
from desktop.figures.month import Month
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetMeasure
from desktop.workflow import Office
from tests.archive.made import reading, row, store

WHOLE = Target(
    Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.12, 0.12, document="NQ 01",
    issued_on=date(2025, 1, 8),
)  # fmt: skip
MILLION = 1e6


@pytest.fixture(scope="module")
def figures(tmp_path_factory):
    """The bytes of an archive: exports of 2024 and half of 2025, of which three items are known."""
    path = tmp_path_factory.mktemp("targets") / "archive.sqlite3"
    amounts = {"TOTAL": 1000, "ELEC": 400, "COFFEE": 200, "SEAFOOD": 100}
    rows = [
        row(amount * MILLION * (1 + (year - 2024) / 10), month=Month(year, n), item=item,
            cell=f"{item}{year}{n}")
        for item, amount in amounts.items()
        for year in (2024, 2025)
        for n in range(1, 13 if year == 2024 else 7)
    ]  # fmt: skip
    with Archive.open(path) as archive:
        store(archive, reading(*rows))
    return path.read_bytes()


@pytest.fixture
def real_office(figures, tmp_path):
    path = tmp_path / "archive.sqlite3"
    path.write_bytes(figures)
    with Office(path, clock=lambda: datetime(2025, 7, 12, tzinfo=UTC), user="Lan") as office:
        yield office


@pytest.fixture
def page_of(open_window, idle, qtbot):
    """Open the page of targets on an office, and wait for what it shows."""

    def opened(office, **how):
        window = open_window(office, **how)
        window.show_page("targets")
        idle(window)
        page = window.pages.targets
        qtbot.waitUntil(lambda: page.tree is not None or not page.standing)
        page.settle = lambda: (idle(window), qtbot.wait(1), idle(window))
        return page

    return opened


@pytest.fixture
def page(real_office, page_of):
    """The page with the year's target, +12 %."""
    real_office.set_target(WHOLE)
    return page_of(real_office)
