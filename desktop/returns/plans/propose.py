"""A full plan for a sheet that no layout fits: for an official to confirm or correct."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from desktop.figures.directions import ColumnPlan, ColumnRole, TablePlan
from desktop.figures.figure import Status
from desktop.figures.period import Basis
from desktop.figures.provinces import province_in
from desktop.figures.series import HERE, NATIONAL, UNKNOWN, Flow
from desktop.returns.cells import Amount, amount
from desktop.returns.country_size import SIGNED
from desktop.returns.grid import letters
from desktop.returns.item_names import market_code
from desktop.returns.one_partner import partner_named
from desktop.returns.plans import words
from desktop.returns.plans.blocks import Block, blocks, is_amount
from desktop.returns.plans.cell_text import label_of
from desktop.returns.plans.column_meaning import (
    dated,
    meaning,
    within_years,
    without_subject,
    year_of_each,
    years_only,
)
from desktop.returns.plans.column_text import column_texts
from desktop.returns.plans.money import money
from desktop.returns.plans.parties import bracketed, parties
from desktop.returns.plans.periods import NOTHING, Said, said
from desktop.returns.plans.printed_units import written
from desktop.returns.plans.row_labels import fiscal_start
from desktop.returns.plans.whose import whose
from desktop.returns.sheet import Sheet
from desktop.returns.text import folded
from desktop.returns.text_numbers import Writing, writing_of
from desktop.returns.units import NO_UNITS

_PERIODS = 0.6
"""Where more of the labels than this are periods, the rows are."""
_LINES = 12
_LONGEST_TITLE = 200
_LEAST_FIGURES = 4
_BENEATH = 15


@dataclass(frozen=True, slots=True)
class Around:
    """What stands above a table and beneath it, and what that says of all its figures."""

    above: tuple[str, ...]
    beneath: tuple[str, ...]
    flows: tuple[frozenset[Flow], ...] = ()

    @property
    def title(self) -> str:
        """The line that speaks of trade, or the first."""
        lines = [line for line in self.above if len(line) <= _LONGEST_TITLE]
        return next(filter(words.names_trade, lines), next(iter(lines), ""))

    @property
    def unit(self) -> str:
        """What one printed unit counts, by the first note that says it."""
        notes = [said for line in (*self.above, *self.beneath) if (said := money(line))]
        scaled = (said for said in notes if said.money != 1)
        return written(next(scaled, next(iter(notes), NO_UNITS)))

    @property
    def period(self) -> Said:
        """The period that the title names, for columns that name none."""
        return next((found for line in self.above if (found := said(line)).basis), NOTHING)

    @property
    def status(self) -> Status:
        """How firm figures are that do not say it.

        A table that marks what it has revised prints its office's own figures; one that says
        nothing of firmness may change yet.
        """
        found = [s for line in (*self.above, *self.beneath) if (s := words.status(line))]
        return found[0] if found else Status.PRELIMINARY

    @property
    def flow(self) -> Flow | None:
        """The way of trade that the title names; a row that names several heads their columns."""
        return next((way for ways in self.flows if len(ways) == 1 for way in ways), None)

    @property
    def fiscal_start(self) -> int:
        """First month of the fiscal years."""
        return max(map(fiscal_start, (*self.above, *self.beneath)), default=1)


def proposals(sheet: Sheet) -> list[TablePlan]:
    """Propose a plan for every table of trade; none for a sheet that holds none."""
    found = list(blocks(sheet))
    plans = (plan_for(sheet, number, block) for number, block in enumerate(found))
    return list(_of_one_unit([plan for plan in plans if plan is not None]))


def _of_one_unit(plans: Sequence[TablePlan]) -> Iterator[TablePlan]:
    """Give the one unit that a sheet says above its first table to those beneath that say none."""
    first = plans[0].unit if plans else ""
    alone = {plan.unit for plan in plans} <= {first, ""}
    for plan in plans:
        own = plan.unit or any(column.unit for column in plan.columns)
        yield plan if own or not alone else replace(plan, unit=first)


def speaks_of_trade(sheet: Sheet) -> bool:
    """Say whether the sheet's first lines speak of trade: cheap, before a plan is proposed."""
    texts = (text for n in sheet.numbers[: 2 * _LINES] for _, text in sheet.texts(n))
    return words.names_trade(sheet.name) or any(map(words.names_trade, texts))


def around(sheet: Sheet, headings: Sequence[int], rows: Sequence[int]) -> Around:
    """The lines above a table's headings and beneath its rows."""
    top, bottom = (headings or rows)[0], rows[-1]
    above = [n for n in sheet.numbers if n < top][-_LINES:]
    notes = [n for n in sheet.numbers if n > bottom and _is_note(sheet, n)][:_BENEATH]
    inside = [text for n in headings for _, text in sheet.texts(n) if money(text)]
    lines = [text for n in above for _, text in sheet.texts(n)]
    said_in = [[text for _, text in sheet.texts(n)] for n in above] + [[text] for text in inside]
    flows = [frozenset(filter(None, map(words.flow, texts))) for texts in said_in]
    before = sum(n <= _last_figures(sheet, above) for n in above)
    flows = [*flows[before:], *flows[:before]]  # what stands beneath another table says it of this
    beneath = tuple(t for n in notes for _, t in sheet.texts(n))
    return Around((*lines, *inside), beneath, tuple(flows))


def _last_figures(sheet: Sheet, rows: Sequence[int]) -> int:
    """The last of the rows that is one of figures, with a name; 0 for none."""
    named = (n for n in reversed(rows) if sheet.texts(n) and sheet.has_numbers(n))
    return next((n for n in named if not sheet.has_one_number(n)), 0)


def _is_note(sheet: Sheet, number: int) -> bool:
    """Say whether a row may be a note; a name with figures beside it is of another table."""
    return not sheet.has_numbers(number) or sheet.has_one_number(number)


def columns(
    sheet: Sheet, headings: Sequence[int], rows: Sequence[int], values: Sequence[int]
) -> list[ColumnPlan]:
    """Say what each column of figures holds, by the headings in the rows given."""
    texts = column_texts(sheet, headings, values)
    writing = cache(partial(_writing, sheet, rows))  # all texts of a table are looked at for it
    found = [meaning(c, texts[c], list(_numbers(sheet, rows, c, writing))) for c in values]
    subjects = any(plan.item or plan.market for plan in found)
    return [without_subject(plan) if subjects else plan for plan in found]


def _numbers(
    sheet: Sheet, rows: Iterable[int], column: int, writing: Callable[[], Writing]
) -> Iterator[float]:
    for number in rows:
        read = amount(sheet.row(number).get(column), writing)
        if isinstance(read, Amount):
            yield float(read.number)


def _writing(sheet: Sheet, rows: Iterable[int]) -> Writing:
    return writing_of(v for n in rows for v in sheet.row(n).values() if isinstance(v, str))


def plan_for(
    sheet: Sheet, number: int, block: Block, *, announced: bool = False
) -> TablePlan | None:
    """Propose a plan for a table; None where it is none of trade, unless that is known."""
    near = around(sheet, block.headings, block.rows)
    named = list(label_columns(sheet, block))
    plans = columns(sheet, block.headings, block.rows, block.values)
    labels = {n: label_of(sheet, n, block.labels) for n in block.rows}
    in_rows = are_periods(labels.values())
    if not in_rows or years_only(plans):
        plans = dated(plans, near.period, near.fiscal_start)
    elif (newest := newest_year(labels.values())) and within_years(plans):
        plans = year_of_each(plans, newest)
    way = words.flow(" ".join(c.heading for c in named)) or near.flow
    flows = {p.flow for p in plans if p.flow}
    if (
        not (announced or _is_trade(plans, labels.values(), near, named))
        or _figures(sheet, block) < _LEAST_FIGURES
    ):
        return None
    texts = (text for n in block.headings for _, text in sheet.texts(n))
    of_partners = any(plan.market for plan in plans)
    heads = [text for text in texts if not of_partners and market_code(text) == UNKNOWN]
    area = whose((*near.above, *heads, *near.beneath), labels.values(), sheet.name, sheet.book)
    if area == NATIONAL:
        area = _province(near.above) or area
    plans = with_partner(plans, named, near.above, area)
    return TablePlan(
        sheet.name,
        number,
        near.title,
        block.headings[0] if block.headings else 0,
        block.headings[-1] if block.headings else 0,
        block.first_row,
        block.rows[-1],
        (*named, *plans),
        tuple(rows_left_out(sheet, labels, in_rows=in_rows)),
        "" if flows or not way else way.value,
        near.unit,
        near.status.value,
        area=area,
        periods_in_rows=in_rows,
    )


def with_partner(
    plans: list[ColumnPlan], named: Iterable[ColumnPlan], above: Iterable[str], area: str
) -> list[ColumnPlan]:
    """Let the columns be of the one partner whose trade a title announces: "Trade with Japan".

    Not where the columns, or the rows that `named` ones name, are partners themselves.
    """
    heads = " ".join(column.heading for column in named)
    if any(plan.market for plan in plans) or words.names_markets(heads):
        return plans
    told = parties(above)
    said_in = (partner_named(line, area or HERE) or bracketed(line) for line in told.others)
    partner = next(filter(None, said_in), "") if told.market == UNKNOWN else told.market
    if partner in {"", UNKNOWN, area or HERE}:
        return plans
    out = ColumnRole.LEFT_OUT
    return [plan if plan.role is out else replace(plan, market=partner) for plan in plans]


def _province(lines: Iterable[str]) -> str:
    """The one province that lines above a table name, but for where they were signed."""
    said_of = (line for line in lines if not SIGNED.search(folded(line)))
    found = {name for line in said_of if (name := province_in(line)) != UNKNOWN}
    return found.pop() if len(found) == 1 else ""


def label_columns(sheet: Sheet, block: Block) -> Iterator[ColumnPlan]:
    """The columns that name the rows."""
    texts = column_texts(sheet, block.headings, block.labels) if block.headings else {}
    for column in block.labels:
        yield ColumnPlan(letters(column), texts.get(column, ""), ColumnRole.LABEL)


def are_periods(labels: Iterable[str]) -> bool:
    """Say whether rows are periods, by their labels."""
    said_of = [said(label).exact for label in labels if label]
    return bool(said_of) and sum(said_of) >= _PERIODS * len(said_of)


def newest_year(labels: Iterable[str]) -> int:
    """The newest of the years that rows are; 0 where some are other periods."""
    found = [period for label in labels if label and (period := said(label)).exact]
    years = [period.year for period in found if period.basis is Basis.YEAR]
    return max(years, default=0) if len(years) == len(found) and all(years) else 0


def rows_left_out(sheet: Sheet, labels: dict[int, str], *, in_rows: bool) -> Iterator[int]:
    """Rows of figures that are none of the table's: changes against a month, hidden rows.

    A row of figures without a label has that of the row above. Rows of old years are hidden to
    save space, rows of goods because they are not to be read.
    """
    for number, label in labels.items():
        if in_rows:
            if not said(label or _above(sheet, number)).exact:
                yield number
        elif number in sheet.grid.hidden_rows or not label:
            yield number


def _above(sheet: Sheet, number: int) -> str:
    before = max((n for n in sheet.numbers if n < number), default=0)
    texts = [text for _, text in sheet.texts(before)]
    return texts[0] if len(texts) == 1 and len(sheet.row(before)) == 1 else ""


def _is_trade(
    plans: Sequence[ColumnPlan], labels: Iterable[str], near: Around, named: Sequence[ColumnPlan]
) -> bool:
    """Say whether exports or imports are spoken of: over the columns, beside the rows, above."""
    if any(plan.flow for plan in plans) or near.flow:
        return True
    texts = [*near.above, *labels, *(plan.heading for plan in (*named, *plans))]
    return any(map(words.names_trade, texts))


def _figures(sheet: Sheet, block: Block) -> int:
    cells = ((n, c, sheet.row(n).get(c)) for n in block.rows for c in block.values)
    return sum(value is not None and is_amount(sheet, n, c, value) for n, c, value in cells)
