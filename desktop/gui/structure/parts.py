"""A split as a ranking and as a table: one line a part, then the rest and the total."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial

from desktop.analysis.inside_wording import LESS_MONTHS
from desktop.analysis.structure.wording import DIMENSIONS
from desktop.analysis.structure_results import Part, Split
from desktop.analysis.structure_view import PartPath, View
from desktop.figures.figure import Status
from desktop.figures.groupings import Dimension
from desktop.figures.wording import N_, Language, side_by_side
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
from desktop.gui.structure.words import (
    NOTED_MEANS,
    UNKNOWN,
    apart_cells,
    growth_short,
    header,
    namer,
    points_short,
    told,
    tone_of,
    usd,
)
from desktop.gui.tokens import Tone

_HEADROOM = 1.18
"""Bars and ticks of a bullet have so much room beyond the larger of figure and path."""


def ranked(split: Split, view: View, order: Order, lang: Language) -> Ranked:
    """Rank the parts of a split, with 18 months and, where there is one, the path of each."""
    say = lang._
    values, codes, within = (split.column(name) for name in ("value", "code", "within"))
    order_of = places(split, order, lang)
    amounts, paths = view.paths_in(split)
    against = _against(values, amounts)
    columns = _columns(split.dimension, lang)
    aimed = any(amounts)
    if aimed:
        ends = (min(against), max(against)) if against else ()
        texts = (UNKNOWN, *(lang.percent(end, sign=True) for end in ends))
        columns += (Column(say("Against path"), Kind.BULLET, 98, grow=2, texts=texts),)
    decimals = side_by_side((*values, split.total.value))
    last = {_rest_name(split, lang): split.rest, say("Total"): split.total}
    sums = {name: part for name, part in last.items() if part.value}
    head_of = header(split.flow, split.dimension, lang)
    heads = heads_of(codes, head_of, within, order_of)
    behind = [(part, Head("", name)) for name, part in sums.items()]
    line = partial(_line, split=split, lang=lang, bullet=aimed, decimals=decimals)

    def made(number: int) -> Line:
        if number < len(paths):
            place = order_of[number]
            return line(split.parts[place], heads[number], paths[place])
        return line(*behind[number - len(paths)], None)

    return ranking(columns, (*heads, *(head for _, head in behind)), made)


@cache
def _columns(dimension: Dimension, lang: Language) -> tuple[Column, ...]:
    """Give the columns that every ranking has."""
    say = lang._
    return (
        Column(say(DIMENSIONS[dimension]), Kind.NAME, 92, grow=2),
        Column(say("bn USD"), width=56, tip=say(NOTED_MEANS)),
        Column(say("Growth"), width=77),
        Column(say("Share"), width=58),
        Column(say("Contr., pts"), width=66),
        Column(say("18 months"), Kind.SPARK, 66, grow=1),
    )


def _against(
    values: Sequence[float | None], paths: Sequence[float | None]
) -> list[float]:  # fmt: skip
    """Say how far amounts are before their paths, those that have one."""
    return [
        value / path - 1.0
        for value, path in zip(values, paths, strict=True)
        if value is not None and path is not None and path > 0.0
    ]


def _rest_name(split: Split, lang: Language) -> str:
    """Name what is in no line: of blocs and emerging markets there are others, all told."""
    if split.dimension is Dimension.MARKET and split.scheme not in _COMPLETE:
        return lang._("Other, in none of these")
    return lang._(_RESTS[split.dimension])


_COMPLETE = ("", "CONTINENT")
"""Schemes that name every market: what is left of these no return tells by market."""


_RESTS = {
    Dimension.MARKET: N_("Not by market"),
    Dimension.ITEM: N_("Other goods"),
}


def _line(
    part: Part, head: Head, path: PartPath | None,
    *, split: Split, lang: Language, bullet: bool, decimals: int,
) -> Line:  # fmt: skip
    marks = [
        Mark(head.name),
        Mark(usd(part.value, lang, places=decimals), noted=part.code in split.apart),
        Mark(growth_short(part, lang), tone_of(part.growth)),
        Mark(UNKNOWN if part.share is None else lang.percent(part.share)),
        Mark(points_short(part, lang), tone_of(part.contribution)),
        Mark(values=part.months, hollow=part.status is Status.ESTIMATE),
    ]
    if bullet:
        marks.append(_bullet(part, path, lang))

    def tip() -> str:
        _, *more = lines = told(part, split, path, lang).split("\n")
        return "\n".join(lines if head.code else [head.name, *more])

    return Line(head, tuple(marks), tip, quiet=not head.code)


def _bullet(part: Part, path: PartPath | None, lang: Language) -> Mark:
    value, hollow = part.value, part.status is Status.ESTIMATE
    against = _against([value], [path and path.path])
    if value is None or path is None or not against:
        return Mark(UNKNOWN, Tone.MUTED)
    room, words = max(value, path.path) * _HEADROOM, lang.percent(against[0], sign=True)
    return Mark(words, tone_of(against[0]), reach=value / room, tick=path.path / room,
                hollow=hollow)  # fmt: skip


def split_grid(split: Split, view: View, order: Order, lang: Language) -> Grid:
    """Give the ranking as a table that can be walked and copied."""
    say, name_of = lang._, namer(split.flow, split.dimension, lang)
    columns: tuple[str, ...] = (
        say(DIMENSIONS[split.dimension]), say("bn USD"), say("A year before"), say("Growth"),
        say("Share"), say("Change of share, points"), say("Contr., points"),
        say("Path, bn USD"),
    )  # fmt: skip
    named = [(name_of(p.code), p) for p in ordered(split, order, lang)]
    named += [(_rest_name(split, lang), split.rest), (say("Total"), split.total)]
    bn = partial(
        _bn, lang=lang, places=side_by_side((a for _, p in named for a in (p.value, p.base)), 3)
    )
    apart = apart_cells([split.apart.get(p.code) for _, p in named], lang)
    rows = tuple(
        (*_row(name, p, split, view, lang, bn), *more)
        for (name, p), more in zip(named, apart, strict=True)
    )
    if any(apart):
        columns = (*columns, say(LESS_MONTHS))
    return Grid(columns, rows, of_trade=True)


def _bn(amount: float | None, *, lang: Language, places: int) -> Cell:
    return Cell(usd(amount, lang, places=places))


def _row(
    name: str,
    part: Part,
    split: Split,
    view: View,
    lang: Language,
    bn: Callable[[float | None], Cell],
) -> tuple[Cell, ...]:
    path = view.path_in(split, part.code)
    return (
        Cell(("  " if part.within else "") + name, tip=told(part, split, path, lang)),
        bn(part.value),
        bn(part.base),
        Cell(growth_short(part, lang), tone_of(part.growth)),
        Cell(UNKNOWN if part.share is None else lang.percent(part.share)),
        Cell(UNKNOWN if part.share_change is None else lang.points(part.share_change)),
        Cell(points_short(part, lang), tone_of(part.contribution)),
        bn(path.path if path else None),
    )


def codes(parts: Sequence[Part]) -> list[str]:
    """Give the codes of parts that lie in no other part."""
    return [p.code for p in parts if not p.within]
