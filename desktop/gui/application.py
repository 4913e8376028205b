"""Opening the window, and a picture of it.

- ``run(opener, *, place, language=None, theme=None, paths=(), settings=None) -> int`` opens the
  window on the archive at a place and returns its exit code. `opener` is called in a worker thread
  after the first paint, so that nothing slow is imported before it; importing this module is light
  as well.
- ``picture(overview, out, *, language, theme="light", size=(1440, 900), choices=None) -> Path``
  writes the overview page as PNG, with a screen or without.
- ``screen_available() -> bool`` says whether a window can be opened at all.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.figures.places import sample
from desktop.figures.wording import LANGUAGES
from desktop.gui import motion, text_size
from desktop.gui.desk import Desk, Opener
from desktop.gui.ending import finish_all
from desktop.gui.memory import Memory
from desktop.gui.screen import application as application  # noqa: PLC0414 - told beside run
from desktop.gui.screen import screen_available as screen_available  # noqa: PLC0414 - as above
from desktop.gui.session import Session
from desktop.gui.signals import leaving_on_request
from desktop.gui.theme import ThemeChoice
from desktop.gui.window import MainWindow

if TYPE_CHECKING:
    from desktop.analysis.outlook import Outlook
    from desktop.analysis.results import Overview
    from desktop.workflow import Choices, Office

_DEFAULT_LANGUAGE = "vi"
_EXAMPLE = "gso"


def run(
    opener: Opener,
    *,
    place: str,
    language: str | None = None,
    first_language: str = _DEFAULT_LANGUAGE,
    theme: str | None = None,
    paths: Sequence[Path] = (),
    settings: Path | None = None,
) -> int:
    """Open the window and stay until it is closed; give the exit code.

    Args:
        opener: makes the `workflow.Office` on a place; called in a worker thread.
        place: where the archive is, as `opener` takes it.
        language: "vi" or "en"; None takes the one of last time.
        first_language: the one where there was no last time.
        theme: a `ThemeChoice` by its value; None takes the one of last time.
        paths: returns to review at once.
        settings: the INI file to remember in; None takes the user's own.
    """
    memory = Memory(settings)
    with text_size.drawn_as_wanted(memory, application) as app:
        motion.recall(memory)
        desk = Desk(
            opener, memory, _language(language, memory, first_language), _theme(theme, memory),
            example=sample(_EXAMPLE).is_dir(),
        )  # fmt: skip
        before = sys.excepthook
        sys.excepthook = desk.report
        try:
            with leaving_on_request(app):
                desk.open(place, paths)
                left = app.exec()
        finally:
            finish_all()
            sys.excepthook = before
    if desk.wanted_anew is not None:
        text_size.open_anew(*desk.wanted_anew)
    return left


def picture(
    overview: Overview,
    out: Path,
    *,
    language: str = _DEFAULT_LANGUAGE,
    theme: str = ThemeChoice.LIGHT.value,
    size: tuple[int, int] = (1440, 900),
    choices: Choices | None = None,
    outlook: Outlook | None = None,
) -> Path:
    """Write the overview page as a PNG, exactly as the window shows it; give the file's path."""
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        memory = Memory(Path(folder) / "picture.ini")
        session = Session(_no_office, memory, language, ThemeChoice(theme))
        window = MainWindow(session)
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.resize(*size)
        window.overview.forecaster.hold(overview, outlook)
        window.overview.show_overview(overview, choices)
        window.show()
        app.processEvents()
        written = window.grab().save(str(out), "PNG")
        window.close()
        window.deleteLater()
    if not written:
        raise OSError(f"{out} cannot be written")
    return out


def _language(asked: str | None, memory: Memory, first: str = _DEFAULT_LANGUAGE) -> str:
    remembered = asked or memory.text("language")
    return remembered if remembered in LANGUAGES else first


def _theme(asked: str | None, memory: Memory) -> ThemeChoice:
    remembered = asked or memory.text("theme")
    return ThemeChoice(remembered) if remembered in set(ThemeChoice) else ThemeChoice.SYSTEM


def _no_office() -> Office:
    raise RuntimeError("a picture asks no office")
