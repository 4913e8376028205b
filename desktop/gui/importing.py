"""The import errand in the window: choose files, read, review, write, and undo what was written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance

from desktop.figures.finding_texts import remedy, sentence
from desktop.gui.session import Session
from desktop.gui.shell.notice import Message
from desktop.gui.tokens import Tone

if TYPE_CHECKING:
    from desktop.gui.jobs import Job
    from desktop.workflow import Office, Outcome, Preview

_MOST_NAMED = 3


class Importing(QObject):
    """Runs the errand's steps as jobs; the window shows what they give."""

    reading = Signal()
    read = Signal(object)  # list[Preview]
    written = Signal(object)  # list[Outcome]
    stopped = Signal(object)  # the outcomes before a cancel
    said = Signal(object)  # Message
    did, undid, redid = Signal(), Signal(), Signal()

    def __init__(self, session: Session) -> None:
        """Start with nothing to undo."""
        super().__init__()
        self._session = session
        self._done: list[tuple[int, ...]] = []
        self._undone: list[tuple[int, ...]] = []
        self._writing = False

    # Reading ---------------------------------------------------------------------------------

    def preview(self, paths: Sequence[Path], reported_on: date | None = None) -> None:
        """Read files and compare them with the archive; nothing is written."""
        files = list(paths)
        if not files:
            return
        self._session.memory.folder = str(files[0].parent)
        lang = self._session.language
        job = self._session.job(
            "preview",
            lambda office, progress: office.preview(files, progress, reported_on=reported_on),
            lang._("Reading returns"),
        )
        job.succeeded.connect(self.read)
        self._session.jobs.start(job)
        self.reading.emit()

    # Writing ---------------------------------------------------------------------------------

    def accept(self, previews: Sequence[Preview]) -> None:
        """Write what was reviewed. A cancel falls between two returns; those before it stay.

        While that is under way nothing more is accepted: a key pressed twice is one.
        """
        if self._writing:
            return
        self._writing = True
        accepted = [p for p in previews if p.acceptable]
        job = self._session.job(
            "accept",
            lambda office, progress: office.accept(accepted, progress),
            self._session.language._("Writing to the archive"),
        )
        job.succeeded.connect(self._take)
        job.cancelled.connect(lambda done: self._stopped(accepted, done))
        job.ended.connect(self._end_writing)
        self._session.jobs.start(job)

    def _end_writing(self) -> None:
        self._writing = False

    def _take(self, outcomes: Sequence[Outcome]) -> None:
        self._remember(outcomes)
        self.written.emit(outcomes)
        self._session.archive_changed.emit()
        self.said.emit(self._told(outcomes))

    def _remember(self, outcomes: Sequence[Outcome]) -> None:
        """Let what was stored be undone by one word."""
        numbers = tuple(o.number for o in outcomes if o.number is not None)
        if numbers:
            self._done.append(numbers)
            self._undone.clear()
            self.did.emit()

    def _told(self, outcomes: Sequence[Outcome]) -> Message:
        lang = self._session.language
        failed = [o.finding for o in outcomes if o.finding and o.refused]
        if failed:
            return Message(Tone.BAD, sentence(failed[0], lang), remedy(failed[0], lang))
        stored = [o for o in outcomes if o.number is not None]
        if not stored:
            return Message(Tone.PRIMARY, lang._("Nothing was added: all of it is in already."))
        figures = sum(o.preview.figures for o in stored)
        files = lang.plural("{count} return imported", "{count} returns imported", len(stored))
        text = lang._("{files}: {figures} figures.", files=files, figures=lang.number(figures))
        return Message(Tone.GOOD, text, button=lang._("Undo"), pressed=self.undo)

    def _stopped(self, accepted: Sequence[Preview], outcomes: Sequence[Outcome]) -> None:
        """Say what had been stored by then; the rest stays under review."""
        self._remember(outcomes)
        self.stopped.emit(outcomes)
        self._session.archive_changed.emit()
        lang = self._session.language
        stored = [o for o in outcomes if o.number is not None]
        left = lang.plural(
            "{count} file was left.", "{count} files were left.", len(accepted) - len(outcomes)
        )
        if not stored:
            text = lang._("The import was stopped before anything was written.")
            self.said.emit(Message(Tone.PRIMARY, text, left))
            return
        names = ", ".join(o.preview.path.name for o in stored[:_MOST_NAMED])
        names += " …" if len(stored) > _MOST_NAMED else ""
        text = lang.plural(
            "The import was stopped; {count} return had been written: {names}.",
            "The import was stopped; {count} returns had been written: {names}.",
            len(stored),
            names=names,
        )
        self.said.emit(Message(Tone.PRIMARY, text, left, lang._("Undo"), self.undo))

    # Undoing ---------------------------------------------------------------------------------

    def undo(self) -> None:
        """Withdraw the last import."""
        if self._done:
            self._turn(self._done, self._undone, self.undid, withdraw=True)

    def redo(self) -> None:
        """Let the last withdrawn import count again."""
        if self._undone:
            self._turn(self._undone, self._done, self.redid, withdraw=False)

    def _turn(
        self, source: list[tuple[int, ...]], other: list[tuple[int, ...]], turned: SignalInstance,
        *, withdraw: bool,
    ) -> None:  # fmt: skip
        """Move the last import from one list to the other; back where the archive refuses."""
        numbers = source.pop()
        other.append(numbers)

        def back(*_: object) -> None:
            if numbers in other:  # a new import may have cleared it meanwhile
                other.remove(numbers)
            source.append(numbers)

        job = self._changing(numbers, withdraw=withdraw)
        job.succeeded.connect(lambda _: turned.emit())
        for otherwise in (job.refused, job.failed, job.cancelled):
            otherwise.connect(back)
        self._session.jobs.start(job)

    def withdraw(self, numbers: Sequence[int]) -> None:
        """Withdraw returns by number."""
        self._session.jobs.start(self._changing(numbers, withdraw=True))

    def restore(self, numbers: Sequence[int]) -> None:
        """Let withdrawn returns count again."""
        self._session.jobs.start(self._changing(numbers, withdraw=False))

    def _changing(self, numbers: Sequence[int], *, withdraw: bool) -> Job:
        lang = self._session.language
        title = lang._("Undoing the import") if withdraw else lang._("Restoring the import")

        def work(office: Office, _progress: object) -> None:
            step = office.undo if withdraw else office.redo
            for number in numbers:
                step(number)

        job = self._session.job("withdraw", work, title)
        job.succeeded.connect(lambda _: self._changed(numbers, withdraw=withdraw))
        return job

    def _changed(self, numbers: Sequence[int], *, withdraw: bool) -> None:
        lang = self._session.language
        self._session.archive_changed.emit()
        if withdraw:
            text = lang.plural(
                "{count} return no longer counts.", "{count} returns no longer count.", len(numbers)
            )
            back = self.redo if numbers in self._undone else lambda: self.restore(numbers)
        else:
            text = lang.plural(
                "{count} return counts again.", "{count} returns count again.", len(numbers)
            )
            back = self.undo if numbers in self._done else lambda: self.withdraw(numbers)
        label = lang._("Redo") if withdraw else lang._("Undo")
        self.said.emit(Message(Tone.GOOD, text, button=label, pressed=back))
