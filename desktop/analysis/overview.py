"""The whole answer about a year: both flows, balance, items, markets and sectors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.analysis import contributions
from desktop.analysis.balance import balance
from desktop.analysis.contributions import Whole
from desktop.analysis.cumulative import cumulatives
from desktop.analysis.estimates import usual_revision
from desktop.analysis.growth import thousandths
from desktop.analysis.lines import Book
from desktop.analysis.phasing import season
from desktop.analysis.printed import lay_out
from desktop.analysis.progress import Case, progress
from desktop.analysis.results import Overview
from desktop.analysis.targets import annual, in_force
from desktop.analysis.targets.every import (
    NOTHING_BESIDE,
    Evidence,
    Paths,
    TargetFrames,
    every_progress,
)
from desktop.analysis.yardsticks import best_month
from desktop.figures.month import Month
from desktop.figures.series import TRADE, Flow, Ownership, Series
from desktop.figures.vintage import LATEST, Vintage

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from desktop.analysis.results import Progress
    from desktop.analysis.target_results import TargetProgress
    from desktop.figures.phasing import PathChoice, Phasing
    from desktop.figures.target import Target

_EXPORTS = Series(Flow.EXPORT)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the last month that counts, as of which vintage, phased how."""

    through: Month
    vintage: Vintage
    paths: Paths


def overview(
    figures: pd.DataFrame,
    targets: Sequence[Target],
    *,
    year: int | None = None,
    through: Month | None = None,
    vintage: Vintage = LATEST,
    phasing: Phasing | None = None,
    choices: Sequence[PathChoice] = (),
    beside: TargetFrames = NOTHING_BESIDE,
) -> Overview | None:
    """Say where the year stands.

    Args:
        figures: Rows with `FIGURE_COLUMNS`: the WORLD series of every item and ownership of both
            flows, and item TOTAL of every market; ``value`` and ``growth_value`` rows count, in
            any order. Every release of a figure is wanted, not only the newest: a return that
            has been superseded may still be the one to tell what an earlier month became.
        targets: Every target on record; the newest issued by the vintage's day is in force.
        year: The year in question; that of `through`, or of the newest month, if left out.
        through: The last month that counts; the newest month of the year if left out. Months
            behind it are treated as still to come.
        vintage: What `figures` was asked with. With `first_release` the oldest figure wins
            where several would do, otherwise the newest.
        phasing: How the target is to be spread over the months, whatever was chosen before.
        choices: What officials chose for the paths of scopes and periods; by season where nothing.
        beside: What targets need beyond `figures`, which holds items and markets apart and the
            newest base only.

    Returns:
        The whole answer, or None where there is no total export figure at all.

    Raises:
        ValueError: `through` lies outside `year`.
    """
    if year is not None and through is not None and through.year != year:
        raise ValueError(f"{through} is not a month of {year}")
    printed = lay_out(figures, first_release=vintage.first_release)
    if printed is None:
        return None
    book = Book(printed, cumulatives(printed))
    held = [month for y in book.years for month in book.line(_EXPORTS, y).held()]
    if not held:
        return None
    asked = Question(through or _newest(held, year), vintage, Paths(phasing, choices))
    evidence = Evidence(beside.added_to(figures), vintage, book, beside.then)
    tracked = every_progress(targets, evidence, asked.through, asked.paths)
    flows = tuple(_progress(book, tracked, asked, flow, figures) for flow in TRADE)
    return _answer(book, tracked, asked, held, flows)


def _newest(held: Sequence[Month], year: int | None) -> Month:
    """Give the newest month held, of a year if one is given; January where it holds none."""
    return max(
        (month for month in held if year in (None, month.year)),
        default=Month(year or held[-1].year, 1),
    )


def _answer(
    book: Book,
    tracked: tuple[TargetProgress, ...],
    asked: Question,
    held: Sequence[Month],
    flows: tuple[Progress, ...],
) -> Overview:
    through, (exports, imports) = asked.through, flows
    line, base = (
        book.line(_EXPORTS, y).cumulative_values for y in (through.year, through.year - 1)
    )
    whole = Whole(line[through.number - 1], base[through.number - 1])
    domestic, fdi = (
        contributions.sector(book, through, whole, ownership)
        for ownership in (Ownership.DOMESTIC, Ownership.FDI)
    )
    return Overview(
        year=through.year,
        through=through,
        vintage=asked.vintage,
        exports=exports,
        imports=imports,
        balance=balance(exports, imports),
        items=contributions.items(book, through, whole),
        markets=contributions.markets(book, through, whole),
        domestic=domestic,
        fdi=fdi,
        check=contributions.sector_check(whole, domestic, fdi),
        years=tuple(sorted({month.year for month in held})),
        months=tuple(month for month in held if month.year == through.year),
        targets=tracked,
    )


def _progress(
    book: Book,
    tracked: Sequence[TargetProgress],
    asked: Question,
    flow: Flow,
    figures: pd.DataFrame,
) -> Progress:
    series, year = Series(flow), asked.through.year
    line, last, first = book.line(series, year), book.line(series, year - 1), Month(year, 1)
    target = in_force([p.target for p in tracked], flow=flow, year=year)
    held = [month.number for f in TRADE for month in book.line(Series(f), year).held()]
    fixed = next((p for p in tracked if p.target is target and p.base_as_of), None)
    base_year = thousandths(fixed.base) if fixed else last.cumulative_values[-1]
    return progress(
        Case(
            flow=flow,
            through=asked.through,
            this=line,
            last=last,
            annual=annual(target, base_year),
            season=season(book.history(series), first, wish=asked.paths.of_total(flow, year)),
            newest=max(held, default=0),
            best=best_month(book, series, asked.through),
            revision=usual_revision(figures, series, line, asked.through.number),
        )
    )
