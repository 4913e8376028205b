"""Every number of a report, in every form, is the one that the report says."""

from __future__ import annotations

import io
import re

import pytest
from docx import Document
from openpyxl import load_workbook
from pptx import Presentation

from desktop.figures.wording import BILLION, language
from desktop.reports.briefing.document import briefing
from desktop.reports.content.numbers import card_figure, written
from desktop.reports.content.report import Kind, Number, Role, Unit
from desktop.reports.markdown import markdown
from desktop.reports.preview.page import preview
from desktop.reports.slides.pages import PAGES
from desktop.reports.slides.presentation import slides

SCALES = {Unit.USD: 1 / BILLION, Unit.POINTS: 100.0}


@pytest.fixture(scope="module")
def document(report):
    """The briefing page, opened again."""
    return Document(io.BytesIO(briefing(report, language(report.language))))


@pytest.fixture(scope="module")
def deck(report):
    """The slides, opened again."""
    return Presentation(io.BytesIO(slides(report, language(report.language))))


def charts_of(report):
    return [s.chart for s in report.sections if s.chart]


def tables_of(report):
    return [t for s in report.sections for t in s.tables]


def sentences_of(report):
    return [t for s in report.sections for t in s.sentences]


def written_rows(table, lang):
    """The rows of a table, headings first, as a form must show them."""
    yield [column.head for column in table.columns]
    for row in table.rows:
        yield [
            written(cell, column, lang) if isinstance(cell, Number) else cell
            for cell, column in zip(row.cells, table.columns, strict=True)
        ]


def drawn_values(chart):
    """The series of a chart by name, in what it draws: billions, or points."""
    scale = SCALES[chart.unit]
    return {s.name: [None if v is None else v * scale for v in s.values] for s in chart.series}


def alike(found, said):
    """Say whether two columns have the same gaps, and the same numbers between them."""
    gaps = [v is None for v in found] == [v is None for v in said]
    known = ([v for v in column if v is not None] for column in (found, said))
    return gaps and next(known) == pytest.approx(next(known), rel=1e-9)


def sheet_values(blob):
    """The columns of the sheet inside a chart, by their headings."""
    page = load_workbook(io.BytesIO(blob), data_only=True)["Sheet1"]
    columns = list(page.iter_cols(values_only=True))
    return {column[0]: list(column[1:]) for column in columns[1:]}


def test_the_page_has_every_sentence_in_its_order(report, document):
    told = [p.text for p in document.paragraphs if p.text]
    rest = iter(told)
    assert all(sentence.text in rest for sentence in sentences_of(report))


def test_the_tables_of_the_page_are_those_of_the_report(report, document):
    lang = language(report.language)
    first, *tables = document.tables
    figures = [cell.text.split("\u00a0")[0] for cell in first.rows[1].cells]
    assert figures == [card_figure(card, lang) for card in report.cards]
    for table, held in zip(tables, tables_of(report), strict=True):
        assert [[c.text for c in row.cells] for row in table.rows] == list(written_rows(held, lang))


def _chart_parts(document):
    parts = [r.target_part for r in document.part.rels.values() if r.reltype.endswith("/chart")]
    return sorted(parts, key=lambda part: str(part.partname))


def test_the_sheet_inside_each_chart_of_the_page_holds_what_it_draws(report, document):
    for part, chart in zip(_chart_parts(document), charts_of(report), strict=True):
        (sheet,) = (r.target_part for r in part.rels.values())
        held = sheet_values(sheet.blob)
        for name, values in drawn_values(chart).items():
            assert alike(held[name], values), (chart.key, name)


def test_the_charts_of_the_slides_draw_what_the_report_says(report, deck):
    drawn = [s.chart for slide in deck.slides for s in slide.shapes if s.has_chart]
    keys = [key for page in PAGES for key in page.charts]
    assert len(drawn) == len(keys) == 6
    for chart, key in zip(drawn, keys, strict=True):
        said = drawn_values(report.chart(key))
        held = sheet_values(chart.part.chart_workbook.xlsx_part.blob)
        shown = {s.name: list(s.values) for plot in chart.plots for s in plot.series}
        for name, values in said.items():
            assert alike(held[name], values), (key, name)
            assert name not in shown or alike(shown[name], values), (key, name)


def test_the_band_of_the_fan_lies_between_its_ends(report, deck):
    fan = report.chart("fan")
    assert fan.kind is Kind.FAN
    (drawn,) = (s.chart for s in deck.slides[4].shapes if s.has_chart)
    low, width = (list(s.values) for s in drawn.plots[0].series)
    ends = [fan.role(role).values for role in (Role.LOW, Role.HIGH)]
    assert low == pytest.approx([v / BILLION for v in ends[0]])
    high = [a + b for a, b in zip(low, width, strict=True)]
    assert high == pytest.approx([v / BILLION for v in ends[1]])


def test_the_slides_show_the_cards_and_whole_sentences(report, deck):
    lang = language(report.language)
    shown = [s.text_frame.text for slide in deck.slides for s in slide.shapes if s.has_text_frame]
    text = "\n".join(shown)
    for card in report.cards:
        assert card_figure(card, lang) in text
    keys = {key for page in PAGES for key in (*page.lead, *page.told)}
    told = {s.key: s for s in sentences_of(report) if s.key in keys}
    assert len(told) > 12
    assert all(sentence.text in text for sentence in told.values())


def test_the_notes_tell_all_that_is_said_and_the_sources(report, deck):
    notes = [slide.notes_slide.notes_text_frame.text for slide in deck.slides]
    assert all(report.source_line in note for note in notes)
    assert all(s.text in "\n".join(notes) for s in sentences_of(report))


def test_markdown_holds_every_sentence_and_every_row(report):
    lang = language(report.language)
    text = re.sub(r"\\(.)", r"\1", markdown(report, lang))
    assert all(sentence.text in text for sentence in sentences_of(report))
    for table in tables_of(report):
        for row in written_rows(table, lang):
            assert f"| {' | '.join(row)} |" in text


def test_the_preview_holds_every_sentence_and_every_row(report):
    lang = language(report.language)
    blocks = "\n".join(preview(report, lang).blocks)
    text = re.sub(r"<[^>]+>", "", blocks).replace("&#x27;", "'").replace("&amp;", "&")
    assert all(s.text in text for s in sentences_of(report))
    for table in tables_of(report):
        for row in written_rows(table, lang):
            assert "".join(row) in text
