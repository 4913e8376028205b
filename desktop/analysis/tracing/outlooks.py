"""Numbers of the outlook, down to the figures that they were made from: ``outlook:exports.median``.

Of a flow, the balance, an item or market (``outlook:imports+item:ELEC``), a month to come
(``outlook:exports@2025-09``), how it looked after one that is over, how wrong it was in a year
(``outlook:exports@2019``), a target by its number (``outlook:target:3``), or of all of them
together (``outlook:targets``); where something is looked into, of that (`outlook_within`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from desktop.analysis.tracing import outlook_past as past
from desktop.analysis.tracing.outlook_bands import of_band, of_point
from desktop.analysis.tracing.outlook_series import Foresight, Numbers, series_of, weighed
from desktop.analysis.tracing.outlook_within import narrowed_to, numbers_within
from desktop.analysis.tracing.structure.spots import Spot, SpotKind, spot_of
from desktop.analysis.tracing.trace import Kind, Trace, TraceUnit, said
from desktop.figures.series import TRADE, Flow
from desktop.figures.wording import N_

if TYPE_CHECKING:
    from desktop.analysis.outlook.results import PartOutlook
    from desktop.analysis.tracing.trace import Said

MARK, _MONTH, _TARGET, _TARGETS = "outlook:", "@", "target:", "targets"
_CHANCE = N_("of 2,000 ways the months left may go, how many reach what is asked")
_MOVES = {
    "change": "change", "change_by_revision": "revision", "change_by_tet": "tet",
    "change_by_news": "news",
}  # fmt: skip
_USD = TraceUnit.USD


def outlook_traced(asked: Foresight, name: str) -> Trace | None:
    """Give a number of the outlook by its name; None where it says no such number."""
    if not name.startswith(MARK):
        return None
    about, _, number = name.removeprefix(MARK).rpartition(".")
    tracer = _numbers(asked, about).get(number)
    return tracer() if tracer else None


def narrowed_by(name: str) -> tuple[str, str] | None:
    """Name the item and the market that a number of an outlook is narrowed to, if to either."""
    about = name.removeprefix(MARK).rpartition(".")[0].partition(_MONTH)[0]
    return narrowed_to(about)


def outlook_names(asked: Foresight) -> Iterator[str]:
    """Every name that has an answer, but those of months to come."""
    shown = asked.outlook
    subjects = [Spot(flow).text for flow in TRADE] + (["balance"] if shown.balance else [])
    for parts in shown.parts:
        spot = Spot(parts.flow, dimension=parts.dimension)
        subjects += [spot.part(part.code).text for part in parts.parts]
    subjects += [f"{_TARGET}{c.target.number}" for c in shown.chances if c.chance is not None]
    for subject in [*subjects, _TARGETS] if shown.joint else subjects:
        yield from (f"{MARK}{subject}.{number}" for number in _numbers(asked, subject))


def _numbers(asked: Foresight, about: str) -> Numbers:
    if about.startswith(_TARGET):
        return _of_target(asked, about.removeprefix(_TARGET))
    if about == _TARGETS:
        return _of_targets(asked)
    text, _, month = about.partition(_MONTH)
    spot = spot_of(text)
    return _of_spot(asked, spot, month) if spot else {}


def _of_spot(asked: Foresight, spot: Spot, month: str) -> Numbers:
    if asked.ahead:
        return numbers_within(asked, asked.ahead, spot, month)
    if spot.of:
        return {}
    if month:
        return _of_month(asked, spot, month)
    if spot.flow is Flow.BALANCE:
        return _of_balance(asked, spot)
    return _of_part(asked, spot) if spot.kind is SpotKind.ONE else _of_flow(asked, spot)


def _of_flow(asked: Foresight, spot: Spot) -> Numbers:
    held = asked.outlook.flow(spot.flow)
    if spot.kind is not SpotKind.WHOLE or held.band is None:
        return {}
    told = dict(of_band(asked, spot, held.band, held.base))
    move = held.move
    for name, field in _MOVES.items() if move else ():
        moved = getattr(move, field)
        what = said(N_("How the median of {subject} moved since the month before"),
                    subject=spot.subject().named)  # fmt: skip
        told[name] = _fixed(asked, spot, what, moved)
    told |= _makings(asked, spot)
    for rule, error in held.record.errors.items() if held.record else ():
        what = said(N_("Mean error of the year's end of {subject} told in {month} of past years"),
                    subject=spot.subject().named, month=asked.outlook.through)  # fmt: skip
        told[f"error_{rule.value}"] = _fixed(asked, spot, what, error, TraceUnit.FRACTION)
    for needed in asked.outlook.needed if spot.flow is Flow.EXPORT else ():
        what = said(N_("Growth of the months left with which the target is met with {share}"),
                    share=needed.chance)  # fmt: skip
        name = f"needed_{round(needed.chance * 100)}"
        told[name] = _fixed(asked, spot, what, needed.growth, TraceUnit.FRACTION)
    return told


def _makings(asked: Foresight, spot: Spot) -> dict[str, Callable[[], Trace]]:
    """Give what the median is made of: level, season, Tết and the growth that goes on."""
    parts, subject = asked.outlook.flow(spot.flow).landing.parts, spot.subject().named
    if parts is None:
        return {}
    fraction = TraceUnit.FRACTION
    level = said(N_("Present level of {subject} a month, season and holidays taken out"),
                 subject=subject)  # fmt: skip
    season = said(N_("By how much the season lifts the months left of {subject} on average"),
                  subject=subject)  # fmt: skip
    going = said(N_("Underlying growth of {subject} a year"), subject=subject)
    found = {
        "level": _fixed(asked, spot, level, parts.run_rate),
        "season_lift": _fixed(asked, spot, season, parts.season, fraction),
        "underlying_growth": _fixed(asked, spot, going, parts.drift, fraction),
    }
    if parts.lunar is not None and parts.lunar_month is not None:
        weight = said(N_("What Tết changes of {subject} in {month}"),
                      subject=subject, month=parts.lunar_month)  # fmt: skip
        found["tet_weight"] = _fixed(asked, spot, weight, parts.lunar, fraction)
    return found


def _fixed(
    asked: Foresight, spot: Spot, what: Said, value: float, unit: TraceUnit = _USD
) -> Callable[[], Trace]:
    return lambda: weighed(what, value, series_of(asked, spot), unit)


def _of_part(asked: Foresight, spot: Spot) -> Numbers:
    parts = asked.outlook.parts_of(spot.flow, spot.dimension)
    held: PartOutlook | None = next(
        (part for part in parts.parts if part.code == spot.code) if parts else iter(()), None
    )
    told = dict(of_band(asked, spot, held.band, held.base)) if held else {}
    return {**told, **past.levers(asked, spot)}


def _of_balance(asked: Foresight, spot: Spot) -> Numbers:
    held = asked.outlook.balance
    if held is None or spot.kind is not SpotKind.WHOLE:
        return {}
    return of_band(asked, spot, held.band, held.base)


def _of_month(asked: Foresight, spot: Spot, text: str) -> Numbers:
    if spot.kind is not SpotKind.WHOLE or spot.flow is Flow.BALANCE:
        return {}
    point = next((p for p in asked.outlook.flow(spot.flow).fan if str(p.month) == text), None)
    if point is None:
        return past.seen(asked, spot, text) or past.year_told(asked, spot, text)
    return of_point(asked, spot, point)


def _of_target(asked: Foresight, number: str) -> Numbers:
    held = next((c for c in asked.outlook.chances if str(c.target.number) == number), None)
    if held is None or held.chance is None:
        return {}
    wanted = Trace(
        said(N_("What target {number} asks for"), number=number),
        held.low,
        TraceUnit.FRACTION if held.target.is_share else _USD,
        remark=said(N_("set by: {document}"), document=held.target.document or "–"),
    )
    flows = TRADE if held.target.flow is Flow.BALANCE else (held.target.flow,)

    def chance(value: float) -> Trace:
        made_of = [trace for flow in flows for trace in series_of(asked, Spot(flow))]
        what = said(N_("Chance that target {number} is met"), number=number)
        formula = said(_CHANCE)
        return Trace(what, value, TraceUnit.FRACTION, Kind.WEIGHED, formula, (wanted, *made_of))

    found = {"chance": held.chance, "chance_high": held.chance_high}
    return {name: partial(chance, value) for name, value in found.items() if value is not None}


def _of_targets(asked: Foresight) -> Numbers:
    joint = asked.outlook.joint
    if joint is None:
        return {}
    what = said(N_("Chance that all {count} targets are met"), count=joint.targets)
    made_of = [trace for flow in TRADE for trace in series_of(asked, Spot(flow))]
    told = Trace(
        what, joint.chance, TraceUnit.FRACTION, Kind.WEIGHED, said(_CHANCE), tuple(made_of)
    )

    def chance() -> Trace:
        return told

    return {"chance": chance}
