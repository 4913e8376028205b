"""The chips that say what every page is narrowed to, and take it away: market, item, month."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.analysis.structure.names import name_in
from desktop.figures.catalogue import items
from desktop.figures.groupings import Dimension, group_named
from desktop.figures.series import TRADE, Flow
from desktop.figures.wording import N_, Language
from desktop.gui.icons import icon
from desktop.gui.parts.layouts import row
from desktop.gui.parts.tips import wrapped
from desktop.gui.session import Focus, Session
from desktop.gui.tokens import SNUG, Colours

_MARKET, _ITEM, _MONTH = "market", "item", "month"
_WORDS = {
    _MARKET: N_("Market: {name}"), _ITEM: N_("Item: {name}"), _MONTH: N_("{name} only"),
}  # fmt: skip
_OF_GROUPS = {_MARKET: N_("Markets: {name}"), _ITEM: N_("Items: {name}")}
_DIMENSIONS = {_MARKET: Dimension.MARKET, _ITEM: Dimension.ITEM}
_EMPTY = {_MARKET: "", _ITEM: "", _MONTH: None}


class Chip(QPushButton):
    """One narrowing. A click, Enter, Space, Delete or Backspace removes it."""

    removed = Signal()

    def __init__(self) -> None:
        """Start hidden."""
        super().__init__()
        self._told: tuple[str, Language, Colours] | None = None
        self.setProperty("look", "chip")
        self.setProperty("tone", "primary")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands behind the words
        self.clicked.connect(lambda _checked: self.removed.emit())
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove by key."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return,
                           Qt.Key.Key_Enter}:  # fmt: skip
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def tell(self, words: str, lang: Language, colours: Colours) -> None:
        """Say what is narrowed to; nothing hides the chip."""
        if self._told == (told := (words, lang, colours)):
            return
        self._told = told
        self.setVisible(bool(words))
        self.setText(words)
        self.setIcon(icon("close", colours.primary, 12))
        self.setAccessibleName(lang._("Remove: {words}", words=words))
        self.setToolTip(wrapped(lang._("Shown on every page; press to remove")))


class FocusChips(QWidget):
    """A chip for the market, one for the item, one for the month."""

    def __init__(self, session: Session) -> None:
        """Follow the session's focus."""
        super().__init__()
        self._session = session
        self._chips = {kind: Chip() for kind in _WORDS}
        self.market, self.item, self.month = self._chips.values()
        for kind, chip in self._chips.items():
            chip.removed.connect(lambda k=kind: session.focus_on(**{k: _EMPTY[k]}))
        self.setLayout(row(*self._chips.values(), gap=SNUG))

    def dress(self, lang: Language, colours: Colours) -> None:
        """Name what is focused on."""
        focus = self._session.focus
        for kind, words in focus_words(focus, lang).items():
            self._chips[kind].tell(words, lang, colours)
        self.setVisible(bool(focus))


def focus_words(focus: Focus, lang: Language) -> dict[str, str]:
    """Say by kind what is narrowed to; empty where nothing is."""
    month = lang._(_WORDS[_MONTH], name=lang.month(focus.month)) if focus.month else ""
    return {
        _MARKET: _named(_MARKET, focus.market, lang), _ITEM: _named(_ITEM, focus.item, lang),
        _MONTH: month,
    }  # fmt: skip


def _named(kind: str, code: str, lang: Language) -> str:
    if not code:
        return ""
    texts = _OF_GROUPS if group_named(code) else _WORDS
    return lang._(texts[kind], name=focus_name(kind, code, lang))


def focus_names(focus: Focus, lang: Language) -> str:
    """Name the market, the item, or both; empty for a month of all trade."""
    codes = ((_MARKET, focus.market), (_ITEM, focus.item))
    return " · ".join(focus_name(kind, code, lang) for kind, code in codes if code)


def focus_name(kind: str, code: str, lang: Language) -> str:
    """Name a market or an item, whichever flow has it, or a group."""
    flow = next((f for f in TRADE if code in items(f)), Flow.EXPORT)  # wheat is imported only
    return name_in(flow, _DIMENSIONS[kind], code, lang)
