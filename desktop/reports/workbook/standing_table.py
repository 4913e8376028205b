"""Price against volume, concentration, and the clubs of a flow, as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.structure.names import name_in
from desktop.analysis.structure.wording import REASONS, risers_told
from desktop.figures.series import Unit
from desktop.figures.wording import MILLION, N_
from desktop.reports.workbook import look
from desktop.reports.workbook.live import Live, agreeing
from desktop.reports.workbook.months_table import in_millions
from desktop.reports.workbook.parts_table import NOTE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.analysis.structure_results import (
        Club,
        Concentration,
        FlowStructure,
        Part,
        PriceVolume,
        Split,
    )
    from desktop.figures.wording import Language
    from desktop.reports.workbook.page import Page

(
    NAME, QUANTITY, QUANTITY_BEFORE, VOLUME_GROWTH, PRICE, PRICE_BEFORE, PRICE_GROWTH, BY_VOLUME,
    BY_PRICE,
) = range(9)  # fmt: skip
_PRICE_HEADS = (
    N_("Price and volume"), N_("Quantity"), N_("Quantity a year before"), N_("Volume"),
    N_("Average price, USD"), N_("Price a year before, USD"), N_("Price"),
    N_("By volume, m USD"), N_("By price, m USD"), N_("Unit"),
)  # fmt: skip
_HELD_HEADS = (
    N_("Concentration"), N_("Listed"), N_("HHI"), N_("HHI a year before"), N_("Change"),
    N_("Five largest"), N_("A year before"), N_("Change, points"), "", N_("Who they are"),
)  # fmt: skip
_DIMENSIONS = (N_("Items"), N_("Markets"))
_PRICES = "#,##0.00"
_INDEX = "0.000"
_INDEX_CHANGE = '+0.000;"−"0.000;0.000'


def prices(page: Page, row: int, split: Split) -> int:
    """Write what of each item's change is price and what volume; give the row after it."""
    told = [(part, part.price) for part in split.parts if part.price]
    if not told:
        return row
    page.heads(
        [page.language._(head) for head in _PRICE_HEADS], left=(NAME,), inset=(NOTE,), row=row
    )
    first = row + 1
    for part, price in told:
        row += 1
        _price(page, row, part, price, split)
    for column, number in (
        (VOLUME_GROWTH, look.SIGNED_PERCENT), (PRICE_GROWTH, look.SIGNED_PERCENT),
        (BY_VOLUME, look.SIGNED_MILLIONS), (BY_PRICE, look.SIGNED_MILLIONS),
    ):  # fmt: skip
        page.signs((first, column), (row, column), number)
    return row + 1


def _price(page: Page, row: int, part: Part, told: PriceVolume, split: Split) -> None:
    """The volume's effect is at the old price, the price's effect the rest, at the new quantity."""
    name = name_in(split.flow, split.dimension, part.code, page.language)
    page.put(row, NAME, name, "wrap")
    source = told.sources[0] if len(told.sources) == 1 else None
    now = page.put(row, QUANTITY, told.quantity, "cell", look.WHOLE, source=source)
    before = page.put(row, QUANTITY_BEFORE, told.base_quantity, "cell", look.WHOLE)
    price = page.put(row, PRICE, told.price, "cell", _PRICES)
    old = page.put(row, PRICE_BEFORE, told.base_price, "cell", _PRICES)
    for column, live, growth in (
        (VOLUME_GROWTH, now / before - 1, told.volume_growth),
        (PRICE_GROWTH, price / old - 1, told.price_growth),
    ):
        page.put(row, column, agreeing(live, growth), "cell", look.SIGNED_PERCENT)
    by_volume: Live = (now - before) * old / MILLION
    by_price: Live = (price - old) * now / MILLION
    for column, live, effect in (
        (BY_VOLUME, by_volume, told.volume_effect), (BY_PRICE, by_price, told.price_effect),
    ):  # fmt: skip
        page.put(row, column, agreeing(live, in_millions(effect)), "cell", look.SIGNED_MILLIONS)
    unit = page.language._(_UNITS.get(told.unit, told.unit))
    why = page.language._(REASONS[told.reason]) if told.reason else ""
    page.put(row, NOTE, "; ".join(text for text in (unit, why) if text), "muted", indent=1)


_UNITS = {Unit.TONNES.value: N_("tonnes"), Unit.PIECES.value: N_("pieces")}


def concentration(page: Page, row: int, flow: FlowStructure) -> int:
    """Write how far exports rest on few items and few markets; give the row after it."""
    say = page.language._
    page.heads([say(h) if h else "" for h in _HELD_HEADS], left=(NAME,), inset=(NOTE,), row=row)
    for name, split in zip(_DIMENSIONS, (flow.items, flow.markets), strict=True):
        row += 1
        page.put(row, NAME, say(name), "cell")
        _held(page, row, split.concentration)
        page.wrapped(row, NOTE, _largest(split, page.language), indent=1)
    return row + 1


def _largest(split: Split, language: Language) -> str:
    """Name the five largest, and who was among them a year before."""
    held = split.concentration

    def names(codes: Iterable[str]) -> str:
        return ", ".join(name_in(split.flow, split.dimension, c, language) for c in codes)

    gone = names(c for c in held.base_top if c not in held.top)
    told = (names(held.top), language._("no longer: {names}", names=gone) if gone else "")
    return "; ".join(text for text in told if text)


def _held(page: Page, row: int, held: Concentration) -> None:
    page.put(row, 1, held.counted, "cell", look.WHOLE)
    now = page.put(row, 2, held.hhi, "cell", _INDEX)
    before = page.put(row, 3, held.base_hhi, "cell", _INDEX)
    page.put(row, 4, agreeing(now - before, held.hhi_change), "cell", _INDEX_CHANGE)
    top = page.put(row, 5, held.top_share, "cell", look.PERCENT)
    old = page.put(row, 6, held.base_top_share, "cell", look.PERCENT)
    moved = None if held.top_share_change is None else held.top_share_change * 100
    page.put(row, 7, agreeing((top - old) * 100, moved), "cell", look.SIGNED_POINTS)
    page.put(row, 8, None)


def clubs(page: Page, row: int, flow: FlowStructure) -> int:
    """Write who is above one, five, ten billion, who is new there or left; and what grew fast."""
    say = page.language._
    row = page.section(row, say("Clubs: above a threshold, to date"))
    for name, split in zip(_DIMENSIONS, (flow.items, flow.markets), strict=True):
        for club in split.clubs:
            threshold = page.language.billions(club.threshold, 0)
            page.put(row, NAME, say("{what} above {threshold} bn USD", what=say(name),
                                    threshold=threshold), "cell")  # fmt: skip
            page.put(row, 1, len(club.members), "cell", look.WHOLE, bold=True)
            page.lines(row, (2, page.last_column), _club(page, split, club), "wrap", 10, indent=1)
            row += 1
        for told in risers_told(split, page.language):
            page.lines(row, (NAME, page.last_column), told, "wrap", 10, indent=1)
            row += 1
    return row


def _club(page: Page, split: Split, club: Club) -> str:
    def names(codes: tuple[str, ...]) -> str:
        return ", ".join(name_in(split.flow, split.dimension, c, page.language) for c in codes)

    told = [names(club.members) or "–"]
    for codes, words in (
        (club.newcomers, N_("new: {names}")), (club.leavers, N_("no longer: {names}")),
    ):  # fmt: skip
        if codes:
            told.append(page.language._(words, names=names(codes)))
    return "; ".join(told)
