"""Where an official's archive lies when nothing else is said, and where no summary may go."""

from __future__ import annotations

import platform
from pathlib import Path

import platformdirs

from desktop import __version__
from desktop.figures.finding import Finding, Refused, Severity

_APPLICATION = "ExportTargetTracker"
_FILE = "archive.sqlite3"


def default_location() -> Path:
    """Path of the archive in the user's own data directory."""
    return Path(platformdirs.user_data_dir(_APPLICATION, appauthor=False)) / _FILE


def example_location() -> Path:
    """Path of the example's archive, beside the user's own; each version makes its own."""
    return default_location().with_name(f"example-{__version__}.sqlite3")


def is_to_come(location: str | Path) -> bool:
    """Say whether an archive is a file that is not there yet: whoever opens it makes it."""
    path = str(location).removeprefix("sqlite:///")
    try:
        return "://" not in path and not Path(path).expanduser().exists()
    except (OSError, RuntimeError):  # whoever opens it says so
        return False


def call_ahead(location: str | Path) -> None:
    """Begin to look whether a server is there, where a place is one's, before much is read."""
    if "://" in str(location):
        from desktop.archive.reaching import knock  # noqa: PLC0415 - only who has a server

        knock(str(location))


def migration_copies() -> Path:
    """Folder for what a server's archive held before it was migrated, unless one is named."""
    return default_location().with_name("before-migration")


def this_desk() -> str:
    """From where changes are made: this computer's name, and a number of this session alone."""
    import secrets  # noqa: PLC0415 - first paint first

    return f"{platform.node()} {secrets.token_hex(3)}"


def refuse_place(out: Path, archive: str | Path) -> None:
    """Raise `Refused` where a summary would take the archive's place, or is not named .xlsx."""
    if out.suffix.lower() != ".xlsx":
        raise Refused(Finding(Severity.ERROR, "not_named_xlsx", about=str(out)))
    refuse_archive(out, archive)


def refuse_archive(out: Path, archive: str | Path) -> None:
    """Raise `Refused` where a file would take the archive's place."""
    kept = Path(str(archive).removeprefix("sqlite:///")).expanduser().absolute()
    if same_place(out.expanduser(), kept):
        raise Refused(Finding(Severity.ERROR, "would_overwrite_archive", about=str(out)))


def same_place(one: Path, other: Path) -> bool:
    """Say whether two paths lead to the same file, whatever they are called."""
    try:
        return one.absolute() == other.absolute() or one.samefile(other)
    except OSError:  # one of them is not there yet, or cannot be: that is told when it is written
        return False
