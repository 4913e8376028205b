"""What is proposed for sheets that no layout fits: plans, for an official to confirm or correct."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop.figures.directions import TablePlan
from desktop.figures.reading import Question, SheetSeen
from desktop.returns.plans.propose import proposals, speaks_of_trade
from desktop.returns.plans.questions import layout_asked
from desktop.returns.plans.unannounced import unannounced
from desktop.returns.sheet import Sheet
from desktop.returns.sheets_seen import proposed_sheet


@dataclass(slots=True)
class Offers:
    """The plans of one workbook, each with how its sheet is shown."""

    found: list[tuple[SheetSeen, TablePlan]] = field(default_factory=list)

    def take(self, sheet: Sheet) -> None:
        """Propose plans for a sheet, unless that was done, or nobody sees it."""
        again = any(plan.sheet == sheet.name for _, plan in self.found)
        if not again and not sheet.grid.hidden and speaks_of_trade(sheet):
            self.found += [(proposed_sheet(sheet, plan), plan) for plan in proposals(sheet)]

    def take_unannounced(self, sheet: Sheet) -> None:
        """Propose plans for tables that nothing announces."""
        self.found += [(proposed_sheet(sheet, plan), plan) for plan in unannounced(sheet)]

    def shown(self, sheets: Sequence[SheetSeen]) -> list[SheetSeen]:
        """Show the sheets as they are proposed to be read."""
        anew = {seen.name: seen for seen, _ in self.found}
        return [anew.get(seen.name, seen) for seen in sheets]

    @property
    def plans(self) -> list[TablePlan]:
        """The plans alone."""
        return [plan for _, plan in self.found]

    @property
    def questions(self) -> list[Question]:
        """Ask whether each is right."""
        return [layout_asked(plan) for plan in self.plans]
