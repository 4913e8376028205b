"""What is told about names decided and layouts learned: sentence and remedy by code."""

from __future__ import annotations

from desktop.figures.wording import N_

KNOWLEDGE_TEXTS: dict[str, tuple[str, str]] = {
    "no_such_decision": (
        N_("Nothing is decided about the name {about}."),
        N_("Look it up in the list of names decided."),
    ),
    "no_such_layout": (
        N_("The archive holds no layout {about}."),
        N_("Look its number up in the list of layouts."),
    ),
}
