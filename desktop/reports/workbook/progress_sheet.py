"""The sheet of exports by month against the path to the target."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.analysis.inside_wording import difference_told
from desktop.analysis.results import Overview, Progress
from desktop.analysis.season_wording import years_told
from desktop.analysis.wording import PHASINGS
from desktop.figures.figure import Status
from desktop.figures.wording import Language
from desktop.reports import provenance
from desktop.reports.workbook import charts, look, months_table
from desktop.reports.workbook.charts import Run, Size
from desktop.reports.workbook.live import Live, Place, total
from desktop.reports.workbook.months_table import (
    FIRST_ROW,
    SUM_ROW,
    YEAR_ROW,
    MonthCells,
    in_millions,
)
from desktop.reports.workbook.page import ROW_PIXELS, Desk, Page

PATH, GAP, GAP_SHARE, SHARE, REQUIRED, REQUIRED_GROWTH = range(
    months_table.COLUMNS, months_table.COLUMNS + 6
)
WIDTHS = (*months_table.WIDTHS, 12.0, 11.0, 9.5, 10.5, 12.0, 11.0)
LAST_ROW = YEAR_ROW - 2
CHART_ROW = YEAR_ROW + 3
CHART_ROWS = 20
TARGET_NAME = "exports_target"
"""The defined name of the year's target, on the cover."""


@dataclass(frozen=True, slots=True)
class ProgressCells:
    """The cells of the sheet that the cover refers to, and the runs that its charts draw."""

    months: MonthCells
    path: tuple[Live, ...]
    axis: Run
    cumulative_runs: tuple[Run, Run, Run]


def write(desk: Desk, overview: Overview) -> ProgressCells:
    """Write the sheet."""
    language, exports = desk.language, overview.exports
    page = desk.page(language._("Export progress"), WIDTHS)
    page.title(
        language._("Exports of {year} by month against the path", year=overview.year),
        language._(
            "Million US dollars. The path spreads the year's target {phasing}.",
            phasing=_phasing(exports, language),
        ),
    )
    page.heads([*months_table.heads(exports, language), *_path_heads(language)])
    cells = months_table.write(page, exports)
    path = _write_path(page, exports, cells)
    page.source_line(YEAR_ROW + 1, provenance.of_progress(exports))
    if told := difference_told(exports, language):
        page.paragraph(YEAR_ROW + 2, told, "source", 8)
    drawn = ProgressCells(cells, path, _run(page, "", 0), _cumulative_runs(page, exports))
    _draw(desk, page, exports, drawn)
    page.freeze(1)
    page.print_to(CHART_ROW + CHART_ROWS)
    return drawn


def _phasing(exports: Progress, language: Language) -> str:
    years = years_told(exports.season, language) if exports.season else ""
    if not years:
        return language._(PHASINGS[exports.phasing])
    return language._("by the seasons of {years}", years=years)


def _path_heads(language: Language) -> list[str]:
    return [
        language._("Path to the target"),
        language._("Gap to the path"),
        language._("Gap, %"),
        language._("Share of the year's target"),
        language._("Required in the month"),
        language._("Growth that means"),
    ]


def _write_path(page: Page, exports: Progress, cells: MonthCells) -> tuple[Live, ...]:
    target = Live.name(TARGET_NAME, in_millions(exports.target_usd))
    path = tuple(
        page.put(row, PATH, in_millions(point.path), "cell", look.MILLIONS)
        for row, point in enumerate(exports.months, FIRST_ROW)
    )
    for index, row in enumerate(range(FIRST_ROW, FIRST_ROW + 12)):
        gap = cells.to_date[index] - path[index]
        written = page.put(row, GAP, gap, "cell", look.SIGNED_MILLIONS)
        page.put(row, GAP_SHARE, written / path[index], "cell", look.SIGNED_PERCENT)
        page.put(row, SHARE, cells.to_date[index] / target, "cell", look.PERCENT)
    required = _required(page, exports, cells, path)
    page.signs((FIRST_ROW, GAP), (FIRST_ROW + 11, GAP), look.SIGNED_MILLIONS)
    page.signs((FIRST_ROW, GAP_SHARE), (FIRST_ROW + 11, GAP_SHARE), look.SIGNED_PERCENT)
    months_table.signs(page)
    for column in range(PATH, REQUIRED_GROWTH + 1):
        page.put(SUM_ROW, column, None, "sum")
    page.put(YEAR_ROW, PATH, target, "sum", look.MILLIONS)
    for column in (GAP, GAP_SHARE, SHARE):
        page.put(YEAR_ROW, column, None, "sum")
    page.put(YEAR_ROW, REQUIRED, total(required), "sum", look.MILLIONS)
    page.put(YEAR_ROW, REQUIRED_GROWTH, None, "sum")
    return path


def _required(
    page: Page, exports: Progress, cells: MonthCells, path: tuple[Live, ...]
) -> list[Live]:
    """Spread what is left of the target over the months left as the path spreads the whole."""
    through = exports.through.number
    target = Live.name(TARGET_NAME, in_millions(exports.target_usd))
    reached, path_to_date = cells.to_date[through - 1], path[through - 1]
    written = []
    for index, row in enumerate(range(FIRST_ROW, FIRST_ROW + 12)):
        content: Live | None = None
        if exports.months[index].required is not None:
            step = path[index] - path[index - 1]
            content = (target - reached).at_least_zero() * step / (target - path_to_date)
        cell = page.put(row, REQUIRED, content, "cell", look.MILLIONS)
        means = cell / cells.last[index] - 1 if content and content.value else None
        page.put(row, REQUIRED_GROWTH, means, "cell", look.SIGNED_PERCENT)
        written.append(cell)
    return written


def _run(page: Page, name: str, column: int) -> Run:
    first = Place(page.name, FIRST_ROW, column)
    return Run(name, first, Place(page.name, FIRST_ROW + 11, column))


def _cumulative_runs(page: Page, exports: Progress) -> tuple[Run, Run, Run]:
    language, year = page.language, exports.year
    return (
        _run(page, language._("To date {year}", year=year), months_table.TO_DATE),
        _run(page, language._("Path to the target"), PATH),
        _run(page, language._("To date {year}", year=year - 1), months_table.LAST_TO_DATE),
    )


def place_cumulative(
    desk: Desk, page: Page, row: int, exports: Progress, cells: ProgressCells, size: Size
) -> None:
    """Place the chart of the cumulative against the path, on this sheet or on the cover."""
    say = desk.language._
    chart = charts.cumulative(
        desk.workbook,
        say("Cumulative against the path"),
        say("billion USD"),
        cells.axis,
        cells.cumulative_runs,
        exports.through.number,
        desk.places,
    )
    description = say("Line chart: exports to date, the path to the target, last year.")
    page.chart(row, 0, charts.sized(chart, size), description)


def _draw(desk: Desk, page: Page, exports: Progress, cells: ProgressCells) -> None:
    language, year = desk.language, exports.year
    unit, split = language._("billion USD"), months_table.TO_DATE + 1
    left = page.pixels(0, split - 1) - 8
    right = page.pixels(split, page.last_column) - 4
    height = CHART_ROWS * ROW_PIXELS - 8
    place_cumulative(desk, page, CHART_ROW, exports, cells, Size(left, height))
    of_months = charts.months(
        desk.workbook,
        language._("By month"),
        unit,
        cells.axis,
        (
            _run(page, str(year), months_table.THIS),
            _run(page, language._("Required in the month"), REQUIRED),
            _run(page, str(year - 1), months_table.LAST),
        ),
        [p.status is Status.ESTIMATE for p in exports.months],
        desk.places,
    )
    half = height // 2 - 2
    page.chart(
        CHART_ROW,
        split,
        charts.sized(of_months, Size(right, half)),
        language._("Column chart: exports by month, what is required, last year."),
    )
    gaps = charts.signed(
        desk.workbook,
        language._("Gap to the path"),
        unit,
        cells.axis,
        _run(page, language._("Gap to the path"), GAP),
        [p.gap for p in exports.months],
        desk.places,
    )
    page.chart(
        CHART_ROW + CHART_ROWS // 2,
        split,
        charts.sized(gaps, Size(right, half)),
        language._("Column chart: gap of exports to the path by month."),
    )
