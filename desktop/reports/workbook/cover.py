"""The cover: headline figures, status, the standard sentences, and where it all comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.analysis.results import Overview
from desktop.figures.received import StoredReturn
from desktop.figures.wording import N_, capitalised
from desktop.reports import provenance
from desktop.reports.prose import headline
from desktop.reports.prose.phrases import months_told
from desktop.reports.prose.sentences import sentences
from desktop.reports.workbook import (
    cards,
    headline_table,
    progress_sheet,
    ranking_sheet,
    yardstick_table,
)
from desktop.reports.workbook.charts import Size
from desktop.reports.workbook.headline_table import FlowCells
from desktop.reports.workbook.page import ROW_PIXELS, Desk, Page
from desktop.reports.workbook.progress_sheet import ProgressCells
from desktop.reports.workbook.ranking_sheet import Bars
from desktop.reports.workbook.sources_sheet import newest_report

WIDTHS = (9.3,) * 15
HALF = 8
"""The column where the right half begins."""
CARD_ROW = 3
FIRST_SENTENCE_ROW = 7
CHART_ROWS = 22
"""With the sentences above and the sources beneath, charts of this height fill the first page."""
LISTED_SOURCES = 12
"""Files named on the cover; the last sheet lists every one."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the cover's charts draw, from the other sheets."""

    progress: ProgressCells
    items: Bars | None


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which returns count, and up to which moment the archive's knowledge is told."""

    returns: Sequence[StoredReturn]
    told_at: datetime


def write(
    desk: Desk,
    page: Page,
    overview: Overview,
    flows: tuple[FlowCells, FlowCells],
    drawn: Drawn,
    stamp: Stamp,
) -> None:
    """Fill the cover. It was added first, so that it opens first, and refers to the rest."""
    told = sentences(overview, page.language)
    _title(page, overview, stamp)
    row = _key_sentences(page, overview, told)
    _draw(desk, page, overview, drawn, row)
    row += CHART_ROWS
    page.source_line(row, provenance.of_overview(overview), LISTED_SOURCES)
    row += 1
    breaks = [row]
    key = _key(page, overview)
    row = _section(page, row, N_("What the figures say"))
    for sentence in told:
        if sentence not in key:
            page.paragraph(row, f"•  {sentence}", "sentence", 11)
            row += 1
    breaks.append(row + 1)  # a table that begins beneath long sentences would end a row later
    row = _section(page, row + 1, N_("Headline figures"))
    cells, row = headline_table.write(page, row, *flows, overview)
    if overview.exports.target_usd is not None:
        row = _section(page, row + 1, N_("Three yardsticks"))
        row = yardstick_table.write(page, row, overview.exports, cells)
    page.sheet.set_h_pagebreaks(breaks)
    cards.write(page, CARD_ROW, overview, cells)
    page.print_to(row)


def _title(page: Page, overview: Overview, stamp: Stamp) -> None:
    language = page.language
    page.title(
        language._("Exports of {year} against the year's target", year=overview.year),
        language._(
            "{months} · {vintage} · as known here on {moment}",
            months=capitalised(months_told(overview.through, language)),
            vintage=provenance.vintage_text(
                overview.vintage, newest_report(stamp.returns), language
            ),
            moment=language.moment(stamp.told_at),
        ),
    )
    page.height(6, 8)


def _key(page: Page, overview: Overview) -> list[str]:
    """The sentences that stand on the first page: headline, other growth, status, target."""
    exports, language = overview.exports, page.language
    told = (
        headline.headline(exports, language),
        headline.other_growth(exports, language),
        headline.path_sentence(exports, language),
        headline.target_sentence(exports, language),
    )
    return [sentence for sentence in told if sentence]


def _key_sentences(page: Page, overview: Overview, told: Sequence[str]) -> int:
    """Write the first page's sentences; give the row for the charts."""
    row, status = FIRST_SENTENCE_ROW, overview.exports.status
    judged = headline.path_sentence(overview.exports, page.language)
    for index, sentence in enumerate(s for s in told if s in _key(page, overview)):
        if index == 0:
            page.paragraph(row, sentence, "headline", 12)
        elif sentence == judged:
            page.paragraph(
                row,
                f"{cards.SHAPES[status]}  {sentence}",
                "sentence",
                11,
                font_color=cards.TONES[status],
                bold=True,
            )
        else:
            page.paragraph(row, f"•  {sentence}", "sentence", 11)
        row += 1
    page.height(row, 8)
    return row + 1


def _draw(desk: Desk, page: Page, overview: Overview, drawn: Drawn, row: int) -> None:
    height = CHART_ROWS * ROW_PIXELS - 8
    left = Size(page.pixels(0, HALF - 1) - 8, height)
    progress_sheet.place_cumulative(desk, page, row, overview.exports, drawn.progress, left)
    if drawn.items:
        right = Size(page.pixels(HALF, page.last_column) - 6, height)
        title = page.language._("Contribution of items to growth")
        ranking_sheet.place_contributions(desk, page, (row, HALF), drawn.items, title, right)


def _section(page: Page, row: int, title: str) -> int:
    return page.section(row, page.language._(title))
