"""Scenarios as the terminal writes them: assumptions, effects side by side, JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from rich.box import SIMPLE_HEAD

from desktop.analysis.outlook.scenario_wording import (
    SIDE_BY_SIDE,
    assumptions,
    caveats,
    dependence_heading,
    dependence_sentence,
    effects,
    part_rows,
)
from desktop.cli.listing import show
from desktop.cli.tables import Table, say_line
from desktop.figures.groupings import Dimension
from desktop.figures.scenario_files import scenario_to_json
from desktop.figures.scenario_texts import label_of
from desktop.figures.series import TRADE, Flow
from desktop.figures.target_names import FLOW_NAMES
from desktop.figures.wording import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console

    from desktop.analysis.outlook import Assumed, Outlook
    from desktop.analysis.outlook.results import Band
    from desktop.figures.scenario import Scenario
    from desktop.figures.wording import Language

_PARTS_SHOWN = 12


def show_scenario(scenario: Scenario, lang: Language, console: Console) -> None:
    """Write a scenario's name and what is assumed."""
    say_line(f"{scenario.name}: {assumptions(scenario, lang)[0]}", console)
    for text in assumptions(scenario, lang)[1:]:
        say_line(f"  {text}", console)


def show_list(scenarios: Iterable[Scenario], lang: Language) -> None:
    """Write scenarios as a table, a line each."""
    table = Table(box=SIMPLE_HEAD)
    for heading in (lang._("No."), lang._("Scenario"), lang._("Since"), lang._("Assumptions"),
                    lang._("Whose")):  # fmt: skip
        table.add_column(heading)
    for s in scenarios:
        gone = f" ({lang._('removed')})" if s.withdrawn else ""
        table.add_row(str(s.number), s.name + gone, lang.month(s.since),
                      str(len(s.shocks)), label_of(s, lang))  # fmt: skip
    show(table, N_("No scenario is kept yet. Add one: scenario add NAME."), lang)


def show_effects(
    outlook: Outlook, found: Sequence[Assumed], lang: Language, console: Console
) -> None:
    """Write what each scenario would change, side by side with the outlook without them."""
    for one in found:
        show_scenario(one.scenario, lang, console)
        for text in caveats(one, lang):
            say_line(f"  ! {text}", console)
    without, with_ = (lang._(word) for word in SIDE_BY_SIDE)
    names = [with_] if len(found) == 1 else [one.scenario.name for one in found]
    table = _table("", without, *names)
    for row in effects(outlook, found, lang):
        table.add_row(row.name, row.before, *row.after)
    console.print(table)
    _show_parts(found, names, lang, console)
    if told := dependence_sentence(found[0], lang):
        say_line(told, console)


def _show_parts(
    found: Sequence[Assumed], names: Sequence[str], lang: Language, console: Console
) -> None:
    headings = {Dimension.MARKET: lang._("Market"), Dimension.ITEM: lang._("Item")}
    for flow in TRADE:
        for dimension, heading in headings.items():
            rows = part_rows(found, flow, dimension, lang)
            if not rows:
                continue
            by_item = dimension is Dimension.ITEM and flow is Flow.EXPORT
            beside = [dependence_heading(found[0], lang)] if by_item else []
            what = f"{heading} ({lang._(FLOW_NAMES[flow])})"
            table = _table(what, lang._("Without"), *names, *beside)
            for row in rows[:_PARTS_SHOWN]:
                table.add_row(
                    row.name, row.before, *row.change, *([row.dependence] if by_item else [])
                )
            console.print(table)


def _table(heading: str, *numbers: str) -> Table:
    table = Table(box=SIMPLE_HEAD)
    table.add_column(heading)
    table.add_numbers(*numbers)
    return table


def scenario_record(scenario: Scenario) -> dict[str, Any]:
    """Give a scenario by stable keys: changes as fractions, amounts in US dollars."""
    told: dict[str, Any] = json.loads(scenario_to_json(scenario))
    return {**told, "number": scenario.number, "removed": scenario.withdrawn}


def assumed_json(found: Assumed, lang: Language) -> dict[str, Any]:
    """Give what a scenario would change by stable keys; `assumption` says whose it is."""
    required = found.required
    return {
        "scenario": scenario_record(found.scenario),
        "assumption": label_of(found.scenario, lang),
        "caveats": list(caveats(found, lang)),
        "flows": {
            f.flow.value: {
                "before": _band(f.before), "after": _band(f.after), "growth": _round(f.growth)
            }
            for f in found.flows
        },
        "balance": found.balance and {
            "before": _band(found.balance[0]), "after": _band(found.balance[1])
        },
        "targets": [
            {
                "flow": c.target.flow.value, "measure": c.target.measure.value,
                "item": c.target.item, "market": c.target.market, "low": _round(c.low),
                "before": _round(c.before), "after": _round(c.after),
            }
            for c in found.chances
        ],
        "joint": found.joint and {
            "before": _round(found.joint[0].chance), "after": _round(found.joint[1].chance)
        },
        "required": required and {
            "asked_monthly": _usd(required.asked), "expected_monthly": _usd(required.before),
            "expected_monthly_after": _usd(required.after),
            "makeup": [_round(m) for m in required.makeup],
        },
        "dependence": {"market": found.dependence_on, "of_exports": _round(found.dependence)},
        "parts": [
            {
                "flow": parts.flow.value, "by": parts.dimension.value,
                "parts": [
                    {
                        "code": p.code, "before": _usd(p.before), "after": _usd(p.after),
                        "change": _usd(p.change), "dependence": _round(p.dependence),
                    }
                    for p in parts.parts
                ],
            }
            for parts in found.parts
        ],
    }  # fmt: skip


def _band(band: Band) -> dict[str, Any]:
    return {
        "median": _usd(band.median), "band_80": [_usd(v) for v in band.most],
        "band_95": [_usd(v) for v in band.nearly_all],
    }  # fmt: skip


def _usd(amount: float) -> float:
    return round(amount, -3) + 0.0


def _round(fraction: float | None) -> float | None:
    return None if fraction is None else round(fraction, 4) + 0.0
