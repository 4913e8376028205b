"""The sheet of imports by month, and of the trade balance."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.analysis.inside_wording import difference_told
from desktop.analysis.results import Overview
from desktop.reports import provenance
from desktop.reports.workbook import charts, look, months_table
from desktop.reports.workbook.charts import Run, Size
from desktop.reports.workbook.live import Live, Place, total
from desktop.reports.workbook.months_table import FIRST_ROW, SUM_ROW, YEAR_ROW, MonthCells
from desktop.reports.workbook.page import ROW_PIXELS, Desk, Page

LAST, THIS, LAST_TO_DATE, TO_DATE, CHANGE = range(months_table.COLUMNS, months_table.COLUMNS + 5)
WIDTHS = (*months_table.WIDTHS, 11.0, 11.0, 12.0, 12.0, 12.0)
CHART_ROW = YEAR_ROW + 3
CHART_ROWS = 18


def write(desk: Desk, overview: Overview, exports: MonthCells) -> MonthCells:
    """Write the sheet; `exports` are the cells of the exports by month."""
    language, imports = desk.language, overview.imports
    page = desk.page(language._("Imports and balance"), WIDTHS)
    page.title(
        language._("Imports of {year} by month, and the trade balance", year=overview.year),
        language._("Million US dollars. Balance: exports less imports; below zero a deficit."),
    )
    page.heads([*months_table.heads(imports, language), *_heads(overview.year, page)])
    cells = months_table.write(page, imports)
    _write_balance(page, exports, cells, overview.through.number)
    page.source_line(YEAR_ROW + 1, provenance.of_progress(overview.exports, imports))
    if told := difference_told(imports, language):
        page.paragraph(YEAR_ROW + 2, told, "source", 8)
    _draw(desk, page, overview)
    page.freeze(1)
    page.print_to(CHART_ROW + CHART_ROWS)
    return cells


def _heads(year: int, page: Page) -> list[str]:
    say = page.language._
    return [
        say("Balance {year}", year=year - 1),
        say("Balance {year}", year=year),
        say("Balance to date {year}", year=year - 1),
        say("Balance to date {year}", year=year),
        say("Change to date"),
    ]


def _write_balance(page: Page, exports: MonthCells, imports: MonthCells, through: int) -> None:
    columns = {
        LAST: _less(exports.last, imports.last),
        THIS: _less(exports.this, imports.this),
        LAST_TO_DATE: _less(exports.last_to_date, imports.last_to_date),
        TO_DATE: _less(exports.to_date, imports.to_date),
    }
    cells = {
        column: [
            page.put(row, column, value, "cell", look.SIGNED_MILLIONS)
            for row, value in enumerate(values, FIRST_ROW)
        ]
        for column, values in columns.items()
    }
    for row, (before, now) in enumerate(
        zip(cells[LAST_TO_DATE], cells[TO_DATE], strict=True), FIRST_ROW
    ):
        page.put(row, CHANGE, now - before, "cell", look.SIGNED_MILLIONS)
    for column in range(LAST, CHANGE + 1):
        months = cells[column][:through] if column in (LAST, THIS) else []
        whole = bool(months) and all(c.value is not None for c in months)
        content = total(months) if whole else None
        page.put(SUM_ROW, column, content, "sum", look.SIGNED_MILLIONS)
        page.put(YEAR_ROW, column, None, "sum")
    page.put(YEAR_ROW, LAST, exports.last_year - imports.last_year, "sum", look.SIGNED_MILLIONS)
    page.signs((FIRST_ROW, LAST), (YEAR_ROW, CHANGE), look.SIGNED_MILLIONS)
    months_table.signs(page)


def _less(exports: Sequence[Live], imports: Sequence[Live]) -> list[Live]:
    return [e - i for e, i in zip(exports, imports, strict=True)]


def _draw(desk: Desk, page: Page, overview: Overview) -> None:
    say = desk.language._
    first, last = Place(page.name, FIRST_ROW, 0), Place(page.name, FIRST_ROW + 11, 0)
    run = Run(
        say("Balance {year}", year=overview.year),
        Place(page.name, FIRST_ROW, THIS),
        Place(page.name, FIRST_ROW + 11, THIS),
    )
    chart = charts.signed(
        desk.workbook,
        say("Trade balance by month, {year}", year=overview.year),
        say("billion USD"),
        Run("", first, last),
        run,
        overview.balance.months,
        desk.places,
    )
    size = Size(page.pixels(0, page.last_column) - 6, CHART_ROWS * ROW_PIXELS - 8)
    page.chart(
        CHART_ROW, 0, charts.sized(chart, size), say("Column chart: the trade balance by month.")
    )
