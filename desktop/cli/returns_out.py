"""Returns, previews and outcomes as the terminal writes them."""

from __future__ import annotations

from typing import Any

from rich.box import SIMPLE_HEAD
from rich.table import Table

from desktop.figures.finding_texts import sentence
from desktop.figures.layouts import layout_name
from desktop.figures.received import StoredReturn
from desktop.figures.wording import Language
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
        }
        for r in stored
    ]


def returns_table(stored: list[StoredReturn], language: Language) -> Table:
    """Lay the returns out, one a line."""
    say = language._
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for heading in (say("No."), say("Return"), say("Layout"), say("Month"), say("Reported on"),
                    say("Figures"), say("State")):  # fmt: skip
        table.add_column(heading, overflow="fold")
    for r in stored:
        table.add_row(
            str(r.number),
            r.name,
            layout_name(r.layout, language),
            str(r.month or ""),
            language.date(r.reported_on),
            language.number(r.figures),
            say("withdrawn") if r.withdrawn else say("counts"),
        )
    return table


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
    return language._("{line} (return {number})", line=line, number=outcome.number)
