"""The command on the year: status."""

from __future__ import annotations

from dataclasses import replace

import click

from desktop.analysis.provinces import Provinces
from desktop.analysis.structure_results import Window
from desktop.cli import provinces_out, status_out, warnings_out
from desktop.cli.formats import formatted, write_json
from desktop.cli.options import asked_on_path, shared
from desktop.cli.session import Session
from desktop.cli.structure_commands import by_structure
from desktop.cli.tables import terminal
from desktop.figures.wording import N_
from desktop.workflow import YearAsked


@click.command("status", help=N_("Say how the year stands against its target."))
@asked_on_path
@formatted("table", "json")
@by_structure
@shared
@click.pass_obj
def status(
    session: Session,
    asked: YearAsked,
    form: str,
    basis: Window,
    groupings: tuple[str, ...],
    archive: str | None,
) -> None:
    """Write the status, in JSON with the structure; ratios are fractions there."""
    with session.consulted(archive) as office:
        if (several := office.provinces(asked)) is not None:
            _write_provinces(session, several, asked, form)
            return
        overview = office.held_overview(asked)
        if form == "json":
            through, vintage = overview.through, asked.vintage
            told = office.structure(through, vintage, window=basis, groupings=groupings)
            overview = replace(overview, structure=told)
            report = office.warnings(YearAsked(overview.year, through, vintage))
    if form == "json":
        record = status_out.as_json(overview) | warnings_out.as_json(report, session.language)
        write_json(record)
    else:
        status_out.show(overview, session.language, terminal())


def _write_provinces(session: Session, told: Provinces, asked: YearAsked, form: str) -> None:
    if form == "json":
        write_json(provinces_out.as_json(told, asked.vintage))
    else:
        provinces_out.show(told, session.language, terminal())
