"""The unit of a figure: by its row, its column, a footnote, or the note above the table."""

from __future__ import annotations

from typing import NamedTuple

from desktop.figures.series import Measure, Unit
from desktop.returns.units import OTHER_MONEY, UNCOUNTED, Factor, Units

PIECE_ITEMS = frozenset(
    {"CARS", "CARS_SMALL", "CARS_LARGE", "TRUCKS", "MOTORBIKE", "MOTORBIKE_CBU", "AUTO_ALL"}
)
"""Items that the offices count, and do not weigh."""

_DEAREST = {"MOTORBIKE": 50_000, "MOTORBIKE_CBU": 50_000}
_DEAREST_CAR = 1_000_000
"""US dollars: what no motorcycle and no car costs, so a dearer piece was a thousand pieces."""


class Counted(NamedTuple):
    """A measure with its unit, and how many units one printed unit counts.

    `assumed` where nothing printed says that pieces are counted one by one.
    """

    measure: Measure
    unit: Unit
    factor: Factor
    assumed: bool = False

    def by_price(self, item: str, quantity: float, dollars: float) -> Counted:
        """Count thousands of pieces where nothing printed says how they are counted, but a price.

        `quantity` is as printed, `dollars` what that many cost.
        """
        too_dear = quantity > 0 and dollars / quantity > _DEAREST.get(item, _DEAREST_CAR)
        return self._replace(factor=1_000) if self.assumed and too_dear else self


class RowUnits(NamedTuple):
    """What is said about units where a figure stands, the nearest first."""

    row: Units
    column: Units
    note: Units
    overall: Units

    def counted(self, measure: Measure | None, *, by_piece: bool) -> Counted | None:
        """Settle measure and unit; None where nothing says them.

        `by_piece` for items that the offices count. A measure of None is settled by the row's
        own unit ("Triệu USD", "Nghìn tấn"), or that of its column.
        """
        if measure is None:
            said = self.row or self.column or self.overall
            measure = Measure.VALUE if said.money is not None else Measure.QUANTITY
        return self._value() if measure is Measure.VALUE else self._quantity(by_piece=by_piece)

    def _value(self) -> Counted | None:
        if self.row == OTHER_MONEY:
            return None
        money = self.column.over(self.row).over(self.overall).money
        return Counted(Measure.VALUE, Unit.USD, money) if money else None

    def _quantity(self, *, by_piece: bool) -> Counted | None:
        if self.row == UNCOUNTED and not by_piece:
            return None
        own = self.row.over(self.column)
        if by_piece and self.row.weight is None:  # "Lượng (Tấn)" stands over all goods alike
            own = Units(pieces=own.pieces or None)
        if own.pieces is None and own.weight is None:
            own = Units(pieces=self.note.pieces)
        if own.pieces is None and own.weight is None and by_piece:
            pieces = self.overall.pieces
            return Counted(Measure.QUANTITY, Unit.PIECES, pieces or 1, assumed=pieces is None)
        if own.pieces is not None:
            return Counted(Measure.QUANTITY, Unit.PIECES, own.pieces)
        weight = own.over(self.overall).weight
        return Counted(Measure.QUANTITY, Unit.TONNES, weight) if weight else None
