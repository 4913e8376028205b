"""Returns, previews and outcomes as the terminal writes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rich.box import SIMPLE_HEAD

from desktop.cli.tables import Table
from desktop.figures.finding_texts import sentence
from desktop.figures.layouts import half_name, layout_name, sender_name
from desktop.figures.received import DueReturn, DueState, StoredReturn
from desktop.figures.wording import N_, Language
from desktop.workflow import Outcome, Preview


def returns_json(stored: list[StoredReturn]) -> list[dict[str, Any]]:
    """Give the returns by stable keys."""
    return [
        {
            "number": r.number,
            "name": r.name,
            "content_hash": r.content_hash,
            "sender": r.sender,
            "layout": r.layout,
            "month": str(r.month) if r.month else None,
            "reported_on": r.reported_on.isoformat(),
            "date_origin": r.date_origin.value,
            "imported_at": r.imported_at,
            "imported_by": r.imported_by,
            "figures": r.figures,
            "withdrawn": r.withdrawn,
            "province": r.province,
            "waiting": r.waiting,
            "first_month": str(r.first_month) if r.first_month else None,
            "last_month": str(r.last_month) if r.last_month else None,
            "new": r.new,
            "changed": r.changed,
        }
        for r in stored
    ]


RETURN_COLUMNS = (
    "number", "name", "content_hash", "sender", "layout", "month", "reported_on", "date_origin",
    "imported_at", "imported_by", "figures", "withdrawn", "first_month", "last_month", "new",
    "changed", "province", "waiting",
)  # fmt: skip
"""Columns of `returns --format csv`."""


def returns_records(stored: list[StoredReturn]) -> Iterator[dict[str, str]]:
    """Give the returns by `RETURN_COLUMNS`."""
    for record in returns_json(stored):
        yield {name: _told(record[name]) for name in RETURN_COLUMNS}


def _told(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


DUE_COLUMNS = ("sender", "layout", "month", "due_on", "state", "return", "half")
"""Columns of `due --format csv`."""
_STATES = {
    DueState.RECEIVED: N_("received"),
    DueState.DUE: N_("to come"),
    DueState.LATE: N_("late"),
    DueState.MISSING: N_("missing"),
}


def due_records(expected: Iterable[DueReturn]) -> Iterator[dict[str, str]]:
    """Give the returns expected by `DUE_COLUMNS`."""
    for due in expected:
        yield {
            "sender": due.sender,
            "layout": due.layout,
            "month": str(due.month),
            "due_on": due.due_on.isoformat(),
            "state": due.state.value,
            "return": "" if due.number is None else str(due.number),
            "half": str(due.half or ""),
        }


def due_table(expected: Iterable[DueReturn], language: Language) -> Table:
    """Lay the returns expected out, one a line."""
    say = language._
    table = Table(box=SIMPLE_HEAD)
    for heading in (say("Sender"), say("Layout"), say("Month"), say("Due on"), say("State")):
        table.add_column(heading)
    for due in expected:
        table.add_row(
            sender_name(due.sender, language),
            half_name(due.layout, due.half, language),
            str(due.month),
            language.date(due.due_on),
            say(_STATES[due.state]),
        )
    return table


def returns_table(stored: list[StoredReturn], language: Language) -> Table:
    """Lay the returns out, one a line."""
    say = language._
    table = Table(box=SIMPLE_HEAD)
    for heading in (say("No."), say("Return"), say("Months"), say("Reported on")):
        table.add_column(heading)
    table.add_numbers(say("Figures"), say("New"), say("Changed"))
    table.add_column(say("State"))
    for r in stored:
        table.add_row(
            str(r.number),
            f"{r.name}\n{layout_name(r.layout, language)}",
            _months(r),
            language.date(r.reported_on),
            language.number(r.figures),
            language.number(r.new),
            language.number(r.changed),
            say(_state(r)),
        )
    return table


def _state(held: StoredReturn) -> str:
    if held.waiting:
        return N_("to be approved")
    return N_("withdrawn") if held.withdrawn else N_("counts")


def _months(held: StoredReturn) -> str:
    first, last = held.first_month or held.month, held.last_month or held.month
    return str(last or "") if first == last else f"{first} – {last}"


def preview_line(preview: Preview, language: Language) -> str:
    """Say what accepting a preview would do."""
    reading, found = preview.reading, preview.comparison
    if reading.refused:
        return language._("{name}: nothing can be imported", name=preview.path.name)
    if found.already is not None:
        return language._("{name}: already in the archive", name=preview.path.name)
    line = language._(
        "{name}: {layout}, reported on {day}: {new} new, {changed} changed, {same} the same, "
        "{older} kept behind newer ones",
        name=preview.path.name,
        layout=layout_name(reading.layout, language),
        day=language.date(preview.reported_on),
        new=found.new,
        changed=len(found.changed),
        same=found.same,
        older=found.older,
    )
    if not found.rivals:
        return line
    return language._("{line}, {rivals} behind another of the same date", line=line,
                      rivals=found.rivals)  # fmt: skip


def outcome_line(outcome: Outcome, language: Language) -> str:
    """Say what was done with a preview."""
    if outcome.refused:
        return language._("{name}: nothing was imported", name=outcome.preview.path.name)
    if outcome.finding is not None:
        return sentence(outcome.finding, language)
    line = preview_line(outcome.preview, language)
    if outcome.waits:
        return language._(
            "{line} (return {number}, to be approved)", line=line, number=outcome.number
        )
    return language._("{line} (return {number})", line=line, number=outcome.number)
