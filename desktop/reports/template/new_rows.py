"""Rows put into a sheet: what lies beneath moves down, and the new ones look like their table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.reports.template.shifting import Shift

if TYPE_CHECKING:
    from desktop.reports.template.sheet_xml import SheetXml


def put_in(sheet: SheetXml, shift: Shift) -> None:
    """Move rows down and put empty ones in, each dressed like the row before it.

    In the columns of a table that grows they are dressed like its first row, and merged alike.
    """
    styles = {place: sheet.style(*place) for place in sheet.cells()}
    dressed_rows = sheet.row_looks()
    merges = list(sheet.merges)
    sheet.renumber(shift.row)
    for number, above in shift.new_rows():
        sheet.add_row(number, dressed_rows.get(above, {}))
        tables = [table for table in shift.growing if table.at == above + 1]
        wanted = {column: style for (row, column), style in styles.items() if row == above}
        for table in tables:
            for column in range(table.left, table.right + 1):
                wanted[column] = styles.get((table.top, column), "")
            for one in merges:
                if one.top == one.bottom == table.top and table.left <= one.left <= table.right:
                    sheet.merge(one._replace(top=number, bottom=number))
        for column, style in sorted(wanted.items()):
            if style:
                sheet.dress(number, column, style)
