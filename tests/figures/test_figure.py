"""A figure survives its journey as a row; amounts are exact to the thousandth."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.figures.figure import Figure, FigureRow, Status, exact, scaled, unscaled
from desktop.figures.month import Month
from desktop.figures.period import Basis, Period
from desktop.figures.series import Flow, Measure, Ownership, Series, Unit

months = st.builds(Month, st.integers(1990, 2050), st.integers(1, 12))
figures = st.builds(
    Figure,
    st.builds(
        Series,
        st.sampled_from(Flow),
        st.sampled_from(Measure),
        st.text(min_size=1),
        st.text(min_size=1),
        st.sampled_from(Ownership),
    ),
    st.builds(
        lambda m, n, b: Period(m, m + n, b), months, st.integers(0, 11), st.sampled_from(Basis)
    ),
    st.sampled_from(Unit),
    st.integers(-(10**15), 10**15),
    st.sampled_from(Status),
    st.text(),
    st.text(),
    st.text(),
    st.text(),
)


@given(figures)
def test_a_row_tells_all_of_the_figure(figure):
    row, series, period = figure.row(), figure.series, figure.period
    assert isinstance(row, FigureRow)
    assert row[:6] == (
        series.flow, series.measure, series.item, series.market, series.ownership, series.province,
    )  # fmt: skip
    assert row[6:12] == (
        figure.unit, period.basis, period.start.ordinal, period.end.ordinal, figure.status,
        figure.value,
    )  # fmt: skip
    assert row[12:] == (figure.sheet, figure.cell, figure.printed, figure.label)


@given(st.integers(-(10**15), 10**15))
def test_scaling_there_and_back_is_exact(thousandths):
    assert scaled(Decimal(thousandths) / 1000) == thousandths
    assert round(unscaled(thousandths) * 1000) == thousandths


def test_firmness_grows_from_estimate_to_final():
    assert [s.rank for s in Status] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("value", "printed", "whole"),
    [
        (12_271_889, "12.271888888888888", "12271.888888888888"),
        (1_000_000_000, "0.9999999999", "999999.9999"),
        (33_085_291_801_000, "33085.291801", "33085291801"),
        (1_234_567_000, "1.234.567", "1234567"),
        (96_100, "-3.9", "96.1"),
        (0, "0", "0"),
    ],
)
def test_the_printed_digits_are_given_back_in_the_unit(value, printed, whole):
    assert exact(value, printed) == Decimal(whole)
