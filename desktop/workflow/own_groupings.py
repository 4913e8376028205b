"""An office's own groupings: kept in its archive, so that every desk counts by the same."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.groupings import take_over
from desktop.figures.office_groupings import OfficeGroupings, office_groupings
from desktop.figures.vintage import LATEST, Vintage
from desktop.reports.saving import save_whole
from desktop.workflow.office_groupings import (
    check_groupings,
    file_beside,
    file_for_all,
    forget_for_all,
    use_for_all,
)
from desktop.workflow.on_archive import OnArchive
from desktop.workflow.text_files import text_of

if TYPE_CHECKING:
    from desktop.archive import Archive
    from desktop.figures.kept_text import KeptText

_KEPT = "groupings.csv"
"""What those of the archive are called where something is amiss in them."""


class OwnGroupings(OnArchive):
    """The errands on groupings; `Office` brings the archive, the clock and the user."""

    groupings_amiss: tuple[Finding, ...] = ()
    """Why the office's own groupings do not count, where they were laid last."""
    _read_only: bool

    def lay_groupings(self, vintage: Vintage = LATEST) -> tuple[Finding, ...]:
        """Let the archive's groupings count, or those of the user; say why they cannot.

        Of a vintage those that were known by its moment: its day of report alters none.
        """
        self._lay(self.archive, vintage)
        return self.groupings_amiss

    @contextmanager
    def grouped_as_of(self, vintage: Vintage) -> Iterator[None]:
        """Let the groupings of a vintage count meanwhile: what is made again is told by them."""
        if vintage.known_by is None:
            yield
            return
        self.lay_groupings(vintage)
        try:
            yield
        finally:
            self.lay_groupings()

    def _lay(self, archive: Archive, vintage: Vintage = LATEST) -> None:
        kept = archive.groupings(Vintage(known_by=vintage.known_by))
        try:
            found = self._found(kept)
        except Refused as refusal:
            found, self.groupings_amiss = None, refusal.findings
        else:
            self.groupings_amiss = found.findings if found and found.refused else ()
        take_over(found.schemes if found and not found.refused else {})

    def _found(self, kept: KeptText | None) -> OfficeGroupings | None:
        """Read what the archive has, else the file that lay beside it, else the one for all."""
        if kept and kept.text:
            return office_groupings(kept.text, _KEPT)
        beside = None if kept else file_beside(self.location)
        place = beside or file_for_all()
        return check_groupings(place) if place else None

    def _grouped(self, archive: Archive) -> Archive:
        """Let the groupings of an archive count that was just opened, and give it.

        What lay in a file beside it until now is kept in it; once, and where it is sound. The file
        stays where it is, and counts no more.
        """
        place = None if self._read_only else file_beside(self.location)
        if place and archive.groupings() is None:
            with suppress(Refused):  # what is wrong with it is told where it is laid
                if not check_groupings(place).refused:
                    archive.set_groupings(text_of(place), at=self._clock(), by=self._user)
        self._lay(archive)
        return archive

    def use_groupings(self, path: Path, *, everywhere: bool = False) -> OfficeGroupings:
        """Keep a file's groupings in the archive, or for all of the user's, and let them count.

        Nothing changes where something in it is wrong. Raises `Refused` where it cannot be read, or
        not be kept.
        """
        if everywhere:
            found = use_for_all(path)
        elif not (found := check_groupings(path)).refused:
            self.put_groupings(text_of(path))
        self.lay_groupings()
        return found

    def put_groupings(self, text: str) -> None:
        """Let groupings count that did before, by their text; an empty one lets none count."""
        self.archive.set_groupings(text, at=self._clock(), by=self._user)
        self.lay_groupings()

    def groupings_text(self) -> str:
        """The archive's own groupings as a file to be edited; empty where there are none."""
        kept = self.archive.groupings()
        return kept.text if kept else ""

    def export_groupings(self, out: Path) -> None:
        """Write the archive's own groupings as a file; `Refused` where there are none."""
        text = self.groupings_text()
        if not text:
            raise Refused(Finding(Severity.ERROR, "no_office_groupings"))
        save_whole(text.encode(), out)

    def every_groupings(self) -> list[KeptText]:
        """All groupings that the archive ever had, newest first."""
        return self.archive.every_groupings()

    def restore_groupings(self, number: int) -> None:
        """Let groupings that the archive had count again; `Refused` where it had none of those."""
        held = {kept.number: kept.text for kept in self.every_groupings()}
        if number not in held:
            raise Refused(Finding(Severity.ERROR, "no_such_groupings", found=str(number)))
        self.put_groupings(held[number])

    def forget_groupings(self) -> str:
        """Let those of the archive count no more, else those for all; say which.

        `Refused` where there are none.
        """
        if self.groupings_text():
            self.put_groupings("")
            return str(self.location)
        gone = forget_for_all()
        self.lay_groupings()
        return str(gone)
