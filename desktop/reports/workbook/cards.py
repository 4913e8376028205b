"""The cards on the cover: five figures, each with what it is held against."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.analysis.results import Overview, PaceStatus
from desktop.figures.wording import MINUS, Language
from desktop.reports.content.cards import SHAPES as SHAPES  # noqa: PLC0414 - sheets show them too
from desktop.reports.content.cards import TONES as MEANT
from desktop.reports.content.cards import cards
from desktop.reports.content.report import Card, Tone, Unit
from desktop.reports.workbook import look
from desktop.reports.workbook.live import Live
from desktop.reports.workbook.page import Page

COLUMNS = 3
"""Columns of the cover's grid that a card takes."""
_IN_BILLIONS = 1000  # the sheets hold millions

COLOURS = {
    Tone.PLAIN: look.SECONDARY,
    Tone.GOOD: look.GOOD,
    Tone.WARN: look.WARN,
    Tone.BAD: look.BAD,
    Tone.MUTED: look.SECONDARY,
}
TONES: dict[PaceStatus, str] = {status: COLOURS[tone] for status, tone in MEANT.items()}
"""The colour of a status."""


def write(page: Page, row: int, overview: Overview, cells: Mapping[str, Live]) -> None:
    """Write the cards into three rows: label, figure, note."""
    for place, card in enumerate(cards(overview, page.language)):
        first, last = place * COLUMNS, (place + 1) * COLUMNS - 1
        edge: dict[str, Any] = {"right": 5, "right_color": look.WHITE}
        figure = _figure(card, cells)
        known = figure.value is not None
        page.span(row, first, last, card.label, "card_label", **edge)
        page.span(
            row + 1,
            first,
            last,
            figure if known else "–",
            "card_figure",
            _number(card, page.language) if known else "",
            **edge,
        )
        page.span(
            row + 2, first, last, card.note, "card_note", font_color=COLOURS[card.tone], **edge
        )
    page.height(row, 20)
    page.height(row + 1, 32)
    page.height(row + 2, 28)


def _figure(card: Card, cells: Mapping[str, Live]) -> Live:
    """The cell that a card shows, by the card's key: amounts in billions."""
    if card.number.unit is Unit.USD:
        return cells[card.key] / _IN_BILLIONS
    return cells[card.key] * 1.0


def _number(card: Card, language: Language) -> str:
    if card.number.unit is not Unit.USD:
        return look.PERCENT
    unit = language._("bn USD")
    plain = f'#,##0.{"0" * card.decimals}" {unit}"'
    if not card.signed:
        return plain
    return f'+{plain};"{MINUS}"{plain};{plain.removeprefix("#,##")}'
