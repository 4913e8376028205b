"""Two halves of a page with a divider that can be dragged, or moved by keys, and is remembered."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from desktop.figures.wording import N_
from desktop.gui.memory import Memory
from desktop.gui.parts.layouts import column
from desktop.gui.parts.shortcuts import add_keys
from desktop.gui.tokens import GAP

_STEP = 0.04
_LEAST, _MOST = 0.25, 0.75
"""Neither half takes all of the room."""


def half(parts: Sequence[QWidget], heights: Sequence[int]) -> QWidget:
    """Put parts one beneath another as a half, each with its share of the height."""
    layout = column(*parts, gap=GAP)
    for place, height in enumerate(heights):
        layout.setStretch(place, height)
    made = QWidget()
    made.setLayout(layout)
    return made


class Halves(QWidget):
    """Left and right. The share of the left one is remembered, whatever the window's width."""

    def __init__(self, memory: Memory, name: str, parts: Sequence[QWidget], share: float) -> None:
        """Take the halves and the left one's usual share of the width."""
        super().__init__()
        self._memory, self._name, self._usual = memory, f"split-{name}", share
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(GAP)
        for part in parts:
            self.splitter.addWidget(part)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        self.share = self._recalled()
        self.splitter.splitterMoved.connect(lambda *_: self._keep())
        self.splitter.installEventFilter(self)
        handle = self.splitter.handle(1)
        handle.installEventFilter(self)
        for key, says, by in (
            ("Ctrl+Alt+Left", N_("Move the divider to the left"), -_STEP),
            ("Ctrl+Alt+Right", N_("Move the divider to the right"), _STEP),
        ):
            add_keys(self, (key,), says, partial(self.move_by, by), anywhere=True)

    def _recalled(self) -> float:
        try:
            return min(max(float(self._memory.text(self._name)), _LEAST), _MOST)
        except ValueError:
            return self._usual

    def _keep(self) -> None:
        left, right = self.splitter.sizes()
        if left + right:
            self.share = min(max(left / (left + right), _LEAST), _MOST)
            self._memory.remember(self._name, f"{self.share:.4f}")

    def move_by(self, share: float) -> None:
        """Move the divider by a share of the width."""
        self.share = min(max(self.share + share, _LEAST), _MOST)
        self._memory.remember(self._name, f"{self.share:.4f}")
        self._apply()

    def _apply(self) -> None:
        room = max(self.splitter.width() - self.splitter.handleWidth(), 2)
        left = round(room * self.share)
        self.splitter.setSizes([left, room - left])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share the room out anew in another width; a double click gives the usual share back."""
        if watched is self.splitter and event.type() is QEvent.Type.Resize:
            self._apply()
        elif event.type() is QEvent.Type.MouseButtonDblClick and watched is not self.splitter:
            self.move_by(self._usual - self.share)
            return True
        return super().eventFilter(watched, event)
