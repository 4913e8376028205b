"""Columns of a month that is still to come: "Dự kiến tháng 4" beside the first three months.

No figures of what is only expected are kept, but of a whole year; an office that says "dự kiến"
of the month that it reports says so in its title, too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from desktop.figures.period import Basis
from desktop.returns import headings
from desktop.returns.binding import Bound
from desktop.returns.found_table import Table
from desktop.returns.text import folded

_EXPECTED = re.compile(r"\bdu (?:kien|bao)\b|\bforecast|\bexpected\b|\bprojected\b")
TO_COME = "not_understood"
"""Why such a column is left out."""


def without_months_to_come(table: Table, bound: Sequence[Bound]) -> list[Bound]:
    """Leave out what is expected of months behind the last that the year to date reaches."""
    taken = [b for b in bound if b.period and not b.left_out]
    expected = [b for b in taken if _EXPECTED.search(folded(b.column.text))]
    if not expected:
        return list(bound)
    reached = max(
        (
            b.period.end for b in taken
            if b not in expected and not b.growth and b.period
            and b.period.basis in {Basis.CUMULATIVE, Basis.QUARTER}
        ),
        default=None,
    )  # fmt: skip
    said = {headings.read(line).last_month for line in table.above}
    late = {
        b.number for b in expected
        if b.period and reached and b.period.end > reached and b.period.end.number not in said
        and b.period.basis is not Basis.YEAR_FORECAST
    }  # fmt: skip
    return [replace(b, left_out=TO_COME) if b.number in late else b for b in bound]
