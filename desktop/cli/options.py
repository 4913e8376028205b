"""The options that commands share: archive and language, the year and the vintage asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from desktop.cli.session import Session
from desktop.cli.tables import head_with
from desktop.cli.typed import DAY, MOMENT, MONTH, YEAR
from desktop.figures.phasing import Phasing
from desktop.figures.vintage import LATEST, Vintage
from desktop.figures.vintage_texts import vintage_words
from desktop.figures.wording import LANGUAGES, N_, capitalised
from desktop.workflow import YearAsked

if TYPE_CHECKING:
    from desktop.figures.month import Month

Command = Callable[..., Any]
_FOR_PEOPLE = ("table", "text")
"""The formats that are read, and not taken further: they say of which vintage they are."""


def spoken(command: Command) -> Command:
    """Add the option that chooses the language; it was looked for before any is parsed."""
    return click.option(
        "--language",
        "_language",
        type=click.Choice(LANGUAGES),
        expose_value=False,
        help=N_("Language of what is shown: your system's, in the window the one last chosen."),
    )(command)


def shared(command: Command) -> Command:
    """Add the options of every command on one archive."""
    return click.option(
        "--archive",
        metavar="PATH|URL",
        help=N_("The archive to use; by default your own, in your data directory."),
    )(spoken(command))


def group(name: str, about: str) -> click.Group:
    """Make a group of commands; an archive that is named before one of them is that one's."""

    @shared
    @click.pass_obj
    def held(session: Session, archive: str | None) -> None:
        session.location = archive or session.location

    return click.group(name, help=about)(held)


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

    through = click.option("--through", type=MONTH, help=N_("The last month to count."))
    year = click.option("--year", type=YEAR, help=N_("The year; by default the newest."))
    return year(through(of_vintage(handed)))


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
        context = click.get_current_context()
        if session := context.find_object(Session):
            session.vintage = vintage
            if options.get("form") in _FOR_PEOPLE and not context.invoked_subcommand:
                head_with(_head(vintage, session))
        return command(*given, **options, vintage=vintage)

    return handed


def _head(vintage: Vintage, session: Session) -> str:
    """Say which returns count; nothing where all do, as last revised."""
    return "" if vintage == LATEST else capitalised(vintage_words(vintage, session.language))


def refuse_contradiction(session: Session, year: int | None, through: Month | None) -> None:
    """Raise a usage error where the month asked for lies in another year than the one asked for."""
    if year is not None and through is not None and through.year != year:
        raise click.UsageError(
            session.language._("{month} is not in {year}.", month=str(through), year=year)
        )
