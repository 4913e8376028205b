"""How far a flow rests on few parts, and what moved the balance: traced to every part."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.analysis.structure.bridge import LEADING, LEADING_PARTNERS, steps_of
from desktop.analysis.structure.standing import TOP
from desktop.analysis.tracing import compared, read
from desktop.analysis.tracing.structure import figures
from desktop.analysis.tracing.structure.parts import Pair, legs, pair
from desktop.analysis.tracing.structure.spans import added, less_all, span
from desktop.analysis.tracing.structure.spots import SpotKind
from desktop.analysis.tracing.trace import Kind, Trace, TraceUnit, said
from desktop.figures.groupings import Dimension
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.series import OTHER, TRADE, Flow
from desktop.figures.wording import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.analysis.tracing.structure.spots import Desk, Spot
    from desktop.analysis.tracing.trace import Said

_HHI = N_("Concentration (HHI) of {subject}, {span}")
_TOP = N_("Share of the five largest in {subject}, {span}")


def concentrations() -> dict[str, Callable[[Desk, Spot], Trace]]:
    """The numbers of concentration by name: ``items_hhi``, ``markets_top_share``."""
    found: dict[str, Callable[[Desk, Spot], Trace]] = {}
    for dimension in Dimension:
        for name, tracer in (("hhi", _hhi), ("top_share", _top_share)):
            word = f"{dimension.value}s_{name}"
            found[word] = _of(tracer, dimension, base=False)
            found[f"{word}_base"] = _of(tracer, dimension, base=True)
            found[f"{word}_change"] = _moved(tracer, dimension)
    return found


def _of(
    tracer: Callable[[Desk, Spot, bool], Trace], dimension: Dimension, *, base: bool
) -> Callable[[Desk, Spot], Trace]:
    return lambda desk, spot: tracer(desk, _split_by(spot, dimension), base)


def _moved(
    tracer: Callable[[Desk, Spot, bool], Trace], dimension: Dimension
) -> Callable[[Desk, Spot], Trace]:
    def change(desk: Desk, spot: Spot) -> Trace:
        by = _split_by(spot, dimension)
        now, before = tracer(desk, by, False), tracer(desk, by, True)
        told = less_all(now.what, now, [before], said(N_("now less a year before")))
        return told if now.unit is TraceUnit.NUMBER else figures.in_points(told)

    return change


def _split_by(spot: Spot, dimension: Dimension) -> Spot:
    """Look into a single item or market; the whole of a flow otherwise."""
    return replace(spot.whole(), dimension=dimension, of=spot.code or spot.of)


def _amounts(desk: Desk, spot: Spot, base: bool) -> tuple[list[Trace], Trace]:  # noqa: FBT001 - now or before
    def of(found: Pair) -> Trace:
        return found.base if base else found.now

    listed = [spot.part(a.code) for a in desk.singles(spot.asked(desk.through)).parts]
    every = [of(pair(desk, one)) for one in listed]
    return [one for one in every if one.value is not None], of(pair(desk, spot.whole()))


def _hhi(desk: Desk, spot: Spot, base: bool) -> Trace:  # noqa: FBT001 - now or before
    parts, whole = _amounts(desk, spot, base)
    found = None
    if whole.value and whole.value > 0 and parts:
        found = sum(part.value**2 for part in parts if part.value is not None) / whole.value**2
    formula = said(N_("each part over the whole (the last input), squared, added up"))
    what = _named(_HHI, desk, spot, base=base)
    return Trace(what, found, TraceUnit.NUMBER, Kind.WEIGHED, formula, (*parts, whole))


def _top_share(desk: Desk, spot: Spot, base: bool) -> Trace:  # noqa: FBT001 - now or before
    parts, whole = _amounts(desk, spot, base)
    largest = sorted(parts, key=lambda part: -(part.value or 0))[:TOP]
    top = added(_named(N_("The five largest of {subject}, {span}"), desk, spot, base=base), largest)
    formula = said(N_("the part over the whole"))
    return compared.over(_named(_TOP, desk, spot, base=base), top, whole, formula)


def _named(text: str, desk: Desk, spot: Spot, *, base: bool) -> Said:
    end = desk.through - (MONTHS_PER_YEAR if base else 0)
    return said(text, subject=spot.subject().named, span=span(spot.window, end))


def from_exports(desk: Desk, spot: Spot) -> Trace:
    """What of the balance's change exports brought."""
    return figures.effect_of(desk, spot.leg(Flow.EXPORT), legs(desk, spot)[0])


def from_imports(desk: Desk, spot: Spot) -> Trace:
    """What of the balance's change imports brought: less of them is more."""
    return figures.effect_of(desk, spot.leg(Flow.IMPORT), legs(desk, spot)[1])


def step_rest(desk: Desk, spot: Spot) -> Trace:
    """What all but the leading parts did to the balance."""
    tracer = figures.balance_effect
    asked = spot.asked(desk.through)
    moved = [p for p in desk.singles(asked).parts if p.change is not None]
    leading = sorted(moved, key=lambda p: (-abs(p.change or 0), p.code))[:LEADING]
    parts = [tracer(desk, spot.part(p.code)) for p in leading]
    what = said(N_("What all but the leading parts of {subject} did to the balance, {span}"),
                subject=spot.subject().named, span=span(spot.window, desk.through))  # fmt: skip
    formula = said(N_("the whole, less the leading parts"))
    return less_all(what, tracer(desk, spot.whole()), parts, formula)


def after_item(number: int) -> Callable[[Desk, Spot], Trace]:
    """The balance by the time so many steps by item, of exports and then of imports, moved it."""

    def by_then(desk: Desk, spot: Spot) -> Trace:
        return _by_then(desk, spot, _item_steps(desk, spot), number)

    return by_then


def after_partner(number: int) -> Callable[[Desk, Spot], Trace]:
    """The balance by the time so many partners, and then all the others, moved it."""

    def by_then(desk: Desk, spot: Spot) -> Trace:
        leading = _leading_partners(desk, spot)
        return _by_then(desk, spot, [*leading, partner_rest(desk, spot)], number)

    return by_then


def _by_then(desk: Desk, spot: Spot, steps: Sequence[Trace], number: int) -> Trace:
    what = said(N_("{subject} after {number} steps, {span}"), subject=spot.subject().named,
                number=number, span=span(spot.window, desk.through))  # fmt: skip
    if number > len(steps):
        return read.unknown(what)
    formula = said(N_("the balance a year before, and the steps up to here"))
    return added(what, [figures.base(desk, spot), *steps[:number]], formula)


def _item_steps(desk: Desk, spot: Spot) -> list[Trace]:
    if spot.kind is not SpotKind.WHOLE:
        return [from_exports(desk, spot), from_imports(desk, spot)]
    legs_of = {flow: replace(spot.leg(flow), dimension=Dimension.ITEM) for flow in TRADE}
    sold, bought = (desk.singles(leg.asked(desk.through)) for leg in legs_of.values())
    return [
        step_rest(desk, legs_of[step.flow]) if step.code == OTHER
        else figures.balance_effect(desk, legs_of[step.flow].part(step.code))
        for step in steps_of(sold, bought)
    ]  # fmt: skip


def partner_rest(desk: Desk, spot: Spot) -> Trace:
    """How far the balance moved with all but the partners that moved it most."""
    leading = _leading_partners(desk, spot)
    what = said(N_("Change of {subject} with all but the leading partners, {span}"),
                subject=spot.subject().named, span=span(spot.window, desk.through))  # fmt: skip
    formula = said(N_("the whole, less the leading parts"))
    return less_all(what, figures.change(desk, spot), leading, formula)


def _leading_partners(desk: Desk, spot: Spot) -> list[Trace]:
    """How the balance moved with the partners that moved it most, these first."""
    whole = replace(spot.whole(), dimension=Dimension.MARKET)
    listed = [{a.code for a in desk.singles(whole.leg(f).asked(desk.through)).parts} for f in TRADE]
    every = [(code, figures.change(desk, whole.part(code))) for code in listed[0] & listed[1]]
    moved = [(-abs(t.value), code, t) for code, t in every if t.value]
    return [trace for _, _, trace in sorted(moved, key=lambda m: m[:2])[:LEADING_PARTNERS]]
