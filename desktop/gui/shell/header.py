"""The line above a page: its title at the left, its tools at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.gui.parts.text import Elided, label
from desktop.gui.tokens import GAP, HEADER_HEIGHT, MARGIN


class Header(QWidget):
    """Shows one page's title and tools at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(HEADER_HEIGHT)
        self.title = label("title")
        self.subtitle = Elided("subtitle")
        self._tools: dict[str, QWidget] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(MARGIN, 2, MARGIN, 0)
        self._row.setSpacing(GAP)
        self._row.addWidget(self.title)
        self._row.addWidget(self.subtitle, 1)

    def add_tools(self, page: str, tools: QWidget) -> None:
        """Keep the tools of a page; they are shown with it. Pages may share their tools."""
        self._tools[page] = tools
        tools.hide()
        self._row.addWidget(tools)

    def show_page(self, page: str, title: str, subtitle: str) -> None:
        """Show a page's title and tools."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        shown = self._tools.get(page)
        for tools in self._tools.values():
            tools.setVisible(tools is shown)
