"""What is no return gives one clear sentence, a remedy, and no figure."""

import os
import struct
import tracemalloc
import zipfile
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from desktop.figures.finding import Severity
from desktop.figures.finding_texts import remedy, sentence
from desktop.figures.places import sample
from desktop.figures.wording import language
from desktop.returns import read_return
from desktop.returns.container import MAX_FILE
from tests.returns.made import codes, monthly_sheet
from tests.returns.made_binary import biff8, compound

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504


def a_return() -> bytes:
    return sample("gso", "02-Bieu-T6.2025.xlsx").read_bytes()


def zip_of(*names: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        for name in names:
            zipped.writestr(name, "<x/>")
    return out.getvalue()


def saved(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def an_unrelated_book() -> bytes:
    book = Workbook()
    for row in (("Danh sách", "Điểm"), ("An", 9), ("Bình", 8)):
        book.active.append(row)
    return saved(book)


def a_quarterly_book() -> bytes:
    book = Workbook()
    monthly_sheet(book.active, title="24. Hàng hóa xuất khẩu các quý năm 2025")
    return saved(book)


def swapped_part(part: str, content: bytes) -> bytes:
    """Give the sample return with one part replaced."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(a_return())) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return out.getvalue()


def letter(text: str, attached: bytes, subtype: str = "plain") -> bytes:
    """Give an e-mail that a workbook is attached to."""
    mail = EmailMessage()
    mail["Subject"] = "Báo cáo tháng 6"
    mail.set_content(text, subtype=subtype)
    mail.add_attachment(attached, maintype="application", subtype="xlsx", filename="T6.xlsx")
    return bytes(mail)


BAD = {
    "empty_file": b"",
    "not_a_workbook": bytes(range(256)) * 40,
    "plain_text": "STT;Mặt hàng;Trị giá\n1;Gạo;12,5\n".encode(),
    "web_page": b"\xef\xbb\xbf\r\n<HTML><body><table><tr><td>1</td></tr></table></body></HTML>",
    "damaged": a_return()[: len(a_return()) // 2],
    "no_table": an_unrelated_book(),
    "only_lookalikes": a_quarterly_book(),
    "unsafe_file": swapped_part("xl/workbook.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'),
    "other_format": zip_of("xl/workbook.bin"),
}
MORE = [
    ("not_a_workbook", zip_of("a.txt")),
    ("word_file", zip_of("word/document.xml")),
    ("word_file", b"{\\rtf1 xu\\'ea't kh\\'ea'u}"),
    ("packed_file", zip_of("2025/02-Bieu-T6.xlsx")),
    ("packed_file", b"Rar!\x1a\x07\x01\x00" + bytes(99)),
    ("picture_file", b"\x89PNG\r\n\x1a\n" + bytes(99)),
    ("mail_file", letter("xuất khẩu;tháng 6", a_return())),
    ("mail_file", letter("<table><tr><td>Hàng hóa xuất khẩu</table>", a_return(), "html")),
    ("mail_file", OLE + "__properties_version1.0".encode("utf-16-le")),
    ("other_format", b'ID;PSCALC3\r\nC;X1;Y1;K"Hang hoa xuat khau"\r\nE\r\n'),
    ("other_format", b'TABLE\r\n0,1\r\n"EXCEL"\r\nDATA\r\n0,0\r\n-1,0\r\nBOT\r\n1,0\r\n"export"'),
    ("pdf_file", b"%PDF-1.7 \x00"),
    ("not_a_workbook", OLE),
    ("word_file", OLE + "WordDocument".encode("utf-16-le")),
    ("no_table", zip_of("content.xml", "mimetype")),
    ("other_format", b'<?xml version="1.0"?><Workbook '
                     b'xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    ("damaged", OLE + "Workbook".encode("utf-16-le")),
    ("damaged", swapped_part("xl/workbook.xml", b"<workbook><sheets>")),
    ("damaged", b"PK\x03\x04" + b"\x00" * 100),
    ("web_page", b"<!DOCTYPE html><html></html>"),
]  # fmt: skip


@pytest.mark.parametrize("name", ["return.xlsx", "return.xls", "Báo cáo tháng 6"])
@pytest.mark.parametrize(("code", "content"), [*BAD.items(), *MORE])
def test_one_sentence_one_remedy_no_figures(tmp_path, code, content, name):
    path = tmp_path / name
    path.write_bytes(content)
    reading = read_return(path)
    assert codes(reading) == [code]
    assert reading.refused
    assert reading.rows == ()
    (finding,) = reading.findings
    assert finding.severity is Severity.ERROR
    for tongue in ("vi", "en"):
        assert name in sentence(finding, language(tongue))
        assert remedy(finding, language(tongue))


def test_a_file_that_is_not_there(tmp_path):
    assert codes(read_return(tmp_path / "gone.xlsx")) == ["file_gone"]


def test_a_folder(tmp_path):
    assert codes(read_return(tmp_path)) == ["no_file"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.xlsx")
    assert codes(read_return(tmp_path / "pipe.xlsx")) == ["no_file"]


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
@pytest.mark.skipif(os.name == "nt", reason="devices have other names there")
def test_a_device_is_no_file(device):
    assert codes(read_return(Path(device))) == ["no_file"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read(tmp_path):
    path = tmp_path / "r.xlsx"
    path.write_bytes(a_return())
    path.chmod(0)
    assert codes(read_return(path)) == ["may_not_be_read"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a\nb.xlsx", "a\nb.xlsx"),
        ("{found} {0}.xlsx", "{found} {0}.xlsx"),
        ("\udcff.xlsx", "\udcff.xlsx"),
        ("%s \u202e.xlsx", "%s \ufffd.xlsx"),  # it would turn round the whole sentence
        ("\x1b[2J\x07.xlsx", "\ufffd[2J\ufffd.xlsx"),
    ],
)
def test_odd_names_are_told_as_they_are_but_for_signs_that_turn_a_line(tmp_path, name, told):
    path = tmp_path / name
    path.write_bytes(b"")
    (finding,) = read_return(path).findings
    assert sentence(finding, language("vi")).startswith(told)


def test_a_name_that_no_system_takes():
    assert codes(read_return(Path("a\0b.xlsx"))) == ["cannot_open"]


def test_a_workbook_that_is_open_in_excel_is_read_and_said_to_be(tmp_path):
    (tmp_path / "r.xlsx").write_bytes(a_return())
    (tmp_path / "~$r.xlsx").write_bytes(b"\x05admin")
    reading = read_return(tmp_path / "r.xlsx")
    assert reading.rows
    assert reading.findings[-1].code == "open_in_excel"


def test_excel_s_lock_file_names_the_workbook(tmp_path):
    path = tmp_path / "~$Bieu-T6.xlsx"
    path.write_bytes(b"\x05admin")
    (finding,) = read_return(path).findings
    assert (finding.code, finding.found) == ("lock_file", "Bieu-T6.xlsx")


def test_a_file_far_too_large(tmp_path, monkeypatch):
    path = tmp_path / "large.xlsx"
    path.write_bytes(a_return())
    monkeypatch.setattr("desktop.returns.opening.MAX_FILE", 1000)
    assert codes(read_return(path)) == ["too_large"]


def test_a_file_that_is_too_large_is_not_fetched_to_be_refused(tmp_path):
    path = tmp_path / "large.xlsx"
    with path.open("wb") as file:
        file.truncate(MAX_FILE + 1)
    tracemalloc.start()
    try:
        assert codes(read_return(path)) == ["too_large"]
        assert tracemalloc.get_traced_memory()[1] < MAX_FILE / 16
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", ["return.xls", "return.csv", "return", "return.xlsm"])
def test_a_workbook_under_another_name_is_read_for_what_it_is(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(a_return())
    assert len(read_return(path).rows) > 300


@pytest.mark.parametrize("part", ["xl/vbaProject.bin", "xl/elsewhere/vbaProject1.bin"])
def test_macros_are_kept_shut_and_told(tmp_path, part):
    content = BytesIO(a_return())
    with zipfile.ZipFile(content, "a") as zipped:
        zipped.writestr(part, b"\x00" * 64)
    path = tmp_path / "return.xlsm"
    path.write_bytes(content.getvalue())
    reading = read_return(path)
    assert len(reading.rows) > 300
    assert [(f.code, f.severity) for f in reading.findings] == [("macros_shut", Severity.NOTE)]


def test_macros_of_old_workbooks_are_told(tmp_path):
    path = tmp_path / "return.xls"
    streams = {"Workbook": biff8([(1, 1, "25. Exports of goods")])}
    path.write_bytes(compound(streams))
    assert "macros_shut" not in codes(read_return(path))
    path.write_bytes(compound(streams | {"_VBA_PROJECT_CUR": bytes(64)}))
    assert "macros_shut" in codes(read_return(path))


def biff2(cells) -> bytes:
    """Give an .xls of Excel 2.0: the plainest of the binary kinds, told by its first bytes."""
    records = [(0x0009, struct.pack("<HH", 2, 0x10))]
    for row, column, value in cells:
        place = struct.pack("<HH3x", row - 1, column - 1)
        if isinstance(value, str):
            text = value.encode("cp1252")
            records.append((0x0004, place + bytes([len(text)]) + text))
        else:
            records.append((0x0003, place + struct.pack("<d", value)))
    records.append((0x000A, b""))
    return b"".join(struct.pack("<HH", kind, len(data)) + data for kind, data in records)


def test_an_old_xls_renamed_xlsx_is_read_by_its_content(tmp_path):
    heads = [(1, 1, "25. Exports of goods"), (3, 4, "1000 tons, Mill. USD")]
    heads += [(4, 3, "Estimate"), (5, 3, "September"), (6, 3, 2020.0)]
    heads += [(7, 3, "Volume"), (7, 4, "Value")]
    data = [(9, 1, "TOTAL VALUE"), (9, 4, 27500.0), (10, 2, "Rice"), (10, 3, 400.0), (10, 4, 190.5)]
    path = tmp_path / "return.xlsx"
    path.write_bytes(biff2(heads + data))
    reading = read_return(path)
    assert str(reading.month) == "2020-09"
    assert [row.value for row in reading.rows] == [27_500_000_000_000, 400_000_000, 190_500_000_000]


def test_a_title_that_names_another_month_refuses_the_file(monthly):
    reading = monthly(title="26. Hàng hóa xuất khẩu tháng 5 năm 2025")
    assert codes(reading) == ["wrong_month"]
    assert (reading.findings[0].found, reading.findings[0].expected) == ("2025-05", "2025-06")
    assert reading.findings[0].place == "14.XK!A1"
    assert reading.refused


def test_a_title_that_names_the_right_month_does_not(monthly):
    reading = monthly(title="26. Hàng hóa xuất khẩu tháng 6 và 6 tháng đầu năm 2025")
    assert codes(reading) == []
    assert reading.rows
