"""Landings of any monthly series in a file, and how good they would have been in past years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path

from desktop.analysis.landing import PROBABILITIES, History, Landing, land
from desktop.analysis.landing.backtest import backtest
from desktop.analysis.landing.results import Reason, Why
from desktop.analysis.landing.tet import calendar
from desktop.analysis.landing.track import Track, track
from desktop.figures.csv_texts import write_rows
from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.reports.saving import save_whole
from desktop.workflow.series_files import FileSeries, read_series

BACKTEST_COLUMNS = ("series", "year", "origin", "probability", "quantile")
"""Columns of a backtest's file: a line for each of the 199 probabilities of each origin (1-11)."""

_MAY_LAG = 2
"""Months by which a series may end before the newest of its file."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of every series: the year, the last month that counts; None is the newest.

    `lunar` overrides what the file or the figures say; `break_at` marks a new definition.
    """

    year: int | None = None
    through: Month | None = None
    lunar: bool | None = None
    break_at: Month | None = None


@dataclass(frozen=True, slots=True)
class SeriesLanding:
    """The landing of one series of a file."""

    name: str
    landing: Landing


@dataclass(frozen=True, slots=True)
class SeriesTrack:
    """How good the landings of one series were; `silent` are origins without a number."""

    name: str
    track: Track | None
    silent: tuple[Landing, ...]


def outlook_of(path: Path, asked: Asked) -> list[SeriesLanding]:
    """Land every series of a file; raises `Refused` where it cannot be read."""
    found = read_series(path)
    newest = max((month for series in found for month in series.values), default=None)
    year = asked.year or (asked.through or newest or Month(1, 1)).year
    return [SeriesLanding(s.name, _landing(s, asked, year, newest)) for s in found]


def _landing(series: FileSeries, asked: Asked, year: int, newest: Month | None) -> Landing:
    december = Month(year, MONTHS_PER_YEAR)
    wanted = asked.through or min(december, newest or december)
    reason, history = _history(series, asked)
    if history is None or reason:
        through = min(wanted, history.through) if history else wanted
        return Landing(year, through, 0.0, None, None, (), (reason or Reason(Why.NOTHING_YET),))
    last = min(wanted, history.through)
    late = wanted - history.through
    if late > 0 if asked.through else late > _MAY_LAG:
        stopped = Reason(Why.STOPPED, history.through)
        return Landing(year, last, 0.0, None, None, (), (stopped,))
    if last < history.first:
        return Landing(year, last, 0.0, None, None, (), (Reason(Why.NOTHING_YET),))
    return land(_until(history, last), year)


def _until(history: History, last: Month) -> History:
    return replace(history, through=last, values=history.values[: last - history.first + 1])


def _history(series: FileSeries, asked: Asked) -> tuple[Reason | None, History | None]:
    if not series.known:
        return series.problem, None
    lunar = series.lunar if asked.lunar is None else asked.lunar
    values = series.stretch()
    known = series.known[-1]
    history = History(
        known, values, lunar=lunar, calendar=calendar(), break_at=asked.break_at or series.break_at
    )
    return series.problem, history


def backtest_of(
    path: Path, out: Path, asked: Asked, first: int | None, last: int | None
) -> list[SeriesTrack]:
    """Land every series of a file from every origin of past years, and write all quantiles.

    Args:
        path: The file of series.
        out: Where the quantiles go, by `BACKTEST_COLUMNS`; written whole or not at all.
        asked: Only `lunar` and `break_at` count.
        first: First year; by default the first that two full years go before.
        last: Last year; by default the last complete one.

    Raises:
        Refused: the file cannot be read, holds no whole year of those asked for, or the place
            takes none.
    """
    rows: list[Sequence[object]] = []
    tracks = []
    for series in read_series(path):
        landings = list(_past(series, asked, first, last))
        for landing in landings:
            rows += quantile_lines(series.name, landing)
        told = [one for one in landings if one.quantiles]
        silent = tuple(one for one in landings if not one.quantiles)
        tracks.append(SeriesTrack(series.name, track(told, _totals(series)), silent))
    if not rows and not any(one.silent for one in tracks):
        raise Refused(Finding(Severity.ERROR, "no_year_to_try", about=path.name))
    text = StringIO()
    write_rows(rows, BACKTEST_COLUMNS, text)
    save_whole(text.getvalue().encode(), out)
    return tracks


def _past(
    series: FileSeries, asked: Asked, first: int | None, last: int | None
) -> Iterator[Landing]:
    reason, history = _history(series, asked)
    if history is None:
        return
    totals = _totals(series)
    begin = max(first or 0, history.first.year)
    for year in range(begin, min(last or history.through.year, history.through.year) + 1):
        if reason:
            yield Landing(year, Month(year, 1), 0.0, None, None, (), (reason,))
        elif year in totals:
            yield from backtest(history, range(year, year + 1))
        elif gap := _gap(series, history, year):
            yield Landing(year, Month(year, 1), 0.0, None, None, (), (Reason(Why.GAP, gap),))


def _gap(series: FileSeries, history: History, year: int) -> Month | None:
    """Find the first month missing from a year that the series covers: nobody knows its total."""
    months = (Month(year, number) for number in range(1, MONTHS_PER_YEAR + 1))
    inside = (m for m in months if history.first <= m <= history.through)
    return next((m for m in inside if series.values.get(m) is None), None)


def _totals(series: FileSeries) -> dict[int, float]:
    """Totals of the years of which every month is known."""
    by_year: dict[int, list[float]] = {}
    for month in series.known:
        by_year.setdefault(month.year, []).append(series.values[month] or 0.0)
    return {y: sum(v) for y, v in by_year.items() if len(v) == MONTHS_PER_YEAR}


def quantile_lines(name: str, landing: Landing) -> Iterator[Sequence[object]]:
    """Give the lines of one landing, by `BACKTEST_COLUMNS`; none without a number."""
    for probability, quantile in zip(PROBABILITIES, landing.quantiles, strict=False):
        yield (name, landing.year, landing.through.number, probability, written(quantile))


def written(amount: float) -> float:
    """Round to ten digits: what lies beyond is the processor's own."""
    return float(f"{amount:.10g}")
