"""The track record: the same month of past years, told by us and by the officials' own rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop.analysis.landing import History, Landing, land
from desktop.analysis.landing.backtest import cut
from desktop.analysis.outlook.results import Record, Rule
from desktop.analysis.phasing import season
from desktop.figures.month import MONTHS_PER_YEAR, Month

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST = 10
"""Years looked back on, the newest: older ones were other times."""
_FEWEST = 3
"""So many years that every rule can tell of are compared; of fewer, what each rule can."""


def record(history: History, year: int, number: int) -> Record | None:
    """Hold every rule against the years before, each told from its first months alone.

    By the figures as they stand. None where no year before is known, or in December, when
    nothing is left to tell.
    """
    if number >= MONTHS_PER_YEAR:
        return None
    by_year: dict[int, Mapping[Rule, float]] = {}
    held: dict[int, bool] = {}
    for past in range(year - _MOST, year):
        told = _told(history, past, number)
        if told is None:
            continue
        actual, landing, errors = told
        by_year[past] = errors
        low, high = landing.quantile(0.1), landing.quantile(0.9)
        held[past] = low is not None and high is not None and low <= actual <= high
    if not by_year:
        return None
    whole = {past: errors for past, errors in by_year.items() if len(errors) == len(Rule)}
    counted = whole if len(whole) >= _FEWEST else by_year
    inside = sum(held[past] for past in counted)
    return Record(tuple(counted), _means(counted), counted, inside)


def _told(
    history: History, year: int, number: int
) -> tuple[float, Landing, Mapping[Rule, float]] | None:
    months = _year(history, year)
    before = _year(history, year - 1)
    if months is None or before is None:
        return None
    landing = land(cut(history, Month(year, number)), year)
    if landing.median is None:
        return None
    actual, known = sum(months), sum(months[:number])
    errors = {
        Rule.LANDING: landing.median / actual - 1,
        Rule.CARRIED: sum(before) * known / sum(before[:number]) / actual - 1,
        Rule.LINEAR: known * MONTHS_PER_YEAR / number / actual - 1,
    }
    share = _share(history, year, number)
    if share:
        errors[Rule.SEASON] = known / share / actual - 1
    return actual, landing, errors


def _share(history: History, year: int, number: int) -> float | None:
    """Share of the year that its first months bring, by the season that paths follow."""
    first = history.first.ordinal
    known = {
        first + n: round(value) for n, value in enumerate(history.values)
        if value is not None and first + n < year * MONTHS_PER_YEAR
    }  # fmt: skip
    shares = season(known, Month(year, 1)).shares
    return float(sum(shares[:number])) if shares else None


def _year(history: History, year: int) -> list[float] | None:
    place = Month(year, 1) - history.first
    if place < 0:
        return None
    months = history.values[place : place + MONTHS_PER_YEAR]
    known = [v for v in months if v is not None]
    return known if len(known) == MONTHS_PER_YEAR else None


def _means(by_year: Mapping[int, Mapping[Rule, float]]) -> dict[Rule, float]:
    """Mean absolute errors of the rules that tell of every year."""

    def of(rule: Rule) -> Iterator[float]:
        return (abs(errors[rule]) for errors in by_year.values())

    whole = [rule for rule in Rule if all(rule in errors for errors in by_year.values())]
    return {rule: sum(of(rule)) / len(by_year) for rule in whole}
