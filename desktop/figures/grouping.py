"""Many findings of one kind on one sheet become one: a range of cells, a count, the first few."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop.figures.finding import Finding
from desktop.figures.finding_texts import MANY
from desktop.figures.harmless import in_short

_FEW = 5
"""So many of one kind are still told one by one."""
_EXAMPLES = 3
_LONGEST = 80
_BY_NAME = frozenset({"unknown_item", "unknown_market", "part_of_a_row"})
"""Findings about a row: its name says more than its cell."""
_OF_UNITS = frozenset({"uncounted_unit", "unknown_unit", "units_disagree"})
"""Findings of one kind only where the units are the same."""


def grouped(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Tell each kind on each sheet once, where the first of them stood; long names are cut."""
    kinds: dict[tuple[str, ...], list[Finding]] = {}
    for number, found in enumerate(findings):
        alone = "" if found.cell and found.code in MANY else str(number)
        unit = found.expected if found.code in _OF_UNITS else ""
        key = (found.severity.value, found.code, found.sheet, unit, alone)
        kinds.setdefault(key, []).append(_shortened(found))
    return tuple(
        told for kind in kinds.values() for told in (kind if len(kind) <= _FEW else [_one(kind)])
    )


def _one(kind: Sequence[Finding]) -> Finding:
    first = kind[0]
    names = [found.found if found.code in _BY_NAME else found.cell for found in kind[:_EXAMPLES]]
    unit = first.expected if first.code in _OF_UNITS else ""
    return replace(
        first, cell=_range([found.cell for found in kind]), found=str(len(kind)),
        expected=unit, about=", ".join((*names, "…")),
    )  # fmt: skip


def _range(cells: Sequence[str]) -> str:
    """The rectangle that holds every cell; a cell may be a range already."""
    corners = [corner for cell in cells for corner in cell.split(":")]
    columns = [corner.rstrip("0123456789") for corner in corners]
    rows = [int(corner[len(column) :]) for corner, column in zip(corners, columns, strict=True)]
    ordered = sorted(columns, key=lambda letters: (len(letters), letters))  # Z stands before AA
    return f"{ordered[0]}{min(rows)}:{ordered[-1]}{max(rows)}"


def _shortened(found: Finding) -> Finding:
    """Cut what stood in the sheet; a file's own name is told whole."""
    if not found.sheet:
        return found
    return replace(
        found,
        found=in_short(found.found, _LONGEST),
        expected=in_short(found.expected, _LONGEST),
        about=in_short(found.about, _LONGEST),
    )
