"""The commands on where a year will end: outlook, backtest."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from desktop.analysis.outlook import Assumed, Outlook
from desktop.cli import outlook_archive_out, outlook_out, outlook_within_out, scenario_out
from desktop.cli.formats import formatted, write_json
from desktop.cli.options import of_vintage, refuse_contradiction, shared
from desktop.cli.session import Session
from desktop.cli.structure_commands import asked_within, nothing_of
from desktop.cli.tables import terminal
from desktop.cli.typed import FILE, MONTH, YEAR, MonthParameter
from desktop.figures.finding import Refused
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.series import Flow
from desktop.figures.target_names import flow_of_item
from desktop.figures.vintage import LATEST, Vintage
from desktop.figures.wording import N_
from desktop.workflow import YearAsked
from desktop.workflow.landing_files import Asked, backtest_of, outlook_of

if TYPE_CHECKING:
    from desktop.workflow import Office

CALENDARS = {"auto": None, "lunar": True, "plain": False}


class ThroughParameter(MonthParameter):
    """A month written YYYY-MM, or its number alone (1-12) where the year is given."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Month:
        """Parse, or fail as a usage error."""
        year = ctx.params.get("year") if ctx else None
        if year and isinstance(value, str) and value.isdecimal():
            value = f"{year}-{value}"
        return super().convert(value, param, ctx)


_series = click.option(
    "--series", "file", type=FILE, required=True, metavar="FILE.csv",
    help=N_("A file of monthly series: series, year, month, value."),
)  # fmt: skip
_series_instead = click.option(
    "--series", "file", type=FILE, metavar="FILE.csv",
    help=N_("Monthly series of a file (series, year, month, value) instead of the archive."),
)  # fmt: skip
_calendar = click.option(
    "--calendar", type=click.Choice(tuple(CALENDARS)), default="auto", show_default=True,
    help=N_("Whether the year turns on the lunar new year; by default as the figures show."),
)  # fmt: skip
_break = click.option(
    "--break", "break_at", type=MONTH,
    help=N_("First month of a new definition: none before it counts."),
)  # fmt: skip


@click.command("outlook", help=N_("Say where the year will end, and how sure that is."))
@_series_instead
@click.option("--year", type=YEAR, is_eager=True, help=N_("The year; by default the newest."))
@click.option("--through", type=ThroughParameter(), help=N_("The last month to count."))
@of_vintage
@click.option("--scenario", "scenarios", multiple=True, metavar="NAME",
              help=N_("What this scenario would change; two stand side by side."))  # fmt: skip
@click.option("--market", default="", help=N_("Of one market or bloc, by code or name: US."))
@click.option("--item", default="", help=N_("Of one item or group, by code or name: STEEL."))
@_calendar
@_break
@formatted("table", "csv", "json")
@shared
@click.pass_obj
def outlook(  # noqa: PLR0913, PLR0917 - click passes options by name
    session: Session,
    file: Path | None,
    year: int | None,
    through: Month | None,
    vintage: Vintage,
    scenarios: tuple[str, ...],
    market: str,
    item: str,
    calendar: str,
    break_at: Month | None,
    form: str,
    archive: str | None,
) -> None:
    """Write the outlook of the archive, or the landing of every series in a file."""
    if file is None:
        refuse_contradiction(session, year, through)
        of_a_file = {"--format csv": form == "csv", "--calendar": calendar != "auto",
                     "--break": break_at}  # fmt: skip
        _refuse_any(session, of_a_file, N_("{option} is of a file of series: name it by --series."))
        with session.consulted(archive) as office:
            asked = _AskedOfArchive(YearAsked(year, through, vintage), scenarios, market, item)
            _of_archive(session, office, asked, form)
        return
    of_the_archive = {"--scenario": scenarios, "--market": market, "--item": item}
    _refuse_any(
        session, of_the_archive, N_("{option} is of an archive: it is told of no file of --series.")
    )
    if vintage != LATEST:
        raise click.UsageError(session.language._("A file has no vintages."))
    if through is None or through != Month((year or through.year) - 1, MONTHS_PER_YEAR):
        refuse_contradiction(session, year, through)
    found = outlook_of(file, Asked(year, through, CALENDARS[calendar], break_at))
    if form == "json":
        write_json(outlook_out.as_json(found, session.language))
    elif form == "csv":
        outlook_out.write_quantiles(found, sys.stdout)
    else:
        outlook_out.show(found, session.language, terminal())


def _refuse_any(session: Session, given: Mapping[str, object], words: str) -> None:
    """Refuse the first option that was given and does not belong here."""
    if option := next((option for option, value in given.items() if value), None):
        raise click.UsageError(session.language._(words, option=option))


class _AskedOfArchive(NamedTuple):
    """What is asked of an archive: a year, and what of it."""

    year: YearAsked
    scenarios: tuple[str, ...]
    market: str
    item: str


def _of_archive(session: Session, office: Office, asked: _AskedOfArchive, form: str) -> None:
    """Write the outlook of all trade, with scenarios, or of a part."""
    if asked.market or asked.item:
        if asked.scenarios:
            raise click.UsageError(session.language._("A scenario is of all trade."))
        _write_within(session, office, asked, form)
    elif asked.scenarios:
        named = [office.scenario_named(name, asked.year.vintage) for name in asked.scenarios]
        _write_assumed(session, *office.assumed(named, asked.year), form)
    else:
        found = office.outlook(asked.year)
        if found is None:
            raise Refused(office.nothing_told(asked.year.vintage))
        _write_outlook(session, found, form)


def _write_outlook(session: Session, found: Outlook, form: str) -> None:
    if form == "json":
        write_json(outlook_archive_out.outlook_json(found, session.language))
    else:
        outlook_archive_out.show_outlook(found, session.language, terminal())


def _write_within(session: Session, office: Office, asked: _AskedOfArchive, form: str) -> None:
    market, item = asked_within(session, asked.market, asked.item)
    overview = office.held_overview(asked.year)
    told = office.outlook_within(overview, item=item, market=market)
    if told is None or not (told.exports or told.imports):
        flow = flow_of_item(item) if item else Flow.EXPORT
        raise nothing_of(session, flow, market, item)
    if form == "json":
        write_json(outlook_within_out.within_json(told))
    else:
        outlook_within_out.show_within(told, session.language, terminal())


def _write_assumed(session: Session, told: Outlook, found: tuple[Assumed, ...], form: str) -> None:
    lang = session.language
    if form == "json":
        record = outlook_archive_out.outlook_json(told, lang)
        write_json({**record, "scenarios": [scenario_out.assumed_json(a, lang) for a in found]})
    else:
        outlook_archive_out.show_outlook(told, lang, terminal())
        scenario_out.show_effects(told, found, lang, terminal())


@click.command("backtest", help=N_("Say how good the outlook would have been in past years."))
@_series
@click.option("--from", "first", type=YEAR, help=N_("The first year; by default the earliest."))
@click.option("--to", "last", type=YEAR, help=N_("The last year; by default the newest complete."))
@click.option("--out", type=FILE, required=True, metavar="FILE.csv",
              help=N_("Where all quantiles are written."))  # fmt: skip
@_calendar
@_break
@shared
@click.pass_obj
def backtest(
    session: Session,
    file: Path,
    first: int | None,
    last: int | None,
    out: Path,
    calendar: str,
    break_at: Month | None,
    archive: str | None,  # noqa: ARG001 - every command takes it
) -> None:
    """Write 199 quantiles for every origin, and the track record as a table."""
    asked = Asked(lunar=CALENDARS[calendar], break_at=break_at)
    tracks = backtest_of(file, out, asked, first, last)
    outlook_out.show_tracks(tracks, session.language, terminal())
