"""Shares as they are typed or pasted, and days of Tết by month."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.figures.finding import Refused
from desktop.figures.finding_texts import sentence
from desktop.figures.share_typing import holiday_days, numbers, scaled, shares, written
from desktop.figures.wording import language

TWELVE = "7,6\t6,4\t8,6\t8,1\t8,2\t8,4\t8,5\t9,2\t8,5\t8,9\t8,8\t8,8"


def code(call, *given):
    with pytest.raises(Refused) as refused:
        call(*given)
    return refused.value.findings[0].code


@pytest.mark.parametrize(
    "text", [TWELVE, TWELVE.replace("\t", "\r\n"), TWELVE.replace(",", "."),
             TWELVE.replace("\t", "%; ") + " %", TWELVE.replace("\t", " | ")],
)  # fmt: skip
def test_a_row_or_a_column_of_a_sheet_is_read_in_either_notation(text):
    read = shares(numbers(text, 12))
    assert (read[0], sum(read)) == (Fraction(76, 1000), 1)


def test_fractions_are_read_too():
    assert shares(numbers("0.25 0.75", 2)) == (Fraction(1, 4), Fraction(3, 4))


@pytest.mark.parametrize(
    ("text", "found"), [("8 x 9", "share_not_a_number"), ("8 9", "shares_miscounted"),
                        ("8,1,6 9 1", "share_not_a_number"), ("-8 9 99", "share_not_a_number")],
)  # fmt: skip
def test_what_are_no_three_numbers_is_refused(text, found):
    assert code(numbers, text, 3) == found


def test_what_does_not_sum_to_a_hundred_is_refused_or_scaled_when_asked():
    given_ = numbers("30 30 30", 3)
    assert code(shares, given_) == "shares_not_whole"
    with pytest.raises(Refused) as refused:
        shares(numbers("30 30 39,8", 3))
    assert "99,8" in sentence(refused.value.findings[0], language("vi"))
    assert scaled(given_) == (Fraction(1, 3),) * 3
    assert code(scaled, numbers("0 0", 2)) == "shares_not_whole"


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=12).filter(any))
def test_scaled_shares_sum_to_exactly_one(amounts):
    assert sum(scaled([Fraction(a) for a in amounts])) == 1


def test_days_of_tet_are_read_by_month():
    assert holiday_days("2:4, 1:5") == ((1, 5), (2, 4))
    for text in ("", "1-5", "1:5 1:3"):
        assert code(holiday_days, text) == "holiday_days_unread"


@pytest.mark.parametrize(
    ("text", "found"),
    [("3:1", "holiday_month_without_tet"), ("13:2", "holiday_month_without_tet"),
     ("1:5 3:1", "holiday_month_without_tet"), ("1:40", "holiday_days_too_many"),
     ("1:10 2:10", "holiday_days_too_many"), ("1:0", "holiday_days_too_many")],
)  # fmt: skip
def test_days_that_tet_cannot_take_are_refused(text, found):
    assert code(holiday_days, text) == found


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=12).filter(any), st.integers(0, 4))
def test_written_shares_add_up_to_what_is_written_to_date(amounts, decimals):
    exact = scaled([Fraction(a) for a in amounts])
    cells = [Decimal(text) for text in written(exact, language("en"), decimals)]
    assert sum(cells) == 100
    so_far = Decimal(0)
    for cell, share, to_date in zip(cells, exact, accumulate(exact), strict=True):
        so_far += cell
        assert so_far == Decimal(written([to_date], language("en"), decimals)[0])
        assert abs(Fraction(cell) - share * 100) < Fraction(1, 10**decimals)
