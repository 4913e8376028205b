"""How one target stands: its values, its path, and what the months left must bring."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.analysis import spreading
from desktop.analysis.growth import difference, growth, share, usd
from desktop.analysis.results import PaceStatus, Reason
from desktop.analysis.status_rules import Standing, judge
from desktop.analysis.target_results import TargetPoint, TargetProgress, TargetVersion
from desktop.analysis.targets.case import Case
from desktop.analysis.targets.shelves import base_day
from desktop.analysis.yardsticks import yardsticks
from desktop.figures.catalogue import items
from desktop.figures.series import TRADE, Flow
from desktop.figures.target import TargetMeasure, is_group

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.analysis.targets.values import Annual
    from desktop.analysis.yardstick_results import Yardsticks
    from desktop.figures.series import Series
    from desktop.figures.target import Target


@dataclass(frozen=True, slots=True)
class _Rest:
    """What the months left must bring in all (thousandths), and month by month."""

    total: int | None
    by_month: tuple[int, ...] | None


def target_progress(case: Case, versions: Sequence[Target]) -> TargetProgress:
    """Say how a target stands; `versions` are all of its scope and period, it is the last."""
    target, elapsed, asked = case.target, case.elapsed, case.annual(case.target)
    path, rest = case.path(target), _rest(case, asked)
    status, reason = _judged(case, asked)
    cumulative, base_to_date = _at(case.run, elapsed), _at(case.base, elapsed)
    left = target.months - elapsed
    through = target.start + (elapsed - 1) if elapsed else None
    return TargetProgress(
        target=target,
        through=through,
        elapsed=elapsed,
        months_left=left,
        base=usd(case.base[-1]),
        base_as_of=base_day(target, case.shelves.as_of),
        low=usd(asked.low),
        high=usd(asked.high),
        asked_growth=growth(asked.low, case.base[-1]),
        cumulative=usd(cumulative),
        cumulative_status=case.ledger.status(through) if through else None,
        base_cumulative=usd(base_to_date),
        growth=growth(*case.alike),
        share_of_whole=share(cumulative, _at(case.whole, elapsed)),
        share_of_target=share(cumulative, asked.low),
        path=usd(_at(path, elapsed)),
        gap=usd(difference(cumulative, _at(path, elapsed))),
        monthly_average=None if cumulative is None else usd(cumulative) / elapsed,
        required_monthly=None if rest.total is None else usd(rest.total) / left,
        required_growth=growth(rest.total or None, difference(case.base[-1], base_to_date)),
        status=status,
        reason=reason,
        season=case.season,
        points=tuple(_point(case, path, rest, n) for n in range(1, target.months + 1)),
        silent=_silent(case),
        versions=tuple(_version(case, version) for version in versions),
        yardsticks=_yardsticks(case, asked),
        alike=None if case.alike == (cumulative, base_to_date) else _usd_of(case.alike),
    )


def _usd_of(both: tuple[int | None, int | None]) -> tuple[float | None, float | None]:
    return usd(both[0]), usd(both[1])


def _judged(case: Case, asked: Annual) -> tuple[PaceStatus, Reason]:
    if not case.elapsed:
        return PaceStatus.CANNOT_SAY, Reason.NOT_BEGUN
    base = case.base[-1]
    if case.target.measure is TargetMeasure.GROWTH and base is not None and base <= 0:
        return PaceStatus.CANNOT_SAY, Reason.BASE_NOT_POSITIVE
    return judge(_standing(case, asked))


def _standing(case: Case, asked: Annual) -> Standing:
    target, elapsed = case.target, case.elapsed
    return Standing(
        through=elapsed,
        any_figure=any(value is not None for value in case.run),
        any_target=True,
        cumulative=_at(case.run, elapsed),
        target=asked.low,
        path=_at(case.path(target), elapsed),
        months=target.months,
        first_month=target.first_month,
        moves=target.is_share,
        target_high=None if target.is_share else asked.high,
        path_high=_high_path(case, asked),
        no_path=case.season.why_no_path,
        may_fall=target.flow is Flow.BALANCE,
    )


def _yardsticks(case: Case, asked: Annual) -> Yardsticks | None:
    if not case.elapsed or case.target.is_share:
        return None
    return yardsticks(_standing(case, asked), growth(*case.alike), case.base[-1])


def _high_path(case: Case, asked: Annual) -> int | None:
    """Give the path to the high end of a range, as far as the period has come."""
    shares = case.season.shares
    if case.target.is_share or asked.high is None or shares is None:
        return None
    return spreading.path(asked.high, shares)[case.elapsed - 1]


def _rest(case: Case, asked: Annual) -> _Rest:
    """Say what is left to do; nothing once the target is reached.

    A deficit is a ceiling: what is left of it may be used up, so that nothing is required.
    """
    cumulative, left = _at(case.run, case.elapsed), case.target.months - case.elapsed
    if asked.low is None or not left or (cumulative is None and case.elapsed):
        return _Rest(None, None)
    total = asked.low - (cumulative or 0)
    if asked.low >= 0:
        total = max(0, total)
    shares = case.season.shares
    by_month = spreading.required(total, shares, case.elapsed) if shares else None
    return _Rest(total, by_month)


def _point(case: Case, path: Sequence[int | None], rest: _Rest, number: int) -> TargetPoint:
    month, counts = case.target.start + (number - 1), number <= case.elapsed
    to_come = None if counts or rest.by_month is None else rest.by_month[number - case.elapsed - 1]
    return TargetPoint(
        month=month,
        value=usd(case.ledger.value(month)) if counts else None,
        cumulative=usd(case.run[number - 1]),
        last_year=usd(case.base[number - 1]),
        path=usd(path[number - 1]),
        required=usd(to_come),
        status=case.ledger.status(month) if counts else None,
    )


def _version(case: Case, version: Target) -> TargetVersion:
    asked, path = case.annual(version), case.path(version)
    known = tuple(usd(value) for value in path if value is not None)
    whole = len(known) == len(path)
    return TargetVersion(version, usd(asked.low), usd(asked.high), known if whole else None)


def _silent(case: Case) -> tuple[str, ...]:
    target = case.target
    if not target.of_group:
        return ()
    found = case.shelves.now.silent(target.scope, target.end, target.start, case.elapsed)
    if not is_group(target.item):
        return tuple(sorted({s.market for s in found}))
    return tuple(sorted({s.item for s in found if not _of_other_trade(s)}))


def _of_other_trade(series: Series) -> bool:
    """Say whether only the other flow lists an item: cotton is in a group, and no export table."""
    ours, theirs = items(series.flow), items(next(f for f in TRADE if f is not series.flow))
    return series.item in theirs and series.item not in ours


def _at(run: Sequence[int | None], number: int) -> int | None:
    """Give the running sum through a month of the period (1 on); None before the first."""
    return run[number - 1] if number else None
