"""The words of the page of returns: months covered, moments, what was done with a return."""

from __future__ import annotations

from datetime import datetime

from desktop.figures.received import DueState, ReturnDeed, StoredReturn
from desktop.figures.wording import N_, Language
from desktop.gui.parts.dates import month_words
from desktop.gui.tokens import Tone

STATES = {
    DueState.RECEIVED: (N_("received"), "✓", Tone.PRIMARY),
    DueState.DUE: (N_("to come"), "·", Tone.MUTED),
    DueState.LATE: (N_("late"), "!", Tone.WARN),
    DueState.MISSING: (N_("missing"), "×", Tone.BAD),
}
"""The word, the sign and the tone of each state: none of them says it alone."""

_DEEDS = {
    ReturnDeed.WITHDRAWN: N_("Undone"),
    ReturnDeed.RESTORED: N_("Counted again"),
    ReturnDeed.APPROVED: N_("Approved"),
    ReturnDeed.REJECTED: N_("Rejected"),
}


def covered_words(held: StoredReturn, lang: Language) -> str:
    """Name the months that a return covers, the year once where it is one; whole years as such."""
    first, last = held.first_month or held.month, held.last_month or held.month
    if first is None or last is None:
        return "–"
    if first == last:
        return month_words(last, lang)
    if first.year < last.year and (first.number, last.number) == (1, 12):
        return f"{first.year}–{last.year}"
    begins = lang.month_tick(first.number) if first.year == last.year else month_words(first, lang)
    return f"{begins}–{month_words(last, lang)}"


def moment_words(stamp: str, lang: Language) -> str:
    """Write a moment (ISO 8601) as a day and a time; as it stands where it is none."""
    try:
        moment = datetime.fromisoformat(stamp)
    except ValueError:
        return stamp
    return f"{lang.date(moment.date())} {moment:%H:%M}"


def deed_words(deed: ReturnDeed, lang: Language) -> str:
    """Say what was done with a return."""
    return lang._(_DEEDS[deed])
