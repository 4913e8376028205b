"""The line above a page: its title at the left, its tools at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from desktop.figures.wording import Language
from desktop.gui.parts.find_button import FindButton
from desktop.gui.parts.text import Elided, label
from desktop.gui.shell.choosers import Choosers
from desktop.gui.tokens import GAP, HEADER_HEIGHT, MARGIN, Colours


class Header(QWidget):
    """Shows one page's title and tools at a time, and everywhere the button that finds."""

    def __init__(self, find: QAction) -> None:
        """Take the action that the button triggers."""
        super().__init__()
        self.setFixedHeight(HEADER_HEIGHT)
        self.title = label("title")
        self.subtitle = Elided("subtitle")
        self.finder = FindButton(find)
        self._tools: dict[str, QWidget] = {}
        self._finding: set[str] = set()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(MARGIN, 2, MARGIN, 0)
        self._row.setSpacing(GAP)
        self._row.addWidget(self.title)
        self._row.addWidget(self.subtitle, 1)
        self._row.addWidget(self.finder)

    def add_tools(self, page: str, tools: QWidget, *, finding: bool = False) -> None:
        """Keep the tools of a page; they are shown with it. Pages may share their tools.

        `finding` says that a button that finds is among them.
        """
        if finding:
            self._finding.add(page)
        self._tools[page] = tools
        tools.hide()
        self._row.addWidget(tools)
        before: QWidget = self.finder  # tools may come with their page, after all that is on it
        for part in tools.findChildren(QAbstractButton):
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                QWidget.setTabOrder(before, part)
                before = part

    def show_page(self, page: str, title: str, subtitle: str) -> None:
        """Show a page's title and tools."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.finder.setVisible(page not in self._finding)
        shown = self._tools.get(page)
        for tools in self._tools.values():
            tools.setVisible(tools is shown)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the tools what room there is beside the title."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Tell them again where their words ask for other room."""
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    def _fit(self) -> None:
        words = self.title.sizeHint().width() + self.subtitle.minimumSizeHint().width()
        room = self.width() - 2 * MARGIN - words - 2 * GAP
        for tools in self._tools.values():
            if isinstance(tools, Choosers) and not tools.isHidden():
                tools.fit(room)

    def dress(self, lang: Language, colours: Colours) -> None:
        """Word the button in the window's language."""
        self.finder.dress(lang, colours)
