"""The numbers that are shown of a part: value, growth, share, contribution, price and volume."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.analysis import growth as fractions
from desktop.analysis.structure.splits import split
from desktop.analysis.structure_results import Window
from desktop.analysis.tracing import compared, read
from desktop.analysis.tracing.structure.parts import Pair, pair, quantities
from desktop.analysis.tracing.structure.spans import added, in_unit, less_all, span
from desktop.analysis.tracing.structure.spots import Desk, Spot, SpotKind, summands
from desktop.analysis.tracing.trace import Kind, Trace, TraceUnit, said
from desktop.figures.groupings import Scheme, schemes
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.series import Flow
from desktop.figures.wording import N_

if TYPE_CHECKING:
    from desktop.analysis.tracing.trace import Said

_CHANGE = N_("now less a year before, of what is known in both")
_PART = N_("the part over the whole")
_ALONE = N_("{subject} in {month}")
_NOT_PRINTED = N_("not printed: no printed growth is held of several added up")
_OURS = N_("ours alone: no printed growth is held of several added up")


def value(desk: Desk, spot: Spot) -> Trace:
    """The amount in the window."""
    return pair(desk, spot).now


def base(desk: Desk, spot: Spot) -> Trace:
    """The amount a year before."""
    return pair(desk, spot).base


def change(desk: Desk, spot: Spot) -> Trace:
    """By how much it moved."""
    return change_of(desk, spot, pair(desk, spot))


def change_of(desk: Desk, spot: Spot, found: Pair) -> Trace:
    """By how much a part moved whose amounts are known."""
    what = _named(N_("Change of {subject}, {span}"), desk, spot)
    return less_all(what, found.alike, [found.alike_base], said(_CHANGE))


def balance_effect(desk: Desk, spot: Spot) -> Trace:
    """What its change did to the balance: less imports count as more."""
    return effect_of(desk, spot, pair(desk, spot))


def effect_of(desk: Desk, spot: Spot, found: Pair) -> Trace:
    """What the change of a part did to the balance whose amounts are known."""
    if spot.flow is Flow.EXPORT:
        return change_of(desk, spot, found)
    what = _named(N_("What {subject} did to the balance, {span}"), desk, spot)
    formula = said(N_("a year before less now: imports that fall raise the balance"))
    return less_all(what, found.alike_base, [found.alike], formula)


def growth(desk: Desk, spot: Spot) -> Trace:
    """Growth on the same months a year before, of what is known in both; none of what is not."""
    found = pair(desk, spot)
    told = compared.grown(
        _named(N_("Growth of {subject}, {span}"), desk, spot), found.alike, found.alike_base
    )
    below_zero = spot.kind is SpotKind.REST and any(
        part.value is not None and part.value < 0 for part in (found.now, found.base)
    )
    if below_zero:
        return replace(told, value=None)
    summed = told.value is not None and len(summands(spot, desk.through)) > 1
    return replace(told, remark=said(_OURS)) if summed else told


def growth_printed(desk: Desk, spot: Spot) -> Trace:
    """The growth to date, or of the month, that the return printed for itself.

    No return prints any of several added up: of a group of one member it is that member's.
    """
    alone = spot.window is Window.MONTH and desk.through.number > 1
    told = read.month_growth_printed if alone else read.growth_printed
    one, *others = summands(spot, desk.through) or [spot]
    if not others:
        return told(desk.values, one.subject(), desk.through)
    return replace(told(desk.values, spot.subject(), desk.through), remark=said(_NOT_PRINTED))


def month_alone(desk: Desk, spot: Spot) -> Trace:
    """The month by itself as it was told: a January that was revised since counts in the year."""
    every = [
        read.month_alone(desk.values, s.subject(), desk.through)
        for s in _told(desk, spot, desk.through)
    ]
    if len(every) == 1:
        return every[0]
    what = said(_ALONE, subject=spot.subject().named, month=desk.through)
    return added(what, every)


def month_alone_growth(desk: Desk, spot: Spot) -> Trace:
    """Growth of the month as it was told, on the same month last year as it is known."""
    year_before = desk.through - MONTHS_PER_YEAR
    told = _told(desk, spot, year_before)
    bases = [read.month_as_base(desk.values, s.subject(), year_before) for s in told]
    what = said(N_("Growth of {subject} in {month}"), subject=spot.subject().named,
                month=desk.through)  # fmt: skip
    before = bases[0]
    if len(bases) > 1:
        about = said(_ALONE, subject=spot.subject().named, month=year_before)
        before = added(about, bases)
    return compared.grown(what, month_alone(desk, spot), before)


def _told(desk: Desk, spot: Spot, month: Month) -> list[Spot]:
    """What a spot is the sum of that a month's year tells of, as its chart adds up."""
    every = summands(spot, desk.through)
    told = [one for one in every if desk.values.line(one.series(), month.year).held()]
    return told or every or [spot]


def common_growth(desk: Desk, spot: Spot) -> Trace:
    """Growth of the months alone that both years have, where the whole period lacks one."""
    about, end = spot.subject(), desk.through
    every = [
        tuple(
            read.month_alone(desk.values, about, Month(year, n + 1))
            for year in (end.year, end.year - 1)
        )
        for n in range(end.number)
    ]
    both = [p for p in every if p[0].value is not None and p[1].value is not None]
    months = said(N_("the months that both years have, added up"))
    now, before = (
        added(said(N_("{subject} in {year}, common months"), subject=about.named, year=year),
              [p[n] for p in both], months)
        for n, year in enumerate((end.year, end.year - 1))
    )  # fmt: skip
    return compared.grown(_named(N_("Growth of {subject}, common months"), desk, spot), now, before)


def share(desk: Desk, spot: Spot) -> Trace:
    """Share of the whole."""
    what = _named(N_("Share of {subject} in the whole, {span}"), desk, spot)
    return _over(what, pair(desk, spot).now, pair(desk, spot.whole()).now)


def base_share(desk: Desk, spot: Spot) -> Trace:
    """Share of the whole a year before."""
    what = _named(N_("Share of {subject} in the whole, {span}"), desk, spot, back=MONTHS_PER_YEAR)
    return _over(what, pair(desk, spot).base, pair(desk, spot.whole()).base)


def share_change(desk: Desk, spot: Spot) -> Trace:
    """By how much the share moved, of what is known in both periods."""
    found, whole = pair(desk, spot), pair(desk, spot.whole())
    now, before = (
        _over(_named(N_("Share of {subject} in the whole, {span}"), desk, spot, back=back), *parts)
        for back, parts in (
            (0, (found.alike, whole.now)), (MONTHS_PER_YEAR, (found.alike_base, whole.base)),
        )
    )  # fmt: skip
    what = _named(N_("Change of the share of {subject}, {span}"), desk, spot)
    return in_points(less_all(what, now, [before], said(N_("the share now less a year before"))))


def contribution(desk: Desk, spot: Spot) -> Trace:
    """Points of the whole's growth."""
    found, whole = pair(desk, spot), pair(desk, spot.whole())
    inputs = found.alike, found.alike_base, whole.base
    what = _named(N_("Contribution of {subject} to the whole's growth, {span}"), desk, spot)
    formula = said(N_("the change of what is known in both periods, over the whole a year before"))
    now, before, all_before = (part.value for part in inputs)
    told = fractions.share(fractions.difference(now, before), all_before)
    return Trace(what, told, TraceUnit.POINTS, Kind.CHANGE_OVER, formula, inputs)


def points(desk: Desk, spot: Spot) -> Trace:
    """The contribution as it is shown: rounded so that the parts sum to the whole's growth."""
    told, asked = contribution(desk, spot), spot.asked(desk.through)
    whole = desk.singles(asked)
    shown = split(asked, whole, scheme=_scheme(spot))
    ends = {SpotKind.WHOLE: shown.total, SpotKind.REST: shown.rest}
    part = ends.get(spot.kind) or shown.part(spot.code)
    found = part.points if part else None
    formula = said(N_("to a tenth, so that the parts and the rest sum to the whole's growth"))
    return Trace(
        told.what, None if found is None else found / 100, TraceUnit.POINTS, Kind.WEIGHED,
        formula, (told,),
    )  # fmt: skip


def _scheme(spot: Spot) -> Scheme | None:
    return spot.scheme or (schemes()[spot.group.scheme] if spot.group else None)


def quantity(desk: Desk, spot: Spot) -> Trace:
    """Tonnes or pieces."""
    return in_unit(quantities(desk, spot)[0], TraceUnit.NUMBER)


def base_quantity(desk: Desk, spot: Spot) -> Trace:
    """Tonnes or pieces a year before."""
    return in_unit(quantities(desk, spot)[1], TraceUnit.NUMBER)


def volume_growth(desk: Desk, spot: Spot) -> Trace:
    """Growth of the quantity."""
    what = _named(N_("Growth of the quantity of {subject}, {span}"), desk, spot)
    return compared.grown(what, quantity(desk, spot), base_quantity(desk, spot))


def price(desk: Desk, spot: Spot) -> Trace:
    """US dollars for one tonne or piece."""
    what = _named(N_("Average price of {subject}, {span}"), desk, spot)
    return _price(what, pair(desk, spot).now, quantity(desk, spot))


def base_price(desk: Desk, spot: Spot) -> Trace:
    """US dollars for one tonne or piece a year before."""
    what = _named(N_("Average price of {subject}, {span}"), desk, spot, back=MONTHS_PER_YEAR)
    return _price(what, pair(desk, spot).base, base_quantity(desk, spot))


def price_growth(desk: Desk, spot: Spot) -> Trace:
    """Growth of the average price."""
    what = _named(N_("Growth of the price of {subject}, {span}"), desk, spot)
    return compared.grown(what, price(desk, spot), base_price(desk, spot))


def at_base_price(desk: Desk, spot: Spot) -> Trace:
    """What the quantity of now would have come to at the price of a year before."""
    what = _named(N_("{subject} at the price of a year before, {span}"), desk, spot)
    inputs = quantity(desk, spot), base_price(desk, spot)
    known = [part.value for part in inputs if part.value is not None]
    found = known[0] * known[1] if len(known) == len(inputs) else None
    formula = said(N_("the quantity times the price"))
    return Trace(what, found, TraceUnit.USD, Kind.TIMES, formula, inputs)


def volume_effect(desk: Desk, spot: Spot) -> Trace:
    """What of the change the volume brought."""
    what = _named(N_("Effect of volume on {subject}, {span}"), desk, spot)
    formula = said(N_("at the price of a year before, less a year before"))
    return less_all(what, at_base_price(desk, spot), [pair(desk, spot).base], formula)


def price_effect(desk: Desk, spot: Spot) -> Trace:
    """What of the change the price brought: the rest of it."""
    what = _named(N_("Effect of price on {subject}, {span}"), desk, spot)
    formula = said(N_("now, less what it would be at the price of a year before"))
    return less_all(what, pair(desk, spot).now, [at_base_price(desk, spot)], formula)


def _named(text: str, desk: Desk, spot: Spot, *, back: int = 0) -> Said:
    end = desk.through - back
    return said(text, subject=spot.subject().named, span=span(spot.window, end))


def _over(what: Said, part: Trace, whole: Trace) -> Trace:
    return compared.over(what, part, whole, said(_PART))


def in_points(trace: Trace) -> Trace:
    """Say that a difference of fractions counts percentage points."""
    return replace(trace, unit=TraceUnit.POINTS)


def _price(what: Said, amount: Trace, count: Trace) -> Trace:
    known = amount.value is not None and count.value is not None and count.value > 0
    found = amount.value / count.value if known and amount.value and count.value else None
    formula = said(N_("the value over the quantity"))
    return Trace(what, found, TraceUnit.PRICE, Kind.OVER, formula, (amount, count))
