"""The review page: what was recognised and what would change, before a single figure is written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.gui.parts.buttons import button
from desktop.gui.parts.card import Card
from desktop.gui.parts.layouts import column
from desktop.gui.review.comparison import ComparisonCard
from desktop.gui.review.files import FilesList
from desktop.gui.review.findings import ChecksCard, FindingsCard
from desktop.gui.review.recognised import RecognisedCard
from desktop.gui.session import Session
from desktop.gui.tokens import GAP, MARGIN, SNUG

if TYPE_CHECKING:
    from desktop.workflow import Preview

_FILES_WIDTH, _FILES_NARROW = 206, 184
_NARROW_PAGE = 1200

_SHARES, _NARROW_SHARES = (55, 45), (48, 52)
"""Of the sheet and of the comparison beside it: a comparison's columns come first."""


class ReviewTools(QWidget):
    """The two ways on from a review: skip, or write."""

    def __init__(self, page: ReviewPage) -> None:
        """Belong to a review page."""
        super().__init__()
        self.skip = button("", page.skipped.emit)
        self.write = button("primary", page.accept)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SNUG)
        layout.addWidget(self.skip)
        layout.addWidget(self.write)


class ReviewPage(QWidget):
    """Files at the left (where there are several), the chosen one's cards beside them."""

    skipped = Signal()
    accepted = Signal(object)  # tuple[Preview, ...]
    date_given = Signal(object, object)  # Preview, date

    def __init__(self, session: Session) -> None:
        """Start with nothing to review."""
        super().__init__()
        self._session = session
        self.previews: tuple[Preview, ...] = ()
        self.files = FilesList()
        self._files_card = Card()
        self._files_card.body.addWidget(self.files, 1)
        self._files_card.body.setContentsMargins(10, 14, 10, 10)
        self.recognised = RecognisedCard()
        self.checks = ChecksCard()
        self.comparison = ComparisonCard()
        self.findings = FindingsCard()
        self.tools = ReviewTools(self)
        self._lay_out()
        self._filling = False
        self.files.selectionModel().currentChanged.connect(self._choose)
        self.findings.cell_asked.connect(self.recognised.show_cell)
        self.recognised.date_given.connect(self._give_date)

    def _lay_out(self) -> None:
        left = column(self.recognised, self.checks, gap=GAP)
        left.setStretch(0, 68)
        left.setStretch(1, 32)
        right = column(self.comparison, self.findings, gap=GAP)
        right.setStretch(0, 55)
        right.setStretch(1, 45)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN, 0, MARGIN, MARGIN - 4)
        layout.setSpacing(GAP)
        layout.addWidget(self._files_card)
        layout.addLayout(left)
        layout.addLayout(right)
        self._columns = layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the cards their room on a small screen."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW_PAGE
        for place, share in zip((1, 2), _NARROW_SHARES if narrow else _SHARES, strict=True):
            self._columns.setStretch(place, share)
        self._files_card.setFixedWidth(_FILES_NARROW if narrow else _FILES_WIDTH)

    def show_previews(self, previews: Sequence[Preview]) -> None:
        """Review other files."""
        self.previews = tuple(previews)
        self.redraw()

    def replace_preview(self, old: Preview, new: Preview) -> None:
        """Put a preview in the place of one that was read again."""
        self.previews = tuple(new if p is old else p for p in self.previews)
        self.redraw()

    def redraw(self) -> None:
        """Draw what is held in the window's language and theme."""
        lang, colours = self._session.language, self._session.theme.colours
        self._files_card.entitle(lang._("Files"), lang.number(len(self.previews)))
        self._files_card.setVisible(len(self.previews) > 1)
        self._filling = True  # the list's own choice of a line is no wish of the user's
        self.files.show_files(self.previews, lang, colours)
        self._filling = False
        self.tools.skip.setText(lang._("Skip"))
        self.tools.skip.setToolTip("Esc")
        figures = sum(p.figures for p in self.previews)
        self.tools.write.setEnabled(any(p.acceptable for p in self.previews))
        self.tools.write.setText(
            lang.plural("Will write {number} figure", "Will write {number} figures", figures,
                        number=lang.number(figures))
            if figures else lang._("Nothing to write")
        )  # fmt: skip
        self.tools.write.setToolTip("Ctrl+Enter")
        self._draw_chosen()

    @property
    def chosen(self) -> Preview | None:
        """The file whose cards are shown."""
        row = self.files.currentIndex().row()
        return self.previews[row] if 0 <= row < len(self.previews) else None

    def _choose(self) -> None:
        if not self._filling:
            self._draw_chosen()

    def _draw_chosen(self) -> None:
        preview = self.chosen
        if preview is None:
            return
        lang, colours = self._session.language, self._session.theme.colours
        self.recognised.draw(preview, lang, colours)
        self.comparison.draw(preview.reading, preview.comparison, lang, colours)
        self.findings.draw(preview.findings, lang, colours)
        self.checks.draw(preview.reading.checks, lang, colours)

    def accept(self) -> None:
        """Say that the user wants the figures written."""
        if any(p.acceptable for p in self.previews):
            self.accepted.emit(self.previews)

    def _give_date(self, day: date) -> None:
        preview = self.chosen
        if preview is not None and day != preview.reported_on:
            self.date_given.emit(preview, day)
