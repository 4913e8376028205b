"""Layouts that were taught: the next file of the sender is read without a question."""

from dataclasses import replace

import pytest

from desktop.figures.directions import Directions, Knowledge, LearnedLayout
from desktop.figures.places import sample
from desktop.returns import lasting, read_return
from desktop.returns.plans.learned import key
from tests.returns.plans import foreign
from tests.returns.plans.foreign import filled

MARCH = ("2025년 3월", 58200.5, 3.1, 53200.1, 2.3, 5000.4)


def taught(path, sender="KR", *, confirmed=True):
    reading = read_return(path)
    if confirmed:
        reading = read_return(path, directions=Directions(plans=reading.tables))
        assert reading.rows
    layout = LearnedLayout("customs of Korea", sender, tuple(map(lasting, reading.tables)))
    return Knowledge(layouts=(layout,))


@pytest.fixture
def korea(workbook):
    return taught(workbook({"수출입": filled(foreign.KOREA)}, "2025-02.xlsx"))


def test_a_row_more_another_sheet_name_and_rows_above_need_no_question(korea, workbook):
    rows = ((), *foreign.KOREA[:-1], MARCH, ("1~3월 누계", 159701.5, -2.0, 152300.3, -1.4, 7401.2))
    reading = read_return(workbook({"Sheet 9": filled(rows)}, "2025-03.xlsx"), korea)
    assert (reading.layout, reading.sender, reading.questions) == ("customs of Korea", "KR", ())
    assert [(r.cell, r.value) for r in reading.rows if r.cell in {"B8", "F9"}] == [
        ("B8", 58_200_500_000_000), ("F9", 7_401_200_000_000),
    ]  # fmt: skip
    assert str(reading.month) == "2025-03"


def test_columns_are_found_by_their_headings_wherever_they_moved(korea, workbook):
    rows = [
        (*row[:1], "비고" if at == 2 else None, *row[1:]) for at, row in enumerate(foreign.KOREA)
    ]
    reading = read_return(workbook({"S": filled(rows)}), korea)
    assert reading.questions == ()
    before = read_return(workbook({"S": filled(foreign.KOREA)}), korea)
    assert [r[:12] for r in reading.rows] == [r[:12] for r in before.rows]
    assert reading.rows[0].cell == "C5"


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param((1, (None,) * 5 + ("(단위: 천달러, %)",)), id="another unit"),
        pytest.param((0, ("외국인 투자",)), id="another title"),
        pytest.param((2, ("기간", "수출", None, "재수출")), id="another heading"),
    ],
)
def test_what_is_printed_otherwise_is_asked_about_again(korea, workbook, changed):
    rows = list(foreign.KOREA)
    rows[changed[0]] = changed[1]
    reading = read_return(workbook({"S": filled(rows)}), korea)
    assert reading.rows == ()


def test_another_country_with_the_same_headings_is_not_read_as_this_one(workbook):
    rows = (("Trade of Malaysia, US$ million",), ("Month", "Exports", "Imports"),
            ("Jan 2025", 1.5, 2.5), ("Feb 2025", 1.6, 2.6))  # fmt: skip
    known = taught(workbook({"S": filled(rows)}), "MY")
    other = (("Trade of Singapore, US$ million",), *rows[1:])
    assert read_return(workbook({"S": filled(other)}), known).rows == ()


@pytest.mark.parametrize("name", ["02-So-lieu-T5.2025.xlsx", "02-Bieu-T01.2025.xlsx"])
def test_a_layout_of_our_own_office_that_was_taught_reads_what_the_engine_reads(name):
    known = taught(sample("gso", "02-Bieu-T6.2025.xlsx"), "GSO", confirmed=False)
    reading = read_return(sample("gso", name), known)
    assert set(reading.rows) == set(read_return(sample("gso", name)).rows)
    assert reading.questions == ()


def test_what_was_corrected_is_carried_on(workbook):
    rows = (("Trade of Malaysia, US$ million",), ("Month", "Gross", "Imports"),
            ("Jan 2025", 1.5, 2.5), ("Feb 2025", 1.6, 2.6))  # fmt: skip
    path = workbook({"S": filled(rows)})
    (plan,) = read_return(path).tables
    columns = tuple(replace(c, flow="export") if c.letter == "B" else c for c in plan.columns)
    plan = replace(plan, columns=columns)
    known = Knowledge(layouts=(LearnedLayout("L", "MY", (lasting(plan),)),))
    later = (*rows, ("Mar 2025", 1.7, 2.7))
    reading = read_return(workbook({"S": filled(later)}, "later.xlsx"), known)
    assert [(r.flow, r.cell) for r in reading.rows if r.cell.endswith("5")] == [
        ("export", "B5"), ("import", "C5"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sơ bộ tháng 6 năm 2025 Trị giá", "Ước tính tháng 7 năm 2025 Trị giá"),
        ("Exports Jan 2025", "Exports February 2026"),
        ("114年1-8月 出口", "115年1-2月 出口"),
    ],
)
def test_titles_and_headings_are_one_but_for_numbers_dates_and_firmness(one, other):
    assert key(one) == key(other) != ""


def test_exports_are_not_imports():
    assert key("Exports Jan 2025") != key("Imports Jan 2025")


BLOCS = (
    ("Exports of Malaysia by country, US$ million",), ("Country", "Jan 2025", "Feb 2025"),
    ("Total", 100.5, 101.5), ("ASEAN", 40.5, 41.5), ("China", 30.5, 31.5), ("Japan", 20.5, 21.5),
)  # fmt: skip


def left_out(path, *rows):
    (plan,) = read_return(path).tables
    (told,) = read_return(path, directions=Directions((replace(plan, left_out_rows=rows),))).tables
    return told


def test_rows_that_were_left_out_are_left_out_wherever_they_stand(workbook):
    plan = left_out(workbook({"S": filled(BLOCS)}), 4)
    assert plan.left_out_names == ("asean",)
    known = Knowledge(layouts=(LearnedLayout("L", "MY", (lasting(plan),)),))
    later = (*BLOCS[:1], ("Country", "Feb 2025", "Mar 2025"), BLOCS[4], *BLOCS[2:4], BLOCS[5])
    reading = read_return(workbook({"S": filled(later)}, "later.xlsx"), known)
    assert (reading.layout, reading.questions) == ("L", ())
    assert [r.market for r in reading.rows if r.cell[0] == "C"] == ["CN", "WORLD", "JP"]
    (plan,) = reading.tables
    assert (plan.left_out_rows, plan.left_out_names) == ((5,), ("asean",))
    gone = read_return(workbook({"S": filled((*later[:4], later[5]))}, "gone.xlsx"), known)
    assert gone.tables[0].left_out_names == ("asean",)
    back = Directions((replace(plan, left_out_rows=()),))
    assert read_return(workbook({"S": filled(later)}), known, back).tables[0].left_out_names == ()


def test_a_row_is_not_known_by_a_name_that_others_have(workbook):
    path = workbook({"S": filled((*BLOCS, ("Europe", 5.5, 6.5), ("ASEAN", 1.5, 2.5)))})
    assert left_out(path, 4).left_out_names == ()
    assert left_out(path, 4, 8).left_out_names == ("asean",)
