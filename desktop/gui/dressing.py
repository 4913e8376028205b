"""Parts of a window put on a style sheet, a few in each turn of the event loop, and are seen once.

Qt styles a widget at a time, and a window has hundreds. While they change the window stands still
as it was; it answers in between, and is painted when all of it is dressed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

_AT_ONCE = 60
"""So many widgets are dressed in one turn, or one part that has more."""
_STILL = Qt.WidgetAttribute.WA_UpdatesDisabled
_WISHED_STILL = Qt.WidgetAttribute.WA_ForceUpdatesDisabled
_CHILDREN = Qt.FindChildOption.FindDirectChildrenOnly


class Dressing(QObject):
    """What waits for its style sheet, and the windows that stand still until it has it."""

    def __init__(self) -> None:
        """Start with nothing waiting."""
        super().__init__()
        self._waiting: list[tuple[QWidget, str]] = []
        self._still: list[QWidget] = []
        self._steps: list[tuple[QWidget, Callable[[], object]]] = []
        self._just_begun = self._laid_out = False
        self._turn = QTimer(self, interval=0, singleShot=True)
        self._turn.timeout.connect(self._next)

    @property
    def busy(self) -> bool:
        """True while a window stands still."""
        return bool(self._still)

    def dress(self, part: QWidget, sheet: str) -> None:
        """Dress a part: in turns where it is seen by now, or may be once all is painted."""
        self._waiting = [(held, worn) for held, worn in self._waiting if held is not part]
        if part.styleSheet() == sheet:
            return
        if part.window() in self._still or (part.isVisible() and part.styleSheet()):
            self.hold_still(part.window())
            self._waiting.append((part, sheet))
        else:
            part.setStyleSheet(sheet)

    def hold_still(self, window: QWidget) -> None:
        """Paint a window once, in a turn of its own, with all that changes until then."""
        if window.isVisible() and window not in self._still:
            window.setUpdatesEnabled(False)
            self._still.append(window)
            self._just_begun = True
        if self._still:
            self._turn.start()

    def then(self, part: QWidget, step: Callable[[], object]) -> None:
        """Do something with a part in a turn of its own, before it is painted; else at once."""
        if part.window() in self._still:
            self._steps.append((part, step))
        else:
            step()

    def draw_ahead(self, page: QWidget, parts: Callable[[], Iterable[QWidget]]) -> None:
        """Draw the parts of a page that nobody saw yet beforehand, each in a turn of its own.

        What Qt does once, such as a letter in a new size, is done by the time all is painted, in
        half the time then. What parts there are is asked when they have been dressed and filled.
        """

        def begin() -> None:
            seen = [part for part in parts() if part.isVisible()]
            self._steps[:0] = [(part, partial(_draw, part)) for part in seen]

        if page.window() in self._still:
            self._steps.append((page, begin))

    def _next(self) -> None:
        if self._just_begun:  # what began it took its time in this very turn, as a job's answer may
            self._just_begun = False
            self._turn.start()
            return
        room = _AT_ONCE
        while self._waiting and room > 0:
            part, sheet = self._waiting[0]
            size = 1 + len(part.findChildren(QWidget)) if isValid(part) else 0
            if size > room < _AT_ONCE:  # a turn of its own
                break
            del self._waiting[0]
            room -= size
            if size:
                part.setStyleSheet(sheet)
        if room < _AT_ONCE or self._stepped():
            self._laid_out = False
            self._turn.start()
            return
        if not self._laid_out:  # tables lay out their lines a turn later: painted once, not twice
            self._laid_out = True
            self._turn.start()
            return
        for window in filter(isValid, self._still):
            _let_be_seen(window)
        self._still.clear()

    def _stepped(self) -> bool:
        """Take the next step; False where none is left."""
        if not self._steps:
            return False
        part, step = self._steps.pop(0)
        if isValid(part):
            step()
        return True


def _let_be_seen(window: QWidget) -> None:
    """Paint a window that stood still, once, and now.

    Asked of the window itself, Qt paints all that is on it a second time for the parts that have
    no ground of their own: so the part that covers the window is asked. And it asks for no paint
    where one was asked for before and came to nothing.
    """
    parts = [w for w in window.findChildren(QWidget, options=_CHILDREN) if not w.isWindow()]
    whole = next((w for w in parts if w.isVisible() and w.geometry() == window.rect()), None)
    if whole is None:
        window.setUpdatesEnabled(True)
        window.repaint()
        return
    for held in (_WISHED_STILL, _STILL):
        window.setAttribute(held, on=False)
    for part in parts:
        part.setUpdatesEnabled(True)
    whole.repaint()


def _draw(part: QWidget) -> None:
    """Draw a part, for nobody to see, in a window that stands still."""
    held = [w for w in (part, *part.findChildren(QWidget)) if w.testAttribute(_STILL)]
    for widget in held:  # else none of them would be drawn
        widget.setAttribute(_STILL, on=False)
    ratio = part.devicePixelRatioF()
    sheet = QPixmap(part.size() * ratio)
    sheet.setDevicePixelRatio(ratio)
    part.render(sheet)
    for widget in filter(isValid, held):
        widget.setAttribute(_STILL, on=True)
