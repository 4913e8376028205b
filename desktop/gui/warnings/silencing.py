"""The bar that silences a warning for some months with a reason, or lets it be heard again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QSpinBox, QStackedWidget, QWidget

from desktop.figures.silence import Silence
from desktop.figures.wording import N_, Language
from desktop.gui.parts.buttons import button
from desktop.gui.parts.layouts import row
from desktop.gui.parts.text import label

_USUAL, _MOST = 3, 24
_NEWEST_ONLY = N_("What was seen earlier stays as it was: silence this in the newest month.")


class SilenceBar(QStackedWidget):
    """Asks for months and a reason; of a silenced warning it tells who silenced it, and why."""

    silenced = Signal(int, str)
    lifted = Signal(int)

    def __init__(self, lang: Language) -> None:
        """Speak a language."""
        super().__init__()
        self._lang = lang
        self._held: Silence | None = None
        self.months, self.reason = QSpinBox(), QLineEdit()
        self.months.setRange(1, _MOST)
        self.months.lineEdit().setTextMargins(6, 0, 0, 0)
        self.months.valueChanged.connect(self._count)
        self.months.setValue(_USUAL)
        self.months.setAccessibleName(lang._("For how many months"))
        self.reason.setPlaceholderText(lang._("Why it need not be shown"))
        self.reason.setAccessibleName(lang._("Reason"))
        self.silence_button = button("", self._silence)
        self.silence_button.setText(lang._("Silence"))
        self.told = label("secondary")
        self.told.setWordWrap(True)
        self.lift_button = button("", self._lift)
        self.lift_button.setText(lang._("Let it be heard again"))
        self._ask, self._tell = QWidget(), QWidget()
        asking = row(self.months, self.reason, self.silence_button, gap=8)
        asking.setStretch(1, 1)
        self._ask.setLayout(asking)
        telling = row(self.told, self.lift_button, gap=8)
        telling.setStretch(0, 1)
        self._tell.setLayout(telling)
        self.addWidget(self._ask)
        self.addWidget(self._tell)
        self.reason.textChanged.connect(self._allow)
        self.reason.returnPressed.connect(self._silence)
        self._allow()

    def show_silence(self, silence: Silence | None, *, alterable: bool = True) -> None:
        """Offer to silence, or tell of the silence that stands.

        A month before the newest, or one seen as of an earlier day, is not `alterable`: a silence
        counts from the newest month on.
        """
        self._held = silence
        self.setCurrentWidget(self._ask if alterable and silence is None else self._tell)
        self.lift_button.setVisible(alterable)
        self.reason.clear()
        self.told.setText(self._silenced(silence) if silence else self._lang._(_NEWEST_ONLY))

    def _silenced(self, silence: Silence) -> str:
        return self._lang._(
            "Silenced to {month} by {who}: {reason}",
            month=self._lang.month(silence.until), who=silence.by, reason=silence.reason,
        )  # fmt: skip

    def _count(self, months: int) -> None:
        self.months.setSuffix(self._lang.plural(" month", " months", months))

    def _allow(self) -> None:
        self.silence_button.setEnabled(bool(self.reason.text().strip()))

    def _silence(self) -> None:
        if self.reason.text().strip():
            self.silenced.emit(self.months.value(), self.reason.text().strip())

    def _lift(self) -> None:
        if self._held:
            self.lifted.emit(self._held.number)
