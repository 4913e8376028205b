"""The command on growth and structure, and the options that choose how it is told."""

from __future__ import annotations

import click

from desktop.analysis.inside import difference
from desktop.analysis.inside_wording import difference_told
from desktop.analysis.results import Progress
from desktop.analysis.structure_results import Detail, Structure, Window
from desktop.cli.formats import formatted, write_json
from desktop.cli.inside_out import difference_json
from desktop.cli.options import Command, asked, shared
from desktop.cli.session import Session
from desktop.cli.structure_json import structure_json
from desktop.cli.structure_out import show_detail, show_structure
from desktop.cli.tables import say_line, terminal
from desktop.figures.asked_names import asked_item, asked_market
from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.finding_texts import in_words
from desktop.figures.groupings import Dimension, schemes
from desktop.figures.series import TOTAL, TRADE, WORLD, Flow
from desktop.figures.target import Scope
from desktop.figures.target_names import scope_name
from desktop.figures.wording import N_
from desktop.workflow import YearAsked


def by_structure(command: Command) -> Command:
    """Add the options that choose the months compared and the groupings."""
    grouped = click.option(
        "--grouping", "groupings", multiple=True, metavar="|".join(schemes()),
        help=N_("Group items or markets by a scheme; may be given several times."),
    )  # fmt: skip
    return grouped(by_window(command))


def by_window(command: Command) -> Command:
    """Add the option that chooses the months compared."""
    return click.option(
        "--basis", type=click.Choice([window.value for window in Window]),
        callback=lambda _context, _option, value: Window(value),
        default=Window.TO_DATE.value, show_default=True,
        help=N_("Compare the year to date, the month, or the last 12 months."),
    )(command)  # fmt: skip


@click.command("structure", help=N_("Say what trade consists of, and what made it grow."))
@asked
@by_structure
@click.option("--flow", type=click.Choice([f.value for f in TRADE]), default=Flow.EXPORT.value,
              show_default=True, help=N_("Exports or imports."))  # fmt: skip
@click.option("--market", help=N_("One market by item, by code or name: US."))
@click.option("--item", help=N_("One item by market, by code or name: WOOD."))
@formatted("table", "json")
@shared
@click.pass_obj
def structure(  # noqa: PLR0913, PLR0917 - click passes options by name
    session: Session,
    asked: YearAsked,
    basis: Window,
    groupings: tuple[str, ...],
    flow: str,
    market: str | None,
    item: str | None,
    form: str,
    archive: str | None,
) -> None:
    """Write it as tables or JSON; of one market or item, with its months beside it."""
    market, item = asked_about(session, (Flow(flow),), market, item)
    with session.consulted(archive) as office:
        seen = office.held_overview(asked)
        last, vintage = seen.through, asked.vintage
        told: Structure | Detail | None
        whole: Progress | None = None
        if market or item:
            by = Dimension.ITEM if market else Dimension.MARKET
            told = office.detail(
                Flow(flow), market or item or "", last, vintage,
                by=by, window=basis, grouping=next(iter(groupings), ""),
            )  # fmt: skip
            if told and basis is Window.TO_DATE:
                whole = office.part_progress(
                    seen, Flow(flow), vintage, item=item or "", market=market or ""
                )
        else:
            told = office.structure(last, vintage, window=basis, groupings=groupings)
    if told is None:
        raise nothing_of(session, Flow(flow), market, item)
    if form == "json":
        inside = {"difference": difference_json(difference(whole))} if whole else {}
        write_json(structure_json(told) | inside)
    elif isinstance(told, Detail):
        show_detail(told, session.language, terminal())
        if whole and (apart := difference_told(whole, session.language)):
            say_line(apart, terminal())
    else:
        show_structure(told, Flow(flow), session.language, terminal())


def nothing_of(session: Session, flow: Flow, market: str, item: str) -> Refused:
    """Say that the archive tells nothing of a market or an item, or of a flow, by its name."""
    scope = Scope(flow, item or TOTAL, market or WORLD)
    name = scope_name(scope, session.language)
    return Refused(Finding(Severity.ERROR, "nothing_of", found=name))


def asked_within(session: Session, market: str, item: str) -> tuple[str, str]:
    """Give the codes of a market and an item, either of which may be left out, or a group.

    Raises a usage error for a name that no catalogue has.
    """
    market, _ = asked_about(session, TRADE, market, "")
    _, item = asked_about(session, TRADE, "", item)
    return market, item


def asked_about(
    session: Session, flows: tuple[Flow, ...], market: str | None, item: str | None
) -> tuple[str, str]:
    """Give the codes of a market or an item, by code or name; empty where none is asked for.

    Raises a usage error for both at once, or for a name that no catalogue has.
    """
    if market and item:
        raise click.UsageError(session.language._("Give a market or an item, not both."))
    try:
        return asked_market(market) if market else "", asked_item(item, *flows) if item else ""
    except Refused as refusal:
        found, lang = refusal.findings[0], session.language
        raise click.UsageError(in_words(found, lang)) from None
