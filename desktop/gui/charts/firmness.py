"""How firm a figure is and which release it comes from, as every chart says it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desktop.analysis.wording import FIRMNESS
from desktop.gui.parts.text import Line, Span
from desktop.gui.tokens import Tone

if TYPE_CHECKING:
    from desktop.figures.figure import Source, Status
    from desktop.figures.wording import Language


def release_words(reported_on: str, lang: Language) -> str:
    """Name a release by its day (ISO); nothing where it is not known."""
    if not reported_on:
        return ""
    return lang._("published {day}", day=lang.date(date.fromisoformat(reported_on)))


def firm_words(status: Status | None, reported_on: str, lang: Language) -> str:
    """Say "estimate · published 6 Jul 2025"; what is not known is left out."""
    firm = lang._(FIRMNESS[status]) if status else ""
    return " · ".join(filter(None, (firm, release_words(reported_on, lang))))


def firm_lines(status: Status | None, source: Source | None, lang: Language) -> tuple[Line, ...]:
    """Tell status and release on one line, and the cell on the next."""
    words = firm_words(status, source.reported_on if source else "", lang)
    told = [words, str(source) if source else ""]
    return tuple((Span(text, Tone.MUTED),) for text in told if text)
