"""The fields beneath the bars: a share for each month, which a paste from a sheet fills at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from desktop.figures.month import Month
from desktop.gui.parts.text import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.figures.wording import Language


class ShareField(QLineEdit):
    """One month's share. A paste of several numbers is not its own: it is handed on."""

    pasted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand a paste of a row or column on; take everything else."""
        text = QGuiApplication.clipboard().text() if event.matches(_PASTE) else ""
        if len(text.split()) > 1:
            self.pasted.emit(text)
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.focusNextChild()
            return
        super().keyPressEvent(event)


_PASTE = QKeySequence.StandardKey.Paste


class ShareFields(QWidget):
    """Month, field and share to date, a column each. `edited` says that a field was typed in."""

    edited = Signal()
    pasted = Signal(str)

    def __init__(self, start: Month, months: int, lang: Language) -> None:
        """Lay out the months of a period."""
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(3)
        self.fields: list[ShareField] = []
        self._sums: list[QLabel] = []
        for column in range(months):
            self._column(grid, column, start + column, lang)

    def _column(self, grid: QGridLayout, column: int, month: Month, lang: Language) -> None:
        head, field, so_far = label("small"), ShareField(), label("tiny")
        head.setText(lang.month_tick(month.number))
        field.setAccessibleName(lang._("Share of {month}, per cent", month=lang.month(month)))
        field.setMinimumWidth(44)
        for part in (head, field, so_far):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        field.textEdited.connect(self.edited)
        field.pasted.connect(self.pasted)
        grid.addWidget(head, 0, column)
        grid.addWidget(field, 1, column)
        grid.addWidget(so_far, 2, column)
        grid.setColumnStretch(column, 1)
        self.fields.append(field)
        self._sums.append(so_far)

    @property
    def texts(self) -> tuple[str, ...]:
        """What is typed."""
        return tuple(field.text() for field in self.fields)

    def show_texts(self, texts: Sequence[str]) -> None:
        """Show other shares, without saying that they were typed."""
        for field, text in zip(self.fields, texts, strict=True):
            if field.text() != text:
                field.setText(text)

    def show_sums(self, shares: Sequence[float], lang: Language) -> None:
        """Show the shares to date; nothing where they are not known."""
        so_far = 0.0
        for number, shown in enumerate(self._sums):
            so_far += shares[number] if number < len(shares) else 0.0
            shown.setText(lang.percent(so_far) if shares else "")
