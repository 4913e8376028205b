"""Every column that its own numbers prove to be something, whatever its heading leaves unsaid."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.returns.binding import Bound
from desktop.returns.columns_beside import with_columns_beside
from desktop.returns.found_table import Table
from desktop.returns.growth_doubted import growth_doubted
from desktop.returns.growth_proved import growth_proved
from desktop.returns.months_to_come import without_months_to_come
from desktop.returns.same_period import proved
from desktop.returns.sheet import Sheet
from desktop.returns.summed_months import with_sums
from desktop.returns.years_doubted import years_doubted


def columns_proved(sheet: Sheet, table: Table, bound: Sequence[Bound]) -> list[Bound]:
    """Bind last year's same period, growth and sums; what stays unproved is left out, and told."""
    every = with_columns_beside(sheet, table, without_months_to_come(table, bound))
    for prove in (proved, growth_proved, with_sums):
        every = prove(sheet, table, every)
    return growth_doubted(sheet, table, years_doubted(sheet, table, every))
