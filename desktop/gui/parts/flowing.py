"""A layout that puts its widgets side by side and goes on in a new line where room is short."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flowing(QLayout):
    """Widgets in lines, as words are in a paragraph; hidden ones take no room."""

    def __init__(self, *widgets: QWidget, gap: int = 6) -> None:
        """Take widgets to begin with."""
        super().__init__()
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Add at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Count the widgets."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Give one, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - as above
        """Take one out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """Ask for no more room than the lines need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that a narrower place makes it higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the lines in a width."""
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, box: QRect) -> None:  # noqa: N802 - Qt's name
        """Put the widgets in their places."""
        super().setGeometry(box)
        self._arrange(box, place=True)

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        shown = [i.sizeHint() for i in self._items if not i.isEmpty()]
        width = sum(s.width() + self._gap for s in shown)
        return QSize(width, max((s.height() for s in shown), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the widest widget at least."""
        shown = [i.minimumSize() for i in self._items if not i.isEmpty()]
        return QSize(
            max((s.width() for s in shown), default=0), max((s.height() for s in shown), default=0)
        )

    def _arrange(self, box: QRect, *, place: bool) -> int:
        x, y, line = box.x(), box.y(), 0
        tallest = self._tallest()
        for item in self._items:
            if item.isEmpty():
                continue
            wanted = item.sizeHint()
            if x > box.x() and x + wanted.width() > box.right() + 1:
                x, y, line = box.x(), y + line + self._gap, 0
            if place:  # labels stand in the middle of the line beside higher fields
                drop = max(tallest - wanted.height(), 0) // 2
                item.setGeometry(QRect(x, y + drop, wanted.width(), wanted.height()))
            x += wanted.width() + self._gap
            line = tallest
        return y + line - box.y()

    def _tallest(self) -> int:
        return max((i.sizeHint().height() for i in self._items if not i.isEmpty()), default=0)
