"""What an official teaches is known in the sender's next file, can be sent on, and forgotten."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from desktop.figures.directions import (
    LEAVE_OUT,
    Directions,
    LearnedLayout,
    NameDecision,
    NameKind,
    TablePlan,
)
from desktop.figures.finding import Refused
from desktop.figures.finding_texts import remedy, sentence
from desktop.figures.reading import DateOrigin, NameHow
from desktop.figures.wording import language
from desktop.workflow import Office
from desktop.workflow.naming import COLUMNS, read_decisions, write_decisions
from tests.returns.made import EXPORTS, monthly_sheet

NOW = datetime(2025, 9, 12, 9, tzinfo=UTC)
SAM = NameDecision("GSO", NameKind.ITEM, "export", "Sâm Ngọc Linh", "NEW:Sâm Ngọc Linh")
LAYOUT = LearnedLayout("Biểu cảng", "PORT", (TablePlan("XK", title="Hàng qua cảng"),))


def book(folder, month, *rows):
    made = Workbook()
    monthly_sheet(made.active, (("Sơ bộ", f"tháng {month}", "năm 2025"),), (*EXPORTS, *rows))
    path = folder / f"T{month}.xlsx"
    made.save(path)
    return path


def opened(folder, name="archive.sqlite3"):
    return Office(folder / name, clock=lambda: NOW, user="Lan")


@pytest.fixture(scope="module")
def reading_office(tmp_path_factory):
    """An office whose reading process serves all tests; each begins with nothing decided."""
    with opened(tmp_path_factory.mktemp("office")) as office:
        yield office


@pytest.fixture
def office(reading_office):
    yield reading_office
    for decision in reading_office.decisions():
        reading_office.forget_decision(decision)


@pytest.fixture(scope="module")
def june(tmp_path_factory):
    return book(tmp_path_factory.mktemp("june"), 6, (None, "Sâm Ngọc Linh", 3.0, 7.0))


def refusal(errand, *arguments):
    """Give the findings that an errand is refused with, each a sentence with a remedy."""
    with pytest.raises(Refused) as refused:
        errand(*arguments)
    for finding in refused.value.findings:
        assert sentence(finding, language("vi"))
        assert remedy(finding, language("vi"))
    return refused.value.findings


def items_of(preview):
    return {row.item for row in preview.reading.rows}


def test_after_a_decision_the_file_read_again_has_the_figures(office, june):
    (before,) = office.preview([june])
    assert [q.about for q in before.questions] == ["Sâm Ngọc Linh"]
    assert office.decide([SAM]) == 1
    after = office.read_again(before, before.directions)
    assert items_of(after) - items_of(before) == {SAM.code}
    assert (after.questions, after.reading.names[0].how) == ((), NameHow.REMEMBERED)
    office.forget_decision(SAM)
    assert items_of(office.read_again(after, after.directions)) == items_of(before)


def test_the_senders_next_file_asks_nothing(office, june, tmp_path):
    office.decide([SAM])
    july = book(tmp_path, 7, (None, "SÂM NGỌC LINH", 4.0, 8.0))
    (preview,) = office.preview([july])
    assert preview.questions == ()
    assert SAM.code in items_of(preview)


def test_reading_again_keeps_the_day_that_was_given(office, june):
    (preview,) = office.preview([june], reported_on=date(2025, 7, 9))
    again = office.read_again(preview, Directions(sender="GSO"))
    assert (again.reported_on, again.date_origin) == (date(2025, 7, 9), DateOrigin.GIVEN)
    assert again.directions == again.reading.directions == Directions(sender="GSO")


def test_a_file_accepted_first_and_decided_later_takes_its_own_place(tmp_path, june):
    with opened(tmp_path) as office:
        (first,) = office.preview([june])
        assert office.accept([first])[0].number == 1
        office.decide([SAM])
        again = office.read_again(first, first.directions)
        assert (again.acceptable, again.comparison.new) == (True, 2)
        assert office.accept([again])[0].number == 2
        assert SAM.code in set(office.figures()["item"])
        assert [r.withdrawn for r in office.returns()] == [True, False]
        copy = office.open_original(1)
        assert (copy.name, copy.read_bytes()) == ("T6.xlsx", june.read_bytes())
        assert not copy.stat().st_mode & 0o222
    assert not copy.exists()


def test_a_sheet_can_be_seen_before_it_is_read(office, june):
    (preview,) = office.preview([june])
    cells = office.sheet_cells(preview, preview.reading.sheets[0].name)
    assert (1, 1, "14. Hàng hóa xuất khẩu") in cells.cells


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"code": "NO_SUCH"}, "decision_code_unknown"),
        ({"code": "NEW: -"}, "decision_code_unknown"),
        ({"code": "UNKNOWN"}, "decision_code_unknown"),
        ({"flow": "sideways"}, "decision_flow_unknown"),
        ({"label": " … "}, "decision_without_name"),
        ({"label": "Thuỷ sản", "code": "RICE"}, "name_in_catalogue"),
        ({"kind": NameKind.MARKET, "code": "COFFEE"}, "decision_code_unknown"),
        ({"kind": NameKind.MARKET, "label": "Mỹ", "code": "GB"}, "name_in_catalogue"),
        ({"kind": NameKind.PROVINCE, "code": "Atlantis"}, "decision_code_unknown"),
        ({"flow": "", "label": "Gạo", "code": LEAVE_OUT}, "name_in_catalogue"),
    ],
)
def test_what_cannot_be_decided_is_refused_and_nothing_is_kept(office, change, code):
    (finding,) = refusal(office.decide, [SAM, replace(SAM, **change)])
    assert finding.code == code
    assert office.decisions() == []


def test_a_decision_is_kept_tidy(office):
    office.decide([replace(SAM, label="  Sâm\u00a0Ngọc  Linh", code="NEW: Sâm  Ngọc Linh ")])
    (kept,) = office.decisions()
    assert (kept.label, kept.code) == (SAM.label, SAM.code)
    assert (kept.decided_at, kept.decided_by) == ("2025-09-12T09:00:00+00:00", "Lan")


_TEXT = st.text("aáăâbđsmơưỳ ,;\"'\nÂ-", min_size=1, max_size=10)
_MADE = st.builds(
    NameDecision,
    st.sampled_from(["GSO", "SỞ CÔNG THƯƠNG", 'a"b,c', "=A1"]),
    st.sampled_from([NameKind.ITEM, NameKind.MARKET]),
    st.just(""),
    st.builds(
        lambda begun, t: " ".join(f"{begun}Qx {t}".split()),
        st.sampled_from(["", "- ", "=", "'=", "''+"]),
        _TEXT,
    ),
    st.one_of(st.just(LEAVE_OUT), _TEXT.map(lambda t: " ".join(f"NEW:Q {t}".split()))),
    st.just("2025-09-12T09:00:00+00:00"),
    st.sampled_from(["Lan", "Nguyễn, Văn A"]),
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_MADE, max_size=5))
def test_decisions_come_out_of_a_file_as_they_went_in(tmp_path, made):
    path = tmp_path / "tên gọi.csv"
    write_decisions(path, made)
    assert read_decisions(path) == made
    text = path.read_text(encoding="utf-8-sig")
    assert tuple(next(csv.reader(io.StringIO(text)))) == COLUMNS


def test_another_office_takes_the_decisions_over(office, tmp_path):
    office.decide([SAM, replace(SAM, label="Dầu thô nặng", code="CRUDE")])
    path = office.export_decisions(tmp_path / "names.csv")
    with Office(tmp_path / "b.sqlite3", clock=lambda: NOW.replace(year=2026), user="Minh") as other:
        assert other.import_decisions(path) == 2
        assert other.decisions() == office.decisions()
        assert other.import_decisions(path) == 0
    assert "Sâm Ngọc Linh" in path.read_text(encoding="utf-8-sig")


def test_a_file_with_faults_is_told_line_by_line_and_not_taken_over(office, tmp_path):
    path = tmp_path / "names.csv"
    path.write_text(
        "sender,kind,flow,label,code,decided_at\n"
        "GSO,item,export,Sâm,NEW:Sâm,\n"
        "GSO,item,export,Sâm Lào,COFEE,\n"
        "GSO,thing,,X,Y,\n"
        "GSO,item,up,X,COFFEE,\n"
        "GSO,item,,,COFFEE,\n"
        "GSO,market,,Mỹ,GB,\n"
        "GSO,item,,Sâm Úc,NEW:Sâm Úc,yesterday\n"
        "GSO,item,,Sâm Úc,NEW:Sâm Úc,,one,too many\n",
        encoding="utf-8",
    )
    findings = refusal(office.import_decisions, path)
    assert [(f.cell, f.code) for f in findings] == [
        ("3", "line_code_unknown"), ("4", "line_kind_unknown"), ("5", "line_flow_unknown"),
        ("6", "line_without_name"), ("7", "line_name_in_catalogue"), ("8", "line_moment_broken"),
        ("9", "line_broken"),
    ]  # fmt: skip
    assert office.decisions() == []


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "not_decisions"),
        (b"name;code\nx;y\n", "not_decisions"),
        ("sender,kind,label,code\nGSO,item,Sâm,-\n".encode("utf-16"), "not_utf8"),
        (b'sender,kind,label,code\nGSO,item,"x,-\n', "line_broken"),
        (b"\0" * (17 << 20), "text_too_long"),
    ],
)
def test_a_file_of_another_kind_is_refused(office, tmp_path, content, code):
    path = tmp_path / "names.csv"
    path.write_bytes(content)
    (finding,) = refusal(office.import_decisions, path)
    assert finding.code == code
    assert refusal(office.import_decisions, tmp_path / "gone.csv")[0].code == "no_such_file"


def test_a_spreadsheets_spelling_of_a_moment_is_understood(tmp_path):
    path = tmp_path / "names.csv"
    path.write_text(
        "sender,kind,label,code,decided_at\r\nGSO,item,Sâm,-,2025-09-12 16:00:00+07:00\r\n",
        encoding="utf-8-sig",
    )
    assert read_decisions(path)[0].decided_at == "2025-09-12T09:00:00+00:00"


def test_no_file_takes_the_archives_place(office):
    (finding,) = refusal(office.export_decisions, office.location)
    assert finding.code == "would_overwrite_archive"


def test_a_layout_goes_from_office_to_office(office, tmp_path):
    kept = office.learn(LAYOUT)
    path = office.export_layout(kept.number, tmp_path / "cảng.json")
    with Office(tmp_path / "b.sqlite3", clock=lambda: NOW, user="Minh") as other:
        taken = other.import_layout(path)
        assert other.layouts() == [taken]
        assert replace(taken, number=kept.number) == kept
        other.forget_layout(taken.number)
        assert other.layouts() == []
    assert refusal(office.export_layout, 99, path)[0].code == "no_such_layout"
    path.write_text('{"format": "something else"}', encoding="utf-8")
    assert refusal(office.import_layout, path)[0].code == "not_a_layout"
    office.forget_layout(kept.number)


@pytest.mark.parametrize(
    ("old", "new", "code", "found"),
    [
        ("layout 1", "layout 2", "layout_newer", ""),
        ('"flow": ""', '"flow": "exprt"', "layout_file_wrong", "exprt"),
        ('"heading_first"', '"heading_frst"', "layout_file_wrong", "heading_frst"),
        ('"sheet"', "", "layout_damaged", "7"),
    ],
)
def test_a_layout_that_says_what_means_nothing_is_not_taken_over(
    office, tmp_path, old, new, code, found
):
    path = office.export_layout(office.learn(LAYOUT).number, tmp_path / "port.json")
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with Office(tmp_path / "b.sqlite3", clock=lambda: NOW, user="Minh") as other:
        (finding,) = refusal(other.import_layout, path)
        assert (finding.code, finding.found, finding.about) == (code, found, "port.json")
        assert other.layouts() == []
