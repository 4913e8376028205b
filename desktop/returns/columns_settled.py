"""The columns of a table that nobody taught, settled by what its numbers and its lines say."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.figures.finding import Finding
from desktop.returns.binding import Bound
from desktop.returns.columns_alike import apart
from desktop.returns.columns_proved import columns_proved
from desktop.returns.ends_early import ending_early
from desktop.returns.found_table import Table
from desktop.returns.measures_unsaid import measures_told
from desktop.returns.sheet import Sheet


def settled(
    sheet: Sheet, table: Table, bound: Sequence[Bound]
) -> tuple[list[Bound], list[Finding]]:
    """Say measures that no heading says, and leave out what is denied or ends early."""
    told, unsaid = measures_told(sheet, table, bound)
    proved = columns_proved(sheet, table, told)
    kept, denied = apart(sheet, table, proved)
    whole, early = ending_early(sheet, table, kept)
    return whole, [*unsaid, *denied, *early]
