"""The question before an undo or a redo: which figures change, and which go or come."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.figures.comparison import Undoing
from desktop.figures.received import StoredReturn
from desktop.figures.wording import Language
from desktop.gui.parts.buttons import button
from desktop.gui.parts.dialog import Dialog
from desktop.gui.parts.grid import GridView
from desktop.gui.parts.layouts import row
from desktop.gui.parts.text import label
from desktop.gui.received.taken_back import CHANGED, GONE, Step, steps, steps_table
from desktop.gui.session import Session
from desktop.gui.tokens import SNUG

_SIZE = (860, 560)
_TONES = {CHANGED: "warn", GONE: "bad"}


class UndoDialog(Dialog):
    """Shows what would change; `confirmed` gives the numbers once the user agrees."""

    confirmed = Signal(object)  # tuple[int, ...]

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        returns: Sequence[StoredReturn],
        undoings: Sequence[Undoing],
        *,
        redo: bool,
    ) -> None:
        """Take the returns in question and what taking each of them back means."""
        super().__init__(parent)
        self.setObjectName("undo")
        self.resize(*_SIZE)
        self._session, self._redo = session, redo
        self._numbers = tuple(r.number for r in returns)
        self._several = len(returns) > 1
        self._steps: dict[str, list[Step]] = {CHANGED: [], GONE: []}
        lang = session.language
        for held, undoing in zip(returns, undoings, strict=True):
            for kind, found in steps(held.name, undoing, lang).items():
                self._steps[kind] += found
        name = returns[0].name if len(returns) == 1 else ""
        self.title = label("title", _title(name, len(returns), lang, redo=redo))
        self.title.setWordWrap(True)
        self.setWindowTitle(self.title.text())
        self.chips = {kind: button("chip", partial(self.show_kind, kind)) for kind in _TONES}
        self.table = GridView(28)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # names of files, and of goods
        self._lay_out(lang)
        self.show_kind(CHANGED if self._steps[CHANGED] or not self._steps[GONE] else GONE)
        self.do_button.setFocus()

    def _lay_out(self, lang: Language) -> None:
        self.do_button = button("primary", self._do)
        undo = lang.plural("Undo import", "Undo imports", len(self._numbers))
        self.do_button.setText(lang._("Count again") if self._redo else undo)
        self.do_button.setDefault(True)
        self.cancel_button = button("", self.reject)
        self.cancel_button.setText(lang._("Cancel"))
        self.told = label("secondary", self._summary(lang))
        self.told.setWordWrap(True)
        for kind, chip in self.chips.items():
            chip.setCheckable(True)
            chip.setProperty("tone", _TONES[kind] if not self._redo else "primary")
            chip.setText(self._chip_words(kind, lang))
            chip.setEnabled(bool(self._steps[kind]))
        self.table.setAccessibleName(lang._("Figures that change"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(12)
        layout.addWidget(self.title)
        layout.addWidget(self.told)
        layout.addLayout(row(*self.chips.values(), 1, gap=SNUG))
        layout.addWidget(self.table, 1)
        layout.addLayout(row(1, self.cancel_button, self.do_button, gap=SNUG))

    def _chip_words(self, kind: str, lang: Language) -> str:
        count = lang.number(len(self._steps[kind]))
        if kind == CHANGED:
            return lang._("{count} would change", count=count)
        if self._redo:
            return lang._("{count} come back", count=count)
        return lang._("{count} told by no other return", count=count)

    def _summary(self, lang: Language) -> str:
        if not any(self._steps.values()):
            told = lang._("No figure changes: newer returns say all of it already.")
        elif self._redo:
            told = lang._("These figures count again; nothing else is touched.")
        else:
            told = lang.plural(
                "The return stays in the archive and can be counted again at any time.",
                "The returns stay in the archive and can be counted again at any time.",
                len(self._numbers),
            )
        if self._several:
            told += " " + lang._("Each return is shown as if it alone were taken.")
        return told

    def show_kind(self, kind: str) -> None:
        """Show the figures that change, or those that go or come."""
        for known, chip in self.chips.items():
            chip.setChecked(known == kind)
        lang, colours = self._session.language, self._session.theme.colours
        grid = steps_table(self._steps[kind], lang, several=self._several)
        self.table.show_grid(grid, colours)

    def _do(self) -> None:
        self.confirmed.emit(self._numbers)
        self.accept()


def _title(name: str, count: int, lang: Language, *, redo: bool) -> str:
    if redo:
        if name:
            return lang._("Count {name} again?", name=name)
        return lang.plural("Count {count} return again?", "Count {count} returns again?", count)
    if name:
        return lang._("Undo the import of {name}?", name=name)
    return lang.plural("Undo {count} import?", "Undo {count} imports?", count)
