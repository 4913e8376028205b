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
    "holiday_days_too_many": (
        N_("{found} gives Tết no day, or more than {expected}."),
        N_("Write the days on which most of the country does not work: 1:5 2:4."),
    ),
    "holiday_month_without_tet": (
        N_("{found} names a month into which Tết never falls."),
        N_("It begins between 21 January and 20 February: give days of months 1 and 2 only."),
    ),
    "holiday_days_unread": (
        N_("{found} does not say how many days of Tết fall into which month."),
        N_("Write month and days: 1:5 2:4 is five days in January and four in February."),
    ),
}
