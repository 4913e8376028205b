"""The office's own Excel template: its placeholders are filled, all else is kept as it is."""

from desktop.reports.template.filling import KEPT, Filled, fill
from desktop.reports.template.knowing import Knowing

__all__ = ["KEPT", "Filled", "Knowing", "fill"]
