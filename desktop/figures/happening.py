"""What somebody did to the archive that others look at as well."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.figures.wording import N_, Language

_TOLD = {
    "imported": N_("{who} imported {what}."),
    "submitted": N_("{who} submitted {what}; it waits to be approved."),
    "approved": N_("{who} approved {what}."),
    "rejected": N_("{who} rejected {what}."),
    "withdrawn": N_("{who} undid the import of {what}."),
    "restored": N_("{who} counts {what} again."),
    "target_set": N_("{who} set a target."),
    "target_withdrawn": N_("{who} took a target back."),
    "target_restored": N_("{who} brought a target back."),
    "name_decided": N_("{who} decided what a name means."),
    "name_forgotten": N_("{who} let a name be undecided again."),
    "layout_learned": N_("{who} taught a layout."),
    "layout_forgotten": N_("{who} let a layout be forgotten."),
    "path_chosen": N_("{who} chose how a path is spread."),
    "warning_silenced": N_("{who} silenced a warning."),
    "silence_lifted": N_("{who} lifted the silence of a warning."),
    "rules_set": N_("{who} changed the rules of the warnings."),
    "groupings_set": N_("{who} changed the office's own groupings."),
    "scenario_kept": N_("{who} kept a scenario."),
    "note_added": N_("{who} noted an event."),
    "note_removed": N_("{who} removed a note."),
    "note_restored": N_("{who} brought a note back."),
    "scenario_withdrawn": N_("{who} removed a scenario."),
    "scenario_restored": N_("{who} brought a scenario back."),
}
_OTHERWISE = N_("{who} changed the archive.")


@dataclass(frozen=True, slots=True)
class Happening:
    """One change: its number, what was done (`chronicle.Deed`), when, by whom and from where.

    `at` is an ISO moment; `desk` is empty where it is not known; `about` is the name of the return
    that it is about, or empty, and `target` the number of the target, or 0.
    """

    number: int
    deed: str
    at: str
    by: str
    desk: str
    about: str
    target: int = 0


def of_desk(where: str, desk: str) -> bool:
    """Say whether a change was made at a desk, which has a name."""
    return bool(desk) and where == desk


def told(happenings: tuple[Happening, ...], language: Language) -> str:
    """Say in a sentence who did what; of several, the last and how many more."""
    last = happenings[-1]
    said = language._(_TOLD.get(last.deed, _OTHERWISE), who=last.by, what=last.about)
    more = len(happenings) - 1
    if not more:
        return said
    rest = language.plural("And {count} change more.", "And {count} changes more.", more)
    return f"{said} {rest}"
