"""The commands on notes: which events are flagged in the charts, a new one, one less."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from desktop.cli.formats import formatted, write_json
from desktop.cli.listing import show
from desktop.cli.options import dated, group, shared
from desktop.cli.session import Session
from desktop.cli.tables import Table
from desktop.cli.typed import DAY, YEAR
from desktop.figures.vintage import Vintage
from desktop.figures.wording import N_

if TYPE_CHECKING:
    from desktop.figures.note import Note
    from desktop.figures.wording import Language


notes = group("notes", N_("Events that are flagged in the charts: list, add, remove."))


@notes.command("list", help=N_("List the notes that stand."))
@click.option("--year", type=YEAR, help=N_("Only notes of this year."))
@dated
@formatted("table", "json")
@shared
@click.pass_obj
def list_notes(
    session: Session, year: int | None, vintage: Vintage, form: str, archive: str | None
) -> None:
    """One line a note: its code, day, words, and who added it."""
    with session.consulted(archive) as office:
        held = [n for n in office.notes(vintage) if year in {None, n.day.year}]
    if form == "json":
        write_json([_record(n) for n in held])
    else:
        show(
            _table(held, session.language),
            N_("No event is noted for those days. Add one: notes add DAY TEXT."),
            session.language,
        )


@notes.command("add", help=N_("Note an event on its day."))
@click.argument("day", type=DAY)
@click.argument("text")
@shared
@click.pass_obj
def add(session: Session, day: date, text: str, archive: str | None) -> None:
    """Add a note."""
    with session.office(archive) as office:
        kept = office.add_note(day, text)
    say = session.language
    click.echo(say._("Note {code}: {day} · {words}", code=kept.code, day=say.date(day),
                     words=kept.text))  # fmt: skip


@notes.command("remove", help=N_("Remove a note by its code, a shipped one too."))
@click.argument("code")
@shared
@click.pass_obj
def remove(session: Session, code: str, archive: str | None) -> None:
    """Remove a note; what was written stays in the archive."""
    with session.office(archive) as office:
        office.remove_note(code)
    click.echo(session.language._("Note {code} is removed.", code=code))


@notes.command("restore", help=N_("Let a removed note stand again."))
@click.argument("code")
@shared
@click.pass_obj
def restore(session: Session, code: str, archive: str | None) -> None:
    """Take a removal back."""
    with session.office(archive) as office:
        office.restore_note(code)
    click.echo(session.language._("Note {code} stands again.", code=code))


def _record(note: Note) -> dict[str, object]:
    return {
        "code": note.code, "day": note.day.isoformat(), "text": note.text,
        "text_en": note.text_en or None, "shipped": note.shipped,
        "added_by": note.by or None, "added_at": note.at or None,
    }  # fmt: skip


def _table(held: list[Note], language: Language) -> Table:
    made = Table(box=None)
    for head in (language._("Note"), language._("Day"), language._("Event"), language._("By")):
        made.add_column(head, no_wrap=head != language._("Event"))
    for note in held:
        who = language._("shipped") if note.shipped else note.by
        made.add_row(note.code, language.date(note.day), note.words(language.code), who)
    return made
