"""Words in several tones and sizes, laid out once: a label's rich text is a document each time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout
from PySide6.QtGui import QTextOption as Option
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.gui.fonts import font, of_one_width
from desktop.gui.parts.inks import ink
from desktop.gui.parts.text import Span
from desktop.gui.parts.written import laid
from desktop.gui.tokens import BODY_SIZE, Colours

_ENDLESS = 1 << 20
_REMEMBERED = 3
"""So many widths a layout of Qt remembers the heights of."""

_MOST_SIZES, _MOST_ROOMS = 8, 512


class Run(NamedTuple):
    """Some words in one colour (``#rrggbb``) and one font."""

    text: str
    colour: str
    size: int = BODY_SIZE
    weight: QFont.Weight = QFont.Weight.Normal


def runs(line: Iterable[Span], colours: Colours) -> tuple[Run, ...]:
    """Give a line in the colours of a theme."""
    plain, bold = QFont.Weight.Normal, QFont.Weight.DemiBold
    return tuple(
        Run(s.text, colours.of(s.tone), BODY_SIZE, bold if s.bold else plain) for s in line
    )


class _Room:
    """What runs take, whatever their digits: those are all of one width."""

    def __init__(self) -> None:
        self.whole: QSize | None = None  # of all words on one line, once they have stood so
        self.least = 0
        self._sizes: dict[int, QSize] = {}

    def at(self, width: int) -> QSize | None:
        """Give what is taken of a width, if that is known.

        Where all words stand on one line, they stand so in any width that is larger.
        """
        if self.whole is not None and self.whole.width() <= width:
            return self.whole
        return self._sizes.get(width)

    def learn(self, width: int, size: QSize, least: int, *, whole: bool) -> None:
        """Know what is taken of a width, and of any that is large enough."""
        if len(self._sizes) > _MOST_SIZES:
            self._sizes.clear()
        self._sizes[width], self.least = size, least
        if whole:
            self.whole = size


@lru_cache(maxsize=_MOST_ROOMS)
def _room(_shape: tuple[tuple[str, int, QFont.Weight], ...], *, wrapped: bool) -> _Room:  # noqa: ARG001 - the key
    return _Room()


@lru_cache(maxsize=_MOST_ROOMS)
def _look(size: int, weight: QFont.Weight, colour: str) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFont(font(size, weight))
    look.setForeground(ink(colour))
    return look


class Runs(QWidget):
    """Shows runs on one line, or wrapped to the width that it is given."""

    def __init__(self, *, wrapped: bool = False) -> None:
        """Start empty."""
        super().__init__()
        self._wrapped = wrapped
        self._runs: tuple[Run, ...] = ()
        self._room = _room((), wrapped=wrapped)
        self._layout: QTextLayout | None = None
        self._laid: int | None = None
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
        shape = tuple((of_one_width(run.text), run.size, run.weight) for run in shown)
        before, room = self.sizeHint(), _room(shape, wrapped=self._wrapped)
        self._runs, self._layout, self._laid = tuple(shown), None, None
        if room is not self._room:
            self._room = room
            if self._moves(before):
                self._told.clear()
                self.updateGeometry()
        self.update()

    def _moves(self, before: QSize) -> bool:
        if not self._wrapped:
            return self.sizeHint() != before
        taller = any(self._size(width).height() != told for width, told in self._told.items())
        return taller or not self._told or self.sizeHint().width() > self.width()

    def _filled(self) -> QTextLayout:
        option = Option()
        option.setWrapMode(Option.WrapMode.WordWrap if self._wrapped else Option.WrapMode.NoWrap)
        layout = QTextLayout(self.text, font(BODY_SIZE))
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        start, formats = 0, []
        for run in self._runs:
            made = QTextLayout.FormatRange()
            made.start, made.length = start, _units(run.text)
            made.format = _look(run.size, run.weight, run.colour)
            formats.append(made)
            start += made.length
        layout.setFormats(formats)
        return layout

    def _size(self, width: int | None = None) -> QSize:
        """Give what the words take of a width (the widget's own, if left out)."""
        given = (self.width() if width is None else width) if self._wrapped else _ENDLESS
        return self._room.at(given) or self._lay_out(given)

    def _lay_out(self, width: int) -> QSize:
        self._layout = layout = self._layout or self._filled()
        self._laid = width
        lines, down, across = 0, 0.0, 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, down))
            down += line.height()
            across = max(across, line.naturalTextWidth())
            lines += 1
        layout.endLayout()
        size = QSize(int(across) + 1, int(down + 0.99))
        self._room.learn(width, size, int(layout.minimumWidth()) + 1, whole=lines == 1)
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
        return QSize(self._room.least, size.height()) if self._wrapped else size

    def minimumSizeHint(self) -> QSize:
        """As much as they need; how high wrapped words are depends on their width alone."""
        size = self.sizeHint()
        return QSize(size.width(), self.fontMetrics().height()) if self._wrapped else size

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines from the top."""
        wanted = self.width() if self._wrapped else _ENDLESS
        whole = self._room.whole
        if whole is not None and whole.width() <= wanted:
            self._draw_one_after_another(QPainter(self))
            return
        if self._layout is None or self._laid != wanted:
            self._lay_out(wanted)
        if self._layout is not None:
            self._layout.draw(QPainter(self), QPointF(0, 0))

    def _draw_one_after_another(self, painter: QPainter) -> None:
        """On one line most runs are words that have been laid out before: numbers alone are new."""
        pieces = [laid(run.text, run.size, run.weight) for run in self._runs]
        left, base = 0.0, max((piece.ascent for piece in pieces), default=0.0)
        for run, piece in zip(self._runs, pieces, strict=True):
            painter.setPen(ink(run.colour))
            piece.layout.draw(painter, QPointF(left, base - piece.ascent))
            left += piece.width


def _units(text: str) -> int:
    """Count as Qt does, in UTF-16."""
    return len(text.encode("utf-16-le")) // 2
