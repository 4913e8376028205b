"""Growth and structure as tables in the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from rich.box import SIMPLE_HEAD
from rich.console import Console

from desktop.analysis.inside_wording import apart_told
from desktop.analysis.structure.bridge import moved_most, others_moved
from desktop.analysis.structure.names import name_in
from desktop.analysis.structure.wording import (
    DIMENSIONS,
    REASONS,
    SECTORS,
    WINDOWS,
    counted_in_part,
    others_told,
    risers_told,
    sectors_apart,
    why_no_growth,
)
from desktop.analysis.structure_results import (
    Bridge,
    Detail,
    FlowStructure,
    Part,
    Split,
    Structure,
    StructureWithin,
)
from desktop.cli.tables import UNKNOWN, Table, points, say_line, share, usd
from desktop.figures.groupings import Dimension
from desktop.figures.series import Flow
from desktop.figures.target_names import FLOW_NAMES
from desktop.figures.wording import Language, side_by_side

LEADING = 12
"""So many parts have a line of their own; the others share one."""


def show_structure(told: Structure, flow: Flow, language: Language, console: Console) -> None:
    """Write a flow's structure, and the balance."""
    say = language._
    chosen = told.exports if flow is Flow.EXPORT else told.imports
    console.print(
        f"{say(FLOW_NAMES[flow])} · {language.month(told.through)} · {say(WINDOWS[told.window])}"
    )
    for split in (chosen.items, chosen.markets, *(g for g in told.groupings if g.flow is flow)):
        _show_split(split, language, console)
    console.print(_sectors(chosen, language))
    if apart := sectors_apart(chosen, language):
        say_line(apart, console)
    console.print(_prices(chosen.items, language))
    if flow is Flow.EXPORT and told.emerging:
        console.print(say("Emerging markets"))
        _show_parts(told.emerging, language, console)
    console.print(bridge_table(told.bridge, language))


def show_detail(told: Detail, language: Language, console: Console) -> None:
    """Write one market by item, or one item by market, and its growth month by month."""
    split = told.split
    other = Dimension.MARKET if split.dimension is Dimension.ITEM else Dimension.ITEM
    console.print(
        f"{name_in(split.flow, other, split.of, language)} · {language._(FLOW_NAMES[split.flow])}"
    )
    _show_split(split, language, console)
    table = _heading(language._(DIMENSIONS[split.dimension]))
    for month in told.heat.months:
        table.add_column(language.month_tick(month.number), justify="right")
    for row in told.heat.rows:
        cells = (share(g, language, sign=True) for g in row.growth)
        table.add_row(name_in(split.flow, split.dimension, row.code, language), *cells)
    console.print(table)


def show_within(told: StructureWithin, language: Language, console: Console) -> None:
    """Write the exports of a market by item, or of an item by market, and the balance within."""
    say = language._
    console.print(
        f"{say(FLOW_NAMES[Flow.EXPORT])} · {language.month(told.through)}"
        f" · {say(WINDOWS[told.window])}"
    )
    exports = told.exports
    grouped = (g for g in told.groupings if g.flow is Flow.EXPORT)
    for split in (exports.items, exports.markets, *grouped):
        if split:
            _show_split(split, language, console)
    if told.bridge:
        console.print(bridge_table(told.bridge, language))


def _heading(title: str, *columns: str) -> Table:
    table = Table(box=SIMPLE_HEAD)
    table.add_column(title)
    table.add_numbers(*columns)
    return table


def _show_split(split: Split, language: Language, console: Console) -> None:
    _show_parts(split, language, console)
    if split.scheme and split.notes[language.code != "vi"]:
        console.print(split.notes[language.code != "vi"])
    if not split.scheme:
        console.print(_standing(split, language))


def _show_parts(split: Split, language: Language, console: Console) -> None:
    console.print(_table(split, language))
    for line in (*_counted_in_part(split, language), *_apart(split, language)):
        say_line(line, console)


def _table(split: Split, language: Language) -> Table:
    say = language._
    table = _heading(
        say(DIMENSIONS[split.dimension]), say("bn USD"), say("A year before"), say("Growth"),
        say("Share"), say("Change of share, points"), say("Contribution, points"),
    )  # fmt: skip
    decimals = side_by_side((split.total.value, split.total.base, *(p.value for p in split.parts)))
    outer = _outer(split)
    shown, others = outer[:LEADING], outer[LEADING:]
    for part in shown:
        _row(table, split, part, decimals, language)
        for inner in (p for p in split.parts if p.within == part.code):
            _row(table, split, inner, decimals, language)
    if others:
        table.add_row(
            others_told(split.dimension, len(others), language),
            *_summed(others, decimals, language),
        )
    unlisted = say("Other, in none of these")
    table.add_row(unlisted, *_cells(split.rest, decimals, language), end_section=True)
    table.add_row(say("Total"), *_cells(split.total, decimals, language))
    return table


def _counted_in_part(split: Split, language: Language) -> Iterator[str]:
    """Say of each group and the rest whom its value holds and its growth compares otherwise."""
    rest = language._("Other, in none of these")
    for part in (*split.parts, split.rest):
        if part.alone:
            name = rest if part is split.rest else _name(split, part, language)
            yield f"{name}: {counted_in_part(part, split.dimension, language)[0]}."


def _apart(split: Split, language: Language) -> Iterator[str]:
    """Say of each part that has a line why its year to date is not the sum of its months."""
    shown = {p.code for p in _outer(split)[:LEADING]}
    for part in split.parts:
        if (part.within or part.code) in shown and (found := split.apart.get(part.code)):
            yield f"{_name(split, part, language)}: {apart_told(found, language)}"


def _outer(split: Split) -> list[Part]:
    """Give the parts that lie in no other."""
    return [p for p in split.parts if not p.within]


def _row(table: Table, split: Split, part: Part, decimals: int, language: Language) -> None:
    name = ("  " if part.within else "") + _name(split, part, language)
    table.add_row(name, *_cells(part, decimals, language))


def _name(split: Split, part: Part, language: Language) -> str:
    return name_in(split.flow, split.dimension, part.code, language)


def _summed(parts: Sequence[Part], decimals: int, language: Language) -> tuple[str, ...]:
    """What the parts that have no line of their own come to together."""
    value, base, held = (
        _sum(amounts) for amounts in zip(*((p.value, p.base, p.share) for p in parts), strict=True)
    )
    brought = [p.points for p in parts if p.points is not None]
    told = language.number(sum(brought), 1, sign=True) if brought else UNKNOWN
    write = partial(usd, decimals=decimals, language=language)
    return write(value), write(base), "", share(held, language), "", told


def _sum(amounts: Sequence[float | None]) -> float | None:
    """Add up what is known; nothing known is no zero."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None


def _cells(part: Part, decimals: int, language: Language) -> tuple[str, ...]:
    why = why_no_growth(part, language)
    return (
        usd(part.value, decimals, language),
        usd(part.base, decimals, language),
        why if part.growth is None else language.percent(part.growth, sign=True),
        share(part.share, language),
        points(part.share_change, language),
        "–" if part.contribution is None else _points(part, language),
    )


def _points(part: Part, language: Language) -> str:
    if part.points is None:
        return language.points(part.contribution or 0)
    return language.number(part.points, 1, sign=True)


def _standing(split: Split, language: Language) -> str:
    held, say = split.concentration, language._
    lines = []
    if held.hhi is not None and held.top_share is not None:
        text = say(
            "{count} listed · the 5 largest hold {share} ({points} points) · HHI {hhi} ({change})",
            count=held.counted,
            share=language.percent(held.top_share),
            points=_signed(held.top_share_change, 100, 1, language),
            hhi=language.number(held.hhi, 3),
            change=_signed(held.hhi_change, 1, 3, language),
        )
        lines.append(text)
    for club in split.clubs:
        came = [name_in(split.flow, split.dimension, c, language) for c in club.newcomers]
        told = say(
            "Above {threshold} bn USD: {count}",
            threshold=language.billions(club.threshold, 0), count=len(club.members),
        )  # fmt: skip
        lines.append(told + (say("; new: {names}", names=", ".join(came)) if came else ""))
    lines.extend(risers_told(split, language))
    return "\n".join(lines)


def _sectors(flow: FlowStructure, language: Language) -> Table:
    say = language._
    table = _heading(
        say("Sector"), say("bn USD"), say("A year before"), say("Growth"), say("Share"),
        say("Change of share, points"), say("Contribution, points"),
    )  # fmt: skip
    decimals = side_by_side(
        amount for sector in flow.sectors for amount in (sector.part.value, sector.part.base)
    )
    cells = partial(_cells, decimals=decimals, language=language)
    for sector in flow.sectors:
        table.add_row(say(SECTORS[sector.ownership]), *cells(sector.part))
        if sector.without_crude:
            table.add_row("  " + say("without crude oil"), *cells(sector.without_crude))
    return table


def _prices(split: Split, language: Language) -> Table:
    say = language._
    table = _heading(
        say("Price and volume"), say("Volume"), say("Average price, USD"), say("Price"),
        say("By volume, m USD"), say("By price, m USD"),
    )  # fmt: skip
    for part in split.parts:
        price = part.price
        if price is None:
            continue
        why = say(REASONS[price.reason]) if price.reason else ""
        table.add_row(
            name_in(split.flow, split.dimension, part.code, language),
            share(price.volume_growth, language, sign=True),
            "–" if price.price is None else language.number(price.price, 0),
            share(price.price_growth, language, sign=True),
            why or _signed(price.volume_effect, 1e-6, 0, language),
            "" if why else _signed(price.price_effect, 1e-6, 0, language),
        )
    return table


def bridge_table(bridge: Bridge, language: Language) -> Table:
    """Lay out what led from last year's balance to this one's, by item and by partner."""
    say = language._
    table = _heading(say("Balance"), say("bn USD"))
    amounts = (bridge.base, bridge.balance, *(step.change for step in bridge.steps))
    write = partial(usd, decimals=side_by_side(amounts), language=language, sign=True)
    table.add_row(say("A year before"), write(bridge.base))
    for step in bridge.steps:
        name = name_in(step.flow, Dimension.ITEM, step.code, language)
        table.add_row(f"  {say(FLOW_NAMES[step.flow])} · {name}", write(step.change))
    if bridge.reason:
        table.add_row(say("What moved it"), say(REASONS[bridge.reason]))
    table.add_row(say("Now"), write(bridge.balance), end_section=True)
    leading = moved_most(bridge)
    if not leading:
        return table
    for partner in leading:
        name = name_in(Flow.EXPORT, Dimension.MARKET, partner.code, language)
        table.add_row(f"  {name}", write(partner.change))
    others = write(others_moved(bridge))
    table.add_row("  " + say("Other partners"), others)
    table.add_row(say("Change"), write(bridge.change))
    return table


def _signed(amount: float | None, times: float, decimals: int, language: Language) -> str:
    return "–" if amount is None else language.number(amount * times, decimals, sign=True)
