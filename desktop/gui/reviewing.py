"""The review errand in the window: show what was read, read it again otherwise, accept or skip."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.gui.pages import OVERVIEW, REVIEW, Pages
from desktop.gui.session import Session
from desktop.gui.shell.notice import Message
from desktop.gui.tokens import Tone

if TYPE_CHECKING:
    from desktop.workflow import Outcome, Preview


class Reviewing(QObject):
    """Leads to the review page and back to where the user came from."""

    accepted = Signal(object, object)  # tuple[Preview, ...], the layouts that they taught by path
    page_asked = Signal(str)
    said = Signal(object)  # Message

    def __init__(self, session: Session, pages: Pages) -> None:
        """Wait for something to review."""
        super().__init__()
        self._session = session
        self._pages = pages
        self.came_from = OVERVIEW
        self._last_shown = OVERVIEW
        self._skipped: tuple[Preview, ...] = ()
        pages.currentChanged.connect(self._remind)

    def connect_page(self) -> None:
        """Listen to the review page, once it is made."""
        page = self._pages.review
        page.skipped.connect(self.skip)
        page.accepted.connect(self._accept)
        page.said.connect(self.said)

    @property
    def under_way(self) -> bool:
        """True while the review page is shown."""
        return self._pages.shown == REVIEW

    def begin(self, previews: Sequence[Preview]) -> None:
        """Show what was read."""
        lang = self._session.language
        if not previews:
            self.said.emit(Message(Tone.WARN, lang._("There is no workbook among these files.")))
            return
        self._skipped = ()
        if not self.under_way:
            self.came_from = self._pages.shown
        page = self._pages.review
        (page.add_previews if page.previews else page.show_previews)(previews)
        self.page_asked.emit(REVIEW)
        self._pages.review.draw_pending()

    def _remind(self) -> None:
        """Tell the way back to who leaves files under review for another page."""
        before, self._last_shown = self._last_shown, self._pages.shown
        if before != REVIEW or not self.waits:
            return
        lang, count = self._session.language, len(self._pages.review.previews)
        text = lang.plural(
            "{count} file is still under review; nothing of it is written.",
            "{count} files are still under review; nothing of them is written.",
            count,
        )
        back = lang._("Back to the review")
        self.said.emit(Message(Tone.PRIMARY, text, button=back, pressed=self._go_back))

    def _go_back(self) -> None:
        if self.waits:
            self.came_from = self._pages.shown
            self.page_asked.emit(REVIEW)

    @property
    def waits(self) -> bool:
        """True while files are under review, and another page is shown."""
        return self._pages.reviews and not self.under_way

    def resume(self, otherwise: Callable[[], bool]) -> None:
        """Go back to the files that are under review, else do something else.

        Where that has nothing to do either, the files that were skipped last come back.
        """
        if self.waits:
            self._go_back()
        elif not otherwise() and not self.under_way:
            self._bring_back()

    def accept(self) -> None:
        """Write what is under review, where something is."""
        if self.under_way:
            self._pages.review.accept()

    def _accept(self, previews: Sequence[Preview]) -> None:
        """Write files; what they taught of a layout that nobody knew is kept with them."""
        self.accepted.emit(previews, self._pages.review.guiding.taught_by(previews))

    def leave(self) -> None:
        """Go back to where the user came from; nothing is written."""
        if self.under_way:
            self._pages.review.show_previews(())
            self.page_asked.emit(self.came_from)

    def skip(self) -> None:
        """Leave the files unwritten, and offer the way back: a key may have been pressed amiss."""
        if not self.under_way:
            return
        self._skipped = self._pages.review.previews
        self.leave()
        lang, count = self._session.language, len(self._skipped)
        text = lang.plural(
            "{count} file was skipped; nothing of it is written.",
            "{count} files were skipped; nothing of them is written.",
            count,
        )
        self.said.emit(
            Message(
                Tone.PRIMARY, text, button=lang._("Back to the review"),
                pressed=self._bring_back, brief=True,
            )
        )  # fmt: skip

    def _bring_back(self) -> None:
        """Review skipped files again, as they were corrected, against the archive as it is."""
        skipped, self._skipped = self._skipped, ()
        if skipped:
            self.begin(skipped)
            self._pages.review.rereading.refresh(skipped)

    def written(self, outcomes: Sequence[Outcome]) -> None:
        """Go back once all is written; files that wait for a decision keep the page."""
        if self.under_way and not self._pages.review.keep_rest(outcomes):
            self.leave()

    def undo(self) -> bool:
        """Take the last correction on the page back; False where there is none."""
        return self.under_way and self._pages.review.undo()
