"""A line of what a chart tells when it is pointed at: a name in its ink, and an amount."""

from __future__ import annotations

from desktop.figures.wording import Language, fitting
from desktop.gui.parts.text import Line, Span
from desktop.gui.tokens import Tone


def told(name: str, usd: float, lang: Language, tone: Tone) -> Line:
    """Name an amount, in billions of US dollars."""
    amount = lang.billions(usd, fitting(usd, 2))
    return (Span(f"{name}  ", tone), Span(amount, Tone.PLAIN, bold=True))
