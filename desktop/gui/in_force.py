"""An office's own warning rules and groupings: put in force by a file, and taken back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, SignalInstance

from desktop.figures.finding import Refused
from desktop.figures.wording import N_
from desktop.gui.overwriting import keep
from desktop.gui.session import Session
from desktop.gui.shell.notice import Message
from desktop.gui.tokens import Tone

if TYPE_CHECKING:
    from desktop.workflow import Office

RULES, GROUPINGS = "rules", "groupings"
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

    did, undid, redid = Signal(), Signal(), Signal()
    said = Signal(object)  # Message

    def __init__(self, session: Session) -> None:
        """Work in a session."""
        super().__init__()
        self._session = session
        self._done: list[_Step] = []
        self._undone: list[_Step] = []

    def put(self, kind: str, path: Path) -> None:
        """Let a file's rules, or groupings, count for this archive, or say what is wrong there."""

        def work(office: Office, _progress: Any) -> _Step:
            before = _text(office, kind)
            _take(office, kind, path)
            return _Step(kind, before, _text(office, kind))

        def taken(step: _Step) -> None:
            self._done.append(step)
            self._undone.clear()
            self._session.archive_changed.emit()
            self.did.emit()
            lang = self._session.language
            words = lang._(_TAKEN[kind], name=path.name)
            self.said.emit(Message(Tone.GOOD, words, button=lang._("Undo"), pressed=self.undo))

        keep(self._session, kind, work, taken, self._session.heard)

    def undo(self) -> None:
        """Bring back what was in force before the last file."""
        if self._done:
            self._turn(self._done, self._undone, self.undid, back=True)

    def redo(self) -> None:
        """Put the file in force again that was taken back last."""
        if self._undone:
            self._turn(self._undone, self._done, self.redid, back=False)

    def _turn(
        self, source: list[_Step], other: list[_Step], turned: SignalInstance, *, back: bool
    ) -> None:
        step = source[-1]

        def done(_nothing: object) -> None:
            source.remove(step)
            other.append(step)
            self._session.archive_changed.emit()
            turned.emit()

        text = step.before if back else step.after
        keep(
            self._session, step.kind, lambda office, _progress: _put(office, step.kind, text),
            done, self._session.heard,
        )  # fmt: skip


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
