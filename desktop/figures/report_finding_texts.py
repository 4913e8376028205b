"""What is said where a report cannot be made: its sentence and its remedy, by code."""

from __future__ import annotations

from desktop.figures.wording import N_

REPORT_TEXTS: dict[str, tuple[str, str]] = {
    "no_report_form": (
        N_("{about} is not named as a report."),
        N_("Give it a name that ends in one of {expected}."),
    ),
    "writer_ended": (
        N_("The process that writes documents ended before it was done."),
        N_("Nothing was changed. Try again; if it happens again, free some memory first."),
    ),
    "styles_unreadable": (
        N_("{about} is no Word document that can be read."),
        N_("Save it in Word as .docx, without macros and without a password."),
    ),
}
