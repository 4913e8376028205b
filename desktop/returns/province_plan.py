"""The plan column of a table: what the year should reach becomes a proposed target."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median

from desktop.figures.finding import Finding, Severity
from desktop.figures.reading import Proposal
from desktop.figures.series import TOTAL, WORLD, Measure
from desktop.figures.target import Target, TargetMeasure
from desktop.returns.binding import Bound
from desktop.returns.cells import Amount, amount
from desktop.returns.found_table import Table
from desktop.returns.grid import address
from desktop.returns.headings import Compared
from desktop.returns.labels import Kind, Labels, Subject
from desktop.returns.sheet import Sheet
from desktop.returns.text import folded
from desktop.returns.text_numbers import writing_of

_RATIO = 1.5
"""Shares of a plan whose middle is below are ratios (0.167), others per cent (16.7)."""
_PER_CENT = 100
_SHARE = re.compile(r"%|\bty le\b|\bdat\b")


def proposals(
    sheet: Sheet, table: Table, bound: Sequence[Bound], labels: Labels
) -> Iterator[Proposal]:
    """Give the plan of every row, as printed; else the value to date over its share of the plan."""
    to_date = [b for b in bound if _is_value(b) and b.period and b.period.counts_from_january]
    base = max(to_date, key=_newest, default=None)
    if base is None or base.period is None:
        return
    plan = next(filter(_is_plan, bound), None)
    share = next(filter(_is_share, bound), None)
    said = plan.column.heading.year if plan else None
    form = _Form(sheet, table, said or base.period.end.year)
    if plan is not None:
        yield from form.printed(plan, base, labels)
    elif share is not None:
        yield from form.computed(share, base, labels)


def plan_notes(found: Sequence[Proposal]) -> list[Finding]:
    """Say the plan of the whole, which an official may set as a target; the parts speak there."""
    return [
        Finding(
            Severity.NOTE, "plan_found", p.sheet, p.cell, f"{p.target.low / 1e6:,.1f}",
            str(p.target.year), p.label,
        )
        for p in found
        if (p.target.item, p.target.market) == (TOTAL, WORLD)
    ]  # fmt: skip


def _is_value(b: Bound) -> bool:
    return not b.left_out and not b.growth and b.measure is Measure.VALUE


def _newest(b: Bound) -> tuple[int, int]:
    """By its last month, then its length: last year's, be it whole, is not what is judged."""
    return (b.period.end.ordinal, b.period.months) if b.period else (0, 0)


def _is_plan(b: Bound) -> bool:
    heading = b.column.heading
    return heading.left_out == "plan" and not _is_share(b) and b.measure != Measure.QUANTITY


def _is_share(b: Bound) -> bool:
    """Say whether the column tells how much of the plan is reached: "so KH năm", "% KH"."""
    if b.column.heading.compared is Compared.PLAN:
        return True
    return b.column.heading.left_out == "plan" and bool(_SHARE.search(folded(b.column.text)))


@dataclass(frozen=True, slots=True)
class _Form:
    """A form's table, and the year whose plan it speaks of."""

    sheet: Sheet
    table: Table
    year: int

    def printed(self, plan: Bound, base: Bound, labels: Labels) -> Iterator[Proposal]:
        money = self._money(plan) or self._money(base)
        for number, label, subject in self._rows(labels):
            read = self._read(number, plan)
            if read and read.number > 0 and money:
                value = float(read.number) * money
                yield self._proposal(subject, label, address(number, plan.number), read, value)

    def computed(self, share: Bound, base: Bound, labels: Labels) -> Iterator[Proposal]:
        shares = {n: read for n in self.table.rows if (read := self._read(n, share))}
        printed = [float(read.number) for read in shares.values() if read.number > 0]
        whole = 1 if printed and median(printed) < _RATIO else _PER_CENT
        money = self._money(base)
        for number, label, subject in self._rows(labels):
            read, reached = shares.get(number), self._read(number, base)
            if read and read.number > 0 and reached and reached.number > 0 and money:
                value = float(reached.number * money * whole / read.number)
                cell = address(number, share.number)
                yield self._proposal(subject, label, cell, read, value, computed=True)

    def _rows(self, labels: Labels) -> Iterator[tuple[int, str, Subject]]:
        for number in self.table.rows:
            texts = self.sheet.texts(number)
            label = " ".join(text for column, text in texts if column in self.table.labels)
            filled = any(isinstance(v, float) for v in self.sheet.row(number).values())
            subject = labels.read(label, has_figures=filled)
            if filled and subject.kind is Kind.ROW and subject.flow:
                yield number, label, subject

    def _money(self, b: Bound) -> int | None:
        return b.column.units.over(self.table.units).money

    def _read(self, number: int, b: Bound) -> Amount | None:
        value = self.sheet.row(number).get(b.number)
        shows_date = partial(self.sheet.shows_date, number, b.number)
        read = amount(value, partial(writing_of, [str(value)]), shows_date)
        return read if isinstance(read, Amount) else None

    def _proposal(
        self, subject: Subject, label: str, cell: str, read: Amount, value: float,
        *, computed: bool = False,
    ) -> Proposal:  # fmt: skip
        assert subject.flow is not None
        target = Target(
            subject.flow, TargetMeasure.VALUE, self.year, value, value, subject.item,
            subject.market, self.sheet.book,
        )  # fmt: skip
        return Proposal(
            target, self.table.province, self.sheet.name, cell, read.printed, label, computed
        )
