"""Which files are workbooks, and all of them in a folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from desktop.figures.finding import Finding, Refused, Severity

_ENDINGS = (".xlsx", ".xlsm", ".xls")
_SHADOWS = ("~$", "._")
"""How Excel marks an open workbook, and how macOS keeps a file's attributes on foreign drives."""


def is_workbook(path: Path) -> bool:
    """Say whether a file is named as a workbook, and is no shadow of one."""
    return path.suffix.lower() in _ENDINGS and not path.name.startswith(_SHADOWS)


def workbooks(paths: Iterable[Path]) -> Iterator[Path]:
    """Give the files as they are named, and the workbooks of the folders among them."""
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
        return sorted(p for p in folder.rglob("*") if is_workbook(p))
    except OSError as error:
        raise Refused(Finding(Severity.ERROR, "folder_lost", about=str(folder))) from error
