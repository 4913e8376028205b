"""All a user can ask for, one function per errand: the application without a window (floor 3)."""

from desktop.workflow.errands import (
    Choices,
    FilledTemplate,
    Outcome,
    Preview,
    ReportChoices,
    YearAsked,
)
from desktop.workflow.office import Office
from desktop.workflow.places import default_location, example_location, this_desk
from desktop.workflow.watching import Arrival, Scan, Watch

__all__ = [
    "Arrival",
    "Choices",
    "FilledTemplate",
    "Office",
    "Outcome",
    "Preview",
    "ReportChoices",
    "Scan",
    "Watch",
    "YearAsked",
    "default_location",
    "example_location",
    "this_desk",
]  # fmt: skip
