"""Which files may be returns, by their names: workbooks, and texts that may hold a table."""

from __future__ import annotations

from pathlib import Path

WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
TEXTS = (".csv", ".tsv", ".txt", ".xml", ".htm", ".html", ".mht", ".fods")
"""Endings of texts that portals and old programs write; most such files are something else."""
_SHADOWS = ("~$", "._")
"""How Excel marks an open workbook, and how macOS keeps a file's attributes on foreign drives."""


def may_be_return(path: Path) -> bool:
    """Say whether a file is named as a return may be, and is no shadow of one."""
    return path.suffix.lower() in (*WORKBOOKS, *TEXTS) and not path.name.startswith(_SHADOWS)


def is_text(path: Path) -> bool:
    """Say whether a file is named as a text, which is a return only where it holds a table."""
    return path.suffix.lower() in TEXTS
