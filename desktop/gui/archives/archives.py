"""Going to another archive: one of lately, one chosen, the example. The window is made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.figures.finding_texts import in_words
from desktop.gui import dialogs
from desktop.gui.archives.recent import Recent, path_of, place_name
from desktop.gui.jobs import Job
from desktop.gui.session import Session
from desktop.gui.shell.notice import Message
from desktop.gui.tokens import Tone
from desktop.workflow import default_location, example_location
from desktop.workflow.sharing import reach

if TYPE_CHECKING:
    from desktop.figures.finding import Finding
    from desktop.gui.archives.connect_dialog import ConnectDialog


class Archives(QObject):
    """Asks for another archive by its place; whoever holds the window opens it."""

    asked = Signal(str)
    said = Signal(object)  # Message

    def __init__(self, session: Session, window: QWidget) -> None:
        """Take the window that dialogs belong to; the session knows where it stands."""
        super().__init__(window)
        self._session, self._window = session, window
        self.recent = Recent(session.memory)

    @property
    def place(self) -> str:
        """Where the window's archive is; empty where that is nobody's business (a picture)."""
        return self._session.place

    @property
    def others(self) -> list[str]:
        """Archives of lately beside the one that is open; the user's own is always among them."""
        known = dict.fromkeys([*self.recent.places, str(default_location())])
        return [place for place in known if place != self.place]

    @property
    def is_example(self) -> bool:
        """True on the example's archive."""
        return path_of(self.place) == example_location() if self.place else False

    @property
    def name(self) -> str:
        """The archive's name, where it is not simply the user's own."""
        if not self.place or path_of(self.place) == default_location():
            return ""
        return place_name(self.place, self._session.language)

    @property
    def link_name(self) -> str:
        """What a link calls the archive: nothing for one's own, never where it lies."""
        return self._called(self.place) if self.name else ""

    @staticmethod
    def _called(place: str) -> str:
        path = path_of(place)
        return path.stem if path else place.rpartition("/")[2]

    def tell_other(self, called: str) -> Message | None:
        """Say that a link is of another archive than this one, and offer to open it if known."""
        lang = self._session.language
        if not called or called == self.link_name:
            return None
        known = next((place for place in self.others if self._called(place) == called), None)
        words = lang._("The link is of the archive {name}; this is another one.", name=called)
        if known is None:
            remedy = lang._("What it leads to is shown of this archive. Ask the sender for theirs.")
            return Message(Tone.WARN, words, remedy)
        remedy = lang._("What it leads to is shown of this archive.")
        return Message(
            Tone.WARN, words, remedy, lang._("Open that archive"), lambda: self.open(known)
        )

    def open(self, place: str) -> None:
        """Go to an archive of lately; one that is gone is said and can be forgotten."""
        path, lang = path_of(place), self._session.language
        if path is None or path.exists() or path == default_location():
            self.asked.emit(place)
            return
        words = lang._("The archive {name} is not there any more.", name=place_name(place, lang))
        remedy = lang._("Connect its drive or share, or put its file back, and try again.")
        self.said.emit(
            Message(Tone.WARN, words, remedy, lang._("Forget it"), lambda: self._forget(place))
        )

    def _forget(self, place: str) -> None:
        self.recent.forget(place)

    def ask(self) -> None:
        """Let the user choose an archive, or name a new one."""
        beside = path_of(self.place) or default_location()
        chosen = dialogs.archive_to_open(self._window, self._session.language, str(beside.parent))
        if chosen:
            self.asked.emit(str(chosen))

    def ask_to_connect(self) -> None:
        """Let the user name an archive on a server; it is opened once it could be reached."""
        from desktop.gui.archives.connect_dialog import ConnectDialog  # noqa: PLC0415 - first paint

        dialog = ConnectDialog(self._window, self._session.language, self.place)
        self._session.theme.dress(dialog)
        dialog.try_asked.connect(lambda place, secret: self._try(dialog, place, secret))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _try(self, dialog: ConnectDialog, place: str, secret: str) -> None:
        def reached(refusal: Finding | None) -> None:
            lang = self._session.language
            if dialog.given_up:
                return
            if refusal is not None:
                dialog.say_refused(in_words(refusal, lang, in_window=True), refusal.code)
                return
            dialog.accept()
            self.asked.emit(place)

        # The archive that is open has no part in it: it may be the one that cannot be reached.
        job = Job("connecting", lambda _progress: reach(place, secret))
        job.succeeded.connect(reached)
        job.ended.connect(dialog.let_try)
        self._session.jobs.start(job)

    def open_example(self) -> None:
        """Go to the example; the first time it is made, which takes a while and can be stopped."""
        lang = self._session.language
        self._session.run(
            "example",
            lambda office, progress: office.make_example(progress),
            lambda place: self.asked.emit(str(place)),
            lang._("Preparing the example"),
        )
