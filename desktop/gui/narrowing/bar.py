"""The line that says, on pages without tools of their own, what is narrowed and what is not."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from desktop.figures.wording import Language
from desktop.gui.narrowing.chips import FocusChips
from desktop.gui.parts.layouts import row
from desktop.gui.parts.text import Elided
from desktop.gui.session import Session
from desktop.gui.tokens import GAP, MARGIN, SNUG, Colours


class FocusBar(QWidget):
    """Chips, and a sentence on what of the page follows them; hidden while nothing is narrowed."""

    def __init__(self, session: Session, sentences: Mapping[str, str]) -> None:
        """Take what each page says of itself (`N_` texts); a page without one has its own chips."""
        super().__init__()
        self._session, self._sentences = session, sentences
        self.chips, self.sentence = FocusChips(session), Elided("small")
        layout = row(self.chips, self.sentence, gap=GAP)
        layout.setContentsMargins(MARGIN, 0, MARGIN, SNUG)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.hide()

    def show_page(self, page: str, lang: Language, colours: Colours) -> None:
        """Speak of a page."""
        said = self._sentences.get(page, "")
        self.chips.dress(lang, colours)
        self.sentence.setText(lang._(said) if said else "")
        self.setVisible(bool(said and self._session.focus))
