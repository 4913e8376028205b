"""What the pages on structure have in common: they ask when seen, and answer what changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.analysis.structure_results import Window
from desktop.figures.finding import Refused
from desktop.gui.narrowing.chips import FocusChips
from desktop.gui.narrowing.nothing import tell_nothing, tell_refused
from desktop.gui.parts.buttons import Segments
from desktop.gui.parts.chooser import Choice
from desktop.gui.parts.empty_state import EmptyState
from desktop.gui.parts.flowing import Flowing
from desktop.gui.parts.layouts import Scrolling
from desktop.gui.parts.panel import TwinPanel
from desktop.gui.provenance.asking import Provenance
from desktop.gui.provenance.offer import Offer, OfRow, offer_of_twin
from desktop.gui.session import Session
from desktop.gui.structure.ordering import ORDERS, Order
from desktop.gui.structure.words import FLOWS, SHORT_WINDOWS
from desktop.gui.tokens import GAP, MARGIN, SNUG

_LOWEST = 484
"""In less height rows run into each other and countries are dots: the page scrolls instead."""


class StructurePage(QWidget):
    """Tools over content. A page asks for its figures once it is seen, and again when they change.

    `subject` names its jobs and what it remembers, `needs` (an `N_` text) what it is told by; a
    page gives `question` and `draw`.
    """

    subject, needs = "", ""
    answered = Signal()

    def __init__(self, session: Session, content: QWidget) -> None:
        """Take the content; `tools` is the line over it."""
        super().__init__()
        self.session = session
        self.answer: Any = None
        self._due, self._has_answer = True, False
        self.chips = FocusChips(session)
        self.provenance = Provenance(session, self)
        self.offers: list[Offer] = []
        self.tools = Flowing(gap=SNUG)
        self.empty = EmptyState()
        content.setMinimumHeight(_LOWEST)
        self._scrolling = Scrolling(content)
        self._bar = QWidget()
        self._bar.setLayout(self.tools)
        self._stack = QStackedWidget()
        for page in (QWidget(), self.empty, self._scrolling):
            self._stack.addWidget(page)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(MARGIN, 0, MARGIN, MARGIN - 6)
        self._whole.setSpacing(GAP)
        self._whole.addWidget(self._bar)
        session.archive_changed.connect(self.refresh)
        session.selection_changed.connect(self.refresh)
        session.focus_changed.connect(self.refresh)

    def offer(self, name: str, codes: Sequence[str]) -> Segments:
        """Make a choice that is remembered, and asks again when it changes."""
        made = Segments(codes)
        kept = self.session.memory.text(f"{self.subject}-{name}")
        if kept in codes:
            made.choose(kept)
        made.chosen.connect(lambda code: self.remember(name, code))
        made.chosen.connect(self.refresh)
        self.tools.addWidget(made)
        return made

    def offer_again(self, made: Segments, name: str, codes: Sequence[str]) -> None:
        """Offer other codes, and show the one that is remembered, or else the first."""
        if tuple(codes) != made.codes:
            made.offer(codes)
            kept = self.session.memory.text(f"{self.subject}-{name}")
            made.choose(kept if kept in codes else codes[0])

    def offer_windows(self) -> Segments:
        """Make the choice of months; another one takes the month that is focused on away."""
        made = self.offer("window", [w.value for w in Window])
        made.chosen.connect(lambda _: self.session.focus_on(month=None))
        return made

    def offer_order(self) -> Choice:
        """Make the choice of an order, which is remembered and only draws anew."""
        made = Choice()
        made.code = self.session.memory.text(f"{self.subject}-order", Order.VALUE.value)
        self.tools.addWidget(made)
        made.chosen.connect(lambda code: self.remember("order", code))
        made.chosen.connect(lambda _: self.redraw())
        return made

    def dress_windows(self, windows: Segments) -> None:
        """Word the choice of months."""
        self._dress(windows, {w.value: words for w, words in SHORT_WINDOWS.items()})
        kept = self.session.memory.text(f"{self.subject}-window")
        if self.session.focus.month:
            windows.choose(Window.MONTH.value)
        elif kept in set(Window):
            windows.choose(kept)

    def dress_flows(self, flows: Segments) -> None:
        """Word the choice of a flow."""
        self._dress(flows, {f.value: words for f, words in FLOWS.items()})

    def dress_order(self, order: Choice) -> None:
        """Word the choice of an order."""
        lang, colours = self.session.language, self.session.theme.colours
        words = {o.value: lang._(text) for o, text in ORDERS.items()}
        order.offer(lang._("Sorted by"), words, colours)

    def _dress(self, segments: Segments, texts: Mapping[str, str]) -> None:
        lang = self.session.language
        segments.dress({code: (lang._(text), lang._(text)) for code, text in texts.items()})

    def offer_numbers(self, *offers: Offer) -> None:
        """Let it be asked where numbers come from."""
        for made in offers:
            made.lang = self.session.language
            self.provenance.serve(made)
            self.offers.append(made)

    def offer_rows(self, panel: TwinPanel, of_row: OfRow) -> None:
        """Let it be asked of a panel's table too, which is made when it is first looked at."""
        offer_of_twin(panel, of_row, self.offer_numbers)

    def remember(self, name: str, code: str) -> None:
        """Remember a choice until the next day."""
        self.session.memory.remember(f"{self.subject}-{name}", code)

    def refresh(self) -> None:
        """Ask again; a page that nobody sees waits until it is shown."""
        self._due = not self.isVisible()
        if self._due:
            return
        job = self.session.job(self.subject, self.question())
        job.succeeded.connect(self._take)
        job.refused.connect(self._tell_shut)
        self.session.jobs.start(job)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what changed while the page was not seen."""
        super().showEvent(event)
        if self._due:
            self.refresh()

    def _tell_shut(self, refusal: Refused) -> None:
        """Say why the archive cannot be read, where nothing was read before."""
        if not self._has_answer:
            tell_refused(self.empty, self.session, refusal, self.refresh)
            self._stack.setCurrentIndex(1)

    def _take(self, answer: Any) -> None:
        self.answer, self._has_answer = answer, True
        dressing = self.session.theme.dressing
        dressing.hold_still(self.window())  # drawn in a turn of its own, and painted in another
        dressing.then(self, self._show_answer)

    def _show_answer(self) -> None:
        self.redraw()
        self.answered.emit()

    def redraw(self) -> None:
        """Draw what is held in the window's language and theme."""
        if self.chips.parent() is None:
            self._close_bar()
        lang, colours = self.session.language, self.session.theme.colours
        self.chips.dress(lang, colours)
        for made in self.offers:
            made.lang = lang
        narrowed = bool(self.session.focus)
        if self.answer is None and self._has_answer:
            tell_nothing(self.empty, self.session, self.subject, lang._(self.needs))
        self.dress()
        self._bar.setVisible(self.answer is not None or narrowed)
        if self.answer is None:
            self._stack.setCurrentIndex(int(self._has_answer))
            return
        self.draw()
        self._stack.setCurrentIndex(2)

    def _close_bar(self) -> None:
        """Put the chips behind whatever the page has offered, and the rest beneath all of them.

        Tab walks in the order in which parts came into the page.
        """
        self.tools.addWidget(self.chips)
        self._whole.addWidget(self._stack, 1)

    def question(self) -> Any:
        """Give the errand that fetches the answer: handed the office and a progress callable."""
        raise NotImplementedError

    def dress(self) -> None:
        """Word the tools in the window's language."""
        raise NotImplementedError

    def draw(self) -> None:
        """Draw the answer, which is there."""
        raise NotImplementedError
