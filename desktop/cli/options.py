"""What every command shares: its options, the parsing of months, days and shares, the office."""

from __future__ import annotations

import getpass
import locale
import os
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from desktop.figures.finding import Finding
from desktop.figures.finding_texts import remedy, sentence
from desktop.figures.month import Month
from desktop.figures.phasing import Phasing
from desktop.figures.vintage import LATEST, Vintage
from desktop.figures.wording import LANGUAGES, N_, Language, language
from desktop.workflow import Office, YearAsked, default_location, this_desk

if TYPE_CHECKING:
    from collections.abc import Iterator

Command = Callable[..., Any]


@dataclass(slots=True)
class Session:
    """What a command is given: the language, the clock, the archive named before the command.

    `asked` is the language asked for by name; None leaves the window the one it remembers.
    `vintage` is the one that the command asks for: the groupings known by then count.
    """

    language: Language
    clock: Callable[[], datetime]
    location: str | None = None
    asked: str | None = None
    vintage: Vintage = LATEST

    @contextmanager
    def consulted(self, archive: str | None) -> Iterator[Office]:
        """Give the office to be asked only: nothing is created, an archive need not be writable.

        Where there is no archive yet, an empty one is asked.
        """
        place = self.place(archive)
        if exists(place):
            with Office(place, clock=self.clock, user=getpass.getuser(), read_only=True) as office:
                if self.vintage.known_by:
                    office.lay_groupings(self.vintage)
                yield office
                self._say_amiss(office)
        else:
            with TemporaryDirectory() as folder, self.open_office(f"{folder}/empty") as office:
                yield office

    @contextmanager
    def office(self, archive: str | None) -> Iterator[Office]:
        """Give the office on an archive, and close it after; a clock that is wrong is told."""
        with self.open_office(archive) as office:
            yield office
            self._say_amiss(office)
            if office.is_open:
                self._say(office.clock_doubt())

    def _say(self, finding: Finding | None) -> None:
        """Say on standard error what is odd."""
        if finding is not None:
            words = f"{sentence(finding, self.language)} {remedy(finding, self.language)}"
            click.echo(words, err=True)

    def open_office(self, archive: str | None) -> Office:
        """Open the office on an archive, or the one named before the command, or the user's own."""
        place = self.place(archive)
        return Office(place, clock=self.clock, user=getpass.getuser(), desk=this_desk())

    def know_groupings(self, archive: str | None) -> None:
        """Let the archive's own groupings count before what was typed is looked up by name."""
        if exists(self.place(archive)):
            with self.open_office(archive) as office:
                office.lay_groupings()

    def _say_amiss(self, office: Office) -> None:
        """Say why the office's own groupings do not count."""
        for finding in office.groupings_amiss:
            self._say(finding)

    def place(self, archive: str | None) -> str | Path:
        """Where the archive is: named by the command, before it, or the user's own."""
        return archive or self.location or default_location()


def exists(place: str | Path) -> bool:
    """Say whether there is an archive's file; of a server it is taken for granted."""
    path = str(place).removeprefix("sqlite:///")
    return "://" in path or Path(path).expanduser().exists()


def system_language() -> str:
    """Language of the user's system: English where it says so, else Vietnamese."""
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    name = (next(filter(None, named), None) or locale.getlocale()[0] or "").casefold()
    return "en" if name.startswith(("en", "c", "posix")) or not name else "vi"


def language_in(arguments: list[str]) -> str | None:
    """Language asked for on the command line, known before the options are parsed (for --help)."""
    for here, word in enumerate(arguments):
        asked = word.partition("=")[2] if word.startswith("--language=") else ""
        if word == "--language" and here + 1 < len(arguments):
            asked = arguments[here + 1]
        if asked in LANGUAGES:
            return asked
    return None


class MonthParameter(click.ParamType[Month]):
    """A month written YYYY-MM."""

    name = "YYYY-MM"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Month:
        """Parse, or fail as a usage error."""
        if isinstance(value, Month):
            return value
        try:
            return Month.parse(value)
        except ValueError:
            self.fail(_say(ctx, N_("{value} is not a month written YYYY-MM"), value), param, ctx)


class DayParameter(click.ParamType[date]):
    """A day written YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Parse, or fail as a usage error."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(_say(ctx, N_("{value} is not a day written YYYY-MM-DD"), value), param, ctx)


class MomentParameter(click.ParamType["date | datetime"]):
    """A day written YYYY-MM-DD, or a moment of it: YYYY-MM-DDTHH:MM:SS, with or without a zone."""

    name = "YYYY-MM-DD[THH:MM]"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> date | datetime:
        """Parse, or fail as a usage error; a moment without a zone is in the clock's."""
        if isinstance(value, date):
            return value
        try:
            if len(value) <= len("YYYY-MM-DD"):
                return date.fromisoformat(value)
            moment = datetime.fromisoformat(value)
        except ValueError:
            said = N_("{value} is not a day, nor a moment written YYYY-MM-DDTHH:MM")
            self.fail(_say(ctx, said, value), param, ctx)
        session = ctx.find_object(Session) if ctx else None
        if moment.tzinfo is None and session:
            return moment.replace(tzinfo=session.clock().tzinfo)
        return moment.astimezone() if moment.tzinfo is None else moment


def _say(ctx: click.Context | None, text: str, value: object) -> str:
    session = ctx.find_object(Session) if ctx else None
    return (session.language if session else language("en"))._(text, value=value)


_source_help: dict[int, str | None] = {}
"""Help texts as written, by holder, so that a second language starts from the source again."""

MONTH, DAY, MOMENT = MonthParameter(), DayParameter(), MomentParameter()
YEAR = click.IntRange(1900, 2199)


def shared(command: Command) -> Command:
    """Add the options that every command has."""
    archive = click.option(
        "--archive",
        metavar="PATH|URL",
        help=N_("The archive to use; by default your own, in your data directory."),
    )
    spoken = click.option(
        "--language",
        "_language",
        type=click.Choice(LANGUAGES),
        expose_value=False,
        help=N_("Language of what is shown; by default your system's."),
    )
    return archive(spoken(command))


def asked(command: Command) -> Command:
    """Add the options that choose a year, a month and a vintage, and hand them on as `asked`.

    A month that lies in another year than the one chosen is a usage error.
    """

    @wraps(command)
    def handed(
        *given: Any, year: int | None, through: Month | None, vintage: Vintage,
        phasing: str | None = None, **options: Any,
    ) -> Any:  # fmt: skip
        session = click.get_current_context().find_object(Session)
        assert session is not None
        refuse_contradiction(session, year, through)
        on = Phasing(phasing) if phasing else None
        return command(*given, **options, asked=YearAsked(year, through, vintage, on))

    command = of_vintage(handed)
    for option in (
        click.option("--through", type=MONTH, help=N_("The last month to count.")),
        click.option("--year", type=YEAR, help=N_("The year; by default the newest.")),
    ):
        command = option(command)
    return command


def asked_on_path(command: Command) -> Command:
    """Add the options of `asked`, and the one that chooses how the target's path is spread."""
    ways = click.Choice([p.value for p in Phasing if p is not Phasing.TYPED])
    return asked(click.option("--phasing", type=ways, help=N_("How the path is spread."))(command))


def known(command: Command) -> Command:
    """Add the option that asks for what had been decided by a moment, as a vintage."""
    return click.option(
        "--known-by", "-k", type=MOMENT,
        help=N_("Only what was imported, undone, decided here by this day or moment."),
    )(_as_vintage(command))  # fmt: skip


def dated(command: Command) -> Command:
    """Add the options that choose a vintage: the day of report, and what was known here."""
    reported = N_("Count only what was reported or issued by this day.")
    return click.option("--as-of", type=DAY, help=reported)(known(command))


def of_vintage(command: Command) -> Command:
    """Add the options that choose a vintage, be it the first release of every figure."""
    printed = N_("Figures as first printed.")
    return click.option("--first-release", is_flag=True, help=printed)(dated(command))


def _as_vintage(command: Command) -> Command:
    @wraps(command)
    def handed(*given: Any, **options: Any) -> Any:
        told = (options.pop(name, None) for name in ("as_of", "first_release", "known_by"))
        as_of, first_release, known_by = told
        vintage = Vintage(as_of, bool(first_release), known_by)
        if session := click.get_current_context().find_object(Session):
            session.vintage = vintage
        return command(*given, **options, vintage=vintage)

    return handed


def refuse_contradiction(session: Session, year: int | None, through: Month | None) -> None:
    """Raise a usage error where the month asked for lies in another year than the one asked for."""
    if year is not None and through is not None and through.year != year:
        raise click.UsageError(
            session.language._("{month} is not in {year}.", month=str(through), year=year)
        )


def translate(command: click.Command, spoken: Language) -> None:
    """Put every help text of a command, its options and its sub-commands into a language."""
    for holder in (command, *command.params):
        source = _source_help.setdefault(id(holder), getattr(holder, "help", None))
        if source:
            setattr(holder, "help", spoken._(source))  # noqa: B010 - commands and options alike
    for inner in getattr(command, "commands", {}).values():
        translate(inner, spoken)
