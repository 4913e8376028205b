"""The command on the year: status."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from desktop.analysis.provinces import Provinces
from desktop.analysis.structure_results import Window
from desktop.cli import provinces_out, status_out, warnings_out
from desktop.cli.formats import formatted, write_json
from desktop.cli.options import asked_on_path, shared
from desktop.cli.session import Session
from desktop.cli.structure_commands import asked_within, by_structure, nothing_of
from desktop.cli.structure_json import structure_json
from desktop.cli.structure_out import show_structure, show_within
from desktop.cli.tables import terminal
from desktop.figures.series import TOTAL, WORLD, Flow
from desktop.figures.target import Scope
from desktop.figures.target_names import flow_of_item, part_name
from desktop.figures.wording import N_
from desktop.workflow import YearAsked

if TYPE_CHECKING:
    from desktop.workflow import Office


@click.command("status", help=N_("Say how the year stands against its target."))
@asked_on_path
@formatted("table", "json")
@by_structure
@click.option("--market", default="", help=N_("Of one market or bloc, by code or name: US."))
@click.option("--item", default="", help=N_("Of one item or group, by code or name: STEEL."))
@shared
@click.pass_obj
def status(
    session: Session,
    asked: YearAsked,
    form: str,
    basis: Window,
    groupings: tuple[str, ...],
    market: str,
    item: str,
    archive: str | None,
) -> None:
    """Write the status, in JSON with the structure; ratios are fractions there."""
    market, item = asked_within(session, market, item)
    if market or item:
        with session.consulted(archive) as office:
            _write_within(session, office, asked, (market, item), form, (basis, groupings))
        return
    with session.consulted(archive) as office:
        if (several := office.provinces(asked)) is not None:
            _write_provinces(session, several, asked, form)
            return
        overview = office.held_overview(asked)
        through, vintage = overview.through, asked.vintage
        if form == "json" or _wants_structure(basis, groupings):
            told = office.structure(through, vintage, window=basis, groupings=groupings)
            overview = replace(overview, structure=told)
        if form == "json":
            report = office.warnings(YearAsked(overview.year, through, vintage))
    if form == "json":
        record = status_out.as_json(overview) | warnings_out.as_json(report, session.language)
        write_json(record)
    else:
        status_out.show(overview, session.language, terminal())
        if overview.structure:
            show_structure(overview.structure, Flow.EXPORT, session.language, terminal())


def _wants_structure(basis: Window, groupings: tuple[str, ...]) -> bool:
    """Say whether months or groups were asked for that only the structure's tables tell of."""
    return basis is not Window.TO_DATE or bool(groupings)


def _write_within(
    session: Session,
    office: Office,
    asked: YearAsked,
    codes: tuple[str, str],
    form: str,
    chosen: tuple[Window, tuple[str, ...]],
) -> None:
    """Write how a market, an item or an item within a market stands, and what is warned of it."""
    (market, item), (basis, groupings) = codes, chosen
    told = office.overview_within(asked, market=market, item=item)
    if told is None:
        raise nothing_of(session, flow_of_item(item) if item else Flow.EXPORT, market, item)
    through, vintage = told.through, asked.vintage
    report = office.warnings_within(
        YearAsked(told.year, through, vintage), item=item, market=market
    )
    within = None
    if form == "json" or _wants_structure(basis, groupings):
        within = office.structure_within(
            through, vintage, window=basis, groupings=groupings, item=item, market=market
        )
    if form == "json":
        whose = {"market": market or None, "item": item or None}
        structure = {"structure": structure_json(within) if within else None}
        warned = warnings_out.as_json(report, session.language)
        write_json(whose | status_out.as_json(told) | structure | warned)
    else:
        scope = Scope(Flow.EXPORT, item or TOTAL, market or WORLD)
        name = part_name(scope, session.language)
        status_out.show(told, session.language, terminal(), of=name)
        if within:
            show_within(within, session.language, terminal())
        warnings_out.show_sentences(report, session.language, terminal())


def _write_provinces(session: Session, told: Provinces, asked: YearAsked, form: str) -> None:
    if form == "json":
        write_json(provinces_out.as_json(told, asked.vintage))
    else:
        provinces_out.show(told, session.language, terminal())
