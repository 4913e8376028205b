"""Does a heading that was pointed at tell the columns apart? Where it does not, nothing is read."""

from __future__ import annotations

from desktop.figures.directions import TablePlan
from desktop.figures.finding import Finding, Severity
from desktop.returns.binding import SAME
from desktop.returns.grid import letters
from desktop.returns.plans.part import Part
from desktop.returns.plans.recognised import UNREAD


def unclear(part: Part, base: TablePlan | None) -> Finding | None:
    """Say why a table cannot be read by the heading that an official pointed at; None if it can."""
    return _alike(part, base) or _mute(part)


def _mute(part: Part) -> Finding | None:
    """Say that no column is understood any more."""
    amounts = [b for b in part.bound if b.left_out in {"", UNREAD}]
    if part.plan is None or not amounts or any(not b.left_out for b in amounts):
        return None
    plan = part.plan
    return Finding(
        Severity.ERROR, "heading_mute", plan.sheet, _heading(plan), about=plan.title
    )  # fmt: skip


def _alike(part: Part, base: TablePlan | None) -> Finding | None:
    """Name the columns that mean the same as another by what an official said; None for none.

    The first of them would pass for all. What the engine itself (`base`) found to be printed
    twice is known to be so, and left out.
    """
    twice = {c.letter for c in base.columns if c.why == SAME} if base else set()
    found = [letters(b.number) for b in part.bound if b.left_out == SAME]
    if part.plan is None or not set(found) - twice:
        return None
    meant = {_meaning(part, letter) for letter in found}
    every = [letters(b.number) for b in part.bound if _meaning(part, letters(b.number)) in meant]
    plan = part.plan
    return Finding(
        Severity.ERROR, "columns_alike", plan.sheet, _heading(plan), ", ".join(every),
        about=plan.title,
    )  # fmt: skip


def _meaning(part: Part, letter: str) -> tuple[object, ...]:
    b = next(b for b in part.bound if letters(b.number) == letter)
    return (b.kept_measure, b.period, b.flow, b.item, b.market, b.ownership, b.basis)


def _heading(plan: TablePlan) -> str:
    """The cells that were pointed at, for the window to show."""
    named = sorted((c.letter for c in plan.columns), key=lambda text: (len(text), text))
    if not plan.heading_first or not named:
        return ""
    return f"{named[0]}{plan.heading_first}:{named[-1]}{plan.heading_last}"
