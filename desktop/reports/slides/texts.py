"""Puts texts on a slide: its title, what leads, sentences in letters that fit, the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Inches, Pt

from desktop.reports import palette
from desktop.reports.charting.banding import LOCALES
from desktop.reports.content.report import Tone
from desktop.reports.slides import deck, fitting
from desktop.reports.slides.pages import WARNED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.reports.content.report import Report, Sentence

WIDE = int(deck.WIDTH - 2 * deck.MARGIN)
SIZES = (16.0, 11.0)
"""The largest and the smallest letters of sentences, in points."""
BETWEEN = 8.0
"""Points between paragraphs."""
EMU = 12700
"""English metric units in a point."""
_LEAD = (deck.MARGIN, Inches(1.0), WIDE, Inches(0.62))
_LEAD_SIZES = (18.0, 12.0)
_FOOT = (deck.MARGIN, Inches(7.03), WIDE - int(Inches(0.8)), Inches(0.3))
"""Beside the number of the slide."""

Box = tuple[int, int, int, int]


def title(slide: Any, text: str) -> None:
    """Write the title."""
    frame = slide.shapes.title.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = 0
    frame.text = text
    room = (WIDE / EMU, deck.TITLE_HEIGHT / EMU)
    frame.paragraphs[0].font.size = Pt(fitting.size_that_fits([text], room, (26, 16), 0))


def lead(slide: Any, told: tuple[Sentence, ...]) -> None:
    """Write what leads, beneath the title."""
    for paragraph, sentence, size in _paragraphs(slide, told, _LEAD, _LEAD_SIZES):
        ink = palette.PRIMARY if sentence.tone is Tone.PLAIN else palette.INKS[sentence.tone]
        deck.put(paragraph, sentence.text, size, ink=ink, bold=True)


def sentences(slide: Any, told: tuple[Sentence, ...], box: Box) -> None:
    """Write sentences into a box; of a warning, how grave it is stands out."""
    for paragraph, sentence, size in _paragraphs(slide, told, box, SIZES):
        ink = palette.INKS[sentence.tone]
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
    room = (box[2] / EMU, box[3] / EMU)
    size = fitting.size_that_fits([s.text for s in told], room, sizes, BETWEEN)
    for number, sentence in enumerate(told):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(BETWEEN)
        yield paragraph, sentence, size


def foot(slide: Any, report: Report, number: int) -> None:
    """Write the sources and the number of the slide."""
    frame = deck.text_box(slide, _FOOT)
    room = (_FOOT[2] / EMU, 2 * fitting.LINE * 9)
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
