"""Directions from files and to them, and the layout that a file teaches."""

from datetime import date

import pytest
from openpyxl import Workbook

from desktop.figures.comparison import Comparison
from desktop.figures.directions import NOTHING_LEARNED, Directions, Knowledge
from desktop.figures.finding import Refused
from desktop.figures.layout_files import layout_from_json, layout_to_json
from desktop.figures.reading import DateOrigin
from desktop.returns import read_return
from desktop.workflow import Preview
from desktop.workflow.directing import proposed, read_directions, read_layouts, taught
from tests.returns.plans.foreign import KOREA, filled


@pytest.fixture
def book(tmp_path):
    workbook = Workbook()
    filled(KOREA)(workbook.active)
    workbook.save(tmp_path / "book.xlsx")
    return tmp_path / "book.xlsx"


def preview(path, directions):
    reading = read_return(path, NOTHING_LEARNED, directions)
    return Preview(path, reading, Comparison(), date(2025, 3, 1), DateOrigin.IMPORTED)


def test_a_proposal_is_a_file_of_directions_that_teaches_a_layout(book, tmp_path):
    plan = tmp_path / "plan.json"
    plan.write_text(proposed(read_return(book)), encoding="utf-8")
    directions = read_directions(plan)
    assert directions.sender == "KR"
    layout = taught(preview(book, directions), "Korea", "")
    assert (layout.name, layout.sender) == ("Korea", "KR")
    assert layout_from_json(layout_to_json(layout)) == layout
    known = read_return(book, Knowledge(layouts=(layout,)))
    assert (len(known.rows), known.questions, known.layout) == (15, (), "Korea")


def test_nothing_is_proposed_of_nothing_and_nothing_taught_by_it(tmp_path):
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"")
    with pytest.raises(Refused, match="empty_file"):
        proposed(read_return(bad))
    with pytest.raises(Refused, match="empty_file"):
        taught(preview(bad, Directions()), "L", "S")


def test_files_of_layouts_are_read_or_refused(book, tmp_path):
    wrong = tmp_path / "wrong.json"
    wrong.write_text("{}", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        read_directions(wrong)
    assert refused.value.findings[0].about == "wrong.json"
    with pytest.raises(Refused):
        read_layouts([wrong])
    assert read_layouts([]) == Knowledge()
