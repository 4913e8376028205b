"""Several provinces side by side, as the terminal writes them: JSON with stable keys, a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.box import SIMPLE_HEAD

from desktop.analysis.provinces_wording import alone_told, made_of_told, sum_told
from desktop.analysis.wording import PACE, REASONS
from desktop.cli.status_out import progress_json
from desktop.cli.structure_json import vintage_json
from desktop.cli.tables import Table, share, usd
from desktop.figures.wording import side_by_side

if TYPE_CHECKING:
    from rich.console import Console

    from desktop.analysis.provinces import Provinces
    from desktop.analysis.results import Progress
    from desktop.figures.vintage import Vintage
    from desktop.figures.wording import Language


def as_json(told: Provinces, vintage: Vintage) -> dict[str, Any]:
    """Give each province and their sum by stable keys: USD, fractions, ISO months."""
    together = told.together
    return {
        "year": told.year,
        **vintage_json(vintage),
        "provinces": [
            {
                "province": o.province,
                "through": str(o.through),
                "exports": progress_json(o.exports),
                "imports": progress_json(o.imports),
            }
            for o in told.each
        ],
        "together": together
        and {
            "through": str(together.through),
            "cumulative_usd": together.cumulative,
            "base_cumulative_usd": together.base,
            "growth": together.growth,
        },
        "silent": list(told.silent),
        "broken": list(told.broken),
    }


def show(told: Provinces, language: Language, console: Console) -> None:
    """Write each province's line, and why there is no nation's."""
    say = language._
    table = Table(
        title=say("Exports of the provinces · {year} · billion USD", year=told.year),
        title_justify="left", box=SIMPLE_HEAD,
    )  # fmt: skip
    table.add_column(say("Province"))
    table.add_column(say("To month"))
    table.add_numbers(say("Exports"), say("Growth"), say("Target"), say("Of target"))
    table.add_column(say("Status"))
    for one in told.each:
        last = language.month_tick(one.through.number)
        table.add_row(one.province, last, *_numbers(one.exports, language))
    console.print(table)
    for line in (
        alone_told(told, language), sum_told(told, language), *made_of_told(told, language)
    ):  # fmt: skip
        console.print(line)


def _numbers(p: Progress, language: Language) -> tuple[str, ...]:
    decimals = side_by_side((p.cumulative, p.target_usd))  # of a small province its own
    return (
        usd(p.cumulative, decimals, language),
        share(p.quoted_growth, language, sign=True),
        usd(p.target_usd, decimals, language),
        share(p.share_of_target, language),
        f"{language._(PACE[p.status])}: {language._(REASONS[p.reason])}",
    )
