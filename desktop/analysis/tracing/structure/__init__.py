"""Provenance of what is said of structure: any flow, part, window of months, price and balance."""

from desktop.analysis.tracing.structure.names import numbers_of, structure_names, structure_traced
from desktop.analysis.tracing.structure.paths import has_path, own_target, spread_path
from desktop.analysis.tracing.structure.spots import Desk, Spot, spot_of

__all__ = [
    "Desk",
    "Spot",
    "has_path",
    "numbers_of",
    "own_target",
    "spot_of",
    "spread_path",
    "structure_names",
    "structure_traced",
]
