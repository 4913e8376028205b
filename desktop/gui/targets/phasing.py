"""The errand of a path in the window: show what each way comes to, edit, keep the choice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.figures.finding import Refused
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.phasing import PathWish, Phasing
from desktop.figures.target_names import scope_name
from desktop.gui.parts.buttons import button
from desktop.gui.parts.dialog import Dialog
from desktop.gui.parts.layouts import row
from desktop.gui.parts.text import label
from desktop.gui.targets.path_keeping import Kept
from desktop.gui.targets.phasing_panel import WAYS, PhasingPanel, Seasons, Way

if TYPE_CHECKING:
    from desktop.figures.target import Scope
    from desktop.figures.wording import Language
    from desktop.gui.session import Session
    from desktop.gui.targets.path_keeping import PathKeeping
    from desktop.workflow import Office

_SUBJECT = "path"


class PhasingDialog(Dialog):
    """The panel with a title and two buttons. `keep_asked` gives the wish to keep."""

    keep_asked = Signal(object)  # PathWish

    def __init__(self, parent: QWidget, panel: PhasingPanel, title: str, lang: Language) -> None:
        """Show a panel."""
        super().__init__(parent)
        self.setObjectName("path")
        self.setWindowTitle(title)
        self.panel = panel
        self.keep = button("primary", self._keep)
        self.keep.setText(lang._("Keep this path"))
        cancel = button("", self.reject)
        cancel.setText(lang._("Cancel"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(12)
        layout.addWidget(label("title", title))
        layout.addWidget(panel, 1)
        note = label(
            "muted", lang._("Who chose a path, and when, is kept; so are earlier choices.")
        )
        layout.addLayout(row(note, 1, cancel, self.keep, gap=8))
        for pressed in self.findChildren(QPushButton):
            pressed.setAutoDefault(False)  # Enter in a field goes on to the next
        self.resize(860, 470)

    def _keep(self) -> None:
        try:
            wish = self.panel.wish()
        except Refused:
            self.panel.trouble.setFocus()  # the panel says it already
            return
        self.keep_asked.emit(wish)
        self.accept()


class PathEditing(QObject):
    """Opens the editor on the path of a scope and period, and keeps what is chosen there."""

    opened = Signal(object)  # PhasingDialog

    def __init__(self, session: Session, keeping: PathKeeping) -> None:
        super().__init__()
        self._session, self._keeping = session, keeping

    def ask(self, parent: QWidget, scope: Scope, start: Month, months: int = 12) -> None:
        """Find what each way comes to, then open the editor."""
        self._session.run(
            _SUBJECT,
            lambda office, _: (office.changes, seasons_of(office, scope, start, months)),
            lambda answer: self._open(parent, scope, *answer),
        )

    def _open(self, parent: QWidget, scope: Scope, seen: int, found: Seasons) -> None:
        lang = self._session.language
        panel = PhasingPanel(found, lang, self._session.theme.colours)
        dialog = PhasingDialog(parent, panel, _title(scope, found, lang), lang)
        self._session.theme.dress(dialog)
        panel.tet_typed.connect(lambda: self._again(panel, scope, found))
        dialog.keep_asked.connect(lambda wish: self._keep(scope, found, wish, seen))
        dialog.open()
        self.opened.emit(dialog)

    def _again(self, panel: PhasingPanel, scope: Scope, found: Seasons) -> None:
        try:
            wish = replace(panel.draft, kind=Phasing.SEASONAL).wish()
        except Refused:
            return
        self._session.run(
            _SUBJECT,
            lambda office, _progress: seasons_of(office, scope, found.start, found.months, wish),
            panel.show_seasons,
        )

    def _keep(self, scope: Scope, found: Seasons, wish: PathWish, seen: int) -> None:
        self._keeping.choose(Kept(scope, found.start, found.months, found.wish, wish), seen)


def seasons_of(
    office: Office, scope: Scope, start: Month, months: int, wish: PathWish | None = None
) -> Seasons:
    """Find what each way comes to, with the days of Tết that a wish has."""
    asked = wish or office.path_wish(scope, start, months)
    ways: list[Way] = [(way, False) for way in WAYS if way is not Phasing.TYPED]
    found = {
        (way, odd): office.season(scope, start, months, PathWish(way, (), odd, asked.holiday_days))
        for way, odd in (*ways, (Phasing.SEASONAL, True))
    }
    return Seasons(start, months, found, asked)


def _title(scope: Scope, found: Seasons, lang: Language) -> str:
    return f"{_spread(found, lang)} · {scope_name(scope, lang)}"


def _spread(found: Seasons, lang: Language) -> str:
    if found.start.number == 1 and found.months == MONTHS_PER_YEAR:
        return lang._("How the target of {year} is spread", year=found.start.year)
    last = found.start + (found.months - 1)
    return lang._("How the target of {first} to {last} is spread",
                  first=lang.month(found.start), last=lang.month(last))  # fmt: skip
