"""What every command is given: the language, the clock, and the office on the archive it names."""

from __future__ import annotations

import getpass
import locale
import os
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.finding_texts import in_words
from desktop.figures.vintage import LATEST, Vintage
from desktop.figures.wording import LANGUAGES, Language
from desktop.workflow import default_location, this_desk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.workflow import Office


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

        Where there is no archive yet, an empty one is asked; one that was named is told missing.
        """
        place = self.place(archive)
        if exists(place):
            with self._open(place, read_only=True) as office:
                if self.vintage.known_by:
                    office.lay_groupings(self.vintage)
                yield office
                self._say_amiss(office)
                self._say_doubts(office.following_doubt, of=office)
        else:
            if place != default_location():
                self._say(Finding(Severity.NOTE, "no_archive", about=str(place)))
            with TemporaryDirectory() as folder, self.open_office(f"{folder}/empty") as office:
                yield office

    @contextmanager
    def office(self, archive: str | None) -> Iterator[Office]:
        """Give the office on an archive, and close it after; a clock that is wrong is told."""
        with self.open_office(archive) as office:
            yield office
            self._say_amiss(office)
            self._say_doubts(office.clock_doubt, office.following_doubt, of=office)

    @contextmanager
    def standing(self, archive: str | None) -> Iterator[Office]:
        """Give the office on an archive that is there; `Refused` where none is: none is begun."""
        place = self.place(archive)
        if not exists(place):
            raise Refused(Finding(Severity.ERROR, "no_archive", about=str(place)))
        with self.office(archive) as office:
            yield office

    def _say_doubts(self, *doubts: Callable[[], Finding | None], of: Office) -> None:
        """Say what is odd about the archive; one that is gone by now was told of, or not needed."""
        try:
            found = [doubt() for doubt in doubts] if of.is_open else []
        except Refused:
            return
        for finding in found:
            self._say(finding)

    def _say(self, finding: Finding | None) -> None:
        """Say on standard error what is odd."""
        if finding is not None:
            words = in_words(finding, self.language)
            click.echo(words, err=True)

    def open_office(self, archive: str | None) -> Office:
        """Open the office on an archive, or the one named before the command, or the user's own."""
        place = self.place(archive)
        return self._open(place, desk=this_desk())

    def _open(self, place: str | Path, **how: Any) -> Office:
        from desktop.workflow import Office  # noqa: PLC0415 - brings what a window paints without

        return Office(place, clock=self.clock, user=getpass.getuser(), **how)

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
