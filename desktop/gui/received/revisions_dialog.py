"""What each release told: the revision triangle of a series, chosen by name, and its statistics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from desktop.figures.wording import N_
from desktop.gui.parts.buttons import button
from desktop.gui.parts.dialog import Dialog
from desktop.gui.parts.grid import GridView
from desktop.gui.parts.layouts import row
from desktop.gui.parts.text import label
from desktop.gui.provenance.offer import Number, Offer, offer_of_rows
from desktop.gui.received.revision_grid import (
    release_at,
    revision_at,
    told_numbers,
    told_sizes,
    triangle_grid,
)
from desktop.gui.tokens import GAP, SNUG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.analysis.revisions import Triangle
    from desktop.gui.session import Session

_SIZE = (1040, 620)


class RevisionsDialog(Dialog):
    """A chooser of series, months or cumulative; the table, and what it comes to."""

    asked = Signal(str, bool)  # series, cumulative

    def __init__(self, parent: QWidget, session: Session, names: Sequence[tuple[str, str]]) -> None:
        """Offer series, each by its label and name; `show_triangle` fills the table."""
        super().__init__(parent)
        self.setObjectName("revisions")
        self.resize(*_SIZE)
        self._session = session
        self.triangle: Triangle | None = None
        lang = session.language
        self.setWindowTitle(lang._("Revisions"))
        self.series, self.cumulative = QComboBox(), QCheckBox(lang._("January to each month"))
        self.table, self.told = GridView(28), label("secondary")
        self.close_button = button("", self.reject)
        self.close_button.setText(lang._("Close"))
        self.close_button.setAutoDefault(False)
        for text, name in names:
            self.series.addItem(text, name)
        self.series.setAccessibleName(lang._("Series"))
        self.told.setWordWrap(True)
        self.told.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Enter asks there too
        self._lay_out()
        self.offer = offer_of_rows(self.table, self._numbers)
        self.offer_of_means = Offer(self.told, self._means)
        self.offer.lang = self.offer_of_means.lang = lang
        self.series.currentIndexChanged.connect(self.ask)
        self.cumulative.toggled.connect(self.ask)
        self.series.setFocus()

    def _lay_out(self) -> None:
        lang = self._session.language
        hint = label(
            "secondary",
            lang._(
                "Million US dollars. Each column is a release; Enter, or the right button, "
                "asks where it was read."
            ),
        )
        hint.setWordWrap(True)
        self.series.setMinimumWidth(320)
        self.series.setMaxVisibleItems(16)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(12)
        layout.addWidget(label("title", self.windowTitle()))
        layout.addWidget(hint)
        layout.addLayout(row(self.series, self.cumulative, 1, gap=GAP))
        layout.addWidget(self.table, 1)
        layout.addWidget(self.told)
        layout.addLayout(row(1, self.close_button, gap=SNUG))

    def _numbers(self, row: int, column: int) -> Sequence[Number]:
        """The release or revision that a cell shows, to be asked where it comes from."""
        from desktop.analysis.tracing.released import (  # noqa: PLC0415 - when asked
            release_name,
            revision_name,
        )

        told = self.triangle
        found = release_at(told, row, column) if told else None
        if told is None or found is None:
            return ()
        month, release = found
        name = release_name(told.series, month, release.reported_on, cumulative=told.cumulative)
        shown = (Number(name, None, N_("The release")),)
        if not (moved := revision_at(told, row, column)):
            return shown
        days = moved.first.reported_on, moved.latest.reported_on
        name = revision_name(told.series, month, *days, cumulative=told.cumulative)
        return (Number(name, None, N_("The revision")), *shown)

    def _means(self) -> Sequence[Number]:
        """What the sentences beneath the table tell, to be asked where it comes from."""
        return told_numbers(self.triangle) if self.triangle else ()

    def ask(self) -> None:
        """Ask for what is chosen."""
        self.asked.emit(self.series.currentData(), self.cumulative.isChecked())

    def show_triangle(self, triangle: Triangle | None) -> None:
        """Show a triangle; None where the archive has no release of what is chosen."""
        lang, colours = self._session.language, self._session.theme.colours
        self.triangle = triangle
        self.table.setVisible(triangle is not None)
        title = f"{self.windowTitle()}: {self.series.currentText()}"
        self.table.setAccessibleName(title)
        if triangle is None:
            self.told.setText(lang._("The archive holds no release of this series."))
            return
        self.table.show_grid(triangle_grid(triangle, lang), colours)
        self.told.setText("\n".join(told_sizes(triangle, lang)))
