"""The months of one flow as a table: last year, this year, growth, cumulatives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.analysis.results import CumulativeOrigin, MonthPoint, Progress
from desktop.analysis.wording import CAUSES, FIRMNESS, ORIGINS
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.wording import MILLION, Language
from desktop.reports.workbook import look
from desktop.reports.workbook.live import Live, total
from desktop.reports.workbook.page import HEAD_ROW, Page

MONTH, LAST, THIS, FIRMNESS_COLUMN, GROWTH, LAST_TO_DATE, TO_DATE, ORIGIN, GROWTH_TO_DATE = range(9)
COLUMNS = 9
WIDTHS = (9.0, 11.0, 11.0, 15.0, 9.5, 12.0, 12.0, 28.0, 9.5)
FIRST_ROW = HEAD_ROW + 1
SUM_ROW = FIRST_ROW + MONTHS_PER_YEAR
YEAR_ROW = SUM_ROW + 1
_SAME = 1.0  # US dollar: what adding floats may lose on the way, and no return prints


@dataclass(frozen=True, slots=True)
class MonthCells:
    """The cells that other tables and the cover refer to, January first."""

    last: tuple[Live, ...]
    this: tuple[Live, ...]
    last_to_date: tuple[Live, ...]
    to_date: tuple[Live, ...]
    last_year: Live
    """The whole of last year."""


def heads(progress: Progress, language: Language) -> list[str]:
    """Label the columns."""
    this, last = progress.year, progress.year - 1
    return [
        language._("Month"),
        str(last),
        str(this),
        language._("Figure of {year}", year=this),
        language._("Growth on last year, recomputed"),
        language._("To date {year}", year=last),
        language._("To date {year}", year=this),
        language._("To date taken from"),
        language._("Growth to date, recomputed"),
    ]


def write(page: Page, progress: Progress) -> MonthCells:
    """Write the twelve months and the sums beneath them."""
    points = progress.months
    last = [_millions(page, r, LAST, p.last_year) for r, p in _rows(points)]
    this = [_this(page, row, point) for row, point in _rows(points)]
    last_to_date = _to_date(page, LAST_TO_DATE, last, [p.cumulative_last_year for p in points])
    published = [p.cumulative_origin is not CumulativeOrigin.SUMMED for p in points]
    to_date = _to_date(page, TO_DATE, this, [p.cumulative for p in points], published)
    for index, (row, point) in enumerate(_rows(points)):
        _texts(page, row, point)
        page.put(row, GROWTH, this[index] / last[index] - 1, "cell", look.SIGNED_PERCENT)
        rate = to_date[index] / last_to_date[index] - 1
        page.put(row, GROWTH_TO_DATE, rate, "cell", look.SIGNED_PERCENT)
    _sums(page, progress, last, this)
    last_year = _year(page, progress, last)
    return MonthCells(tuple(last), tuple(this), tuple(last_to_date), tuple(to_date), last_year)


def _rows(points: Sequence[MonthPoint]) -> list[tuple[int, MonthPoint]]:
    return list(enumerate(points, FIRST_ROW))


def _millions(page: Page, row: int, column: int, usd: float | None) -> Live:
    return page.put(row, column, in_millions(usd), "cell", look.MILLIONS)


def in_millions(usd: float | None) -> float | None:
    """Give an amount in million US dollars."""
    return None if usd is None else usd / MILLION


def _this(page: Page, row: int, point: MonthPoint) -> Live:
    value = in_millions(point.value)
    return page.put(row, THIS, value, "cell", look.MILLIONS, source=point.source, bold=True)


def _texts(page: Page, row: int, point: MonthPoint) -> None:
    language = page.language
    page.put(row, MONTH, language.month_tick(point.month.number), "cell")
    state = FIRMNESS[point.status] if point.status else None
    if point.missing:
        state = CAUSES[point.missing]
    page.put(row, FIRMNESS_COLUMN, language._(state) if state else None, "muted", align="center")
    origin = ORIGINS[point.cumulative_origin] if point.cumulative_origin else None
    page.put(row, ORIGIN, language._(origin) if origin else None, "muted", align="center")


def _to_date(
    page: Page,
    column: int,
    months: Sequence[Live],
    values: Sequence[float | None],
    published: Sequence[bool] = (False,) * MONTHS_PER_YEAR,
) -> list[Live]:
    """Write cumulatives: as published, or a formula where they are the sum of the months."""
    cells: list[Live] = []
    for index, value in enumerate(values):
        summed = cells[-1] + months[index] if cells else months[0]
        content: Live | float | None = in_millions(value)
        if value is not None and not published[index] and _agrees(summed, value):
            content = summed
        cells.append(page.put(FIRST_ROW + index, column, content, "cell", look.MILLIONS))
    return cells


def _agrees(summed: Live, usd: float) -> bool:
    return summed.value is not None and abs(summed.value * MILLION - usd) < _SAME


def _sums(page: Page, progress: Progress, last: Sequence[Live], this: Sequence[Live]) -> None:
    months = progress.through.number
    label = page.language.plural("{count} month", "{count} months", months)
    page.put(SUM_ROW, MONTH, label, "sum")
    sums = []
    for column, cells in ((LAST, last), (THIS, this)):
        whole = all(c.value is not None for c in cells[:months])
        content = total(cells[:months]) if whole else None
        sums.append(page.put(SUM_ROW, column, content, "sum", look.MILLIONS))
    page.put(
        SUM_ROW, FIRMNESS_COLUMN, page.language._("sum of the months"), "sum_muted", align="center"
    )
    page.put(SUM_ROW, GROWTH, sums[1] / sums[0] - 1, "sum", look.SIGNED_PERCENT)
    for column in (LAST_TO_DATE, TO_DATE, ORIGIN, GROWTH_TO_DATE):
        page.put(SUM_ROW, column, None, "sum")


def signs(page: Page) -> None:
    """Colour the growths by their sign."""
    for column in (GROWTH, GROWTH_TO_DATE):
        page.signs((FIRST_ROW, column), (SUM_ROW, column), look.SIGNED_PERCENT)


def _year(page: Page, progress: Progress, last: Sequence[Live]) -> Live:
    page.put(YEAR_ROW, MONTH, page.language._("Whole year"), "sum")
    content: Live | float | None = in_millions(progress.base_year)
    if progress.base_year is not None and all(c.value is not None for c in last):
        summed = total(last)
        content = summed if _agrees(summed, progress.base_year) else content
    cell = page.put(YEAR_ROW, LAST, content, "sum", look.MILLIONS)
    for column in range(THIS, COLUMNS):
        page.put(YEAR_ROW, column, None, "sum")
    return cell
