"""What of the list of returns is shown: by sender, by year, by state, by words searched for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.figures.collation import alphabetical
from desktop.figures.finding_texts import sentence
from desktop.figures.layouts import layout_name, sender_name
from desktop.figures.month import Month
from desktop.figures.names import folded_key
from desktop.figures.received import StoredReturn
from desktop.figures.wording import Language
from desktop.gui.parts.buttons import button
from desktop.gui.parts.chooser import Choice
from desktop.gui.received.words import covered_words
from desktop.gui.tokens import SNUG, Colours

ALL, COUNTS, WITHDRAWN, DOUBTFUL = "", "counts", "withdrawn", "doubtful"


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked for; empty lets everything through. `words` are searched without accents."""

    words: str = ""
    sender: str = ""
    year: str = ""
    state: str = ALL
    month: Month | None = None

    def shows(self, held: StoredReturn, lang: Language) -> bool:
        """Say whether a return is asked for."""
        return (
            self.sender in {"", held.sender}
            and (not self.year or int(self.year) in years(held))
            and (self.month is None or tells_of(held, self.month))
            and self._in_state(held)
            and all(folded_key(word) in _searched(held, lang) for word in self.words.split())
        )

    def _in_state(self, held: StoredReturn) -> bool:
        match self.state:
            case "counts":
                return not held.withdrawn
            case "withdrawn":
                return held.withdrawn
            case "doubtful":
                return bool(held.findings)
        return True


def years(held: StoredReturn) -> range:
    """The years that a return's figures lie in; of its own date where it covers none."""
    last = held.last_month or held.month
    first = held.first_month or last
    if first is None or last is None:
        return range(held.reported_on.year, held.reported_on.year + 1)
    return range(first.year, last.year + 1)


def tells_of(held: StoredReturn, month: Month) -> bool:
    """Whether a return has figures of a month; by its own month where it covers none."""
    last = held.last_month or held.month
    first = held.first_month or last
    return first is not None and last is not None and first <= month <= last


def _searched(held: StoredReturn, lang: Language) -> str:
    told = (sentence(finding, lang) for finding in held.findings)
    return folded_key(
        " ".join(
            (
                held.name, sender_name(held.sender, lang), layout_name(held.layout, lang),
                covered_words(held, lang), held.imported_by, *told,
            )
        )
    )  # fmt: skip


class FilterBar(QWidget):
    """The search field and three choosers. `changed` says that something else is asked for."""

    changed = Signal()

    def __init__(self) -> None:
        """Ask for everything."""
        super().__init__()
        self.search = _Search()
        self.search.textChanged.connect(self.changed)
        self.office, self.year, self.state = Choice(), Choice(), Choice()
        self.clear_button = button("link", self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SNUG)
        layout.addWidget(self.search, 1)
        for part in (self.office, self.year, self.state):
            part.chosen.connect(self.changed)
            layout.addWidget(part)
        layout.addWidget(self.clear_button)

    @property
    def asked(self) -> Filter:
        """What is asked for."""
        return Filter(self.search.text(), self.office.code, self.year.code, self.state.code)

    def clear(self) -> None:
        """Ask for everything again."""
        for part in (self.office, self.year, self.state):
            part.code = ALL
        self.search.clear()
        self.changed.emit()

    def offer(self, returns: Iterable[StoredReturn], lang: Language, colours: Colours) -> None:
        """Offer what the returns have."""
        held = tuple(returns)
        self.search.setPlaceholderText(lang._("Search files, findings, names…"))
        self.search.setAccessibleName(lang._("Search the returns"))
        self.search.setToolTip("Ctrl+F")
        self.office.offer(lang._("From"), _senders(held, lang), colours)
        self.year.offer(lang._("Year"), _years(held, lang), colours)
        states = {
            ALL: lang._("all"),
            COUNTS: lang._("counting"),
            WITHDRAWN: lang._("withdrawn"),
            DOUBTFUL: lang._("with findings"),
        }
        self.state.offer(lang._("State"), states, colours)
        self.clear_button.setText(lang._("Show all"))
        self.clear_button.setVisible(self.asked != Filter())


def _senders(returns: Sequence[StoredReturn], lang: Language) -> dict[str, str]:
    named = {r.sender: sender_name(r.sender, lang) for r in returns if r.sender}
    by_name = sorted(named.items(), key=lambda pair: alphabetical(pair[1]))
    return {ALL: lang._("all"), **dict(by_name)}


def _years(returns: Sequence[StoredReturn], lang: Language) -> dict[str, str]:
    found = {year for held in returns for year in years(held)}
    return {ALL: lang._("all"), **{str(year): str(year) for year in sorted(found, reverse=True)}}


class _Search(QLineEdit):
    """Empties itself on Escape, before Escape means anything else."""

    def __init__(self) -> None:
        super().__init__()
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(120)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
