"""Where an official's archive lies when nothing else is said."""

from __future__ import annotations

from pathlib import Path

import platformdirs

_APPLICATION = "ExportTargetTracker"
_FILE = "archive.sqlite3"


def default_location() -> Path:
    """Path of the archive in the user's own data directory."""
    return Path(platformdirs.user_data_dir(_APPLICATION, appauthor=False)) / _FILE
