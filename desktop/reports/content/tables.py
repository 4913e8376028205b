"""The tables of a report: months, items, markets, targets, how the year may end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.analysis.outlook.wording import UNSAID, chance_word
from desktop.analysis.wording import CAUSES, FIRMNESS, PACE
from desktop.figures.catalogue import items, markets
from desktop.figures.series import OTHER, UNKNOWN, Flow
from desktop.figures.target_names import FLOW_NAMES, scope_name
from desktop.figures.target_texts import amount_name, period_name
from desktop.figures.wording import in_millions
from desktop.reports.content.on_target import TONES
from desktop.reports.content.report import Cell, Column, Number, Row, Table, Unit
from desktop.reports.content.saying import points, share, usd
from desktop.reports.prose import phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from desktop.analysis.outlook.results import Band, Outlook
    from desktop.analysis.results import Contribution, MonthPoint
    from desktop.analysis.structure_results import Structure
    from desktop.reports.content.saying import Saying

LISTED = 15
"""Items or markets on a page: what its reader looks through; the workbook lists every one."""


def _usd(head: str, *, signed: bool = False) -> Column:
    return Column(head, Unit.USD, 0, signed)


def _rate(head: str, *, signed: bool = True) -> Column:
    return Column(head, Unit.FRACTION, 1, signed)


def months_table(saying: Saying) -> Table:
    """The months of exports and imports, and the balance."""
    say, overview = saying.language._, saying.overview
    columns = (
        Column(say("Month")),
        _usd(say("Exports {year}", year=overview.year)),
        _rate(say("On last year")),
        _usd(say("To date")),
        _rate(say("On last year")),
        _usd(say("Imports {year}", year=overview.year)),
        _rate(say("On last year")),
        _usd(say("Balance"), signed=True),
        Column(say("Figure")),
    )
    flows = zip(
        overview.exports.months, overview.imports.months, overview.balance.months, strict=True
    )
    told = list(flows)[: overview.through.number]
    rows = tuple(_month(saying, *month) for month in told)
    table = Table(
        "months",
        say("Exports and imports of {year} by month", year=overview.year),
        say("Million US dollars; growth recomputed on the months held."),
        columns,
        rows,
    )
    return _without_blanks(table)


def _month(saying: Saying, out: MonthPoint, back: MonthPoint, balance: float | None) -> Row:
    language = saying.language
    firmness = FIRMNESS[out.status] if out.status else CAUSES[out.missing] if out.missing else ""
    return Row((
        language.month_tick(out.month.number),
        usd(out.value), share(out.growth), usd(out.cumulative), share(out.growth_to_date),
        usd(back.value), share(back.growth), usd(balance),
        language._(firmness) if firmness else "",
    ))  # fmt: skip


def items_table(saying: Saying) -> Table | None:
    """The largest items of exports."""
    say, language = saying.language._, saying.language

    def name(code: str) -> str:
        return items(Flow.EXPORT).name(code, language.code, short=True)

    title = say("Main export items, {period}", period=_period(saying))
    return _ranking(saying, ("items", title, say("Item")), saying.overview.items, "item", name)


def markets_table(saying: Saying) -> Table | None:
    """The largest markets of exports."""
    say, language = saying.language._, saying.language

    def name(code: str) -> str:
        return markets().name(code, language.code, short=True)

    title = say("Main export markets, {period}", period=_period(saying))
    parts = saying.overview.markets
    return _ranking(saying, ("markets", title, say("Market")), parts, "market", name)


def _period(saying: Saying) -> str:
    return phrases.months_told(saying.overview.through, saying.language)


def _ranking(
    saying: Saying,
    named: tuple[str, str, str],
    parts: Sequence[Contribution],
    scope: str,
    name: Callable[[str], str],
) -> Table | None:
    if not parts:
        return None
    say, exports = saying.language._, saying.overview.exports
    key, title, head = named
    columns: tuple[Column, ...] = (
        Column(head, wide=True),
        _usd(say("To date {year}", year=saying.overview.year)),
        _rate(say("Growth")),
        _rate(say("As printed")),
        _rate(say("Share"), signed=False),
        Column(say("Points"), Unit.POINTS, 1, signed=True),
    )
    ranked = sorted(
        (p for p in parts if p.code not in (OTHER, UNKNOWN)), key=lambda p: (-p.value, p.code)
    )
    rows = [_part(saying, f"{scope}:{p.code}", name(p.code)) for p in ranked[:LISTED]]
    numbers = saying.numbers
    whole = (
        say("All exports"), numbers("exports.cumulative"), numbers("exports.growth"),
        numbers("exports.growth_printed"), share(1.0 if exports.cumulative else None),
        points(exports.growth),
    )  # fmt: skip
    table = Table(
        key, title,
        say("Million US dollars; growth on the months held and as printed; contribution in "
            "percentage points."),
        columns, (Row(whole, total=True), *rows),
    )  # fmt: skip
    blank = not any(_known(row.cells[3]) for row in rows)  # only the total's growth is printed
    return _without_blanks(_without(table, 3) if blank else table)


def _part(saying: Saying, code: str, name: str) -> Row:
    numbers = saying.numbers
    wanted = ("cumulative", "growth", "growth_printed", "share", "contribution")
    return Row((name, *(numbers(f"{code}.{what}") for what in wanted)))


def _without(table: Table, place: int) -> Table:
    columns = table.columns[:place] + table.columns[place + 1 :]
    rows = tuple(
        Row(row.cells[:place] + row.cells[place + 1 :], row.total, row.tone) for row in table.rows
    )
    return Table(table.key, table.title, table.note, columns, rows)


def _without_blanks(table: Table) -> Table:
    """Leave out the columns of numbers in which not one is known; amounts are as fine as needed."""
    fine = in_millions(_amounts(table), 0)
    kept = [
        place
        for place, column in enumerate(table.columns)
        if column.unit is None or any(_known(row.cells[place]) for row in table.rows)
    ]
    rows = tuple(Row(tuple(r.cells[k] for k in kept), r.total, r.tone) for r in table.rows)
    columns = tuple(_fine(table.columns[k], fine) for k in kept)
    return Table(table.key, table.title, table.note, columns, rows)


def _fine(column: Column, amounts: int) -> Column:
    return replace(column, decimals=amounts) if column.unit is Unit.USD else column


def _amounts(table: Table) -> Iterator[float | None]:
    """Give the table's amounts, US dollars."""
    for row in table.rows:
        for column, cell in zip(table.columns, row.cells, strict=True):
            if column.unit is Unit.USD and isinstance(cell, Number):
                yield cell.value


def _known(cell: Cell) -> bool:
    return isinstance(cell, Number) and cell.value is not None


def partners_table(saying: Saying, held: Structure) -> Table | None:
    """Exports to and imports from the partners with most trade, and the balance."""
    say, language = saying.language._, saying.language
    told = [p for p in held.bridge.partners if p.balance is not None]
    told = [p for p in told if p.code not in (OTHER, UNKNOWN)]
    if not told:
        return None
    told.sort(key=lambda p: (-((p.exports or 0) + (p.imports or 0)), p.code))
    columns = (
        Column(say("Market"), wide=True), _usd(say("Exports")), _usd(say("Imports")),
        _usd(say("Balance"), signed=True), _usd(say("A year before"), signed=True),
        _usd(say("Change"), signed=True),
    )  # fmt: skip
    rows = tuple(
        Row((
            markets().name(p.code, language.code, short=True),
            usd(p.exports), usd(p.imports), usd(p.balance, f"partner:{p.code}.balance"),
            usd(p.base_balance), usd(p.change),
        ))
        for p in told[:LISTED]
    )  # fmt: skip
    title = say("Trade with the main partners, {period}", period=_period(saying))
    return _without_blanks(Table("partners", title, say("Million US dollars."), columns, rows))


def targets_table(saying: Saying) -> Table | None:
    """How each target in force stands."""
    say, language, overview = saying.language._, saying.language, saying.overview
    if not overview.targets:
        return None
    columns = (
        Column(say("Target"), wide=True), Column(say("Asked")), _usd(say("Value asked")),
        _usd(say("To date")), _rate(say("Of the target"), signed=False),
        _usd(say("Gap to the path"), signed=True), _usd(say("Required average, a month")),
        Column(say("Status")),
    )  # fmt: skip
    rows = tuple(
        Row((
            f"{scope_name(t.scope, language)} · {period_name(t.target, language)}",
            amount_name(t.target, language), usd(t.low), usd(t.cumulative),
            share(t.share_of_target), usd(t.gap), usd(t.required_monthly), say(PACE[t.status]),
        ), tone=TONES[t.status])
        for t in overview.targets
    )  # fmt: skip
    title = say("Targets in force, {year}", year=overview.year)
    return _without_blanks(Table("targets", title, say("Million US dollars."), columns, rows))


def landing_table(saying: Saying, told: Outlook) -> Table | None:
    """Where exports, imports and the balance end the year."""
    say = saying.language._
    columns = (
        Column(say("Where the year ends"), wide=True), _usd(say("Known to date")),
        _usd(say("Median"), signed=False), _rate(say("Growth")),
        _usd(say("Low, 80 of 100")), _usd(say("High, 80 of 100")),
        _usd(say("Low, 95 of 100")), _usd(say("High, 95 of 100")),
    )  # fmt: skip
    rows = [
        _band(say(FLOW_NAMES[flow.flow]), flow.known, flow.band, flow.growth)
        for flow in (told.exports, told.imports)
        if flow.band
    ]
    if told.balance:
        name = say(FLOW_NAMES[Flow.BALANCE])
        rows.append(_band(name, told.balance.known, told.balance.band, None))
    if not rows:
        return None
    title = say("Where {year} will end", year=told.year)
    return _without_blanks(
        Table("landing", title, say("Million US dollars."), columns, tuple(rows))
    )


def _band(name: str, known: float, band: Band | None, growth: float | None) -> Row:
    ends = (*band.most, *band.nearly_all) if band else (None,) * 4
    median = usd(band.median if band else None)
    return Row((name, usd(known), median, share(growth), *map(usd, ends)))


def chances_table(saying: Saying, told: Outlook) -> Table | None:
    """How likely each target in force is met."""
    if not told.chances:
        return None
    say, language = saying.language._, saying.language
    columns = (
        Column(say("Target"), wide=True), Column(say("Asked")),
        Column(say("Chance"), Unit.FRACTION, 0), Column(say("Chance of the high end"),
        Unit.FRACTION, 0), Column(say("In words"), wide=True),
    )  # fmt: skip
    rows = tuple(
        Row((
            f"{scope_name(c.scope, language)} · {period_name(c.target, language)}",
            amount_name(c.target, language), share(c.chance), share(c.chance_high),
            say(UNSAID[c.unsaid]) if c.unsaid else say(chance_word(c.chance)),
        ))
        for c in told.chances
    )  # fmt: skip
    return _without_blanks(Table("chances", say("Chance of each target"), "", columns, rows))
