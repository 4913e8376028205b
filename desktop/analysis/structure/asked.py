"""What a split is asked of, and what there is of it: a whole with its single parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.analysis.on_sight import Gradual
from desktop.analysis.structure.amounts import Amounts, Listed
from desktop.analysis.structure.parts import part, points_of_whole
from desktop.analysis.structure.standing import concentration
from desktop.analysis.structure_results import Concentration, Part, Window
from desktop.figures.groupings import Dimension
from desktop.figures.kept_property import kept_property
from desktop.figures.month import Month
from desktop.figures.series import TOTAL, WORLD, Flow, Measure, Series


@dataclass(frozen=True, slots=True)
class Asked:
    """What a split is of: a flow by a dimension in a window, all of it or of one code.

    `of` is the market whose items, or the item whose markets, are asked for.
    """

    flow: Flow
    dimension: Dimension
    window: Window
    through: Month
    of: str = ""

    @property
    def whole(self) -> Series:
        """The series that the parts are parts of."""
        return self.series("")

    def about(self, measure: Measure = Measure.VALUE) -> str:
        """Name what is asked of, whatever the months: found sooner than by its parts."""
        return self.flow + self.dimension + measure + " " + self.of

    def series(self, code: str, measure: Measure = Measure.VALUE) -> Series:
        """The series of a code; of the whole without one."""
        if self.dimension is Dimension.ITEM:
            return Series(self.flow, measure, code or TOTAL, self.of or WORLD)
        return Series(self.flow, measure, self.of or TOTAL, code or WORLD)


class Whole:
    """A whole by itself: it stays as it was said as long as no return tells of it."""

    def __init__(self, make: Callable[[], Amounts]) -> None:
        """Say nothing yet; `make` gives its amounts."""
        self._make = make

    @kept_property
    def amounts(self) -> Amounts:
        """Its amounts."""
        return self._make()

    @kept_property
    def part(self) -> Part:
        """What is said of it."""
        total = self.amounts
        return part(total, total, points=points_of_whole(total))


@dataclass(frozen=True, eq=False)
class Singles(Gradual):
    """A whole, and every item or market of it with a figure in one of the two periods."""

    of: Whole
    listed: Listed

    @kept_property
    def total(self) -> Amounts:
        """The amounts of the whole."""
        return self.of.amounts

    @property
    def parts(self) -> Sequence[Amounts]:
        """The items or markets, by their codes."""
        return self.listed.rows

    @property
    def whole(self) -> Part:
        """What is said of the whole itself."""
        return self.of.part

    @kept_property
    def concentration(self) -> Concentration:
        """How far the whole rests on few of its parts, however they are grouped."""
        return concentration(self.listed, self.total)
