"""The commands on early warnings: what stands, silences, the office's rules, their record."""

from __future__ import annotations

from pathlib import Path

import click

from desktop.cli import warnings_out
from desktop.cli.formats import formatted, write_json
from desktop.cli.listing import show
from desktop.cli.options import asked, known, of_vintage, shared
from desktop.cli.session import Session
from desktop.cli.tables import terminal
from desktop.cli.typed import MONTH, NUMBER, WholeNumber
from desktop.figures.month import Month
from desktop.figures.vintage import Vintage
from desktop.figures.warning_rules import Rule
from desktop.figures.wording import N_
from desktop.workflow import YearAsked

RULES = click.Choice([rule.value for rule in Rule])
MOST_MONTHS = 24


@click.group("warnings", invoke_without_command=True,
             help=N_("Early warnings: what stands now, silences, rules, record."))  # fmt: skip
@asked
@formatted("table", "json")
@shared
@click.pass_context
def warnings(
    context: click.Context,
    asked: YearAsked,
    form: str,
    archive: str | None,
) -> None:
    """Write every warning with its evidence, the gravest first."""
    session: Session = context.obj
    session.location = archive or session.location
    if context.invoked_subcommand is not None:
        return
    with session.consulted(None) as office:
        report = office.warnings(asked)
    if form == "json":
        told = warnings_out.as_json(report, session.language)
        write_json(told)
    else:
        warnings_out.show(report, session.language, terminal())


@warnings.command("silence", help=N_("Silence a warning for some months, with a reason."))
@click.argument("rule", type=RULES)
@click.argument("subject")
@click.option("--months", type=WholeNumber(1, MOST_MONTHS), default=3, show_default=True,
              help=N_("For how many months more."))  # fmt: skip
@click.option("--reason", required=True, help=N_("Why it need not be shown."))
@shared
@click.pass_obj
def silence(
    session: Session, rule: str, subject: str, months: int, reason: str, archive: str | None
) -> None:
    """Silence one of the warnings that stand now."""
    with session.office(archive) as office:
        kept = office.silence(Rule(rule), subject, months, reason)
    click.echo(
        session.language._(
            "Silence {number}: {rule} {subject} until {month}.",
            number=kept.number,
            rule=rule,
            subject=subject,
            month=session.language.month(kept.until),
        )
    )


@warnings.command("silences", help=N_("List the silences that stand."))
@known
@formatted("table", "json")
@shared
@click.pass_obj
def silences(session: Session, vintage: Vintage, form: str, archive: str | None) -> None:
    """One line a silence: until when, why, by whom."""
    with session.consulted(archive) as office:
        held = office.silences(vintage)
    if form == "json":
        records = [warnings_out.silence_record(s) for s in held]
        write_json(records)
    else:
        show(
            warnings_out.silences_table(held, session.language),
            N_("No warning is silenced."),
            session.language,
        )


@warnings.command("lift", help=N_("Let a silenced warning be heard again."))
@click.argument("number", type=NUMBER)
@shared
@click.pass_obj
def lift(session: Session, number: int, archive: str | None) -> None:
    """Lift a silence by its number."""
    with session.office(archive) as office:
        office.lift_silence(number)
    click.echo(session.language._("Silence {number} is lifted.", number=number))


@warnings.command("rules", help=N_("Write the rules in force; --set takes over a file of them."))
@click.option("--set", "path", type=click.Path(path_type=Path),
              help=N_("A file of rules that is to be in force."))  # fmt: skip
@known
@shared
@click.pass_obj
def rules(session: Session, path: Path | None, vintage: Vintage, archive: str | None) -> None:
    """Write the rules as a file to be edited, or keep an edited one."""
    if path is None:
        with session.consulted(archive) as office:
            click.echo(office.rules_text(vintage), nl=False)
        return
    with session.office(archive) as office:
        office.set_rules(path)
    click.echo(session.language._("The rules of {path} are in force.", path=path))


@warnings.command("backtest", help=N_("Say when each rule would have spoken, and what followed."))
@click.option("--from", "first", type=MONTH, help=N_("The first month to stand in."))
@click.option("--to", "last", type=MONTH, help=N_("The last month to stand in."))
@click.option("--rule", type=RULES, help=N_("Write each time that this rule would have spoken."))
@of_vintage
@formatted("table", "json")
@shared
@click.pass_obj
def backtest(
    session: Session,
    first: Month | None,
    last: Month | None,
    rule: str | None,
    vintage: Vintage,
    form: str,
    archive: str | None,
) -> None:
    """Try the rules in every month held, on the figures of one vintage."""
    with session.consulted(archive) as office:
        records = office.try_warnings(first, last, vintage)
    if rule:
        records = tuple(record for record in records if record.rule == rule)
    if form == "json":
        told = warnings_out.records_json(records)
        write_json(told)
    elif rule and records:
        terminal().print(warnings_out.firings_table(records[0], session.language))
    else:
        terminal().print(warnings_out.records_table(records, session.language))
