"""The whole answer about a year: both flows, balance, items, markets and sectors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import pandas as pd

from desktop.analysis import contributions
from desktop.analysis.balance import balance
from desktop.analysis.contributions import Whole
from desktop.analysis.estimates import usual_revision
from desktop.analysis.growth import thousandths
from desktop.analysis.laid_on import laid_on
from desktop.analysis.lines import laid_out
from desktop.analysis.phasing import season
from desktop.analysis.progress import Case, progress
from desktop.analysis.results import Overview
from desktop.analysis.rows import VALUES, counting, taken
from desktop.analysis.targets import annual, in_force
from desktop.analysis.targets.every import (
    NOTHING_BESIDE,
    Evidence,
    Paths,
    TargetFrames,
    every_progress,
)
from desktop.analysis.yardsticks import best_month
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.series import TRADE, Flow, Ownership, Series
from desktop.figures.vintage import LATEST, Vintage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.analysis.lines import Book
    from desktop.analysis.results import Progress
    from desktop.analysis.rows import Columns
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


class Held(Protocol):
    """Figures that somebody keeps: as a frame, put together when it is looked at, and laid out."""

    @property
    def frame(self) -> pd.DataFrame:
        """Rows with `FIGURE_COLUMNS`."""

    @property
    def book(self) -> Book | None:
        """The same laid out by `lay_overview`; None where none of them counts."""


@dataclass(frozen=True, eq=False)
class _Framed:
    """A frame that is laid out for one question."""

    frame: pd.DataFrame
    book: Book | None


def lay_overview(figures: pd.DataFrame | Columns, *, first_release: bool = False) -> Book | None:
    """Lay out what an overview is made of; None where none of it counts."""
    return laid_out(figures, first_release=first_release, every_subject=False)


def lay_more(book: Book, columns: Columns) -> Book | None:
    """Lay more returns on an overview's book; None where all has to be laid out anew."""
    told = taken(columns)
    return laid_on(book, told.of(counting(told)), VALUES)


def overview(
    figures: pd.DataFrame | Held,
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
    told = _kept(figures, first_release=vintage.first_release)
    book = told.book
    held = book.held(_EXPORTS) if book else []
    if book is None or not held:
        return None
    asked = Question(through or _newest(held, year), vintage, Paths(phasing, choices))
    evidence = Evidence(lambda: beside.added_to(told.frame), vintage, book, beside.then)
    tracked = every_progress(targets, evidence, asked.through, asked.paths)
    flows = tuple(_progress(book, tracked, asked, flow, told) for flow in TRADE)
    return _answer(book, tracked, asked, held, flows)


def _kept(figures: pd.DataFrame | Held, *, first_release: bool) -> Held:
    if isinstance(figures, pd.DataFrame):
        return _Framed(figures, lay_overview(figures, first_release=first_release))
    return figures


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
    whole = Whole(
        book.to_date(_EXPORTS, through), book.to_date(_EXPORTS, through - MONTHS_PER_YEAR)
    )
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
    figures: Held,
) -> Progress:
    series, year = Series(flow), asked.through.year
    line, last, first = book.line(series, year), book.line(series, year - 1), Month(year, 1)
    target = in_force([p.target for p in tracked], flow=flow, year=year)
    held = [month.number for f in TRADE for month in book.held(Series(f), year)]
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
            best=best_month(book, series, asked.through, last),
            revision=usual_revision(lambda: figures.frame, series, line, asked.through.number),
        )
    )
