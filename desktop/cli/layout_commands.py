"""The commands on learned layouts: list, forget, export, import."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from rich.box import SIMPLE_HEAD

from desktop.cli.formats import formatted, write_json
from desktop.cli.listing import show
from desktop.cli.options import group, known, shared
from desktop.cli.session import Session
from desktop.cli.tables import Table
from desktop.cli.typed import FILE, NUMBER
from desktop.figures.csv_texts import write_records
from desktop.figures.directions import LearnedLayout
from desktop.figures.vintage import Vintage
from desktop.figures.wording import N_, Language

LAYOUT_COLUMNS = ("number", "name", "sender", "tables", "made_at", "made_by")
"""Columns of `layouts list --format csv`."""


layouts = group("layouts", N_("Layouts that were taught: see, teach, send to another office."))


@layouts.command("list", help=N_("List the layouts that were taught."))
@known
@formatted("table", "csv", "json")
@shared
@click.pass_obj
def layouts_list(session: Session, vintage: Vintage, form: str, archive: str | None) -> None:
    """One line a layout, by `LAYOUT_COLUMNS`."""
    with session.consulted(archive) as office:
        found = office.layouts(vintage)
    if form == "table":
        show(
            _table(found, session.language),
            N_("No layout was taught yet. Teach one: layouts propose FILE."),
            session.language,
        )
    elif form == "csv":
        write_records(map(_record, found), LAYOUT_COLUMNS, sys.stdout)
    else:
        write_json(list(map(_record, found)))


@layouts.command("forget", help=N_("Let a layout be known no more."))
@click.argument("number", metavar="LAYOUT", type=NUMBER)
@shared
@click.pass_obj
def layouts_forget(session: Session, number: int, archive: str | None) -> None:
    """Forget by the number that `layouts list` gives."""
    with session.office(archive) as office:
        office.forget_layout(number)
    click.echo(session.language._("Layout {number} is forgotten.", number=number))


@layouts.command("export", help=N_("Write a layout as a file, for another office."))
@click.argument("number", metavar="LAYOUT", type=NUMBER)
@click.argument("file", type=FILE)
@shared
@click.pass_obj
def layouts_export(session: Session, number: int, file: Path, archive: str | None) -> None:
    """Write it as JSON."""
    with session.consulted(archive) as office:
        written = office.export_layout(number, file)
    click.echo(session.language._("Written: {path}", path=written))


@layouts.command("import", help=N_("Take over a layout that another office taught."))
@click.argument("file", type=FILE)
@shared
@click.pass_obj
def layouts_import(session: Session, file: Path, archive: str | None) -> None:
    """Keep the layout of a file."""
    with session.office(archive) as office:
        kept = office.import_layout(file)
    click.echo(
        session.language._(
            "Layout {number} is known: {name}, {sender}",
            number=kept.number, name=kept.name, sender=kept.sender,
        )
    )  # fmt: skip


def _record(layout: LearnedLayout) -> dict[str, str]:
    return {
        "number": str(layout.number),
        "name": layout.name,
        "sender": layout.sender,
        "tables": str(len(layout.plans)),
        "made_at": layout.made_at,
        "made_by": layout.made_by,
    }


def _table(found: list[LearnedLayout], language: Language) -> Table:
    say = language._
    table = Table(box=SIMPLE_HEAD)
    for heading in (say("No."), say("Layout"), say("Sender"), say("Tables"), say("Taught on"),
                    say("By")):  # fmt: skip
        table.add_column(heading)
    for layout in found:
        table.add_row(
            str(layout.number), layout.name, layout.sender, str(len(layout.plans)),
            language.day_of(layout.made_at), layout.made_by,
        )  # fmt: skip
    return table
