"""A button that names what is chosen and opens a menu of what else there is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QToolTip

from desktop.gui.fonts import font
from desktop.gui.icons import pixmap
from desktop.gui.parts.buttons import by_enter
from desktop.gui.parts.fitted import fitted
from desktop.gui.parts.tips import wrapped
from desktop.gui.tokens import BODY_SIZE, CONTROL_HEIGHT, LIGHT, Colours

_SIDE = 12
_ARROW = 14
_ANY_WIDTH = 16777215
"""Qt's own for no limit."""
_LEAST_VALUE = 96
"""So much of a value is always shown."""


class Chooser(QPushButton):
    """A button that reads "Year **2025** ▾" and opens a menu."""

    def __init__(self) -> None:
        super().__init__()
        self._name, self._value, self._colours = "", "", LIGHT
        self._brief = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._menu = QMenu(self)
        self._fill: Callable[[QMenu], object] | None = None
        self.clicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter, too."""
        if not by_enter(self, event):
            super().keyPressEvent(event)

    @property
    def choices(self) -> QMenu:
        """The menu of what else there is, filled by now."""
        fill, self._fill = self._fill, None
        if fill is not None:
            fill(self._menu)
        return self._menu

    def fill_later(self, fill: Callable[[QMenu], object]) -> None:
        """Fill the menu when it is first wanted: most are never opened."""
        self._fill = fill

    def tell(self, name: str, value: str, colours: Colours) -> None:
        """Set the quiet word and the chosen value."""
        if (name, value, colours) == (self._name, self._value, self._colours):
            return
        before = self.sizeHint()
        self._name, self._value, self._colours = name, value, colours
        self.setAccessibleName(f"{name}: {value}")
        if self.sizeHint() != before:
            self.be_brief(self._brief)
            self.updateGeometry()
        self.update()

    @property
    def value(self) -> str:
        """The chosen value, as shown."""
        return self._value

    def sizeHint(self) -> QSize:
        """Fit both words and the arrow."""
        return QSize(
            _SIDE * 2 + self._name_width() + 5 + self._value_width() + 5 + _ARROW, CONTROL_HEIGHT
        )

    @property
    def spared(self) -> int:
        """Pixels that it takes less where it is brief."""
        return self._name_width() + 5

    def be_brief(self, brief: bool) -> None:  # noqa: FBT001 - a setter's one argument
        """Take no more room than the value needs, or both words again."""
        self._brief = brief
        value = _SIDE * 2 + self._value_width() + 5 + _ARROW
        self.setMaximumWidth(value if brief else _ANY_WIDTH)

    def minimumSizeHint(self) -> QSize:
        """Give the quiet word away where room is short, and then the end of a long value."""
        value = min(self._value_width(), _LEAST_VALUE)
        return QSize(_SIDE * 2 + value + 5 + _ARROW, CONTROL_HEIGHT)

    def _name_width(self) -> int:
        return _measure(font(), self._name)

    def _value_width(self) -> int:
        return _measure(_strong(), self._value)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the style's button, then the words in two weights."""
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        x = _SIDE
        for text, face, colour in self._words():
            width = min(_measure(face, text), self._arrow_at - 5 - x)
            painter.setFont(face)
            painter.setPen(QColor(colour if self.isEnabled() else self._colours.muted))
            shown = fitted(text, width + 1, BODY_SIZE, face.weight())  # a pixel is left to rounding
            painter.drawText(QRect(x, 0, width + 2, self.height()), _LEFT, shown)
            x += width + 5
        arrow = pixmap("chevron-down", self._colours.secondary, _ARROW, self.devicePixelRatioF())
        painter.drawPixmap(self._arrow_at, (self.height() - _ARROW) // 2, arrow)

    @property
    def _arrow_at(self) -> int:
        return self.width() - _SIDE - _ARROW

    def _words(self) -> list[tuple[str, QFont, str]]:
        """Give what there is room for."""
        name = (self._name, font(), self._colours.secondary)
        value = (self._value, _strong(), self._colours.text)
        return [name, value] if self.width() >= self.sizeHint().width() else [value]

    def event(self, event: QEvent) -> bool:
        """Tell in a tip what there was no room for, where no other tip was given."""
        if event.type() is QEvent.Type.ToolTip and not self.toolTip():
            if isinstance(event, QHelpEvent) and self.width() < self.sizeHint().width():
                QToolTip.showText(event.globalPos(), wrapped(f"{self._name}: {self._value}"), self)
            return True
        return super().event(event)

    def _open(self) -> None:
        self.choices.popup(self.mapToGlobal(self.rect().bottomLeft()))


_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_ITS_OWN = Qt.FindChildOption.FindDirectChildrenOnly


def _strong() -> QFont:
    return font(BODY_SIZE, QFont.Weight.DemiBold)


def _measure(face: QFont, text: str) -> int:
    return _advance(text, face.weight())


@lru_cache(maxsize=1024)
def _advance(text: str, weight: QFont.Weight) -> int:
    return QFontMetrics(font(BODY_SIZE, weight)).horizontalAdvance(text)


def emptied(menu: QMenu) -> QActionGroup:
    """Clear a menu; give the group of its next choices."""
    for old in menu.findChildren(QActionGroup, options=_ITS_OWN):
        old.deleteLater()
    menu.clear()
    return QActionGroup(menu)


def submenu(menu: QMenu, words: str) -> QMenu:
    """Add an empty menu to a menu: one that was cleared out of it before, where there is one.

    Qt would delete such a one, but its entries stay in memory: Python holds them for a parent.
    """
    used = menu.actions()
    others = menu.findChildren(QMenu, options=_ITS_OWN)
    beneath = next((one for one in others if one.menuAction() not in used), None) or QMenu(menu)
    beneath.clear()
    beneath.setTitle(words)
    menu.addMenu(beneath)
    return beneath


def add_choice(menu: QMenu, group: QActionGroup, words: str, *, checked: bool) -> QAction:
    """Add one of several choices to a menu."""
    entry = menu.addAction(words)
    entry.setCheckable(True)
    entry.setChecked(checked)
    group.addAction(entry)
    return entry


class Choice(Chooser):
    """A chooser of words by code, the first of which stands for all."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.code = ""

    def offer(self, name: str, choices: Mapping[str, str], colours: Colours) -> None:
        """Offer words by code; a code that is offered no more gives way to the first."""
        if self.code not in choices:
            self.code = next(iter(choices), "")
        self.tell(name, choices.get(self.code, ""), colours)
        group = emptied(self.choices)
        for code, words in choices.items():
            entry = add_choice(self.choices, group, words, checked=code == self.code)
            entry.triggered.connect(lambda _=False, c=code: self.choose(c))

    def choose(self, code: str) -> None:
        """Choose a code that is offered, and say so; whoever listens draws it."""
        self.code = code
        self.chosen.emit(code)
