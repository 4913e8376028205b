"""Numbers that stand as text: read where their writing is known, never guessed."""

import pickle
from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.in_print import printed_number
from desktop.returns import read_return
from desktop.returns.text_numbers import (
    AmbiguousNumberError,
    LeadingZerosError,
    Writing,
    is_blank_mark,
    looks_numeric,
    parse,
    writing_of,
)
from tests.returns.plans.foreign import filled

amounts = st.decimals(
    min_value=-(10**12), max_value=10**12, places=2, allow_nan=False, allow_infinity=False
)


def written(amount: Decimal, writing: Writing) -> str:
    text = f"{amount:,.2f}"
    if writing is Writing.DOT_THOUSANDS:
        return text.translate(str.maketrans(",.", ".,"))
    return text


@given(amounts, st.sampled_from([Writing.DOT_THOUSANDS, Writing.COMMA_THOUSANDS]))
def test_what_is_written_is_read_back(amount, writing):
    text = written(amount, writing)
    assert looks_numeric(text)
    assert writing_of([text]) is writing
    assert parse(text, writing) == amount
    assert parse(text, Writing.UNDECIDED) == amount


@given(st.integers(1, 999), st.integers(0, 999))
def test_one_group_of_three_may_be_two_numbers(whole, group):
    for text in (f"{whole}.{group:03d}", f"{whole},{group:03d}"):
        assert writing_of([text]) is Writing.UNDECIDED
        with pytest.raises(AmbiguousNumberError):
            parse(text, Writing.UNDECIDED)
    assert parse(f"{whole}.{group:03d}", Writing.DOT_THOUSANDS) == whole * 1000 + group
    assert parse(f"{whole},{group:03d}", Writing.DOT_THOUSANDS) == whole + Decimal(group) / 1000


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("107,2", "107.2"),
        ("−23,4", "-23.4"),
        ("1.234.567", "1234567"),
        ("12 345,6", "12345.6"),
        ("0.125", "0.125"),
        ("2025", "2025"),
        ("14,4%", "14.4"),
        ("(123)", "-123"),
        ("(1.234,5)", "-1234.5"),
        ("( 12,5% )", "-12.5"),
        ("123-", "-123"),
        ("23,4 –", "-23.4"),
        ("12'345", "12345"),
        ("12’345,6", "12345.6"),
        ("12\u2009345", "12345"),
        ("1\u202f234\u202f567.8", "1234567.8"),
        ("12\u00a0345", "12345"),
        ("\uff11\uff12\uff0c\uff15", "12.5"),
        ("\uff0d\uff17", "-7"),
        ("107,2*", "107.2"),
        ("107,2 (**)", "107.2"),
        ("(107,2)*", "-107.2"),
        ("107,2(1)", "107.2"),
        ("1.234,5 1)", "1234.5"),
        ("1.234,5 (a)", "1234.5"),
        ("1.234,5\u00b9", "1234.5"),
        ("14,4%\u207d\u00b2\u207e", "14.4"),
        ("5\u00b2", "5"),
        ("1,234.5 p", "1234.5"),
        ("2.345.678e", "2345678"),
    ],
)
def test_writings_seen_in_returns(text, amount):
    assert parse(text, Writing.UNDECIDED) == Decimal(amount)


@pytest.mark.parametrize(
    "text",
    [
        "", "abc", "1.2.3", "12,34,5", "1.234,567.8", "N/A", "1e5", "--5", "(1)", "(-12)", "-(12)",
        "-12-", "(12", "12)", "12'", "1'234 567", "2024-2025", "12****", "12 34", "1/2",
    ],
)  # fmt: skip
def test_what_is_no_number_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - the text is the message
        parse(text, Writing.DOT_THOUSANDS)


@pytest.mark.parametrize(
    "text", ["00123", "-007", "01", "0 123", "01,5", "0.123.456", "\uff10\uff11", "(0012)", "00"]
)
def test_leading_zeros_make_a_code(text):
    with pytest.raises(LeadingZerosError):
        parse(text, Writing.UNDECIDED)


@given(amounts, st.sampled_from(Writing), st.sampled_from([*"' ", "\u2009", "\u202f", "\u00a0"]))
def test_every_sign_of_a_negative_and_of_thousands_reads_alike(amount, column, blank):
    text = f"{abs(amount):,.2f}".replace(",", blank)
    for negative in (f"-{text}", f"({text})", f"{text}-", f"{text}- *"):
        assert parse(negative, column) == -abs(amount)


def test_contrary_evidence_decides_nothing_but_each_clear_text_is_read_by_its_own_form():
    texts = ["1.234,5", "1.234", "1,234.5"]
    for order in (texts, texts[::-1]):
        assert writing_of(order) is Writing.UNDECIDED
    assert writing_of([*texts[:2], "2.345,6"]) is Writing.DOT_THOUSANDS
    for column in Writing:
        assert {parse(text, column) for text in texts[::2]} == {Decimal("1234.5")}


@pytest.mark.parametrize(
    "text",
    ["(1)", "(12)", "2025*", "(2025)", "2025(*)", "2025-", "2025 (1)", "2025\u00b9", "2025p", "1'"],
)
def test_headings_are_not_taken_for_figures(text):
    assert not looks_numeric(text)


def test_marks_of_nothing():
    assert all(map(is_blank_mark, ["-", "–", "…", "...", "x"]))
    assert not any(map(is_blank_mark, ["0", "-5", "abc"]))


@given(st.text(max_size=20), st.sampled_from(Writing))
def test_any_text_gives_a_number_or_says_it_is_none(text, writing):
    with suppress(ValueError):
        assert parse(text, writing).is_finite()


@pytest.mark.parametrize(
    ("text", "number"),
    [("tăng 11,1%", "11.1"), ("Giảm 3,2 %", "-3.2"), ("up 4.5%", "4.5"), ("down 0.7%", "-0.7")],
)
def test_a_change_in_per_cent_says_its_sign_in_words(text, number):
    assert looks_numeric(text)
    assert parse(text, Writing.UNDECIDED) == Decimal(number)


@pytest.mark.parametrize("text", ["tăng 11,1", "Tăng trưởng 5%", "giảm", "tăng từ 3% lên 5%"])
def test_words_beside_a_number_are_no_sign_without_per_cent(text):
    assert not looks_numeric(text)


def test_a_text_of_thousands_passes_for_no_decimal(workbook):
    """904.729 as text means 904 729, as a number 904.729: only the second is a number printed."""
    head = (("Xuất khẩu hàng hóa tháng 6 năm 2025", None, "USD"), ("Mặt hàng", "Tháng 6"))
    goods = (("Cà phê", "820.114.507"), ("Gạo", "904.729"), ("Cao su", 904.729))
    reading = read_return(workbook({"XK": filled((*head, *goods))}))
    rows = {row.cell: row for row in pickle.loads(pickle.dumps(reading)).rows}
    assert [rows[cell].value for cell in ("B4", "B5")] == [904_729_000, 904_729]
    assert [rows[cell].printed for cell in ("B4", "B5")] == ["904.729", "904.729"]
    assert printed_number(rows["B4"]) is None
    assert printed_number(rows["B5"]) == Decimal("904.729")
