"""An office's own warning rules and groupings: put in force by a file, and taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.figures.finding import Refused
from desktop.figures.wording import N_
from desktop.gui.overwriting import keep
from desktop.gui.session import Session
from desktop.gui.shell.notice import Message
from desktop.gui.tokens import Tone
from desktop.gui.undo_history import Change

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.gui.jobs import Job
    from desktop.workflow import Office

RULES, GROUPINGS = "rules", "groupings"
_FROM_NOW_ON = N_(
    "The rules of {name} are in force from now on; an earlier day is judged by its own."
)
_TAKEN = {
    RULES: N_("The rules of {name} are in force."),
    GROUPINGS: N_("The groupings of {name} count for this archive."),
}


@dataclass(frozen=True, slots=True)
class _Step:
    """What was put in force: of which kind, the text before it and its own."""

    kind: str
    before: str
    after: str


class InForce(QObject):
    """Puts a file in force; what was before it can be brought back, and the file again."""

    said = Signal(object)  # Message

    def __init__(self, session: Session) -> None:
        """Work in a session."""
        super().__init__()
        self._session = session

    def put(self, kind: str, path: Path) -> None:
        """Let a file's rules, or groupings, count for this archive, or say what is wrong there."""

        def work(office: Office, _progress: Any) -> _Step:
            before = _text(office, kind)
            _take(office, kind, path)
            return _Step(kind, before, _text(office, kind))

        def taken(step: _Step) -> None:
            history, lang = self._session.undo_history, self._session.language
            self._session.archive_changed.emit()
            history.add(self._undoable(step))
            back = kind == RULES and self._session.selection.vintage.looks_back
            words = lang._(_FROM_NOW_ON if back else _TAKEN[kind], name=path.name)
            undo = lang._("Undo")
            self.said.emit(
                Message(Tone.GOOD, words, button=undo, pressed=lambda: history.undo(self))
            )

        keep(self._session, kind, work, taken, self._session.heard)

    def _undoable(self, step: _Step) -> Change:
        def start_undo(then: Callable[[Change], None]) -> Job:
            def undone(_nothing: object) -> None:
                self._session.archive_changed.emit()
                then(self._undoable(replace(step, before=step.after, after=step.before)))

            return keep(
                self._session, step.kind, lambda office, _: _put(office, step.kind, step.before),
                undone, self._session.heard,
            )  # fmt: skip

        return Change(self, start_undo)


def _text(office: Office, kind: str) -> str:
    return office.rules_text() if kind == RULES else office.groupings_text()


def _take(office: Office, kind: str, path: Path) -> None:
    if kind == RULES:
        office.set_rules(path)
    elif (found := office.use_groupings(path)).refused:
        raise Refused(*found.findings)


def _put(office: Office, kind: str, text: str) -> None:
    if kind == GROUPINGS:
        office.put_groupings(text)
        return
    with TemporaryDirectory() as folder:
        file = Path(folder) / "rules.toml"
        file.write_text(text, "utf-8")
        office.set_rules(file)
