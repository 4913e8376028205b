"""Items as bars coloured by growth, with price and volume beside; and an item's markets as bars."""

from __future__ import annotations

from functools import partial

from desktop.analysis.inside_wording import LESS_MONTHS
from desktop.analysis.structure.wording import DIMENSIONS, REASONS
from desktop.analysis.structure_results import Part, PriceVolume, Split
from desktop.analysis.structure_view import View
from desktop.figures.figure import Status
from desktop.figures.wording import Language, side_by_side
from desktop.gui.parts.grid import Cell, Grid
from desktop.gui.structure.lines import (
    Column,
    Head,
    Kind,
    Line,
    Mark,
    Ranked,
    heads_of,
    ranking,
)
from desktop.gui.structure.ordering import Order, ordered, places
from desktop.gui.structure.shades import GROWTH, level
from desktop.gui.structure.words import (
    NOTED_MEANS,
    UNKNOWN,
    apart_cells,
    growth_short,
    growth_words,
    header,
    namer,
    points_short,
    told,
    tone_of,
    usd,
)
from desktop.gui.tokens import Tone


def bars(split: Split, view: View, order: Order, lang: Language, *, brief: bool = False) -> Ranked:
    """Draw parts as bars by value in the shade of their growth; `brief` leaves out prices."""
    say = lang._
    priced = not brief and any(p.price for p in split.parts)
    columns = [
        Column(say(DIMENSIONS[split.dimension]), Kind.NAME, 120, grow=3),
        Column("", Kind.BAR, 28, grow=2),
        Column(say("bn USD"), width=56, tip=say(NOTED_MEANS)),
        Column(say("Growth"), width=77),
        Column(say("Share"), width=58),
    ]
    if not brief:
        columns.append(Column(say("Contr., pts"), width=66))
    if priced:
        columns += [Column(say("Volume"), width=58), Column(say("Price"), width=58)]
    values, codes, within = (split.column(name) for name in ("value", "code", "within"))
    order_of = places(split, order, lang)
    longest = max((value or 0.0 for value in values), default=0.0) or 1.0
    decimals = side_by_side((*values, split.total.value))
    head_of = header(split.flow, split.dimension, lang)
    heads = heads_of(codes, head_of, within, order_of)
    line = partial(
        _line, split=split, view=view, scale=(longest, decimals), lang=lang,
        brief=brief, priced=priced,
    )  # fmt: skip
    return ranking(columns, heads, lambda n: line(split.parts[order_of[n]], heads[n]))


def _line(
    part: Part, head: Head, *, split: Split, view: View, scale: tuple[float, int],
    lang: Language, brief: bool, priced: bool,
) -> Line:  # fmt: skip
    longest, decimals = scale
    reach = None if part.value is None else part.value / longest
    marks = [
        Mark(head.name),
        Mark(reach=reach, level=level(part.growth, GROWTH), hollow=part.status is Status.ESTIMATE),
        Mark(usd(part.value, lang, places=decimals), noted=part.code in split.apart),
        Mark(growth_short(part, lang), tone_of(part.growth)),
        Mark(UNKNOWN if part.share is None else lang.percent(part.share)),
    ]
    if not brief:
        marks.append(Mark(points_short(part, lang), tone_of(part.contribution)))
    if priced:
        marks += [_change(part.price.volume_growth if part.price else None, lang),
                  _change(part.price.price_growth if part.price else None, lang)]  # fmt: skip

    def tip() -> str:
        words = told(part, split, view.path_in(split, part.code), lang)
        return f"{words}\n{price_words(part.price, lang)}" if part.price else words

    return Line(head, tuple(marks), tip)


def _change(fraction: float | None, lang: Language) -> Mark:
    if fraction is None:
        return Mark(UNKNOWN)
    return Mark(lang.percent(fraction, sign=True), tone_of(fraction))


def price_words(price: PriceVolume, lang: Language) -> str:
    """Say what volume and price did to an item's value."""
    if price.reason:
        return lang._(REASONS[price.reason])
    if price.volume_growth is None or price.price_growth is None or price.price is None:
        return ""
    return lang._(
        "volume {volume}, average price {price} ({amount} USD/{unit})",
        volume=growth_words(price.volume_growth, lang),
        price=growth_words(price.price_growth, lang),
        amount=lang.number(price.price, 0), unit=unit_words(price.unit, lang),
    )  # fmt: skip


def unit_words(unit: str, lang: Language) -> str:
    """Name the unit of a quantity."""
    return lang._("tonne") if unit == "t" else lang._("piece")


def price_grid(split: Split, view: View, order: Order, lang: Language) -> Grid:
    """Give items with price and volume as a table that can be walked and copied."""
    say, name_of = lang._, namer(split.flow, split.dimension, lang)
    columns: tuple[str, ...] = (
        say(DIMENSIONS[split.dimension]), say("bn USD"), say("A year before"), say("Growth"),
        say("Share"), say("Contr., points"), say("Quantity"), say("Unit"), say("Volume"),
        say("Average price, USD"), say("Price"), say("By volume, m USD"), say("By price, m USD"),
    )  # fmt: skip
    listed = ordered(split, order, lang)
    decimals = side_by_side((a for p in listed for a in (p.value, p.base)), 3)
    apart = apart_cells([split.apart.get(p.code) for p in listed], lang)
    rows = tuple(
        (
            Cell(
                ("  " if p.within else "") + name_of(p.code),
                tip=told(p, split, view.path_in(split, p.code), lang),
            ),
            Cell(usd(p.value, lang, places=decimals)),
            Cell(usd(p.base, lang, places=decimals)),
            Cell(growth_short(p, lang), tone_of(p.growth)),
            Cell(UNKNOWN if p.share is None else lang.percent(p.share)),
            Cell(points_short(p, lang), tone_of(p.contribution)),
            *_price_cells(p.price, lang),
            *more,
        )
        for p, more in zip(listed, apart, strict=True)
    )
    if any(apart):
        columns = (*columns, say(LESS_MONTHS))
    return Grid(columns, rows, frozenset({0, 7}), of_trade=True)


def _price_cells(price: PriceVolume | None, lang: Language) -> tuple[Cell, ...]:
    if price is None:
        return (Cell(UNKNOWN),) * 7
    return (
        Cell(UNKNOWN if price.quantity is None else lang.number(price.quantity)),
        Cell(unit_words(price.unit, lang)),
        _cell(price.volume_growth, lang),
        Cell(UNKNOWN if price.price is None else lang.number(price.price)),
        _cell(price.price_growth, lang),
        _effect(price.volume_effect, lang),
        _effect(price.price_effect, lang),
    )


def _effect(amount: float | None, lang: Language) -> Cell:
    """Write what a change brought, with its sign as every change has it."""
    if amount is None:
        return Cell(UNKNOWN, Tone.MUTED)
    return Cell(lang.millions(amount, sign=True), tone_of(amount))


def _cell(fraction: float | None, lang: Language) -> Cell:
    mark = _change(fraction, lang)
    return Cell(mark.text, mark.tone)
