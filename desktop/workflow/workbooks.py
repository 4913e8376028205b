"""Which files are to be read: those that are named, and all in a folder that may be returns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.return_files import may_be_return


def workbooks(paths: Iterable[Path]) -> Iterator[Path]:
    """Give the files as they are named, and those of the folders among them."""
    for path in paths:
        if _is_folder(path):
            yield from _within(path)
        else:
            yield path


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # what cannot be looked at is said when it is read
        return False


def _within(folder: Path) -> list[Path]:
    """List a folder to its end; raises `Refused` where its drive or share goes away meanwhile."""
    try:
        return sorted(p for p in folder.rglob("*") if may_be_return(p))
    except OSError as error:
        raise Refused(Finding(Severity.ERROR, "folder_lost", about=str(folder))) from error
