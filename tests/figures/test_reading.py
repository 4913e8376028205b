"""A reading is the same on the other side of a process."""

import pickle

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
