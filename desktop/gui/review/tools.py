"""The review's own buttons above the page: skip, decide a file later, write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.figures.wording import Language
from desktop.gui.parts.buttons import button
from desktop.gui.parts.tips import wrapped
from desktop.gui.tokens import SNUG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.workflow import Preview


class ReviewTools(QWidget):
    """The ways on from a review."""

    skipped = Signal()
    put_off = Signal()
    accepted = Signal()

    def __init__(self) -> None:
        """Make the buttons; `dress` gives their words."""
        super().__init__()
        self.skip = button("", self.skipped.emit)
        self.later = button("", self.put_off.emit)
        self.write = button("primary", self.accepted.emit)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SNUG)
        for part in (self.skip, self.later, self.write):
            part.give_way()
            layout.addWidget(part)

    def dress(
        self, ready: Sequence[Preview], lang: Language, *, several: bool, later: bool, waiting: int
    ) -> None:
        """Say what writing would write, and what it waits for."""
        self.skip.setText(lang._("Skip"))
        self.skip.setToolTip("Esc")
        self.later.setText(lang._("Decide now") if later else lang._("Decide later"))
        self.later.setToolTip("Ctrl+D")
        self.later.setVisible(several)
        once = {p.reading.content_hash: p.figures for p in ready}  # a copy would add nothing
        figures = sum(once.values())
        if figures:
            words = lang.plural(
                "Will write {number} figure", "Will write {number} figures", figures,
                number=lang.number(figures),
            )  # fmt: skip
        elif waiting:
            words = lang._("Decide first")
        else:
            words = lang._("Nothing to write")
        self.write.setEnabled(bool(figures or waiting))
        self.write.setText(words)
        self.write.setToolTip(wrapped(self._tip(len(ready), waiting, lang)))

    def _tip(self, ready: int, waiting: int, lang: Language) -> str:
        tip = "Ctrl+Enter"
        if waiting and ready:
            files = lang.plural(
                "{count} file that needs a decision stays here.",
                "{count} files that need a decision stay here.",
                waiting,
            )
            tip += f"\n{files}"
        return tip
