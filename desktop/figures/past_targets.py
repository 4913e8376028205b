"""Viet Nam's export targets of past years, to try rules and methods on.

Source: ``resources/targets.csv``, which gives the document of each.
"""

from __future__ import annotations

import csv
import re
from functools import cache

from desktop.figures.places import resource
from desktop.figures.series import HERE, Flow
from desktop.figures.target import Target, TargetMeasure
from desktop.figures.wording import BILLION

_FIRST_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@cache
def past_targets() -> tuple[Target, ...]:
    """The targets of exports by year, by growth where so stated; a range by its lower end."""
    with resource("targets.csv").open(encoding="utf-8", newline="") as lines:
        found = [_target(line) for line in csv.DictReader(lines) if line["country"] == HERE]
    return tuple(target for target in found if target)


def _target(line: dict[str, str]) -> Target | None:
    for measure, column, unit in (
        (TargetMeasure.GROWTH, "target_growth_pct", 0.01),
        (TargetMeasure.VALUE, "target_value_bn_usd", BILLION),
    ):
        number = _FIRST_NUMBER.match(line[column])
        if number:
            low = round(float(number[0]) * unit, 6)
            year = int(line["year_or_fy"])
            return Target(Flow.EXPORT, measure, year, low, low, document=line["target_source"])
    return None
