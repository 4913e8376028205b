"""Files that were dropped: each goes where it makes sense, by what it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.figures.finding import Refused
from desktop.gui.overwriting import keep
from desktop.gui.session import Session
from desktop.gui.shell.notice import Message
from desktop.gui.shell.veil import FileKind, kind_by_name
from desktop.gui.tokens import Tone

if TYPE_CHECKING:
    from desktop.figures.target_form import FormPreview
    from desktop.workflow import Office

_HEADINGS = 2000
"""Letters of a first line that are looked at."""


class TakingIn(QObject):
    """Sorts files. A single workbook is looked into: forms and templates are workbooks too."""

    returns_came = Signal(object)  # list[Path]
    form_came = Signal(object)  # Path
    names_came = Signal(object)  # Path
    layout_came = Signal(object)  # Path
    template_came = Signal(object)  # Path
    said = Signal(object)  # Message

    def __init__(self, session: Session, window: QWidget) -> None:
        """Take the window that dialogs belong to."""
        super().__init__(window)
        self._session, self._window = session, window

    def take(self, paths: Sequence[Path]) -> None:
        """Take files over, each in its way; workbooks together."""
        workbooks = [p for p in paths if kind_by_name(p) is FileKind.WORKBOOK]
        for path in paths:
            match kind_by_name(path):
                case FileKind.LAYOUT:
                    self.layout_came.emit(path)
                case FileKind.NAMES if _holds_groupings(path):
                    self._use_groupings(path)
                case FileKind.NAMES:
                    self.names_came.emit(path)
                case FileKind.RULES:
                    self._set_rules(path)
                case FileKind.TEMPLATE:
                    self.template_came.emit(path)
        if len(workbooks) == 1 and workbooks[0].is_file():
            self._look_into(workbooks[0])
        elif workbooks:
            self.returns_came.emit(workbooks)

    def _look_into(self, path: Path) -> None:
        def look(office: Office, _progress: Any) -> FormPreview | FileKind:
            if office.is_template(path):
                return FileKind.TEMPLATE
            try:
                return office.preview_target_form(path)
            except Refused:
                return FileKind.WORKBOOK

        job = self._session.job("looking into", look)
        job.succeeded.connect(lambda found: self._sorted(path, found))
        self._session.jobs.start(job)

    def _sorted(self, path: Path, found: FormPreview | FileKind) -> None:
        if found is FileKind.TEMPLATE:
            self.template_came.emit(path)
        elif found is FileKind.WORKBOOK:
            self.returns_came.emit([path])
        else:
            self.form_came.emit(path)

    def _set_rules(self, path: Path) -> None:
        def put_in_force(office: Office, _progress: Any) -> tuple[str, int]:
            before = office.rules_text()
            office.set_rules(path)
            return before, office.changes

        keep(
            self._session, "rules", put_in_force,
            lambda answer: self._rules_set(path.name, *answer), self._session.heard,
        )  # fmt: skip

    def _rules_set(self, name: str, before: str, seen: int) -> None:
        lang = self._session.language
        words = lang._("The rules of {path} are in force.", path=name)
        self._session.archive_changed.emit()
        back = lambda: self._take_rules_back(before, seen)  # noqa: E731 - what the button does
        self.said.emit(Message(Tone.GOOD, words, button=lang._("Undo"), pressed=back))

    def _use_groupings(self, path: Path) -> None:
        """Let an office's own groupings count for this archive, or say what is wrong with them."""

        def use(office: Office, _progress: Any) -> tuple[str, int]:
            before = office.groupings_text()
            found = office.use_groupings(path)
            if found.refused:
                raise Refused(*found.findings)
            return before, office.changes

        keep(
            self._session, "groupings", use,
            lambda answer: self._groupings_count(path.name, *answer), self._session.heard,
        )  # fmt: skip

    def _groupings_count(self, name: str, before: str, seen: int) -> None:
        lang = self._session.language
        self._session.archive_changed.emit()
        words = lang._("The groupings of {name} count for this archive.", name=name)
        back = lambda: self._take_groupings_back(before, seen)  # noqa: E731 - what the button does
        self.said.emit(Message(Tone.GOOD, words, button=lang._("Undo"), pressed=back))

    def _take_groupings_back(self, text: str, seen: int) -> None:
        changed = self._session.archive_changed
        keep(
            self._session, "groupings", lambda office, _progress: office.put_groupings(text),
            lambda _: changed.emit(), seen,
        )  # fmt: skip

    def _take_rules_back(self, text: str, seen: int) -> None:
        def put_back(office: Office, _progress: Any) -> None:
            with TemporaryDirectory() as folder:
                file = Path(folder) / "rules.toml"
                file.write_text(text, "utf-8")
                office.set_rules(file)

        changed = self._session.archive_changed
        keep(self._session, "rules", put_back, lambda _: changed.emit(), seen)


def _holds_groupings(path: Path) -> bool:
    """Tell a file of groupings from one of names by its headings."""
    try:
        with path.open(encoding="utf-8-sig", errors="replace") as lines:
            heads = lines.readline(_HEADINGS).strip().replace(";", ",").split(",")
    except OSError:
        return False
    return {"scheme", "group", "members"} <= set(heads)
