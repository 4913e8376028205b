"""What an official teaches the archive: what names mean to a sender, and layouts of its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.figures.directions import LearnedLayout, NameDecision
from desktop.figures.vintage import LATEST, Vintage
from desktop.workflow.on_archive import OnArchive
from desktop.workflow.places import refuse_archive

if TYPE_CHECKING:
    pass


class Teaching(OnArchive):
    """The errands on names and layouts; `Office` brings the archive, the clock and the user."""

    def decide(self, made: Sequence[NameDecision]) -> int:
        """Keep what names mean to their senders; say how many decisions that changed.

        Raises `Refused`, and keeps none, where one names no code that there is.
        """
        from desktop.workflow.naming import sound  # noqa: PLC0415 - after first paint

        sound_ones = [sound(decision) for decision in made]
        return self.archive.add_decisions(sound_ones, at=self._clock(), by=self._user)

    def decisions(self, vintage: Vintage = LATEST) -> list[NameDecision]:
        """The decisions in force, by sender, kind, flow and label."""
        return self.archive.decisions(vintage)

    def forget_decision(self, decision: NameDecision) -> None:
        """Let a name be undecided again; `Refused` where nothing is decided of it."""
        self.archive.forget_decision(decision, at=self._clock(), by=self._user)

    def export_decisions(self, path: Path) -> Path:
        """Write the decisions in force as CSV, for another office."""
        from desktop.workflow.naming import write_decisions  # noqa: PLC0415 - as above

        refuse_archive(path, self.location)
        return write_decisions(path, self.decisions())

    def import_decisions(self, path: Path) -> int:
        """Keep the decisions of a CSV file, all or none; say how many of them changed something.

        Raises `Refused` with a finding for every line that cannot be kept.
        """
        from desktop.workflow.naming import read_decisions  # noqa: PLC0415 - as above

        made = read_decisions(path)
        return self.archive.add_decisions(made, at=self._clock(), by=self._user)

    def learn(self, layout: LearnedLayout) -> LearnedLayout:
        """Keep a layout for its sender, and give it with its number."""
        return self.archive.add_layout(layout, at=self._clock(), by=self._user)

    def layouts(self, vintage: Vintage = LATEST) -> list[LearnedLayout]:
        """The layouts learned, by sender and name."""
        return self.archive.layouts(vintage)

    def forget_layout(self, number: int) -> None:
        """Let a layout count no more."""
        self.archive.forget_layout(number, at=self._clock(), by=self._user)

    def export_layout(self, number: int, path: Path) -> Path:
        """Write a layout as a file, for another office."""
        from desktop.workflow.layout_files import write_layout  # noqa: PLC0415 - as above

        refuse_archive(path, self.location)
        return write_layout(path, number, self.layouts())

    def import_layout(self, path: Path) -> LearnedLayout:
        """Keep the layout of a file, and give it with its number."""
        from desktop.workflow.layout_files import read_layout  # noqa: PLC0415 - as above

        return self.learn(read_layout(path))
