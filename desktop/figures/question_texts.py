"""The sentence and the remedy where a question to the archive names what there is not, by code."""

from __future__ import annotations

from desktop.figures.wording import N_

QUESTION_TEXTS: dict[str, tuple[str, str]] = {
    "unknown_number": (
        N_("No number is named {found}."),
        N_("Near names: {expected}."),
    ),
    "no_such_sheet": (
        N_("The summary has no sheet {found}."),
        N_("Choose among {expected}."),
    ),
    "unknown_series": (
        N_("No series is named {found}."),
        N_("Near names: {expected}. Parts are joined by +, as in item:COFFEE+market:US."),
    ),
    "no_releases": (
        N_("The archive holds no release of {found}."),
        N_("Import the returns that tell it, or ask about another series."),
    ),
}
