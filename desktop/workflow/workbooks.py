"""Which files are workbooks, and all of them in a folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

_ENDINGS = (".xlsx", ".xlsm", ".xls")
_SHADOWS = ("~$", "._")
"""How Excel marks an open workbook, and how macOS keeps a file's attributes on foreign drives."""


def is_workbook(path: Path) -> bool:
    """Say whether a file is named as a workbook, and is no shadow of one."""
    return path.suffix.lower() in _ENDINGS and not path.name.startswith(_SHADOWS)


def workbooks(paths: Iterable[Path]) -> Iterator[Path]:
    """Give the files as they are named, and the workbooks of the folders among them."""
    for path in paths:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if is_workbook(p))
        else:
            yield path
