"""Half-months: how they are named, what a table about one says, and what must add up."""

from collections.abc import Iterable

import pytest

from desktop.figures.figure import FigureRow
from desktop.figures.month import Month
from desktop.figures.period import Basis
from desktop.returns import read_return
from desktop.returns.file_names import name_says
from desktop.returns.headings import read
from desktop.returns.reconcile_halves import half_checks
from desktop.returns.spans import Span
from tests.returns.made import codes, customs_sheet
from tests.returns.plans.foreign import filled

JUNE = Month(2025, 6)
ROWS = ((1, "ĐỨC", "USD", None, 900_000, None, 5_000_000),)


@pytest.mark.parametrize(
    ("text", "span", "number"),
    [
        ("Kỳ 1 tháng 6", Span.FIRST_HALF, 6),
        ("Kỳ 02 tháng 06 năm 2025", Span.SECOND_HALF, 6),
        ("Kỳ I", Span.FIRST_HALF, 0),
        ("kỳ 2 (từ ngày 16/6 đến ngày 30/6/2025)", Span.SECOND_HALF, 6),
        ("KỲ 1 THÁNG 6 NĂM 2025 (từ ngày 01/06/2025 đến ngày 15/06/2025)", Span.FIRST_HALF, 6),
        ("từ 01/6 đến 15/6", Span.FIRST_HALF, 6),
        ("từ ngày 1 đến ngày 15 tháng 6", Span.FIRST_HALF, 6),
        ("Từ ngày 16 đến hết ngày 28/02/2025", Span.SECOND_HALF, 2),
        ("nửa đầu tháng", Span.FIRST_HALF, 0),
        ("K1-T6/2025", Span.FIRST_HALF, 6),
        ("First half of June", Span.FIRST_HALF, 6),
        ("Second half of the month", Span.SECOND_HALF, 0),
        ("1-15 Sept", Span.FIRST_HALF, 9),
        ("16-30 June 2025", Span.SECOND_HALF, 6),
        ("June 1-15, 2025", Span.FIRST_HALF, 6),
        ("from 1 January to 15 June", Span.TO_MID, 6),
        ("Từ 01/01/2025 đến 15/06/2025", Span.TO_MID, 6),
        ("Lũy kế từ 01/01 đến 15/01/2025", Span.TO_MID, 1),
        ("Lũy kế đến hết ngày 15/6/2025", Span.TO_MID, 6),
        ("Lũy kế từ đầu năm đến hết 15/6", Span.TO_MID, 6),
        ("Cộng dồn đến hết kỳ 1", Span.TO_MID, 0),
        ("Cumulative to 15 June 2025", Span.TO_MID, 6),
        ("Year to 15 June 2025", Span.TO_MID, 6),
        ("Lũy kế đến hết kỳ 2 tháng 6", Span.TO_DATE, 6),
        ("từ ngày 01/01 đến ngày 30/6/2025", Span.TO_DATE, 6),
        ("Số trong kỳ báo cáo", Span.REPORTED, 0),
        ("In the period Value", Span.REPORTED, 0),
        ("Lũy kế đến hết kỳ báo cáo", Span.TO_DATE, 0),
    ],
)
def test_headings(text, span, number):
    heading = read(text)
    assert (heading.span, heading.number, heading.left_out) == (span, number, "")


@pytest.mark.parametrize(
    "text",
    [
        "Số liệu cập nhật đến ngày 31/01/2025", "Tháng 12-2003", "First half of 2025",
        "6 tháng cuối năm 2025", "20/6 - 25/6", "So với kỳ 1 tháng 5 (%)", "9 tháng năm 2024",
        "Ước tính 6 tháng đầu năm 2025", "Quý I năm 2025",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_half_month(text):
    assert read(text).span not in {Span.FIRST_HALF, Span.SECOND_HALF, Span.TO_MID}


@pytest.fixture
def about(workbook):
    """Read a customs table about a period, under two headings; each column's meaning or reason."""

    def columns(month: str, first: str, second: str) -> list[str]:
        def fill(sheet):
            customs_sheet(sheet, ROWS, month=month)
            sheet["D6"], sheet["F6"] = first, second

        seen = read_return(workbook({"5X": fill})).sheets[0].columns
        return [c.why or c.meaning.split(" · ")[1] for c in seen if c.letter in "EG"]

    return columns


def test_to_date_ends_with_the_half_that_the_table_is_about(about):
    first, second = "Kỳ 1 tháng 6 năm 2025", "Kỳ 2 tháng 6 năm 2025"
    assert about(first, "Trong kỳ", "Lũy kế") == ["half_month_1", "cumulative_half_month"]
    assert about(second, "Trong kỳ", "Lũy kế") == ["half_month_2", "cumulative"]


@pytest.mark.parametrize("within", ["Cộng dồn trong tháng", "Lũy kế từ đầu tháng", "Month to date"])
def test_what_is_cumulative_within_the_month_is_no_year_to_date(about, within):
    assert about("Kỳ 2 tháng 6 năm 2025", "Trong kỳ", within) == ["half_month_2", "month"]
    assert about("Kỳ 1 tháng 6 năm 2025", within, "Lũy kế") == [
        "half_month_1", "cumulative_half_month",
    ]  # fmt: skip


@pytest.mark.parametrize(("half", "meant"), [
    ("First half of June 2025", ["half_month_1", "cumulative_half_month"]),
    ("Second half of June 2025", ["half_month_2", "cumulative"]),
])  # fmt: skip
def test_an_english_edition_says_the_period_in_its_own_words(about, half, meant):
    assert about(half, "In the period", "Accumulated to the end of the period") == meant


def test_in_the_first_half_no_column_can_be_the_whole_months(about):
    title = "Kỳ 1 tháng 6 năm 2025"
    assert about(title, "Trong tháng", "Lũy kế 6 tháng") == ["half_month", "half_month"]
    assert about(title, "Kỳ 1", "Lũy kế 5 tháng") == ["half_month_1", "cumulative"]


def test_a_half_beside_its_month_is_kept_apart_from_it(about):
    assert about("Tháng 6 năm 2025", "Kỳ 2 tháng 6", "Tháng 6") == ["half_month_2", "month"]


@pytest.mark.parametrize(
    ("name", "bases", "expected"),
    [
        ("2025-T06K1-1X(VN-SB).xlsx", {"half_month_1"}, []),
        ("2025-T06K1-1X(VN-SB).xlsx", {"half_month_2", "cumulative"}, ["name_says_half_month"]),
        ("2025-T06K2-1X.xlsx", {"half_month_2"}, []),
        ("2025-T05K1-1X.xlsx", {"half_month_1"}, ["name_says_other_month"]),
        ("2025-T06T-5X.xlsx", {"month"}, []),
        ("bieu K10.xlsx", {"month"}, []),
        ("TK1.xlsx", {"month"}, []),
    ],
)
def test_a_name_only_warns(name, bases, expected):
    assert [f.code for f in name_says(name, JUNE, bases)] == expected


def test_the_days_of_the_half_are_not_the_day_it_was_published(workbook):
    title = "Kỳ 2 tháng 6 năm 2025 (từ ngày 16/06/2025 đến ngày 30/06/2025)"
    reading = read_return(workbook({"5X": lambda sheet: customs_sheet(sheet, ROWS, month=title)}))
    assert str(reading.reported_on) == "2025-07-10"
    assert codes(reading) == []


def rows(*told: tuple[Basis, int, int, int]) -> Iterable[FigureRow]:
    for basis, first, last, million in told:
        start, end = (Month(2025, n).ordinal for n in (first, last))
        yield FigureRow(
            "export", "value", "TOTAL", "WORLD", "ALL", "", "USD", basis.value, start, end,
            "preliminary", million * 10**9, "1X", f"A{len(basis)}", str(million), "Tổng",
        )  # fmt: skip


@pytest.mark.parametrize(("month", "agrees"), [(36, True), (37, False)])
def test_two_halves_are_the_month(month, agrees):
    told = rows(
        (Basis.FIRST_HALF_MONTH, 6, 6, 17), (Basis.SECOND_HALF_MONTH, 6, 6, 19),
        (Basis.MONTH, 6, 6, month),
    )  # fmt: skip
    assert [(c.code, c.agrees) for c in half_checks(told)] == [("halves_sum", agrees)]


def test_the_halves_continue_the_year_to_date():
    told = rows(
        (Basis.CUMULATIVE, 1, 5, 100), (Basis.FIRST_HALF_MONTH, 6, 6, 17),
        (Basis.TO_MID_MONTH, 1, 6, 117), (Basis.SECOND_HALF_MONTH, 6, 6, 19),
        (Basis.CUMULATIVE, 1, 6, 135),
    )  # fmt: skip
    assert {c.code: c.agrees for c in half_checks(told)} == {
        "to_mid_sum": True, "from_mid_sum": False,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("title", "line", "first", "second", "meant"),
    [
        ("tháng 6 năm 2025", "", "Kỳ 1 tháng 6", "Lũy kế", "B mid"),
        ("từ 01/01/2025 đến 15/6/2025", "", "Kỳ 1 tháng 6", "Cộng dồn", "B mid"),
        ("tháng 6 năm 2025", "", "Kỳ 1 tháng 6", "Lũy kế 6 tháng", "B told"),
        ("tháng 6 năm 2025", "(Số liệu tính đến ngày 15/6/2025)", "Tháng 6", "Lũy kế", "told mid"),
        ("tháng 6 năm 2025", "(Cập nhật đến ngày 15/7/2025)", "Tháng 6", "Lũy kế", "B whole"),
        ("tháng 6 năm 2025", "Hà Nội, ngày 15 tháng 6 năm 2025", "Tháng 6", "Lũy kế", "B whole"),
    ],
)
def test_nothing_reaches_to_the_end_of_a_month_whose_half_is_reported(
    workbook, title, line, first, second, meant
):
    rows = [(name, 10.5 + n, 60.5 + n) for n, name in enumerate(("Gạo", "Cà phê", "Cao su"))]
    head = (
        (f"Xuất khẩu hàng hóa {title}",),
        (line, None, "Triệu USD"),
        ("Mặt hàng", first, second),
    )
    reading = read_return(workbook({"XK": filled((*head, *rows))}))
    bases = {row.cell[0]: row.basis for row in reading.rows}
    assert ("B" in bases) is meant.startswith("B")
    assert bases.get("C") == {
        "mid": "cumulative_half_month", "whole": "cumulative", "told": None,
    }[meant.split()[1]]  # fmt: skip
    assert ("column_unread" in codes(reading)) is ("told" in meant)
