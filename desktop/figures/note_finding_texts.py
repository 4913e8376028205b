"""The sentence and the remedy of every finding about notes, by code."""

from __future__ import annotations

from desktop.figures.wording import N_

NOTE_TEXTS: dict[str, tuple[str, str]] = {
    "no_such_note": (
        N_("There is no note {about}."),
        N_("Look its code up in the list of notes."),
    ),
    "note_too_long": (
        N_("A note of {found} letters is too long."),
        N_("Say it in {expected} letters at most."),
    ),
    "note_without_text": (
        N_("A note without words says nothing."),
        N_("Say in a few words what happened on that day."),
    ),
}
