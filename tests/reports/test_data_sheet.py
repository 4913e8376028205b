"""The list of figures: read back by our own reader, every figure is what it was."""

from __future__ import annotations

import tracemalloc

import pandas as pd
import pytest
from openpyxl import load_workbook
from xlsxwriter import Workbook

from desktop.figures.figure import ROW_COLUMNS
from desktop.figures.figure_list import HEADINGS, WORDS, ListColumn, code_of, column_of
from desktop.figures.finding import Cancelled
from desktop.figures.progress import unheard
from desktop.figures.reading import DateOrigin
from desktop.figures.summary_sheets import ALL_SHEETS
from desktop.reports.beside import Beside
from desktop.reports.workbook import data_sheet
from desktop.reports.workbook.look import Look
from desktop.reports.workbook.page import Desk
from desktop.reports.workbook.summary import write_summary
from desktop.returns import read_return

pytestmark = pytest.mark.slow

SAME = ROW_COLUMNS[: ROW_COLUMNS.index("sheet")]
"""What a figure is: where it was read is another place now."""


@pytest.fixture(scope="module")
def figures(full_office):
    """Figures of every kind: some of each flow, measure, basis and province."""
    whole = full_office.figures(year=2025, years=2)
    kinds = ["flow", "measure", "basis", "status", "ownership"]
    return whole.groupby(kinds, sort=False).head(150).reset_index(drop=True)


@pytest.fixture(scope="module")
def written(tmp_path_factory, june, figures, stored, made_at):
    """Write a summary with the list in a language."""

    def write(language, frame=figures, progress=unheard):
        out = tmp_path_factory.mktemp("data") / "summary.xlsx"
        write_summary(
            june, out, language=language, returns=[stored()], told_at=made_at,
            beside=Beside(data=frame), sheets=ALL_SHEETS, progress=progress,
        )  # fmt: skip
        return out

    return write


def told(rows):
    return sorted(tuple(getattr(row, name) for name in SAME) for row in rows)


def test_every_figure_comes_back_as_it_was(written, figures, each_language):
    reading = read_return(written(each_language))
    assert not reading.findings
    assert told(reading.rows) == told(figures.itertuples(index=False))
    assert reading.layout == "figure_list"
    assert str(reading.reported_on) == max(figures["reported_on"])
    assert reading.date_origin is DateOrigin.PRINTED


def test_each_row_names_return_sheet_and_cell(written, figures, en):
    sheet = load_workbook(written(en))["Data"]
    heads = [cell.value for cell in sheet[4]]
    assert [column_of(head) for head in heads] == list(ListColumn)
    rows = [
        dict(zip(ListColumn, row, strict=True))
        for row in sheet.iter_rows(min_row=5, values_only=True)
    ]
    assert len(rows) == len(figures)
    first = rows[0]
    (same,) = [
        f for f in figures.itertuples(index=False)
        if (f.source_file, f.sheet, f.cell) == tuple(first[c] for c in (
            ListColumn.RETURN, ListColumn.SHEET, ListColumn.CELL))
    ]  # fmt: skip
    assert first[ListColumn.VALUE] * 1000 == same.value
    assert sheet.auto_filter.ref.startswith("A4:R")


def test_columns_may_be_moved_and_words_be_codes(written, en, tmp_path):
    rows = list(load_workbook(written(en))["Data"].iter_rows(min_row=4, values_only=True))
    order = list(reversed(range(len(rows[0]))))
    flow = list(ListColumn).index(ListColumn.FLOW)
    moved = tmp_path / "moved.xlsx"
    with Workbook(moved, {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("Figures of exports and imports")
        for number, row in enumerate(rows, 2):
            said = [code_of(ListColumn.FLOW, v) if i == flow and number > 2 else v
                    for i, v in enumerate(row)]  # fmt: skip
            sheet.write_row(number, 1, [said[i] for i in order])
    assert told(read_return(moved).rows) == told(read_return(written(en)).rows)


def test_a_row_that_is_not_understood_is_told_and_left_out(written, en, tmp_path):
    book = load_workbook(written(en))
    sheet = book["Data"]
    sheet["B5"], sheet["I6"], sheet["M7"] = "NO SUCH ITEM", "fortnight", "many"
    book.save(tmp_path / "spoilt.xlsx")
    reading = read_return(tmp_path / "spoilt.xlsx")
    assert [(f.code, f.cell, f.found) for f in reading.findings] == [
        ("list_row_unread", "B5", "NO SUCH ITEM"), ("list_row_unread", "I6", "fortnight"),
        ("list_row_unread", "M7", "many"),
    ]  # fmt: skip
    assert len(reading.rows) == sheet.max_row - 4 - 3


def test_a_summary_without_its_list_is_no_return(june, stored, made_at, vi, tmp_path):
    out = tmp_path / "summary.xlsx"
    write_summary(june, out, language=vi, returns=[stored()], told_at=made_at)
    reading = read_return(out)
    assert [f.code for f in reading.findings] == ["own_summary"]
    assert reading.refused


def test_every_word_is_known_again_in_both_languages(each_language):
    for column, words in WORDS.items():
        for code, text in words.items():
            assert code_of(column, each_language._(text)) == code
    assert len({each_language._(head) for head in HEADINGS.values()}) == len(HEADINGS)


def test_the_same_figures_give_the_same_bytes(written, vi):
    assert written(vi).read_bytes() == written(vi).read_bytes()


def test_a_cancel_leaves_nothing_behind(june, vi, figures, made_at, tmp_path, monkeypatch):
    monkeypatch.setattr(data_sheet, "_BEAT", 10)

    def stop(_done, _total, _what):
        assert list(tmp_path.iterdir())  # rows are on their way to the disk
        raise Cancelled

    with pytest.raises(Cancelled):
        write_summary(
            june, tmp_path / "summary.xlsx", language=vi, returns=[], told_at=made_at,
            beside=Beside(data=figures), sheets=ALL_SHEETS, progress=stop,
        )  # fmt: skip
    assert not list(tmp_path.iterdir())


def test_memory_does_not_grow_with_the_rows(full_office, vi, tmp_path):
    frame = full_office.figures(year=2025).head(9_000)

    def peak(rows):
        with Workbook(tmp_path / f"{rows}.xlsx") as book:
            desk = Desk(book, Look(book), vi)
            tracemalloc.start()
            data_sheet.write(desk, frame.head(rows), (2024, 2025))
            _, most = tracemalloc.get_traced_memory()
            tracemalloc.stop()
        return most

    peak(1_000)
    least, most = peak(1_500), peak(9_000)
    grown = most - least
    assert grown < 2.5 * frame.memory_usage(deep=False).sum(), (least, most)


def test_a_figure_too_many_is_said(written, vi, figures, monkeypatch):
    monkeypatch.setattr(data_sheet, "LARGEST", 10)
    sheet = load_workbook(written(vi, pd.concat([figures])))["Dữ liệu"]
    assert sheet.max_row == 14
    assert "không đủ chỗ" in sheet["A2"].value
