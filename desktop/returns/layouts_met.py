"""Which layouts the tables of one workbook have, and who sent it by them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from desktop.figures.directions import TablePlan
from desktop.figures.series import UNKNOWN
from desktop.returns.plans.choosing import Chosen
from desktop.returns.recipe import Recipe


@dataclass(slots=True)
class LayoutsMet:
    """The recipes of what was read, in its order; `said` is the sender that an official names.

    What stands `beside` the figures of trade settles nothing where there are others.
    """

    said: str = ""
    learned: str = ""
    learned_sender: str = ""
    of_trade: list[Recipe] = field(default_factory=list)
    beside: list[Recipe] = field(default_factory=list)

    def choose(self, chosen: Chosen) -> None:
        """Take note of a layout that officials taught."""
        self.learned = chosen.layout or self.learned
        self.learned_sender = chosen.sender or self.learned_sender

    def take(self, recipe: Recipe) -> None:
        """Take note of the recipe of a table that gave figures."""
        (self.beside if recipe.beside else self.of_trade).append(recipe)

    @property
    def first(self) -> Recipe | None:
        """The recipe that settles what the workbook is."""
        return next(iter((*self.of_trade, *self.beside)), None)

    @property
    def layout(self) -> str:
        """The workbook's layout; empty where none was met."""
        return self.learned or (self.first.layout if self.first else "")

    @property
    def passed_over(self) -> set[str]:
        """Layouts whose months are not the workbook's."""
        return {recipe.layout for recipe in self.beside} if self.of_trade else set()

    def named_by(self, recipe: Recipe) -> str:
        """Whose names a table's are: those of whoever sent the workbook, as the first tells."""
        return self._told or (self.first or recipe).sender

    def sender(self, plans: Iterable[TablePlan]) -> str:
        """Who sent the workbook: as is said, as its layout tells, else whose trade a plan reads."""
        area = next((plan.area for plan in plans if plan.area != UNKNOWN), "")
        return self._told or (self.first.sender if self.first else "") or area

    @property
    def _told(self) -> str:
        return self.said or self.learned_sender
