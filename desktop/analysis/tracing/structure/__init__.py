"""Provenance of what is said of structure: any flow, part, window of months, price and balance."""

from desktop.analysis.tracing.structure.names import numbers_of, structure_names, structure_traced
from desktop.analysis.tracing.structure.paths import (
    PATH,
    SHARE_OF_PATH,
    has_path,
    own_target,
    share_of_path,
    spread_path,
)
from desktop.analysis.tracing.structure.spots import Desk, Spot, spot_of

__all__ = [
    "PATH",
    "SHARE_OF_PATH",
    "Desk",
    "Spot",
    "has_path",
    "numbers_of",
    "own_target",
    "share_of_path",
    "spot_of",
    "spread_path",
    "structure_names",
    "structure_traced",
]
