"""The briefing page as a Word document: structure, alternative texts, the office's own styles."""

from __future__ import annotations

import io

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from desktop.figures.finding import Refused
from desktop.figures.wording import language
from desktop.reports.briefing.document import briefing
from desktop.reports.briefing.own import OwnDocument
from desktop.reports.content.stamp import stamp_read


@pytest.fixture(scope="module")
def vi_page(reports):
    """The page in Vietnamese, opened again."""
    return Document(io.BytesIO(briefing(reports["vi"], language("vi"))))


def test_the_page_is_that_of_official_documents(vi_page):
    section = vi_page.sections[0]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(m.mm) for m in margins] == [20, 20, 30, 15]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    body = vi_page.styles["Body Text"]
    assert (body.font.name, body.font.size) == ("Times New Roman", Pt(13))
    assert body.paragraph_format.alignment is WD_ALIGN_PARAGRAPH.JUSTIFY


def test_the_headings_are_headings(vi_page):
    heads = [p.text for p in vi_page.paragraphs if p.style.name == "Heading 1"]
    assert heads[:2] == ["Kim ngạch xuất, nhập khẩu hàng hóa", "Xuất khẩu hàng hóa"]
    assert heads[-1] == "Phụ lục: biểu đồ và bảng số liệu"
    assert vi_page.paragraphs[0].style.name == "Title"


def test_a_tables_heading_is_repeated_and_its_rows_are_kept_whole(vi_page):
    for table in vi_page.tables[1:]:
        flags = [row._tr.trPr for row in table.rows]
        assert flags[0].find(qn("w:tblHeader")) is not None
        assert all(flag.find(qn("w:cantSplit")) is not None for flag in flags)


def test_numbers_stand_to_the_right(vi_page, reports):
    held = [t for s in reports["vi"].sections for t in s.tables]
    for table, said in zip(vi_page.tables[1:], held, strict=True):
        for row in table.rows[1:]:
            for cell, column in zip(row.cells, said.columns, strict=True):
                right = cell.paragraphs[0].alignment is WD_ALIGN_PARAGRAPH.RIGHT
                assert right == (column.unit is not None)


def test_every_chart_tells_itself_to_who_cannot_see_it(vi_page, reports):
    told = [d.get("descr") for d in vi_page.element.body.iter(qn("wp:docPr"))]
    assert told == [s.chart.description for s in reports["vi"].sections if s.chart]


def test_the_same_report_gives_the_same_bytes(reports):
    assert briefing(reports["vi"], language("vi")) == briefing(reports["vi"], language("vi"))


def test_the_properties_say_what_it_is_and_how_to_make_it_again(vi_page, reports):
    told = vi_page.core_properties
    assert (told.title, told.language) == (reports["vi"].title, "vi")
    assert stamp_read(told.identifier) == reports["vi"].stamp
    assert told.created == reports["vi"].stamp.made_at
    assert told.author == "Export Target Tracker"


def _office_document(*texts):
    own = Document()
    own.styles["Heading 1"].font.name = "Courier New"
    own.sections[0].left_margin = Mm(44)
    own.sections[0].header.paragraphs[0].text = "BỘ CÔNG THƯƠNG"
    for text in texts:
        own.add_paragraph(text)
    content = io.BytesIO()
    own.save(content)
    return OwnDocument("mau.docx", content.getvalue())


def _within(reports, own):
    return Document(io.BytesIO(briefing(reports["vi"], language("vi"), own)))


def test_an_offices_own_document_keeps_its_page_its_styles_and_its_header(reports):
    made = _within(reports, _office_document("Văn bản mẫu"))
    assert made.styles["Heading 1"].font.name == "Courier New"
    assert round(made.sections[0].left_margin.mm) == 44
    assert made.sections[0].header.paragraphs[0].text == "BỘ CÔNG THƯƠNG"
    assert "Văn bản mẫu" not in [p.text for p in made.paragraphs]
    assert made.paragraphs[0].text == reports["vi"].title


def test_the_report_takes_the_place_of_its_mark_and_leaves_all_other_text(reports):
    made = _within(reports, _office_document("Kính gửi: Lãnh đạo Bộ", "{{report}}", "Nơi nhận:"))
    texts = [p.text for p in made.paragraphs if p.text]
    assert (texts[0], texts[1]) == ("Kính gửi: Lãnh đạo Bộ", reports["vi"].title)
    assert texts[-1] == "Nơi nhận:"
    assert "{{report}}" not in texts
    assert len(made.tables) == 8


@pytest.mark.parametrize("content", [b"", b"not a package", b"PK\x03\x04 torn"])
def test_what_is_no_word_document_is_refused_by_its_name(reports, content):
    with pytest.raises(Refused) as refusal:
        briefing(reports["vi"], language("vi"), OwnDocument("mau.docx", content))
    assert refusal.value.findings[0].code == "styles_unreadable"
    assert refusal.value.findings[0].about == "mau.docx"


ORDERS = {
    "w:tblPr": ("tblStyle", "tblW", "jc", "tblLayout", "tblCellMar", "tblLook"),
    "w:tcPr": ("tcW", "tcBorders", "shd", "vAlign"),
    "w:trPr": ("cantSplit", "tblHeader"),
}
"""The order in which Word's own schema has them: Word repairs a document that has another."""


@pytest.mark.parametrize("tag", ORDERS)
def test_the_properties_of_tables_stand_in_the_order_of_the_schema(vi_page, tag):
    known = [qn(f"w:{name}") for name in ORDERS[tag]]
    found = list(vi_page.element.body.iter(qn(tag)))
    assert len(found) > 5
    for properties in found:
        places = [known.index(child.tag) for child in properties]
        assert places == sorted(places)


def test_an_offices_document_without_a_list_style_gets_dashes(reports):
    own = Document(io.BytesIO(_office_document().content))
    style = own.styles["List Bullet"].element
    style.getparent().remove(style)
    content = io.BytesIO()
    own.save(content)
    made = _within(reports, OwnDocument("mau.docx", content.getvalue()))
    listed = [p.text for p in made.paragraphs if p.style.name == "List Bullet"]
    assert listed
    assert all(text.startswith("– ") for text in listed)
