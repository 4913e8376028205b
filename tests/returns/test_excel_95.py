"""Workbooks of Excel 95, whose texts are bytes in a code that they need not name."""

import pytest

from desktop.returns.container import sheets
from desktop.returns.reader import read_content
from tests.corpus.lettering import tcvn3
from tests.returns.made_binary import biff5
from tests.returns.test_text_files import in_windows_code

CELLS = [
    (1, 1, "Hàng hóa xuất khẩu"), (2, 3, "Triệu USD"), (3, 2, "Ước tính tháng 5/2002"),
    (3, 3, "5 tháng năm 2002"), (4, 1, "Gạo"), (4, 2, 1234.5), (4, 3, 9876.0),
    (5, 1, "Hàng dệt, may"), (5, 2, "–"), (5, 3, 11111.5),
]  # fmt: skip
FIGURES = [("B4", "RICE", 1234), ("C4", "RICE", 9876), ("C5", "TEXTILE", 11111)]


def old(text):
    return b"\x96" if text == "–" else tcvn3(text).encode("latin-1")


def new(text):
    return in_windows_code(text)


@pytest.mark.parametrize(
    ("coded", "font", "codepage"),
    [
        (old, b".VnTime", 1252), (old, b"Arial", 1252), (old, b".VnTime", 1258),
        (old, b".VnTime", 874), (old, b".VnTime", 10000), (new, b"Arial", 1258),
        (new, b"Arial", 1252),
    ],
)  # fmt: skip
def test_its_texts_are_read_whatever_code_it_names(coded, font, codepage):
    cells = [(r, c, coded(v) if isinstance(v, str) else v) for r, c, v in CELLS]
    reading = read_content("XK.xls", biff5(cells, codepage, font))
    assert [(r.cell, r.item, r.value // 10**9) for r in reading.rows] == FIGURES
    assert not reading.errors
    assert str(reading.month) == "2002-05"


@pytest.mark.parametrize(
    ("codepage", "code", "text"),
    [(932, "cp932", "輸出 2025年6月"), (949, "cp949", "수출"), (1252, "cp1252", "“Mill. €” – …")],
)
def test_other_codes_are_kept(codepage, code, text):
    (grid,) = sheets(biff5([(1, 1, text.encode(code)), (1, 2, 5.0)], codepage, b"Arial"))
    assert [*grid.cells()] == [(1, 1, text), (1, 2, 5.0)]
