"""Rows of tables that no layout of ours fits: periods, or goods and countries."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from desktop.figures.directions import LEAVE_OUT
from desktop.figures.figure import Status
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.period import Basis, Period
from desktop.figures.series import TOTAL, UNKNOWN, WORLD, Flow, Ownership
from desktop.returns.labels import Kind, Subject
from desktop.returns.names import Names
from desktop.returns.plans import words
from desktop.returns.plans.periods import NOTHING, Said, said

_MARK = re.compile(r"\s*(?:\(\d{1,2}\)|\d\)|\*+)\s*$")
_REFUSED = Subject(Kind.SECTION)


@dataclass(slots=True)
class PeriodLabels:
    """Rows of months and years. A year that stands alone is carried down to what follows it.

    `newest` is the newest month that has figures: where a year to date leaves its end open
    ("Jan. -"), it ends there, and figures "as published last month" are of no later month.
    `overall` is how firm the rows are that do not say it, `year` the year above the first of them.
    """

    flow: Flow | None = None
    newest: Month | None = None
    overall: Status | None = None
    fiscal_start: int = 1
    year: int = 0
    _years: int = 1

    def knows(self, label: str) -> bool:
        """Say whether the label names a period and nothing else."""
        return said(_bare(label)).exact

    def read(self, label: str, *, has_figures: bool) -> Subject:
        """Read the next row's label; call it once per row, from the top."""
        found = said(_bare(label))
        if found is NOTHING or not found.exact:
            return _REFUSED
        if found.year:
            self.year, self._years = found.year, found.years
        if not has_figures:
            return _REFUSED
        status = found.status or self.overall
        plain = Subject(Kind.ROW, TOTAL, WORLD, Ownership.ALL, self.flow, status=status)
        if not self.year and not found.older:
            to_date = found.basis is Basis.CUMULATIVE and found.first == 1 and not found.open_end
            within = found.is_month or found.basis is Basis.QUARTER or to_date
            months = found.last - found.first + 1
            if not within:
                return _REFUSED
            basis = found.basis or Basis.MONTH
            return replace(plain, month=found.first, months=months, basis=basis)
        period = self._period(found)
        return replace(plain, period=period) if period else _REFUSED

    def _period(self, found: Said) -> Period | None:
        if found.older and found.is_month and self.newest:
            year = self.newest.year - (found.last > self.newest.number)
            return found.period(found.year or year)
        if found.open_end and self.newest:
            found = replace(found, last=self.newest.number, open_end=False)
        return found.period(self._calendar_year(found), self.fiscal_start)

    def _calendar_year(self, found: Said) -> int:
        """The months before a fiscal year's first belong to the next calendar year."""
        later = self._years > 1 and found.is_month and found.first < self.fiscal_start
        return self.year + later


@dataclass(slots=True)
class GoodsLabels:
    """Rows of goods, of countries, or of exports and imports themselves."""

    flow: Flow | None
    ownership: Ownership
    names: Names
    by_market: bool = False
    _section: Flow | None = field(default=None)

    def knows(self, label: str) -> bool:
        """Say whether the label names goods, a country, or a whole."""
        return self._code(_bare(label)) is not None

    def read(self, label: str, *, has_figures: bool) -> Subject:
        """Read the next row's label; call it once per row, from the top."""
        bare = _bare(label)
        way = words.flow(bare)
        if not has_figures:
            self._section = way or self._section
            return replace(_REFUSED, flow=self._section or self.flow)
        row = Subject(Kind.ROW, TOTAL, WORLD, self.ownership, self._section or self.flow)
        if way and (not self.flow or self.flow is way):
            return replace(row, flow=way, item=words.subject(_without_flow(bare)) or TOTAL)
        code = self._code(bare)
        if code is None:
            kind = Kind.UNKNOWN_MARKET if self.by_market else Kind.UNKNOWN_ITEM
            return replace(row, kind=kind, item=UNKNOWN)
        item, market = code
        if item == LEAVE_OUT:
            return replace(row, kind=Kind.LEFT_OUT, item=item)
        return replace(row, item=item, market=market)

    def _code(self, label: str) -> tuple[str, str] | None:
        """Item and market of a label; None where nobody knows it."""
        if whole := words.subject(label):
            return whole, WORLD
        item, market = self._item(label), self.names.market(label)
        if LEAVE_OUT in {item, market}:
            return LEAVE_OUT, WORLD
        if market != UNKNOWN and (self.by_market or item == UNKNOWN):
            return TOTAL, market
        return (item, WORLD) if item != UNKNOWN else None

    def _item(self, label: str) -> str:
        for way in (self._section or self.flow, Flow.EXPORT, Flow.IMPORT):
            if way in {Flow.EXPORT, Flow.IMPORT}:
                code = self.names.item(label, way)
                if code != UNKNOWN:
                    return code
        return UNKNOWN


def fiscal_start(text: str) -> int:
    """First month of the fiscal year that a note names ("April-March"); 1 where none does."""
    found = said(text)
    whole = found.basis is Basis.YEAR and found.first
    return found.first if whole and found.first <= MONTHS_PER_YEAR else 1


def _bare(label: str) -> str:
    return _MARK.sub("", label)


def _without_flow(label: str) -> str:
    """What is left of "Exports of goods", "Goods exports" without the flow."""
    plain = re.sub(r"\b(?:exports?|imports?|trade|balance|of|on|in)\b", " ", words.plain(label))
    return re.sub(r"出口|輸出|输出|수출|進口|进口|輸入|输入|수입", " ", plain).strip()
