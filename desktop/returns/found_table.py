"""A table as it was found on a sheet: where its parts lie, and what was said about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from desktop.figures.figure import Status
from desktop.figures.series import NATIONAL
from desktop.returns.heading_block import Column
from desktop.returns.titles import Title
from desktop.returns.units import Units, unit_of_row


@dataclass(slots=True)
class Table:
    """A table found: where its parts lie, and what was said above and beneath it.

    `units_denied` are notes that name two units of money, of which none is taken. `unit_rows` are
    rows that name no goods, but another unit of what stands above them. `dollars_mark` where "USD"
    in the unit column cannot be the unit of the values, as a note counts them in thousands;
    `tonnes_denied` where "Tấn" in all of its rows stands beneath a note of thousands of tonnes.
    `is_countrys` where so much trade can be no province's; `is_by_name_a_provinces` where the
    workbook's name has a province, and so little trade can be one's. `periods_in_rows` where each
    row says its own months. `around` are names whose two parts stand above and beneath their row.
    `nameless` are rows with figures that no name stands beside. `goods_are_above` where the rows
    are goods, each above the markets that it goes to, `goods_in_capitals` where goods beneath
    partners are printed as these are. `groups` are columns of what the names beside
    them belong to, which name the rows that have no other name. `unsaid` is how firm figures are
    of which no word says it.
    """

    title: Title
    above: tuple[str, ...]
    labels: tuple[int, ...]
    label_heading: str
    unit_column: int
    columns: tuple[Column, ...]
    units: Units
    rows: tuple[int, ...] = ()
    footnotes: dict[str, Units] = field(default_factory=dict)
    beneath: tuple[str, ...] = ()
    province: str = NATIONAL
    title_rows: tuple[int, int] = (0, 0)
    heading_rows: tuple[int, int] = (0, 0)
    beneath_rows: tuple[int, ...] = ()
    units_denied: tuple[str, ...] = ()
    unit_rows: frozenset[int] = frozenset()
    dollars_mark: bool = False
    tonnes_denied: bool = False
    is_countrys: bool = False
    is_by_name_a_provinces: bool = False
    periods_in_rows: bool = False
    around: dict[int, str] = field(default_factory=dict)
    nameless: tuple[int, ...] = ()
    goods_are_above: bool = False
    goods_in_capitals: bool = False
    groups: tuple[int, ...] = ()
    measured_by_rows: bool = False
    unsaid: Status = Status.ESTIMATE

    def named_by(self, texts: Iterable[tuple[int, str]]) -> tuple[int, ...]:
        """The columns that name a row of these texts: those of groups where no other does."""
        if not self.groups or any(column in self.labels for column, _ in texts):
            return self.labels
        return self.groups

    def unit_in(self, text: str) -> Units:
        """The unit that a row's own cell says; "USD" there may only say that nothing is weighed."""
        said = unit_of_row(text)
        if self.tonnes_denied and said.weight == 1:
            said = said._replace(weight=None)
        return said._replace(money=None) if self.dollars_mark and said.money == 1 else said
