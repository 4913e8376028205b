"""The three yardsticks side by side on the cover, and how the path is found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.analysis.season_wording import told
from desktop.analysis.yardstick_results import Verdict, Yardstick
from desktop.analysis.yardstick_wording import (
    AGAINST_GROWTH,
    AGAINST_PATH,
    AGAINST_SHARE,
    GROWTH,
    SHARE,
    VERDICTS,
    beside_told,
    estimate_told,
)
from desktop.figures.wording import N_, capitalised
from desktop.reports.workbook import look
from desktop.reports.workbook.live import Live

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.analysis.results import Progress
    from desktop.reports.workbook.page import Page

NAME, VALUE, AGAINST, DIFFERENCE, VERDICT, WHAT = (0, 3), (4, 5), (6, 7), (8, 9), (10, 11), (12, 14)
"""First and last columns of each part of a line."""
_TONES = {Verdict.ABOVE: look.GOOD, Verdict.BELOW: look.BAD}
_POINTS = 100


@dataclass(frozen=True, slots=True)
class _Line:
    """One yardstick: its words, its cells, and how they are written."""

    key: str
    name: str
    what: str
    stick: Yardstick
    value: Live
    against: Live
    number: str
    points: bool


def write(page: Page, row: int, progress: Progress, cells: Mapping[str, Live]) -> int:
    """Write the table and what stands beneath it from a row on; give the row after it."""
    if progress.yardsticks is None or progress.target_usd is None:
        return row
    _heads(page, row)
    for line in _lines(progress, cells):
        row += 1
        _line(page, row, line)
    row += 1
    beneath = [*beside_told(progress, page.language), estimate_told(progress, page.language)]
    method = told(progress.season, page.language) if progress.season else ()
    for text in (*beneath, *method):
        if text:
            page.paragraph(row, f"•  {text}", "sentence", 11)
            row += 1
    return row


def _heads(page: Page, row: int) -> None:
    say = page.language._
    page.span(row, *NAME, say("Exports"), "head_left")
    for columns, word in (
        (VALUE, N_("so far")),
        (AGAINST, N_("against")),
        (DIFFERENCE, N_("difference")),
        (VERDICT, N_("Verdict")),
    ):
        page.span(row, *columns, capitalised(say(word)), "head", align="right")
    page.span(row, *WHAT, say("Basis of comparison"), "head_left", indent=1)


def _lines(progress: Progress, cells: Mapping[str, Live]) -> tuple[_Line, ...]:
    sticks = progress.yardsticks
    assert sticks is not None

    def cell(name: str) -> Live:
        return cells.get(f"exports_{name}", Live.unknown())

    return (
        _Line("growth", GROWTH, AGAINST_GROWTH, sticks.growth, cell("growth"),
              cell("target_growth"), look.SIGNED_PERCENT, points=True),
        _Line("share", SHARE, AGAINST_SHARE, sticks.share, cell("share_of_target"),
              cell("path") / cell("target"), look.PERCENT, points=True),
        _Line("path", N_("Cumulative, million USD"), AGAINST_PATH, sticks.path,
              cell("cumulative"), cell("path"), look.MILLIONS, points=False),
    )  # fmt: skip


def _line(page: Page, row: int, line: _Line) -> None:
    say, stick = page.language._, line.stick
    page.span(row, *NAME, say(line.name), "cell")
    value = _put(page, row, VALUE, line.value, line.number)
    against = _put(page, row, AGAINST, line.against, line.number)
    gap = value - against
    if stick.against_high is not None:  # of a range: to the end that is nearer
        high = Live.number(stick.against_high if line.points else stick.against_high / 1e6)
        gap = value - high if (stick.difference or 0) > 0 else value - against
        gap = Live.number(0) if stick.difference == 0 else gap
    number = _in_points(page) if line.points else look.SIGNED_MILLIONS
    _put(page, row, DIFFERENCE, gap * _POINTS if line.points else gap, number)
    tone = _TONES.get(stick.verdict, look.INK)
    word = say(VERDICTS[stick.verdict])
    page.span(row, *VERDICT, word, "cell", align="right", font_color=tone)
    page.span(row, *WHAT, say(line.what), "muted", indent=1)


def _in_points(page: Page) -> str:
    """Give the format of percentage points, with their unit after the number."""
    unit = page.language._("{points} pts", points="")
    return ";".join(f'{section}"{unit}"' for section in look.SIGNED_POINTS.split(";"))


def _put(page: Page, row: int, columns: tuple[int, int], content: Live, number: str) -> Live:
    if content.value is None:
        page.span(row, *columns, "–", "cell", align="right")
        return Live.unknown()
    return page.span(row, *columns, content, "cell", number)
