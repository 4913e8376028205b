"""The three yardsticks, and what stands beside them, as the terminal writes them."""

from __future__ import annotations

from typing import Any

from rich.box import SIMPLE_HEAD

from desktop.analysis.results import Progress
from desktop.analysis.yardstick_results import BestMonth, Yardstick, Yardsticks
from desktop.analysis.yardstick_wording import yardsticks_told
from desktop.cli.provenance_out import source_json
from desktop.cli.tables import Table, share
from desktop.figures.wording import Language, side_by_side


def pace_json(progress: Progress) -> dict[str, Any]:
    """Give the yardsticks and what stands beside them by stable keys."""
    beside = progress.beside_path
    return {
        "yardsticks": yardsticks_json(progress.yardsticks),
        "months_above_path": [str(month) for month in beside.above] if beside else [],
        "months_below_path": [str(month) for month in beside.below] if beside else [],
        "best_month": progress.best_month and _best(progress.best_month),
        "on_estimate": progress.on_estimate,
        "usual_revision": progress.revision,
        "status_if_revised": progress.if_revised
        and {"down": progress.if_revised[0].value, "up": progress.if_revised[1].value},
    }


def yardsticks_json(sticks: Yardsticks | None) -> dict[str, Any] | None:
    """Give the three yardsticks by stable keys; None where there are none."""
    if sticks is None:
        return None
    return {
        "growth": _yardstick(sticks.growth, ""),
        "share": _yardstick(sticks.share, ""),
        "path": _yardstick(sticks.path, "_usd"),
        "straight_line_share": sticks.straight,
    }


def _yardstick(stick: Yardstick, unit: str) -> dict[str, Any]:
    return {
        f"value{unit}": stick.value,
        f"against{unit}": stick.against,
        f"against_high{unit}": stick.against_high,
        f"difference{unit}": stick.difference,
        "verdict": stick.verdict.value,
    }


def _best(best: BestMonth) -> dict[str, Any]:
    return {
        "month": str(best.month),
        "value_usd": best.value,
        "status": best.status.value,
        "is_newest": best.is_newest,
        "of_all": best.of_all,
        "source": source_json(best.source),
    }


def yardstick_table(progress: Progress, language: Language) -> Table | None:
    """Set the three side by side; None without a target."""
    lines = yardsticks_told(progress, language)
    if not lines:
        return None
    table = Table(box=SIMPLE_HEAD)
    table.add_column(language._("Three yardsticks"))
    table.add_numbers(language._("So far"), language._("Compared with"))
    table.add_column("")
    table.add_column(language._("Difference"), justify="right")
    table.add_column(language._("Verdict"))
    for line in lines:
        table.add_row(line.name, line.value, line.against, line.what, line.difference, line.word)
    return table


def rest_table(progress: Progress, language: Language) -> Table | None:
    """Say month by month what the rest of the year must bring; None where nothing is required."""
    to_come = [point for point in progress.months if point.required]
    if not to_come:
        return None
    table = Table(box=SIMPLE_HEAD)
    table.add_column(language._("Months left"))
    table.add_numbers(
        language._("Needed, bn USD"),
        language._("Growth needed"),
        language._("At the average needed"),
    )
    decimals = side_by_side(point.required for point in to_come)
    for point in to_come:
        table.add_row(
            language.month(point.month),
            language.billions(point.required or 0.0, decimals),
            share(point.required_growth, language, sign=True),
            share(point.average_growth, language, sign=True),
        )
    return table
