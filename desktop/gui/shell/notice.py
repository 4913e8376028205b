"""The short notice that rises over a page: what was done, or what could not be, and one way on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QWidget

from desktop.figures.finding import Finding
from desktop.figures.finding_texts import remedy, sentence
from desktop.figures.wording import Language
from desktop.gui.icons import pixmap
from desktop.gui.parts.buttons import IconButton, button
from desktop.gui.parts.layouts import column
from desktop.gui.parts.text import label
from desktop.gui.tokens import GAP, LIGHT, Colours, Tone

STAYS_MS = 9000
_ICONS = {Tone.GOOD: "check", Tone.WARN: "warning", Tone.BAD: "error", Tone.PRIMARY: "note"}
_WIDEST = 560


@dataclass(frozen=True, slots=True)
class Message:
    """One notice: its tone, a sentence, a remedy, and a button with what it does.

    Good news goes by itself, and so does what is `brief` because the page tells it as well.
    `left` is all that it says when it comes back after another: by then its reason may be over.
    """

    tone: Tone
    sentence: str
    remedy: str = ""
    button: str = ""
    pressed: Callable[[], object] | None = None
    brief: bool = False
    left: str = ""

    @property
    def back(self) -> Message:
        """What is said when it comes back."""
        return replace(self, sentence=self.left, remedy="") if self.left else self

    @property
    def goes(self) -> bool:
        """Whether it goes by itself."""
        return self.tone is Tone.GOOD or self.brief

    @property
    def waits(self) -> bool:
        """Whether it offers something until the user has said yes or no."""
        return self.pressed is not None and not self.goes

    @classmethod
    def about(
        cls, finding: Finding, tone: Tone, lang: Language, button: str = "",
        pressed: Callable[[], object] | None = None,
    ) -> Message:  # fmt: skip
        """Tell of a finding: its sentence, and what to do about it."""
        done = remedy(finding, lang, in_window=True)
        return cls(tone, sentence(finding, lang), done, button, pressed)


class Notice(QFrame):
    """Stands at the foot of the page. Good news goes by itself, trouble waits to be closed.

    What a message offered to do is not lost by another one in its place: it comes back after it.
    """

    def __init__(self, over: QWidget) -> None:
        """Belong to the area that it rises over."""
        super().__init__(over)
        self.setProperty("look", "notice")
        self._over, self._colours = over, LIGHT
        self.message: Message | None = None
        self._icon = QLabel()
        self._sentence, self._remedy = label("strong"), label("secondary")
        for text in (self._sentence, self._remedy):
            text.setWordWrap(True)
        self.button = button("link", self._act)
        self.close_button = IconButton("close")
        self.close_button.clicked.connect(self._leave)
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 11, 10, 11)
        layout.setSpacing(GAP)
        layout.addWidget(self._icon)
        layout.addLayout(column(self._sentence, self._remedy, gap=2), 1)
        layout.addWidget(self.button)
        layout.addWidget(self.close_button)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._leave)
        self._covered: list[Message] = []
        over.installEventFilter(self)
        self.hide()

    def dress(self, colours: Colours, close_word: str) -> None:
        """Wear a theme."""
        self._colours = colours
        self.close_button.dress(colours.muted, close_word)
        if self.message and self.isVisible():
            self._draw(self.message)

    def say(self, message: Message) -> None:
        """Show a message in place of the last; what that offers comes back afterwards."""
        last = self.message
        if self.isVisible() and last and last.waits and last is not message:
            self._covered.append(last)
        self.message = message
        self.show()  # first: a hidden sheet does not know its height
        self._draw(message)
        self.raise_()
        self._timer.stop()
        if message.goes:
            self._timer.start(STAYS_MS)

    def make_room(self) -> None:
        """Go, where it is news that goes by itself: beneath it stands something to be read."""
        if self.isVisible() and self.message and self.message.goes:
            self._leave()

    def _leave(self) -> None:
        """Go; what was offered before is offered again."""
        self.hide()
        if self._covered:
            self.say(self._covered.pop().back)

    def _draw(self, message: Message) -> None:
        ink = self._colours.of(message.tone)
        picture = pixmap(_ICONS[message.tone], ink, 18, self.devicePixelRatioF())
        self._icon.setPixmap(picture)
        self._sentence.setText(message.sentence)
        self._remedy.setText(message.remedy)
        self._remedy.setVisible(bool(message.remedy))
        self.button.setText(message.button)
        self.button.setVisible(bool(message.button))
        self.setAccessibleName(f"{message.sentence} {message.remedy}".strip())
        self.place()

    def place(self) -> None:
        """Stand at the foot, beside buttons rather than over them."""
        width = min(_WIDEST, self._over.width() - 2 * GAP)
        self._row.activate()
        self.setFixedSize(width, self._row.totalHeightForWidth(width))
        left, top = (self._over.width() - width) // 2, self._over.height() - self.height() - 3 * GAP
        beneath = [box for box in self._buttons() if box.bottom() >= top]
        covered = [b.left() for b in beneath if left < b.right() and b.left() < left + width]
        aside = min(covered, default=0) - GAP - width
        at = QRect(aside, top, width, self.height())
        free = aside >= GAP and not any(box.intersects(at) for box in beneath)
        self.move(aside if free else left, top)

    def _buttons(self) -> list[QRect]:
        """Where the page can be pressed."""
        return [
            QRect(made.mapTo(self._over, QPoint()), made.size())
            for made in self._over.findChildren(QAbstractButton)
            if made.isVisible() and not self.isAncestorOf(made)
        ]

    def _act(self) -> None:
        message = self.message
        self._leave()
        if message and message.pressed:
            message.pressed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot when the window grows or shrinks."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)
