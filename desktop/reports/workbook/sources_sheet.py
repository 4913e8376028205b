"""The sheet of the returns that count: what came in, from whom, when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.figures.finding import Severity
from desktop.figures.layouts import layout_name, sender_name
from desktop.figures.reading import DateOrigin
from desktop.figures.received import StoredReturn
from desktop.figures.wording import N_
from desktop.reports.workbook import look
from desktop.reports.workbook.page import HEAD_ROW, Desk, Page

WIDTHS = (6.0, 44.0, 20.0, 34.0, 14.0, 15.0, 18.0, 10.0, 10.0, 18.0)
ORIGINS = {
    DateOrigin.PRINTED: N_("printed in it"),
    DateOrigin.CALENDAR: N_("by the calendar"),
    DateOrigin.GIVEN: N_("given by hand"),
}
_HASH_SHOWN = 12


def write(desk: Desk, returns: Sequence[StoredReturn], again: str = "") -> None:
    """Write the sheet, the newest report first; beneath it how to make the same workbook again."""
    say = desk.language._
    page = desk.page(say("Sources"), WIDTHS)
    page.title(
        say("The returns this workbook is made of"),
        say("Doubts are findings of the import; the fingerprint is of the file as it came."),
    )
    page.heads(
        [
            say("No."),
            say("File"),
            say("Sender"),
            say("Layout"),
            say("Month"),
            say("Reported on"),
            say("The date is"),
            say("Figures"),
            say("Doubts"),
            say("Fingerprint"),
        ],
        left=(1, 2, 3),
    )
    newest = sorted(returns, key=lambda r: (r.reported_on, r.number), reverse=True)
    for row, entry in enumerate(newest, HEAD_ROW + 1):
        _row(page, row, entry)
    page.foot(say("The returns this workbook is made of"))
    page.freeze(2)
    last = HEAD_ROW + len(newest)
    if again:
        last += 2
        words = say(
            "The same workbook again, whatever came or went since: {command}", command=again
        )
        page.paragraph(last, words, "source", 8)
    page.print_to(last)


def _row(page: Page, row: int, entry: StoredReturn) -> None:
    language = page.language
    doubts = sum(f.severity is not Severity.NOTE for f in entry.findings)
    page.put(row, 0, entry.number, "centre", "0")
    page.wrapped(row, 1, entry.name)
    page.put(row, 2, sender_name(entry.sender, language), "cell")
    page.put(row, 3, layout_name(entry.layout, language), "cell")
    page.put(row, 4, language.month(entry.month).capitalize() if entry.month else "–", "centre")
    page.day(row, 5, entry.reported_on)
    page.put(row, 6, language._(ORIGINS[entry.date_origin]), "centre")
    page.put(row, 7, entry.figures, "cell", look.WHOLE)
    page.put(row, 8, doubts, "cell", look.WHOLE)
    page.put(row, 9, entry.content_hash[:_HASH_SHOWN], "muted", align="center")


def newest_report(returns: Sequence[StoredReturn]) -> date | None:
    """Give the date of the newest report; None without any."""
    return max((entry.reported_on for entry in returns), default=None)
