"""Shared texts taken apart as text are those that a parser finds."""

from xml.parsers.expat import ExpatError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.returns import xlsx_strings
from desktop.returns.xlsx_sheet import UnsafeXmlError
from desktop.returns.xlsx_strings import shared_strings

ITEMS = st.lists(
    st.sampled_from(
        [
            "<si><t>Cà phê</t></si>",
            '<si><t xml:space="preserve"> Gạo\r\n </t></si>',
            "<si><t>R&amp;D &#7841; &#x2014; &#13;</t></si>\n",
            "<si><t/></si>",
            "<si><t></t></si>",
            '<si><r><rPr><b/><sz val="10"/></rPr><t>Xuất</t></r><r><t> khẩu</t></r></si>',
            '<si><t>Chè</t><phoneticPr fontId="1"/></si>',
            '<si><t>Chè</t><rPh sb="0" eb="1"><t>no</t></rPh></si>',
            "<si><t>a</t><!-- a note --></si>",
            "<si><t><![CDATA[<t>b</t>]]></t></si>",
            "<si />",
            "<x:si xmlns:x='y'><x:t>c</x:t></x:si>",
        ]
    ),
    max_size=8,
)
HEADS = st.sampled_from(
    ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n', "", "<?xml version='1.0'?>"]
)


@given(HEADS, ITEMS)
def test_texts_taken_apart_are_those_that_a_parser_finds(head, items):
    content = f'{head}<sst count="{len(items)}">{"".join(items)}</sst>'.encode()
    by_parser = xlsx_strings._parsed([content])
    assert shared_strings([content]) == by_parser


def test_no_part_has_no_texts():
    assert shared_strings([]) == []


@pytest.mark.parametrize(
    "spoilt",
    [
        b"<sst><si><t>a</t></sst>",
        b"<sst><si><t>a & b</t></si></sst>",
        b"<sst><si><t>a\x01</t></si></sst>",
        b"<sst><si><t>a\x0c</t></si></sst>",
        "<sst><si><t>a\uffff</t></si></sst>".encode(),
        b"<sst><si><t>\xff</t></si></sst>",
        b"<sst><si><t>&nbsp;</t></si></sst>",
        b"<sst><si><t>a]]>b</t></si></sst>",
        b"<sst><si><t>a</t></si></sst><sst/>",
        b'<!DOCTYPE sst [<!ENTITY a "b">]><sst><si><t>&a;</t></si></sst>',
    ],
)
def test_what_a_parser_refuses_is_refused(spoilt):
    with pytest.raises((ExpatError, UnsafeXmlError)):
        shared_strings([spoilt])
