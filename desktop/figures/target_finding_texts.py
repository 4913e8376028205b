"""The sentence and the remedy of every finding about targets, by code."""

from __future__ import annotations

from desktop.figures.wording import N_

TARGET_TEXTS: dict[str, tuple[str, str]] = {
    "no_such_target": (
        N_("There is no target {about}."),
        N_("Look its number up in the list of targets."),
    ),
    "target_counts_already": (
        N_("Target {about} counts already; nothing was changed."),
        N_("Nothing needs to be done."),
    ),
    "target_not_a_number": (
        N_("{about} is no amount that a target can have."),
        N_("Give a growth rate or a value in US dollars."),
    ),
    "target_same_day": (
        N_("Target {about} says otherwise of the same, by a document of the same day, {found}."),
        N_("Take that target back first, or give the day of the document that supersedes it."),
    ),
    "target_withdrawn_already": (
        N_("Target {about} was taken back already; nothing was changed."),
        N_("Nothing needs to be done."),
    ),
}
