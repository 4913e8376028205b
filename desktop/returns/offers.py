"""What is proposed for sheets that no layout fits: plans, for an official to confirm or correct."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop.figures.directions import TablePlan
from desktop.figures.finding import Finding
from desktop.figures.reading import Question, SheetSeen
from desktop.returns.plans.propose import proposals, speaks_of_trade
from desktop.returns.plans.questions import layout_asked
from desktop.returns.plans.unannounced import unannounced
from desktop.returns.sheet import Sheet
from desktop.returns.sheets_seen import proposed_sheet

_HELD = 10_000
"""Rows of sheets that are kept until somebody asks: a large workbook goes sheet by sheet."""


@dataclass(slots=True)
class Offers:
    """The plans of one workbook, each with how its sheet is shown.

    They are made when somebody asks for them: where another sheet is read, nobody does.
    """

    _found: list[tuple[SheetSeen, TablePlan]] = field(default_factory=list)
    _waiting: list[Sheet] = field(default_factory=list)

    @property
    def found(self) -> list[tuple[SheetSeen, TablePlan]]:
        """The plans, each with its sheet as it is shown."""
        waiting, self._waiting = self._waiting, []
        for sheet in waiting:
            self._propose(sheet)
        return self._found

    def take(self, sheet: Sheet) -> None:
        """Propose plans for a sheet, unless that was done, or nobody sees it."""
        if sheet.grid.hidden or sheet in self._waiting:
            return
        self._waiting.append(sheet)
        if sum(len(held.numbers) for held in self._waiting) > _HELD:
            _ = self.found  # and let the sheets go

    def _propose(self, sheet: Sheet) -> None:
        again = any(plan.sheet == sheet.name for _, plan in self._found)
        if not again and speaks_of_trade(sheet):
            self._found += [(proposed_sheet(sheet, plan), plan) for plan in proposals(sheet)]

    def take_unannounced(self, sheet: Sheet) -> None:
        """Propose plans for tables that nothing announces."""
        self._found += [(proposed_sheet(sheet, plan), plan) for plan in unannounced(sheet)]

    def shown(self, sheets: Sequence[SheetSeen]) -> list[SheetSeen]:
        """Show the sheets as they are proposed to be read."""
        anew = {seen.name: seen for seen, _ in self.found}
        return [anew.get(seen.name, seen) for seen in sheets]

    def explain(self, told: Finding) -> bool:
        """Say whether a plan tells the months that a finding misses over a sheet's columns."""
        dated = (plan.periods_in_rows and plan.sheet == told.sheet for plan in self.plans)
        return told.code == "headings_missing" and any(dated)

    @property
    def plans(self) -> list[TablePlan]:
        """The plans alone."""
        return [plan for _, plan in self.found]

    @property
    def questions(self) -> list[Question]:
        """Ask whether each is right."""
        return [layout_asked(plan) for plan in self.plans]
