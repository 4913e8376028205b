"""A warning that an official has silenced: for how long, why, and who did."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.figures.month import Month
from desktop.figures.warning_rules import Rule


@dataclass(frozen=True, slots=True)
class Silence:
    """A warning that is not to be shown while the newest month is from `since` to `until`.

    `subject` is that of the warning (``item:STEEL``); `by` and `at` (ISO 8601) say who decided it
    and when. `number` is the archive's, 0 before it is kept.
    """

    rule: Rule
    subject: str
    since: Month
    until: Month
    reason: str
    by: str = ""
    at: str = ""
    number: int = 0
