"""The sentences about exports and imports together, and about the month of imports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.growth import all_of
from desktop.analysis.growth_wording import differ
from desktop.figures.figure import Status
from desktop.reports.prose import phrases
from desktop.reports.prose.trade import (
    changes_told,
    growth_on,
    growth_on_month_before,
    month_before,
)

if TYPE_CHECKING:
    from desktop.analysis.results import Overview, Progress
    from desktop.figures.wording import Language


def trade_month(overview: Overview) -> tuple[float | None, float | None, float | None]:
    """Exports and imports of the newest month together, the month before, a year before (USD)."""
    index = overview.through.number - 1
    now = overview.exports.months[index], overview.imports.months[index]
    year = [point.last_year for point in now]
    before = [month_before(flow) for flow in (overview.exports, overview.imports)]
    return all_of([p.value for p in now]), all_of(before), all_of(year)


def trade_to_date(overview: Overview) -> tuple[float | None, float | None]:
    """Exports and imports to date together, and a year before (USD)."""
    flows = (overview.exports, overview.imports)
    return all_of([f.cumulative for f in flows]), all_of([f.base_cumulative for f in flows])


def trade_month_sentence(overview: Overview, language: Language) -> str | None:
    """Say what both flows of the month come to; None where one is not known."""
    value, before, year_before = trade_month(overview)
    if value is None:
        return None
    number = overview.through.number
    points = (overview.exports.months[number - 1], overview.imports.months[number - 1])
    text = language._(
        "in {month}, exports and imports of goods together {reached}",
        month=language.month_name(number),
        reached=phrases.attained(value, _least([p.status for p in points]), language),
    )
    told = month_growth_is_told(overview)
    on_year = growth_on(value, year_before) if told else None
    changes = changes_told(growth_on(value, before), on_year, language)
    each = "" if told else _each_on_last_year([p.quoted_growth for p in points], language)
    return phrases.as_sentence(", ".join(filter(None, (text, changes, each))))


def trade_to_date_sentence(overview: Overview, language: Language) -> str | None:
    """Say what both flows to date come to; None in January, or where one is not known."""
    value, base = trade_to_date(overview)
    if value is None or overview.through.number == 1:
        return None
    flows = (overview.exports, overview.imports)
    text = language._(
        "over {period}, exports and imports of goods together {reached}",
        period=phrases.months_from_january(overview.year, overview.through.number, language),
        reached=phrases.attained(value, _least([f.cumulative_status for f in flows]), language),
    )
    growth, what = growth_on(value, base), language._("the same period last year")
    told = growth is not None and growth_is_told(overview)
    if growth is not None and told:
        text = f"{text}, {phrases.change_on(growth, what, language)}"
    each = _each_flow(overview, language)
    if each and not told:
        each = _each_on_last_year([flow.quoted_growth for flow in flows], language)
    return phrases.as_sentence(", ".join(filter(None, (text, each))))


def _each_flow(overview: Overview, language: Language) -> str:
    """Say how each flow to date moved; empty where one is not known."""
    return _each([flow.quoted_growth for flow in (overview.exports, overview.imports)], language)


def _each_on_last_year(rates: list[float | None], language: Language) -> str:
    """Say how each flow moved on the same period last year; empty where one is not known."""
    each, base = _each(rates, language), language._("the same period last year")
    return language._("{change} on {base}", change=each, base=base) if each else ""


def _each(rates: list[float | None], language: Language) -> str:
    if None in rates:
        return ""
    exports, imports = (phrases.change(rate or 0.0, language) for rate in rates)
    return language._("of which exports {exports}; imports {imports}", exports=exports,
                      imports=imports)  # fmt: skip


def growth_is_told(overview: Overview) -> bool:
    """Say whether both flows' own growth is the one that the returns print.

    Where an office has revised a base without publishing it, the growth of the sum on that base
    is not known, and the one on the months held would contradict the sentences beside it.
    """
    flows = (overview.exports, overview.imports)
    return all(_is_ours(flow.quoted_growth, flow.growth) for flow in flows)


def month_growth_is_told(overview: Overview) -> bool:
    """Say the same of the newest month alone."""
    index = overview.through.number - 1
    points = (overview.exports.months[index], overview.imports.months[index])
    return all(_is_ours(point.quoted_growth, point.growth) for point in points)


def _is_ours(quoted: float | None, ours: float | None) -> bool:
    return quoted is None or (ours is not None and not differ(quoted, ours))


def _least(statuses: list[Status | None]) -> Status | None:
    return Status.ESTIMATE if Status.ESTIMATE in statuses else statuses[0]


def imports_month_sentence(overview: Overview, language: Language) -> str | None:
    """What the month's imports were; None without a figure."""
    imports: Progress = overview.imports
    point = imports.months[overview.through.number - 1]
    if point.value is None:
        return None
    text = language._(
        "in {month}, imports of goods {reached}",
        month=language.month_name(overview.through.number),
        reached=phrases.attained(point.value, point.status, language),
    )
    changes = changes_told(growth_on_month_before(imports), point.quoted_growth, language)
    return phrases.as_sentence(", ".join(filter(None, (text, changes))))
