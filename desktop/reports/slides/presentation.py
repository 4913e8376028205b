"""The slides: what a report says, as a PowerPoint presentation of five pages."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu, Inches, Pt

from desktop.reports import palette
from desktop.reports.charting.banding import LOCALES
from desktop.reports.charting.dressing import Dress, colour
from desktop.reports.charting.native import chart_part
from desktop.reports.content.numbers import card_figure, card_unit
from desktop.reports.content.report import Number, Sentence, Tone, Unit
from desktop.reports.properties import described
from desktop.reports.sealing import sealed
from desktop.reports.slides import deck, fitting
from desktop.reports.slides.pages import (
    PAGES,
    WARNED,
    Page,
    charts_of,
    notes_of,
    sentences_of,
    warnings_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.figures.wording import Language
    from desktop.reports.content.report import Card, Chart, Report

_LEAD = (deck.MARGIN, Inches(1.0), deck.WIDTH - 2 * deck.MARGIN, Inches(0.62))
_TOP, _BOTTOM = Inches(1.78), Inches(6.88)
_CARDS_HEIGHT = Inches(1.3)
_GAP = Inches(0.3)
_BESIDE = Inches(4.35)
"""The width of the sentences beside a chart."""
_FOOT = (deck.MARGIN, Inches(7.03), deck.WIDTH - 2 * deck.MARGIN, Inches(0.3))
_SIZES = (16.0, 11.0)
_LEAD_SIZES = (18.0, 12.0)
_BETWEEN = 8.0
"""Points between paragraphs."""
_EMU = 12700
"""English metric units in a point."""
_INKS = {
    Tone.PLAIN: palette.INK,
    Tone.GOOD: palette.GOOD,
    Tone.WARN: palette.WARN,
    Tone.BAD: palette.BAD,
    Tone.MUTED: palette.MUTED,
}

Box = tuple[int, int, int, int]


def slides(report: Report, language: Language) -> bytes:
    """Write the slides."""
    made = deck.deck()
    dress = Dress(12, titled=True, band=language._("80 of 100 outcomes"), language=report.language)
    for number, page in enumerate(PAGES, 1):
        _slide(made, page, report, language, dress, number)
    described(made.core_properties, report)
    content = io.BytesIO()
    made.save(content)
    return sealed(content.getvalue())


def _slide(
    made: Any, page: Page, report: Report, language: Language, dress: Dress, number: int
) -> None:
    slide = made.slides.add_slide(made.slide_layouts[0])
    title = report.title if number == 1 else language._(page.title)
    _title(slide, title)
    _lead(slide, sentences_of(page.lead, report))
    top = int(_TOP)
    if page.cards:
        _cards(slide, report.cards, language, (deck.MARGIN, top, _wide(), int(_CARDS_HEIGHT)))
        top += int(_CARDS_HEIGHT + _GAP)
    told = _told(page, report, language, int(_BOTTOM) - top)
    charts = charts_of(page, report)
    drawn = _wide() - (int(_BESIDE + _GAP) if told and charts else 0)
    for place, chart in enumerate(charts):
        each = (drawn - int(_GAP) * (len(charts) - 1)) // len(charts)
        left = deck.MARGIN + place * (each + int(_GAP))
        _chart(made, slide, chart, (left, top, each, int(_BOTTOM) - top), dress, report)
    if told:
        left = deck.MARGIN + (drawn + int(_GAP) if charts else 0)
        wide = int(_BESIDE) if charts else _wide()
        _texts(slide, told, (left, top, wide, int(_BOTTOM) - top))
    _foot(slide, report, number)
    slide.notes_slide.notes_text_frame.text = notes_of(page, report)


def _wide() -> int:
    return int(deck.WIDTH - 2 * deck.MARGIN)


def _title(slide: Any, text: str) -> None:
    frame = slide.shapes.title.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = 0
    frame.text = text
    room = (_wide() / _EMU, deck.TITLE_HEIGHT / _EMU)
    frame.paragraphs[0].font.size = Pt(fitting.size_that_fits([text], room, (26, 16), 0))


def _told(page: Page, report: Report, language: Language, high: int) -> tuple[Sentence, ...]:
    """The sentences of a page; of warnings as many as there is room for, and how many more."""
    told = sentences_of(page.told, report)
    if "warnings" not in page.sections:
        return told
    warned = warnings_of(report)
    room, size = (_BESIDE / _EMU, high / _EMU), _SIZES[1] + 1
    texts = [s.text for s in (*told, *warned)]
    if fitting.those_that_fit(texts, room, size, _BETWEEN) == len(texts):
        return (*told, *warned)
    left = (room[0], room[1] - 2 * fitting.LINE * size)  # for the line that counts the rest
    fits = fitting.those_that_fit(texts, left, size, _BETWEEN) - len(told)
    return (*told, *warned[: max(fits, 0)], _more(report, max(fits, 0), language))


def _more(report: Report, shown: int, language: Language) -> Sentence:
    """Count the warnings that are not shown, those beyond the report's own list too."""
    warned = warnings_of(report)
    beyond = sum(int(n.value or 0) for s in warned for n in s.numbers if s.key == "warnings_more")
    rest = sum(s.key != "warnings_more" for s in warned[shown:]) + beyond
    text = language.plural("And {count} more warning.", "And {count} more warnings.", rest)
    return Sentence("warnings_more", text, (Number(rest, Unit.COUNT),), Tone.MUTED)


def _lead(slide: Any, told: tuple[Sentence, ...]) -> None:
    for paragraph, sentence, size in _paragraphs(slide, told, _LEAD, _LEAD_SIZES):
        ink = palette.PRIMARY if sentence.tone is Tone.PLAIN else _INKS[sentence.tone]
        deck.put(paragraph, sentence.text, size, ink=ink, bold=True)


def _texts(slide: Any, told: tuple[Sentence, ...], box: Box) -> None:
    for paragraph, sentence, size in _paragraphs(slide, told, box, _SIZES):
        ink = _INKS[sentence.tone]
        if not sentence.key.startswith(WARNED):
            deck.put(paragraph, sentence.text, size, ink=ink)
            continue
        grave, colon, rest = sentence.text.partition(":")
        deck.put(paragraph, grave + colon, size, ink=ink, bold=True)
        deck.put(paragraph, rest, size)


def _paragraphs(
    slide: Any, told: tuple[Sentence, ...], box: Box, sizes: tuple[float, float]
) -> Iterator[tuple[Any, Sentence, float]]:
    """Give a paragraph of a box for each sentence, and the size at which all of them fit."""
    if not told:
        return
    frame = deck.text_box(slide, box)
    room = (box[2] / _EMU, box[3] / _EMU)
    size = fitting.size_that_fits([s.text for s in told], room, sizes, _BETWEEN)
    for number, sentence in enumerate(told):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(_BETWEEN)
        yield paragraph, sentence, size


def _cards(slide: Any, cards: tuple[Card, ...], language: Language, box: Box) -> None:
    left, top, wide, high = box
    gap = int(Inches(0.14))
    each = (wide - gap * (len(cards) - 1)) // len(cards)
    for number, card in enumerate(cards):
        _card(slide, card, language, (left + number * (each + gap), top, each, high))


def _card(slide: Any, card: Card, language: Language, box: Box) -> None:
    tile = slide.shapes.add_shape(1, *(Emu(side) for side in box))
    tile.fill.solid()
    tile.fill.fore_color.rgb = colour(palette.PAPER)
    tile.line.fill.background()
    tile._element.remove(tile._element.find(qn("p:style")))  # noqa: SLF001 - its shadow is none of ours
    frame = tile.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = Inches(0.08)
    frame.margin_top = frame.margin_bottom = Inches(0.04)
    room = (box[2] / _EMU - 13, 3 * fitting.LINE * 12)
    small = fitting.size_that_fits([card.label, card.note], room, (12, 9), 0)
    for number in range(3):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.CENTER
        if number == 0:
            deck.put(paragraph, card.label, small, ink=palette.SECONDARY)
        elif number == 1:
            deck.put(paragraph, card_figure(card, language), 26, bold=True)
            deck.put(paragraph, f" {card_unit(card, language)}", 12, ink=palette.SECONDARY)
        else:
            ink = palette.SECONDARY if card.tone is Tone.PLAIN else _INKS[card.tone]
            deck.put(paragraph, card.note, small, ink=ink)


def _chart(made: Any, slide: Any, chart: Chart, box: Box, dress: Dress, report: Report) -> None:
    part = chart_part(chart, dress, made, report.stamp.made_at)
    inside = slide.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    frame: Any = slide.shapes._add_chart_graphicFrame(  # noqa: SLF001 - draws a part that is made
        inside, *(Emu(side) for side in box)
    )
    named = frame.nvGraphicFramePr.cNvPr
    named.set("descr", chart.description)
    named.set("name", chart.title)


def _foot(slide: Any, report: Report, number: int) -> None:
    frame = deck.text_box(slide, _FOOT)
    room = (_wide() / _EMU - 60, 2 * fitting.LINE * 9)
    text = report.source_line
    size = fitting.size_that_fits([text], room, (9, 7), 0)
    deck.put(frame.paragraphs[0], text, size, ink=palette.MUTED)
    corner = (deck.WIDTH - deck.MARGIN - Inches(0.6), _FOOT[1], Inches(0.6), _FOOT[3])
    paragraph = deck.text_box(slide, corner).paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT
    paragraph._p.append(  # noqa: SLF001 - the library has no words for fields
        parse_xml(
            f"<a:fld {nsdecls('a')} id='{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}' "
            f"type='slidenum'><a:rPr lang='{LOCALES[report.language]}' sz='900'/>"
            f"<a:t>{number}</a:t></a:fld>"
        )
    )
