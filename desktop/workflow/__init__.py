"""All a user can ask for, one function per errand: the application without a window (floor 3).

Each name is read when it is first asked for: a window paints before it asks an office for anything.
"""

from importlib import import_module
from typing import TYPE_CHECKING

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
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}

if not TYPE_CHECKING:  # a checker would take any name for one that is here

    def __getattr__(name: str) -> object:
        """Read the room that a name stands in; it is asked for here once."""
        if name not in _ROOM_OF:
            raise AttributeError(name=name, obj=__name__)
        found = getattr(import_module(f"{__name__}.{_ROOM_OF[name]}"), name)
        globals()[name] = found
        return found
