"""Sheets in the offices' layouts, made by hand, small enough to see what is odd in each."""

import zipfile
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from desktop.figures.figure import FigureRow
from desktop.figures.month import Month
from desktop.figures.reading import Reading
from desktop.returns import legacy_text, vni

TCVN3 = {letter: chr(code) for code, letter in legacy_text._TCVN3.items()}
VNI = {letter: old for old, letter in vni._LETTERS.items() if old == old.upper() or old.islower()}
"""How each Vietnamese letter was written in the codes of the 2000s."""
NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
Rows = Sequence[tuple[Any, ...]]
FIRST_COLUMN = 3
STEP = 3  # Lượng, Trị giá, spacer

EXPORTS: Rows = (
    ("TỔNG TRỊ GIÁ", None, None, 1000.0),
    (None, "Khu vực kinh tế trong nước", None, 300.0),
    (None, "Khu vực có vốn đầu tư NN", None, 700.0),
    (None, "Dầu thô", None, 50.0),
    (None, "Hàng hoá khác", None, 650.0),
    ("MẶT HÀNG CHỦ YẾU",),
    (None, "Thủy sản", None, 120.5),
    (None, "Cà phê", 30.25, 90.0),
    (None, "Dầu thô", 80.0, 50.0),
)


def put_rows(sheet: Worksheet, rows: Rows, first: int = 1) -> None:
    """Put rows of cells on a sheet, from its column A on."""
    for row, cells in enumerate(rows, first):
        for column, value in enumerate(cells, 1):
            if value is not None:
                sheet.cell(row, column, value)


def monthly_sheet(
    sheet: Worksheet,
    heads: Sequence[Sequence[Any]] = (("Sơ bộ", "tháng 6", "năm 2025"),),
    rows: Rows = EXPORTS,
    *,
    title: str = "14. Hàng hóa xuất khẩu",
    unit: str = "Nghìn tấn; Triệu USD",
    merged: bool = True,
) -> None:
    """Fill a sheet as the statistics office does: heads over three rows, a spacer between."""
    sheet["A1"] = title
    last = FIRST_COLUMN + STEP * len(heads) - 2
    sheet.cell(3, last, unit)
    for at, lines in enumerate(heads):
        left = FIRST_COLUMN + STEP * at
        for row, line in enumerate(lines, start=4):
            sheet.cell(row, left, line)
            if merged:
                sheet.merge_cells(
                    start_row=row, end_row=row, start_column=left, end_column=left + 1
                )
        sheet.cell(7, left, "Lượng")
        sheet.cell(7, left + 1, "Trị giá")
    put_rows(sheet, rows, first=9)


def customs_sheet(sheet: Worksheet, rows: Rows, *, month: str = "Tháng 6 năm 2025") -> None:
    """Fill a sheet as the customs do: partners in capitals, their items beneath."""
    heads = ("STT", "Thị trường/Mặt hàng", "ĐVT", "Trong tháng", None, "Lũy kế 6 tháng")
    for column, text in enumerate(heads, start=1):
        sheet.cell(6, column, text)
    sheet["A1"], sheet["A4"] = "CỤC HẢI QUAN", f"{month} (Sơ bộ)"
    sheet["A3"] = "XUẤT KHẨU HÀNG HÓA THEO THỊ TRƯỜNG VÀ MẶT HÀNG CHỦ YẾU"
    for left in (4, 6):
        sheet.merge_cells(start_row=6, end_row=6, start_column=left, end_column=left + 1)
        sheet.cell(7, left, "Lượng")
        sheet.cell(7, left + 1, "Trị giá (USD)")
    put_rows(sheet, rows, first=8)


SMALL = frozenset({"no_imports", "no_exports", "few_items"})
"""What is told of every book made here, since it holds one flow and few items."""


def codes(reading: Reading) -> list[str]:
    """The codes of a reading's findings, in order, but for those that every small book has."""
    return [finding.code for finding in reading.findings if finding.code not in SMALL]


def summary(row: FigureRow) -> str:
    """What a figure says, in one line: cell, item, measure, basis, months, status, amount."""
    start, end = Month.from_ordinal(row.period_start), Month.from_ordinal(row.period_end)
    months = str(end) if start == end else f"{start}..{end}"
    who = row.item if row.ownership == "ALL" else f"{row.item}/{row.ownership}"
    where = "" if row.market == "WORLD" else f" {row.market}"
    return (
        f"{row.cell} {who}{where} {row.measure} {row.basis} {months} {row.status} "
        f"{row.value / 1000:g} {row.unit}"
    )


def packed(sheet: str, strings: str = "", *, prefix: str = "") -> bytes:
    """Give an .xlsx with one sheet of that XML."""
    tag = f"{prefix}:" if prefix else ""
    spaces = NAMESPACE.replace("xmlns", f"xmlns:{prefix}") if prefix else NAMESPACE
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    link = '<Relationship Id="{}" Type="{}/{}" Target="{}"/>'
    parts = {
        "_rels/.rels": link.format("r", office, "officeDocument", "xl/workbook.xml"),
        "xl/_rels/workbook.xml.rels": link.format("a", office, "worksheet", "worksheets/s.xml")
        + link.format("b", office, "sharedStrings", "sharedStrings.xml"),
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, links in parts.items():
            zipped.writestr(name, f"<Relationships>{links}</Relationships>")
        zipped.writestr(
            "xl/workbook.xml",
            f'<{tag}workbook {spaces} xmlns:r="{office}"><{tag}sheets>'
            f'<{tag}sheet name="Một" sheetId="1" r:id="a"/></{tag}sheets></{tag}workbook>',
        )
        zipped.writestr("xl/worksheets/s.xml", sheet)
        zipped.writestr("xl/sharedStrings.xml", f"<sst {NAMESPACE}>{strings}</sst>")
    return out.getvalue()
