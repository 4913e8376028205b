"""Rows of figures that no name stands beside: told, never passed over."""

import pytest

from desktop.returns import read_return
from tests.returns.made import codes, put_rows

HEADS = (
    ("Exports by commodity, March 2025",), ("USD million",),
    ("Commodity", "Mar 2025", "Jan-Mar 2025"),
)  # fmt: skip
NAMED = (("Rice", 123, 345), ("Coffee", 77, 200), ("Tea", 55, 150), ("Footwear", 801, 2100))
NAMELESS = (None, 44, 60)


@pytest.fixture
def read(workbook):
    return lambda *rows: read_return(workbook({"XK": lambda to: put_rows(to, (*HEADS, *rows))}))


def told(reading):
    return [f.cell for f in reading.findings if f.code == "nameless_row"]


@pytest.mark.parametrize("at", [0, 1, 2, 4])
def test_a_row_without_a_name_is_told_where_it_stands(read, at):
    reading = read(*NAMED[:at], NAMELESS, *NAMED[at:])
    assert told(reading) == [f"B{at + 4}"]
    assert len(reading.rows) == 2 * len(NAMED)


def test_what_stands_apart_beneath_a_table_is_none_of_it(read):
    assert told(read(*NAMED, (), NAMELESS)) == []


def test_a_table_of_named_rows_has_nothing_to_tell(read):
    assert "nameless_row" not in codes(read(*NAMED))
