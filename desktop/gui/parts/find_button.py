"""The button above every page that opens the palette, and says by which keys it opens too."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from desktop.figures.wording import Language
from desktop.gui.icons import pixmap
from desktop.gui.parts.shortcuts import written
from desktop.gui.parts.text import label
from desktop.gui.tokens import CONTROL_HEIGHT, Colours

_ICON, _SIDE = 14, 12


class FindButton(QPushButton):
    """Reads "⌕ Find Ctrl K"."""

    def __init__(self, find: QAction) -> None:
        """Take the action that it triggers."""
        super().__init__()
        self._find = find
        self._icon, self._word, self._keys = QLabel(), label("secondary"), label("muted")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(lambda _checked: find.trigger())
        inside = QHBoxLayout(self)
        inside.setContentsMargins(_SIDE, 0, _SIDE, 0)
        inside.setSpacing(6)
        for part in (self._icon, self._word, self._keys):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inside.addWidget(part)

    def sizeHint(self) -> QSize:
        """Fit its words."""
        layout = self.layout()
        width = layout.sizeHint().width() if layout else 0
        return QSize(width, CONTROL_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Never cut a word."""
        return self.sizeHint()

    def dress(self, lang: Language, colours: Colours) -> None:
        """Speak a language, wear a theme."""
        keys = written(self._find.shortcuts()[:1])
        self._icon.setPixmap(pixmap("search", colours.secondary, _ICON, self.devicePixelRatioF()))
        self._word.setText(lang._("Find"))
        self._keys.setText(keys.replace("+", " "))
        self.setAccessibleName(f"{lang._('Find')} ({keys})")
        self.setToolTip(lang._("A page, market, item, month or action; or a link"))
        self.updateGeometry()
