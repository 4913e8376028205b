"""The banner over a sheet that no layout fits: what to check, whose it is, and keep it for good."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.figures.layouts import sender_called, sender_name
from desktop.figures.wording import Language
from desktop.gui.parts.buttons import button
from desktop.gui.parts.flowing import Flowing
from desktop.gui.parts.layouts import row
from desktop.gui.parts.text import label
from desktop.gui.parts.tips import wrapped
from desktop.gui.review.field_dialog import areas, chosen_value, make_searchable

_SENDER_WIDTH, _AREA_LENGTH = 92, 8
"""They and the button stand on one line, beside the archive's card, too."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What was put into the banner by hand: a sender, and whose trade it is (None: left alone)."""

    sender: str = ""
    area: str | None = None


NOTHING = Typed()


class AssistedBanner(QFrame):
    """A proposal to check; a reading that may be kept as a layout; a pointing that was unclear."""

    read_asked = Signal(str, str)  # sender, area
    undo_asked = Signal()
    keep_asked = Signal(str)  # sender

    def __init__(self) -> None:
        """Start hidden."""
        super().__init__()
        self.setProperty("look", "banner")
        self.told = label("strong")
        self.told.setWordWrap(True)
        self.whose = QLineEdit()
        self.whose.setMaxLength(60)
        self.whose.setFixedWidth(_SENDER_WIDTH)
        self.area = QComboBox()
        make_searchable(self.area)
        self.area.setMinimumContentsLength(_AREA_LENGTH)
        self.area.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.read = button("primary", self._read)
        self.keep = button("primary", lambda: self.keep_asked.emit(self._sender()))
        self.back = button("", self.undo_asked.emit)
        self._whose_label, self._area_label = label("secondary"), label("secondary")
        self._whose_label.setBuddy(self.whose)
        self._area_label.setBuddy(self.area)
        self._fields = (
            _pair(self._whose_label, self.whose), _pair(self._area_label, self.area)
        )  # fmt: skip
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(6)
        layout.addWidget(self.told)
        layout.addLayout(Flowing(*self._fields, self.read, self.keep, self.back, gap=8))
        self.whose.textChanged.connect(self._allow)
        self.area.currentTextChanged.connect(self._allow)
        self.area.activated.connect(self._choose_area)
        self.area.editTextChanged.connect(self._type_area)
        self._area_chosen = False
        self._language = ""
        self._lang: Language | None = None
        self.hide()

    @property
    def typed(self) -> Typed:
        """What was put in by hand, as far as it was."""
        sender = self._sender() if self.whose.isModified() else ""
        chosen = self._area_chosen and self._knows_area()
        return Typed(sender, chosen_value(self.area) if chosen else None)

    def put_back(self, typed: Typed) -> None:
        """Put in what was typed for a file, or nothing for one that is new here."""
        self.whose.setText(self._named(typed.sender))
        self.whose.setModified(bool(typed.sender))
        self.area.setCurrentIndex(max(self.area.findData(typed.area or ""), 0))
        self._area_chosen = typed.area is not None

    def _named(self, sender: str) -> str:
        return sender_name(sender, self._lang) if self._lang else sender

    def _choose_area(self) -> None:
        self._area_chosen = True

    def _type_area(self) -> None:
        """Only who has the keyboard types: the banner fills the field, too."""
        self._area_chosen = self._area_chosen or self.area.hasFocus()

    def dress(self, lang: Language) -> None:
        """Speak a language."""
        self._lang = lang
        self._whose_label.setText(lang._("Sender"))
        self.whose.setAccessibleName(lang._("Sender"))
        self.whose.setPlaceholderText(lang._("such as US Census"))
        self._area_label.setText(lang._("Whose trade"))
        self.area.setAccessibleName(lang._("Whose trade"))
        if edit := self.area.lineEdit():
            edit.setPlaceholderText(lang._("choose"))
        self.read.setText(lang._("Read it so"))
        self.keep.setText(lang._("Keep as a layout"))
        self.keep.setToolTip(
            wrapped(lang._("The sender's next files are then read by themselves."))
        )
        self.back.setText(lang._("Take it back"))
        self.back.setToolTip("Ctrl+Z")

    def _fill_areas(self, lang: Language) -> None:
        """List the countries and provinces, once the banner is needed at all."""
        if self._language != lang.code:
            self._language = lang.code
            held = chosen_value(self.area)
            self.area.clear()
            for value, words in areas(lang):
                self.area.addItem(words, value)
            self.area.setCurrentIndex(max(self.area.findData(held), 0))

    def propose(self, lang: Language, sender: str, area: str) -> None:
        """Ask to check the proposal."""
        self.told.setText(
            lang._(
                "No layout fits. Check the proposal; point at what is wrong and press the menu key."
            )
        )
        self._ask_whose(lang, sender, area, self.read)

    def offer_to_keep(
        self, lang: Language, sender: str, area: str, figures: int, *, by_itself: bool = False
    ) -> None:
        """Ask whether the reading is to be kept as a layout, which writing does `by_itself`."""
        number = lang.number(figures)
        self.told.setText(
            lang.plural(
                "{number} figure read as you directed. Written, its layout is kept for the next.",
                "{number} figures read as you directed. Written, their layout is kept for the next"
                " file.",
                figures,
                number=number,
            )
            if by_itself
            else lang.plural(
                "{number} figure read as you directed. Kept, the next file needs no correction.",
                "{number} figures read as you directed. Kept, the next file needs no correction.",
                figures,
                number=number,
            )
        )
        self._ask_whose(lang, sender, area, self.keep)

    def ask_again(self, told: str) -> None:
        """Say why nothing can be read as it was pointed at; it can be taken back."""
        self.told.setText(told)
        self._show_only(self.back)

    def to_answer(self) -> QWidget:
        """Give what the keyboard is led to where the file waits for an answer."""
        return self.back if self.back.isVisible() else self.whose

    def _ask_whose(self, lang: Language, sender: str, area: str, then: QWidget) -> None:
        self._fill_areas(lang)
        self._fill(sender, area)
        self._allow()
        self._show_only(*self._fields, then)

    def _show_only(self, *parts: QWidget) -> None:
        for part in (*self._fields, self.read, self.keep, self.back):
            part.setVisible(part in parts)
        self.show()

    def _fill(self, sender: str, area: str) -> None:
        if not self.whose.isModified() and not self.whose.hasFocus() and sender:
            self.whose.setText(self._named(sender))
        if not self._area_chosen and not self.area.hasFocus() and area:
            self.area.setCurrentIndex(self.area.findData(area))
            if self.area.currentIndex() < 0:  # nothing says whose it is: it is nobody's by default
                self.area.setEditText("")
            if edit := self.area.lineEdit():
                edit.setCursorPosition(0)  # a long name is read from its beginning

    def _allow(self) -> None:
        named = bool(self.whose.text().strip())
        self.read.setEnabled(named and self._knows_area())
        self.keep.setEnabled(named)

    def _knows_area(self) -> bool:
        return self.area.findText(self.area.currentText(), Qt.MatchFlag.MatchFixedString) >= 0

    def _read(self) -> None:
        self.read_asked.emit(self._sender(), chosen_value(self.area))

    def _sender(self) -> str:
        """Give the code of an office that is named, or the name."""
        name = self.whose.text().strip()
        return sender_called(name, self._lang) if self._lang else name


def _pair(words: QLabel, field: QWidget) -> QWidget:
    """Keep a field beside its words, in whatever line they come to stand."""
    made = QWidget()
    made.setLayout(row(words, field, gap=6))
    return made
