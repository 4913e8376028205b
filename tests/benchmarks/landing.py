"""The landing: what one, a backtest, the outlook and scenarios cost, in processor time."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from desktop.analysis.landing import History, land
from desktop.analysis.landing.backtest import backtest, cut
from desktop.analysis.landing.structure import prepared
from desktop.analysis.outlook.bands import of_many
from desktop.analysis.outlook.paths import single_paths
from desktop.analysis.outlook.reconciled import reconciled
from desktop.analysis.outlook.shares import shares
from desktop.figures.month import Month
from desktop.figures.scenario import Scenario, Shock
from tests.benchmarks.landing_peers import histories
from tests.benchmarks.samples import sample_office
from tests.benchmarks.timing import Row, row

LANDING_S, BACKTEST_S, PARTS_S = 0.005, 1.0, 0.3
WOOD = Shock(item="WOOD", market="US", tariff=0.46, volume=-0.25)
TARIFFS = {
    "46%": Shock(market="US", tariff=0.46, volume=-0.1, diverted=0.3),
    "20%": Shock(market="US", tariff=0.2, volume=-0.05, diverted=0.3),
}
RUNS = 7
_MONTHS = 84
_COUNTS = (46, 151, 53, 151)
"""Items and markets of exports, items and markets of imports, as the catalogues have them."""


def rows() -> Iterator[Row]:
    """Viet Nam's exports, the lunar new year to be found out."""
    history = histories()["Viet Nam exports"]
    june = cut(history, Month(2025, 6))
    yield _held("one landing", lambda: land(june, 2025), "5 ms", LANDING_S)
    yield _held("one landing, nothing remembered", lambda: _anew(june), "5 ms", LANDING_S)
    every = range(2008, 2026)
    yield _held("18 years' backtest", lambda: list(backtest(history, every)), "1 s", BACKTEST_S)
    yield _held("all items and markets", _parts(june), "300 ms", PARTS_S)
    with tempfile.TemporaryDirectory() as name, sample_office(Path(name)) as office:
        overview = office.held_overview()
        beside = [Scenario(n, Month(2025, 8), (shock, WOOD)) for n, shock in TARIFFS.items()]
        for text, work, limit, seconds in (
            ("outlook of the samples", lambda: office.outlook(overview=overview), "0.5 s", 0.5),
            (
                "outlook and two scenarios",
                lambda: office.assumed(beside, overview=overview),
                "1 s",
                1.0,
            ),
        ):
            yield _held(text, work, limit, seconds)


def _parts(whole: History) -> Callable[[], object]:
    """Forecast 46 items and 151 markets of both flows on the paths of the total."""
    paths = single_paths(land(whole, 2025))
    total = np.array(whole.values[-_MONTHS:], dtype=float)
    draw = np.random.default_rng(1)
    splits = []
    for count in _COUNTS:
        share = draw.dirichlet(np.full(count, 0.3))
        noise = np.exp(draw.normal(0, 0.1, (count, _MONTHS)))
        splits.append(share[:, None] * total * noise)

    def forecast() -> None:
        for stream, months in enumerate(splits):
            told = shares(months, total, 6)
            whole_share = np.nan_to_num(told.share, nan=1e-9)
            spread = np.nan_to_num(told.spread, nan=0.5)
            whole_share /= whole_share.sum()
            of_many(reconciled(whole_share, spread, paths.rest, 20 + stream))

    return forecast


def _anew(history: object) -> None:
    prepared.cache_clear()
    land(history, 2025)  # type: ignore[arg-type]  # a history


def _held(name: str, work: Callable[[], object], limit: str, seconds: float) -> Row:
    work()
    return row(name, limit, [(_timed(work), seconds) for _ in range(RUNS)])


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
