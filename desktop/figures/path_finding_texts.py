"""The sentence and the remedy of every finding about typed paths, by code."""

from __future__ import annotations

from desktop.figures.wording import N_

PATH_TEXTS: dict[str, tuple[str, str]] = {
    "share_not_a_number": (
        N_("{found} is no share."),
        N_("Give numbers only, one for each month, with blanks between them."),
    ),
    "shares_miscounted": (
        N_("{found} numbers were given, and the period has {expected} months."),
        N_("Give one number for each month."),
    ),
    "shares_not_whole": (
        N_("The shares sum to {found}, not to {expected}%."),
        N_("Correct them, or have them scaled to 100%."),
    ),
    "holiday_days_unread": (
        N_("{found} does not say how many days of Tết fall into which month."),
        N_("Write month and days: 1:5 2:4 is five days in January and four in February."),
    ),
}
