"""The tables of the outlook: flows, chances, how it moved, the track record, the parts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.analysis.outlook import Rule
from desktop.analysis.outlook.wording import (
    SHORT_RULES,
    UNSAID,
    chance_word,
    lever_cells,
    lever_headings,
)
from desktop.figures.groupings import Dimension
from desktop.figures.series import Flow
from desktop.figures.target_names import FLOW_NAMES, item_name, market_name
from desktop.figures.target_texts import short_name, stated
from desktop.figures.wording import N_, apart, fitting, side_by_side
from desktop.gui.overview.tables import ahead_cells
from desktop.gui.parts.chances import chance_tone, chances_told
from desktop.gui.parts.grid import Cell, Grid
from desktop.gui.tokens import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.analysis.outlook import (
        Assumed,
        Band,
        Fanned,
        FlowOutlook,
        Outlook,
        PartsOutlook,
        Record,
        TargetChance,
    )
    from desktop.analysis.results import MonthPoint, Progress
    from desktop.figures.wording import Language

_PLAIN = 100e9
"""From this amount on a band is written in whole billions."""
_SMALL = 25e9
"""Below this amount whole billions say too little of a band."""
_NONE = Cell("–", Tone.MUTED)


def flows_grid(
    exports: Band | None, imports: Band | None, balance: Band | None, lang: Language
) -> Grid:
    """Exports, imports and the balance: the median, what 50, 80 and 95 % lie in (billions)."""
    columns = (lang._("bn USD"), lang._("Median"), "50%", "80%", "95%")
    bands = [(Flow.EXPORT, exports), (Flow.IMPORT, imports)]
    if balance:
        bands.append((Flow.BALANCE, balance))
    names = {**FLOW_NAMES, Flow.BALANCE: N_("Balance")}
    places = fitting(max((abs(b.median) for _, b in bands if b), default=0.0))
    return Grid(columns, [_flow_row(lang._(names[flow]), b, places, lang) for flow, b in bands])


def _flow_row(name: str, band: Band | None, places: int, lang: Language) -> tuple[Cell, ...]:
    if band is None:
        return Cell(name), _NONE, _NONE, _NONE, _NONE
    pairs = (band.half, band.most, band.nearly_all)
    small = max(abs(edge) for edge in band.nearly_all) < _SMALL
    told = partial(lang.billions, decimals=places if small else 0)
    return (
        Cell(name), Cell(lang.billions(band.median, places)),
        *(Cell("–".join(told(edge) for edge in pair)) for pair in pairs),
    )  # fmt: skip


def chances_grid(outlook: Outlook, lang: Language) -> Grid:
    """One row a target: its chance, the word for it, what most outcomes lie in."""
    columns = (lang._("Target"), lang._("Chance"), lang._("In words"), "80%")
    return Grid(columns, [_chance_row(c, lang) for c in outlook.chances], frozenset({0, 2}))


def _chance_row(found: TargetChance, lang: Language) -> tuple[Cell, ...]:
    target, name = found.target, short_name(found.target, lang)
    whole = stated(target, lang)
    if found.chance is None or found.band is None:
        why = lang._(UNSAID[found.unsaid]) if found.unsaid else ""
        unsaid = Cell(lang._(chance_word(None)), Tone.MUTED, why)
        return Cell(name, tip=f"{whole}: {why}"), _NONE, unsaid, _NONE
    tone, word = chance_tone(found.chance), lang._(chance_word(found.chance))
    edges = found.band.most
    if target.is_share:
        band = "–".join(lang.percent(edge) for edge in edges)
    else:
        band = _wide_band(edges, lang)
    chance = Cell(chances_told(found, lang), tone)
    return Cell(name, tip=whole), chance, Cell(word, tone), Cell(band)


def _wide_band(edges: tuple[float, float], lang: Language) -> str:
    """Write what most outcomes lie in: whole billions where the amounts are large."""
    smallest = min(map(abs, edges))
    decimals = 0 if smallest >= _PLAIN else fitting(smallest)
    return "–".join(apart(edges, decimals, lang))


def seen_grid(flow: FlowOutlook, lang: Language) -> Grid:
    """How the year's end looked after each month, the newest first."""
    columns = (lang._("Figures through"), lang._("Median"), lang._("80% band"), lang._("Chance"))
    hindsight = lang._("by today's figures: what was known then is not held")
    places = fitting(max((s.median for s in flow.seen), default=0.0))
    rows = [
        (
            Cell(lang.month(s.month) + (" *" if s.by_hindsight else ""),
                 tip=hindsight if s.by_hindsight else ""),
            Cell(lang.billions(s.median, places)),
            Cell(_wide_band((s.low, s.high), lang)),
            _NONE if s.chance is None else Cell(lang.percent(s.chance, 0), chance_tone(s.chance)),
        )
        for s in reversed(flow.seen)
    ]  # fmt: skip
    return Grid(columns, rows)


def record_grid(record: Record, lang: Language) -> Grid:
    """The mean error of each rule, then each year's: signed, as shares of the annual total."""
    rules = [rule for rule in Rule if rule in record.errors]
    columns = (lang._("Year"), *(lang._(SHORT_RULES[rule]) for rule in rules))
    best = min(record.errors.values())
    mean = (
        Cell(lang._("Mean")),
        *(Cell(lang.percent(record.errors[r], 1),
               Tone.GOOD if record.errors[r] == best else Tone.PLAIN) for r in rules),
    )  # fmt: skip
    by_year = [
        (Cell(str(y)), *(Cell(lang.percent(record.by_year[y][r], 1, sign=True)) for r in rules))
        for y in sorted(record.by_year, reverse=True)
    ]
    return Grid(columns, [mean, *by_year])


def parts_grid(parts: PartsOutlook, lang: Language) -> Grid:
    """Items or markets: median, growth, what 80 % lie in (billions)."""
    by_item = parts.dimension is Dimension.ITEM
    columns = (
        lang._("Item") if by_item else lang._("Market"), lang._("Median"), lang._("Growth"),
        lang._("80% band"),
    )  # fmt: skip
    places = side_by_side(p.band.median for p in parts.parts)
    rows = [
        (
            Cell(item_name(p.code, parts.flow, lang) if by_item else market_name(p.code, lang)),
            Cell(lang.billions(p.band.median, places)),
            _NONE if p.growth is None else Cell(lang.percent(p.growth, sign=True)),
            Cell("–".join(lang.billions(e, places) for e in p.band.most)),
        )
        for p in parts.parts
    ]  # fmt: skip
    return Grid(columns, rows, of_trade=True)


def levers_grid(outlook: Outlook, lang: Language) -> Grid:
    """Growth of each market and item alone at which the target is so likely."""
    tips = {"–": lang._("not by it alone"), "0": lang._("even without it")}
    rows = [
        tuple(Cell(text, tip=tips.get(text, "")) for text in lever_cells(one, lang))
        for one in outlook.levers
    ]
    return Grid(lever_headings(lang), rows, of_trade=True)


def to_date_grid(
    progress: Progress,
    flow: Fanned | None,
    lang: Language,
    assumed: Sequence[Assumed] = (),
) -> Grid:
    """Month, cumulative, path, last year's, what it may come to: median and 80 % (billions).

    A column more for the median with each scenario.
    """
    with_each = [{p.month: p.to_date.median for p in one.flows[0].fan} for one in assumed]
    fan = {p.month: p.to_date for p in flow.fan} if flow else {}
    columns = (
        lang._("Month"), lang._("Cumulative"), lang._("Path"), lang._("A year before"),
        lang._("Forecast"), lang._("80% band"), *(one.scenario.name for one in assumed),
    )  # fmt: skip
    amounts = (a for p in progress.months for a in (p.cumulative, p.path, p.cumulative_last_year))
    bn = partial(_bn, lang=lang, places=side_by_side(amounts))
    rows = [
        (
            _month(p, lang), bn(p.cumulative), bn(p.path),
            bn(p.cumulative_last_year), *ahead_cells(fan.get(p.month), lang),
            *(bn(medians.get(p.month)) for medians in with_each),
        )
        for p in progress.months
    ]  # fmt: skip
    return Grid(columns, rows)


def months_grid(progress: Progress, flow: Fanned | None, lang: Language) -> Grid:
    """Month, figure, last year's, what it may bring: median and what 80 % lie in."""
    fan = {p.month: p.alone for p in flow.fan} if flow else {}
    columns = (
        lang._("Month"), lang._("Exports"), lang._("A year before"), lang._("Forecast"),
        lang._("80% band"),
    )  # fmt: skip
    amounts = (a for p in progress.months for a in (p.value, p.last_year))
    bn = partial(_bn, lang=lang, places=side_by_side(amounts))
    rows = [
        (
            _month(p, lang), bn(p.value), bn(p.last_year),
            *ahead_cells(fan.get(p.month), lang),
        )
        for p in progress.months
    ]  # fmt: skip
    return Grid(columns, rows)


def _bn(usd: float | None, *, lang: Language, places: int) -> Cell:
    return _NONE if usd is None else Cell(lang.billions(usd, places))


def _month(point: MonthPoint, lang: Language) -> Cell:
    return Cell(lang.month_name(point.month.number), tip=str(point.source or ""))
