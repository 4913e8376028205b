"""How each target stands, as the terminal writes it: JSON with stable keys, and a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rich.box import SIMPLE_HEAD

from desktop.analysis.targets.agreement import at_odds
from desktop.analysis.targets.wording import fixed_base, lacks, odds
from desktop.analysis.wording import PACE
from desktop.cli.season_out import season_json
from desktop.cli.tables import Table, share, usd
from desktop.cli.targets_out import record
from desktop.cli.yardsticks_out import yardsticks_json
from desktop.figures.target_names import scope_name
from desktop.figures.target_texts import amount_name, period_name
from desktop.figures.wording import side_by_side

if TYPE_CHECKING:
    from desktop.analysis.target_results import TargetProgress, TargetVersion
    from desktop.figures.wording import Language


def standing_json(p: TargetProgress) -> dict[str, Any]:
    """Give how a target stands: USD, fractions, ISO months; None is "not known"."""
    return {
        "target": record(p.target),
        "through": str(p.through) if p.through else None,
        "elapsed": p.elapsed,
        "months_left": p.months_left,
        "base_usd": p.base,
        "base_as_of": p.base_as_of.isoformat() if p.base_as_of else None,
        "target_usd": p.low,
        "target_high_usd": p.high,
        "asked_growth": p.asked_growth,
        "cumulative_usd": p.cumulative,
        "cumulative_status": p.cumulative_status.value if p.cumulative_status else None,
        "base_cumulative_usd": p.base_cumulative,
        "growth": p.growth,
        "share_of_whole": p.share_of_whole,
        "share_of_target": p.share_of_target,
        "path_usd": p.path,
        "gap_usd": p.gap,
        "monthly_average_usd": p.monthly_average,
        "required_monthly_usd": p.required_monthly,
        "required_growth": p.required_growth,
        "yardsticks": yardsticks_json(p.yardsticks),
        "status": p.status.value,
        "reason": p.reason.value,
        "season": season_json(p.season),
        "not_told_of": list(p.silent),
        "compared_usd": p.alike[0] if p.alike else None,
        "compared_base_usd": p.alike[1] if p.alike else None,
        "months": [
            {
                "month": str(point.month),
                "value_usd": point.value,
                "cumulative_usd": point.cumulative,
                "last_year_usd": point.last_year,
                "path_usd": point.path,
                "required_usd": point.required,
            }
            for point in p.points
        ],
        "versions": [_version(version) for version in p.versions],
    }


def standing_table(standing: Sequence[TargetProgress], language: Language) -> Table:
    """Give the targets as a table, one a line."""
    say = language._
    table = Table(title=say("Targets"), title_justify="left", box=SIMPLE_HEAD)
    table.add_column(say("Of what"))
    table.add_numbers(
        say("Target"),
        say("To date"),
        say("Of target"),
        say("Growth"),
        say("Gap"),
        say("Needed monthly"),
    )
    table.add_column(say("Status"))
    for p in standing:
        table.add_row(*_cells(p, language))
    return table


def standing_notes(standing: Sequence[TargetProgress], language: Language) -> list[str]:
    """Say of each target what its figures lack, of which day its base is, and which contradict."""
    told = [(scope_name(p.scope, language), lacks(p, language)) for p in standing]
    based = [(scope_name(p.scope, language), fixed_base(p, language)) for p in standing]
    apart = [f"{odds(found, language)}." for found in at_odds(standing)]
    return [*(f"{name}: {what}." for name, what in (*told, *based) if what), *apart]


def _cells(p: TargetProgress, language: Language) -> tuple[str, ...]:
    decimals = side_by_side((p.low, p.cumulative))
    held = p.share_of_whole if p.target.is_share else p.share_of_target
    status = language._(PACE[p.status])
    if p.rests_on_estimate:
        status += f" · {language._('on an estimate')}"
    return (
        f"{scope_name(p.scope, language)} · {period_name(p.target, language)}",
        amount_name(p.target, language),
        usd(p.cumulative, decimals, language),
        share(held, language),
        share(p.growth, language, sign=True),
        usd(p.gap, decimals, language, sign=True),
        usd(p.required_monthly, decimals, language),
        status,
    )


def _version(version: TargetVersion) -> dict[str, Any]:
    return {
        "target": record(version.target),
        "target_usd": version.low,
        "target_high_usd": version.high,
        "path_usd": list(version.path) if version.path else None,
    }
