"""What an undo (or a redo) would change, as the terminal writes it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rich.box import SIMPLE

from desktop.cli.figures_out import about, in_unit
from desktop.cli.tables import TABLE_ROWS, UNKNOWN, Table
from desktop.figures.comparison import Undoing
from desktop.figures.figure import FigureRow
from desktop.figures.figure_list import WORDS, ListColumn
from desktop.figures.month import Month
from desktop.figures.series import SCALE
from desktop.figures.wording import Language

_SUBJECT = ("flow", "item", "market", "ownership", "province", "measure", "unit", "basis", "label")
UNDOING_COLUMNS = (
    "return", "effect", *_SUBJECT, "period_start", "period_end", "now", "then",
)  # fmt: skip
"""Columns of `undo --what`: the effect is changes, goes or comes; amounts in their unit."""

_Effect = tuple[str, FigureRow, int | None, int | None]
"""What happens, to which figure, its amount now and then."""


def undoing_records(found: Undoing) -> Iterator[dict[str, str]]:
    """Give one record a figure."""
    for effect, row, now, then in _effects(found):
        yield {
            "return": str(found.number),
            "effect": effect,
            **{name: getattr(row, name) for name in _SUBJECT},
            "period_start": str(Month.from_ordinal(row.period_start)),
            "period_end": str(Month.from_ordinal(row.period_end)),
            "now": _amount(now),
            "then": _amount(then),
        }


def _effects(found: Undoing) -> Iterator[_Effect]:
    for change in found.changed:
        yield "changes", change.row, change.old_value, change.row.value
    for row in found.gone:
        yield "goes", row, row.value, None
    for row in found.back:
        yield "comes", row, None, row.value


def _amount(value: int | None) -> str:
    return "" if value is None else f"{(Decimal(value) / SCALE).normalize():f}"


def undoing_table(found: Undoing, language: Language) -> Table:
    """Lay out the first figures that would change, and say how many there are."""
    say = language._
    title = say(
        "Return {number}: {changed} figures would change, {gone} go, {back} come back",
        number=found.number, changed=len(found.changed), gone=len(found.gone),
        back=len(found.back),
    )  # fmt: skip
    table = Table(title=title, title_justify="left", box=SIMPLE)
    for heading in (say("Figure"), say("Period"), say("Now"), say("Then")):
        table.add_column(heading)
    for record in list(undoing_records(found))[:TABLE_ROWS]:
        period = f"{say(WORDS[ListColumn.BASIS][record['basis']])} {record['period_end']}"
        amounts = (
            in_unit(record[when], record, language) if record[when] else UNKNOWN
            for when in ("now", "then")
        )  # fmt: skip
        table.add_row(about(record, language), period, *amounts)
    return table
