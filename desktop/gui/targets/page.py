"""The page of targets: those in force, the chosen one's parts, its path and versions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.analysis.targets.agreement import at_odds
from desktop.analysis.targets.wording import odds
from desktop.figures.finding import Refused
from desktop.figures.series import TOTAL, WORLD
from desktop.figures.vintage_texts import vintage_words
from desktop.figures.wording import N_
from desktop.gui import dialogs
from desktop.gui.narrowing.nothing import tell_refused
from desktop.gui.parts.buttons import button
from desktop.gui.parts.card import Card
from desktop.gui.parts.empty_state import EmptyState
from desktop.gui.parts.grid import GridView
from desktop.gui.parts.layouts import column, row
from desktop.gui.parts.shortcuts import add_keys
from desktop.gui.parts.text import label
from desktop.gui.provenance.offer import Offer, offer_of_rows, offer_of_twin
from desktop.gui.shell.notice import Message
from desktop.gui.targets.changing import TargetChanging
from desktop.gui.targets.form_dialog import FormDialog
from desktop.gui.targets.numbers import (
    of_path_rows,
    of_version_rows,
    offer_of_parts,
    offer_of_path,
    offer_of_targets,
)
from desktop.gui.targets.panels import NothingSet, PathPanel, TreePanel
from desktop.gui.targets.standing_list import first_of, standing_grid
from desktop.gui.targets.typing_in import Papers, change_of, pasted_rows
from desktop.gui.tokens import GAP, MARGIN, SNUG, Tone

if TYPE_CHECKING:
    from desktop.analysis.outlook import Outlook
    from desktop.analysis.target_results import TargetProgress
    from desktop.analysis.tree_results import TargetTree
    from desktop.figures.target_form import FormPreview
    from desktop.gui.forecasting import Forecaster
    from desktop.gui.session import Session
    from desktop.gui.targets.path_keeping import PathKeeping
    from desktop.gui.targets.phasing import PathEditing
    from desktop.workflow import Office

_SUBJECT, _TREE = "targets", "target tree"

_ROW, _FEWEST, _AROUND_ROWS, _AROUND_ALL = 28, 3, 112, 90
"""A target's line; lines that there is room for at least; what is about them, and about all."""


class TargetTools(QWidget):
    """What the page offers beside its title."""

    def __init__(self, page: TargetsPage) -> None:
        """Belong to the page."""
        super().__init__()
        self.undo, self.redo = button("", page.undo), button("", page.redo)
        self.read, self.write = button("", page.ask_for_form), button("", page.ask_to_write_form)
        self.set = button("primary", page.set_asked.emit)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SNUG)
        for part in (self.undo, self.redo, self.read, self.write, self.set):
            part.give_way()
            layout.addWidget(part)


class TargetsPage(QWidget):
    """Every target in force; the chosen one split into its parts."""

    set_asked = Signal()
    asked = Signal(object)  # Number
    said = Signal(object)  # Message

    def __init__(
        self, session: Session, changing: TargetChanging, keeping: PathKeeping,
        forecaster: Forecaster,
    ) -> None:  # fmt: skip
        """Start empty; `refresh` fills it. `changing` and `keeping` make the changes."""
        super().__init__()
        self._forecaster, self._keeping = forecaster, keeping
        self._session = session
        self.standing: tuple[TargetProgress, ...] = ()
        self.tree: TargetTree | None = None
        self._has_figures = True
        self._answered = False
        self.shut = EmptyState()
        self._refusal: Refused | None = None
        self._drawing = self._due = False
        self._paths: PathEditing | None = None
        self.changing, self._changes = changing, (changing, keeping)
        self.list_card, self.list = Card(), GridView(_ROW, dense=True)
        self.apart = label("small")
        self.apart.setWordWrap(True)
        self.parts, self.path_panel, self.nothing = TreePanel(), PathPanel(), NothingSet()
        self.tools = TargetTools(self)
        self._offer_numbers()
        self._lay_out()
        self._connect()
        self.redraw()

    def _offer_numbers(self) -> None:
        self.offer = offer_of_targets(self.list, lambda: self.chosen, lambda: self.outlook)
        self.offers: list[Offer] = []
        path = self.path_panel
        for made in (
            self.offer,
            offer_of_parts(self.parts.view, lambda: self.outlook),
            offer_of_path(path.plot, lambda: self.chosen),
            offer_of_rows(path.versions, of_version_rows(lambda: self.chosen)),
        ):
            self._take_offer(made)
        offer_of_twin(path, of_path_rows(lambda: self.chosen), self._take_offer)

    def _take_offer(self, made: Offer) -> None:
        made.asked.connect(self.asked)
        made.looked.connect(self._session.look_at)
        self.offers.append(made)

    def _lay_out(self) -> None:
        self.list_card.body.addWidget(self.list, 1)
        self.list_card.body.addWidget(self.apart)
        left = column(self.list_card, self.parts, gap=GAP)
        left.setStretch(0, 2)
        left.setStretch(1, 5)
        filled = QWidget()
        whole = row(left, self.path_panel, gap=GAP)
        whole.setStretch(0, 66)
        whole.setStretch(1, 34)
        filled.setLayout(whole)
        self._stack = QStackedWidget()
        for page in (self.shut, self.nothing, filled):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 0, MARGIN, MARGIN - 4)
        layout.addWidget(self._stack)

    def _connect(self) -> None:
        self.list.selectionModel().selectionChanged.connect(self._choose)
        self.parts.split_chosen.connect(self._ask_for_tree)
        self.parts.allocate_asked.connect(self._allocate)
        self.parts.view.typed.connect(lambda place, text: self._type([(place, text)]))
        self.parts.view.pasted.connect(self._paste)
        self.path_panel.path_asked.connect(self._ask_for_path)
        self.nothing.set_asked.connect(self.set_asked)
        self.nothing.form_asked.connect(self.ask_for_form)
        self.changing.changed.connect(self._dress_tools)
        history = self._session.undo_history
        for turn in (history.did, history.undid, history.redid):
            turn.connect(self._dress_tools)
        self.changing.previewed.connect(self._show_form)
        self._forecaster.answered.connect(self._take_chances)
        self._session.archive_changed.connect(self.refresh)
        self._session.selection_changed.connect(self.refresh)
        self._session.focus_changed.connect(self._choose_focus)
        add_keys(self, ("Ctrl+G",), N_("Give out by last year's shares"), self._allocate)
        add_keys(self, ("Ctrl+S",), N_("Write the form…"), self.ask_to_write_form)
        add_keys(self, ("Ctrl+F",), N_("To the list of targets"), self.list.setFocus)

    # Showing ---------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Ask again for every target in force; a page that nobody sees waits until it is shown."""
        self._due = not self.isVisible()
        if self._due:
            return
        selection = self._session.selection

        def ask(office: Office, _progress: Any) -> object:
            figures = bool(office.months())
            return office.standing_targets(selection.vintage, selection.through), figures

        job = self._session.job(_SUBJECT, ask)
        job.succeeded.connect(lambda found: self.show_targets(*found))
        job.refused.connect(self._tell_shut)
        self._session.jobs.start(job)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what changed while the page was not seen."""
        super().showEvent(event)
        if self._due:
            self.refresh()

    def _tell_shut(self, refusal: Refused) -> None:
        """Say why the archive cannot be read, where nothing was read before."""
        self._refusal = refusal
        self.redraw()

    def show_targets(self, standing: Sequence[TargetProgress], figures: bool = True) -> None:  # noqa: FBT001, FBT002 - as it was answered
        """Show other targets; the one chosen stays so where it still is."""
        chosen = self.chosen
        self.standing, self._has_figures, self._answered = tuple(standing), figures, True
        self.redraw()
        if self.standing:
            keys = [p.target.key for p in self.standing]
            first = first_of(self.standing, self._session.selection.year)
            kept = keys.index(chosen.target.key) if chosen and chosen.target.key in keys else first
            self.list.selectRow(kept)
            self._choose_focus()
            self._choose()

    def redraw(self) -> None:
        """Draw what is held in the window's language and theme."""
        lang, colours = self._session.language, self._session.theme.colours
        self.nothing.dress(lang, colours, figures=self._may_set)
        if self._refusal is not None:
            tell_refused(self.shut, self._session, self._refusal, self.refresh)
        for made in self.offers:
            made.lang = lang
        self._dress_tools()
        self._stack.setCurrentIndex(2 if self.standing else int(self._answered))
        if not self.standing:
            return
        chosen = self.list.currentIndex().row()
        count = lang.plural("{count} in force", "{count} in force", len(self.standing))
        self.list_card.entitle(lang._("Targets"), count)
        self._drawing = True
        self.list.show_grid(standing_grid(self.standing, lang, self.outlook), colours)
        apart = [f"▲ {odds(found, lang)}." for found in at_odds(self.standing)]
        self.apart.setText("\n".join(apart))
        self.apart.setVisible(bool(apart))
        said = 2 * len(apart) * self.apart.fontMetrics().lineSpacing()
        rows = _ROW * len(self.standing)
        least = _AROUND_ROWS + _ROW * min(len(self.standing), _FEWEST)
        self.list_card.setMinimumHeight(least)
        self.list_card.setMaximumHeight(max(least, _AROUND_ALL + rows) + said)
        self.list.setAccessibleName(lang._("Targets in force"))
        self.list.selectRow(max(0, min(chosen, len(self.standing) - 1)))
        self._drawing = False
        self._draw_chosen()

    def _draw_chosen(self) -> None:
        progress = self.chosen
        if progress is None:
            return
        lang, colours = self._session.language, self._session.theme.colours
        self.parts.offer(progress, lang, colours)
        self.parts.draw(self.tree, lang, colours, self.outlook)
        vintage = vintage_words(self._session.selection.vintage, lang)
        self.path_panel.draw(progress, lang, colours, vintage)

    @property
    def _may_set(self) -> bool:
        """Whether a target would be held against figures: the nation's, or each province's."""
        return self._has_figures or bool(self._session.provinces)

    def _dress_tools(self) -> None:
        lang, history = self._session.language, self._session.undo_history
        for part, words, keys, works in (
            (self.tools.undo, lang._("Undo"), "Ctrl+Z", history.can_undo(*self._changes)),
            (self.tools.redo, lang._("Redo"), "Ctrl+Shift+Z", history.can_redo(*self._changes)),
            (self.tools.read, lang._("Read a form…"), "", True),
            (self.tools.write, lang._("Write the form…"), "Ctrl+S", self._has_figures),
            (self.tools.set, lang._("Set the target…"), "Ctrl+T", self._may_set),
        ):
            part.setText(words)
            part.setToolTip(keys)
            part.setEnabled(works)

    def undo(self) -> None:
        """Take the last change of a target, or of its path, back."""
        self._session.undo_history.undo(*self._changes)

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        self._session.undo_history.redo(*self._changes)

    def _take_chances(self) -> None:
        """Draw with the chances that have come, but never into what is being typed."""
        typing = self.parts.view.state() == QAbstractItemView.State.EditingState
        if self.isVisible() and not typing:
            self.redraw()

    # Choosing --------------------------------------------------------------------------------

    @property
    def outlook(self) -> Outlook | None:
        """The outlook of what is looked at, once it is known: where the chances come from."""
        return self._forecaster.of(self._forecaster.overview)

    @property
    def chosen(self) -> TargetProgress | None:
        """The target chosen in the list."""
        place = self.list.currentIndex().row()
        return self.standing[place] if 0 <= place < len(self.standing) else None

    def _choose(self) -> None:
        if not self._drawing and self.chosen:
            self.tree = None if not self._is_of_tree() else self.tree
            self._draw_chosen()
            self._ask_for_tree()

    def _choose_focus(self) -> None:
        """Choose the target that is set for the market and the item in focus, if one is."""
        focus, year = self._session.focus, self._session.selection.year
        wanted = (focus.item or TOTAL, focus.market or WORLD)
        fitting = [
            (p.target.year != year, n)
            for n, p in enumerate(self.standing)
            if (p.scope.item, p.scope.market) == wanted
        ]
        if fitting and (focus.market or focus.item):
            self.list.selectRow(min(fitting)[1])

    def _is_of_tree(self) -> bool:
        held = self.tree.whole.target if self.tree else None
        return bool(held and self.chosen and held.key == self.chosen.target.key)

    def _ask_for_tree(self) -> None:
        progress, selection, split = self.chosen, self._session.selection, self.parts.split
        if progress is None:
            return

        def ask(office: Office, _progress: Any) -> object:
            return office.target_tree(progress.target, split, selection.vintage, selection.through)

        self._session.run(_TREE, ask, self.show_tree)

    def show_tree(self, tree: TargetTree | None) -> None:
        """Show the parts of the chosen target."""
        self.tree = tree
        self._draw_chosen()

    # Changing --------------------------------------------------------------------------------

    def _type(self, typed: Sequence[tuple[int, str]]) -> None:
        if self.tree is None or self.chosen is None:
            return
        try:
            wanted = change_of(self.tree, typed, self.chosen.target, Papers())
        except Refused as refusal:
            first, lang = refusal.findings[0], self._session.language
            self.said.emit(Message.about(first, Tone.BAD, lang))
            self._draw_chosen()
            return
        self.changing.change(wanted)

    def _paste(self, place: int, lines: Sequence[Sequence[str]]) -> None:
        if self.tree is None:
            return
        found, lang = pasted_rows(self.tree, place, lines), self._session.language
        if found.typed:
            self._type(found.typed)
        if found.strangers:
            names = "; ".join(found.strangers)
            words = lang._("Not taken over, as no part here has that name: {names}.", names=names)
            remedy_ = lang._("Correct the names, or copy the amounts alone.")
            self.said.emit(Message(Tone.WARN, words, remedy_))
        elif not found.typed:
            words = lang._("What was pasted holds no amount.")
            remedy_ = lang._("Copy cells such as 48.5 or 12%, with the names beside them or alone.")
            self.said.emit(Message(Tone.WARN, words, remedy_))

    def _allocate(self) -> None:
        if self.chosen is not None and self.parts.allocate.isEnabled():
            self.changing.allocate(self.chosen.target, self.parts.split)

    def ask_to_write_form(self) -> None:
        """Let the user choose where the form goes, then write it."""
        lang, chosen = self._session.language, self.chosen
        year = chosen.target.year if chosen else self._session.selection.year
        folder = self._session.memory.out_folder
        proposed = str(folder / lang._("Targets {year}.xlsx", year=year or ""))
        out = dialogs.form_to_write(self, lang, proposed)
        if out:
            self._session.memory.wrote(out)
            self.changing.write_form(out, self.parts.split, year)

    def ask_for_form(self) -> None:
        """Let the user choose a form, then show what it would change."""
        memory, lang = self._session.memory, self._session.language
        path = dialogs.form_to_read(self, lang, str(memory.out_folder))
        if path:
            self.changing.read_form(path)

    def _show_form(self, found: FormPreview) -> None:
        lang, theme = self._session.language, self._session.theme
        dialog = FormDialog(self, found, lang, theme.colours)
        theme.dress(dialog)
        dialog.accepted_form.connect(self.changing.accept_form)
        dialog.open()

    def _ask_for_path(self) -> None:
        from desktop.gui.targets.phasing import PathEditing  # noqa: PLC0415 - rarely wanted

        if self.chosen is not None:
            self._paths = self._paths or PathEditing(self._session, self._keeping)
            target = self.chosen.target
            self._paths.ask(self, target.scope, target.start, target.months)
