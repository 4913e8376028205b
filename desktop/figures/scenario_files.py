"""Scenarios as text (JSON): kept in an archive, sent from office to office.

Such a text begins with its format and the number of its form; amounts are US dollars, changes
fractions.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from desktop.figures.json_texts import parsed
from desktop.figures.month import Month
from desktop.figures.scenario import Scenario, Shock
from desktop.figures.series import Flow

FORMAT = "export-target-tracker scenario 1"
"""First entry of such a text: what it is, and the number of its form."""
_TEXTS = ("name", "note", "made_by", "made_at")
_NUMBERS = ("volume", "price", "diverted", "monthly")
_SHOCK = ("flow", "item", "market", "tariff", "to", *_NUMBERS)


def scenario_to_json(scenario: Scenario) -> str:
    """Write a scenario; the archive's number is not part of it, nor what is left as it was."""
    plain = asdict(Shock())
    shocks = [
        {name: value for name, value in asdict(shock).items() if value != plain[name]}
        for shock in scenario.shocks
    ]
    entries = {
        "format": FORMAT, "name": scenario.name, "since": str(scenario.since),
        "note": scenario.note, "made_by": scenario.made_by, "made_at": scenario.made_at,
        "shocks": shocks,
    }  # fmt: skip
    return json.dumps(entries, ensure_ascii=False, indent=1)


def scenario_from_json(text: str) -> Scenario:
    """Read what `scenario_to_json` wrote; raises `ValueError` that names what is wrong."""
    entries = parsed(text)
    if not isinstance(entries, dict) or entries.pop("format", None) != FORMAT:
        raise ValueError(f"format is not {FORMAT!r}")
    texts = {name: _text(entries, name) for name in _TEXTS}
    since = Month.parse(_text(entries, "since"))
    listed = entries.pop("shocks", None)
    if not isinstance(listed, list):
        raise ValueError("shocks")  # noqa: TRY004 - a file's fault, not a caller's
    if entries:
        raise ValueError(next(iter(entries)))
    shocks = tuple(_shock(one) for one in listed)
    return Scenario(texts["name"], since, shocks, texts["note"], texts["made_by"], texts["made_at"])


def _shock(entries: object) -> Shock:
    if not isinstance(entries, dict):
        raise ValueError("shocks")  # noqa: TRY004 - as above
    unknown = [name for name in entries if name not in _SHOCK]
    if unknown:
        raise ValueError(unknown[0])
    told: dict[str, Any] = {n: _number(entries, n) for n in _NUMBERS if n in entries}
    if entries.get("tariff") is not None:
        told["tariff"] = _number(entries, "tariff")
    told |= {n: _text(dict(entries), n) for n in ("item", "market") if n in entries}
    to = entries.get("to", [])
    if not isinstance(to, list) or not all(isinstance(code, str) for code in to):
        raise ValueError("to")
    return Shock(Flow(entries.get("flow", Flow.EXPORT)), to=tuple(to), **told)


def _text(entries: dict[str, Any], name: str) -> str:
    value = entries.pop(name, "")
    if not isinstance(value, str):
        raise ValueError(name)  # noqa: TRY004 - as above
    return value


def _number(entries: Mapping[str, Any], name: str) -> float:
    value = entries[name]
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(name)  # noqa: TRY004 - as above
    return float(value)
