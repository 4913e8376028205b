"""The review's cards and where each lies: beside one another where there is room, else in tabs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.figures.wording import Language
from desktop.gui.parts.card import Card
from desktop.gui.parts.layouts import column
from desktop.gui.parts.tab_card import TabCard
from desktop.gui.review.comparison import ComparisonPane
from desktop.gui.review.decisions import DecisionsCard
from desktop.gui.review.files import FileSeen, FilesList
from desktop.gui.review.findings import ChecksPane, FindingsPane
from desktop.gui.review.movers import MoversPane
from desktop.gui.review.names import NamesPane
from desktop.gui.review.recognised import RecognisedCard
from desktop.gui.tokens import GAP, MARGIN, Colours

_FILES_WIDTH, _FILES_NARROW = 214, 182
_NARROW_PAGE, _LOW_PAGE, _TALL_PAGE = 1200, 700, 900
_SHARES, _NARROW_SHARES = (55, 45), (57, 43)
"""Of the sheet and of the comparison beside it."""
_UNREAD_SHARES, _NARROW_UNREAD = (72, 28), (65, 35)
_UPPER, _UNREAD_UPPER, _LOWER = (70, 30), (84, 16), (42, 38, 30)
"""Heights: sheet over its checks; decisions over comparison over names and movements."""


class Board:
    """Makes the cards and lays them on a page."""

    def __init__(self, page: QWidget) -> None:
        """Lay the cards on the page."""
        self.files = FilesList()
        self._files_card = Card()
        self._files_card.body.addWidget(self.files, 1)
        self._files_card.body.setContentsMargins(10, 14, 10, 10)
        self.recognised = RecognisedCard()
        self.decisions = DecisionsCard()
        self.decisions.goes_on = self.recognised.sheet
        self.comparison, self.checks = ComparisonPane(), ChecksPane()
        self.findings, self.movers, self.names = FindingsPane(), MoversPane(), NamesPane()
        self.beneath, self.against, self.beside = TabCard(), TabCard(), TabCard()
        self._shares, self._unread_shares = _SHARES, _UNREAD_SHARES
        self._unread, self._asks, self._height = False, False, _TALL_PAGE
        self._columns = QHBoxLayout(page)
        self._columns.setContentsMargins(MARGIN, 0, MARGIN, MARGIN - 4)
        self._columns.setSpacing(GAP)
        self._columns.addWidget(self._files_card)
        self._left = _stretched(column(self.recognised, self.beneath, gap=GAP), _UPPER)
        self._columns.addLayout(self._left)
        right = column(self.decisions, self.against, self.beside, gap=GAP)
        self._columns.addLayout(_stretched(right, _LOWER))
        self.fit(_NARROW_PAGE, _LOW_PAGE)

    def fit(self, width: int, height: int) -> None:
        """Give each card its room; on a low page the lesser ones share a card."""
        narrow = width < _NARROW_PAGE
        self._shares = _NARROW_SHARES if narrow else _SHARES
        self._unread_shares = _NARROW_UNREAD if narrow else _UNREAD_SHARES
        self.share_out(unread=self._unread, asks=self._asks)
        self._files_card.setFixedWidth(_FILES_NARROW if narrow else _FILES_WIDTH)
        self._height = height
        self.recognised.story.give_lines(2 if height < _LOW_PAGE else 3)
        self._arrange()

    def _arrange(self) -> None:
        """Say which card holds what: the lower the page, the fewer the cards."""
        alone = self._unread and self._height < _LOW_PAGE  # a sheet that is being taught
        self.beneath.hold(() if alone else (self.checks, self.findings))
        if alone:
            self.beside.hold(())
            self.against.hold((self.findings, self.comparison))
        elif self._height < (_TALL_PAGE if self._asks else _LOW_PAGE):
            self.beside.hold(())
            self.against.hold((self.comparison, self.movers, self.names))
        else:
            self.against.hold((self.comparison,))
            self.beside.hold((self.movers, self.names))

    def share_out(self, *, unread: bool, asks: bool) -> None:
        """Share the page between sheet and comparison; what is not read has only its sheet.

        What `asks` needs room for its questions, and the lesser cards give way.
        """
        if (unread, asks) != (self._unread, self._asks):
            self._unread, self._asks = unread, asks
            self._arrange()
        shares = self._unread_shares if unread else self._shares
        for place, share in zip((1, 2), shares, strict=True):
            self._columns.setStretch(place, share)
        _stretched(self._left, _UNREAD_UPPER if unread else _UPPER)

    def show_files(self, files: Sequence[FileSeen], lang: Language, colours: Colours) -> None:
        """Show the list of files; it hides where there is but one."""
        self._files_card.entitle(lang._("Files"), lang.number(len(files)))
        self._files_card.setVisible(len(files) > 1)
        self.files.show_files(files, lang, colours)

    def places(self) -> tuple[QWidget, ...]:
        """Give what F6 goes round: a place to take the keyboard on each card."""
        decide = self.decisions.field
        return (
            self.files,
            self.recognised.sheet,
            *self._shown(self.beneath),
            decide if decide.isVisible() else self.decisions.choices,
            *self._shown(self.against),
            *self._shown(self.beside),
        )

    def _shown(self, card: TabCard) -> tuple[QWidget, ...]:
        main = {
            self.checks: self.checks.table, self.findings: self.findings.list,
            self.movers: self.movers.table, self.names: self.names.table,
            self.comparison: self.comparison.table,
        }  # fmt: skip
        found = main.get(card.pane) if card.pane else None
        return (found,) if found is not None else ()


def _stretched(layout: QVBoxLayout, shares: tuple[int, ...]) -> QVBoxLayout:
    for place, share in enumerate(shares):
        layout.setStretch(place, share)
    return layout
