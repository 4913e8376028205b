"""The review page: what was recognised and what would change, before a single figure is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.figures.reading import Ask, Question, SheetCells
from desktop.figures.wording import N_
from desktop.gui.parts.shortcuts import add_keys
from desktop.gui.review import keys
from desktop.gui.review.answering import directed, name_decided
from desktop.gui.review.asking import questions_of
from desktop.gui.review.board import Board
from desktop.gui.review.files import FileSeen, FileState, is_same, state_of
from desktop.gui.review.guiding import Guiding
from desktop.gui.review.rereading import Rereading
from desktop.gui.review.tools import ReviewTools
from desktop.gui.review.words import read_catalogues
from desktop.gui.session import Session

if TYPE_CHECKING:
    from desktop.figures.directions import TablePlan
    from desktop.workflow import Outcome, Preview


class ReviewPage(QWidget):
    """Files at the left (where there are several), the chosen one's cards beside them."""

    skipped = Signal()
    accepted = Signal(object)  # tuple[Preview, ...]
    said = Signal(object)  # Message

    def __init__(self, session: Session) -> None:
        """Start with nothing to review."""
        super().__init__()
        self._session = session
        self.previews: tuple[Preview, ...] = ()
        self._later: set[Path] = set()
        self._waived: set[Path] = set()
        self._filling = self._pending = False
        self._wishes: list[Callable[[], object]] = []
        self._drawn: Path | None = None
        self._asked_first: Question | None = None
        self._first_seen: int | None = None
        self.board = Board(self)
        self.files, self.recognised = self.board.files, self.board.recognised
        self.decisions, self.comparison = self.board.decisions, self.board.comparison
        self.findings, self.checks = self.board.findings, self.board.checks
        self.names, self.movers = self.board.names, self.board.movers
        self.tools = ReviewTools()
        self.rereading = Rereading(session)
        self.guiding = Guiding(self.recognised.banner, self.rereading)
        self._connect()
        self._add_keys()
        # The first table would read the catalogues: that is done by the time it is drawn.
        session.jobs.start(session.job("catalogues", lambda *_: read_catalogues()))

    def _connect(self) -> None:
        self.files.selectionModel().currentChanged.connect(self._choose)
        for pane in (self.findings, self.checks, self.comparison, self.names, self.movers):
            pane.cell_asked.connect(self.recognised.show_cell)
        self.decisions.cell_asked.connect(self.recognised.show_cell)
        self.decisions.answered.connect(self.answer)
        self.decisions.left_open.connect(self._waive)
        self.names.change_asked.connect(self.decisions.ask_about)
        self.comparison.filtered.connect(self.recognised.sheet.show_marks)
        self.recognised.answered.connect(self.answer)
        self.recognised.cells_asked.connect(self._fetch_cells)
        self.recognised.date_given.connect(self._give_date)
        self.recognised.tools.corrected.connect(self.correct)
        self.recognised.tools.undo_asked.connect(self.undo)
        self.recognised.banner.undo_asked.connect(self.undo)
        self.recognised.tools.reset_asked.connect(self._reset)
        self.rereading.read_again.connect(self._take)
        self.rereading.said.connect(self.said)
        self.rereading.rested.connect(self.recognised.tools.catch_up)
        self.rereading.rested.connect(self._catch_up)
        self.recognised.tools.busy = lambda: self.rereading.busy
        self.rereading.learned.connect(lambda _: self._draw_chosen())
        self.rereading.learned.connect(lambda _: self.rereading.try_again(self.previews))
        self.tools.skipped.connect(self.skipped)
        self.tools.put_off.connect(self.put_off)
        self.tools.accepted.connect(self.accept)

    def _add_keys(self) -> None:
        for names, says, does in (
            (keys.NEXT_CARD, N_("Next card"), lambda: keys.step_focus(self.board.places(), 1)),
            (keys.CARD_BEFORE, N_("Card before"), lambda: keys.step_focus(self.board.places(), -1)),
            (keys.NEXT_QUESTION, N_("Next question"), lambda: self._step(1)),
            (keys.QUESTION_BEFORE, N_("Question before"), lambda: self._step(-1)),
            (keys.PUT_OFF, N_("Leave this file for later"), self.put_off),
        ):
            for name in names:  # a letter alone may be meant for the list that has the keyboard
                add_keys(self, [name], says, does, anywhere=len(name) > 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the cards their room on a small screen."""
        super().resizeEvent(event)
        self.board.fit(self.width(), self.height())

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keyboard, so that the page's own keys work at once."""
        super().showEvent(event)
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        """Put the keyboard where the user goes on, unless it is in a place of the page already."""
        now = QApplication.focusWidget()
        if not self.isVisible() or (now and now.isVisible() and self.isAncestorOf(now)):
            return
        if self.recognised.sheet.isVisible():
            self.recognised.sheet.setFocus()
        elif self.decisions.isVisible():
            self.decisions.take_focus()
        else:
            self.tools.skip.setFocus()

    # Files -------------------------------------------------------------------------------------

    def show_previews(self, previews: Sequence[Preview]) -> None:
        """Review other files."""
        self.previews = tuple(previews)
        self._later.clear()
        self._waived.clear()
        self._wishes.clear()
        self.rereading.forget()
        self.guiding.forget()
        self.decisions.forget()
        self.recognised.forget_cells()
        self._pending = True
        if self.isVisible():
            self.redraw()

    def add_previews(self, previews: Sequence[Preview]) -> None:
        """Review more files beside those that are under review; one that was corrected stays."""
        corrected = {
            p.path: p for p in self.previews
            if self.rereading.can_undo(p) or p.path in self._later
        }  # fmt: skip
        fresh = [p for p in previews if not is_same(p, corrected.get(p.path))]
        paths = {p.path for p in fresh}
        kept = tuple(p for p in self.previews if p.path not in paths)
        self.rereading.forget(paths)
        self._later -= paths
        self._waived -= paths
        self.previews = (*kept, *fresh)
        self._first_seen = len(kept) if fresh else None
        self._pending = True
        if self.isVisible():
            self.redraw()

    def draw_pending(self) -> None:
        """Draw what was brought while the page was not to be seen."""
        if self._pending:
            self.redraw()

    def keep_rest(self, outcomes: Sequence[Outcome]) -> bool:
        """Keep the files that were not written, compared anew; False where none is left."""
        done = {o.preview.path for o in outcomes if not o.refused}
        rest = [p for p in self.previews if p.path not in done and self._open(p)]
        if not rest:
            return False
        self.previews = tuple(rest)
        self.rereading.refresh(rest)  # before the files are drawn, in turns: nothing is answered
        self._session.theme.dressing.hold_still(self.window())
        self.redraw()
        return True

    def _open(self, preview: Preview) -> bool:
        return self.state(preview) not in {FileState.HELD, FileState.REFUSED}

    def _take(self, pairs: Sequence[tuple[Preview, Preview]]) -> None:
        """Put previews in the place of those that were read again."""
        new = {old.path: again for old, again in pairs}
        self.previews = tuple(new.get(p.path, p) for p in self.previews)
        self.redraw()

    def state(self, preview: Preview) -> FileState:
        """Say how a file stands."""
        return state_of(
            preview, later=preview.path in self._later, waived=preview.path in self._waived
        )

    @property
    def ready(self) -> tuple[Preview, ...]:
        """The files that need no decision, or no more."""
        good = {FileState.READY, FileState.DOUBTFUL}
        return tuple(p for p in self.previews if p.acceptable and self.state(p) in good)

    @property
    def chosen(self) -> Preview | None:
        """The file whose cards are shown."""
        row = self.files.currentIndex().row()
        return self.previews[row] if 0 <= row < len(self.previews) else None

    # Drawing -----------------------------------------------------------------------------------

    def redraw(self) -> None:
        """Draw what is held in the window's language and theme."""
        lang, colours = self._session.language, self._session.theme.colours
        self._pending = False
        self._filling = True  # the list's own choice of a line is no wish of the user's
        self.board.show_files([FileSeen(p, self.state(p)) for p in self.previews], lang, colours)
        if self._first_seen is not None:
            self.files.setCurrentIndex(self.files.shown.index(self._first_seen))
            self._first_seen = None
        self._filling = False
        self._draw_chosen()

    def _choose(self) -> None:
        if not self._filling:
            self._draw_chosen()

    def _draw_chosen(self) -> None:
        preview = self.chosen
        if preview is None:
            return
        lang, colours = self._session.language, self._session.theme.colours
        questions = questions_of(preview)
        another = preview.path != self._drawn
        self._drawn = preview.path
        self._dress_tools(preview)

        def draw_sheet() -> None:
            self.recognised.draw(
                preview, questions, lang, colours, can_undo=self.rereading.can_undo(preview)
            )
            unread = preview.reading.refused and bool(preview.reading.tables)
            self.board.share_out(unread=unread, asks=bool(self._asked(questions)))

        def draw_questions() -> None:
            self.guiding.draw(preview, questions, lang)
            self.decisions.draw(
                self._asked(questions), preview.reading, lang, colours, may_wait=preview.acceptable
            )
            self._lead_to_first(another=another)

        def draw_comparison() -> None:
            self.comparison.draw(preview.reading, preview.comparison, questions, lang, colours)

        def draw_checks() -> None:
            self.findings.draw(preview.findings, lang, colours)
            self.checks.draw(preview.checks, lang, colours)

        def draw_names() -> None:
            self.names.draw(preview.reading, lang, colours)
            self.movers.draw(preview.comparison, lang, colours)

        for step in (draw_sheet, draw_questions, draw_comparison, draw_checks, draw_names):
            self._session.theme.dressing.then(self, partial(self._unless_gone, preview, step))

    def _unless_gone(self, preview: Preview, step: Callable[[], None]) -> None:
        """Draw what is still to be seen: another file may have been chosen since."""
        if preview is self.chosen:
            step()

    def _dress_tools(self, preview: Preview) -> None:
        waiting = sum(self.state(p) is FileState.ASKS for p in self.previews)
        self.tools.dress(
            self.ready, self._session.language, several=len(self.previews) > 1,
            later=preview.path in self._later, waiting=waiting,
        )  # fmt: skip

    def _lead_to_first(self, *, another: bool) -> None:
        """Show the cell that is asked about first; `another` file takes the keyboard, too."""
        first = self.decisions.question
        if first is not None and first.cell and (another or first != self._asked_first):
            self.recognised.show_cell(first.sheet, first.cell)
        self._asked_first = first
        if another:
            self._take_keyboard()

    def _asked(self, questions: tuple[Question, ...]) -> tuple[Question, ...]:
        """Give what the card of decisions asks; the banner asks about the layout."""
        return tuple(q for q in questions if q.ask is not Ask.LAYOUT)

    def _fetch_cells(self, sheet: str) -> None:
        preview = self.chosen
        if preview is None:
            return
        digest = preview.reading.content_hash

        def take(cells: SheetCells) -> None:
            self.recognised.take_cells(digest, cells)

        self._session.run("sheet", lambda office, _: office.sheet_cells(preview, sheet), take)

    # Deciding ----------------------------------------------------------------------------------

    def answer(self, question: Question, value: str) -> None:
        """Answer a question: a name is kept for its sender, the rest holds for this file.

        While the last answer is still at work nothing is answered: Enter pressed twice is one.
        """
        preview = self.chosen
        if preview is None or self.rereading.busy:
            return
        if question.ask is Ask.NAME:
            decision = name_decided(question, value, preview.reading)
            self.rereading.decide(preview, (decision,), self.previews)
        else:
            self.guiding.answered(preview, question)
            told = directed(
                question, value, preview.reading, self.guiding.said(preview),
                preview.comparison.findings,
            )  # fmt: skip
            self.rereading.direct(preview, told)

    def correct(self, plan: TablePlan) -> None:
        """Read the file again with a corrected plan."""
        preview = self.chosen
        if preview is not None:
            self.guiding.taught(preview)
            self.rereading.direct(preview, self.guiding.said(preview, plan))

    def undo(self) -> bool:
        """Take the last correction of the file back; False where there is none."""
        preview = self.chosen
        if preview is None or not self.rereading.can_undo(preview):
            return False
        if not self.rereading.busy:
            self.rereading.undo(preview)
        return True

    def _reset(self) -> None:
        if self.chosen is not None:
            self.rereading.as_recognised(self.chosen)

    def _step(self, by: int) -> None:
        """Go to another question; from a file that has none to the next one that asks."""
        if self.decisions.questions:
            self.decisions.step(by)
        else:
            self.files.choose_next([self.state(p) is FileState.ASKS for p in self.previews], by)
            self._session.theme.dressing.then(self, self.decisions.take_focus)  # drawn by then

    def put_off(self) -> None:
        """Decide the chosen file later, or now after all; then go to the next."""
        preview = self.chosen
        if preview is None or len(self.previews) < 2:
            return
        self._later ^= {preview.path}
        self.redraw()
        after = self.files.currentIndex().row() + 1
        if preview.path in self._later and after < len(self.previews):
            self.files.setCurrentIndex(self.files.shown.index(after))

    def _waive(self) -> None:
        """Write the chosen file without deciding: what is open is left out."""
        if self.chosen is not None:
            self._waived.add(self.chosen.path)
            self.redraw()
            self.accept()

    def accept(self) -> None:
        """Say that the user wants the figures written; where all wait, lead to the question.

        What is being read again is waited for: it is what the user means.
        """
        if self._waits_for(self.accept):
            return
        if self.ready:
            self.accepted.emit(self.ready)
            return
        for number, preview in enumerate(self.previews):
            if self.state(preview) is FileState.ASKS:
                self.files.setCurrentIndex(self.files.shown.index(number))
                if self.decisions.isVisible():
                    self.decisions.step(0)
                else:
                    self.recognised.banner.to_answer().setFocus()
                return

    def _give_date(self, day: object) -> None:
        preview = self.chosen
        if self._waits_for(lambda: self._give_date(day)):
            return
        if preview is not None and day != preview.reported_on:
            self.rereading.redate(preview, day)  # type: ignore[arg-type]  # the card gives a date

    def _waits_for(self, wish: Callable[[], object]) -> bool:
        """Keep a wish until files have been read again; False where none is."""
        if self.rereading.busy:
            self._wishes.append(wish)
        return self.rereading.busy

    def _catch_up(self) -> None:
        """Do what had to wait; a wish that has others wait in turn keeps their order."""
        wishes, self._wishes = self._wishes, []
        for wish in wishes:
            wish()
