"""What is cut off, lies over another or out of reach in a window: words by their font's measure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import combinations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QRadioButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from desktop.gui.parts.buttons import Button
from desktop.gui.parts.chooser import Chooser
from desktop.gui.parts.runs import Runs
from desktop.gui.parts.text import Elided
from desktop.gui.review.painting import SheetEdge

SLACK = 2
"""Pixels that rounding may take."""
LEAST_WORDS = 64
"""A button that ends in "…" shows so much of its words."""
_CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QTabBar)
_ACROSS = Qt.Orientation.Horizontal


def faults(root: QWidget) -> list[str]:
    """Say what is wrong with all that is seen of a window or dialog, a line each.

    Words may end in "…" only where a tip tells them in full.
    """
    found: list[str] = []
    for widget in (root, *root.findChildren(QWidget)):
        if widget.window() is root.window() and widget.isVisible() and not widget.size().isEmpty():
            found += [f"{_path(widget, root)}: {what}" for what in _cut(widget)]
            if isinstance(widget, _CONTROLS) and not _reachable(widget, root):
                found.append(f"{_path(widget, root)}: out of reach")
            found += _overlapping(widget, root)
    return found


def _path(widget: QWidget | None, root: QWidget) -> str:
    names = []
    while widget is not None and widget is not root:
        names.append(type(widget).__name__)
        widget = widget.parentWidget()
    return " < ".join(names[:4])


def _cut(widget: QWidget) -> Iterator[str]:
    for kinds, look in _LOOKS.items():
        if isinstance(widget, kinds):
            yield from look(widget)
            return


def _cut_label(widget: QLabel) -> Iterator[str]:
    text = widget.text()
    if not text or not widget.pixmap().isNull():
        return
    if widget.wordWrap():
        if widget.heightForWidth(widget.width()) > widget.height() + SLACK:
            yield f"{text!r} is higher than its place"
        if "<" not in text:
            measure = widget.fontMetrics().horizontalAdvance
            if max(map(measure, text.split())) > widget.contentsRect().width() + SLACK:
                yield f"{text!r} has a word wider than its place"
    elif not _fits(widget) or widget.sizeHint().height() > widget.height() + SLACK:
        yield f"{text!r} is larger than its place"


def _fits(widget: QWidget) -> bool:
    return widget.sizeHint().width() <= widget.width() + SLACK


def _cut_runs(widget: Runs) -> Iterator[str]:
    wraps = widget.hasHeightForWidth()
    if wraps and widget.heightForWidth(widget.width()) > widget.height() + SLACK:
        yield f"{widget.text!r} is higher than its place"
    if not _fits(widget):  # of words that wrap, that is the longest
        yield f"{widget.text!r} is wider than its place"


def _cut_tick(widget: QAbstractButton) -> Iterator[str]:
    if not _fits(widget):
        yield f"{widget.text()!r} is wider than its place"


def _cut_button(widget: Button) -> Iterator[str]:
    if widget.width() < min(widget.sizeHint().width() - SLACK, LEAST_WORDS):
        yield f"{widget.text()!r} has hardly any room"


def _cut_chooser(widget: Chooser) -> Iterator[str]:
    if widget.width() < widget.minimumSizeHint().width() - SLACK:
        yield f"{widget.accessibleName()!r} has no room for its value"


def _cut_tool(widget: QToolButton) -> Iterator[str]:
    worded = widget.toolButtonStyle() is not Qt.ToolButtonStyle.ToolButtonIconOnly
    if worded and widget.text().strip() not in widget.toolTip() and not _fits(widget):
        yield f"{widget.text()!r} is wider than its button"


def _cut_box(widget: QComboBox) -> Iterator[str]:
    text, arrow = widget.currentText(), 22
    if widget.fontMetrics().horizontalAdvance(text) > widget.width() - arrow:
        yield f"{text!r} is wider than its box"


def _cut_tabs(widget: QTabBar) -> Iterator[str]:
    for n in filter(widget.isTabVisible, range(widget.count())):
        short = widget.tabSizeHint(n).width() > widget.tabRect(n).width() + SLACK
        if short and widget.tabToolTip(n) != widget.tabText(n):
            yield f"{widget.tabText(n)!r} is wider than its tab"
        if widget.tabRect(n).right() > widget.width() and not widget.usesScrollButtons():
            yield f"{widget.tabText(n)!r} has no room in its row"


def _cut_headings(widget: QHeaderView) -> Iterator[str]:
    if widget.orientation() is not _ACROSS or isinstance(widget, SheetEdge):
        return  # a sheet's letters are painted by hand
    for n in range(widget.count()):
        lines = widget.model().headerData(n, _ACROSS) or ""
        words = " ".join(lines.split("\n"))  # as its tip says it on one line
        tip = widget.model().headerData(n, _ACROSS, Qt.ItemDataRole.ToolTipRole) or ""
        short = widget.sectionSizeFromContents(n).width() > widget.sectionSize(n) + SLACK
        if words and words not in tip and short and not widget.isSectionHidden(n):
            yield f"the heading {words!r} is wider than its column"


_LOOKS: dict[type | tuple[type, ...], Callable[..., Iterator[str]]] = {
    Elided: lambda _: iter(()),
    QLabel: _cut_label,
    Runs: _cut_runs,
    Chooser: _cut_chooser,
    Button: _cut_button,
    (QCheckBox, QRadioButton): _cut_tick,
    QToolButton: _cut_tool,
    QComboBox: _cut_box,
    QTabBar: _cut_tabs,
    QHeaderView: _cut_headings,
}


def _reachable(widget: QWidget, root: QWidget) -> bool:
    """A control lies in its window, or in what scrolls and leads to it."""
    rect, here, above = widget.rect(), widget, widget.parentWidget()
    while above is not None and here is not root:
        rect = QRect(here.mapTo(above, rect.topLeft()), rect.size())
        area = above.parentWidget()
        if isinstance(area, QAbstractScrollArea) and above is area.viewport():
            return _leads_to(area, rect)
        if not above.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(rect):
            return False
        here, above = above, above.parentWidget()
    return True


def _leads_to(area: QAbstractScrollArea, rect: QRect) -> bool:
    across, down = area.horizontalScrollBar(), area.verticalScrollBar()
    rest = QRect(
        -across.value(), -down.value(),
        area.viewport().width() + across.maximum(), area.viewport().height() + down.maximum(),
    )  # fmt: skip
    return rest.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(rect)


def _overlapping(parent: QWidget, root: QWidget) -> list[str]:
    inner = [
        w for w in parent.children()
        if isinstance(w, (QLabel, *_CONTROLS)) and w.isVisible()
        and not w.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    ]  # fmt: skip
    return [
        f"{_path(a, root)}: it and {type(b).__name__} lie over one another"
        for a, b in combinations(inner, 2)
        if a.geometry().adjusted(SLACK, SLACK, -SLACK, -SLACK).intersects(b.geometry())
    ]


@contextmanager
def painted_words() -> Iterator[list[str]]:
    """Listen to words that are painted by hand while it lasts; give those that were cut."""
    found: list[str] = []
    plain = QPainter.drawText

    def draw(painter: QPainter, *told: object) -> object:
        text = next((t for t in told if isinstance(t, str)), "")
        flags = next((int(t) for t in told[1:] if isinstance(t, (int, Qt.AlignmentFlag))), 0)
        may = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextDontClip)
        if isinstance(told[0], (QRect, QRectF)) and not flags & may:
            wide = QFontMetrics(painter.font(), painter.device()).horizontalAdvance(text)
            if wide > told[0].width() + SLACK:
                found.append(f"painted {text!r} is wider than its place")
        return plain(painter, *told)

    QPainter.drawText = draw
    try:
        yield found
    finally:
        QPainter.drawText = plain
