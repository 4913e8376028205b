"""Goods above the first partner of a table by partner: nobody's, and never all partners'."""

from tests.returns.made import codes

RICE = (None, "Gạo", "Tấn", 1_000.0, 500_000.0, 6_000.0, 3_000_000.0)
COFFEE = (None, "Cà phê", "Tấn", 800.0, 700_000.0, 6_500.0, 4_000_000.0)
KOREA = (1, "HÀN QUỐC", "USD", None, 9_000_000.0, None, 50_000_000.0)
TOTAL = (None, "Tổng trị giá", "USD", None, 90_000_000.0, None, 500_000_000.0)


def names(reading):
    return {(r.market, r.item) for r in reading.rows}


def test_goods_before_the_first_partner_are_left_out_and_told(customs):
    reading = customs((RICE, COFFEE, KOREA, RICE))
    assert names(reading) == {("KR", "TOTAL"), ("KR", "RICE")}
    told = [(f.cell, f.found) for f in reading.findings if f.code == "before_any_partner"]
    assert told == [("B8", "Gạo"), ("B9", "Cà phê")]


def test_goods_beneath_the_total_are_those_of_all_partners(customs):
    reading = customs((TOTAL, RICE, KOREA, COFFEE))
    assert names(reading) == {
        ("WORLD", "TOTAL"), ("WORLD", "RICE"), ("KR", "TOTAL"), ("KR", "COFFEE"),
    }  # fmt: skip
    assert "before_any_partner" not in codes(reading)


def test_partners_beneath_unknown_goods_in_capitals_have_no_total_there(customs):
    goods = ((1, "GẠO LẠ", *RICE[2:]), (2, "CÀ PHÊ LẠ", *COFFEE[2:]))
    within = ((None, "Hàn Quốc", *RICE[2:]), (None, "Hoa Kỳ", *COFFEE[2:]))
    reading = customs((goods[0], *within, goods[1], *within))
    assert names(reading) == set()
    assert any(question.needed for question in reading.questions)
