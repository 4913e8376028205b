"""Actions of the window without a key of their own: the palette finds them by name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.figures.wording import LANGUAGES, N_
from desktop.gui.pages import OVERVIEW, RECEIVED
from desktop.gui.theme import ThemeChoice

if TYPE_CHECKING:
    from desktop.gui.keeping import Keeping
    from desktop.gui.overview.page import OverviewPage
    from desktop.gui.session import Session

_COLOURS = {
    ThemeChoice.SYSTEM: N_("Colours of the system"),
    ThemeChoice.LIGHT: N_("Light colours"),
    ThemeChoice.DARK: N_("Dark colours"),
    ThemeChoice.CONTRAST: N_("High contrast, dark"),
    ThemeChoice.CONTRAST_LIGHT: N_("High contrast, light"),
}


def offer_more(
    window: QWidget, session: Session, show: Callable[[str], object], overview: OverviewPage,
    keeping: Keeping,
) -> None:  # fmt: skip
    """Let the palette open what otherwise a page has a button for, and change language and look.

    `show` shows a page of the window.
    """
    _offer(window, "language", N_("The other language (Tiếng Việt, English)"),
           partial(_speak_the_other, session))  # fmt: skip
    _offer(window, "newest", N_("Show the newest"), session.look_at_newest)
    for choice, words in _COLOURS.items():
        _offer(window, f"colours-{choice.value}", words, partial(session.wear, choice))
    for name, words, page, does in (
        ("warnings", N_("Early warnings"), OVERVIEW, overview.open_warnings),
        ("path", N_("How the target is spread…"), OVERVIEW, overview.ask_for_path),
        ("known", N_("Names and layouts…"), RECEIVED, keeping.knowing.open),
        ("revisions", N_("Revisions…"), RECEIVED, keeping.revising.open),
    ):
        _offer(window, name, words, partial(_on, show, page, does))


def _offer(window: QWidget, name: str, words: str, does: Callable[[], object]) -> None:
    action = QAction(window)
    action.setObjectName(name)
    action.setData(words)
    action.triggered.connect(lambda _checked: does())
    window.addAction(action)


def _on(show: Callable[[str], object], page: str, does: Callable[[], object]) -> None:
    show(page)
    does()


def _speak_the_other(session: Session) -> None:
    session.speak(next(code for code in LANGUAGES if code != session.language.code))
