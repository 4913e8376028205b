"""What officials taught, looked after in the window: changed, forgotten, exchanged as files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.figures.finding import Refused
from desktop.figures.finding_texts import remedy, sentence
from desktop.gui import dialogs
from desktop.gui.kept_state import KeptState, bring_back, kept_now
from desktop.gui.overwriting import asked, is_overtaken
from desktop.gui.parts.shortcuts import add_keys
from desktop.gui.session import Session
from desktop.gui.shell.notice import Message
from desktop.gui.telling import not_kept
from desktop.gui.tokens import Tone
from desktop.gui.undo_history import Change

if TYPE_CHECKING:
    from desktop.figures.directions import LearnedLayout, NameDecision
    from desktop.gui.jobs import Job
    from desktop.gui.received.kept_dialog import KeptDialog
    from desktop.workflow import Office

_Deed = Callable[["Office"], Any]
_Telling = Callable[[Any], Message | None]
_Answer = tuple[Any, KeptState, KeptState, int]
_MOST_TOLD = 3
_NO_FILE_NAME = str.maketrans('/\\:*?"<>|', "---------")


class Knowing(QObject):
    """Opens the dialog of names and layouts, and does what it asks for, one deed after another.

    What a deed changed can be taken back and done again, with the dialog or without it.
    """

    said = Signal(object)  # Message

    def __init__(self, session: Session, window: QWidget) -> None:
        """Take the window that the dialog belongs to."""
        super().__init__(window)
        self._session, self._window = session, window
        self._waiting: list[Job] = []  # the first of them is under way
        self.dialog: KeptDialog | None = None
        self._seen: int | None = None  # the archive's last change when its lists were shown

    def open(self) -> None:
        """Show the dialog; its lists come when the archive has answered."""
        if self.dialog is not None:
            return
        from desktop.gui.received.kept_dialog import KeptDialog  # noqa: PLC0415 - first paint first

        dialog = self.dialog = KeptDialog(self._window, self._session)
        self._session.theme.dress(dialog)
        dialog.decided.connect(self._decide)
        dialog.dropped.connect(self._take_dropped)
        dialog.names.forget_asked.connect(self._forget)
        dialog.layouts.forget_asked.connect(self._forget)
        dialog.names.import_asked.connect(self._import_names)
        dialog.layouts.import_asked.connect(self._import_layout)
        dialog.names.export_asked.connect(lambda _: self._export_names())
        dialog.layouts.export_asked.connect(self._export_layout)
        dialog.finished.connect(self._closed)
        history = self._session.undo_history
        undo, redo = partial(history.undo, self), partial(history.redo, self)
        add_keys(dialog, ("Ctrl+Z",), "", undo, anywhere=True)
        add_keys(dialog, ("Ctrl+Shift+Z", "Ctrl+Y"), "", redo, anywhere=True)
        dialog.open()
        self._do(lambda _office: None, lambda _: None)

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    # The road ----------------------------------------------------------------------------------

    def _do(self, deed: _Deed, telling: _Telling, undone: Callable[[], None] | None = None) -> Job:
        """Do a deed after those before it, show what is kept then, and tell what was done.

        What it changes can be taken back; a deed that takes something back says so by `undone`.
        """
        job = self._session.job("kept", lambda office, _: _carried_out(deed, office, self._seen))
        job.succeeded.connect(lambda answer: self._show(answer, deed, telling, undone))
        job.ended.connect(self._go_on)
        self._waiting.append(job)
        if len(self._waiting) == 1:
            self._session.jobs.start(job)
        return job

    def _go_on(self) -> None:
        self._waiting.pop(0)
        if self._waiting:
            self._session.jobs.start(self._waiting[0])

    def _undoable(self, before: KeptState, after: KeptState) -> Change:
        def start_undo(then: Callable[[Change], None]) -> Job:
            text = self._session.language._("Names and layouts are as they were.")
            return self._do(
                lambda office: bring_back(office, after, before),
                lambda _: _good(text),
                lambda: then(self._undoable(after, before)),
            )

        return Change(self, start_undo)

    def _show(
        self, answer: _Answer, deed: _Deed, telling: _Telling, undone: Callable[[], None] | None
    ) -> None:
        gave, before, after, self._seen = answer
        refused = isinstance(gave, Refused)
        if undone is None and not before.alike(after):
            self._session.undo_history.add(self._undoable(before, after))
        elif undone is not None and not refused:
            undone()
        told = self._refusal(gave, deed, telling, undone) if refused else telling(gave)
        if self.dialog is not None:
            self.dialog.show_kept(list(after.names), list(after.layouts))
            if told is not None:
                self.dialog.notice.say(told)
        elif told is not None:
            self.said.emit(told)

    def _refusal(
        self, refusal: Refused, deed: _Deed, telling: _Telling, undone: Callable[[], None] | None
    ) -> Message:
        lang, findings = self._session.language, refusal.findings
        if is_overtaken(refusal):
            return asked(findings[0], lambda: self._do(deed, telling, undone), lang)
        if len(findings) == 1:
            return not_kept(findings[0], lambda: self._do(deed, telling, undone), lang)
        told = [sentence(finding, lang) for finding in findings[:_MOST_TOLD]]
        if more := len(findings) - len(told):
            told.append(lang._("and {count} more", count=lang.number(more)))
        return Message(Tone.BAD, "\n".join(told), remedy(findings[0], lang, in_window=True))

    # The deeds ---------------------------------------------------------------------------------

    def _decide(self, decision: NameDecision) -> None:
        text = self._session.language._("Decided: “{name}”", name=decision.label)
        self._do(lambda office: office.decide([decision]), lambda _: _good(text))

    def _forget(self, kept: tuple[NameDecision | LearnedLayout, ...]) -> None:
        from desktop.figures.directions import NameDecision  # noqa: PLC0415 - first paint first

        lang = self._session.language
        first = kept[0].label if isinstance(kept[0], NameDecision) else kept[0].name
        text = lang._("Forgotten: “{name}”", name=first)
        if len(kept) > 1:
            text = lang._("Forgotten: {count}", count=lang.number(len(kept)))
        told = Message(
            Tone.GOOD, text, button=lang._("Undo"), pressed=lambda: self._bring_back(kept)
        )
        self._do(lambda office: _forgotten(office, kept), lambda _: told)

    def _bring_back(self, kept: tuple[NameDecision | LearnedLayout, ...]) -> None:
        text = self._session.language._("Brought back: {count}", count=len(kept))
        self._do(lambda office: _kept_again(office, kept), lambda _: _good(text))

    def _import_names(self) -> None:
        path = self._file_in("csv")
        if path is not None:
            self.take_names(path)

    def _take_dropped(self, paths: Sequence[Path]) -> None:
        for path in paths:
            take = self.take_layout if path.suffix.lower() == ".json" else self.take_names
            take(path)

    def take_names(self, path: Path) -> None:
        """Take decisions over from a file."""
        self._do(lambda office: office.import_decisions(path), self._names_came)

    def _names_came(self, count: int) -> Message:
        lang = self._session.language
        if not count:
            return _good(lang._("The file brought nothing new."))
        return _good(
            lang.plural("{count} decision taken over", "{count} decisions taken over", count)
        )

    def _import_layout(self) -> None:
        path = self._file_in("json")
        if path is not None:
            self.take_layout(path)

    def take_layout(self, path: Path) -> None:
        """Take a layout over from a file."""
        lang = self._session.language
        self._do(
            lambda office: office.import_layout(path),
            lambda held: _good(lang._("Layout taken over: {name}", name=held.name)),
        )

    def _export_names(self) -> None:
        path = self._file_out("names.csv")
        if path is not None:
            self._do(lambda office: office.export_decisions(path), self._written)

    def _export_layout(self, held: LearnedLayout | None) -> None:
        if held is None or held.number is None:
            return
        number, path = held.number, self._file_out(f"{held.name.translate(_NO_FILE_NAME)}.json")
        if path is not None:
            self._do(lambda office: office.export_layout(number, path), self._written)

    def _written(self, path: Path) -> Message:
        return _good(self._session.language._("Copy saved: {name}", name=path.name))

    # Files -------------------------------------------------------------------------------------

    def _file_in(self, suffix: str) -> Path | None:
        folder = self._session.memory.folder
        return dialogs.kept_to_read(self._over, self._session.language, folder, suffix)

    def _file_out(self, name: str) -> Path | None:
        memory = self._session.memory
        proposed = memory.out_folder / name
        out = dialogs.kept_to_write(self._over, self._session.language, str(proposed))
        if out is not None:
            memory.wrote(out)
        return out

    @property
    def _over(self) -> QWidget:
        return self.dialog or self._window


def _good(text: str) -> Message:
    return Message(Tone.GOOD, text)


def _carried_out(deed: _Deed, office: Office, seen: int | None) -> _Answer:
    """Do a deed, and give its answer, or its refusal, with what is kept before and after it.

    It is refused where a colleague did otherwise after the change that was `seen`.
    """
    from desktop.gui.review.words import read_catalogues  # noqa: PLC0415 - not on the first paint

    read_catalogues()  # here, off the window's thread: the lists name what every code means
    before = kept_now(office)
    try:
        with office.as_seen(seen):
            gave: Any = deed(office)
    except Refused as refusal:  # told in the dialog, which covers the window's own notice
        gave = refusal
    return gave, before, kept_now(office), office.changes


def _forgotten(office: Office, kept: tuple[NameDecision | LearnedLayout, ...]) -> None:
    from desktop.figures.directions import NameDecision  # noqa: PLC0415 - first paint first

    for one in kept:
        if isinstance(one, NameDecision):
            office.forget_decision(one)
        elif one.number is not None:
            office.forget_layout(one.number)


def _kept_again(office: Office, kept: tuple[NameDecision | LearnedLayout, ...]) -> None:
    """Keep again what was forgotten: as decided now, by whoever brings it back."""
    from desktop.figures.directions import (  # noqa: PLC0415 - first paint first
        LearnedLayout,
        NameDecision,
    )

    names = [k for k in kept if isinstance(k, NameDecision)]
    office.decide([replace(name, decided_at="", decided_by="") for name in names])
    for layout in kept:
        if isinstance(layout, LearnedLayout):
            office.learn(replace(layout, made_at="", made_by="", number=None))
