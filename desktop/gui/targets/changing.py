"""The errands of the page of targets: change, give out, write and read the form."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.figures.finding import Refused
from desktop.figures.finding_texts import remedy, sentence
from desktop.figures.target import TargetChange
from desktop.gui.overwriting import is_overtaken
from desktop.gui.shell.notice import Message
from desktop.gui.tokens import Tone
from desktop.gui.undo_history import Change

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.figures.finding import Finding
    from desktop.figures.target import Target
    from desktop.figures.target_form import FormPreview
    from desktop.figures.target_split import Split
    from desktop.gui.jobs import Job
    from desktop.gui.session import Session
    from desktop.workflow import Office

    Make = Callable[[Office], TargetChange]

_SUBJECT = "changing targets"


class TargetChanging(QObject):
    """Makes changes as jobs, each of which can be taken back.

    `previewed` gives what a form that was read would change; nothing of it is done yet.
    """

    said = Signal(object)  # Message
    previewed = Signal(object)  # FormPreview
    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def change(self, wanted: TargetChange) -> None:
        """Make a change; what looks like a slip is asked about first."""
        if wanted:
            self._set(wanted, lambda office: office.change_targets(wanted))

    def put(self, target: Target, seen: int | None = None) -> None:
        """Set a target; it supersedes the one before. Asks as `change` does.

        `seen` is `Session.heard` as it was when the user looked, if that was a while ago.
        """
        self._set(TargetChange((target,)), lambda office: office.put_target(target), seen=seen)

    def _set(
        self, wanted: TargetChange, make: Make, *, sure: bool = False, seen: int | None = None
    ) -> None:
        from desktop.figures import target_doubts  # noqa: PLC0415 - after first paint

        seen = self._session.heard if seen is None else seen

        def work(office: Office, _: object) -> tuple[Sequence[Finding], TargetChange | None]:
            doubts = office.doubts_about(wanted, seen)
            asked = () if sure else target_doubts.asked_of(doubts)
            said = [doubt for doubt in doubts if doubt.code not in target_doubts.ASKED]
            if asked:
                return asked, None
            try:
                with office.as_seen(None if sure else seen):
                    return said, make(office)
            except Refused as refusal:
                doubts = target_doubts.asked_of(office.doubts_about(wanted, seen))
                if not (is_overtaken(refusal) and doubts):
                    raise
                return doubts, None

        def answered(answer: tuple[Sequence[Finding], TargetChange | None]) -> None:
            doubts, done = answer
            if done is not None:
                self._changed(done)
            if doubts:
                told = target_doubts.named(doubts, wanted.added, self._session.language)
                self._say_doubts(told, None if done else again)

        def again() -> None:
            self._set(wanted, make, sure=True)

        self._run(work, answered, typed=True)

    def _say_doubts(self, doubts: Sequence[Finding], again: Callable[[], None] | None) -> None:
        """Say what is odd; `again` sets it nevertheless, and is offered where nothing was set."""
        lang, first = self._session.language, doubts[0]
        words = sentence(first, lang)
        if more := len(doubts) - 1:
            words += " " + lang.plural("And {count} more.", "And {count} more.", more)
        offer = lang._("It is meant so") if again else ""
        self.said.emit(Message(Tone.WARN, words, remedy(first, lang, in_window=True), offer, again))
        self.changed.emit()

    def allocate(self, whole: Target, split: Split) -> None:
        """Give out what is left by last year's shares, by the whole's own document."""
        self._run(
            lambda office, _: office.allocate(
                whole, split, document=whole.document, issued_on=whole.issued_on
            ),
            self._changed,
        )

    def write_form(self, out: Path, split: Split, year: int | None) -> None:
        """Write the form."""
        lang = self._session.language
        self._run(
            lambda office, _: office.export_target_form(out, lang, split, year), self._written
        )

    def read_form(self, path: Path) -> None:
        """Read a form back, to be accepted or not."""
        self._run(lambda office, _: office.preview_target_form(path), self.previewed.emit)

    def accept_form(self, found: FormPreview) -> None:
        """Make the changes of a form."""
        self._run(lambda office, _: office.accept_target_form(found), self._changed, typed=True)

    def _run(self, errand: Any, then: Any, *, typed: bool = False) -> Job:
        return self._session.run(_SUBJECT, errand, then, typed=typed)

    def _changed(self, done: TargetChange) -> None:
        if done:
            self._session.undo_history.add(self._undoable(done, made=True))
        self._tell()

    def _undoable(self, done: TargetChange, *, made: bool) -> Change:
        """Say how a change is taken back; one that was taken back (not `made`) is made again."""

        def start_undo(then: Callable[[Change], None]) -> Job:
            def undone(opposite: TargetChange) -> None:
                then(self._undoable(opposite, made=not made))
                self._tell()
                self._say_undone(undone=made)

            return self._run(lambda office, _: office.change_targets(done.undone), undone)

        return Change(self, start_undo)

    def _say_undone(self, *, undone: bool) -> None:
        """Say what Ctrl+Z did: it may be pressed on a page that shows no target."""
        lang, history = self._session.language, self._session.undo_history
        if undone:
            text = lang._("The change of targets was taken back.")
            label, back = lang._("Redo"), history.redo
        else:
            text = lang._("The change of targets was made again.")
            label, back = lang._("Undo"), history.undo
        self.said.emit(Message(Tone.GOOD, text, button=label, pressed=lambda: back(self)))

    def _tell(self) -> None:
        self.changed.emit()
        self._session.archive_changed.emit()

    def _written(self, out: Path) -> None:
        lang = self._session.language
        self.said.emit(Message(Tone.GOOD, lang._("Form written: {name}", name=out.name)))
