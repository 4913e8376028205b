"""Workbooks made to do harm: each costs its own reading, in little time, and says so."""

import io
import time
import zipfile

import pytest

from desktop.returns import read_return, zip_parts
from desktop.returns.compound import opened
from desktop.returns.labels import without_mark
from desktop.returns.reader import read_content
from desktop.returns.zip_parts import SQUASHED, ZipParts
from tests.returns.made import NAMESPACE, codes, packed
from tests.returns.made_binary import xls

TITLE = '<row r="1"><c r="A1" t="inlineStr"><is><t>Xuất khẩu</t></is></c></row>'
CELLS = [(1, 1, "25. Exports of goods"), (3, 4, "Mill. USD"), (4, 4, "September 2020")]
SECONDS = 5
"""A machine that does other things besides needs no more for any of these."""


def sheet(rows: str, more: str = "") -> bytes:
    return packed(f"<worksheet {NAMESPACE}><sheetData>{TITLE}{rows}</sheetData>{more}</worksheet>")


def repacked(content: bytes, change) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return out.getvalue()


def declared(body: str):
    return lambda name, old: body.encode() if name.endswith("s.xml") else old


def laughs() -> bytes:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE x [<!ENTITY e0 "ha">{entities}]><worksheet {NAMESPACE}>&e9;</worksheet>'
    return repacked(sheet(""), declared(bomb))


def external() -> bytes:
    bomb = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet>&e;</worksheet>'
    return repacked(sheet(""), declared(bomb))


def linked_to_itself() -> bytes:
    def change(name, old):
        return old.replace(b"worksheets/s.xml", b"workbook.xml") if name.endswith(".rels") else old

    return repacked(sheet(""), change)


def patched(content: bytes, mark: bytes, field: int, value: bytes) -> bytes:
    at = content.rfind(mark) + field
    return content[:at] + value + content[at + len(value) :]


def nested() -> bytes:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("xl/workbook.xml", b"\0" * (10 << 20))
    return inner.getvalue()


def looped(field: int, value: int) -> bytes:
    content = bytearray(xls(CELLS))
    content[512 + 4 * field : 516 + 4 * field] = value.to_bytes(4, "little")
    return bytes(content)


def endless_stream() -> bytes:
    """A stream of two gigabytes, told of sectors in a circle: the file has eleven."""
    content = bytearray(xls(CELLS))
    content[512 + 4 * 9 : 516 + 4 * 9] = (2).to_bytes(4, "little")
    size = 2 * 512 + 128 + 120
    content[size : size + 8] = (1 << 31).to_bytes(8, "little")
    return bytes(content)


def merged(times: int) -> str:
    return "<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * times + "</mergeCells>"


HEADS = "".join(
    f'<row r="{row}"><c r="C{row}" t="inlineStr"><is><t>{text}</t></is></c></row>'
    for row, text in ((3, "Tháng 6 năm 2025"), (4, "Trị giá"), (5, "Tổng"))
)
attributes = " ".join(f'a{n}="1"' for n in range(100_000))
many_rows = "".join(f'<row r="{n}"/>' for n in range(2, 200_000))
HARM = {
    "a cell in the last place there is": sheet(
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    ),
    "a cell beyond it": sheet('<row r="1048577"><c r="XFE1048577"><v>1</v></c></row>'),
    "empty rows without end": sheet(many_rows),
    "a merged area over everything": sheet("", merged(1)),
    "ten thousand such": sheet(HEADS, merged(10_000)),
    "columns without end": sheet("", '<cols><col min="1" max="999999999" hidden="1"/></cols>'),
    "a hundred thousand attributes": sheet(f"<row {attributes}/>"),
    "tags in tags": sheet("<row>" * 50_000),
    "a laugh a billion times": laughs(),
    "another file's content": external(),
    "a workbook that is its own sheet": linked_to_itself(),
    "a zip in place of a workbook": nested(),
    "a part that is larger than it says": patched(
        sheet(many_rows), b"PK\x01\x02", 24, b"\x01\0\0\0"
    ),
    "a part that lies beyond the end": patched(sheet(""), b"PK\x01\x02", 42, b"\xff\xff\xff\x7f"),
    "parts that lie over one another": patched(sheet(""), b"PK\x01\x02", 42, b"\0\0\0\0"),
    "sectors that follow themselves": looped(1, 1),
    "sectors in a circle": looped(3, 2),
    "a sector far away": looped(2, 0x7FFFFFF0),
    "a shared string that is not there": sheet(
        '<row r="2"><c r="A2" t="s"><v>99999999</v></c></row>'
    ),
    "a number without end": sheet(f'<row r="2"><c r="A2"><v>{"9" * 400}</v></c></row>'),
}  # fmt: skip


@pytest.mark.parametrize("harm", HARM)
def test_it_is_read_or_refused_with_a_sentence_and_soon(harm):
    start = time.process_time()
    reading = read_content("r.xlsx", HARM[harm])
    assert reading.rows == ()
    assert codes(reading)
    assert time.process_time() - start < SECONDS


def test_a_label_of_asterisks_is_looked_at_near_its_end_for_a_mark():
    start = time.process_time()
    assert without_mark("*" * 32_767).startswith("*")
    assert without_mark(f"{'Cà phê ' * 4_000}(*)").endswith("Cà phê")
    assert time.process_time() - start < 1


def test_a_stream_is_no_longer_than_its_file():
    content = endless_stream()
    assert len(opened(content).workbook) <= len(content)
    assert codes(read_content("r.xls", content))


@pytest.mark.parametrize("rows", ['<row r="2"{}/>', '<row r="2"><c r="A2"{}/></row>', "<!--{}-->"])
def test_a_tag_without_end_is_refused_before_it_is_looked_through_time_and_again(rows):
    content = sheet(rows.format(" " * (20 << 20)))
    assert SQUASHED > 20 << 20  # the tag is what is refused, not how well it is packed
    start = time.process_time()
    assert codes(read_content("r.xlsx", content)) == ["too_large"]
    assert time.process_time() - start < SECONDS


def test_many_blanks_between_rows_are_no_tag():
    content = sheet(" " * (18 << 20) + HEADS)
    assert "too_large" not in codes(read_content("r.xlsx", content))


@pytest.fixture
def squashed(monkeypatch):
    """From so many bytes on it counts how well a part is packed: fewer, which take less to make."""
    monkeypatch.setattr(zip_parts, "SQUASHED", zip_parts.MOST_AT_ONCE)
    return zip_parts.MOST_AT_ONCE


def test_what_is_packed_a_thousand_times_smaller_is_refused_before_it_is_unpacked(
    monkeypatch, squashed
):
    content = sheet(" " * (squashed + (1 << 20)) + HEADS)

    def opened(*_: object) -> None:
        raise AssertionError("it was unpacked")

    monkeypatch.setattr(zipfile.ZipFile, "open", opened)
    assert codes(read_content("r.xlsx", content)) == ["too_large"]


def test_a_large_sheet_of_ordinary_rows_is_unpacked(squashed):
    row = '<row r="{0}"><c r="A{0}"><v>{1}</v></c><c r="B{0}"><v>{2}</v></c></row>'
    rows = "".join(
        row.format(n, n * 7919, n * n) for n in range(9, 10_000)
    )  # packs none the better
    parts = ZipParts(sheet(rows * 28))
    assert parts.size("xl/worksheets/s.xml") > squashed
    assert sum(map(len, parts.chunks("xl/worksheets/s.xml"))) > squashed


@pytest.mark.parametrize("harm", ["a laugh a billion times", "another file's content"])
def test_declarations_are_refused_by_name(harm):
    assert codes(read_content("r.xlsx", HARM[harm])) == ["unsafe_file"]


def test_a_return_cut_anywhere_is_read_or_refused(tmp_path):
    whole = xls(CELLS)
    for at in range(0, len(whole), 397):
        (tmp_path / "r.xls").write_bytes(whole[:at])
        assert codes(read_return(tmp_path / "r.xls"))
    packed_whole = sheet("")
    for at in range(0, len(packed_whole), 97):
        (tmp_path / "r.xlsx").write_bytes(packed_whole[:at])
        assert codes(read_return(tmp_path / "r.xlsx"))


def test_macros_and_what_they_hold_are_not_touched(tmp_path, monkeypatch):
    def change(name, old):
        return old

    out = io.BytesIO(repacked(sheet(""), change))
    with zipfile.ZipFile(out, "a") as zipped:
        zipped.writestr("xl/vbaProject.bin", xls(CELLS))
        zipped.writestr("xl/externalLinks/externalLink1.xml", "<!DOCTYPE x><x/>")
    opened = []
    read = zipfile.ZipFile.open

    def spy(self, name, *rest, **more):
        opened.append(getattr(name, "filename", name))
        return read(self, name, *rest, **more)

    monkeypatch.setattr(zipfile.ZipFile, "open", spy)
    read_content("r.xlsm", out.getvalue())
    assert opened
    assert not [name for name in opened if "vba" in name or "externalLink" in name]


@pytest.mark.parametrize("text", ["0" * 400, "A" * 32_767, "năm " * 8_000, "tháng 6/" * 4_000])
def test_a_text_without_end_is_no_heading_and_costs_no_time(text):
    rows = "".join(
        f'<row r="{row}"><c r="C{row}" t="inlineStr"><is><t>{text}</t></is></c></row>'
        for row in range(2, 30)
    )
    start = time.process_time()
    assert codes(read_content("r.xlsx", sheet(rows)))
    assert time.process_time() - start < SECONDS


WHOLE = 10
"""Figures of the small return that `monthly` makes."""
ENDLESS = ["Cà phê ", "7", "*", "百萬", "từ ngày 1 đến tháng 6 "]


@pytest.mark.parametrize("place", ["C4", "D7", "B16", "D16"])
@pytest.mark.parametrize("text", ENDLESS)
def test_a_text_without_end_within_a_return_costs_its_cell_and_no_time(monthly, text, place):
    def fill(sheet):
        for area in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(area))
        sheet[place] = (text * 32_767)[:32_767]

    start = time.process_time()
    reading = monthly(change=fill)
    assert codes(reading) or len(reading.rows) == WHOLE
    assert time.process_time() - start < SECONDS
