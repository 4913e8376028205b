"""The whole pack of a real archive: every sheet says what window and terminal say, live."""

from __future__ import annotations

import re
import zipfile

import pytest
from openpyxl import load_workbook
from xlsxwriter.worksheet import Worksheet

from desktop.analysis.outlook.wording import chance_word
from desktop.analysis.structure.names import name_in
from desktop.analysis.structure.wording import risers_told
from desktop.analysis.warnings.words import told
from desktop.analysis.wording import PACE
from desktop.cli.door import run_command
from desktop.figures.finding import Refused
from desktop.figures.series import Flow
from desktop.figures.summary_sheets import STANDARD_SHEETS, SummarySheet, sheets_named
from desktop.figures.target_names import scope_name
from desktop.figures.wording import language

MILLION = 1e6
TARGETS, STRUCTURE, OUTLOOK, WARNINGS, REVISIONS, METHOD = (
    "Mục tiêu", "Cơ cấu", "Dự báo cả năm", "Cảnh báo", "Các lần điều chỉnh", "Phương pháp",
)  # fmt: skip


@pytest.fixture(scope="module")
def path(full_office, tmp_path_factory):
    """The pack in Vietnamese."""
    return full_office.write_summary(tmp_path_factory.mktemp("pack") / "s.xlsx", language("vi"))


@pytest.fixture(scope="module")
def book(path):
    """Formulas, and values."""
    return load_workbook(path), load_workbook(path, data_only=True)


@pytest.fixture(scope="module")
def overview(full_office):
    """The year as the window shows it."""
    return full_office.overview()


def rows(sheet):
    """The values of each row that has any, as a list."""
    return [line for line in sheet.iter_rows(values_only=True) if any(v is not None for v in line)]


def row_of(sheet, name):
    """The first row that begins with a name."""
    return next(line for line in rows(sheet) if line[0] == name)


def named(book, name):
    """The cell that a name stands for."""
    sheet, cell = book.defined_names[name].attr_text.rsplit("!", 1)
    return book[sheet.strip("'")][cell.replace("$", "")]


def million(usd):
    """An amount as a sheet has it."""
    return None if usd is None else pytest.approx(usd / MILLION)


def test_formulas_need_no_mark_for_older_programs(book):
    """They are written as they are: what XlsxWriter would have made of them is the same."""
    made, found = Worksheet(), 0
    for sheet in book[0]:
        for line in sheet.iter_rows():
            for cell in line:
                if cell.data_type == "f":
                    found += 1
                    assert f"={made._prepare_formula(cell.value)}" == cell.value
    assert found > 900


def test_targets_have_notes_on_where_their_figures_were_read(book):
    sheet = book[0]["Mục tiêu"]
    notes = {c.row: c.comment.text for (c,) in sheet["E5:E11"] if c.comment}
    assert "02-Bieu-T6.2025.xlsx · 23.XK tháng!J9" in notes[5]
    group = next(text for text in notes.values() if text.count("02-Bieu-T6") > 2)
    assert group.splitlines()[-1].startswith("và ")  # and so many more


def test_parts_have_their_months_drawn_beside_them(full_office, vi, tmp_path):
    wanted = (SummarySheet.ITEMS, SummarySheet.STRUCTURE)
    out = full_office.write_summary(tmp_path / "s.xlsx", vi, sheets=wanted)
    with zipfile.ZipFile(out) as parts:
        sheet = parts.read("xl/worksheets/sheet4.xml").decode()
    lines = re.findall(r"<xm:f>'([^']+)'!([A-Z]+)(\d+):([A-Z]+)\d+</xm:f><xm:sqref>L(\d+)<", sheet)
    assert len(lines) > 30
    assert all(row == at for _, _, row, _, at in lines)
    months = load_workbook(out)["Mặt hàng xuất khẩu"]
    _, first, row, last, _ = lines[0]
    drawn = [c.value for c in months[f"{first}{row}:{last}{row}"][0]]
    split = full_office.structure(full_office.overview().through).exports.items
    largest = max(full_office.overview().items, key=lambda part: part.value)
    assert drawn == pytest.approx([usd / 1e6 for usd in split.part(largest.code).months])


def test_every_sheet_is_there(book):
    names = book[0].sheetnames
    assert len(names) == len(STANDARD_SHEETS)
    assert names[5:11] == [TARGETS, STRUCTURE, OUTLOOK, WARNINGS, REVISIONS, METHOD]


def test_every_target_in_force_stands_with_its_status_and_reason(book, overview, vi):
    sheet = book[1][TARGETS]
    assert len(overview.targets) == 3
    for t in overview.targets:
        line = row_of(sheet, f"{scope_name(t.scope, vi)} · {t.target.year}")
        amounts = (t.low, t.high, t.cumulative, t.base_cumulative)
        assert line[2:6] == tuple(million(usd) for usd in amounts)
        assert line[6:8] == (pytest.approx(t.growth), pytest.approx(t.share_of_target))
        assert line[8:10] == (million(t.path), million(t.gap))
        assert line[10:12] == (t.months_left, million(t.required_monthly))
        assert vi._(PACE[t.status]) in line[13]
    told_beneath = " ".join(str(line[0]) for line in rows(sheet))
    assert "Nghị quyết 01/NQ-CP, ban hành ngày 08/01/2025" in told_beneath
    assert "MAIZE" not in told_beneath


def test_a_target_that_was_changed_shows_its_versions_with_the_step_between(book):
    formulas, values = (b[TARGETS] for b in book)
    found = [line for line in rows(values) if line[0] == "Cán cân thương mại · 2025"]
    versions = found[1:]
    assert [line[2] for line in versions] == [25_000, 30_000]
    assert versions[1][4] == 5_000
    assert versions[0][6] == "@Kế hoạch đầu năm"
    live = [line for line in rows(formulas) if line[0] == "Cán cân thương mại · 2025"]
    assert str(live[2][4]).startswith("=C")


def test_contributions_sum_to_the_growth_by_a_live_formula(book, full_office, overview):
    formulas, values = book
    structure = full_office.structure(overview.through, groupings=("GSO", "MARD", "CONTINENT"))
    growth = structure.exports.items.total.growth * 100
    for scheme in ("GSO", "MARD", "CONTINENT"):
        cell = named(formulas, f"growth_points_{scheme}")
        assert cell.value.startswith("=H")
        assert "+" in cell.value
        assert named(values, f"growth_points_{scheme}").value == pytest.approx(growth)
    assert "growth_points_FTA" not in formulas.defined_names


def test_the_groups_are_those_of_the_structure(book, full_office, overview, vi):
    structure = full_office.structure(overview.through, groupings=("GSO", "FTA"))
    for split in (s for s in structure.groupings if s.flow is Flow.EXPORT):
        for part in split.parts:
            line = row_of(book[1][STRUCTURE], name_in(split.flow, split.dimension, part.code, vi))
            assert line[1:4] == tuple(million(u) for u in (part.value, part.base, part.change))
    texts = [str(line[0]) for line in rows(book[1][STRUCTURE])]
    assert any(text.startswith("Các nhóm trùng nhau") for text in texts)


def test_what_grew_fast_and_what_is_new_stand_with_the_clubs(book, full_office, overview, vi):
    exports = full_office.structure(overview.through).exports
    firsts = [line[0] for line in rows(book[1][STRUCTURE])]
    told = [text for split in (exports.items, exports.markets) for text in risers_told(split, vi)]
    assert {text.partition(",")[0] for text in told} == {"Tăng nhanh", "Mới"}
    assert set(told) <= set(firsts)


def test_price_and_volume_sum_to_the_change_in_value(book, full_office, overview):
    items = full_office.structure(overview.through).exports.items
    coffee = items.part("COFFEE")
    line = next(li for li in rows(book[1][STRUCTURE]) if li[0] == "Cà phê" and li[9] == "tấn")
    assert line[7] + line[8] == pytest.approx((coffee.value - coffee.base) / MILLION)
    formulas = next(li for li in rows(book[0][STRUCTURE]) if li[0] == "Cà phê" and li[9] == "tấn")
    assert str(formulas[7]).startswith("=")


def test_every_warning_has_its_size_since_evidence_and_cells(book, full_office, vi):
    report, sheet = full_office.warnings(), rows(book[1][WARNINGS])
    assert len(report.warnings) > 3
    for w in report.warnings:
        at = next(n for n, line in enumerate(sheet) if line[2] == str(told(w, vi)))
        assert sheet[at][3:5] == (pytest.approx(w.size), pytest.approx(w.threshold))
        assert sheet[at][5:7] == (vi.month(w.since), w.months)
        beneath = sheet[at + 1 + bool(w.silence) :][: len(w.evidence)]
        for e, line in zip(w.evidence, beneath, strict=True):
            assert line[3] in (pytest.approx(e.amount), pytest.approx(e.amount / MILLION))
            assert not e.sources or str(e.sources[0]) in line[7]


def test_a_silenced_warning_says_who_and_why_and_stays_text(book):
    silenced = [line[2] for line in rows(book[1][WARNINGS]) if line[1] == "đã tắt"]
    assert len(silenced) == 1
    assert "Lan" in silenced[0]
    assert "=1+1 đã họp với hiệp hội" in silenced[0]


def test_revisions_are_what_changed_since_the_last_report(book, full_office, overview):
    found = full_office.revised_since(overview)
    lines = rows(book[1][REVISIONS])[3:-1]
    assert len(lines) == len(found.changes) > 3
    for change, line in zip(found.changes, lines, strict=True):
        assert (line[2], line[5]) == (million(change.before.value), million(change.now.value))
        assert line[8] == pytest.approx(change.change / MILLION)
        assert change.before.reported_on < found.day <= change.now.reported_on
        assert change.month < overview.through
    assert (lines[0][1].replace("\u00a0", " "), lines[0][8]) == (
        "tháng 5/2025",
        pytest.approx(103.05, abs=0.01),
    )


def test_the_outlook_has_the_bands_and_the_chance_of_each_target(book, full_office, overview, vi):
    outlook = full_office.outlook(overview=overview)
    sheet = book[1][OUTLOOK]
    band = outlook.exports.band
    line = row_of(sheet, "Xuất khẩu")
    assert line[3] == million(band.median)
    ends = (*band.half, *band.most, *band.nearly_all)
    assert line[6:12] == tuple(million(end) for end in ends)
    assert line[4] == pytest.approx(outlook.exports.growth)
    for number, one in enumerate(outlook.chances, 1):
        assert named(book[1], f"chance_{number}").value == pytest.approx(one.chance)
        assert any(vi._(chance_word(one.chance)) in li for li in rows(sheet))
    assert len([li for li in rows(sheet) if str(li[0]) in {f"T{n}" for n in range(7, 13)}]) == 6


def test_the_method_is_told_in_both_languages(book, full_office, tmp_path):
    for line in rows(book[1][METHOD])[3:]:
        assert all(line[:3])
        assert line[1] != line[2]
    english = load_workbook(full_office.write_summary(
        tmp_path / "en.xlsx", language("en"), sheets=sheets_named("method")
    ))  # fmt: skip
    assert [line[2] for line in rows(english["Method"])[3:]] == [
        line[1] for line in rows(book[1][METHOD])[3:]
    ]


def test_figures_read_have_notes_and_every_formula_its_value(book):
    formulas, values = book
    notes = {name: sum(c.comment is not None for row in formulas[name] for c in row)
             for name in (WARNINGS, REVISIONS, STRUCTURE)}  # fmt: skip
    assert all(count > 3 for count in notes.values()), notes
    for sheet in formulas:
        for cell in (c for row in sheet.iter_rows() for c in row if c.data_type == "f"):
            value = values[sheet.title][cell.coordinate].value
            assert isinstance(value, int | float), f"{sheet.title}!{cell.coordinate}"
            assert "NA()" not in cell.value


def test_every_sheet_prints_one_page_wide_with_its_heads_repeated(book):
    for sheet in book[0].worksheets[5:]:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.print_title_rows == "$1:$4"
        assert sheet.print_area


def test_ranges_and_key_figures_have_names(book):
    wanted = {
        "targets_in_force", "target_1_value", "target_1_required", "outlook_exports",
        "outlook_months", "warnings", "revisions", "exports_cumulative",
    }  # fmt: skip
    assert wanted <= set(book[0].defined_names)


def test_only_the_sheets_asked_for_are_seen_and_formulas_keep_their_figures(
    full_office, tmp_path, vi
):
    out = full_office.write_summary(tmp_path / "s.xlsx", vi, sheets=sheets_named("cover, targets"))
    book = load_workbook(out)
    seen = [sheet.title for sheet in book if sheet.sheet_state == "visible"]
    assert seen == ["Tổng quan", TARGETS]
    assert {s.title for s in book if s.sheet_state == "hidden"} == set(book.sheetnames) - set(seen)
    alone = full_office.write_summary(tmp_path / "t.xlsx", vi, sheets=sheets_named("warnings"))
    assert load_workbook(alone).sheetnames == [WARNINGS]


def test_the_terminal_takes_the_choice_and_refuses_a_sheet_that_is_none(
    full_office, tmp_path, capsys
):
    out = tmp_path / "s.xlsx"
    asked = ["summary", "--archive", str(full_office.location), "--out", str(out), "--language"]
    assert run_command([*asked, "vi", "--sheets", "targets,method"], full_office._clock) == 0
    assert load_workbook(out).sheetnames == [TARGETS, METHOD]
    capsys.readouterr()
    assert run_command([*asked, "en", "--sheets", "targets,charts"], full_office._clock) == 1
    assert "The summary has no sheet charts." in capsys.readouterr().err


def test_no_sheet_is_refused():
    with pytest.raises(Refused) as refused:
        sheets_named(" , ")
    assert refused.value.findings[0].code == "no_such_sheet"


def test_the_same_question_gives_the_same_bytes(full_office, path, tmp_path, vi):
    assert full_office.write_summary(tmp_path / "s.xlsx", vi).read_bytes() == path.read_bytes()


def test_calamine_opens_it(path, book):
    calamine = pytest.importorskip("python_calamine")
    read = calamine.CalamineWorkbook.from_path(str(path))
    assert read.sheet_names == book[0].sheetnames
