"""The briefing page: what a report says, as a Word document."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from pptx import Presentation

from desktop.reports import palette
from desktop.reports.briefing import styles, tables
from desktop.reports.briefing.charts import Charts
from desktop.reports.briefing.own import OwnDocument, opened
from desktop.reports.briefing.place import Place
from desktop.reports.content.report import Tone
from desktop.reports.properties import described
from desktop.reports.sealing import sealed

if TYPE_CHECKING:
    from desktop.figures.wording import Language
    from desktop.reports.content.report import Report, Section, Sentence

_LISTED = ("warnings",)
"""Sections whose sentences are a list."""


def briefing(report: Report, language: Language, own: OwnDocument | None = None) -> bytes:
    """Write the page; into a copy of the office's own document where one is given.

    The office's document keeps its page, styles, headers and footers. Where one of its paragraphs
    is ``{{report}}`` the report takes its place and all other text stays; else it replaces the
    text.
    """
    document = opened(own)
    if own:
        styles.completed(document)
    else:
        styles.official(document, report.language)
    place = Place(document)
    band = language._("80 of 100 outcomes")
    font = styles.font_of(document) if own else styles.FONT
    charts = Charts(place, Presentation(), band=band, report=report, font=font)
    place.paragraph(report.title, styles.TITLE)
    place.paragraph(report.subtitle, styles.SUBTITLE)
    tables.cards(place, report.cards, language)
    for number, section in enumerate(report.sections):
        _told(place, section, number)
    _annex(place, report, charts, language)
    place.paragraph(report.source_line, styles.NOTE)
    place.done()
    if not own:
        _number_pages(document, language)
    _without_thumbnail(document)
    described(document.core_properties, report)
    content = io.BytesIO()
    document.save(content)
    return sealed(content.getvalue())


def _told(place: Place, section: Section, number: int) -> None:
    """Write the sentences of a section; the key results stand beneath the title itself."""
    if not section.sentences:
        return
    if number:
        place.paragraph(section.title, styles.HEADING)
    for first, sentence in enumerate(section.sentences):
        if section.key in _LISTED:
            _listed(place, sentence)
            continue
        run = place.paragraph("", styles.BODY).add_run(sentence.text)
        run.bold = (number == 0 and first == 0) or None
        _ink(run, sentence.tone)


def _listed(place: Place, sentence: Sentence) -> None:
    """Write a sentence as a point; how grave it is stands out."""
    grave, colon, rest = sentence.text.partition(":")
    paragraph = place.paragraph("", styles.BULLET)
    if not styles.is_list(place.document):
        paragraph.add_run("– ")
    run = paragraph.add_run(grave + colon)
    run.bold = bool(colon) or None
    _ink(run, sentence.tone)
    paragraph.add_run(rest)


def _ink(run: Any, tone: Tone) -> None:
    if tone is not Tone.PLAIN:
        run.font.color.rgb = RGBColor.from_string(palette.INKS[tone][1:])


def _annex(place: Place, report: Report, charts: Charts, language: Language) -> None:
    """Write charts and tables after the text, which so can be read in one go."""
    heading = place.paragraph(language._("Annex: charts and tables"), styles.HEADING)
    heading.paragraph_format.page_break_before = True
    for section in report.sections:
        if section.chart:
            charts.write(section.chart)
        for table in section.tables:
            tables.write(place, table, language)


def _number_pages(document: Any, language: Language) -> None:
    """Write the page's number and the number of pages at the foot."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    before, between, after = language._("Page {page} of {pages}", page="\t", pages="\t").split("\t")
    for text, field in ((before, "PAGE"), (between, "NUMPAGES"), (after, "")):
        paragraph.add_run(text).font.size = Pt(9)
        if field:
            _field(paragraph, field)


def _field(paragraph: Any, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = paragraph.add_run("1")
    run.font.size = Pt(9)
    field.append(run._r)  # noqa: SLF001 - no other door in the library
    paragraph._p.append(field)  # noqa: SLF001 - as above


def _without_thumbnail(document: Any) -> None:
    """Take out the picture of another page that the library's own blank document brings."""
    relations = document.part.package.rels
    for name in [n for n, r in relations.items() if r.reltype.endswith("/thumbnail")]:
        del relations[name]
