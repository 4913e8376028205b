"""Which way the goods of a table go, where no line and no heading of it says so."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.figures.finding import Finding, Severity
from desktop.figures.series import Flow
from desktop.returns.found_table import Table
from desktop.returns.headings import flow
from desktop.returns.sheet import Sheet


def by_name(sheet: Sheet, table: Table) -> Iterator[Finding]:
    """Tell where nothing but the name of the sheet, or of the workbook, says it."""
    names = (sheet.name, sheet.book)
    printed = [text for text in (table.title.text, *table.above) if text not in names]
    if table.title.flow not in {Flow.EXPORT, Flow.IMPORT} or any(map(flow, printed)):
        return
    first, last = table.heading_rows
    heads = (text for n in sheet.numbers if first <= n <= last for _, text in sheet.texts(n))
    columns = {column.number for column in table.columns}
    if not any(map(flow, heads)) and any(columns & sheet.row(n).keys() for n in table.rows):
        said = sheet.name if flow(sheet.name) else sheet.book
        yield Finding(Severity.NOTE, "flow_by_name", sheet.name, found=said)
