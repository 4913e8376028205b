"""The sheets of items and of markets: value, growth, share, contribution, and what carries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from desktop.analysis.inside_wording import apart_told, read_apart
from desktop.analysis.results import Contribution, Overview
from desktop.analysis.wording import FIRMNESS
from desktop.figures.catalogue import items, markets
from desktop.figures.series import Flow
from desktop.figures.wording import N_, Language
from desktop.reports import provenance
from desktop.reports.prose import leaders
from desktop.reports.prose.phrases import months_told
from desktop.reports.workbook import charts, look
from desktop.reports.workbook.charts import Run, Size
from desktop.reports.workbook.live import Live, Place, total
from desktop.reports.workbook.months_table import in_millions
from desktop.reports.workbook.page import HEAD_ROW, ROW_PIXELS, Desk, Page
from desktop.reports.workbook.trend import Trends

if TYPE_CHECKING:
    from desktop.analysis.structure_results import Split

(
    RANK,
    NAME,
    THIS,
    LAST,
    CHANGE,
    GROWTH,
    PRINTED,
    SHARE,
    POINTS,
    FIRMNESS_COLUMN,
    APART,
    TREND,
    GAP_COLUMN,
    CHART,
) = range(14)
WIDTHS = (5.0, 40.0, 11.0, 11.0, 10.5, 11.0, 11.0, 8.5, 11.5, 10.0, 11.0, 16.0, 1.5, 21.0, 21.0)
TOTAL_ROW = HEAD_ROW + 1
"""All exports come first, as in the offices' own tables."""
FIRST_ROW = TOTAL_ROW + 1
CHART_ROWS = 26
CARRYING, DRAGGING = 8, 4
"""How many bars each way: what can be read beside the table."""
DATA_COLUMN = len(WIDTHS) + 1
"""Beyond the printed page: what the chart draws, in its own order."""
TREND_COLUMN = DATA_COLUMN + 3
"""Beyond that: the months that the small columns draw."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """What a ranking is of: its texts (marked for the catalogue) and the names of its codes."""

    sheet: str
    title: str
    name_head: str
    sum_label: str
    name: Callable[[str, str, bool], str]


def _item_name(code: str, language: str, short: bool) -> str:  # noqa: FBT001 - as the catalogue has it
    return items(Flow.EXPORT).name(code, language, short=short)


def _market_name(code: str, language: str, short: bool) -> str:  # noqa: FBT001 - as the catalogue has it
    return markets().name(code, language, short=short)


ITEMS = Ranking(
    N_("Export items"),
    N_("Export items, {period}"),
    N_("Item"),
    N_("Items listed"),
    _item_name,
)
MARKETS = Ranking(
    N_("Export markets"),
    N_("Export markets, {period}"),
    N_("Market"),
    N_("Markets listed"),
    _market_name,
)


@dataclass(frozen=True, slots=True)
class Whole:
    """The cells of all exports to date and a year before."""

    value: Live
    base: Live


@dataclass(frozen=True, slots=True)
class Bars:
    """The runs of a contribution chart, and the values that choose its colours."""

    names: Run
    points: Run
    values: tuple[float | None, ...]


class Row(NamedTuple):
    """The cells of one row that sums and charts refer to."""

    this: Live
    last: Live
    points: Live


def write(
    desk: Desk,
    overview: Overview,
    ranking: Ranking,
    parts: Sequence[Contribution],
    whole: Whole,
    split: Split | None,
) -> Bars | None:
    """Write the sheet, largest first; give what its chart draws, if there is anything.

    `split` has the months of the parts, which are drawn as small columns.
    """
    language = desk.language
    page = desk.page(language._(ranking.sheet), WIDTHS)
    span = months_told(overview.through, language)
    page.title(
        language._(ranking.title, period=span),
        language._("Million US dollars. Contribution: change over all exports of last year."),
    )
    page.heads(_heads(overview, ranking, language), left=(NAME,))
    ranked = sorted(parts, key=lambda p: -p.value)
    rows = [_row(page, i, part, ranking, whole) for i, part in enumerate(ranked)]
    _tell_apart(page, ranked)
    _draw_months(page, overview, [part.code for part in ranked], split)
    end = _sums(page, ranking, rows, _all_exports(page, whole, overview.exports.growth_printed))
    if all(part.growth_printed is None for part in parts):
        page.hide(PRINTED)
    if not any(part.apart for part in parts):
        page.hide(APART)
    page.source_line(end + 1, provenance.of_parts(parts))
    points = {part.code: row.points for part, row in zip(ranked, rows, strict=True)}
    bars = _chart_data(page, ranking, parts, points)
    if bars:
        _draw(desk, page, bars)
    page.freeze(NAME + 1)
    page.print_to(max(end + 1, FIRST_ROW + CHART_ROWS) if bars else end + 1)
    return bars


def _heads(overview: Overview, ranking: Ranking, language: Language) -> list[str]:
    return [
        language._("Rank"),
        language._(ranking.name_head),
        language._("To date {year}", year=overview.year),
        language._("To date {year}", year=overview.year - 1),
        language._("Change"),
        language._("Growth, recomputed"),
        language._("Growth, as printed"),
        language._("Share"),
        language._("Contribution, points"),
        language._("Figure"),
        language._("Cumulative less months"),
        language._("By month"),
    ]


def _draw_months(page: Page, overview: Overview, codes: Sequence[str], split: Split | None) -> None:
    """Draw the last months of each part; where they are not asked for, leave their column out."""
    months = {p.code: p.months for p in split.parts} if split else {}
    if not any(months.values()):
        page.hide(TREND)
        return
    trends = Trends(page, TREND, TREND_COLUMN)
    trends.head(HEAD_ROW, overview.through, max(map(len, months.values())))
    for row, code in enumerate(codes, FIRST_ROW):
        page.put(row, TREND, None, "cell")
        trends.put(row, months.get(code, ()))
    trends.draw()


def _row(page: Page, index: int, part: Contribution, ranking: Ranking, whole: Whole) -> Row:
    language, row = page.language, FIRST_ROW + index
    page.put(row, RANK, index + 1, "centre", "0")
    page.wrapped(row, NAME, ranking.name(part.code, language.code, False))
    this = page.put(
        row, THIS, in_millions(part.value), "cell", look.MILLIONS, source=part.source, bold=True
    )
    last = page.put(row, LAST, in_millions(part.base), "cell", look.MILLIONS)
    page.put(row, PRINTED, part.growth_printed, "cell", look.SIGNED_PERCENT)
    page.put(row, FIRMNESS_COLUMN, language._(FIRMNESS[part.status]), "muted", align="center")
    return Row(this, last, _computed(page, row, this, last, whole, "cell"))


def _tell_apart(page: Page, parts: Sequence[Contribution]) -> None:
    """Write by how much years to date are not the sums of their months, and on the cells why."""
    found = [next(iter(part.apart), None) for part in parts]
    places, amounts = read_apart(found)
    number = look.signed(places)
    for row, (apart, amount) in enumerate(zip(found, amounts, strict=True), FIRST_ROW):
        page.put(row, APART, in_millions(amount), "cell", number)
        if apart:
            page.remark(row, APART, apart_told(apart, page.language))


def _computed(page: Page, row: int, this: Live, last: Live, whole: Whole, style: str) -> Live:
    """Write change, growth, share and contribution as formulas; give the contribution's cell."""
    page.put(row, CHANGE, this - last, style, look.SIGNED_MILLIONS)
    page.put(row, GROWTH, this / last - 1, style, look.SIGNED_PERCENT)
    page.put(row, SHARE, this / whole.value, style, look.PERCENT)
    points = (this - last) / whole.base * 100
    return page.put(row, POINTS, points, style, look.SIGNED_HUNDREDTHS)


def _all_exports(page: Page, whole: Whole, growth_printed: float | None) -> Whole:
    """Write the row of all exports; give its cells."""
    this, last = (
        page.put(TOTAL_ROW, column, cell, "sum", look.MILLIONS)
        for column, cell in ((THIS, whole.value), (LAST, whole.base))
    )
    total_row = Whole(this, last)
    _sum_row(page, TOTAL_ROW, page.language._("All exports"), total_row, total_row)
    page.put(TOTAL_ROW, PRINTED, growth_printed, "sum", look.SIGNED_PERCENT)
    return total_row


def _sums(page: Page, ranking: Ranking, rows: Sequence[Row], whole: Whole) -> int:
    """Write what the rows add up to, and what they leave of all exports; give the last row."""
    say, row = page.language._, FIRST_ROW + len(rows)
    this = _listed_and_rest(page, row, THIS, [r.this for r in rows], whole.value)
    last = _listed_and_rest(page, row, LAST, [r.last for r in rows], whole.base)
    _sum_row(page, row, say(ranking.sum_label), Whole(this[0], last[0]), whole)
    _sum_row(page, row + 1, say("Not listed"), Whole(this[1], last[1]), whole)
    for column, number in (
        (CHANGE, look.SIGNED_MILLIONS),
        (GROWTH, look.SIGNED_PERCENT),
        (PRINTED, look.SIGNED_PERCENT),
        (POINTS, look.SIGNED_HUNDREDTHS),
    ):
        page.signs((TOTAL_ROW, column), (row + 1, column), number)
    return row + 1


def _sum_row(page: Page, row: int, label: str, part: Whole, whole: Whole) -> None:
    for column in (RANK, PRINTED, FIRMNESS_COLUMN, APART, TREND):
        page.put(row, column, None, "sum")
    page.put(row, NAME, label, "sum")
    _computed(page, row, part.value, part.base, whole, "sum")


def _listed_and_rest(
    page: Page, row: int, column: int, cells: Sequence[Live], whole: Live
) -> tuple[Live, Live]:
    known = bool(cells) and all(cell.value is not None for cell in cells)
    listed = page.put(row, column, total(cells) if known else None, "sum", look.MILLIONS)
    return listed, page.put(row + 1, column, whole - listed, "sum", look.MILLIONS)


def _chart_data(
    page: Page, ranking: Ranking, parts: Sequence[Contribution], points: dict[str, Live]
) -> Bars | None:
    """Lay out, beyond the printed page, what the chart draws: carrying first, dragging last."""
    drawn = (*leaders.carrying(parts, CARRYING), *reversed(leaders.dragging(parts, DRAGGING)))
    if not drawn:
        return None
    language = page.language
    page.put(HEAD_ROW, DATA_COLUMN, language._("Drawn in the chart"), "helper")
    for row, part in enumerate(drawn, FIRST_ROW):
        page.put(row, DATA_COLUMN, ranking.name(part.code, language.code, True), "helper")
        page.put(row, DATA_COLUMN + 1, points[part.code], "helper", look.SIGNED_POINTS)
    end = FIRST_ROW + len(drawn) - 1
    names, values = (
        Run(name, Place(page.name, FIRST_ROW, column), Place(page.name, end, column))
        for name, column in (
            ("", DATA_COLUMN),
            (language._("Contribution, points"), DATA_COLUMN + 1),
        )
    )
    return Bars(names, values, tuple(points[p.code].value for p in drawn))


def place_contributions(
    desk: Desk, page: Page, at: tuple[int, int], bars: Bars, title: str, size: Size
) -> None:
    """Place the chart of a ranking's contributions, on its sheet or on the cover."""
    chart = charts.contributions(
        desk.workbook, title, desk.language._("points"), bars.names, bars.points, bars.values
    )
    description = desk.language._("Bar chart: contribution to the growth of exports.")
    page.chart(*at, charts.sized(chart, size), description)


def _draw(desk: Desk, page: Page, bars: Bars) -> None:
    size = Size(page.pixels(CHART, page.last_column) - 6, CHART_ROWS * ROW_PIXELS)
    title = desk.language._("Contribution to growth")
    place_contributions(desk, page, (FIRST_ROW, CHART), bars, title, size)
