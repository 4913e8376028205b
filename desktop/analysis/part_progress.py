"""How an item, a market, a group or an item within a market stands: as a flow does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.analysis.balance import balance
from desktop.analysis.contributions import of_split
from desktop.analysis.growth import thousandths
from desktop.analysis.lines import Amount, Line, unknown_line
from desktop.analysis.progress import Case, progress
from desktop.analysis.results import CumulativeOrigin
from desktop.analysis.season import Season
from desktop.analysis.structure.within import series_within
from desktop.analysis.targets.values import annual
from desktop.figures.figure import Source
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.series import TOTAL, TRADE, WORLD
from desktop.figures.target import Scope

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.analysis.lines import Book
    from desktop.analysis.results import Overview, Progress
    from desktop.analysis.structure_results import Split
    from desktop.analysis.target_results import TargetProgress
    from desktop.figures.series import Flow, Series


def part_progress(
    book: Book, seen: Overview, flow: Flow, *, item: str = "", market: str = ""
) -> Progress | None:
    """Say how a part of a flow stands beside the overview of its year; None where nothing is held.

    `item` or `market` may be a group, whose growth compares what both years tell of. It is held
    against the target of its own, where one is in force for the calendar year; without one there
    is neither a path nor anything required.
    """
    through = seen.through
    series = series_within(flow, item, market, through)
    now, last = (_added(book, series, year) for year in (through.year, through.year - 1))
    if not now.held() and not last.held():
        return None
    own = _own_target(seen.targets, Scope(flow, item or TOTAL, market or WORLD), through.year)
    season = own.season if own else Season(seen.exports.phasing, Month(through.year, 1), None)
    base = own.base if own else None
    asked = annual(own.target if own else None, None if base is None else thousandths(base))
    newest = max((month.number for month in seen.months), default=0)
    told = progress(Case(flow, through, now, last, asked, season, newest))
    alike = _of_both_years(book, series, through.year)
    if alike is None:
        return told
    return _growing_as(told, progress(Case(flow, through, *alike, asked, season, newest)))


def overview_within(
    seen: Overview,
    scope: Scope,
    flows: tuple[Progress | None, Progress | None],
    splits: tuple[Split | None, Split | None],
) -> Overview:
    """Give the overview of a part: how it stands, its balance, its items and its markets.

    `flows` are its exports and imports, `splits` its exports by item and by market, None of what
    is not told. Targets are its own; of sectors nothing is told.
    """
    sold, bought = (
        told or no_progress(seen, flow) for flow, told in zip(TRADE, flows, strict=True)
    )
    items, markets = (of_split(split) if split else () for split in splits)
    own = (scope.item, scope.market)
    return replace(
        seen, exports=sold, imports=bought, balance=balance(sold, bought),
        items=items, markets=markets, domestic=None, fdi=None, check=None, structure=None,
        targets=tuple(t for t in seen.targets if (t.scope.item, t.scope.market) == own),
    )  # fmt: skip


def no_progress(seen: Overview, flow: Flow) -> Progress:
    """Say how a part stands of which nothing is held: no month of it is known."""
    through = seen.through
    now, last = unknown_line(through.year), unknown_line(through.year - 1)
    season = Season(seen.exports.phasing, Month(through.year, 1), None)
    return progress(Case(flow, through, now, last, annual(None, None), season, 0))


def _own_target(
    targets: Sequence[TargetProgress], scope: Scope, year: int
) -> TargetProgress | None:
    return next((p for p in targets if p.scope == scope and p.target.is_of_year(year)), None)


def _of_both_years(book: Book, series: Sequence[Series], year: int) -> tuple[Line, Line] | None:
    """Add up, this year and last, those alone that both tell of; None where both tell of all."""
    ours, theirs = ({s for s in series if book.line(s, y).held()} for y in (year, year - 1))
    if ours == theirs:
        return None
    both = [one for one in series if one in ours & theirs]
    return _added(book, both, year), _added(book, both, year - 1)


def _growing_as(told: Progress, alike: Progress) -> Progress:
    """Give what is told with the growth of what both years tell of, to date and by month."""
    months = tuple(
        replace(month, growth=like.growth, growth_to_date=like.growth_to_date)
        for month, like in zip(told.months, alike.months, strict=True)
    )
    sticks, like = told.yardsticks, alike.yardsticks
    if sticks and like:
        sticks = replace(sticks, growth=like.growth)
    return replace(told, growth=alike.growth, months=months, yardsticks=sticks)


def _added(book: Book, series: Sequence[Series], year: int) -> Line:
    """Add up what is known of each series in a year; a single one stays as it was printed."""
    lines = [book.line(one, year) for one in series]
    if len(lines) == 1:
        return lines[0]
    held = [line for line in lines if line.held()]
    if not held:
        return unknown_line(year)
    places = range(MONTHS_PER_YEAR)
    return Line(
        year,
        tuple(_sum([line.months[n] for line in held]) for n in places),
        tuple(_sum([line.to_date[n] for line in held]) for n in places),
        (None,) * MONTHS_PER_YEAR,
        (None,) * MONTHS_PER_YEAR,
    )


def _sum(amounts: Sequence[Amount | None]) -> Amount | None:
    """Add amounts up, as firm as the least firm; unknown where one that has figures lacks it."""
    known = [amount for amount in amounts if amount]
    if not known or len(known) < len(amounts):
        return None
    status = min((a.status for a in known), key=lambda s: s.rank)
    told = max(a.source.reported_on for a in known)
    no_cell = Source("", "", "", "", told, status)
    return Amount(sum(a.value for a in known), status, no_cell, CumulativeOrigin.SUMMED)
