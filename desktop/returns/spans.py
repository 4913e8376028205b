"""The kinds of period that a heading may name."""

from __future__ import annotations

from enum import Enum


class Span(Enum):
    """The kind of period that the words name.

    `REPORTED` is the return's own ("trong kỳ", "kỳ báo cáo"), whichever that is. `TO_MID` counts
    from January to the 15th of a month.
    """

    MONTH = "month"
    TO_DATE = "to_date"
    QUARTER = "quarter"
    YEAR = "year"
    FIRST_HALF = "first_half"
    SECOND_HALF = "second_half"
    TO_MID = "to_mid"
    REPORTED = "reported"
    NONE = "none"

    __hash__ = object.__hash__  # each is there once; its own would ask for its name
