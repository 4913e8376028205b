"""A report as PDF: text that is found, letters that are embedded, the same bytes each time."""

from __future__ import annotations

import io
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from html import unescape

import pytest
from pypdf import PdfReader

from desktop.cli.demo_command import TARGETS_2025
from desktop.figures.places import sample
from desktop.figures.target import TargetChange
from desktop.figures.wording import language
from desktop.gui.printing.pdf import paint
from desktop.reports.stamped import stamp_of
from desktop.workflow import Office

pytestmark = pytest.mark.slow

MOMENT = datetime(2025, 7, 12, 9, 30, 15, tzinfo=UTC)


@pytest.fixture(scope="module")
def papers(tmp_path_factory, qapp):
    """The report on the samples, by language, as it is printed."""
    place = tmp_path_factory.mktemp("printed") / "a.sqlite3"
    with Office(place, clock=lambda: MOMENT, user="Lan") as office:
        office.take_in([sample("gso")])
        office.change_targets(TargetChange(added=TARGETS_2025))
        return {code: office.on_paper(language(code)) for code in ("vi", "en")}


@pytest.fixture(scope="module", params=["vi", "en"])
def printed(papers, request):
    """A PDF, and its reader."""
    content = paint(papers[request.param])
    return papers[request.param], content, PdfReader(io.BytesIO(content))


def _words(text):
    """A text without its breaks: what a search looks through."""
    return "".join(text.split())


def test_every_word_and_number_of_the_report_is_found(printed):
    paper, _, pdf = printed
    text = _words(" ".join(page.extract_text() for page in pdf.pages))
    told = [
        piece for block in paper.blocks for piece in re.sub(r"<[^>]+>", "\n", block).split("\n")
    ]
    pieces = [_words(unescape(piece)) for piece in told if piece.strip()]
    assert len(pieces) > 150
    assert [piece for piece in pieces if piece not in text] == []


def test_blanks_between_words_are_blanks(printed):
    paper, _, pdf = printed
    text = " ".join(page.extract_text() for page in pdf.pages)
    assert "\t" not in text
    assert paper.title in text


def test_the_letters_of_charts_are_text_too(printed):
    paper, _, pdf = printed
    text = " ".join(page.extract_text() for page in pdf.pages)
    tick, value = ("T12", "219,8") if paper.language == "vi" else ("Dec", "219.8")
    assert text.count(tick) >= 3
    assert value in text.replace("219,83", "").replace("219.83", "")


def test_the_letters_are_embedded(printed):
    _, _, pdf = printed
    fonts = [f for page in pdf.pages for f in page["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        (inner,) = font.get_object()["/DescendantFonts"].get_object()
        assert "/FontFile2" in inner.get_object()["/FontDescriptor"].get_object()
    assert any("Inter" in str(f.get_object()["/BaseFont"]) for f in fonts)


def test_the_pages_are_a4_and_numbered(printed):
    paper, _, pdf = printed
    assert len(pdf.pages) > 2
    box = pdf.pages[0].mediabox
    assert (round(box.width / 72 * 25.4), round(box.height / 72 * 25.4)) == (210, 297)
    last = language(paper.language)._(
        "Page {page} of {pages}", page=len(pdf.pages), pages=len(pdf.pages)
    )
    assert last in pdf.pages[-1].extract_text()


def test_the_properties_say_when_and_of_what_it_was_made(printed):
    paper, _, pdf = printed
    assert pdf.metadata.title == paper.title
    assert paper.stamp in pdf.metadata.creator
    assert pdf.metadata.creation_date.replace(tzinfo=None) == MOMENT.replace(tzinfo=None)


def test_the_same_report_gives_the_same_bytes(printed):
    paper, content, _ = printed
    assert paint(paper) == content


def test_it_says_how_to_make_it_again(printed):
    paper, content, _ = printed
    assert stamp_of(content).text() == paper.stamp


def test_a_thread_beside_the_windows_paints_the_same(printed):
    paper, content, _ = printed
    with ThreadPoolExecutor(1) as beside:
        assert beside.submit(paint, paper).result() == content
