"""What is told about layouts, plans and directions: sentence and remedy by code."""

from __future__ import annotations

from desktop.figures.wording import N_

LAYOUT_TEXTS: dict[str, tuple[str, str]] = {
    "no_such_sheet": (
        N_("{about} has no sheet named {found}."),
        N_("Open the file again; it was changed in the meantime."),
    ),
}
