"""All a user can ask for, one function per errand: the application without a window (floor 3).

Each name is read when it is first asked for: a window paints before it asks an office for anything.
"""

from typing import TYPE_CHECKING

from desktop.figures.read_later import names_of

if TYPE_CHECKING:
    from desktop.workflow.errands import Choices, FilledTemplate, ReportChoices, YearAsked
    from desktop.workflow.office import Office
    from desktop.workflow.places import default_location, example_location, this_desk
    from desktop.workflow.previews import Outcome, Preview
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

_ROOMS = {
    "errands": ("Choices", "FilledTemplate", "ReportChoices", "YearAsked"),
    "office": ("Office",),
    "places": ("default_location", "example_location", "this_desk"),
    "previews": ("Outcome", "Preview"),
    "watching": ("Arrival", "Scan", "Watch"),
}

if not TYPE_CHECKING:  # a checker would take any name for one that is here
    __getattr__ = names_of(__name__, _ROOMS)
