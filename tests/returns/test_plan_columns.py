"""Which plans of a provincial form become proposed targets, and what is said of the others."""

import pytest

from desktop.returns import read_return
from tests.returns.made import codes
from tests.returns.plans.foreign import filled

ABOVE = (
    ("SỞ CÔNG THƯƠNG TỈNH CÀ MAU",),
    ("BÁO CÁO KIM NGẠCH XUẤT KHẨU THÁNG 6 NĂM 2025",),
)
MONTH, TO_DATE, PLAN = (110, 88, 6), (600, 480, 30), (1270, 1150, 60)
NAMES = ("Tổng kim ngạch xuất khẩu", "Thủy sản", "Gạo")


@pytest.fixture
def form(workbook):
    """Read a form with the given columns: each a heading, and its numbers from the top."""

    def read(*columns, names=NAMES, unit="Đơn vị tính: Triệu USD", units=()):
        heads = ["Chỉ tiêu", *(["ĐVT"] if units else []), *(head for head, _ in columns)]
        rows = [
            (name, *units[at : at + 1], *(numbers[at] for _, numbers in columns))
            for at, name in enumerate(names)
        ]
        cells = (*ABOVE, (unit,) if unit else (), heads, *rows)
        return read_return(workbook({"Bieu": filled(cells)}))

    return read


def planned(reading):
    """What is proposed: the cell, the item, the year, and millions of US dollars."""
    return [
        (p.cell, p.target.item, p.target.year, round(p.target.low / 1e6, 1))
        for p in reading.proposals
    ]


HELD = (("Ước tháng 6", MONTH), ("Lũy kế 6 tháng", TO_DATE))


@pytest.mark.parametrize(
    "head",
    [
        "Kế hoạch tháng 7", "Kế hoạch quý III/2025", "KH T7/2025", "Kế hoạch 6 tháng",
        "Kế hoạch tăng trưởng năm 2025 (%)", "Mục tiêu tăng năm 2025 so với 2024 (%)",
        "Kế hoạch 5 năm 2021-2025",
    ],
)  # fmt: skip
def test_what_is_no_plan_of_a_year_is_never_proposed_as_one(form, head):
    reading = form(*HELD, (head, (115, 90, 7)))
    assert planned(reading) == []
    assert codes(reading) == ["plan_unread"]


@pytest.mark.parametrize(
    "head", ["Còn lại so với kế hoạch", "Tăng giảm so với KH (%)", "So với KH tháng (%)"]
)
def test_what_lacks_of_a_plan_is_no_share_of_it(form, head):
    assert planned(form(*HELD, (head, (52.8, 58.3, 50)))) == []


def test_the_year_s_plan_counts_beside_that_of_the_month(form):
    reading = form(("KH tháng 6", (108, 85, 6)), ("KH năm", PLAN), *HELD,
                   ("% KH tháng", (101.9, 103.5, 100)), ("% KH năm", (47.2, 41.7, 50)))  # fmt: skip
    assert planned(reading) == [
        ("C5", "TOTAL", 2025, 1270), ("C6", "SEAFOOD", 2025, 1150), ("C7", "RICE", 2025, 60),
    ]  # fmt: skip


def test_plans_of_two_years_are_each_of_their_own(form):
    reading = form(("Kế hoạch năm 2024", (1100, 1000, 50)), ("Kế hoạch năm 2025", PLAN), *HELD)
    assert [p[:3] for p in planned(reading) if p[1] == "TOTAL"] == [
        ("B5", "TOTAL", 2024), ("C5", "TOTAL", 2025),
    ]  # fmt: skip


def test_of_two_plans_of_a_year_the_adjusted_one_counts_and_the_other_is_told(form):
    reading = form(("Kế hoạch năm 2025", PLAN), ("KH 2025 điều chỉnh", (1300, 1150, 60)), *HELD)
    assert planned(reading)[0] == ("C5", "TOTAL", 2025, 1300)
    assert [f.cell for f in reading.findings if f.code == "plan_unread"] == ["B5"]


def test_the_plan_of_a_sector_is_none_of_all_trade(form):
    names = (NAMES[0], "Doanh nghiệp trong nước", "Doanh nghiệp có vốn ĐTNN")
    reading = form(("Kế hoạch năm 2025", (1270, 270, 1000)), *HELD, names=names)
    assert planned(reading) == [("B5", "TOTAL", 2025, 1270)]
    assert [f.cell for f in reading.findings if f.code == "plan_apart"] == ["B6", "B7"]


@pytest.mark.parametrize("unit", ["", "Đơn vị tính: Triệu USD"])
@pytest.mark.parametrize("shares", [False, True])
def test_each_row_s_own_unit_counts_its_plan(form, unit, shares):
    plan = ("Kế hoạch năm 2025", (1270, 120_000, 60_000))
    share = ("So KH năm (%)", (50, 50, 50))
    held = (("Ước tháng 6", (110, 12_000, 6_000)), ("Lũy kế 6 tháng", (635, 60_000, 30_000)))
    columns = (*held, share) if shares else (plan, *held)
    names, own = (NAMES[0], "Gạo", "Hạt điều"), ("Triệu USD", "Tấn", "1.000 USD")
    reading = form(*columns, names=names, units=own, unit=unit)
    assert [p[1:] for p in planned(reading)] == [("TOTAL", 2025, 1270), ("CASHEW", 2025, 60)]
    assert "plan_apart" in codes(reading), "the tonnes of rice are no dollars"


def test_plans_that_stand_as_texts_are_read_as_their_column_is_written(form):
    reading = form(("Kế hoạch năm 2025", ("1.270", "1.150", "60,5")),
                   ("Ước tháng 6", ("110,5", "88", "6")),
                   ("Lũy kế 6 tháng", ("600", "480", "30")))  # fmt: skip
    assert [p[3] for p in planned(reading)] == [1270, 1150, 60.5]


def test_a_plan_that_may_be_read_in_two_ways_is_told(form):
    reading = form(("Kế hoạch năm 2025", ("1.270", "1.150", 60)), *HELD)
    assert planned(reading) == [("B7", "RICE", 2025, 60)]
    assert [f.cell for f in reading.findings if f.code == "ambiguous_number"] == ["B5", "B6"]


def test_a_share_is_of_what_came_and_of_no_forecast(form):
    reading = form(
        *HELD, ("Ước cả năm 2025", (1300, 1200, 65)), ("6 tháng so KH năm (%)", (50,) * 3)
    )
    assert planned(reading)[0] == ("E5", "TOTAL", 2025, 1200)


def test_a_form_without_a_cumulative_proposes_its_plan_all_the_same(form):
    reading = form(("Kế hoạch năm", PLAN), ("Ước tháng 6", MONTH))
    assert planned(reading)[0] == ("B5", "TOTAL", 2025, 1270)


def test_plans_of_both_flows_stand_each_beneath_its_own(workbook):
    heads = (None, "Xuất khẩu", None, None, "Nhập khẩu", None, None)
    under = ("Kế hoạch năm 2025", "Tháng 6", "6 tháng") * 2
    rows = (("Tổng số", 1270, 110, 600, 900, 70, 400), ("Gạo", 60, 6, 30, 12, 1, 5))
    title = ("KIM NGẠCH XUẤT KHẨU, NHẬP KHẨU THÁNG 6 NĂM 2025",)
    cells = (ABOVE[0], title, ("Triệu USD",), ("Chỉ tiêu", *heads[1:]), (None, *under), *rows)
    reading = read_return(workbook({"Bieu": filled(cells)}))
    assert [(p.target.flow, p.target.item, p.target.low / 1e6) for p in reading.proposals] == [
        ("export", "TOTAL", 1270), ("export", "RICE", 60),
        ("import", "TOTAL", 900), ("import", "RICE", 12),
    ]  # fmt: skip
