"""The panels of the page of targets: the list, the tree, the path with its versions, the void."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.analysis.outlook.together import joint_of
from desktop.analysis.targets.wording import overlap
from desktop.figures.series import Flow
from desktop.figures.target_names import scope_name
from desktop.figures.target_split import Split, every_split, split_of
from desktop.figures.target_texts import period_name, split_name
from desktop.gui import actions
from desktop.gui.parts.buttons import button
from desktop.gui.parts.card import Card
from desktop.gui.parts.chooser import Choice
from desktop.gui.parts.empty_state import EmptyState, Way, window_action
from desktop.gui.parts.grid import GridView
from desktop.gui.parts.layouts import row
from desktop.gui.parts.legend import Entry, Mark
from desktop.gui.parts.panel import TwinPanel
from desktop.gui.parts.text import label
from desktop.gui.parts.tips import wrapped
from desktop.gui.targets.path_chart import TargetPathChart, path_grid
from desktop.gui.targets.standing_list import versions_grid
from desktop.gui.targets.tree_grid import tree_decimals
from desktop.gui.targets.tree_view import TreeView

if TYPE_CHECKING:
    from desktop.analysis.outlook import Outlook
    from desktop.analysis.target_results import TargetProgress
    from desktop.analysis.tree_results import TargetTree
    from desktop.figures.wording import Language
    from desktop.gui.tokens import Colours


_VERSION, _MOST_VERSIONS = 24, 5
"""Pixels of a line of the table of versions; so many are seen without scrolling."""
_LEAST_WIDTH = 340
"""Of the panel with the chart: narrower, its months' names would run into one another."""


class TreePanel(Card):
    """A target against its parts: how it is split, the table, and what is to be said of it."""

    split_chosen = Signal()
    allocate_asked = Signal()

    def __init__(self) -> None:
        """Start with items."""
        super().__init__()
        self.view, self.choice = TreeView(), Choice()
        self.allocate = button("", self.allocate_asked.emit)
        self.allocate.give_way()
        self.note = label("small")
        self.note.setWordWrap(True)
        self.choice.chosen.connect(lambda _: self.split_chosen.emit())
        self.head.addWidget(self.choice)
        self.head.addWidget(self.allocate)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.note)

    @property
    def split(self) -> Split:
        """How the target is split."""
        return split_of(self.choice.code) or every_split()[0]

    def offer(self, progress: TargetProgress, lang: Language, colours: Colours) -> None:
        """Offer the splits that fit the target; one that does not gives way to the first."""
        fitting = [split for split in every_split() if split.fits(progress.scope)]
        words = {split.text: split_name(split, lang) for split in fitting}
        self.choice.offer(lang._("By"), words, colours)
        self.choice.tell(lang._("By"), _brief(self.split, lang), colours)
        self.choice.setVisible(bool(words))

    def draw(
        self,
        tree: TargetTree | None,
        lang: Language,
        colours: Colours,
        outlook: Outlook | None = None,
    ) -> None:
        """Show the parts, and with an outlook how likely they are met, and all of them at once."""
        self.entitle(lang._("Parts of the target"))
        self.allocate.setText(lang._("Give out by last year's shares"))
        self.allocate.setToolTip("Ctrl+G")
        self.view.setVisible(tree is not None)
        open_parts = tree is not None and any(r.base and not r.target for r in tree.parts)
        blocked = tree is None or bool(tree.shared) or tree.above_whole or _signed(tree)
        self.allocate.setEnabled(open_parts and not blocked and not (tree and tree.over_allocated))
        if tree is None:
            self.note.setText(
                lang._("Nothing is known of its parts: import returns that list them.")
            )
            return
        self.view.show_tree(tree, lang, colours, outlook)
        self.view.setAccessibleName(lang._("Parts of the target, as a table"))
        self.note.setText(
            " · ".join(filter(None, (_together(tree, outlook, lang), _note(tree, lang))))
        )


class PathPanel(TwinPanel):
    """The chosen target's path, with superseded versions, and the documents that set them."""

    path_asked = Signal()

    def __init__(self) -> None:
        """Start empty."""
        self.plot, self.versions = TargetPathChart(), GridView(_VERSION, dense=True)
        super().__init__(self.plot)
        self.path = button("", self.path_asked.emit)
        self.plot.setMinimumHeight(150)
        self.setMinimumWidth(_LEAST_WIDTH)
        self.head.setStretch(0, 1)
        self.head.removeWidget(self.legend)  # beneath the title: beside it there is no room
        self.body.insertWidget(1, self.legend)
        self.body.addWidget(self.versions)
        self.body.addLayout(row(1, self.path))

    def draw(
        self, progress: TargetProgress, lang: Language, colours: Colours, vintage: str = ""
    ) -> None:
        """Show a target, by figures of a vintage."""
        name, months = scope_name(progress.scope, lang), period_name(progress.target, lang)
        self.path.setText(lang._("Path…"))
        self.path.setToolTip(wrapped(lang._("How the target is spread over its months")))
        self.plot.draw(progress, lang, colours, vintage)
        grid = path_grid(progress, lang)
        self.show_twin(f"{name} · {months}", _legend(progress, lang, colours), grid, lang, colours)
        self.versions.show_grid(versions_grid(progress, lang), colours, stretch=1)
        self._fit_versions()
        self.versions.setAccessibleName(lang._("Versions of the target"))

    def _fit_versions(self) -> None:
        """Leave to the chart what the table of versions does not need."""
        shown = min(len(self.versions.grid.rows), _MOST_VERSIONS)
        heads = self.versions.horizontalHeader().sizeHint().height()
        self.versions.setFixedHeight(heads + shown * _VERSION + 2 * self.versions.frameWidth() + 2)


def _legend(progress: TargetProgress, lang: Language, colours: Colours) -> list[Entry]:
    """Explain the lines that are drawn: not every target has a path."""
    points = progress.points
    legend = [Entry(lang._("actual"), Mark.LINE, colours.primary)]
    if progress.rests_on_estimate:
        legend.append(Entry(lang._("estimate"), Mark.RING, colours.primary))
    if any(p.path is not None for p in points):
        legend.append(Entry(lang._("path"), Mark.DASHED_LINE, colours.target))
    if any(p.last_year is not None for p in points):
        legend.append(Entry(_before(progress, lang), Mark.LINE, colours.last_year_line))
    return legend


def _before(progress: TargetProgress, lang: Language) -> str:
    """Name the period before: by its year where it is one."""
    target = progress.target
    return str(target.year - 1) if target.is_calendar_year else lang._("period before")


class NothingSet(EmptyState):
    """No target yet: what to do about it."""

    set_asked = Signal()
    form_asked = Signal()

    def dress(self, lang: Language, colours: Colours, *, figures: bool) -> None:
        """Speak a language; without figures a target can be set, and be held against none."""
        if figures:
            text = lang._("Set the year's export target first; then its parts can be given out.")
            ways: list[Way] = [
                (lang._("Set the target…"), self.set_asked.emit),
                (lang._("Read a form…"), self.form_asked.emit),
            ]
        else:
            text = lang._("Import returns first: a target is held against their figures.")
            ways = [
                (lang._("Import returns…"), window_action(self, actions.IMPORT)),
                (lang._("Open the example"), window_action(self, actions.EXAMPLE)),
            ]
        self.tell("chart", lang._("No target is set yet"), text, ways, colours)


def _together(tree: TargetTree, outlook: Outlook | None, lang: Language) -> str:
    """Say how likely the whole and its parts are all met; empty where fewer than two are told."""
    if outlook is None:
        return ""
    targets = [row.target for row in (tree.whole, *tree.parts) if row.target]
    found = joint_of(outlook, targets)
    if found is None:
        return ""
    share = lang.percent(found.chance, 0)
    return lang._("All {count} at once: {share}", count=found.targets, share=share)


def _signed(tree: TargetTree) -> bool:
    return tree.whole.scope.flow is Flow.BALANCE


def _brief(split: Split, lang: Language) -> str:
    """Name a split by its scheme's code: a scheme's whole name stands in the menu."""
    name = split_name(Split(split.by), lang)
    return f"{name}: {split.scheme}" if split.scheme else name


def _note(tree: TargetTree, lang: Language) -> str:
    if tree.above_whole:
        return lang._("The year before, the parts sum to more than the whole: one of them errs.")
    if tree.shared:
        return overlap(tree, lang)
    hint = lang._("Enter edits: 12% is growth, 12 is billion USD. Del takes back, Ctrl+V pastes.")
    if tree.remainder is None:
        return hint
    over = tree.over_allocated
    words = lang._("Given out beyond the whole") if over else lang._("Not given out")
    left = lang._(
        "{x} bn USD", x=lang.billions(tree.remainder * (-1 if over else 1), tree_decimals(tree))
    )
    return f"{'▲ ' * over}{words}: {left} · {hint}"
