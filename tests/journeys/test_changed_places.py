"""A book two of whose columns changed places: told, asked, and read as it was meant."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest

from desktop.figures.reading import Ask
from desktop.figures.series import Flow
from desktop.gui.review.answering import directed
from desktop.returns import read_return
from desktop.workflow import Office

BOOK = Path(__file__).resolve().parents[2] / "sample_data" / "gso" / "02-Bieu-T6.2025.xlsx"
EXCHANGED = "exchanged_"
NOW = datetime(2025, 7, 12, tzinfo=UTC)


def exchanged(sheet, one, other, rows):
    """Exchange what stands beneath the headings of two columns."""
    for row in rows:
        a, b = sheet[f"{one}{row}"], sheet[f"{other}{row}"]
        a.value, b.value = b.value, a.value


def columns(reading):
    """Letters of the export table's columns by measure, basis and last month."""
    return {
        (r.measure, r.basis, r.period_end): (r.sheet, r.cell.rstrip("0123456789"))
        for r in reading.rows
        if r.flow == Flow.EXPORT and r.measure in {"value", "quantity"}
    }


def figures(reading):
    return {(*row[:12], row.sheet) for row in reading.rows if row.flow in {"export", "import"}}


@pytest.fixture(scope="module")
def whole():
    return read_return(BOOK)


@pytest.fixture
def spoilt(whole, tmp_path):
    """The same book with two columns exchanged, and which cells ask for them."""

    def made(one, other):
        known = columns(whole)
        (sheet, first), (_, second) = known[one], known[other]
        book = openpyxl.load_workbook(BOOK)
        rows = {int(r.cell[len(first) :]) for r in whole.rows
                if r.sheet == sheet and r.cell.rstrip("0123456789") in {first, second}}  # fmt: skip
        exchanged(book[sheet], first, second, rows)
        path = tmp_path / BOOK.name
        book.save(path)
        return path

    return made


def test_a_true_book_asks_for_no_exchange(whole):
    assert not [q for q in whole.questions if q.ask is Ask.COLUMNS]


def asked(reading):
    return [q for q in reading.questions if q.ask is Ask.COLUMNS]


def codes(reading):
    return [f.code for f in reading.errors if f.code.startswith(EXCHANGED)]


def put_right(path, reading, question):
    said = directed(question, question.choices[0], reading, reading.directions)
    return read_return(path, directions=said)


@pytest.mark.parametrize("measure", ["value", "quantity"])
def test_month_and_year_to_date_are_put_right_by_one_answer(whole, spoilt, measure):
    end = whole.month.ordinal
    path = spoilt((measure, "month", end), (measure, "cumulative", end))
    reading = read_return(path)
    (question,) = asked(reading)
    assert codes(reading) == ["exchanged_bases"]
    assert figures(put_right(path, reading, question)) == figures(whole)


def test_value_and_quantity_are_put_right_by_one_answer(whole, spoilt):
    end = whole.month.ordinal
    path = spoilt(("value", "month", end), ("quantity", "month", end))
    reading = read_return(path)
    (question,) = asked(reading)
    assert codes(reading) == ["exchanged_measures"]
    assert figures(put_right(path, reading, question)) >= counted(whole)


def counted(reading):
    """Figures of goods with a quantity: of others nothing stands under the wrong heading."""
    goods = {row.item for row in reading.rows if row.measure == "quantity"}
    return {row for row in figures(reading) if row[2] in goods and row[0] == "export"}


def test_who_confirms_them_is_not_asked_again(whole, spoilt):
    end = whole.month.ordinal
    path = spoilt(("value", "month", end), ("value", "cumulative", end))
    reading = read_return(path)
    (question,) = asked(reading)
    kept = directed(question, question.choices[-1], reading, reading.directions)
    again = read_return(path, directions=kept)
    assert (asked(again), codes(again)) == ([], [])
    assert figures(again) == figures(reading)


def test_nothing_is_stored_before_it_is_decided(spoilt, whole, tmp_path):
    end = whole.month.ordinal
    path = spoilt(("value", "month", end), ("value", "cumulative", end))
    with Office(tmp_path / "a.sqlite3", clock=lambda: NOW, user="Lan") as office:
        (preview,) = office.read([path])
    assert preview.undecided.code == "exchanged_bases"
    assert not preview.acceptable
