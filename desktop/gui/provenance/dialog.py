"""The provenance of one number: a tree of what it was made of, and the cell of the chosen line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.analysis.tracing.trace import amount, title, words
from desktop.analysis.wording import FIRMNESS
from desktop.figures.wording import capitalised
from desktop.gui.parts.buttons import button
from desktop.gui.parts.dialog import Dialog
from desktop.gui.parts.layouts import row
from desktop.gui.parts.text import label
from desktop.gui.parts.tips import wrapped
from desktop.gui.provenance.offer import TITLE
from desktop.gui.tokens import SNUG

if TYPE_CHECKING:
    from desktop.analysis.tracing import Trace
    from desktop.figures.figure import Source
    from desktop.figures.wording import Language

_SIZE = (940, 600)
_DEPTH = 2
_LINE = 26
_TRACE = int(Qt.ItemDataRole.UserRole)


class ProvenanceDialog(Dialog):
    """Arrow keys walk the tree; Enter opens the original of the chosen line."""

    open_asked = Signal(object)  # Source

    def __init__(self, parent: QWidget, trace: Trace, lang: Language) -> None:
        """Show a trace."""
        super().__init__(parent)
        self.setObjectName("provenance")
        self.resize(*_SIZE)
        self._lang, self.trace = lang, trace
        self.setWindowTitle(lang._(TITLE))
        self.tree = QTreeWidget()
        self.told = label("small-plain")
        self.told.setWordWrap(True)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open_button = button("", self._open)
        self.close_button = button("", self.reject)
        for made in (self.open_button, self.close_button):
            made.setAutoDefault(False)
        self._dress()
        self._lay_out()
        self._fill()

    def _dress(self) -> None:
        lang = self._lang
        self.tree.setHeaderLabels([lang._("Number"), lang._("Result"), lang._("Read in")])
        self.tree.headerItem().setTextAlignment(
            1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
        self.tree.setAccessibleName(self.windowTitle())
        self.tree.setUniformRowHeights(True)
        head = self.tree.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.open_button.setText(lang._("Open the original"))
        self.close_button.setText(lang._("Close"))

    def _lay_out(self) -> None:
        name = label("title", title(self.trace, self._lang))
        name.setWordWrap(True)
        self.told.setMinimumHeight(78)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(12)
        layout.addWidget(name)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.told)
        layout.addLayout(row(1, self.open_button, self.close_button, gap=SNUG))

    def _fill(self) -> None:
        root = self._item(self.trace)
        self.tree.addTopLevelItem(root)
        self.tree.expandToDepth(_DEPTH - 1)
        self.tree.currentItemChanged.connect(lambda item, _: self._tell(item))
        self.tree.itemActivated.connect(lambda *_: self._open())
        self.tree.setCurrentItem(root)
        self.tree.setFocus()

    def _item(self, trace: Trace) -> QTreeWidgetItem:
        where = f"{trace.source.sheet}!{trace.source.cell}" if trace.source else ""
        texts = [title(trace, self._lang), amount(trace, self._lang), where]
        item = QTreeWidgetItem(texts)
        item.setData(0, _TRACE, trace)
        item.setSizeHint(0, QSize(0, _LINE))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        spoken = ". ".join((*texts[:2], *told_lines(trace, self._lang)))
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
        item.setToolTip(0, wrapped(texts[0]))
        for part in trace.inputs:
            item.addChild(self._item(part))
        return item

    @property
    def chosen(self) -> Trace:
        """The trace of the chosen line."""
        item = self.tree.currentItem()
        found: Trace = item.data(0, _TRACE) if item else self.trace
        return found

    @property
    def source(self) -> Source | None:
        """The cell of the chosen line; of a derived number none."""
        return self.chosen.source

    def _tell(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.told.setText("\n".join(told_lines(self.chosen, self._lang)))
            self.open_button.setEnabled(self.source is not None)

    def _open(self) -> None:
        if self.source is not None:
            self.open_asked.emit(self.source)


def told_lines(trace: Trace, lang: Language) -> Iterator[str]:
    """Say how a number follows, or its file, sheet, cell and print, and what is to be added."""
    if trace.formula:
        yield lang._("Worked out: {formula}", formula=words(trace.formula, lang))
    if trace.source:
        source = trace.source
        yield lang._("File: {file}", file=source.file)
        yield lang._(
            "Sheet {sheet}, cell {cell}, printed “{printed}”",
            sheet=source.sheet, cell=source.cell, printed=source.printed,
        )  # fmt: skip
        yield lang._(
            "Reported {date}, {status}",
            date=lang.date(date.fromisoformat(source.reported_on)),
            status=lang._(FIRMNESS[source.status]),
        )  # fmt: skip
    if trace.remark:
        yield capitalised(words(trace.remark, lang))
