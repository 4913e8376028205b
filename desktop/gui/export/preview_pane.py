"""The preview: the report's pages one beneath another, turned by keys or buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.figures.wording import N_
from desktop.gui.export.leaves import Layouter, Leaf
from desktop.gui.parts.buttons import IconButton
from desktop.gui.parts.card import Card
from desktop.gui.parts.empty_state import EmptyState
from desktop.gui.parts.shortcuts import add_keys
from desktop.gui.parts.text import label
from desktop.gui.tokens import GAP

if TYPE_CHECKING:
    from desktop.figures.paper import Paper
    from desktop.figures.wording import Language
    from desktop.gui.tokens import Colours

_WIDEST = 880
_EDGE, _RING = 12, 2


class _Papers(QScrollArea):
    """What the pages are turned in."""

    accessible_role = QAccessible.Role.Document

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("look", "papers")  # a ring in the focus
        self.setWidgetResizable(True)
        self.setWidget(inside)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)


class PreviewPane(Card):
    """Shows a paper page by page; in its place, what there is to say while there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._leaves: list[Leaf] = []
        self._layouter: Layouter | None = None
        self._lang: Language | None = None
        self.before, self.after = IconButton("chevron-left"), IconButton("chevron-right")
        self.counter, self.told = label("secondary"), label("empty-text")
        self.told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.told.setWordWrap(True)
        self.nothing = EmptyState()
        self._lay_out()
        self.before.clicked.connect(lambda: self.turn(-1))
        self.after.clicked.connect(lambda: self.turn(1))
        add_keys(self, ("PgUp",), N_("The page before in the preview"), lambda: self.turn(-1))
        add_keys(self, ("PgDown",), N_("The next page in the preview"), lambda: self.turn(1))

    def _lay_out(self) -> None:
        for part in (self.before, self.counter, self.after):
            self.head.addWidget(part)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        margin = _EDGE - _RING
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(GAP)
        self._column.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.pages = _Papers(self._inside)
        self.pages.viewport().installEventFilter(self)
        self.pages.verticalScrollBar().valueChanged.connect(self._count)
        self.body.addWidget(self.told, 1)
        self.body.addWidget(self.nothing, 1)
        self.nothing.hide()
        self.body.addWidget(self.pages, 1)

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """The pages that are shown."""
        return tuple(self._leaves)

    @property
    def current(self) -> int:
        """The page at the top, from 0."""
        top = self.pages.verticalScrollBar().value() + _EDGE
        shown = [n for n, leaf in enumerate(self._leaves) if leaf.y() <= top + leaf.height() // 3]
        return shown[-1] if shown else 0

    def show_paper(self, paper: Paper) -> None:
        """Lay a paper out, and show it when it is."""
        self._stop()
        self._layouter = Layouter(paper, self._show, self)

    def tell(self, words: str) -> None:
        """Say why there is nothing to see."""
        self._stop()
        self._clear()
        self.told.setText(words)
        self._count()

    def tell_nothing(self) -> None:
        """Let what `nothing` says stand in the paper's place."""
        self.tell("")
        self.told.hide()
        self.nothing.show()

    def turn(self, pages: int) -> None:
        """Go some pages on, or back."""
        at = min(max(self.current + pages, 0), len(self._leaves) - 1)
        if self._leaves:
            self.pages.verticalScrollBar().setValue(max(self._leaves[at].y() - _EDGE, 0))

    def dress(self, lang: Language, colours: Colours) -> None:
        """Speak a language, wear a theme."""
        self._lang = lang
        self.entitle(lang._("Preview"))
        self.before.dress(colours.secondary, lang._("The page before in the preview"))
        self.after.dress(colours.secondary, lang._("The next page in the preview"))
        self.pages.setAccessibleName(lang._("Preview"))
        self._count()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the pages be as wide as there is room."""
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _stop(self) -> None:
        if self._layouter:
            self._layouter.stop()
            self._layouter = None

    def _clear(self) -> None:
        for leaf in self._leaves:
            self._column.removeWidget(leaf)
            leaf.deleteLater()
        self._leaves = []
        self.pages.hide()
        self.nothing.hide()
        self.told.show()

    def _show(self, leaves: list[Leaf]) -> None:
        self._layouter = None
        self._clear()
        self._leaves = leaves
        for leaf in leaves:
            leaf.setAccessibleName(leaf.foot)
            leaf.setAccessibleDescription(leaf.text)
            self._column.addWidget(leaf)
        self.told.hide()
        self.pages.show()
        self._fit()
        self.pages.verticalScrollBar().setValue(0)
        self._count()

    def _fit(self) -> None:
        bar = self.pages.verticalScrollBar().sizeHint().width()
        room = self.pages.width() - bar - 2 * _EDGE
        for leaf in self._leaves:
            leaf.fit(max(min(room, _WIDEST), 200))
        self._column.activate()

    def _count(self) -> None:
        if self._lang is None:
            return
        count = len(self._leaves)
        words = self._lang._("Page {page} of {pages}", page=self.current + 1, pages=count)
        self.counter.setText(words if count else "")
        for part in (self.before, self.after):
            part.setVisible(count > 1)
        self.before.setEnabled(self.current > 0)
        self.after.setEnabled(self.current < count - 1)
