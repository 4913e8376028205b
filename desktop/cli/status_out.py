"""The status of the year as the terminal writes it: JSON with stable keys, and a table."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console

from desktop.analysis.inside import difference
from desktop.analysis.inside_wording import LESS_MONTHS, less_months
from desktop.analysis.range_ends import paths, required_monthly, target_amounts, target_shares
from desktop.analysis.results import Contribution, MonthPoint, Overview, Progress
from desktop.analysis.structure_results import Unsaid
from desktop.analysis.wording import ORIGINS, PACE, REASONS
from desktop.analysis.yardstick_wording import beside_told, estimate_told
from desktop.cli.inside_out import difference_json, differences_told
from desktop.cli.provenance_out import source_json
from desktop.cli.season_out import season_json, season_words
from desktop.cli.standing_out import standing_json, standing_notes, standing_table
from desktop.cli.structure_json import structure_json, vintage_json
from desktop.cli.tables import UNKNOWN, Table, points, share, usd
from desktop.cli.yardsticks_out import pace_json, rest_table, yardstick_table
from desktop.figures.catalogue import items, markets
from desktop.figures.series import Flow
from desktop.figures.wording import Language, side_by_side

LEADING = 8


def as_json(overview: Overview) -> dict[str, Any]:
    """Give the status by stable keys: USD, fractions, ISO months; None is "not known"."""
    vintage, balance = overview.vintage, overview.balance
    return {
        "year": overview.year,
        "through": str(overview.through),
        "province": overview.province,
        **vintage_json(vintage),
        "exports": progress_json(overview.exports),
        "imports": progress_json(overview.imports),
        "balance_usd": balance.cumulative,
        "balance_last_year_usd": balance.last_year,
        "balance_change_usd": balance.change,
        **_sector("domestic", overview.domestic),
        **_sector("fdi", overview.fdi),
        "items": [_contribution(c) for c in overview.items],
        "markets": [_contribution(c) for c in overview.markets],
        "structure": structure_json(overview.structure) if overview.structure else None,
        "targets": [standing_json(p) for p in overview.targets],
    }


def progress_json(progress: Progress) -> dict[str, Any]:
    """Give how a flow stands, by stable keys."""
    p = progress
    return {
        "cumulative_usd": p.cumulative,
        "cumulative_origin": p.cumulative_origin and p.cumulative_origin.value,
        "cumulative_status": p.cumulative_status and p.cumulative_status.value,
        "source": source_json(p.cumulative_source),
        "sum_of_months_usd": p.sum_of_months,
        "difference": difference_json(difference(p)),
        "base_cumulative_usd": p.base_cumulative,
        "base_year_usd": p.base_year,
        "growth": p.growth,
        "growth_printed": p.growth_printed,
        "growth_printed_source": source_json(p.growth_printed_source),
        "target_usd": p.target_usd,
        "target_high_usd": p.target_high_usd,
        "target_growth": p.target_growth,
        "share_of_target": p.share_of_target,
        "phasing": p.phasing.value,
        "phasing_years": list(p.phasing_years),
        "season": season_json(p.season),
        "path_usd": p.path,
        "path_high_usd": next(iter(paths(p)[1:]), None),
        "gap_usd": p.gap,
        "months_left": p.months_left,
        "monthly_average_usd": p.monthly_average,
        "required_monthly_usd": p.required_monthly,
        "required_growth": p.required_growth,
        "status": p.status.value,
        "reason": p.reason.value,
        **pace_json(p),
        "missing_months": [str(m) for m in p.missing_months],
        "months": [_month(m) for m in p.months],
    }


def _month(point: MonthPoint) -> dict[str, Any]:
    return {
        "month": str(point.month),
        "value_usd": point.value,
        "status": point.status and point.status.value,
        "missing": point.missing and point.missing.value,
        "source": source_json(point.source),
        "last_year_usd": point.last_year,
        "growth": point.growth,
        "growth_printed": point.growth_printed,
        "growth_printed_source": source_json(point.growth_printed_source),
        "cumulative_usd": point.cumulative,
        "cumulative_origin": point.cumulative_origin and point.cumulative_origin.value,
        "growth_to_date": point.growth_to_date,
        "path_usd": point.path,
        "gap_usd": point.gap,
        "required_usd": point.required,
        "required_growth": point.required_growth,
        "average_growth": point.average_growth,
    }


def _sector(name: str, part: Contribution | None) -> dict[str, Any]:
    """Give a sector, and why there is none: no return tells of it, or a month is missing."""
    why = Unsaid.NO_FIGURE.value if part is None else None
    return {name: _contribution(part) if part else None, f"{name}_reason": why}


def _contribution(part: Contribution) -> dict[str, Any]:
    return {
        "code": part.code,
        "value_usd": part.value,
        "base_usd": part.base,
        "growth": part.growth,
        "growth_printed": part.growth_printed,
        "share": part.share,
        "contribution": part.contribution,
        "origin": part.origin.value if part.origin else None,
        "status": part.status.value,
        "source": source_json(part.source),
        "difference": difference_json(next((apart.found for apart in part.apart), None)),
    }


def show(overview: Overview, language: Language, console: Console, of: str = "") -> None:
    """Write the status as tables; `of` names the part of trade that it is of, if it is of one."""
    console.print(_headline(overview, language, of))
    if sticks := yardstick_table(overview.exports, language):
        console.print(sticks)
    if rest := rest_table(overview.exports, language):
        console.print(rest)
    for line in (*beside_told(overview.exports, language), *differences_told(overview, language)):
        console.print(line)
    above = [overview.exports.target]
    if [told.target for told in overview.targets] not in ([], above):
        console.print(standing_table(overview.targets, language))
    for note in standing_notes(overview.targets, language):
        console.print(note)
    parts = (
        (language._("Item"), overview.items, lambda c: _item(c, language)),
        (language._("Market"), overview.markets, lambda c: _market(c, language)),
    )
    for title, contributions, name in parts:
        if contributions:
            console.print(_leading(title, contributions, name, language))


def _item(code: str, language: Language) -> str:
    return items(Flow.EXPORT).name(code, language.code, short=True)


def _market(code: str, language: Language) -> str:
    return markets().name(code, language.code, short=True)


def _headline(overview: Overview, language: Language, of: str) -> Table:
    title = language.plural(
        "{count} month to {month} · billion USD",
        "{count} months to {month} · billion USD",
        overview.through.number,
        month=language.month(overview.through),
    )
    title = " · ".join(filter(None, (overview.province, of, title)))
    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD)
    table.add_column("")
    table.add_numbers(language._("Exports"), language._("Imports"))
    flows = overview.exports, overview.imports
    decimals = side_by_side(a for p in flows for a in (p.cumulative, p.target_usd, p.path))
    write = partial(usd, language=language, decimals=decimals)
    for label, told in _lines(language, write):
        table.add_row(label, told(overview.exports), told(overview.imports))
    balance = overview.balance
    moved = write(balance.change, sign=True)
    if balance.change is not None:
        moved = language._("{change} on last year", change=moved)
    table.add_row(language._("Balance"), write(balance.cumulative, sign=True), moved)
    return table


def _lines(
    language: Language, write: Callable[..., str]
) -> list[tuple[str, Callable[[Progress], str]]]:
    say, percent = language._, partial(share, language=language)
    return [
        (say("Cumulative"), lambda p: write(p.cumulative)),
        (say("Cumulative is"), lambda p: _origin(p, language)),
        (say("Growth, as printed"), lambda p: share(p.growth_printed, language, sign=True)),
        (say("Growth, recomputed"), lambda p: share(p.growth, language, sign=True)),
        (say("Target for the year"), lambda p: _ends(target_amounts(p), write)),
        (say("Share of the target"), lambda p: _ends(target_shares(p), percent)),
        (say("Path to date"), lambda p: _ends(paths(p), write)),
        (say("The path follows"), lambda p: season_words(p, language)),
        (say("Gap to the path"), lambda p: _of_low(p, write(p.gap, sign=True), language)),
        (say("Required each month left"), lambda p: _required(p, write)),
        (say("Growth that means"), lambda p: _of_low(
            p, share(p.required_growth, language, sign=True), language
        )),
        (say("Status"), lambda p: say(PACE[p.status])),
        (say("Why"), lambda p: ", ".join(
            filter(None, (say(REASONS[p.reason]), estimate_told(p, language)))
        )),
    ]  # fmt: skip


def _leading(
    title: str,
    parts: tuple[Contribution, ...],
    name: Callable[[str], str],
    language: Language,
) -> Table:
    table, leading = Table(box=SIMPLE_HEAD), parts[:LEADING]
    apart = less_months([next(iter(part.apart), None) for part in leading], language)
    table.add_column(title)
    table.add_numbers(
        language._("bn USD"),
        language._("Growth, as printed"),
        language._("Growth, recomputed"),
        language._("Points"),
        *([language._(LESS_MONTHS)] if any(apart) else ()),
    )
    decimals = side_by_side(part.value for part in leading)
    for part, beyond in zip(leading, apart, strict=True):
        table.add_row(
            name(part.code),
            usd(part.value, decimals, language),
            share(part.growth_printed, language, sign=True),
            share(part.growth, language, sign=True),
            points(part.contribution, language),
            *([beyond] if any(apart) else ()),
        )
    return table


def _ends(ends: tuple[float | None, ...], write: Callable[..., str]) -> str:
    """Write what is asked for: of a range both ends."""
    *lower, last = map(write, ends or (None,))
    return "–".join((*(text.removesuffix("%") for text in lower), last))


def _required(p: Progress, write: Callable[..., str]) -> str:
    """Write what each month left must bring; nothing where the target is reached, or none is."""
    if not p.required_monthly:
        return write(p.required_monthly)
    return _ends(required_monthly(p), write)


def _of_low(p: Progress, told: str, language: Language) -> str:
    """Say of what is told of a range's low end alone that it is of that."""
    if told == UNKNOWN or len(target_amounts(p)) == 1:
        return told
    return language._("{told} (low end)", told=told)


def _origin(progress: Progress, language: Language) -> str:
    origin = progress.cumulative_origin
    return language._(ORIGINS[origin]) if origin else "–"
