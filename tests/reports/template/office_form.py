"""A form as an office draws it: a table with its total beneath, and all that knows its rows."""

from __future__ import annotations

import io
import struct
import zlib

SHEET = "Báo cáo"
TABLE = "{{table:items top=10 columns=name,value,share}}"


def dress(book, page):
    """Draw the form: the table has one row (6), its total stands in row 7, notes from row 9."""
    bold, money = book.add_format({"bold": True}), book.add_format({"num_format": "#,##0"})
    rate = book.add_format({"num_format": "0.0%", "bg_color": "#EEF3F8"})
    page.merge_range("A1:E1", "BÁO CÁO", bold)
    page.write_row("A5", ["Mặt hàng", None, "Trị giá", "Tỷ trọng"], bold)
    page.merge_range("A6:B6", "")
    page.write("A6", TABLE)
    page.write_blank("C6", None, money)
    page.write_blank("D6", None, rate)
    page.write("A7", "Tổng", bold)
    page.write_formula("C7", "=SUM(C6:C6)", money, 1)
    page.write_formula("D7", "=SUM($D$6:D6)", rate, 1)
    page.write_formula("E7", "=C6*2", money, 1)
    page.write("A9", "Ghi chú")
    page.merge_range("A9:C10", "Ghi chú")
    page.write("B12", "{{exports.cumulative}}")
    page.write_formula("C12", "=B12/C7", rate, 1)
    page.write_url("A13", f"internal:'{SHEET}'!A9")
    page.write_comment("A9", "Của phòng")
    page.set_row(8, 30)
    page.set_row(6, 24)
    page.conditional_format("C6", {"type": "data_bar"})
    page.conditional_format("A12:C13", {"type": "formula", "criteria": "=$B12>$C$7",
                                        "format": bold})  # fmt: skip
    page.data_validation("D12", {"validate": "list", "source": "=$A$14:$A$15"})
    page.write_column("A14", ["đạt", "chưa đạt"])
    page.print_area("A1:E16")
    page.repeat_rows(0, 4)
    page.autofilter("A5:D6")
    page.set_h_pagebreaks([8])
    page.freeze_panes(5, 0)
    page.insert_image("F9", "x.png", {"image_data": io.BytesIO(png()), "description": "dấu"})
    page.add_sparkline("E6", {"range": "C6:D6"})
    chart = book.add_chart({"type": "bar"})
    chart.add_series({"name": f"='{SHEET}'!$C$5", "categories": f"='{SHEET}'!$A$6",
                      "values": f"='{SHEET}'!$C$6"})  # fmt: skip
    page.insert_chart("A20", chart, {"description": "biểu đồ"})
    book.define_name("tong", f"='{SHEET}'!$C$7")
    book.define_name("cac_mat_hang", f"='{SHEET}'!$A$6:$D$6")
    other = book.add_worksheet("Khác")
    other.write_formula("A1", f"='{SHEET}'!C7+tong", None, 2)
    other.write_formula("A2", f"=SUM('{SHEET}'!C6:C6)", None, 2)
    other.add_table("A5:B7", {"columns": [{"header": "Tháng"}, {"header": "Trị giá"}]})


def png():
    """Draw one black point."""

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(
            ">I", zlib.crc32(kind + body))  # fmt: skip

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(
        b"IDAT", zlib.compress(b"\x00\x00")) + chunk(b"IEND", b"")  # fmt: skip
