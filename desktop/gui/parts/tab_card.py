"""A card that holds several panes and shows one at a time; an empty pane takes no room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desktop.gui.parts.card import Card
from desktop.gui.tokens import SNUG


class Pane(QWidget):
    """Something to show on a card: its title, the quiet words at the right, and its content.

    While a `sparing` one is shown the card asks for its height alone, else for the highest's.
    """

    entitled = Signal()

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.title, self.aside, self.filled = "", "", False
        self.sparing = False
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(SNUG)

    def entitle(self, title: str, aside: str = "", *, filled: bool = True) -> None:
        """Set the title and the quiet words; a pane that is not `filled` is not offered."""
        if (title, aside, filled) == (self.title, self.aside, self.filled):
            return  # nothing stands on another card, or under another name
        self.title, self.aside, self.filled = title, aside, filled
        self.setAccessibleName(title)
        self.setAccessibleDescription(aside)
        self.entitled.emit()


class TextPane(Pane):
    """Sentences as they stand, wrapped; whoever shows them gives them room to scroll in."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)


class _Panes(QStackedWidget):
    """Leaves to its neighbours the height that the pane shown does not need."""

    def sizeHint(self) -> QSize:
        """Ask for what the highest pane prefers, or a sparing one that is shown."""
        shown = self.currentWidget()
        if isinstance(shown, Pane) and shown.sparing:
            return shown.sizeHint()
        return super().sizeHint()


class TabCard(Card):
    """Panes under tabs; a single one under its title."""

    def __init__(self) -> None:
        """Start without a pane."""
        super().__init__()
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.head.insertWidget(0, self.tabs)
        self.aside.or_nothing = True  # beside tabs a few letters of it say nothing
        self.stack = _Panes()
        self.body.addWidget(self.stack, 1)
        self.panes: tuple[Pane, ...] = ()
        self._wished: Pane | None = None
        self._waits = False
        self.tabs.currentChanged.connect(self._turn)
        self.tabs.tabBarClicked.connect(self._wish)
        self.hide()  # until a pane has something to show

    def hold(self, panes: Sequence[Pane]) -> None:
        """Hold other panes, which may come from another card."""
        if tuple(panes) == self.panes:
            return
        for old in self.panes:
            old.entitled.disconnect(self._name)
        self.panes = tuple(panes)
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for pane in self.panes:
            self.stack.addWidget(pane)
            self.tabs.addTab(pane.title)
            pane.entitled.connect(self._name)
        self.tabs.blockSignals(False)
        self._name()

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Let several panes be told: which one is in front is decided when all of them are.

        Else each that is emptied would bring the next to the front, to be measured and emptied.
        """
        self._waits = True
        try:
            yield
        finally:
            self._waits = False
            self._name()

    def show_pane(self, pane: Pane) -> None:
        """Turn to a pane, and come back to it as long as it holds something."""
        if pane in self.panes:
            self._wished = pane
            self.tabs.setCurrentIndex(self.panes.index(pane))

    def _wish(self, number: int) -> None:
        if 0 <= number < len(self.panes):
            self._wished = self.panes[number]

    @property
    def pane(self) -> Pane | None:
        """The pane that is shown."""
        number = self.tabs.currentIndex()
        return self.panes[number] if 0 <= number < len(self.panes) else None

    def _name(self) -> None:
        if self._waits:
            return
        filled = [p for p in self.panes if p.filled]
        named = False
        for number, pane in enumerate(self.panes):
            if self.tabs.tabText(number) != pane.title:  # naming a tab lays the card out anew
                self.tabs.setTabText(number, pane.title)
                self.tabs.setTabToolTip(number, pane.title)  # it ends in "…" where room is short
                named = True
            if self.tabs.isTabVisible(number) is not pane.filled:
                self.tabs.setTabVisible(number, pane.filled)
                named = True
        self.tabs.setVisible(len(filled) > 1)
        self.title.setVisible(len(filled) == 1)
        self.setVisible(bool(filled))
        if filled:
            shown = self._wished if self._wished in filled else filled[0]
            self.tabs.setCurrentIndex(self.panes.index(shown))
        if named:
            self.tabs.updateGeometry()
        self._turn()

    def _turn(self) -> None:
        pane = self.pane
        if pane is not None:
            self.stack.setCurrentWidget(pane)
            self.stack.updateGeometry()  # panes differ in what they ask for
            self.entitle(pane.title, pane.aside)
            self.aside.setVisible(bool(pane.aside))  # else the tabs have its room
            self.tabs.setAccessibleName(pane.title)
