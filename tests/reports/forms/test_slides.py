"""The slides: five pages, editable charts, texts that fit, notes and alternative texts."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation

from desktop.figures.wording import language
from desktop.reports.content.stamp import stamp_read
from desktop.reports.slides import fitting
from desktop.reports.slides.presentation import slides


@pytest.fixture(scope="module")
def deck(report):
    """The slides, opened again."""
    return Presentation(io.BytesIO(slides(report, language(report.language))))


def test_there_are_five_in_the_shape_of_a_screen(deck):
    assert len(deck.slides) == 5
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9, rel=1e-3)
    assert all(slide.shapes.title.text_frame.text for slide in deck.slides)


def test_nothing_lies_beyond_the_slide_or_over_another_thing(deck):
    for slide in deck.slides:
        boxes = [(s.left, s.top, s.left + s.width, s.top + s.height) for s in slide.shapes]
        assert all(
            0 <= left < right <= deck.slide_width and 0 <= top < bottom <= deck.slide_height
            for left, top, right, bottom in boxes
        )
        charts = [s for s in slide.shapes if s.has_chart]
        texts = [s for s in slide.shapes if s.has_text_frame and s.name.startswith("TextBox")]
        for chart in charts:
            for text in texts:
                apart = (
                    text.left >= chart.left + chart.width
                    or text.top >= chart.top + chart.height
                    or text.top + text.height <= chart.top
                )
                assert apart, text.text_frame.text


def test_the_texts_fit_their_boxes_by_the_estimate(deck):
    for slide in deck.slides:
        for shape in slide.shapes:
            if not shape.has_text_frame or not shape.name.startswith("TextBox"):
                continue
            told = [p for p in shape.text_frame.paragraphs if p.runs]
            if not told:
                continue
            size = told[0].runs[0].font.size.pt
            room = shape.width.pt
            high = fitting.height([p.text for p in told], size, room, 8.0)
            assert high <= shape.height.pt + size * 0.5, shape.text_frame.text


def test_every_chart_tells_itself_to_who_cannot_see_it(deck, report):
    known = {s.chart.description for s in report.sections if s.chart}
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_chart:
                assert shape._element.nvGraphicFramePr.cNvPr.get("descr") in known


def test_the_theme_has_the_colours_of_the_house(deck):
    rels = deck.slide_master.part.rels.values()
    theme = next(r.target_part.blob for r in rels if r.reltype.endswith("/theme")).decode()
    assert '<a:accent1><a:srgbClr val="1F5FBF"/></a:accent1>' in theme
    assert len(deck.slide_layouts) == 1


def test_the_same_report_gives_the_same_bytes(report):
    lang = language(report.language)
    assert slides(report, lang) == slides(report, lang)


def test_the_properties_say_how_to_make_it_again(deck, report):
    assert stamp_read(deck.core_properties.identifier) == report.stamp


def test_the_warnings_that_are_not_shown_are_counted(deck, report):
    (section,) = (s for s in report.sections if s.key == "warnings")
    listed = [s for s in section.sentences if s.key.startswith("warning:")]
    beyond = sum(int(n.value) for s in section.sentences if s.key == "warnings_more"
                 for n in s.numbers)  # fmt: skip
    texts = [p.text for s in deck.slides[4].shapes if s.has_text_frame
             for p in s.text_frame.paragraphs]  # fmt: skip
    shown = sum(s.text in texts for s in listed)
    rest = len(listed) - shown + beyond
    lang = language(report.language)
    assert lang.plural("And {count} more warning.", "And {count} more warnings.", rest) in texts


@given(st.lists(st.text("abc ĐƯ wiâ,.1", min_size=1, max_size=80), min_size=1, max_size=9))
def test_letters_get_smaller_only_as_far_as_needed(texts):
    room = (200.0, 150.0)
    size = fitting.size_that_fits(texts, room, (20.0, 8.0), 4.0)
    assert 8.0 <= size <= 20.0
    if size > 8.0:
        assert fitting.height(texts, size, room[0], 4.0) <= room[1]
    if size < 20.0:
        assert fitting.height(texts, size + 0.5, room[0], 4.0) > room[1]
