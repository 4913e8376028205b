"""The sheet of revisions: what the newest returns changed in months a report had told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.structure.wording import series_told
from desktop.analysis.wording import FIRMNESS
from desktop.figures.wording import N_
from desktop.reports.prose.phrases import months_told
from desktop.reports.workbook import look
from desktop.reports.workbook.live import Live
from desktop.reports.workbook.months_table import in_millions
from desktop.reports.workbook.page import HEAD_ROW, Desk, Page

if TYPE_CHECKING:
    from desktop.analysis.revisions.since import Changed, RevisedSince
    from desktop.analysis.revisions.triangle import Release
    from desktop.figures.wording import Language

NAME, MONTH, BEFORE, BEFORE_FIRM, BEFORE_DAY, NOW, NOW_FIRM, NOW_DAY, CHANGE, SHARE, CELL = range(
    11
)
WIDTHS = (36.0, 23.0, 12.0, 12.0, 12.0, 12.0, 12.0, 12.0, 11.0, 10.0, 50.0)
_HEADS = (
    N_("Of what"), N_("Month"), N_("Before"), N_("Figure"), N_("Reported on"), N_("Now"),
    N_("Figure"), N_("Reported on"), N_("Change"), N_("Change, %"), N_("Now read in"),
)  # fmt: skip
MOST = 120
"""So many changes are listed; further ones are smaller and are counted."""


def write(desk: Desk, told: RevisedSince) -> None:
    """Write the changes: totals first, then what was changed by most."""
    language = desk.language
    say = language._
    page = desk.page(say("Revisions"), WIDTHS)
    page.title(
        say("Revisions since the last report"),
        say("Million US dollars. What returns since {day} changed in {first} to {last}.",
            day=language.date(told.day), first=language.month(told.months[0]),
            last=language.month(told.months[1])),
    )  # fmt: skip
    page.heads([say(head) for head in _HEADS], left=(NAME,), inset=(CELL,))
    for row, change in enumerate(told.changes[:MOST], HEAD_ROW + 1):
        _row(page, row, change)
    end = HEAD_ROW + len(told.changes[:MOST])
    if told.changes:
        page.named_area("revisions", (HEAD_ROW, 0), (end, page.last_column))
        page.signs((HEAD_ROW + 1, CHANGE), (end, CHANGE), look.SIGNED_MILLIONS)
        page.signs((HEAD_ROW + 1, SHARE), (end, SHARE), look.SIGNED_PERCENT)
    page.paragraph(end + 1, _beneath(told, language), "source", 8)
    page.foot(say("Revisions since the last report"))
    page.freeze(MONTH)
    page.print_to(end + 1)


def _beneath(told: RevisedSince, language: Language) -> str:
    if not told.changes:
        return language._("No month that was reported before has changed.")
    left = len(told.changes) - MOST
    if left > 0:
        return language.plural(
            "{number} smaller change is not listed.", "{number} smaller changes are not listed.",
            left, number=language.number(left),
        )  # fmt: skip
    return language.plural("{count} change in all.", "{count} changes in all.", len(told.changes))


def _row(page: Page, row: int, one: Changed) -> None:
    language = page.language
    page.wrapped(row, NAME, series_told(one.series, language))
    page.put(row, MONTH, _month(one, language), "centre")
    before = _release(page, row, (BEFORE, BEFORE_FIRM, BEFORE_DAY), one.before)
    now = _release(page, row, (NOW, NOW_FIRM, NOW_DAY), one.now)
    change = page.put(row, CHANGE, now - before, "cell", look.SIGNED_MILLIONS)
    share = change / before if one.before.value > 0 else None
    page.put(row, SHARE, share, "cell", look.SIGNED_PERCENT)
    page.wrapped(row, CELL, str(one.now.source), "muted", 8, indent=1)


def _release(page: Page, row: int, columns: tuple[int, int, int], release: Release) -> Live:
    value, firm, day = columns
    cell = page.put(
        row, value, in_millions(release.value), "cell", look.MILLIONS, source=release.source
    )
    page.put(row, firm, page.language._(FIRMNESS[release.status]), "muted", align="center")
    page.day(row, day, release.reported_on)
    return cell


def _month(one: Changed, language: Language) -> str:
    return months_told(one.month, language) if one.cumulative else language.month(one.month)
