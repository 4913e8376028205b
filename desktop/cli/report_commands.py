"""The command that writes a report: a briefing page, slides, a PDF, Markdown, HTML."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop.cli.options import asked_on_path, shared
from desktop.cli.session import Session
from desktop.cli.structure_commands import asked_within
from desktop.cli.typed import FILE
from desktop.figures.vintage import LATEST
from desktop.figures.wording import N_
from desktop.workflow import ReportChoices, YearAsked

if TYPE_CHECKING:
    from desktop.figures.paper import Paper


@click.command(
    "report",
    help=N_("Write one report in several forms: what a file's name ends in says which."),
)
@click.option(
    "--out", "outs", required=True, multiple=True, type=FILE,
    metavar="FILE.docx|.pptx|.pdf|.md|.html|.xlsx", help=N_("A file to write; may be repeated."),
)  # fmt: skip
@asked_on_path
@click.option("--market", default="", help=N_("Say more of one market or bloc, as of US."))
@click.option("--item", default="", help=N_("Say more of one item or group, as of STEEL."))
@click.option("--styles", type=FILE, metavar="FILE.docx",
              help=N_("The office's own Word document, for the page and styles of a briefing."),
              )  # fmt: skip
@click.option("--rebuild", type=FILE, metavar="FILE",
              help=N_("Make again the report that this file is, as it was."))  # fmt: skip
@shared
@click.pass_obj
def report(
    session: Session,
    outs: tuple[Path, ...],
    asked: YearAsked,
    market: str,
    item: str,
    styles: Path | None,
    rebuild: Path | None,
    archive: str | None,
) -> None:
    """Write every form, or none; in the language that is spoken, or that of the report it is like.

    Raises `click.UsageError` where a report is to be like another, and yet to be chosen.
    """
    spoken = session.language
    market, item = asked_within(session, market, item)
    choices = ReportChoices.of(asked, item=item, market=market)
    if rebuild and choices != ReportChoices(vintage=LATEST):
        raise click.UsageError(session.language._("--rebuild already says what is chosen."))
    with session.consulted(archive) as office:
        if rebuild:
            choices, spoken = office.made_like(rebuild)
        with office.grouped_as_of(choices.vintage):
            written = office.write_reports(
                outs, spoken, choices, paint=_paint, styles=styles, like=rebuild
            )
    for path in written:
        click.echo(session.language._("Written: {path}", path=path))


def _paint(paper: Paper) -> bytes:
    from desktop.gui.printing.pdf import paint  # noqa: PLC0415 - Qt is only needed for a PDF

    return paint(paper)
