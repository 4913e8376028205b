"""What the tour tells, step by step, and what of the window each step is about."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.figures.wording import N_


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what it is about (a name the window knows), its title, its text (`N_` texts)."""

    about: str
    title: str
    text: str


IMPORT, CHOOSERS, PAGE, RAIL, FIND = "import", "choosers", "page", "rail", "find"
STEPS = (
    Step(
        IMPORT,
        N_("Bring in what you received"),
        N_(
            "Drop workbooks anywhere on the window, or press Ctrl+O. You see what was recognised "
            "before anything is stored, and Ctrl+Z takes an import back."
        ),
    ),
    Step(
        CHOOSERS,
        N_("Choose the month, and what was known when"),
        N_(
            "Year, last month, and the day as of which figures count: a report of last month can "
            "be shown exactly as it was."
        ),
    ),
    Step(
        PAGE,
        N_("See where the year stands"),
        N_(
            "The total to date against a path by the season, and what each month left must bring. "
            "The menu key on any number tells its file, sheet and cell."
        ),
    ),
    Step(
        RAIL,
        N_("Look closer"),
        N_(
            "Choose a market, an item, a group or a month on any page: all pages follow, and a "
            "chip says so until it is removed. Alt+← goes back."
        ),
    ),
    Step(
        FIND,
        N_("Find anything"),
        N_(
            "Ctrl+K finds pages, markets, items, months and actions by any of their names. F1 "
            "lists the keys; this tour can be taken again from there."
        ),
    ),
)
