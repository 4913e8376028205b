"""The veil over the window while files are dragged across it: it says what a drop will do."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.figures.wording import N_
from desktop.gui.icons import pixmap
from desktop.gui.parts.text import label
from desktop.gui.session import Session


class FileKind(StrEnum):
    """What a file is, as far as its name says."""

    WORKBOOK = "workbook"
    LAYOUT = "layout"
    NAMES = "names"
    GROUPINGS = "groupings"
    RULES = "rules"
    TEMPLATE = "template"


_ENDINGS = {
    ".json": FileKind.LAYOUT, ".toml": FileKind.RULES,
    ".xltx": FileKind.TEMPLATE, ".xltm": FileKind.TEMPLATE,
}  # fmt: skip
_HEADS = (
    (FileKind.GROUPINGS, {"scheme", "group", "members"}),
    (FileKind.NAMES, {"sender", "kind", "label", "code"}),
)
"""What heads the columns of the files that the program writes as CSV."""
_LONGEST_LINE = 2000
"""Letters of a first line that are looked at."""
_DOES = {
    FileKind.LAYOUT: N_("Drop to take the layout, or the scenario, over"),
    FileKind.GROUPINGS: N_("Drop to put the groupings in force"),
    FileKind.NAMES: N_("Drop to take the names over"),
    FileKind.RULES: N_("Drop to put the warning rules in force"),
    FileKind.TEMPLATE: N_("Drop to fill the template"),
}


def kind_of(path: Path) -> FileKind:
    """Give what a file is by its name, of a CSV file by its headings.

    What is not known may be a return, or a folder of them.
    """
    if path.suffix.lower() == ".csv":
        return next((kind for kind, heads in _HEADS if heads <= _headings(path)), FileKind.WORKBOOK)
    return _ENDINGS.get(path.suffix.lower(), FileKind.WORKBOOK)


def _headings(path: Path) -> set[str]:
    try:
        with path.open(encoding="utf-8-sig", errors="replace") as lines:
            return set(lines.readline(_LONGEST_LINE).strip().replace(";", ",").split(","))
    except (OSError, ValueError):  # whatever it is, reading it says why it cannot be
        return set()


class Veil(QFrame):
    """Covers the window; hidden until files come."""

    def __init__(self, over: QWidget) -> None:
        """Belong to the area that it covers."""
        super().__init__(over)
        self._over = over
        self.setProperty("look", "veil")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._icon = QLabel()
        self._title, self._text = label("empty-title"), label("empty-text")
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        for part in (self._icon, self._title, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(part)
        layout.addStretch(1)
        self.hide()

    def rise(self, session: Session, files: Sequence[Path]) -> None:
        """Cover the window and say what a drop will do."""
        lang, colours = session.language, session.theme.colours
        self._icon.setPixmap(pixmap("drop", colours.primary, 56, self.devicePixelRatioF()))
        kinds = {kind_of(path) for path in files}
        kind = kinds.pop() if len(kinds) == 1 else FileKind.WORKBOOK
        review = lang.plural(
            "Drop to review {count} file", "Drop to review {count} files", len(files)
        )
        self._title.setText(lang._(_DOES[kind]) if kind in _DOES else review)
        asks = kind in {FileKind.WORKBOOK, FileKind.TEMPLATE}
        self._text.setText(
            lang._("Nothing is written before you say so.") if asks else lang._("It can be undone.")
        )
        self.setGeometry(self._over.rect().adjusted(8, 8, -8, -8))
        self.show()
        self.raise_()


def accept_copy(event: QDropEvent) -> None:
    """Take files as copies: who is told that they were moved may delete them."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def dropped_files(data: QMimeData) -> list[Path]:
    """Give the local files and folders of a drag."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
