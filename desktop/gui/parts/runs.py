"""Words in several tones and sizes, laid out once: a label's rich text is a document each time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout
from PySide6.QtGui import QTextOption as Option
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.gui.fonts import font
from desktop.gui.parts.text import Span
from desktop.gui.tokens import BODY_SIZE, Colours

_ENDLESS = 1 << 20
_REMEMBERED = 3
"""So many widths a layout of Qt remembers the heights of."""

_MOST_SIZES = 8


class Run(NamedTuple):
    """Some words in one colour (``#rrggbb``) and one font."""

    text: str
    colour: str
    font: QFont


def runs(line: Iterable[Span], colours: Colours) -> tuple[Run, ...]:
    """Give a line in the colours of a theme."""
    plain, bold = font(BODY_SIZE), font(BODY_SIZE, QFont.Weight.DemiBold)
    return tuple(Run(s.text, colours.of(s.tone), bold if s.bold else plain) for s in line)


class Runs(QWidget):
    """Shows runs on one line, or wrapped to the width that it is given."""

    def __init__(self, *, wrapped: bool = False) -> None:
        """Start empty."""
        super().__init__()
        self._wrapped = wrapped
        self._runs: tuple[Run, ...] = ()
        self._layout = QTextLayout()
        self._laid: int | None = None
        self._whole: QSize | None = None  # of all words on one line, once they have stood so
        self._on_one_line = False
        self._sizes: dict[int, QSize] = {}
        self._told: dict[int, int] = {}  # heights by width, as layouts were told them
        across = QSizePolicy.Policy.Expanding if wrapped else QSizePolicy.Policy.Preferred
        policy = QSizePolicy(across, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wrapped)
        self.setSizePolicy(policy)

    @property
    def text(self) -> str:
        """All the words."""
        return "".join(run.text for run in self._runs)

    def show_runs(self, shown: Sequence[Run]) -> None:
        """Show others; what is around moves only where they take other room."""
        if tuple(shown) == self._runs:
            return
        before = self.sizeHint()
        self._runs = tuple(shown)
        self._fill()
        if self._moves(before):
            self._told.clear()
            self.updateGeometry()
        self.update()

    def _moves(self, before: QSize) -> bool:
        if not self._wrapped:
            return self.sizeHint() != before
        taller = any(self._size(width).height() != told for width, told in self._told.items())
        return taller or not self._told or self.sizeHint().width() > self.width()

    def _fill(self) -> None:
        self._laid = self._whole = None
        self._sizes.clear()
        option = Option()
        option.setWrapMode(Option.WrapMode.WordWrap if self._wrapped else Option.WrapMode.NoWrap)
        self._layout = QTextLayout(self.text, font(BODY_SIZE))
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        start, formats = 0, []
        for run in self._runs:
            look, made = QTextCharFormat(), QTextLayout.FormatRange()
            look.setFont(run.font)
            look.setForeground(QColor(run.colour))
            made.start, made.length, made.format = start, _units(run.text), look
            formats.append(made)
            start += made.length
        self._layout.setFormats(formats)

    def _size(self, width: int | None = None) -> QSize:
        """Give what the words take of a width (the widget's own, if left out).

        Where all of them stand on one line there, they stand so in any width that is larger.
        """
        given = (self.width() if width is None else width) if self._wrapped else _ENDLESS
        if self._whole is not None and self._whole.width() <= given:
            return self._whole
        return self._size_at(given)

    def _size_at(self, width: int) -> QSize:
        found = self._sizes.get(width)
        if found is None:
            if len(self._sizes) > _MOST_SIZES:
                self._sizes.clear()
            found = self._sizes[width] = self._lay_out(width)
        return found

    def _lay_out(self, width: int) -> QSize:
        self._laid = width
        lines, down, across = 0, 0.0, 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, down))
            down += line.height()
            across = max(across, line.naturalTextWidth())
            lines += 1
        self._layout.endLayout()
        size = QSize(int(across) + 1, int(down + 0.99))
        self._on_one_line = lines == 1
        if self._on_one_line:
            self._whole = size
        return size

    def heightForWidth(self, width: int) -> int:
        """Give the height of the words, wrapped."""
        self._told.pop(width, None)
        height = self._told[width] = self._size(width).height()
        if len(self._told) > _REMEMBERED:
            del self._told[next(iter(self._told))]
        return height

    def sizeHint(self) -> QSize:
        """Words on one line are never cut; those that wrap need the room of the longest."""
        size = self._size()
        return QSize(int(self._layout.minimumWidth()) + 1, size.height()) if self._wrapped else size

    def minimumSizeHint(self) -> QSize:
        """As much as they need; how high wrapped words are depends on their width alone."""
        size = self.sizeHint()
        return QSize(size.width(), self.fontMetrics().height()) if self._wrapped else size

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines from the top."""
        wanted = self.width() if self._wrapped else _ENDLESS
        fits = self._whole is not None and self._whole.width() <= wanted
        if not (self._on_one_line if fits else self._laid == wanted):
            self._lay_out(wanted)
        self._layout.draw(QPainter(self), QPointF(0, 0))


def _units(text: str) -> int:
    """Count as Qt does, in UTF-16."""
    return len(text.encode("utf-16-le")) // 2
