"""The words of the review: what a column means, a check is called, how an amount is written."""

from __future__ import annotations

import re

from desktop.figures import catalogue
from desktop.figures.check_names import check_name
from desktop.figures.directions import ColumnPlan, ColumnRole, NameKind
from desktop.figures.figure import FigureRow, Status
from desktop.figures.figure_list import WORDS, ListColumn
from desktop.figures.finding import Severity
from desktop.figures.month import Month
from desktop.figures.period import Basis
from desktop.figures.reading import Check, DateOrigin, Region, RegionKind
from desktop.figures.series import (
    NEW,
    SCALE,
    TOTAL,
    TRADE,
    UNKNOWN,
    WORLD,
    Flow,
    Measure,
    Ownership,
    Unit,
)
from desktop.figures.wording import N_, Language, capitalised
from desktop.gui.parts.dates import month_words
from desktop.gui.review.reasons import why_words
from desktop.gui.tokens import Tone

_MEASURES = {
    Measure.VALUE: N_("value"),
    Measure.QUANTITY: N_("quantity"),
    Measure.GROWTH_VALUE: N_("growth of value"),
    Measure.GROWTH_QUANTITY: N_("growth of quantity"),
    Measure.PRODUCTION_INDEX: N_("production index"),
    Measure.CONSUMPTION_INDEX: N_("sales index"),
    Measure.INVENTORY_INDEX: N_("inventory index"),
}
_FLOWS = WORDS[ListColumn.FLOW]
_STATUS = WORDS[ListColumn.STATUS]
_OWNERS = WORDS[ListColumn.OWNERSHIP]
_ORIGINS = {
    DateOrigin.PRINTED: N_("as printed in the file"),
    DateOrigin.CALENDAR: N_("by the publication calendar"),
    DateOrigin.GIVEN: N_("as you gave it"),
    DateOrigin.IMPORTED: N_("the day of import: the file names none"),
}
SEVERITIES = {
    Severity.ERROR: (Tone.BAD, "error"),
    Severity.WARNING: (Tone.WARN, "warning"),
    Severity.NOTE: (Tone.SECONDARY, "note"),
}
_MILLION, _THOUSAND = 1e6, 1e3
_BASE_INDEX = 100.0
_ISO_MONTH = re.compile(r"\d{4}-\d{2}")


def origin_words(origin: DateOrigin, lang: Language) -> str:
    """Say where a return's date comes from."""
    return lang._(_ORIGINS[origin])


def flow_words(flow: str, lang: Language) -> str:
    """Name a flow by its code; empty where there is none."""
    return lang._(_FLOWS[Flow(flow)]) if flow in set(Flow) else ""


def measure_words(measure: str, lang: Language) -> str:
    """Name a measure by its code."""
    return lang._(_MEASURES[Measure(measure)]) if measure in set(Measure) else measure


def status_words(status: str, lang: Language) -> str:
    """Name a status by its code."""
    return lang._(_STATUS[Status(status)]) if status in set(Status) else status


_HALVES = {
    Basis.FIRST_HALF_MONTH: N_("1–15 {month}"),
    Basis.SECOND_HALF_MONTH: N_("from 16 {month}"),
    Basis.TO_MID_MONTH: N_("to 15 {month}"),
}


def period_words(row: FigureRow | Check, lang: Language) -> str:
    """Name a figure's period on its basis: T6/2025, 6 months 2025, Q2 2025, year 2025."""
    start, end = Month.from_ordinal(row.period_start), Month.from_ordinal(row.period_end)
    return _span_words(row.basis, start, end, lang)


def _span_words(basis: str, start: Month, end: Month, lang: Language) -> str:
    """Name months on a basis; those of a fiscal year by the first and the last of them."""
    if basis in {Basis.CUMULATIVE, Basis.YEAR} and start.number != 1:
        return f"{month_words(start, lang)}–{month_words(end, lang)}"
    match basis:
        case Basis.CUMULATIVE:
            return lang.plural(
                "{count} month {year}", "{count} months {year}", end - start + 1, year=end.year
            )
        case Basis.QUARTER:
            return lang._("Q{number} {year}", number=(end.number + 2) // 3, year=end.year)
        case Basis.YEAR:
            return lang._("year {year}", year=end.year)
        case Basis.YEAR_FORECAST:
            return lang._("year {year}, forecast", year=end.year)
    month = month_words(end, lang)
    return lang._(_HALVES[Basis(basis)], month=month) if basis in _HALVES else month


_BASES = {
    Basis.MONTH: N_("month"),
    Basis.CUMULATIVE: N_("to date"),
    Basis.QUARTER: N_("quarter"),
    Basis.YEAR: N_("year"),
    Basis.YEAR_FORECAST: N_("forecast of the year"),
    Basis.FIRST_HALF_MONTH: N_("first half of the month"),
    Basis.SECOND_HALF_MONTH: N_("second half of the month"),
    Basis.TO_MID_MONTH: N_("to the middle of the month"),
}


def _meant(part: str, lang: Language) -> str:
    for kind, words in ((Measure, _MEASURES), (Basis, _BASES), (Status, _STATUS), (Flow, _FLOWS)):
        if part in set(kind):
            return lang._(words[kind(part)])  # type: ignore[index]  # the kinds match the words
    if part.isupper() and part in catalogue.items(Flow.EXPORT):
        return catalogue.items(Flow.EXPORT).name(part, lang.code, short=True)
    return _ISO_MONTH.sub(lambda m: _month(m[0], lang), part.replace("..", "–"))


def _month(text: str, lang: Language) -> str:
    return month_words(Month.parse(text), lang)


_FLOW_SIGNS = {
    Flow.EXPORT: N_("Exp."),
    Flow.IMPORT: N_("Imp."),
    Flow.BALANCE: N_("Bal."),
    Flow.INDUSTRY: N_("Ind."),
}


def flow_sign(flow: str, lang: Language) -> str:
    """Name a flow in three letters, for a narrow column."""
    return lang._(_FLOW_SIGNS[Flow(flow)])


def subject_words(row: FigureRow, lang: Language, *, short: bool = False) -> str:
    """Name what a figure is about: market, item, ownership, and the measure unless it is value.

    In a `short` way where room is short, as charts name it.
    """
    made = row.flow == Flow.INDUSTRY
    items = catalogue.industries() if made else catalogue.items(Flow(row.flow))
    markets = catalogue.markets()
    parts = []
    if row.market != WORLD:
        parts.append(markets.name(row.market, lang.code, short=short))
    if row.item != TOTAL:
        parts.append(items.name(row.item, lang.code, short=short))
    if row.ownership != Ownership.ALL:
        parts.append(lang._(_OWNERS[Ownership(row.ownership)]))
    name = " · ".join(parts) or lang._("Total")
    measure = "" if row.measure == Measure.VALUE else f", {measure_words(row.measure, lang)}"
    return capitalised(name) + measure


def amount_words(unit: str, value: int, lang: Language) -> str:
    """Write a scaled value in the unit an official reads it in: million USD, thousand tonnes."""
    amount = value / SCALE
    if unit == Unit.USD:
        return lang.number(amount / _MILLION, 1)
    if unit == Unit.TONNES:
        return lang.number(amount / _THOUSAND, 1)
    if unit == Unit.INDEX:
        return lang.number(amount - _BASE_INDEX, 1, sign=True) + "%"
    return lang.number(amount)


def difference_words(unit: str, gap: int, lang: Language) -> str:
    """Write how far two scaled values are apart; of indices in points, which are no growth."""
    return lang.number(gap / SCALE, 1) if unit == Unit.INDEX else amount_words(unit, gap, lang)


def unit_words(unit: str, lang: Language) -> str:
    """Name the unit that `amount_words` writes in."""
    names = {Unit.USD: lang._("m USD"), Unit.TONNES: lang._("kt"), Unit.PIECES: lang._("pieces")}
    return names.get(Unit(unit), "") if unit in set(Unit) else unit


def check_words(code: str, lang: Language) -> str:
    """Name a check; its code in plain letters where it has no name."""
    return check_name(code, lang)


_REGIONS = {
    RegionKind.TITLE: N_("title"),
    RegionKind.HEADING: N_("heading"),
    RegionKind.LABEL: N_("label"),
    RegionKind.VALUE: N_("figure"),
    RegionKind.GROWTH: N_("growth to check"),
    RegionKind.NOTE: N_("note"),
    RegionKind.LEFT_OUT: N_("left out"),
}


def kind_words(kind: RegionKind, lang: Language) -> str:
    """Name what a part of a sheet was taken for."""
    return lang._(_REGIONS[kind])


def region_words(region: Region, lang: Language) -> str:
    """Name what a part of a sheet was taken for; if it was left out, why."""
    kind = kind_words(region.kind, lang)
    return f"{kind}: {why_words(region.why, lang)}" if region.why else kind


def short_meaning(meaning: str, lang: Language) -> str:
    """Say a column's meaning in as few words as fit above it: measure and period."""
    parts = [p for p in meaning.split(" · ") if p != "*" and p not in set(Status)]
    periods = [p for p in parts if _ISO_MONTH.search(p)]
    if periods and Basis.MONTH in parts:
        parts.remove(Basis.MONTH)
    return " · ".join(_meant(part, lang) for part in parts)


def plan_words(column: ColumnPlan, lang: Language) -> str:
    """Say what a plan makes of a column, in as few words as fit above it."""
    match column.role:
        case ColumnRole.LEFT_OUT:
            return why_words(column.why, lang) if column.why else lang._("left out")
        case ColumnRole.LABEL:
            return lang._("labels")
        case ColumnRole.GROWTH:
            return lang._("growth to check")
    parts = [flow_sign(column.flow, lang)] if column.flow in set(Flow) else []
    parts.append(_meant(column.measure or Measure.VALUE, lang))
    if column.start and column.basis and (column.end or column.basis != Basis.CUMULATIVE):
        start, end = Month.parse(column.start), Month.parse(column.end or column.start)
        parts.append(_span_words(column.basis, start, end, lang))
    else:
        months = dict.fromkeys(m for m in (column.start, column.end) if m)
        parts += [_meant(part, lang) for part in (column.basis, "..".join(months)) if part]
    return " · ".join(parts)


def unit_spelled(unit: str, lang: Language) -> str:
    """Write a plan's units ("1000000 USD; 1000 t") as one says them; codes we lack as they are."""
    names = {
        "1 USD": lang._("US dollars"),
        "1000 USD": lang._("thousand US dollars"),
        "1000000 USD": lang._("million US dollars"),
        "1000000000 USD": lang._("billion US dollars"),
        "1 t": lang._("tonnes"),
        "1000 t": lang._("thousand tonnes"),
        "0.001 t": lang._("kilograms"),
        "0.1 t": lang._("quintals of 100 kg"),
        "1 pcs": lang._("pieces"),
        "1000 pcs": lang._("thousand pieces"),
        "index": lang._("index, the same period last year = 100"),
        "percent": lang._("per cent"),
    }
    return "; ".join(names.get(part, part) for part in unit.split("; "))


def area_words(area: str, lang: Language) -> str:
    """Name whose trade it is: the country, another country by its ISO code, or a province."""
    if not area:
        return lang._("Viet Nam")
    if area == UNKNOWN:
        return lang._("not said")
    if area == catalogue.LISTED:
        return lang._("the provinces listed")
    return catalogue.markets().name(area, lang.code)


_ROLES = {
    ColumnRole.VALUE: N_("figures"),
    ColumnRole.LABEL: N_("labels"),
    ColumnRole.GROWTH: N_("growth to check"),
    ColumnRole.LEFT_OUT: N_("nothing: it is left out"),
}


def role_words(role: ColumnRole, lang: Language) -> str:
    """Say what a column is for."""
    return lang._(_ROLES[role])


def basis_words(basis: str, lang: Language) -> str:
    """Name a basis by its code."""
    return lang._(_BASES[Basis(basis)]) if basis in set(Basis) else basis


def code_words(code: str, kind: str, flow: str, lang: Language) -> str:
    """Name a code of a catalogue, or a name that an official gave."""
    if kind == NameKind.MARKET:
        return catalogue.markets().name(code, lang.code)
    if kind == NameKind.INDUSTRY:
        return catalogue.industries().name(code, lang.code)
    if kind == NameKind.ITEM and flow in TRADE:
        return catalogue.items(Flow(flow)).name(code, lang.code)
    return code.removeprefix(NEW)


def read_catalogues() -> None:
    """Read every catalogue that names are taken from; they are kept from then on."""
    for flow in TRADE:
        catalogue.items(flow)
    catalogue.markets()
    catalogue.industries()
