"""The import errand in the window: choose files, read, review, write, and undo what was written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.figures.finding import Refused
from desktop.figures.finding_texts import in_words
from desktop.figures.layouts import sender_name
from desktop.gui.session import Session
from desktop.gui.shell.notice import Message
from desktop.gui.tokens import Tone
from desktop.gui.undo_history import Change

if TYPE_CHECKING:
    from desktop.figures.directions import LearnedLayout
    from desktop.figures.progress import Progress
    from desktop.figures.wording import Language
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

    def __init__(self, session: Session) -> None:
        """Work in a session."""
        super().__init__()
        self._session = session
        self._writing = False
        self.newest: frozenset[int] = frozenset()
        """The numbers of the returns that the last import stored."""

    # Reading ---------------------------------------------------------------------------------

    def preview(self, paths: Sequence[Path], reported_on: date | None = None) -> None:
        """Read files and compare them with the archive; nothing is written."""
        files = list(paths)
        if not files:
            return
        self._session.memory.folder = str(files[0].parent)
        lang = self._session.language

        def read(office: Office, progress: Progress) -> list[Preview]:
            previews = office.preview(files, progress, reported_on=reported_on)
            for preview in previews:
                preview.reading.unpack()  # the review looks at every file's
            return previews

        self._session.run("preview", read, self.read.emit, lang._("Reading returns"))
        self.reading.emit()

    # Writing ---------------------------------------------------------------------------------

    def accept(
        self, previews: Sequence[Preview], layouts: Mapping[Path, LearnedLayout] | None = None
    ) -> None:
        """Write what was reviewed, and keep the layouts that it taught, by the files' paths.

        A cancel falls between two returns; those before it stay. While that is under way nothing
        more is accepted: a key pressed twice is one.
        """
        if self._writing:
            return
        self._writing = True
        accepted = [p for p in previews if p.acceptable]
        told: list[str] = []

        def write(office: Office, progress: Progress) -> list[Outcome]:
            outcomes = office.accept(accepted, progress)
            written = {o.preview.path for o in outcomes if not (o.refused or o.waits)}
            taught = [one for path, one in (layouts or {}).items() if path in written]
            told.append(_learned(office, taught, self._session.language))
            return outcomes

        job = self._session.job("accept", write, self._session.language._("Writing to the archive"))
        job.succeeded.connect(lambda outcomes: self._take(outcomes, " ".join(told)))
        job.cancelled.connect(lambda done: self._stopped(accepted, done))
        job.ended.connect(self._end_writing)
        self._session.jobs.start(job)

    def _end_writing(self) -> None:
        self._writing = False

    def _take(self, outcomes: Sequence[Outcome], learned: str) -> None:
        self._remember(outcomes)
        self.written.emit(outcomes)
        self._session.archive_changed.emit()
        told = self._told(outcomes)
        self.said.emit(replace(told, remedy=f"{told.remedy} {learned}".strip()))

    def _remember(self, outcomes: Sequence[Outcome]) -> None:
        """Let what was stored be undone by one word; what waits an approver decides on."""
        stored = frozenset(o.number for o in outcomes if o.number is not None)
        self.newest = stored or self.newest
        numbers = tuple(o.number for o in outcomes if o.number is not None and not o.waits)
        if numbers:
            self._session.undo_history.add(self._undoable(numbers, counts=True, made=True))

    def _told(self, outcomes: Sequence[Outcome]) -> Message:
        lang = self._session.language
        failed = [o.finding for o in outcomes if o.finding and o.refused]
        stored = [o for o in outcomes if o.number is not None]
        figures = sum(o.preview.figures for o in stored)
        waits = any(o.waits for o in stored)
        files = (
            lang.plural("{count} return submitted", "{count} returns submitted", len(stored))
            if waits
            else lang.plural("{count} return imported", "{count} returns imported", len(stored))
        )
        text = lang._("{files}: {figures} figures.", files=files, figures=lang.number(figures))
        back = self._way_back(stored)
        if failed and stored:
            told = Message.about(failed[0], Tone.BAD, lang, *back)
            return replace(told, remedy=f"{told.remedy} {text}".strip())
        if failed:
            return Message.about(failed[0], Tone.BAD, lang)
        if not stored:
            return Message(Tone.PRIMARY, lang._("Nothing was added: all of it is in already."))
        again = _in_already([o.preview.path for o in outcomes if o.number is None], lang)
        later = lang._("What was submitted counts when it is approved.") if waits else ""
        return Message(Tone.GOOD, text, f"{later} {again}".strip(), *back)

    def _way_back(self, stored: Sequence[Outcome]) -> tuple[str, Callable[[], None] | None]:
        """Give the button that undoes what was stored; none for what waits to be approved."""
        if any(o.waits for o in stored):
            return "", None
        return self._session.language._("Undo"), self._undo

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
        text = lang.plural(
            "The import was stopped; {count} return had been written: {names}.",
            "The import was stopped; {count} returns had been written: {names}.",
            len(stored),
            names=_names([o.preview.path for o in stored]),
        )
        self.said.emit(Message(Tone.PRIMARY, text, left, *self._way_back(stored)))

    # Undoing ---------------------------------------------------------------------------------

    def _undo(self) -> None:
        self._session.undo_history.undo(self)

    def _redo(self) -> None:
        self._session.undo_history.redo(self)

    def _undoable(self, numbers: tuple[int, ...], *, counts: bool, made: bool) -> Change:
        """Say how returns that count by now are withdrawn, or withdrawn ones count again.

        What was `made` is undone; what was undone is made again.
        """

        def start_undo(then: Callable[[Change], None]) -> Job:
            job = self._changing(numbers, withdraw=counts, undone=made)
            opposite = self._undoable(numbers, counts=not counts, made=not made)
            job.succeeded.connect(lambda _: then(opposite))
            self._session.jobs.start(job)
            return job

        return Change(self, start_undo)

    def withdraw(self, numbers: Sequence[int]) -> None:
        """Withdraw returns by number; that can be undone like any other change."""
        self._change(tuple(numbers), withdraw=True)

    def restore(self, numbers: Sequence[int]) -> None:
        """Let withdrawn returns count again."""
        self._change(tuple(numbers), withdraw=False)

    def _change(self, numbers: tuple[int, ...], *, withdraw: bool) -> None:
        job = self._changing(numbers, withdraw=withdraw, undone=False)
        change = self._undoable(numbers, counts=not withdraw, made=True)
        job.succeeded.connect(lambda _: self._session.undo_history.add(change))
        self._session.jobs.start(job)

    def _changing(self, numbers: Sequence[int], *, withdraw: bool, undone: bool) -> Job:
        """Make the job that changes whether returns count; the notice of it offers the way back."""
        lang = self._session.language
        title = lang._("Undoing the import") if withdraw else lang._("Restoring the import")

        def work(office: Office, _progress: object) -> None:
            step = office.undo if withdraw else office.redo
            for number in numbers:
                step(number)

        job = self._session.job("withdraw", work, title)
        job.succeeded.connect(
            lambda _: self._changed(len(numbers), withdraw=withdraw, undone=undone)
        )
        return job

    def _changed(self, count: int, *, withdraw: bool, undone: bool) -> None:
        lang = self._session.language
        self._session.archive_changed.emit()
        if withdraw:
            text = lang.plural(
                "{count} return no longer counts.", "{count} returns no longer count.", count
            )
        else:
            text = lang.plural(
                "{count} return counts again.", "{count} returns count again.", count
            )
        label, back = (lang._("Redo"), self._redo) if undone else (lang._("Undo"), self._undo)
        self.said.emit(Message(Tone.GOOD, text, button=label, pressed=back))


def _learned(office: Office, taught: Sequence[LearnedLayout], lang: Language) -> str:
    """Keep layouts, and say of whom they are, or why they were not kept."""
    try:
        kept = [office.learn(layout) for layout in taught]
    except Refused as refusal:  # the figures are written all the same
        return in_words(refusal.findings[0], lang, in_window=True)
    if not kept:
        return ""
    senders = dict.fromkeys(sender_name(layout.sender, lang) for layout in kept)
    return lang._(
        "Kept as a layout of {sender}: its next files are read by themselves.",
        sender=", ".join(senders),
    )


def _in_already(files: Sequence[Path], lang: Language) -> str:
    """Say which files added nothing; empty where every one did."""
    if not files:
        return ""
    return lang.plural(
        "{count} file was in already: {names}.",
        "{count} files were in already: {names}.",
        len(files),
        names=_names(files),
    )


def _names(files: Sequence[Path]) -> str:
    names = ", ".join(path.name for path in files[:_MOST_NAMED])
    return names + (" …" if len(files) > _MOST_NAMED else "")
