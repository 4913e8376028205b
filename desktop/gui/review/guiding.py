"""The assisted import: the banner's questions, its answers, and a layout kept for a sender."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING

from desktop.figures.directions import Directions, LearnedLayout, TablePlan, lasting_column
from desktop.figures.finding_texts import in_words
from desktop.figures.reading import Ask, Question
from desktop.figures.wording import Language
from desktop.gui.review.answering import proposed, with_plans
from desktop.gui.review.assisted import NOTHING, AssistedBanner, Typed
from desktop.gui.review.rereading import Rereading

if TYPE_CHECKING:
    from desktop.workflow import Preview

_LONGEST_NAME = 60
_UNCLEAR = frozenset({"columns_alike", "heading_mute"})
"""What is found of a heading that was pointed at and does not say enough."""


class Guiding:
    """Leads from a sheet that no layout fits to figures, and on to a layout that is kept."""

    def __init__(self, banner: AssistedBanner, rereading: Rereading) -> None:
        """Answer for the banner."""
        self._banner, self._rereading = banner, rereading
        self._preview: Preview | None = None
        self._learned: set[Path] = set()
        self._passing: set[Path] = set()
        self._typed: dict[Path, Typed] = {}
        banner.read_asked.connect(self.read)
        banner.keep_asked.connect(self.keep)

    def forget(self) -> None:
        """Begin anew: other files are under review."""
        self._learned.clear()
        self._passing.clear()
        self._typed.clear()
        self._preview = None
        self._banner.put_back(NOTHING)

    def draw(self, preview: Preview, questions: Sequence[Question], lang: Language) -> None:
        """Show the banner where a file needs it; hide it elsewhere."""
        banner = self._banner
        if self._preview is None or self._preview.path != preview.path:
            self._note_typed()
            banner.put_back(self._typed.get(preview.path, NOTHING))
        self._preview = preview
        banner.dress(lang)
        reading = preview.reading
        plans = proposed(reading, preview.directions)
        area = next((p.area for p in plans if p.area), "")
        whose = preview.directions.sender or reading.sender
        if unclear := next((f for f in reading.findings if f.code in _UNCLEAR), None):
            banner.ask_again(in_words(unclear, lang, in_window=True))
        elif any(q.ask is Ask.LAYOUT for q in questions):
            banner.propose(lang, whose, area)
        elif preview.directions.plans and reading.rows and self._lasts(preview):
            banner.offer_to_keep(
                lang, whose, area, len(reading.rows), by_itself=bool(self.taught_by((preview,)))
            )
        else:
            banner.hide()

    def _note_typed(self) -> None:
        """Remember what was put into the banner for the file that is left."""
        if self._preview is not None:
            self._typed[self._preview.path] = self._banner.typed

    def said(self, preview: Preview, plan: TablePlan | None = None) -> Directions:
        """Give what was said of a file, with a `plan` and with what stands in the banner by now.

        A sender put in before a cell is pointed at is the file's from then on.
        """
        given = preview.directions
        shown = self._preview is not None and self._preview.path == preview.path
        typed = self._banner.typed if shown else NOTHING
        if typed.sender:
            given = replace(given, sender=typed.sender)
        if plan is None:
            return given
        return given.with_plan(plan if typed.area is None else replace(plan, area=typed.area))

    def _lasts(self, preview: Preview) -> bool:
        return preview.path not in self._learned | self._passing

    def answered(self, preview: Preview, question: Question) -> None:
        """Keep in mind what was answered: a month alone is no layout for the next file."""
        if question.ask is not Ask.MONTH:
            self._passing.discard(preview.path)
        elif not preview.directions.plans:
            self._passing.add(preview.path)

    def taught(self, preview: Preview) -> None:
        """Keep in mind that cells were pointed at: that holds for the sender's next files."""
        self._passing.discard(preview.path)

    def read(self, sender: str, area: str) -> None:
        """Read the file by the plans as they stand."""
        if self._preview is None:
            return
        given = replace(self._preview.directions, sender=sender)
        plans = [replace(p, area=area) for p in proposed(self._preview.reading, given)]
        self._rereading.direct(self._preview, with_plans(given, plans))

    def taught_by(self, previews: Sequence[Preview]) -> dict[Path, LearnedLayout]:
        """Give the layouts that files teach which none of ours fits, and that were not kept yet."""
        found = {}
        for preview in previews:
            given, reading = preview.directions, preview.reading
            new = not any(plan.recipe for plan in proposed(reading, given))
            sender = self.said(preview).sender or reading.sender
            if given.plans and reading.rows and sender and new and self._lasts(preview):
                found[preview.path] = layout_of(preview, sender)
        return found

    def keep(self, sender: str) -> None:
        """Keep the plans as a layout of the sender."""
        if self._preview is None:
            return
        self._learned.add(self._preview.path)
        self._rereading.learn(layout_of(self._preview, sender))


def layout_of(preview: Preview, sender: str) -> LearnedLayout:
    """Give the layout that a file taught: its plans without what is only true of this file."""
    names = {(p.sheet, p.table): p.left_out_names for p in preview.reading.tables}
    plans = tuple(
        replace(lasting(p), left_out_names=names.get((p.sheet, p.table), ()))
        for p in proposed(preview.reading, preview.directions)
    )
    name = next((p.title for p in plans if p.title), preview.path.stem)
    return LearnedLayout(shorten(name, _LONGEST_NAME, placeholder="…"), sender, plans)


def lasting(plan: TablePlan) -> TablePlan:
    """Leave out the months, which each file's own headings and rows say."""
    columns = tuple(lasting_column(c) if c.heading else c for c in plan.columns)
    return replace(plan, month="", columns=columns)
