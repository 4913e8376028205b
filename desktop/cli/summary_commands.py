"""The commands on reports: summary, and the placeholders of an office's own template."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop.cli.options import asked, asked_on_path, shared
from desktop.cli.passwords import said_password
from desktop.cli.session import Session
from desktop.cli.structure_commands import asked_within
from desktop.cli.typed import FILE
from desktop.figures.finding_texts import in_words
from desktop.figures.summary_sheets import STANDARD_SHEETS, sheets_named
from desktop.figures.wording import N_
from desktop.workflow import ReportChoices, YearAsked

if TYPE_CHECKING:
    from desktop.workflow import FilledTemplate

NOTHING_NEW = 4
"""Exit status where --if-new finds that nothing changed."""
OUT = click.option("--out", required=True, type=FILE, help=N_("The file to write."))


@click.command("summary", help=N_("Write the summary workbook."))
@OUT
@asked_on_path
@click.option(
    "--sheets",
    default=",".join(STANDARD_SHEETS),
    show_default=True,
    help=N_("Which sheets, by commas. One that others take figures from is hidden instead."),
)
@click.option("--market", default="", help=N_("Say more of one market or bloc, as of US."))
@click.option("--item", default="", help=N_("Say more of one item or group, as of STEEL."))
@click.option(
    "--judged-by",
    metavar="FINGERPRINT",
    help=N_("Say so where the rules of warning are not those that had this fingerprint."),
)
@click.option("--template", type=FILE, metavar="FILE.xlsx",
              help=N_("Fill the office's own workbook instead, by its placeholders."))  # fmt: skip
@click.option("--password-file", "password", type=click.Path(path_type=Path, allow_dash=True),
              metavar="FILE",
              help=N_("The password of a locked template: the file's first line; - asks for it."),
              )  # fmt: skip
@click.option("--if-new", is_flag=True,
              help=N_("Write nothing and end with status 4 if nothing changed since the last."),
              )  # fmt: skip
@click.option("--rebuild", type=FILE, metavar="FILE.xlsx",
              help=N_("Make this summary again as it was, whatever came since."))  # fmt: skip
@shared
@click.pass_obj
def summary(  # noqa: PLR0913, PLR0917 - click passes options by name
    session: Session,
    out: Path,
    asked: YearAsked,
    sheets: str,
    market: str,
    item: str,
    judged_by: str | None,
    template: Path | None,
    password: Path | None,
    if_new: bool,  # noqa: FBT001 - as above
    rebuild: Path | None,
    archive: str | None,
) -> int | None:
    """Write it in the language that is spoken; one that is made again in its own."""
    if if_new and rebuild:
        said_twice = N_("Of --if-new and --rebuild only one can be asked for.")
        raise click.UsageError(session.language._(said_twice))
    wanted = sheets_named(sheets)
    market, item = asked_within(session, market, item)
    choices = ReportChoices.of(asked, item=item, market=market)
    with session.consulted(archive) as office:
        said = said_password(password) if password else ""
        spoken = session.language
        if if_new and (
            office.is_filled(template, out, spoken, asked, password=said)
            if template
            else office.is_told(out, spoken, choices, sheets=wanted)
        ):
            return NOTHING_NEW
        if rebuild:
            office.rebuild_summary(rebuild, out, template=template, password=said)
            judged_by, rules = office.rules_then_and_now(rebuild)
        elif template:
            _tell(office.fill_template(template, out, spoken, asked, password=said), session)
        else:
            office.write_summary(out, spoken, choices, sheets=wanted)
        if not rebuild:
            rules = office.rules(asked.vintage).rules.fingerprint
    if judged_by and judged_by != rules:
        _tell_rules(rules, judged_by, session)
    click.echo(session.language._("Written: {path}", path=out))
    return None


@click.command(
    "placeholders",
    help=N_("Write the list of all placeholders of a template, with their values."),
)
@OUT
@asked
@shared
@click.pass_obj
def placeholders(
    session: Session,
    out: Path,
    asked: YearAsked,
    archive: str | None,
) -> None:
    """Write it as a workbook to copy from."""
    with session.consulted(archive) as office:
        written = office.write_placeholders(out, session.language, asked)
    click.echo(session.language._("Written: {path}", path=written))


def _tell_rules(now: str, then: str, session: Session) -> None:
    """Say that a summary is made again under other rules than then."""
    said = N_("The warnings are judged by other rules than then: {now}, not {then}.")
    click.echo(session.language._(said, now=now, then=then), err=True)


def _tell(filled: FilledTemplate, session: Session) -> None:
    """Say how many placeholders were filled, which had no value, and what was kept untouched."""
    say = session.language
    for finding in filled.findings:
        click.echo(in_words(finding, say), err=True)
    count = filled.answered
    click.echo(say.plural("{count} placeholder filled.", "{count} placeholders filled.", count))
    if filled.kept:
        kept = ", ".join(f"{say._(kind)} {count}" for kind, count in filled.kept)
        click.echo(say._("Kept as it was: {parts}.", parts=kept))
