"""What the cards say of what every page is narrowed to; where one cannot, it says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.inside_wording import difference_told
from desktop.analysis.results import Overview, PaceStatus
from desktop.figures.groupings import Dimension, group_named
from desktop.figures.series import Flow
from desktop.figures.wording import N_, capitalised
from desktop.gui.narrowing.chips import focus_names
from desktop.gui.overview.kpis import (
    UNKNOWN,
    Kpi,
    balance_lines,
    billions,
    change,
    required,
    to_date,
)
from desktop.gui.overview.kpis import unit as unit_words
from desktop.gui.overview.landing_card import landing
from desktop.gui.parts.text import Line, Span
from desktop.gui.structure.words import path_words, usd
from desktop.gui.tokens import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.analysis.outlook import Outlook
    from desktop.analysis.outlook.results import PartOutlook
    from desktop.analysis.results import Progress
    from desktop.figures.wording import Language
    from desktop.gui.overview.narrowing import Narrowed

_WHOLE_YEAR = N_("told for the whole year only")


def narrowed_kpis(
    overview: Overview, narrowed: Narrowed, outlook: Outlook | None, lang: Language
) -> tuple[Kpi, ...]:
    """Give the cards from left to right."""
    return (
        _value(overview, narrowed, lang),
        _required(overview, narrowed, lang),
        _landing(narrowed, outlook, lang),
        _balance(overview, narrowed, lang),
    )


def named(narrowed: Narrowed, lang: Language) -> str:
    """Name what is narrowed to: the market, the item, or both; empty for a month of all trade."""
    return focus_names(narrowed.focus, lang)


def _value(overview: Overview, narrowed: Narrowed, lang: Language) -> Kpi:
    """Say what came in: to date or in the month, its growth, its share, and the path it has."""
    progress, name = narrowed.standing(overview), named(narrowed, lang)
    if progress is None:
        return _nothing(lang._("Exports"), name, lang)
    if narrowed.focus.month:
        return _month(progress, narrowed, name, lang)
    if progress.target is not None:
        return to_date(progress, lang)
    title = lang.plural("{count} month to date", "{count} months to date", progress.through.number)
    share = narrowed.part.share if narrowed.part else None
    figures = [(usd(progress.cumulative, lang), unit_words(lang))]
    if share is not None:
        figures.append((lang.percent(share), lang._("of exports")))
    return Kpi(
        title,
        name,
        tuple(figures),
        (_growth(progress.growth, lang), *_against(narrowed, progress, lang)),
        tip=difference_told(progress, lang),
    )


def _against(narrowed: Narrowed, progress: Progress, lang: Language) -> Sequence[Line]:
    if narrowed.path is None or progress.cumulative is None:
        return ((Span(lang._("no target of its own")),),)
    return ((Span(path_words(progress.cumulative, narrowed.path, lang)),),)


def _month(progress: Progress, narrowed: Narrowed, name: str, lang: Language) -> Kpi:
    """Say what a month alone brought, and what the path asked of it."""
    month = narrowed.focus.month
    assert month is not None  # asked before
    point = progress.months[month.number - 1] if month.year == progress.year else None
    title = capitalised(lang.month(month))
    if point is None or point.value is None:
        return _nothing(title, name, lang)
    before = progress.months[month.number - 2].path if month.number > 1 else 0.0
    lines = [_growth(point.quoted_growth, lang)]
    if point.path is not None and before is not None:
        gap = point.value - (point.path - before)
        text = lang._("{amount} above path") if gap >= 0 else lang._("{amount} below path")
        told = billions(lang, gap, (point.value,))
        lines.append((Span(text.format(amount=told)),))
    return Kpi(title, name, ((usd(point.value, lang), unit_words(lang)),), tuple(lines))


def _growth(fraction: float | None, lang: Language) -> Line:
    if fraction is None:
        return (Span(lang._("no figures of last year to compare with")),)
    grown = Span(change(lang, fraction), Tone.PLAIN, bold=True)
    return (grown, Span(" " + lang._("on last year")))


def _required(overview: Overview, narrowed: Narrowed, lang: Language) -> Kpi:
    """Say what each month left must bring: of the target of its own, where it has one."""
    progress, name = narrowed.standing(overview), named(narrowed, lang)
    title = lang._("Needed monthly")
    if progress is None or progress.status is PaceStatus.CANNOT_SAY:
        why = lang._("no target of its own") if name else lang._("no target set")
        return Kpi(title, name, ((UNKNOWN, ""),), ((Span(why),),))
    told = required(progress, lang)
    if narrowed.focus.month:
        return Kpi(title, told.aside, told.figures, (*told.lines[:1], _not_of_a_month(lang)))
    return told


def _landing(narrowed: Narrowed, outlook: Outlook | None, lang: Language) -> Kpi:
    """Say where the year of a market or an item ends; of others that it is not told."""
    focus, name = narrowed.focus, named(narrowed, lang)
    title = lang._("Forecast for the year")
    if not name or outlook is None:
        told = landing(outlook, lang)
        lines = (*told.lines[:1], _not_of_a_month(lang)) if outlook else told.lines
        return Kpi(told.title, told.aside, told.figures, lines, tip=told.tip)
    part = part_of(outlook, narrowed)
    if part is None:
        single = not (focus.market and focus.item)
        group = any(group_named(code) for code in (focus.market, focus.item))
        why = (
            lang._("too few figures of it to tell")
            if single and not group
            else lang._("told on the page of the outlook")
        )
        return Kpi(title, name, ((UNKNOWN, ""),), ((Span(why),),))
    low, high = (usd(edge, lang) for edge in part.band.most)
    band: Line = (Span(lang._("80%: {low}–{high}", low=low, high=high)),)
    lines = (_growth(part.growth, lang), _not_of_a_month(lang) if focus.month else band)
    return Kpi(title, name, ((usd(part.band.median, lang), unit_words(lang)),), lines)


def part_of(outlook: Outlook, narrowed: Narrowed) -> PartOutlook | None:
    """Give where the year of the market or the item in focus ends, if that is told."""
    focus = narrowed.focus
    if focus.market and focus.item:
        return None
    dimension = Dimension.MARKET if focus.market else Dimension.ITEM
    parts = outlook.parts_of(Flow.EXPORT, dimension)
    code = focus.market or focus.item
    return next((p for p in parts.parts if p.code == code), None) if parts else None


def _balance(overview: Overview, narrowed: Narrowed, lang: Language) -> Kpi:
    """Say the balance with a market, in an item, or of a month; and how it has moved."""
    title, name, held = lang._("Trade balance"), named(narrowed, lang), narrowed.balance
    if held is None:
        return _nothing(title, name, lang)
    month = narrowed.focus.month
    if month is None:
        now, base = held.bridge.balance, held.bridge.base
        sold, bought = narrowed.standing(overview), narrowed.imports
        flows = tuple(flow.cumulative if flow else None for flow in (sold, bought))
    else:
        told = held.course.months[month.number - 1]
        now, base, flows = told.balance, told.last_year, (told.exports, told.imports)
    if now is None:
        return Kpi(title, name, ((UNKNOWN, ""),), ((Span(lang._("imports are not told")),),))
    figures = ((usd(now, lang, sign=True), unit_words(lang)),)
    moved = None if base is None else now - base
    return Kpi(title, name, figures, balance_lines(moved, flows[0], flows[1], lang))


def _not_of_a_month(lang: Language) -> Line:
    return (Span(lang._(_WHOLE_YEAR), Tone.MUTED),)


def _nothing(title: str, name: str, lang: Language) -> Kpi:
    return Kpi(title, name, ((UNKNOWN, ""),), ((Span(lang._("no return tells of it")),),))
