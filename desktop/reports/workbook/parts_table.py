"""A table of parts against the same months a year before: a row a part, contributions that sum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.inside_wording import apart_told
from desktop.analysis.structure.names import name_in
from desktop.analysis.structure.wording import (
    REASONS,
    SECTORS,
    counted_in_part,
    sectors_apart,
)
from desktop.analysis.wording import FIRMNESS
from desktop.figures.groupings import Dimension
from desktop.figures.wording import N_
from desktop.reports.workbook import look
from desktop.reports.workbook.live import Live, agreeing
from desktop.reports.workbook.months_table import in_millions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.analysis.inside_results import Apart
    from desktop.analysis.structure_results import FlowStructure, Part, Split
    from desktop.figures.wording import Language
    from desktop.reports.workbook.page import Page

NAME, THIS, LAST, CHANGE, GROWTH, SHARE, SHARE_CHANGE, POINTS, FIRMNESS_COLUMN, NOTE = range(10)
WIDTHS = (36.0, 11.5, 11.5, 11.0, 10.5, 9.0, 11.0, 11.5, 11.0, 52.0)
_HEADS = (
    N_("Group"), N_("To date"), N_("A year before"), N_("Change"), N_("Growth, recomputed"),
    N_("Share"), N_("Change of share, points"), N_("Contribution, points"), N_("Figure"),
    N_("Note"),
)  # fmt: skip
_SIGNED = (
    (CHANGE, look.SIGNED_MILLIONS), (GROWTH, look.SIGNED_PERCENT),
    (SHARE_CHANGE, look.SIGNED_HUNDREDTHS), (POINTS, look.SIGNED_HUNDREDTHS),
)  # fmt: skip


class Whole:
    """The cells of the total that its parts are held against."""

    def __init__(self, this: Live, last: Live) -> None:
        self.this, self.last = this, last


def heads(language: Language) -> list[str]:
    """Label the columns."""
    return [language._(head) for head in _HEADS]


def write(page: Page, row: int, split: Split, title: str) -> int:
    """Write a split with its rest and its total from a row on; give the row after it."""
    say, first = page.language._, row + 1
    row = page.section(row, title)
    for text in _told(split, page.language):
        page.paragraph(row, text, "source", 8)
        row += 1
    ordered = _ordered(split)
    total_row = row + len(ordered) + 1
    whole = _total(page, total_row, split.total)
    added = []
    for part in ordered:
        name = name_in(split.flow, split.dimension, part.code, page.language)
        note = _note(part, split.dimension, page.language, split.apart.get(part.code))
        points = _part(page, row, part, name, whole, note)
        if not part.within:
            added.append(points)
        row += 1
    note = _note(split.rest, split.dimension, page.language)
    rest = _part(page, row, split.rest, say("Other, in none of these"), whole, note)
    _sum(page, total_row, split, [*added, rest])
    for column, number in _SIGNED:
        page.signs((first, column), (total_row, column), number)
    return total_row + 1


def _told(split: Split, language: Language) -> list[str]:
    note = split.notes[0 if language.code == "vi" else 1]
    overlap = language._(
        "Groups overlap: who belongs to several counts in each, so that they do not add up; "
        "the rest is what none of them holds."
    )
    return [text for text in (overlap if split.overlapping else "", note) if text]


def _ordered(split: Split) -> list[Part]:
    """Put the parts that lie within another right beneath it."""
    outer = [p for p in split.parts if not p.within]
    return [p for o in outer for p in (o, *(i for i in split.parts if i.within == o.code))]


def _total(page: Page, row: int, total: Part) -> Whole:
    this, last = (
        page.put(row, column, in_millions(usd), "sum", look.MILLIONS)
        for column, usd in ((THIS, total.value), (LAST, total.base))
    )
    page.put(row, NAME, page.language._("Total"), "sum")
    page.put(row, CHANGE, this - last, "sum", look.SIGNED_MILLIONS)
    page.put(row, GROWTH, this / last - 1, "sum", look.SIGNED_PERCENT)
    page.put(row, SHARE, this / this, "sum", look.PERCENT)
    for column in (SHARE_CHANGE, POINTS, FIRMNESS_COLUMN, NOTE):
        page.put(row, column, None, "sum")
    return Whole(this, last)


def _sum(page: Page, row: int, split: Split, points: Sequence[Live]) -> None:
    """Add the contributions up beside the growth that they make; where groups overlap, do not."""
    if split.overlapping or split.total.contribution is None:
        return
    known = [p for p in points if p.value is not None]
    if not known:
        return
    summed = known[0]
    for one in known[1:]:
        summed += one
    content = agreeing(summed, split.total.contribution * 100)
    cell = page.put(row, POINTS, content, "sum", look.SIGNED_HUNDREDTHS)
    words = page.language._("The contributions add up to the growth.")
    page.put(row, NOTE, words, "sum_muted", font_size=8, indent=1)
    page.named(f"growth_points_{split.scheme or split.dimension.value}", cell)


def _part(page: Page, row: int, part: Part, name: str, whole: Whole, note: str) -> Live:
    """Write a part; give the cell of its contribution."""
    language = page.language
    page.put(row, NAME, name, "wrap", indent=1 if part.within else 0)
    source = part.sources[0] if len(part.sources) == 1 else None
    this = page.put(
        row, THIS, in_millions(part.value), "cell", look.MILLIONS, source=source, bold=True
    )
    last = page.put(row, LAST, in_millions(part.base), "cell", look.MILLIONS)
    compared = agreeing(this - last, in_millions(part.change))
    change = page.put(row, CHANGE, compared, "cell", look.SIGNED_MILLIONS)
    page.put(row, GROWTH, agreeing(this / last - 1, part.growth), "cell", look.SIGNED_PERCENT)
    share = page.put(row, SHARE, agreeing(this / whole.this, part.share), "cell", look.PERCENT)
    moved = None if part.share_change is None else part.share_change * 100
    before = last / whole.last
    page.put(
        row, SHARE_CHANGE, agreeing((share - before) * 100, moved), "cell", look.SIGNED_HUNDREDTHS
    )
    status = language._(FIRMNESS[part.status]) if part.status else None
    page.put(row, FIRMNESS_COLUMN, status, "muted", align="center")
    page.wrapped(row, NOTE, note, "muted", 8, indent=1)
    points = None if part.contribution is None else part.contribution * 100
    return page.put(
        row, POINTS, agreeing(change / whole.last * 100, points), "cell", look.SIGNED_HUNDREDTHS
    )


def _note(part: Part, by: Dimension, language: Language, apart: Apart | None = None) -> str:
    """Say why there is no growth, who counts only in part, why months do not add up to it."""
    why = [language._(REASONS[part.reason])] if part.reason else []
    more = [apart_told(apart, language)] if apart else []
    return "; ".join(why + counted_in_part(part, by, language) + more)


def write_sectors(page: Page, row: int, flow: FlowStructure) -> int:
    """Write who traded, with and without crude oil; give the row after it."""
    say, sectors = page.language._, flow.sectors
    row = page.section(row, say("Domestic and foreign-invested sector"))
    if apart := sectors_apart(flow, page.language):
        page.paragraph(row, apart, "source", 8)
        row += 1
    first, total_row = row, row + sum(2 if s.without_crude else 1 for s in sectors)
    whole = _total(page, total_row, flow.items.total)
    for sector in sectors:
        _sector(page, row, sector.part, say(SECTORS[sector.ownership]), whole)
        row += 1
        if sector.without_crude:
            name = "   " + say("without crude oil")
            _sector(page, row, sector.without_crude, name, whole)
            row += 1
    for column, number in _SIGNED:
        page.signs((first, column), (total_row, column), number)
    return total_row + 1


def _sector(page: Page, row: int, part: Part, name: str, whole: Whole) -> None:
    _part(page, row, part, name, whole, _note(part, Dimension.ITEM, page.language))
