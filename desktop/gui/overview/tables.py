"""The table twins: the numbers of each chart as rows, from the very same values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from desktop.analysis.inside_wording import LESS_MONTHS
from desktop.analysis.results import Contribution, MonthPoint, Progress
from desktop.analysis.wording import CAUSES, FIRMNESS, ORIGINS
from desktop.figures.wording import Language, fitting, side_by_side
from desktop.gui.parts.grid import Cell, Grid
from desktop.gui.structure.words import apart_cells
from desktop.gui.tokens import Tone

if TYPE_CHECKING:
    from desktop.analysis.outlook import Band, FlowOutlook

_NONE = "–"
NameOf = Callable[[str], str]


class _Billions:
    """Writes amounts that stand in one table, with as many decimals as the largest needs."""

    def __init__(self, lang: Language, amounts: Iterable[float | None]) -> None:
        self._lang, self._decimals = lang, side_by_side(amounts)

    def __call__(self, usd: float | None, *, sign: bool = False) -> Cell:
        if usd is None:
            return Cell(_NONE, Tone.MUTED)
        return Cell(self._lang.billions(usd, self._decimals, sign=sign))


def _pc(lang: Language, fraction: float | None) -> Cell:
    return Cell(_NONE, Tone.MUTED) if fraction is None else Cell(lang.percent(fraction, sign=True))


def _points(lang: Language, fraction: float | None) -> Cell:
    return Cell(_NONE, Tone.MUTED) if fraction is None else Cell(lang.points(fraction, 2))


def _month(lang: Language, point: MonthPoint) -> Cell:
    return Cell(lang.month(point.month), tip=str(point.source or ""))


def cumulative_table(
    progress: Progress, lang: Language, outlook: FlowOutlook | None = None
) -> Grid:
    """Month, cumulative, its origin, path, last year's, growth to date, forecast (billions)."""
    ahead = {point.month: point.to_date for point in outlook.fan} if outlook else {}
    bn = _Billions(lang, [a for p in progress.months for a in (p.cumulative, p.path)])
    return Grid(
        (
            lang._("Month"), lang._("Cumulative"), lang._("Origin"), lang._("Path"),
            lang._("A year before"), lang._("Growth, recomputed"), lang._("Forecast"),
        ),
        tuple(
            (
                _month(lang, p), bn(p.cumulative), Cell(_origin(lang, p), Tone.MUTED),
                bn(p.path), bn(p.cumulative_last_year), _pc(lang, p.growth_to_date),
                _ahead(ahead.get(p.month), lang),
            )
            for p in progress.months
        ),
        frozenset({0, 2}),
    )  # fmt: skip


def _ahead(band: Band | None, lang: Language) -> Cell:
    """Give the median, with what 80 % lie in as its tip."""
    median, most = ahead_cells(band, lang)
    return Cell(median.text, median.tone, "" if band is None else f"80%: {most.text}")


def ahead_cells(band: Band | None, lang: Language) -> tuple[Cell, Cell]:
    """Give the median and the 80 % band of what is to come (billions); dashes for none."""
    if band is None:
        return Cell(_NONE, Tone.MUTED), Cell(_NONE, Tone.MUTED)
    median = lang.billions(band.median, side_by_side((band.median,)))
    low, high = (lang.billions(edge, fitting(band.median)) for edge in band.most)
    return Cell(median), Cell(f"{low}–{high}")


def _origin(lang: Language, point: MonthPoint) -> str:
    if point.cumulative_origin:
        return lang._(ORIGINS[point.cumulative_origin])
    return lang._(CAUSES[point.missing]) if point.missing else ""


def gap_table(progress: Progress, lang: Language) -> Grid:
    """Month, cumulative, path, gap (billions), gap as a share of the path."""
    bn = _Billions(lang, [a for p in progress.months for a in (p.cumulative, p.path)])
    return Grid(
        (
            lang._("Month"), lang._("Cumulative"), lang._("Path"), lang._("Gap"),
            lang._("Gap, % of path"),
        ),
        tuple(
            (
                _month(lang, p), bn(p.cumulative), bn(p.path), bn(p.gap, sign=True),
                _pc(lang, p.gap / p.path if p.gap is not None and p.path else None),
            )
            for p in progress.months
        ),
    )  # fmt: skip


def months_table(progress: Progress, lang: Language) -> Grid:
    """Month, value, firmness or cause of the gap, last year's, growth, required (billions).

    Then the growth that this means, and the growth that the required average means.
    """
    bn = _Billions(lang, [a for p in progress.months for a in (p.value, p.last_year, p.required)])
    return Grid(
        (
            lang._("Month"), lang._("Exports"), lang._("Status"), lang._("A year before"),
            lang._("Growth, recomputed"), lang._("Needed"), lang._("Growth needed"),
            lang._("At the average needed"),
        ),
        tuple(
            (
                _month(lang, p), bn(p.value), Cell(_firmness(lang, p), Tone.MUTED),
                bn(p.last_year), _pc(lang, p.growth), bn(p.required),
                _pc(lang, p.required_growth), _pc(lang, p.average_growth),
            )
            for p in progress.months
        ),
        frozenset({0, 2}),
    )  # fmt: skip


def _firmness(lang: Language, point: MonthPoint) -> str:
    if point.status:
        return lang._(FIRMNESS[point.status])
    return lang._(CAUSES[point.missing]) if point.missing else ""


def contribution_table(
    contributions: Sequence[Contribution], name_of: NameOf, lang: Language
) -> Grid:
    """Name, both growths beside the contribution in points, value (billions), share.

    And by how much the value is not the sum of its months, where any is not.
    """
    bn = _Billions(lang, [c.value for c in contributions])
    apart = apart_cells([next(iter(c.apart), None) for c in contributions], lang)
    return Grid(
        (
            lang._("Name"), lang._("As printed"), lang._("Recomputed"), lang._("Points"),
            lang._("Value"), lang._("Share"), *([lang._(LESS_MONTHS)] if any(apart) else ()),
        ),
        tuple(
            (
                Cell(name_of(c.code), tip=str(c.source or "")),
                _pc(lang, c.growth_printed), _pc(lang, c.growth), _points(lang, c.contribution),
                bn(c.value), Cell(lang.percent(c.share) if c.share is not None else _NONE),
                *more,
            )
            for c, more in zip(contributions, apart, strict=True)
        ),
        of_trade=True,
    )  # fmt: skip
