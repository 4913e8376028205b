"""The summary workbook, read back: sheets, formulas with values, names, print set-up, notes."""

from __future__ import annotations

import re
import zipfile
from datetime import UTC, datetime

import pytest
from openpyxl import load_workbook

from desktop.figures.finding import Refused
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetMeasure
from desktop.figures.vintage import Vintage
from desktop.reports.prose.sentences import sentences
from desktop.reports.workbook.summary import write_summary

MILLION = 1e6
SHEETS_VI = [
    "Tổng quan",
    "Tiến độ xuất khẩu",
    "Nhập khẩu, cán cân",
    "Mặt hàng xuất khẩu",
    "Thị trường xuất khẩu",
    "Mục tiêu",
    "Phương pháp",
    "Nguồn số liệu",
]
HOSTILE = '=HYPERLINK("http://x","y")&\'<b>\x07\ud800.xlsx'


@pytest.fixture(scope="module")
def written(tmp_path_factory, vi, stored, made_at):
    """Write an overview and give the path."""

    def write(overview, language=vi, returns=None):
        out = tmp_path_factory.mktemp("out") / "summary.xlsx"
        returns = [stored()] if returns is None else returns
        write_summary(overview, out, language=language, returns=returns, told_at=made_at)
        return out

    return write


@pytest.fixture(scope="module")
def book(june, written):
    """The summary of June: formulas, and values."""
    out = written(june)
    return load_workbook(out), load_workbook(out, data_only=True)


def named(book, name):
    """The value of the cell that a name stands for."""
    sheet, cell = book.defined_names[name].attr_text.rsplit("!", 1)
    return book[sheet.strip("'")][cell.replace("$", "")].value


def cells(sheet):
    return [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_the_sheets_in_their_order(book, june, written, en):
    assert book[0].sheetnames == SHEETS_VI
    english = load_workbook(written(june, en)).sheetnames
    assert english[:2] == ["Overview", "Export progress"]


def test_the_headline_figures_by_name(book, june):
    values, exports = book[1], june.exports
    expected = {
        "exports_cumulative": exports.cumulative / MILLION,
        "exports_last_year": exports.base_cumulative / MILLION,
        "exports_growth_printed": 0.144,
        "exports_growth": exports.growth,
        "exports_target": exports.target_usd / MILLION,
        "exports_share_of_target": exports.share_of_target,
        "exports_path": exports.path / MILLION,
        "exports_gap": exports.gap / MILLION,
        "exports_monthly_average": exports.monthly_average / MILLION,
        "exports_months_left": 6,
        "exports_required_monthly": exports.required_monthly / MILLION,
        "exports_required_growth": exports.required_growth,
        "imports_cumulative": june.imports.cumulative / MILLION,
        "balance": june.balance.cumulative / MILLION,
        "balance_last_year": june.balance.last_year / MILLION,
    }
    assert {name: named(values, name) for name in expected} == pytest.approx(expected, rel=1e-9)


def test_what_is_computed_is_a_formula_and_what_was_read_is_a_number(book):
    formulas = book[0]
    for name in ("exports_growth", "exports_target", "exports_share_of_target", "exports_gap",
                 "exports_required_monthly", "exports_required_growth", "balance"):  # fmt: skip
        assert str(named(formulas, name)).startswith("="), name
    assert named(formulas, "exports_growth_printed") == 0.144
    progress = formulas[SHEETS_VI[1]]
    assert progress["C5"].value == pytest.approx(33_158.92)
    assert progress["G6"].value == "=G5+C6"
    assert progress["F6"].value == "=F5+B6"
    assert progress["G10"].value == 219_830
    assert progress["C17"].value == "=SUM(C5:C10)"


def test_every_formula_carries_its_value(book):
    formulas, values = book
    bare = [
        f"{sheet.title}!{cell.coordinate}"
        for sheet in formulas
        for cell in cells(sheet)
        if cell.data_type == "f" and values[sheet.title][cell.coordinate].value is None
    ]
    assert not bare
    assert sum(cell.data_type == "f" for sheet in formulas for cell in cells(sheet)) > 200


def test_the_months_are_those_of_the_overview(book, june):
    sheet = book[1][SHEETS_VI[1]]
    for row, point in enumerate(june.exports.months, 5):
        for column, usd in (
            ("B", point.last_year), ("C", point.value), ("F", point.cumulative_last_year),
            ("G", point.cumulative), ("J", point.path), ("K", point.gap), ("N", point.required),
        ):  # fmt: skip
            expected = None if usd is None else pytest.approx(usd / MILLION, abs=1e-3)
            assert sheet[f"{column}{row}"].value == expected
        for column, rate in (("E", point.growth), ("I", point.growth_to_date)):
            expected = None if rate is None else pytest.approx(rate)
            assert sheet[f"{column}{row}"].value == expected


def test_a_month_to_come_is_a_gap_with_its_cause_never_a_zero(book):
    sheet = book[1][SHEETS_VI[1]]
    assert sheet["C11"].value is None
    assert sheet["G11"].value is None
    assert sheet["D11"].value == "chưa có số liệu"


@pytest.mark.parametrize(("title", "parts"), [(SHEETS_VI[3], "items"), (SHEETS_VI[4], "markets")])
def test_the_parts_are_those_of_the_overview(book, june, title, parts):
    sheet = book[1][title]
    ranked = sorted(getattr(june, parts), key=lambda part: -part.value)
    for row, part in enumerate(ranked, 6):
        shown = [sheet[f"{column}{row}"].value for column in "CDFGHI"]
        assert shown == pytest.approx(
            [
                part.value / MILLION, part.base / MILLION, part.growth, part.growth_printed,
                part.share, part.contribution * 100,
            ]
        )  # fmt: skip
    end = 6 + len(ranked)
    assert sheet["C5"].value == pytest.approx(219_830)
    assert sheet[f"C{end}"].value + sheet[f"C{end + 1}"].value == pytest.approx(219_830)


def test_both_growths_stand_beside_the_contribution_under_their_names(book):
    sheet = book[1][SHEETS_VI[3]]
    assert [sheet[f"{column}4"].value for column in "FG"] == [
        "Tăng trưởng (tính lại)",
        "Tăng trưởng (theo biểu)",
    ]
    assert sheet["G5"].value == 0.144
    growth, printed, points = (sheet[f"{column}6"].value for column in "FGI")
    assert (growth, printed, points) == pytest.approx((0.417, 0.399, 7.36), abs=0.001)
    assert growth == pytest.approx(points / 100 * sheet["D5"].value / sheet["D6"].value)


def test_what_is_shown_as_nothing_has_neither_sign_nor_colour(book):
    points = "I6"
    sheet = book[0][SHEETS_VI[3]]
    (rules,) = [f.rules for f in sheet.conditional_formatting if points in f.sqref]
    first = min(rules, key=lambda rule: rule.priority)
    assert (first.operator, first.formula) == ("between", ["-0.005", "0.005"])
    assert first.stopIfTrue
    assert first.dxf.numFmt.formatCode == "0.00;0.00"
    assert sheet[points].number_format.count("0.00") == 3


def test_every_sentence_stands_on_the_cover(book, june, vi):
    cover = "\n".join(str(cell.value) for cell in cells(book[1][SHEETS_VI[0]]))
    assert all(sentence in cover for sentence in sentences(june, vi))


def test_the_status_is_a_shape_and_a_word(book):
    texts = [str(cell.value) for cell in cells(book[1][SHEETS_VI[0]])]
    assert "● Đúng tiến độ" in texts


def test_it_prints_on_a4_across_with_repeated_heads_and_a_source(book):
    for sheet in book[0]:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight == 0  # as many pages down as it takes
        assert sheet.page_setup.fitToWidth in (None, 1)  # one across is what is meant unsaid
        assert "&P/&N" in str(sheet.oddFooter.right.text) + str(sheet.oddFooter.left.text)
        assert sheet.print_area
    for sheet in book[0].worksheets[1:]:
        assert sheet.print_title_rows == "$1:$4"
        assert sheet.freeze_panes in ("B5", "C5")
    for sheet in book[0].worksheets[:5]:
        texts = [str(cell.value) for cell in cells(sheet)]
        assert any(t.startswith("Nguồn: 02-Bieu-T6.2025.xlsx (công bố 06/07/2025)") for t in texts)


def test_a_figure_read_has_a_note_that_leads_back_to_its_cell(book):
    note = book[0][SHEETS_VI[1]]["C10"].comment.text
    assert "02-Bieu-T6.2025.xlsx · 14.XK!D" in note
    assert "39490.0" in note
    assert "06/07/2025 · sơ bộ" in note


def test_numbers_follow_the_readers_locale(book):
    sheet = book[0][SHEETS_VI[1]]
    assert sheet["C5"].number_format == "#,##0.0"
    assert sheet["E5"].number_format.startswith("+0.0%")


def test_the_charts_are_native_and_described(june, written):
    with zipfile.ZipFile(written(june)) as parts:
        charts = [n for n in parts.namelist() if re.fullmatch(r"xl/charts/chart\d+\.xml", n)]
        drawings = "".join(
            parts.read(n).decode() for n in parts.namelist() if "drawings/drawing" in n
        )
    assert len(charts) == 8
    assert len(re.findall(r'<xdr:cNvPr[^>]* descr="[^"]+', drawings)) == 8


def test_it_says_what_it_is(book):
    properties = book[0].properties
    assert properties.title == "Xuất khẩu năm 2025 so với kế hoạch năm"
    assert properties.created.replace(tzinfo=UTC) == datetime(2025, 7, 7, 8, 30, tzinfo=UTC)
    subtitle = book[1][SHEETS_VI[0]]["A2"].value.replace("\u00a0", " ")
    assert subtitle == (
        "Từ tháng 1 đến tháng 6/2025 · mọi báo cáo đã nhận, mới nhất công bố 06/07/2025 "
        "· theo kho số liệu tại 07/07/2025 08:30"
    )


def test_the_vintage_is_named(story, written):
    told = story(vintage=Vintage(as_of=datetime(2025, 7, 6, tzinfo=UTC).date(), first_release=True))
    subtitle = load_workbook(written(told))[SHEETS_VI[0]]["A2"].value
    assert "các báo cáo công bố đến 06/07/2025, lấy số công bố lần đầu" in subtitle


def test_hostile_names_stay_text(story, written, stored):
    from_file = story.books(file=HOSTILE, sheet="@SUM(A1)")
    target = Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.12, 0.12, document="+1+1")
    told = story(books=from_file, targets=[target])
    returns = [stored(1, HOSTILE), stored(2, "-1.xlsx"), stored(3, "@x.xlsx", sender="=1+1")]
    book = load_workbook(written(told, returns=returns))
    sources = book[SHEETS_VI[-1]]
    names = [sources.cell(row, 2).value for row in (5, 6, 7)]
    assert names[:2] == ["@x.xlsx", "-1.xlsx"]
    assert names[2].startswith('=HYPERLINK("http://x"')
    assert all(sources.cell(row, column).data_type == "s" for row in (5, 6, 7) for column in (2, 3))
    formulas = [c.value for sheet in book for c in cells(sheet) if c.data_type == "f"]
    assert not any("HYPERLINK" in f or "1+1" in f or "@SUM" in f for f in formulas)
    assert not any(sheet._hyperlinks for sheet in book)


def test_the_same_input_gives_the_same_bytes(june, written):
    assert written(june).read_bytes() == written(june).read_bytes()


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"through": 1},
        pytest.param({"through": 12}, marks=pytest.mark.slow),
        {"targets": ()},
        pytest.param({"imports": {}}, marks=pytest.mark.slow),
        pytest.param({"parts": False}, marks=pytest.mark.slow),
        {"leave_out": (2, 3), "printed": False, "parts": False},
        {"years": {2025: (30_000,) * 6}, "imports": {}, "printed": False, "parts": False},
        {"targets": (Target(Flow.EXPORT, TargetMeasure.VALUE, 2025, 1e11, 2e11),)},
        *(
            pytest.param(
                {"targets": (Target(flow, TargetMeasure.GROWTH, 2025, *between),)},
                marks=pytest.mark.slow,
            )
            for flow, between in ((Flow.EXPORT, (0.15, 0.16)), (Flow.IMPORT, (0.1, 0.1)))
        ),
    ],
)
def test_what_is_not_known_is_left_out(story, written, en, changes):
    out = written(story(**changes), en, returns=[])
    formulas, values = load_workbook(out), load_workbook(out, data_only=True)
    assert len(formulas.sheetnames) == len(SHEETS_VI)
    for sheet in formulas:
        for cell in cells(sheet):
            if cell.data_type == "f":
                value = values[sheet.title][cell.coordinate].value
                assert isinstance(value, int | float)
                assert "NA()" not in cell.value
                for other in re.findall(r"\b(?:exports|imports)_\w+", cell.value):
                    assert other in formulas.defined_names


def test_other_readers_open_it(june, written):
    calamine = pytest.importorskip("python_calamine")
    book = calamine.CalamineWorkbook.from_path(str(written(june)))
    assert book.sheet_names == SHEETS_VI
    rows = book.get_sheet_by_name(SHEETS_VI[1]).to_python()
    assert rows[9][6] == 219_830


def test_a_refusal_leaves_nothing_behind(june, tmp_path, vi, made_at):
    with pytest.raises(Refused) as refused:
        write_summary(june, tmp_path / "no" / "s.xlsx", language=vi, returns=[], told_at=made_at)
    assert refused.value.findings[0].code == "folder_missing"
    assert not list(tmp_path.iterdir())


def test_january_s_sheets_are_of_january_alone(story, written):
    sheets = load_workbook(written(story(1)))
    titles = [sheet.cell(row, 1).value or "" for sheet in sheets for row in (1, 2)]
    assert "Mặt hàng xuất khẩu, tháng 1/2025" in [text.replace("\u00a0", " ") for text in titles]
    assert not any("từ tháng 1 đến" in text.casefold() for text in titles)


def test_no_table_of_the_first_sheet_ends_on_another_page(book):
    sheet = book[0].worksheets[0]
    starts = {sheet.cell(b.id + 1, 1).value or sheet.cell(b.id + 1, 2).value
              for b in sheet.row_breaks.brk}  # fmt: skip
    assert starts == {"Nhận định", "Chỉ tiêu chính"}
