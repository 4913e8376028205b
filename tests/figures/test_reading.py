"""A reading is the same on the other side of a process."""

import copy
import pickle

import pytest

from desktop.figures.figure import FigureRow
from desktop.figures.places import sample
from desktop.returns import read_return


def test_a_reading_travels_whole():
    sent = read_return(sample("gso", "02-Bieu-T6.2025.xlsx"))
    arrived = pickle.loads(pickle.dumps(sent))
    assert arrived == sent
    assert {type(row) for row in arrived.rows} == {FigureRow}


def test_a_reading_without_figures_travels_too(tmp_path):
    sent = read_return(tmp_path / "gone.xlsx")
    assert pickle.loads(pickle.dumps(sent)) == sent


def test_what_a_review_shows_is_unpacked_when_it_is_looked_at():
    sent = read_return(sample("gso", "02-Bieu-T6.2025.xlsx"))
    arrived = pickle.loads(pickle.dumps(sent))
    assert arrived.rows == sent.rows
    assert arrived.checks == sent.checks
    assert (arrived.sheets, arrived.tables) == (sent.sheets, sent.tables)
    assert hash(arrived) == hash(sent)


def test_a_reading_is_sent_on_before_it_was_looked_at():
    sent = read_return(sample("gso", "02-Bieu-T6.2025.xlsx"))
    arrived = pickle.loads(pickle.dumps(sent))
    assert pickle.loads(pickle.dumps(arrived)) == sent
    assert copy.copy(pickle.loads(pickle.dumps(sent))) == sent


def test_a_reading_has_no_other_fields_than_its_own():
    arrived = pickle.loads(pickle.dumps(read_return(sample("gso", "02-Bieu-T6.2025.xlsx"))))
    with pytest.raises(AttributeError, match="foreign"):
        _ = arrived.foreign
