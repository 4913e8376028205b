"""What the window remembers between two days: its place, page, language, theme, last folder."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

_ORGANISATION = "ExportTargetTracker"
_APPLICATION = "window"


class Memory:
    """Plain words by name, in an INI file of the user's own; a damaged file counts as empty."""

    def __init__(self, file: Path | None = None) -> None:
        """Open `file`, or the user's own where none is given."""
        form = QSettings.Format.IniFormat
        if file:
            self._settings = QSettings(str(file), form)
        else:
            self._settings = QSettings(form, QSettings.Scope.UserScope, _ORGANISATION, _APPLICATION)

    def text(self, name: str, default: str = "") -> str:
        """Give a remembered word, or the default."""
        value = self._settings.value(name, default)
        return value if isinstance(value, str) else default

    def remember(self, name: str, value: str) -> None:
        """Remember a word."""
        self._settings.setValue(name, value)

    @property
    def folder_of_settings(self) -> Path:
        """Where the file lies."""
        return Path(self._settings.fileName()).parent

    def of_archive(self, location: str | Path, name: str) -> str:
        """Give the name under which something is remembered for one archive alone."""
        return f"archive-{sha256(str(location).encode()).hexdigest()[:16]}-{name}"

    def place(self, name: str) -> QByteArray:
        """Give a remembered window geometry; empty where none is."""
        value = self._settings.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def remember_place(self, name: str, value: QByteArray) -> None:
        """Remember a window geometry."""
        self._settings.setValue(name, value)

    @property
    def folder(self) -> str:
        """The folder that files were last taken from; the user's own at first."""
        folder = Path(self.text("folder") or Path.home())
        return str(folder if folder.is_dir() else Path.home())

    @folder.setter
    def folder(self, folder: str) -> None:
        self.remember("folder", folder)

    @property
    def out_folder(self) -> Path:
        """The folder written to last; at first the user's documents, not the returns' folder."""
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        written = self.text("out_folder")
        wanted = Path(written or QStandardPaths.writableLocation(documents))
        return wanted if wanted.is_dir() else Path.home()

    def wrote(self, out: Path) -> None:
        """Remember where a file was written, for the next one."""
        self.remember("out_folder", str(out.parent))
