"""Targets: which are in force, the values they ask for, and how each of them stands."""

from desktop.analysis.targets.force import in_force
from desktop.analysis.targets.values import Annual, annual

__all__ = ["Annual", "annual", "in_force"]
