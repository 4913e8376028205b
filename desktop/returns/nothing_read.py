"""Why a workbook gave no figures, where nothing else that is told of it says so."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.figures.directions import Directions
from desktop.figures.finding import Finding, Severity
from desktop.figures.reading import SheetSeen

_NO_LOOKALIKES = frozenset(
    {"no_columns", "hidden_sheet", "constant_prices", "by_province", "unknown_layout"}
)
SAY_ALL = frozenset(
    {
        "columns_alike", "columns_deny", "contradicting_tables", "ends_early", "heading_mute",
        "headings_missing",
    }
)  # fmt: skip
"""After these nothing needs to be said about a file without figures."""
LOST = SAY_ALL | {"hidden_table"}
"""These say already which way of trade a workbook lacks."""


def nothing_read(
    name: str, sheets: Sequence[SheetSeen], directions: Directions, offers: Sequence[object]
) -> Finding:
    """Say why a workbook gave nothing; `offers` are the plans that are proposed for it."""
    reasons = dict.fromkeys(seen.why for seen in sheets if seen.title and seen.why)
    if "not_understood" in reasons:
        return Finding(Severity.ERROR, "no_figures", about=name)
    for code in ("no_figures", "empty_form"):
        if code in reasons or (code == "no_figures" and directions.plans):
            return Finding(Severity.ERROR, code, about=name)
    if offers:
        return Finding(Severity.ERROR, "unknown_layout", about=name)
    lookalikes = [why for why in reasons if why not in _NO_LOOKALIKES]
    code = "only_lookalikes" if lookalikes else "no_table"
    return Finding(Severity.ERROR, code, found=", ".join(lookalikes), about=name)
