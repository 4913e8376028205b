"""Provenance of what is said of structure: any flow, part, window of months, price and balance."""

from desktop.analysis.tracing.structure.names import numbers_of, structure_names, structure_traced
from desktop.analysis.tracing.structure.spots import Desk, Spot, spot_of

__all__ = ["Desk", "Spot", "numbers_of", "spot_of", "structure_names", "structure_traced"]
