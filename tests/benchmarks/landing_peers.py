"""The officials' own rules as laws of the annual total, scored as the landing is."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np

from desktop.analysis.landing import History, land
from desktop.analysis.landing.backtest import ORIGINS, cut
from desktop.analysis.landing.measures import crps
from desktop.analysis.landing.tet import calendar
from desktop.figures.month import Month
from desktop.figures.places import sample

Rule = Callable[[np.ndarray, int], float]
PROBABILITIES = np.arange(1, 200) / 200
DRAWS = 2000


def histories() -> dict[str, History]:
    """Every series of the sample file, the calendar to be found out."""
    values: dict[str, dict[Month, float]] = defaultdict(dict)
    with sample("landing", "monthly.csv").open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            month = Month(int(line["year"]), int(line["month"]))
            values[line["series"]][month] = float(line["value"])
    return {
        name: History(max(months), [months[m] for m in sorted(months)], calendar=calendar())
        for name, months in values.items()
    }


def linear(years: np.ndarray, through: int) -> float:
    """Twelve times the average month."""
    return float(years[-1, :through].sum() * 12 / through)


def growth_carried(years: np.ndarray, through: int) -> float:
    """Last year's total, grown as the year has grown so far."""
    grown = years[-1, :through].sum() / years[-2, :through].sum()
    return float(years[-2].sum() * grown)


def shares(years: np.ndarray, through: int) -> float:
    """What is known, over the mean share that it had in five years."""
    before = years[-6:-1]
    share = (before[:, :through].sum(1) / before.sum(1)).mean()
    return float(years[-1, :through].sum() / share)


def law(rule: Rule, years: np.ndarray, through: int) -> np.ndarray:
    """A rule's quantiles: its point, spread as it erred in the last five years."""
    errors = []
    for back in range(2, min(7, len(years) - 5)):
        past = years[: len(years) - back + 1]
        errors.append(np.log(past[-1].sum() / rule(past, through)))
    spread = np.std(errors) if len(errors) > 1 else 0.05
    normal = np.sort(np.random.default_rng(0).standard_normal(20_000))
    return np.asarray(rule(years, through) * np.exp(spread * np.quantile(normal, PROBABILITIES)))


def rows() -> Iterator[str]:
    """One line a rule: error, score, and the score's ratio to ours with its 95 % interval."""
    every = histories()
    for title, names in (
        ("Viet Nam 2008-2025", ["Viet Nam exports"]),
        ("six economies 2008-2019", [n for n in every if n != "Viet Nam exports"]),
    ):
        ours = _scores([(every[n], None) for n in names])
        yield f"{title:<26} landing          {_line(ours)}"
        for rule in (linear, growth_carried, shares):
            theirs = _scores([(every[n], rule) for n in names])
            low, high = _interval(ours, theirs)
            ratio = f"ours / theirs {low:.2f} … {high:.2f}"
            yield f"{title:<26} {rule.__name__:<16} {_line(theirs)}   {ratio}"


def _scores(asked: list[tuple[History, Rule | None]]) -> dict[int, list[tuple[float, float]]]:
    """Error and score of every origin, by year."""
    found: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for history, rule in asked:
        whole = np.array(history.values[: len(history.values) // 12 * 12], float).reshape(-1, 12)
        for place in range(8, len(whole)):
            year, actual = history.first.year + place, whole[place].sum()
            for through in ORIGINS:
                if rule is None:
                    told = land(cut(replace(history), Month(year, through)), year).quantiles
                    quantiles = np.array(told)
                else:
                    quantiles = law(rule, whole[: place + 1], through)
                found[year].append((abs(quantiles[99] / actual - 1), crps(quantiles, actual)))
    return found


def _line(scores: dict[int, list[tuple[float, float]]]) -> str:
    error, score = np.mean([pair for year in scores.values() for pair in year], axis=0) * 100
    return f"error {error:5.2f} %   CRPS {score:5.2f} %"


def _interval(
    ours: dict[int, list[tuple[float, float]]], theirs: dict[int, list[tuple[float, float]]]
) -> tuple[float, float]:
    """Resample whole years: what errs together is drawn together."""
    years, draw = sorted(ours), np.random.default_rng(1)
    sums = np.array([[sum(s for _, s in side[y]) for y in years] for side in (ours, theirs)])
    picked = draw.integers(0, len(years), (DRAWS, len(years)))
    ratios = sums[0][picked].sum(1) / sums[1][picked].sum(1)
    return float(np.quantile(ratios, 0.025)), float(np.quantile(ratios, 0.975))
