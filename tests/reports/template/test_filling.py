"""An office's own template: its placeholders are filled, and nothing else of it changes."""

from __future__ import annotations

import io
import zipfile

import pytest
from openpyxl import load_workbook

from desktop.analysis.tracing.trace import TraceUnit
from desktop.figures.finding import Refused
from desktop.reports.template.placeholders import is_broken, placeholders

pytestmark = pytest.mark.slow

SHEET = "Báo cáo"


def read(filled, **how):
    return load_workbook(io.BytesIO(filled.content), **how)


def parts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return {name: book.read(name) for name in book.namelist()}


def test_alone_in_its_cell_a_number_stays_a_number_with_the_cells_format(drawn, filled):
    def dress(book, page):
        page.write("B3", "{{exports.cumulative}}", book.add_format({"num_format": "#,##0.00"}))
        page.write("B4", " {{ EXPORTS.growth_printed }} ", book.add_format({"num_format": "0.0%"}))

    sheet = read(filled(drawn({"B5": "{{exports.cumulative in=billion}}"}, dress)))[SHEET]
    assert (sheet["B3"].value, sheet["B3"].number_format) == (219_830, "#,##0.00")
    assert sheet["B4"].value == pytest.approx(0.144)
    assert sheet["B4"].number_format == "0.0%"
    assert sheet["B5"].value == pytest.approx(219.83)


@pytest.mark.parametrize(
    ("text", "vietnamese", "english"),
    [
        ("đạt {{exports.cumulative}}.", "đạt 219,83 tỷ USD.", "đạt USD 219.83 billion."),
        ("X {{exports.growth_printed}}", "X tăng 14,4%", "X up 14.4%"),
        ("X {{exports.growth_printed as=number}}", "X 14,4%", "X 14.4%"),
        ("{{exports.cumulative in=billion decimals=1}} tỷ", "219,8 tỷ", "219.8 tỷ"),
        ("{{balance.cumulative}}!", "xuất siêu 7,63 tỷ USD!", "a surplus of USD 7.63 billion!"),
        ("{{item:PHONES.contribution}} x", "giảm 0,1 điểm phần trăm x",
         "down 0.1 percentage points x"),
        ("{{market:us.growth}} / {{year}}", "tăng 28,7% / 2025", "up 28.7% / 2025"),
    ],
)  # fmt: skip
def test_within_a_text_it_is_words_of_the_language(drawn, filled, en, text, vietnamese, english):
    content = drawn({"A1": text})
    assert read(filled(content))[SHEET]["A1"].value == vietnamese
    assert read(filled(content, en))[SHEET]["A1"].value == english


def test_whatever_provenance_knows_may_be_asked_for(drawn, filled, full_office):
    names = ("imports+item:ELEC.share", "exports@2025-09.required", "outlook:exports.median",
             "target:1.gap", "item:COFFEE.price")  # fmt: skip
    sheet = read(filled(drawn({f"A{n}": f"{{{{{name}}}}}" for n, name in enumerate(names, 1)})))[
        SHEET
    ]
    for n, name in enumerate(names, 1):
        trace = full_office.trace(name)
        counted = 1e6 if trace.unit.value == "usd" else 1
        assert sheet[f"A{n}"].value == pytest.approx(trace.value / counted), name


def test_every_number_that_can_be_asked_for_is_the_engines(drawn, filled, knowing, vi):
    """Each usual name in a cell of its own holds what provenance says, in the cell's unit."""
    known = knowing(vi)
    numbers = {name: known.trace(name) for name in known.numbers.values()}
    names = {f"A{row}": name for row, name in enumerate(numbers, 1)}
    sheet = read(filled(drawn({cell: f"{{{{{name}}}}}" for cell, name in names.items()})))[SHEET]
    scale = {TraceUnit.POINTS: 100, TraceUnit.USD: 1e-6}
    assert len(numbers) > 300
    for cell, name in names.items():
        trace = numbers[name]
        told = None if trace.value is None else trace.value * scale.get(trace.unit, 1)
        assert sheet[cell].value == (told if told is None else pytest.approx(told)), name


@pytest.mark.parametrize(
    "name", ["exports@2025-99.required", "outlook:", "target:x.gap", "a+b:c.d", "market:.share",
             "@.", "item:COFFEE@.growth", "group:..", "rest:market.", "exports@x.y"],
)  # fmt: skip
def test_a_malformed_name_is_told(drawn, refusal, name):
    assert refusal(drawn({"A1": f"{{{{{name}}}}}"}))[0][:2] == ("placeholder_unknown", "A1")


def test_letters_keep_their_looks_though_a_placeholder_is_split_between_them(drawn, filled):
    def dress(book, page):
        bold, italic = book.add_format({"bold": True}), book.add_format({"italic": True})
        page.write_rich_string("A1", "Lũy kế ", bold, "{{exports.", italic, "cumulative}} và hơn")

    told = read(filled(drawn({}, dress)), rich_text=True)[SHEET]["A1"].value
    assert [str(piece) for piece in told] == ["Lũy kế ", "219,83 tỷ USD", " và hơn"]
    assert told[1].font.b
    assert told[2].font.i


def test_everything_else_is_handed_on_byte_for_byte(drawn, filled):
    def dress(book, page):
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": f"='{SHEET}'!$B$3:$B$4"})
        page.insert_chart("D2", chart)
        page.insert_textbox("D20", "Ghi chú")
        page.insert_image("D30", "x.png", {"image_data": io.BytesIO(_png())})
        page.add_sparkline("C3", {"range": "B3:B4"})
        page.conditional_format("B3", {"type": "cell", "criteria": ">", "value": 0,
                                       "format": book.add_format({"bold": True})})  # fmt: skip
        page.data_validation("A9", {"validate": "list", "source": ["a", "b"]})
        page.merge_range("A1:C1", "TỔNG HỢP")
        page.set_landscape()
        page.print_area("A1:H40")
        page.write_comment("A1", "Của phòng")
        book.add_worksheet("Khác").write("A1", "ở nguyên")

    content = drawn({"B3": "{{exports.cumulative}}", "B4": 5}, dress)
    made = filled(content)
    before, after = parts(content), parts(made.content)
    changed = {name for name in before if before[name] != after.get(name)}
    assert before.keys() == after.keys()
    assert changed == {"xl/worksheets/sheet1.xml", "xl/workbook.xml"}
    assert dict(made.kept) == {"charts": 1, "images": 1, "drawings": 1}
    sheet = after["xl/worksheets/sheet1.xml"].decode()
    for kept in ("sparklineGroup", "mergeCell ", "conditionalFormatting", "dataValidation",
                 'orientation="landscape"', "legacyDrawing"):  # fmt: skip
        assert kept in sheet, kept


def test_a_formula_that_rests_on_a_filled_cell_is_computed_anew_and_no_other(drawn, filled):
    cells = {
        "A1": "{{exports.cumulative}}", "B1": ("=A1*2", None, 7), "C1": ("=B1+1", None, 8),
        "D1": ("=1+1", None, 2), "E1": ("=SUM(F1:G2)", None, 3),
        "A2": ('=INDIRECT("A1")', None, 9),
        "B2": ("=the_total", None, 4),
    }  # fmt: skip

    def dress(book, _page):
        book.define_name("the_total", f"='{SHEET}'!$A$1")
        book.add_worksheet("Hai").write_formula("A1", f"='{SHEET}'!C1", None, 6)

    made = filled(drawn(cells, dress))
    values = read(made, data_only=True)
    sheet = values[SHEET]
    assert [sheet[c].value for c in ("B1", "C1", "A2", "B2")] == [None] * 4
    assert (sheet["D1"].value, sheet["E1"].value) == (2, 3)
    assert values["Hai"]["A1"].value is None
    assert read(made)["Hai"]["A1"].value == f"='{SHEET}'!C1"
    assert b'fullCalcOnLoad="1"' in parts(made.content)["xl/workbook.xml"]


def test_a_table_grows_downward_in_the_looks_of_its_first_row(drawn, filled, full_office):
    def dress(book, page):
        money, rate = (book.add_format({"num_format": n, "bold": True}) for n in ("#,##0", "0.0%"))
        page.merge_range("A3:B3", "")
        page.write("A3", "{{table:items top=4 columns=name,value,growth}}", rate)
        page.write_blank("C3", None, money)
        page.write_blank("D3", None, rate)
        page.write("A7", "ngay dưới")

    sheet = read(filled(drawn({}, dress)))[SHEET]
    ranked = sorted(full_office.overview().items, key=lambda part: -part.value)[:4]
    assert [sheet[f"C{row}"].value for row in range(3, 7)] == pytest.approx(
        [part.value / 1e6 for part in ranked]
    )
    assert [sheet[f"D{row}"].value for row in range(3, 7)] == pytest.approx(
        [part.growth for part in ranked]
    )
    assert {sheet[f"C{row}"].number_format for row in range(3, 7)} == {"#,##0"}
    assert all(sheet[f"D{row}"].font.b for row in range(3, 7))
    assert sheet["A7"].value == "ngay dưới"


def test_a_table_never_writes_over_what_lies_beside_its_cell(drawn, refusal):
    text = "{{table:markets top=10}}"
    assert refusal(drawn({"A3": text, "C3": "x"})) == [("template_no_room", "A3", text)]
    beside = {"A3": text, "C3": "{{exports.growth}}"}
    assert refusal(drawn(beside)) == [("template_no_room", "A3", text)]


def test_a_template_for_more_rows_than_there_are_is_left_with_empty_ones(drawn, filled):
    sheet = read(filled(drawn({"A2": "{{table:targets top=50 columns=name,value}}"})))[SHEET]
    told = [sheet[f"A{row}"].value for row in range(2, 8)]
    assert told[0] == "Xuất khẩu"
    assert told[3:] == [None] * 3


def test_cells_may_be_named_instead(drawn, filled):
    def dress(book, page):
        page.write("C9", "cũ")
        page.write("B2", 1, book.add_format({"num_format": "0.00"}))
        for name, cell in (("exports.cumulative", "$B$2"), ("market_US_growth", "$B$3"),
                           ("table_items", "$A$5:$C$9"), ("nothing.of.ours", "$B$4")):  # fmt: skip
            book.define_name(name, f"='{SHEET}'!{cell}")

    sheet = read(filled(drawn({}, dress)))[SHEET]
    assert (sheet["B2"].value, sheet["B2"].number_format) == (219_830, "0.00")
    assert sheet["B3"].value == pytest.approx(0.2866, abs=1e-4)
    assert [sheet[f"B{row}"].value is None for row in (4, 5, 9, 10)] == [True, False, False, True]


def test_headers_and_shapes_speak_too(drawn, filled):
    def dress(_book, page):
        page.set_footer("&L{{period}} && &P")
        page.insert_textbox("C3", "Đến {{month}}")

    made = parts(filled(drawn({}, dress)).content)
    assert (
        "&amp;L6 tháng đầu năm 2025 &amp;&amp; &amp;P" in made["xl/worksheets/sheet1.xml"].decode()
    )
    assert "Đến tháng\u00a06/2025" in made["xl/drawings/drawing1.xml"].decode()


def test_what_cannot_be_filled_is_told_at_once_with_cells_and_near_names(drawn, filled):
    content = drawn(
        {
            "A1": "{{export.cumulative}}", "A2": "{{exports.growth in=yen}}",
            "A3": "{{exports.growth",
            "A4": '="{{exports.growth}}"', "A5": "Bảng {{table:items}}", "A6": "{{table:itmes}}",
        }
    )  # fmt: skip
    with pytest.raises(Refused) as refused:
        filled(content)
    told = {f.cell: (f.code, f.expected) for f in refused.value.findings}
    assert told["A1"][0] == "placeholder_unknown"
    assert "{{exports.cumulative}}" in told["A1"][1]
    assert told["A2"] == ("placeholder_option", "in=yen")
    assert told["A3"][0] == "placeholder_broken"
    assert told["A5"][0] == "placeholder_table_in_text"
    assert told["A6"][0] == "placeholder_unknown"
    assert "{{table:items}}" in told["A6"][1]


def test_a_placeholder_in_a_formula_is_named(drawn, refusal):
    formula = '=CONCATENATE("{{exports.growth}}","!")'
    assert refusal(drawn({"B2": (formula, None, 0)})) == [
        ("placeholder_in_formula", "B2", "{{exports.growth}}")
    ]


def test_a_gap_is_an_empty_cell_and_is_said(drawn, filled):
    made = filled(drawn({"A1": "{{imports.target}}", "A2": "KH {{imports.target}}"}))
    sheet = read(made)[SHEET]
    assert (sheet["A1"].value, sheet["A2"].value) == (None, "KH –")
    assert [f.code for f in made.findings] == ["placeholder_no_value"] * 2


def test_text_that_looks_like_a_formula_stays_text(drawn, filled, full_office):
    made = filled(drawn({"A1": "{{table:targets columns=document}}"}))
    sheet = read(made)[SHEET]
    told = {sheet.cell(row, 1).value: sheet.cell(row, 1).data_type for row in range(1, 6)}
    documents = [t.target.document for t in full_office.overview().targets]
    assert all(told[document] == "s" for document in documents if document)


def test_the_same_template_and_figures_give_the_same_bytes(drawn, filled):
    content = drawn({"A1": "{{exports.cumulative}}", "A2": "{{table:months}}"})
    assert filled(content).content == filled(content).content


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"not a zip", "template_no_workbook"),
        (b"", "template_no_workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
         "template_locked"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64), "template_old"),
    ],
)  # fmt: skip
def test_what_is_no_template_is_refused(refusal, content, code):
    assert [told[0] for told in refusal(content)] == [code]


def test_a_workbook_without_placeholders_is_refused(drawn, refusal):
    assert refusal(drawn({"A1": "không có gì"})) == [("template_empty", "", "")]


def test_a_damaged_sheet_is_refused(drawn, refusal):
    book = parts(drawn({"A1": "{{exports.growth}}"}))
    book["xl/worksheets/sheet1.xml"] = b"<worksheet><sheetData>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as spoilt:
        for name, content in book.items():
            spoilt.writestr(name, content)
    assert [told[0] for told in refusal(out.getvalue())] == ["template_damaged"]


def test_the_grammar():
    (one,) = placeholders("x {{ Table:Items\u00a0top=10  columns=name,value }} y")
    assert (one.name, dict(one.options)) == ("table:items", {"top": "10", "columns": "name,value"})
    assert one.is_table
    assert not one.wrong
    assert [p.wrong for p in placeholders("{{a b}}{{a top=0}}{{a top=x}}{{a in=}}")] == [
        "b", "top=0", "top=x", "in=",
    ]  # fmt: skip
    assert is_broken("{{a")
    assert is_broken("{{a}} {{b")
    assert not is_broken("{a} {{b}}")


def _png():
    import struct  # noqa: PLC0415 - a picture is drawn here alone
    import zlib  # noqa: PLC0415 - as above

    def chunk(kind, data):
        crc = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + crc

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\x00\xff\x00\x00")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
