"""The small dialog that sets a year's export target: a growth or a value, and who set it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from desktop.figures.finding import Refused
from desktop.figures.finding_texts import in_words
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetMeasure
from desktop.figures.target_typing import amounts, day
from desktop.figures.wording import BILLION, Language
from desktop.gui.parts.buttons import Segments, button
from desktop.gui.parts.dialog import Dialog
from desktop.gui.parts.layouts import row
from desktop.gui.parts.text import label

GROWTH, VALUE, SURPLUS = (
    m.value for m in (TargetMeasure.GROWTH, TargetMeasure.VALUE, TargetMeasure.SURPLUS)
)


class TargetDialog(Dialog):
    """Asks for one number and its document. `set_asked` gives the target to keep.

    Where several provinces are told of and no nation, `provinces` gives each with the target that
    it has: which one it is for is chosen first.
    """

    set_asked = Signal(object)  # Target

    def __init__(
        self, parent: QWidget, lang: Language, year: int, held: Target | None,
        provinces: Mapping[str, Target | None] = MappingProxyType({}),
    ) -> None:  # fmt: skip
        """Start from the target that is held, if one is."""
        super().__init__(parent)
        self.setObjectName("target")
        self.setWindowTitle(lang._("Export target {year}", year=year))
        self._lang, self._year = lang, year
        self.province = QComboBox()
        self.province.addItems(list(provinces))
        self.province.setAccessibleName(lang._("Province"))
        self.province.setVisible(bool(provinces))
        self.measure = Segments((GROWTH, VALUE, SURPLUS))
        self.measure.dress(
            {
                GROWTH: (lang._("Growth"), lang._("Growth on the year before, per cent")),
                VALUE: (lang._("Value"), lang._("Value of the year, billion US dollars")),
                SURPLUS: (lang._("Surplus"), lang._("Exports less imports, billion US dollars")),
            }
        )
        self.measure.chosen.connect(self._adapt)
        self.amount = QLineEdit()
        self.amount.setMaximumWidth(140)
        self.amount.setAccessibleName(lang._("Target"))
        self.document = QLineEdit()
        self.document.setPlaceholderText(lang._("Resolution, plan or report that sets it"))
        self.document.setAccessibleName(lang._("Document"))
        self.issued = QLineEdit()
        self.issued.setAccessibleName(lang._("Issued on"))
        self._unit = label("secondary")
        self._note = label("muted")
        self._note.setWordWrap(True)
        self._lay_out(lang)
        self._start_from(next(iter(provinces.values()), held))
        self.province.currentTextChanged.connect(lambda name: self._start_from(provinces[name]))
        self.amount.setFocus()
        self.amount.selectAll()

    def _start_from(self, held: Target | None) -> None:
        """Show what is held as it may be typed again."""
        self.amount.setText(_shown(held, self._lang))
        self.document.setText(held.document if held else "")
        say = self._lang._
        self.issued.setPlaceholderText(
            say("Issued on, as 08/01/2026; today, where it is empty")
            if held and held.issued_on
            else say("Issued on, as 08/01/2026; may be left empty")
        )
        self._note.setText(
            say("A target set before is kept, and superseded by this one.") if held else ""
        )
        if held and held.measure in {TargetMeasure.VALUE, TargetMeasure.GROWTH}:
            self.measure.choose(held.measure.value)
        self._adapt()

    def _lay_out(self, lang: Language) -> None:
        self.keep = button("primary", self._keep)
        self.keep.setText(lang._("Set target"))
        self.keep.setDefault(True)
        cancel = button("", self.reject)
        cancel.setText(lang._("Cancel"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(12)
        layout.addWidget(label("title", lang._("Export target {year}", year=self._year)))
        layout.addWidget(self.province)
        layout.addLayout(row(self.measure, self.amount, self._unit, 1, gap=10))
        layout.addWidget(self.document)
        layout.addWidget(self.issued)
        layout.addWidget(self._note)
        layout.addLayout(row(1, cancel, self.keep, gap=8))

    def _adapt(self) -> None:
        growth = self.measure.choice == GROWTH
        self._unit.setText("%" if growth else self._lang._("bn USD"))
        hint = "12, 15–16" if growth else "454,2" if self._lang.code == "vi" else "454.2"
        self.amount.setPlaceholderText(hint)

    def target(self) -> Target:
        """Give what was typed as a target: a fraction, or US dollars; a range too.

        Raises `Refused` where it is no amount, or may be a fraction or a percentage, `ValueError`
        where the day is none.
        """
        measure = TargetMeasure(self.measure.choice)
        low, high = amounts(self.amount.text(), measure)
        return Target(
            Flow.BALANCE if measure is TargetMeasure.SURPLUS else Flow.EXPORT,
            measure,
            self._year,
            low,
            high,
            document=self.document.text().strip(),
            issued_on=day(self.issued.text()),
            province=self.province.currentText(),
        )

    def _keep(self) -> None:
        try:
            made = self.target()
        except Refused as refusal:
            first = refusal.findings[0]
            self._note.setText(in_words(first, self._lang, in_window=True))
            self.amount.setFocus()
            return
        except ValueError:
            self._note.setText(self._lang._("{found} is no day.", found=self.issued.text().strip()))
            self.issued.setFocus()
            return
        self.set_asked.emit(made)
        self.accept()


def _shown(held: Target | None, lang: Language) -> str:
    """Write what is held as it may be typed: 12, 15–16, 454.2; nothing where nothing is."""
    if held is None:
        return ""
    scale = 1 / BILLION if held.measure is TargetMeasure.VALUE else 100
    ends = (held.low,) if held.low == held.high else (held.low, held.high)
    return "–".join(_short(end * scale, lang) for end in ends)


def _short(amount: float, lang: Language) -> str:
    exact = round(amount, 6)
    decimals = next((n for n in range(6) if round(exact, n) == exact), 6)
    return lang.number(exact, decimals)
