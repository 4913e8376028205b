"""The button above every page that opens the palette, and says by which keys it opens too."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy

from desktop.figures.wording import Language
from desktop.gui.icons import pixmap
from desktop.gui.parts.buttons import by_enter
from desktop.gui.parts.shortcuts import written
from desktop.gui.parts.text import label
from desktop.gui.parts.tips import wrapped
from desktop.gui.tokens import CONTROL_HEIGHT, Colours

_ICON, _SIDE, _GAP = 14, 12, 6


class FindButton(QPushButton):
    """Reads "⌕ Find Ctrl K"."""

    def __init__(self, find: QAction) -> None:
        """Take the action that it triggers."""
        super().__init__()
        self._find = find
        self._worn: tuple[Language, Colours] | None = None
        self._icon, self._word, self._keys = QLabel(), label("secondary"), label("muted")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _checked: find.trigger())
        inside = QHBoxLayout(self)
        inside.setContentsMargins(_SIDE, 0, _SIDE, 0)
        inside.setSpacing(_GAP)
        for part in (self._icon, self._word, self._keys):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inside.addWidget(part)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter, too."""
        if not by_enter(self, event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Fit its words."""
        return QSize(self._whole, CONTROL_HEIGHT)

    @property
    def _whole(self) -> int:
        parts = (self._icon, self._word, self._keys)
        return 2 * _SIDE + 2 * _GAP + sum(part.sizeHint().width() for part in parts)

    def minimumSizeHint(self) -> QSize:
        """Give the word away where room is short, then the keys: the lens says it too."""
        return QSize(2 * _SIDE + self._icon.sizeHint().width(), CONTROL_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the word where it has room, and the keys where they have."""
        super().resizeEvent(event)
        self._word.setVisible(self.width() >= self._whole)
        wordless = self._whole - self._word.sizeHint().width() - _GAP
        self._keys.setVisible(self.width() >= wordless)

    def dress(self, lang: Language, colours: Colours) -> None:
        """Speak a language, wear a theme."""
        if self._worn == (lang, colours):
            return  # to ask for other room lays the whole header out
        self._worn = lang, colours
        keys = written(self._find.shortcuts()[:1])
        self._icon.setPixmap(pixmap("search", colours.secondary, _ICON, self.devicePixelRatioF()))
        self._word.setText(lang._("Find"))
        self._keys.setText(keys.replace("+", " "))
        self.setAccessibleName(f"{lang._('Find')} ({keys})")
        self.setToolTip(wrapped(lang._("A page, market, item, month or action; or a link")))
        self.updateGeometry()
