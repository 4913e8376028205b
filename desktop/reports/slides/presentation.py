"""The slides: what a report says, as a PowerPoint presentation."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Emu, Inches

from desktop.reports.charting.dressing import Dress
from desktop.reports.charting.native import chart_part
from desktop.reports.content.report import Number, Sentence, Tone, Unit
from desktop.reports.properties import described
from desktop.reports.sealing import sealed
from desktop.reports.slides import deck, fitting, texts
from desktop.reports.slides.pages import (
    Page,
    charts_of,
    notes_of,
    pages_of,
    sentences_of,
    warnings_of,
)
from desktop.reports.slides.texts import BETWEEN, EMU, SIZES, WIDE
from desktop.reports.slides.tiles import tiles

if TYPE_CHECKING:
    from desktop.figures.wording import Language
    from desktop.reports.content.report import Chart, Report
    from desktop.reports.slides.texts import Box

_TOP, _BOTTOM = Inches(1.78), Inches(6.88)
_TILES_HEIGHT = Inches(1.3)
_GAP = Inches(0.3)
_BESIDE = Inches(4.35)
"""The width of the sentences beside a chart."""


def slides(report: Report, language: Language) -> bytes:
    """Write the slides."""
    made = deck.deck()
    dress = Dress(12, titled=True, band=language._("80 of 100 outcomes"), language=report.language)
    for number, page in enumerate(pages_of(report), 1):
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
    texts.title(slide, title)
    texts.lead(slide, sentences_of(page.lead, report))
    top = int(_TOP)
    if page.cards:
        tiles(slide, report.cards, language, (deck.MARGIN, top, WIDE, int(_TILES_HEIGHT)))
        top += int(_TILES_HEIGHT + _GAP)
    told = _told(page, report, language, int(_BOTTOM) - top)
    charts = charts_of(page, report)
    drawn = WIDE - (int(_BESIDE + _GAP) if told and charts else 0)
    for place, chart in enumerate(charts):
        each = (drawn - int(_GAP) * (len(charts) - 1)) // len(charts)
        left = deck.MARGIN + place * (each + int(_GAP))
        _chart(made, slide, chart, (left, top, each, int(_BOTTOM) - top), dress, report)
    if told:
        left = deck.MARGIN + (drawn + int(_GAP) if charts else 0)
        wide = int(_BESIDE) if charts else WIDE
        texts.sentences(slide, told, (left, top, wide, int(_BOTTOM) - top))
    texts.foot(slide, report, number)
    slide.notes_slide.notes_text_frame.text = notes_of(page, report)


def _told(page: Page, report: Report, language: Language, high: int) -> tuple[Sentence, ...]:
    """The sentences of a page; of warnings as many as there is room for, and how many more."""
    told = sentences_of(page.told, report)
    if "warnings" not in page.sections:
        return told
    warned = warnings_of(report)
    room, size = (_BESIDE / EMU, high / EMU), SIZES[1] + 1
    words = [s.text for s in (*told, *warned)]
    if fitting.those_that_fit(words, room, size, BETWEEN) == len(words):
        return (*told, *warned)
    left = (room[0], room[1] - 2 * fitting.LINE * size)  # for the line that counts the rest
    fits = fitting.those_that_fit(words, left, size, BETWEEN) - len(told)
    return (*told, *warned[: max(fits, 0)], _more(report, max(fits, 0), language))


def _more(report: Report, shown: int, language: Language) -> Sentence:
    """Count the warnings that are not shown, those beyond the report's own list too."""
    warned = warnings_of(report)
    beyond = sum(int(n.value or 0) for s in warned for n in s.numbers if s.key == "warnings_more")
    rest = sum(s.key != "warnings_more" for s in warned[shown:]) + beyond
    text = language.plural("And {count} more warning.", "And {count} more warnings.", rest)
    return Sentence("warnings_more", text, (Number(rest, Unit.COUNT),), Tone.MUTED)


def _chart(made: Any, slide: Any, chart: Chart, box: Box, dress: Dress, report: Report) -> None:
    part = chart_part(chart, dress, made, report.stamp.made_at)
    inside = slide.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    frame: Any = slide.shapes._add_chart_graphicFrame(  # noqa: SLF001 - draws a part that is made
        inside, *(Emu(side) for side in box)
    )
    named = frame.nvGraphicFramePr.cNvPr
    named.set("descr", chart.description)
    named.set("name", chart.title)
