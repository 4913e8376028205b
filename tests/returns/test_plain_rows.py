"""Figures made a row at a time are those made cell by cell."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.figures.figure import scaled
from desktop.figures.places import sample
from desktop.figures.series import SCALE
from desktop.returns import read_return
from desktop.returns.cells import LARGEST, shortest
from desktop.returns.plain_rows import thousandths
from desktop.returns.table_rows import TableReader


@given(
    st.floats(-1e12, 1e12) | st.integers(-(10**15), 10**15).map(lambda n: n / 1000),
    st.sampled_from([1, 100, 1_000, 1_000_000, 1_000_000_000]),
)
@example(0.0005, 1)
@example(2.0015, 1)
@example(1000000.0000005, 1_000_000)
@example(99_999_999_999_999.0, 1)
def test_thousandths_are_those_of_the_printed_decimal(value, factor):
    printed = Decimal(shortest(value))
    if abs(printed) * factor <= LARGEST:
        assert thousandths(value, factor * SCALE) == scaled(printed * factor)
    else:
        with pytest.raises(ValueError, match=r"\d"):
            thousandths(value, factor * SCALE)


@pytest.mark.parametrize(
    "book",
    ["gso/02-Bieu-T6.2025.xlsx", "customs/2024-T07T-5X(VN-SB).xlsx",
     "history/XNK-theo-thang-2014-2024.xlsx"],
)  # fmt: skip
def test_a_row_at_once_is_its_cells_one_by_one(monkeypatch, book):
    path = sample(*book.split("/"))
    together = read_return(path)
    monkeypatch.setattr(TableReader, "_at_once", lambda *_: False)
    singly = read_return(path)
    assert together.rows
    assert (together.rows, together.findings) == (singly.rows, singly.findings)
    assert together.checks == singly.checks
