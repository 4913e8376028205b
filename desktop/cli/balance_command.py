"""The command on the balance: by month, against its target, and what moved it."""

from __future__ import annotations

import click
from rich.box import SIMPLE_HEAD
from rich.console import Console

from desktop.analysis.inside import difference_of_balance
from desktop.analysis.inside_wording import difference_of_balance_told
from desktop.analysis.structure.names import name_in
from desktop.analysis.structure_results import Window
from desktop.analysis.structure_view import BalanceMonth, BalanceView
from desktop.cli.formats import formatted, write_json
from desktop.cli.inside_out import difference_json
from desktop.cli.options import asked, shared
from desktop.cli.session import Session
from desktop.cli.structure_commands import asked_about, by_window, nothing_of
from desktop.cli.structure_json import structure_json
from desktop.cli.structure_out import bridge_table
from desktop.cli.tables import Table, say_line, terminal, usd
from desktop.figures.groupings import Dimension
from desktop.figures.series import TRADE, Flow
from desktop.figures.wording import N_, Language, side_by_side
from desktop.workflow import YearAsked


@click.command("balance", help=N_("Say how the trade balance runs, and what moved it."))
@asked
@by_window
@click.option("--market", default="", help=N_("The balance with one market, by code or name: US."))
@click.option("--item", default="", help=N_("The balance in one item, by code or name: STEEL."))
@formatted("table", "json")
@shared
@click.pass_obj
def balance(
    session: Session,
    asked: YearAsked,
    basis: Window,
    market: str,
    item: str,
    form: str,
    archive: str | None,
) -> None:
    """Write months and bridge: of all trade, with a market, or in an item."""
    market, item = asked_about(session, TRADE, market, item)
    with session.consulted(archive) as office:
        told = office.balance_view(asked, window=basis, market=market, item=item)
    if told is None or told.bridge.balance is None:
        raise nothing_of(session, Flow.BALANCE, market, item)
    if form == "json":
        write_json(_plain(told))
    else:
        _show(told, session.language, terminal())


def _plain(told: BalanceView) -> dict[str, object]:
    target = told.course.target
    return {
        "through": str(told.view.overview.through),
        "market": told.market,
        "item": told.item,
        "target": None if target is None else target.low,
        "months": [structure_json(month) for month in told.course.months],
        "difference": difference_json(
            difference_of_balance(told.course, told.view.overview.through)
        ),
        "bridge": structure_json(told.bridge),
    }


def _show(told: BalanceView, language: Language, console: Console) -> None:
    if told.market or told.item:
        dimension = Dimension.MARKET if told.market else Dimension.ITEM
        console.print(name_in(Flow.EXPORT, dimension, told.market or told.item, language))
    console.print(_months(told, language))
    through = told.view.overview.through
    if apart := difference_of_balance_told(told.course, through, language):
        say_line(apart, console)
    console.print(bridge_table(told.bridge, language))


def _months(told: BalanceView, language: Language) -> Table:
    say = language._
    table = Table(box=SIMPLE_HEAD)
    table.add_column(say("Month"))
    table.add_numbers(
        say("Exports"),
        say("Imports"),
        say("Balance"),
        say("A year before"),
        say("From January on"),
        say("A year before"),
        say("Path"),
    )
    months = told.course.months
    decimals = side_by_side(a for m in months for a in (m.exports, m.imports))
    for month in months:
        table.add_row(language.month(month.month), *_cells(month, decimals, language))
    return table


def _cells(month: BalanceMonth, decimals: int, language: Language) -> list[str]:
    flows = (month.exports, month.imports)
    balances = (month.balance, month.last_year, month.cumulative, month.cumulative_last_year,
                month.path)  # fmt: skip
    return [
        *(usd(a, decimals, language) for a in flows),
        *(usd(a, decimals, language, sign=True) for a in balances),
    ]
