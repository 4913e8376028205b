"""The commands on paths: how a target is spread over its months, and who chose it so."""

from __future__ import annotations

from itertools import accumulate

import click
from rich.box import SIMPLE_HEAD

from desktop.analysis.season import Season
from desktop.analysis.season_wording import told
from desktop.analysis.wording import PHASINGS
from desktop.cli.formats import formatted, write_json
from desktop.cli.listing import show
from desktop.cli.options import group, known, of_vintage, shared
from desktop.cli.season_out import season_json
from desktop.cli.session import Session
from desktop.cli.tables import Table, terminal
from desktop.cli.typed import MONTH, YEAR, WholeNumber
from desktop.figures.finding_texts import sentence
from desktop.figures.merged_provinces import merger_doubt
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.phasing import PathChoice, PathWish, Phasing
from desktop.figures.series import NATIONAL, TOTAL, WORLD, Flow
from desktop.figures.share_typing import holiday_days, numbers, scaled, shares, written
from desktop.figures.target import Scope
from desktop.figures.target_names import item_code, market_code, province_code, scope_name
from desktop.figures.vintage import Vintage
from desktop.figures.wording import N_, Language
from desktop.workflow.pathing import about

FLOWS = click.Choice([Flow.EXPORT.value, Flow.IMPORT.value, Flow.BALANCE.value])
KINDS = click.Choice([p.value for p in Phasing])


path = group("path", N_("How targets are spread over their months."))


def _about(command: click.decorators.FC) -> click.decorators.FC:
    """Add the options that say which path is meant."""
    options = (
        click.option("--year", type=YEAR, help=N_("The calendar year it is for.")),
        click.option("--from", "start", type=MONTH, help=N_("First month of another period.")),
        click.option("--months", type=WholeNumber(1, MONTHS_PER_YEAR), default=MONTHS_PER_YEAR,
                     help=N_("How many months the period has.")),
        click.option("--flow", type=FLOWS, default="export", help=N_("Exports, imports, balance.")),
        click.option("--item", default=TOTAL, help=N_("Code or name of an item or group.")),
        click.option("--market", default=WORLD, help=N_("Code or name of a market or bloc.")),
        click.option("--province", default=NATIONAL, help=N_("Name of a province.")),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


@path.command("show", help=N_("Say what a path follows, and each month's share."))
@_about
@of_vintage
@formatted("table", "json")
@shared
@click.pass_obj
def path_show(  # noqa: PLR0913, PLR0917 - one parameter an option
    session: Session,
    year: int | None,
    start: Month | None,
    months: int,
    flow: str,
    item: str,
    market: str,
    province: str,
    vintage: Vintage,
    form: str,
    archive: str | None,
) -> None:
    """Write the season that is followed."""
    first = _first(year, start, session.language)
    scope = _scope(Flow(flow), (item, market, province), first + (months - 1))
    _tell_merger(province, first + (months - 1), session.language)
    with session.consulted(archive) as office:
        found = office.season(scope, first, months, vintage=vintage)
    if form == "json":
        write_json(season_json(found))
    else:
        _show(found, session.language)


@path.command("set", help=N_("Choose how a path is spread; it supersedes the choice before."))
@_about
@click.option("--phasing", type=KINDS, default="seasonal", help=N_("How the path is spread."))
@click.option("--shares", "typed", default="", help=N_("Typed shares, one a month, in per cent."))
@click.option("--scale", is_flag=True, help=N_("Scale the typed shares to 100%."))
@click.option("--with-exceptional", is_flag=True, help=N_("Let exceptional years count too."))
@click.option("--tet-days", default="", help=N_("Days of Tết by month, such as 1:5 2:4."))
@shared
@click.pass_obj
def path_set(  # noqa: PLR0913, PLR0917 - one parameter an option
    session: Session,
    year: int | None,
    start: Month | None,
    months: int,
    flow: str,
    item: str,
    market: str,
    province: str,
    phasing: str,
    typed: str,
    scale: bool,  # noqa: FBT001 - click passes flags by name
    with_exceptional: bool,  # noqa: FBT001 - as above
    tet_days: str,
    archive: str | None,
) -> None:
    """Keep a choice, and say what it comes to."""
    first = _first(year, start, session.language)
    if bool(typed) != (phasing == Phasing.TYPED):
        raise click.UsageError(session.language._("Give --shares with --phasing typed."))
    given = numbers(typed, months) if typed else ()
    known = (scaled(given) if scale else shares(given)) if given else ()
    days = holiday_days(tet_days) if tet_days else ()
    wish = PathWish(Phasing(phasing), known, with_exceptional, days)
    scope = _scope(Flow(flow), (item, market, province), first + (months - 1))
    _tell_merger(province, first + (months - 1), session.language)
    with session.office(archive) as office:
        office.choose_path(about(scope, first, months, wish))
        found = office.season(scope, first, months)
    _show(found, session.language)


@path.command("list", help=N_("List the choices made, superseded ones too."))
@known
@formatted("table", "json")
@shared
@click.pass_obj
def path_list(session: Session, vintage: Vintage, form: str, archive: str | None) -> None:
    """One line a choice."""
    with session.consulted(archive) as office:
        choices = office.path_choices(vintage)
    if form == "json":
        write_json([_record(c) for c in choices])
        return
    say = session.language._
    table = Table(box=SIMPLE_HEAD)
    for heading in (say("No."), say("Of"), say("Months"), say("Path"), say("By"), say("When")):
        table.add_column(heading)
    for c in choices:
        of = scope_name(Scope(c.flow, c.item, c.market, c.province), session.language)
        kind = say(PHASINGS[c.wish.phasing])
        made = session.language.day_of(c.made_at)
        table.add_row(str(c.number), of, _period(c), kind, c.made_by, made)
    show(table, N_("No path was chosen: every target follows the seasonal one."), session.language)


def _scope(flow: Flow, names: tuple[str, str, str], last: Month) -> Scope:
    """Find the scope by codes or names; `Refused` where one is unknown."""
    item, market, province = names
    return Scope(
        flow,
        item if item == TOTAL else item_code(item, flow),
        market if market == WORLD else market_code(market),
        province and province_code(province, last),
    )


def _tell_merger(typed: str, last: Month, language: Language) -> None:
    """Say where a province is another since the mergers, and so whose path it is."""
    if doubt := merger_doubt(typed, last):
        click.echo(sentence(doubt, language), err=True)


def _first(year: int | None, start: Month | None, language: Language) -> Month:
    if (year is None) == (start is None):
        raise click.UsageError(language._("Give either --year or --from."))
    return start or Month(year or 0, 1)


def _show(season: Season, language: Language) -> None:
    console = terminal()
    for line in told(season, language):
        click.echo(line)
    if season.shares is None:
        return
    table = Table(box=SIMPLE_HEAD)
    table.add_column(language._("Month"))
    table.add_numbers(language._("Share, %"), language._("To date, %"))
    to_date = accumulate(season.shares)
    for index, (share, so_far) in enumerate(
        zip(written(season.shares, language), to_date, strict=True)
    ):
        table.add_row(language.month(season.start + index), share, *written([so_far], language))
    console.print(table)


def _period(choice: PathChoice) -> str:
    whole = choice.start.number == 1 and choice.months == MONTHS_PER_YEAR
    return str(choice.start.year) if whole else f"{choice.start}..{choice.end}"


def _record(choice: PathChoice) -> dict[str, object]:
    wish = choice.wish
    return {
        "number": choice.number,
        "flow": choice.flow.value,
        "item": choice.item,
        "market": choice.market,
        "province": choice.province,
        "start": str(choice.start),
        "end": str(choice.end),
        "phasing": wish.phasing.value,
        "shares": [float(share) for share in wish.shares],
        "with_exceptional": wish.with_exceptional,
        "holiday_days": {str(month): days for month, days in wish.holiday_days},
        "made_at": choice.made_at,
        "made_by": choice.made_by,
    }
