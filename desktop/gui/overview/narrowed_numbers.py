"""Which numbers the overview shows of what every page is narrowed to, by card and by chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.figures.groupings import Dimension
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.series import Flow
from desktop.figures.wording import N_
from desktop.gui.overview.narrowed_kpis import part_of
from desktop.gui.provenance.offer import Number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.analysis.outlook import Outlook
    from desktop.analysis.results import MonthPoint, Overview, Progress
    from desktop.analysis.structure_results import Window
    from desktop.analysis.tracing.structure import Spot
    from desktop.figures.month import Month
    from desktop.gui.overview.narrowing import Narrowed
    from desktop.gui.session import Focus

_VALUE, _REQUIRED, _LANDING, _BALANCE = range(4)
_OF_A_PART = ("value", "growth", "share", "base")
_OF_A_MONTH = ("month_alone", "month_alone_growth", "share", "base")
"""A January that was revised since is shown as it was told, beside the year that counts it anew."""
_PRINTED = ("growth_printed",)
_OF_A_BALANCE = ("value", "change", "base")
_REQUIRED_NUMBERS = ("required_monthly", "required_growth", "monthly_average")
_YARDSTICKS = ("growth", "share_of_target", "cumulative", "path", "gap", "low")
_BAND = ("median", "low_80", "high_80", "growth", "known")
_CHARTS = (
    ("value", "growth", "base"), ("value",), ("month_alone", "month_alone_growth", "base"),
)  # fmt: skip
_OF_THE_TARGET = (("path",), ("path",), ())
_TO_COME = (("path",), ("path",), ("required",))
_BESIDE = (N_("Same months of last year"), "", N_("The month last year"))


def of_narrowed_card(
    narrowed: Narrowed, overview: Overview, place: int, outlook: Outlook | None
) -> Sequence[Number]:
    """Give the numbers of a card, from left to right 0 to 3."""
    focus = narrowed.focus
    through = focus.month or overview.through
    if place == _LANDING:
        return _landing(narrowed, overview, outlook)
    if place == _REQUIRED:
        progress = narrowed.standing(overview)
        about = _target(progress) or ("" if focus.market or focus.item else "exports")
        return _numbers(about, _REQUIRED_NUMBERS, overview.through) if about else ()
    flow = Flow.EXPORT if place == _VALUE else Flow.BALANCE
    about = spot_in(focus, flow, alone=focus.month is not None).name
    if place == _BALANCE:
        return _numbers(about, _OF_A_BALANCE, through)
    printed = _PRINTED if _is_printed(narrowed.standing(overview), focus.month) else ()
    shown = _OF_A_MONTH if focus.month else _OF_A_PART
    return _numbers(about, (*shown, *printed), through)


def _is_printed(progress: Progress | None, month: Month | None) -> bool:
    """Say whether the card of a value shows a growth that was printed."""
    if progress is None:
        return False
    if month is None:  # without a target of its own the card has ours alone
        return progress.target is not None and progress.growth_printed is not None
    return month.year == progress.year and _point(progress, month).growth_printed is not None


def _point(progress: Progress, month: Month) -> MonthPoint:
    return progress.months[month.number - 1]


def of_month_in_focus(
    focus: Focus, progress: Progress, month: Month, chart: int
) -> Sequence[Number]:
    """Give the numbers of a month of a chart: to date, the gap, the months alone."""
    target = _target(progress)
    at = f"{target}@{month}" if target else ""
    if month > progress.through:
        point = _point(progress, month)
        names = [n for n in _TO_COME[chart] if getattr(point, n) is not None]
        asked = _numbers(at, names, progress.through) if at else ()
        return (*asked, *_a_year_before(focus, point, chart))
    alone = chart == len(_CHARTS) - 1
    about = spot_in(focus, Flow.EXPORT, alone=alone).name
    printed = alone and _point(progress, month).growth_printed is not None
    shown = (*_CHARTS[chart], *(_PRINTED if printed else ()))
    own = _numbers(at, _OF_THE_TARGET[chart], month) if at else ()
    return (*_numbers(about, shown, month), *own)


def _a_year_before(focus: Focus, point: MonthPoint, chart: int) -> Iterator[Number]:
    """Give what a chart shows beside a month to come: the same of last year."""
    alone = chart == len(_CHARTS) - 1
    shown = point.last_year if alone else point.cumulative_last_year
    if shown is not None and _BESIDE[chart]:
        about = spot_in(focus, Flow.EXPORT, alone=alone).name
        yield Number(f"{about}.value", point.month - MONTHS_PER_YEAR, _BESIDE[chart])


def of_narrowed_yardsticks(progress: Progress) -> Sequence[Number]:
    """Give the numbers of the yardsticks of a part: of the target of its own."""
    target = _target(progress)
    return _numbers(target, _YARDSTICKS, progress.through) if target else ()


def _landing(narrowed: Narrowed, overview: Overview, outlook: Outlook | None) -> Sequence[Number]:
    part = narrowed.focus.market or narrowed.focus.item
    if outlook is None or (part and part_of(outlook, narrowed) is None):
        return ()
    about = spot_in(narrowed.focus, Flow.EXPORT).text if part else "exports"
    return _numbers(f"outlook:{about}", _BAND, overview.through)


def _target(progress: Progress | None) -> str:
    """Name the target of its own; empty without one."""
    held = progress.target if progress else None
    return f"target:{held.number}" if held else ""


def spot_in(focus: Focus, flow: Flow, *, alone: bool = False) -> Spot:
    """What is in focus, as numbers are named: of a month alone, or to date."""
    from desktop.analysis.structure_results import Window  # noqa: PLC0415 - when asked
    from desktop.analysis.tracing.structure import Spot  # noqa: PLC0415 - as above

    window: Window = Window.MONTH if alone else Window.TO_DATE
    if focus.market and focus.item:
        return Spot(flow, window, of=focus.market).part(focus.item)
    if focus.market:
        return Spot(flow, window, dimension=Dimension.MARKET).part(focus.market)
    whole = Spot(flow, window)
    return whole.part(focus.item) if focus.item else whole


def _numbers(about: str, names: Sequence[str], through: Month) -> tuple[Number, ...]:
    return tuple(Number(f"{about}.{name}", through) for name in names)
