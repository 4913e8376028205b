"""The demonstration: the main job on the sample returns, from an empty archive to a summary."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import click

from desktop.analysis.results import Overview
from desktop.cli import status_out
from desktop.cli.progress_bar import progress_bar
from desktop.cli.session import Session, system_language
from desktop.cli.tables import terminal
from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.layouts import layout_name
from desktop.figures.places import sample
from desktop.figures.target import TargetChange
from desktop.figures.wording import N_
from desktop.workflow import Office, Outcome
from desktop.workflow.example import SAMPLES, TARGETS_2025

ARCHIVE, SUMMARY, PICTURE = "archive.sqlite3", "summary.xlsx", "overview.png"


@click.command("demo", help=N_("Do the main job on the sample returns, in a fresh archive."))
@click.option("--folder", type=click.Path(path_type=Path, file_okay=False), default=Path("demo"),
              help=N_("Where to put the archive, the summary and the picture."))  # fmt: skip
@click.option("--no-window", is_flag=True, help=N_("Do not open the window at the end."))
@click.option("--language", "_language", type=click.Choice(("vi", "en")), expose_value=False,
              help=N_("Language of what is shown: your system's, "
                      "in the window the one last chosen."))  # fmt: skip
@click.pass_obj
def demo(session: Session, folder: Path, no_window: bool) -> None:  # noqa: FBT001 - click's flag
    """Import, show, write, and open the window where there is a screen."""
    say = session.language._
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _remove_old(folder)
    except OSError as error:
        raise Refused(Finding(Severity.ERROR, "folder_not_made", about=str(folder))) from error
    with session.office(str(folder / ARCHIVE)) as office:
        _import_samples(office, session)
        office.change_targets(TargetChange(added=TARGETS_2025))
        overview = office.overview()
        if overview is None:  # the samples always give one
            raise RuntimeError("the sample returns gave no overview")
        status_out.show(overview, session.language, terminal())
        written = office.write_summary(folder / SUMMARY, session.language)
        click.echo(say("Written: {path}", path=written))
        _draw(overview, office, folder / PICTURE, session)
    _show_window(folder, session, wanted=not no_window)


def _show_window(folder: Path, session: Session, *, wanted: bool) -> None:
    from desktop.gui.application import run, screen_available  # noqa: PLC0415 - Qt comes last

    if wanted and screen_available():
        run(
            session.open_office, place=str(folder / ARCHIVE), language=session.asked,
            first_language=system_language(),
        )  # fmt: skip
        return
    command = f"{_this_python()} -m desktop --archive {folder / ARCHIVE}"
    click.echo(session.language._("To open the window: {command}", command=command))


def _this_python() -> Path:
    """Give the interpreter's path, as short as it can be typed from here."""
    python, here = Path(sys.executable), Path.cwd()
    return python.relative_to(here) if python.is_relative_to(here) else python


def _remove_old(folder: Path) -> None:
    for name in (ARCHIVE, f"{ARCHIVE}-wal", f"{ARCHIVE}-shm", SUMMARY, PICTURE):
        (folder / name).unlink(missing_ok=True)


def _import_samples(office: Office, session: Session) -> None:
    click.echo(session.language._("Importing the sample returns into a fresh archive …"))
    with progress_bar() as progress:
        outcomes = office.take_in([sample(part) for part in SAMPLES], progress)
    _tell(outcomes, session)


def _tell(outcomes: list[Outcome], session: Session) -> None:
    stored = [o.preview for o in outcomes if o.number is not None]
    by_layout = Counter(layout_name(p.reading.layout, session.language) for p in stored)
    for layout, count in by_layout.items():
        click.echo(session.language.plural("{layout}: {count} return", "{layout}: {count} returns",
                                           count, layout=layout))  # fmt: skip
    figures = session.language.number(sum(p.figures for p in stored))
    click.echo(session.language._("{figures} figures in the archive", figures=figures))


def _draw(overview: Overview, office: Office, out: Path, session: Session) -> None:
    from desktop.gui.application import picture  # noqa: PLC0415 - Qt comes last

    picture(
        overview, out, language=session.language.code, choices=office.choices(),
        outlook=office.outlook(overview=overview),
    )  # fmt: skip
    click.echo(session.language._("Drawn: {path}", path=out))
