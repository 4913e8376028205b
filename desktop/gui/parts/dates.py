"""Days and months in narrow places, as the language writes them: 06/07/2025, or 6 Jul 2025."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QDateEdit

from desktop.figures.month import Month
from desktop.figures.wording import Language

_FORMATS = {"vi": "dd/MM/yyyy", "en": "d MMM yyyy"}


def month_words(month: Month, lang: Language) -> str:
    """Name a month briefly: T6/2025, Jun 2025."""
    return f"{lang.month_tick(month.number)}{'/' if lang.code == 'vi' else ' '}{month.year}"


def dress_day(field: QDateEdit, lang: Language) -> None:
    """Write a field's day as a language does: 06/07/2025 is June to some who read English."""
    field.setLocale(QLocale())  # the window's by now; a field keeps that of when it was made
    field.setDisplayFormat(_FORMATS[lang.code])
