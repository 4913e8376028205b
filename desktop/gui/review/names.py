"""The pane of names: how many are matched, which are remembered, which are to be confirmed."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop.figures.directions import LEAVE_OUT
from desktop.figures.harmless import in_short
from desktop.figures.reading import NameHow, NameSeen, Reading
from desktop.figures.wording import Language
from desktop.gui.parts.buttons import button
from desktop.gui.parts.grid import Cell, Grid
from desktop.gui.parts.layouts import row
from desktop.gui.parts.tab_card import Pane
from desktop.gui.review.asking import LONGEST, question_about
from desktop.gui.review.pointing import PointingTable
from desktop.gui.review.words import code_words
from desktop.gui.tokens import Colours, Tone


class NamesPane(Pane):
    """Names that the catalogues do not have; Enter or the button asks about one again."""

    change_asked = Signal(object)  # Question
    cell_asked = Signal(str, str)

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.names: tuple[NameSeen, ...] = ()
        self.table = PointingTable(26)
        self.table.activated.connect(lambda _: self._ask())
        self.table.row_chosen.connect(self._show)
        self.change = button("link", self._ask)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(row(self.change, 1))

    def draw(self, reading: Reading, lang: Language, colours: Colours) -> None:
        """Draw another file's names; those to be confirmed first."""
        self.names = tuple(sorted(reading.names, key=lambda n: n.how is NameHow.REMEMBERED))
        open_ = sum(n.how is NameHow.UNDECIDED for n in self.names)
        told = [lang._("{count} to confirm", count=open_)] if open_ else []
        told.append(lang._("{count} matched", count=lang.number(reading.matched)))
        if len(self.names) > open_:
            told.append(lang._("{count} remembered", count=len(self.names) - open_))
        self.change.setText(lang._("Change the meaning…"))
        self.change.setVisible(bool(self.names))
        self.table.blockSignals(True)
        self.table.show_grid(names_table(self.names, lang), colours, stretch=1)
        self.table.blockSignals(False)
        self.table.setAccessibleName(lang._("Names"))
        self.entitle(lang._("Names"), " · ".join(told), filled=bool(self.names))

    def _chosen(self) -> NameSeen | None:
        number = max(self.table.currentIndex().row(), 0)
        return self.names[number] if number < len(self.names) else None

    def _ask(self) -> None:
        name = self._chosen()
        if name is not None:
            self.change_asked.emit(question_about(name))

    def _show(self, number: int) -> None:
        if 0 <= number < len(self.names) and self.names[number].cells:
            self.cell_asked.emit(self.names[number].sheet, self.names[number].cells[0])


def names_table(names: tuple[NameSeen, ...], lang: Language) -> Grid:
    """Label as printed, what it means, whether that is remembered."""
    return Grid(
        (lang._("As printed"), lang._("Means"), ""),
        tuple((Cell(f"“{n.label}”", tip=_places(n)), _meaning(n, lang), _how(n, lang))
              for n in names),
        frozenset({0, 1}),
    )  # fmt: skip


def _places(name: NameSeen) -> str:
    return f"{in_short(name.label, LONGEST)}\n{name.sheet}!{', '.join(name.cells[:8])}"


def _meaning(name: NameSeen, lang: Language) -> Cell:
    if name.code == LEAVE_OUT:
        return Cell(f"→ {lang._('left out')}", Tone.MUTED)
    if name.code:
        return Cell(f"→ {code_words(name.code, name.kind, name.flow, lang)}")
    if name.suggestions:
        near = code_words(name.suggestions[0], name.kind, name.flow, lang)
        return Cell(f"→ {near} ?", Tone.SECONDARY)
    return Cell("→ ?", Tone.MUTED)


def _how(name: NameSeen, lang: Language) -> Cell:
    if name.how is NameHow.REMEMBERED:
        return Cell(lang._("remembered"), Tone.GOOD)
    return Cell(lang._("confirm"), Tone.WARN)
