"""Lists whose rows say their own measure, way of trade, unit or scale."""

from typing import Any

import pytest

from desktop.returns import read_return
from tests.returns.made import codes, put_rows, summary


@pytest.fixture
def read(workbook: Any) -> Any:
    return lambda *rows: read_return(workbook({"Data": lambda sheet: put_rows(sheet, rows)}))


def told(reading: Any) -> list[str]:
    return [f"{summary(row)} {row.flow}" for row in reading.rows]


def test_flow_indicator_and_unit_stand_in_each_row(read: Any) -> None:
    heads = ("Reporter", "Partner", "Flow", "Indicator", "Unit", "Period", "Value")
    reading = read(
        heads,
        ("Viet Nam", "China", "Exports", "Value", "USD thousand", "2024-01", 100.5),
        ("Viet Nam", "China", "Exports", "Net weight", "Tonne", "2024-01", 20.25),
        ("Viet Nam", "China", "Imports", "Value", "USD thousand", "2024-01", 90.5),
    )
    assert told(reading) == [
        "G2 TOTAL CN value month 2024-01 estimate 100500 USD export",
        "G3 TOTAL CN quantity month 2024-01 estimate 20.25 t export",
        "G4 TOTAL CN value month 2024-01 estimate 90500 USD import",
    ]
    assert not codes(reading)


def test_the_indicator_alone_may_say_way_and_unit(read: Any) -> None:
    heads = (
        "Country Name", "Counterpart Country Name", "Indicator Name", "Time Period", "Value",
    )  # fmt: skip
    exports = "Goods, Value of Exports, Free on board (FOB), US Dollars"
    imports = "Goods, Value of Imports, Cost, Insurance, Freight (CIF), US Dollars"
    reading = read(
        heads,
        ("Vietnam", "China, P.R.: Mainland", exports, "2024M1", 100.5e6),
        ("Vietnam", "China, P.R.: Mainland", imports, "2024M1", 120.5e6),
    )
    assert told(reading) == [
        "E2 TOTAL CN value month 2024-01 estimate 1.005e+08 USD export",
        "E3 TOTAL CN value month 2024-01 estimate 1.205e+08 USD import",
    ]
    assert reading.layout == "list_abroad"


@pytest.mark.parametrize("scale", ["Millions", 6])
@pytest.mark.parametrize("head", ["Scale", "Unit Mult"])
def test_a_scale_stands_beside_the_unit(read: Any, scale: object, head: str) -> None:
    reading = read(
        ("Reporter", "Partner", "Indicator", "Unit", head, "Period", "Value"),
        ("Vietnam", "Japan", "Exports, FOB", "US Dollars", scale, "2024M01", 100.5),
        ("Vietnam", "Japan", "Imports, CIF", "US Dollars", scale, "2024M01", 90.5),
    )
    assert told(reading) == [
        "G2 TOTAL JP value month 2024-01 estimate 1.005e+08 USD export",
        "G3 TOTAL JP value month 2024-01 estimate 9.05e+07 USD import",
    ]


def test_what_is_no_plain_trade_in_goods_is_told_row_by_row(read: Any) -> None:
    rows = [
        ("Viet Nam", "World", said, "Million USD", "2024-01", 100.5)
        for said in ("Merchandise exports", "Commercial services exports", "Export volume index",
                     "Exports, seasonally adjusted", "Exports, growth over last year (%)",
                     "Trade balance")
    ]  # fmt: skip
    reading = read(("Reporter", "Partner", "Indicator", "Unit", "Period", "Value"), *rows)
    assert [row.cell for row in reading.rows] == ["F2"]
    unread = [f.cell for f in reading.findings if f.code == "list_row_unread"]
    assert unread == ["C3", "C4", "C5", "C6", "C7"]


def test_quantities_and_values_of_goods_stand_in_rows_of_their_own(read: Any) -> None:
    heads = ("Tháng", "Luồng", "Mặt hàng", "Thị trường", "Chỉ tiêu", "ĐVT", "Giá trị")
    reading = read(
        heads,
        ("01/2024", "Xuất khẩu", "Gạo", "Trung Quốc", "Lượng", "Tấn", 100.0),
        ("01/2024", "Xuất khẩu", "Gạo", "Trung Quốc", "Trị giá", "USD", 2e6),
    )
    assert told(reading) == [
        "G2 RICE CN quantity month 2024-01 estimate 100 t export",
        "G3 RICE CN value month 2024-01 estimate 2e+06 USD export",
    ]


def test_the_unit_of_goods_beside_values_says_no_measure(read: Any) -> None:
    rows = [(f"0{m}/2024", "Gạo", "Trung Quốc", "Tấn", 100.5 + m) for m in (1, 2, 3)]
    heads = ("Tháng", "Mặt hàng", "Thị trường", "ĐVT", "Giá trị")
    reading = read(("Xuất khẩu theo thị trường",), ("Đơn vị: triệu USD",), heads, *rows)
    assert {row.measure for row in reading.rows} <= {"value"}
