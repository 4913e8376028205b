"""Empty layouts: rows and columns without Qt's default margins, and scrolling pages."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget


def row(*contents: QWidget | QLayout | int, gap: int = 0) -> QHBoxLayout:
    """Lay widgets side by side; an int is a stretch."""
    made = QHBoxLayout()
    _fill(made, contents, gap)
    return made


def column(*contents: QWidget | QLayout | int, gap: int = 0) -> QVBoxLayout:
    """Lay widgets one under another; an int is a stretch."""
    made = QVBoxLayout()
    _fill(made, contents, gap)
    return made


def _fill(
    layout: QHBoxLayout | QVBoxLayout, contents: tuple[QWidget | QLayout | int, ...], gap: int
) -> None:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    for content in contents:
        if isinstance(content, int):
            layout.addStretch(content)
        elif isinstance(content, QLayout):
            layout.addLayout(content)
        else:
            layout.addWidget(content)


class Scrolling(QScrollArea):
    """Lets a page scroll up and down where the window is too low for it, and only then.

    Qt's own resizing gives a page its preferred height; ours starts from its least height.
    """

    def __init__(self, content: QWidget, *, sideways: bool = False) -> None:
        """Take the page; where it is wider than the window it is cut, or scrolls `sideways`."""
        super().__init__()
        self._content = content
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._sideways = sideways
        self.setCornerWidget(QWidget())  # the style would draw a box where two bars meet
        if not sideways:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(content)
        content.setAutoFillBackground(False)  # which taking it had turned on
        content.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the page again where its content takes other room than it did."""
        if event.type() is QEvent.Type.LayoutRequest and watched is self._content:
            self.fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the width, and to the height down to its least."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Fit to what the content needs by now."""
        layout = self._content.layout()
        if layout:
            layout.activate()  # layouts within it still know what was hidden or shown just now
        room, bar = self.maximumViewportSize(), self.verticalScrollBar().sizeHint().width()
        narrow = self._content.minimumSizeHint().width() if self._sideways else 0
        width = max(room.width(), narrow)
        least, height = self._least(width), room.height() - (bar if width > room.width() else 0)
        if least > height:
            width = max(room.width() - bar, narrow)
            least = self._least(width)
        self._content.resize(width, max(height, least))

    def _least(self, width: int) -> int:
        layout = self._content.layout()
        wrapped = layout.minimumHeightForWidth(width) if layout else 0
        hint = self._content.minimumSizeHint().height()
        return max(wrapped, hint, self._content.minimumHeight())


class ScrollingText(Scrolling):
    """Lets sentences scroll; the last line that is seen is a whole one."""

    def fit(self) -> None:
        """Leave out the foot of a line that has no room for all of its height."""
        super().fit()
        room = self.height() - 2 * self.frameWidth()
        over = room % self._content.fontMetrics().lineSpacing()
        margins = QMargins(0, 0, 0, over if self._content.height() > room else 0)
        if margins != self.viewportMargins():
            self.setViewportMargins(margins)
