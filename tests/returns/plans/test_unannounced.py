"""A table that nothing announces is proposed and asked about; other lists are none of ours."""

from __future__ import annotations

from dataclasses import replace

from desktop.figures.directions import NOTHING_LEARNED, Directions
from desktop.figures.reading import Ask
from desktop.returns import read_return
from tests.returns.made import codes
from tests.returns.plans.foreign import filled

GOODS = (("Hàng thủy sản", 820.5, 4500.2), ("Gạo", 388.0, 2300.1), ("Cà phê", 402.1, 5400.9),
         ("Hàng rau quả", 512.3, 3100.1))  # fmt: skip
HEADS = ("Mặt hàng", "Tháng 6/2025", "6 tháng 2025")


def asked(reading):
    return {q.ask for q in reading.questions if q.needed}


def read_by(path, *plans):
    return read_return(path, NOTHING_LEARNED, Directions(plans=plans))


def test_goods_beside_figures_are_proposed_and_what_is_unsaid_is_asked(workbook):
    path = workbook({"Sheet1": filled((HEADS, *GOODS))})
    reading = read_return(path)
    assert (reading.rows, codes(reading), asked(reading)) == ((), ["unknown_layout"], {Ask.LAYOUT})
    (plan,) = reading.tables
    confirmed = read_by(path, plan)
    assert (confirmed.rows, asked(confirmed)) == ((), {Ask.FLOW})
    exports = replace(plan, flow="export")
    assert asked(read_by(path, exports)) == {Ask.UNIT}
    whole = read_by(path, replace(exports, unit="1000000 USD"))
    assert [(r.cell, r.item, r.basis, r.value) for r in whole.rows[:2]] == [
        ("B2", "SEAFOOD", "month", 820_500_000_000),
        ("C2", "SEAFOOD", "cumulative", 4_500_200_000_000),
    ]  # fmt: skip
    assert (len(whole.rows), asked(whole)) == (8, set())


def test_the_name_of_the_file_proposes_which_way_goods_go(workbook):
    path = workbook({"Sheet1": filled((HEADS, *GOODS))}, "nk_062025.xlsx")
    assert [plan.flow for plan in read_return(path).tables] == ["import"]


def test_months_that_nothing_says_are_asked_for(workbook):
    path = workbook({"Sheet1": filled((("Mặt hàng", "Trị giá"), *(row[:2] for row in GOODS)))})
    (plan,) = read_return(path).tables
    told = read_by(path, replace(plan, flow="export", unit="1000000 USD"))
    assert (told.rows, asked(told)) == ((), {Ask.MONTH})
    again = read_by(path, replace(plan, flow="export", unit="1000000 USD", month="2025-06"))
    assert [(r.cell, r.item, r.basis) for r in again.rows[:1]] == [("B2", "SEAFOOD", "month")]


def test_other_lists_and_what_a_line_announces_are_no_tables_of_ours(workbook):
    people = (("Họ tên", "Lương"), ("An", 12.5), ("Bình", 11.5), ("Chi", 10.5), ("Dung", 9.5))
    assert codes(read_return(workbook({"S": filled(people)}))) == ["no_table"]
    prices = (("Sản lượng một số sản phẩm nông nghiệp",), HEADS, *GOODS)
    assert codes(read_return(workbook({"S": filled(prices)}))) == ["no_table"]
