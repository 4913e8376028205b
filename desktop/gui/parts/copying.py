"""A table on the clipboard: as text with tabs, and as HTML whose numbers stay numbers."""

from __future__ import annotations

import atexit
import re
from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QMimeData
from PySide6.QtGui import QGuiApplication

from desktop.figures.wording import MINUS, language

if TYPE_CHECKING:
    from desktop.figures.wording import Language
    from desktop.gui.parts.cells import Cell, Grid

_NUMBER = re.compile(rf"[+{MINUS}-]?\d[\d.,]*%?")
_DESKTOPS = frozenset({"xcb", "wayland", "windows", "cocoa"})
"""Platforms of Qt with a clipboard that other programs share."""
_AS_TEXT = """sdnum="1033;0;@" style='mso-number-format:"\\@"'"""
"""Tells spreadsheets to take words as words: "June 2025" for no date, "=A1" for no formula."""
_DASHES = frozenset({"–", "—", ""})


def on_clipboard(grid: Grid, rows: Iterable[int], lang: Language) -> QMimeData:
    """Give some rows of a table for the clipboard.

    The text writes numbers as the language's spreadsheets read them (no thousands, a plain
    minus); HTML carries each value itself, for Excel (`x:num`) and LibreOffice (`sdval`), and words
    as words.
    """
    held = [grid.rows[n] for n in rows]
    made = QMimeData()
    lines = [list(grid.columns), *([_text(cell, lang) for cell in row] for row in held)]
    made.setText("\n".join("\t".join(line) for line in lines))
    made.setHtml(_html(grid.columns, held, lang))
    return made


def copy_out(made: QMimeData) -> None:
    """Hand data to the clipboard, which holds it until something else is copied."""
    QGuiApplication.clipboard().setMimeData(made)
    _let_go_at_the_end()


@cache
def _let_go_at_the_end() -> None:
    """Have the clipboard let go of data of ours before Python ends.

    Where there is no clipboard of a desktop's, Qt keeps one of its own until the very end of the
    program, and would then destroy what Python made after Python has gone. A desktop's keeps what
    was copied: there it is handed over in good time.
    """
    if QGuiApplication.platformName() not in _DESKTOPS:
        atexit.register(_let_go)


def _let_go() -> None:
    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()


def spoken() -> Language:
    """The language that the window speaks, by its locale: tables are worded in it."""
    return language("vi" if QLocale().language() is QLocale.Language.Vietnamese else "en")


def number_of(text: str, lang: Language) -> tuple[float, int] | None:
    """Read a number as the language writes it, with its decimals; None where it is none.

    Per cent become fractions.
    """
    if not _NUMBER.fullmatch(text):
        return None
    point, thousands = (",", ".") if lang.code == "vi" else (".", ",")
    plain = text.rstrip("%").replace(MINUS, "-").replace(thousands, "").replace(point, ".")
    try:
        value = float(plain)
    except ValueError:
        return None
    decimals = len(plain.partition(".")[2])
    return (value / 100, decimals + 2) if text.endswith("%") else (value, decimals)


def _text(cell: Cell, lang: Language) -> str:
    text = cell.text
    if text in _DASHES:
        return ""
    if number_of(text, lang) is None:
        return text.replace("\t", " ").replace("\n", " ")
    return text.replace(MINUS, "-").replace("." if lang.code == "vi" else ",", "").lstrip("+")


def _html(columns: Sequence[str], rows: Sequence[Sequence[Cell]], lang: Language) -> str:
    head = "".join(f"<th>{escape(column)}</th>" for column in columns)
    body = "".join(f"<tr>{''.join(_cell(cell, lang) for cell in row)}</tr>" for row in rows)
    return (
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8">'
        f"</head><body><table><tr>{head}</tr>{body}</table></body></html>"
    )


def _cell(cell: Cell, lang: Language) -> str:
    if cell.text in _DASHES:
        return "<td></td>"
    number = number_of(cell.text, lang)
    if number is None:
        return f"<td {_AS_TEXT}>{escape(cell.text)}</td>"
    value, decimals = number
    per_cent = cell.text.endswith("%")
    shown = decimals - 2 * per_cent
    form = "0" + ("." + "0" * shown if shown else "") + "%" * per_cent
    exact = f"{value:.{decimals}f}"
    return (
        f'<td x:num="{exact}" sdval="{exact}" sdnum="1033;0;{form}"'
        f' style=\'mso-number-format:"{form}"\' align="right">{escape(cell.text)}</td>'
    )
