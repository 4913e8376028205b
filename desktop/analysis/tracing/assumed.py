"""Numbers with a scenario, beside those without it: ``scenario:2:exports.median``.

The name has the scenario's number, then what the outlook's name has: a flow, the balance, an item
or a market, a target (``scenario:2:target:1.chance``), or all of them (``scenario:2:targets``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.outlook.required import ASKED
from desktop.analysis.tracing.outlook_series import series_of
from desktop.analysis.tracing.outlooks import MARK as WITHOUT
from desktop.analysis.tracing.outlooks import outlook_traced
from desktop.analysis.tracing.structure.spots import Spot
from desktop.analysis.tracing.trace import Kind, Trace, TraceUnit, said
from desktop.figures.series import Flow
from desktop.figures.wording import N_

if TYPE_CHECKING:
    from desktop.analysis.outlook.results import Band
    from desktop.analysis.outlook.scenario_results import Assumed, RequiredShift
    from desktop.analysis.tracing.outlook_series import Foresight

MARK = "scenario:"
_USD, _FRACTION = TraceUnit.USD, TraceUnit.FRACTION
_FLOWS = {Flow.EXPORT: "exports", Flow.IMPORT: "imports"}
_FORMULA = N_("the same 2,000 ways the months left may go, with what “{name}” ({author}) assumes")
_WITH = N_("With scenario “{name}”")


def scenario_number(name: str) -> str:
    """Give the scenario's number in a name; empty for any other name."""
    return name.removeprefix(MARK).partition(":")[0] if name.startswith(MARK) else ""


def assumed_traced(asked: Foresight, found: Assumed, name: str) -> Trace | None:
    """Give a number with a scenario, with the same without it; None where there is none such."""
    about = name.removeprefix(MARK).partition(":")[2]
    told = assumed_numbers(found).get(about)
    if told is None:
        return None
    value, unit = told
    scenario = found.scenario
    without = outlook_traced(asked, f"{WITHOUT}{about}")
    made_of = (without,) if without else tuple(series_of(asked, Spot(Flow.EXPORT)))
    formula = said(_FORMULA, name=scenario.name, author=scenario.made_by or "–")
    what = said(_WITH, name=scenario.name)
    return Trace(what, value, unit, Kind.WEIGHED, formula, made_of)


def assumed_numbers(found: Assumed) -> dict[str, tuple[float, TraceUnit]]:
    """Every number that is told with a scenario, by its name without the scenario's."""
    told: dict[str, tuple[float | None, TraceUnit]] = {}
    for shift in found.flows:
        flow = _FLOWS[shift.flow]
        told |= _of_band(flow, shift.after)
        told[f"{flow}.growth"] = shift.growth, _FRACTION
    if found.balance:
        told |= _of_band("balance", found.balance[1])
    for chance in found.chances:
        told[f"target:{chance.target.number}.chance"] = chance.after, _FRACTION
    if found.joint:
        told["targets.chance"] = found.joint[1].chance, _FRACTION
    if found.required:
        told |= _of_required(found.required)
    for parts in found.parts:
        whole = Spot(parts.flow, dimension=parts.dimension)
        for part in parts.parts:
            if part.code:
                about = whole.part(part.code).text
                told[f"{about}.median"] = part.after, _USD
                told[f"{about}.change"] = part.change, _USD
    return {name: (value, unit) for name, (value, unit) in told.items() if value is not None}


def _of_band(about: str, band: Band) -> dict[str, tuple[float | None, TraceUnit]]:
    low, high = band.most
    return {
        f"{about}.median": (band.median, _USD),
        f"{about}.low_80": (low, _USD),
        f"{about}.high_80": (high, _USD),
    }


def _of_required(required: RequiredShift) -> dict[str, tuple[float | None, TraceUnit]]:
    makeup = {
        f"exports.makeup_{round(chance * 100)}": (more, _FRACTION)
        for chance, more in zip(ASKED, required.makeup, strict=True)
    }
    return {"exports.expected_monthly": (required.after, _USD), **makeup}
