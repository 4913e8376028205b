"""The headline figures of the first slide, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches

from desktop.reports import palette
from desktop.reports.charting.dressing import colour
from desktop.reports.content.numbers import card_figure, card_unit
from desktop.reports.content.report import Tone
from desktop.reports.slides import deck, fitting
from desktop.reports.slides.texts import EMU

if TYPE_CHECKING:
    from desktop.figures.wording import Language
    from desktop.reports.content.report import Card
    from desktop.reports.slides.texts import Box


def tiles(slide: Any, cards: tuple[Card, ...], language: Language, box: Box) -> None:
    """Place a tile for each card."""
    left, top, wide, high = box
    gap = int(Inches(0.14))
    each = (wide - gap * (len(cards) - 1)) // len(cards)
    room = (each / EMU - 13, 3 * fitting.LINE * 12)
    small = min(
        (fitting.size_that_fits([card.label, card.note], room, (12, 9), 0) for card in cards),
        default=12,
    )
    for number, card in enumerate(cards):
        _tile(slide, card, language, (left + number * (each + gap), top, each, high), small)


def _tile(slide: Any, card: Card, language: Language, box: Box, small: float) -> None:
    tile = slide.shapes.add_shape(1, *(Emu(side) for side in box))
    tile.fill.solid()
    tile.fill.fore_color.rgb = colour(palette.PAPER)
    tile.line.fill.background()
    tile._element.remove(tile._element.find(qn("p:style")))  # noqa: SLF001 - its shadow is none of ours
    frame = tile.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP  # figures on one line
    frame.margin_left = frame.margin_right = Inches(0.08)
    frame.margin_top, frame.margin_bottom = Inches(0.14), Inches(0.04)
    for number in range(3):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.CENTER
        if number == 0:
            deck.put(paragraph, card.label, small, ink=palette.SECONDARY)
        elif number == 1:
            deck.put(paragraph, card_figure(card, language), 26, bold=True)
            deck.put(paragraph, f" {card_unit(card, language)}", 12, ink=palette.SECONDARY)
        else:
            ink = palette.SECONDARY if card.tone is Tone.PLAIN else palette.INKS[card.tone]
            deck.put(paragraph, card.note, small, ink=ink)
