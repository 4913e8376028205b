"""Units as a plan writes them ("1000000 USD", "1000 t; 1000000 USD"), and as the engine counts.

Kilograms are "0.001 t".
"""

from __future__ import annotations

import re
from decimal import Decimal

from desktop.figures.series import Measure, Unit
from desktop.returns.growth_scale import GrowthScale
from desktop.returns.units import NO_UNITS, Units

BETWEEN = "; "
_WRITTEN = re.compile(r"(\d+|0\.0*1(?= t)) (USD|t|pcs)")
_SCALES = {
    "index": GrowthScale.INDEX, "ratio": GrowthScale.RATIO, "percent": GrowthScale.CHANGE,
    "fraction": GrowthScale.FRACTION,
}  # fmt: skip
SCALE_WORDS = frozenset(_SCALES)


def written(units: Units) -> str:
    """Write what one printed unit counts; empty where nothing is said."""
    said = (
        (units.money, Unit.USD), (units.weight, Unit.TONNES), (units.pieces, Unit.PIECES)
    )  # fmt: skip
    return BETWEEN.join(f"{factor} {unit.value}" for factor, unit in said if factor)


def understood(text: str) -> Units:
    """Turn back what `written` gave; raises `ValueError` for anything else."""
    units = NO_UNITS
    for part in filter(None, text.split(BETWEEN)):
        found = _WRITTEN.fullmatch(part)
        if not found or not (factor := Decimal(found[1])):
            raise ValueError(text)
        unit, whole = Unit(found[2]), int(factor)
        units = Units(
            whole if unit is Unit.USD else None,
            (whole or factor) if unit is Unit.TONNES else None,
            whole if unit is Unit.PIECES else None,
        ).over(units)
    return units


def written_scale(scale: GrowthScale) -> str:
    """Write how a growth column is printed: "index", "ratio", "percent" or "fraction"."""
    return next(word for word, known in _SCALES.items() if known is scale)


def understood_scale(text: str) -> GrowthScale | None:
    """Turn back what `written_scale` gave; None for an empty text, `ValueError` for others."""
    if not text:
        return None
    if text not in _SCALES:
        raise ValueError(text)
    return _SCALES[text]


def written_column(units: Units, measure: Measure | None) -> str:
    """Write the unit of a column of one measure; empty where its rows or its table say it."""
    if measure is Measure.VALUE:
        return written(Units(money=units.money))
    return written(Units(weight=units.weight, pieces=units.pieces))
