"""Items within markets: on every path rows and columns add up, and targets have their chances."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.outlook.fitting import Margin, fitted
from desktop.analysis.outlook.together import joint, joint_of
from desktop.figures.groupings import Dimension
from desktop.figures.series import Flow
from tests.analysis.outlook.detailed import ITEMS, MARKETS, SHARES


def test_cells_rows_columns_and_all_sum_to_the_total_on_every_path(ground):
    within, paths = ground.inside[Flow.EXPORT], ground.paths[Flow.EXPORT]
    for dimension, places in ((Dimension.ITEM, within.row), (Dimension.MARKET, within.column)):
        parts = ground.parts_of(Flow.EXPORT, dimension)
        assert np.abs(parts.added.sum(axis=0) / paths.rest - 1).max() < 1e-9
        sums = np.array([within.added[places == n].sum(axis=0) for n in range(len(parts.codes))])
        assert (sums <= parts.added[:-1] * (1 + 1e-9)).all()  # what is beyond them is never less
        assert parts.known.sum() == pytest.approx(paths.known, rel=1e-12)
    assert (within.added > 0).all()


def test_a_cell_brings_about_its_share(ground):
    within, paths = ground.inside[Flow.EXPORT], ground.paths[Flow.EXPORT]
    for a, b in np.ndindex(3, 3):
        known, added = within.of([ITEMS[a]], [MARKETS[b]])
        assert np.median(added) == pytest.approx(SHARES[a, b] * np.median(paths.rest), rel=0.12)
        assert known == pytest.approx(SHARES[a, b] * paths.known, rel=0.12)


def test_a_cell_goes_along_with_its_item_and_its_market(ground):
    within = ground.inside[Flow.EXPORT]
    _, wood = within.of(["WOOD"], ["US"])
    items, markets = (ground.parts_of(Flow.EXPORT, d) for d in (Dimension.ITEM, Dimension.MARKET))
    for parts, code in ((items, "WOOD"), (markets, "US")):
        whole = parts.added[parts.codes.index(code)] / ground.paths[Flow.EXPORT].rest
        assert np.corrcoef(wood / ground.paths[Flow.EXPORT].rest, whole)[0, 1] > 0.25


def test_a_target_of_an_item_within_a_market_has_a_chance(detailed_office):
    found = detailed_office.outlook()
    within = next(c for c in found.chances if c.target.item == "WOOD")
    assert 0.01 < within.chance < 0.99
    assert within.band.median == pytest.approx(11.86e9, rel=0.01)
    assert all(c.chance is not None for c in found.chances)
    assert found.joint.targets == len(found.chances)


def test_some_targets_at_once_are_no_likelier_than_each_and_likelier_than_all(detailed_office):
    found = detailed_office.outlook()
    parts = [c for c in found.chances if c.target.item != "TOTAL"]
    some = joint(parts, found.met)
    assert some.targets == len(parts) == 2
    assert found.joint.chance <= some.chance <= min(c.chance for c in parts)
    assert joint(parts[:1], found.met) is None
    assert joint_of(found, [c.target for c in parts]) == some


@given(st.integers(0, 2**20), st.integers(1, 6), st.integers(1, 6))
def test_fitted_cells_never_exceed_rows_or_columns(seed, rows, columns):
    draw = np.random.default_rng(seed)
    here = draw.random((rows, columns)) < 0.7
    here[0, 0] = True
    row, column = np.nonzero(here)
    cells = draw.lognormal(0, 1, (len(row), 5))
    margins = [
        Margin(places, draw.lognormal(1, 0.5, (n, 5)), draw.lognormal(-2, 1, (n, 5)))
        for places, n in ((row, rows), (column, columns))
    ]
    found = fitted(cells, *margins)
    assert (found > 0).all()
    for margin in margins:
        sums = np.zeros_like(margin.sum)
        np.add.at(sums, margin.places, found)
        assert (sums <= margin.sum * (1 + 1e-9)).all()


def test_fitting_leaves_alone_what_fits():
    row, column = np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])
    cells = np.array([[4.0], [2.0], [1.0], [3.0]])
    rows = Margin(row, np.array([[7.0], [5.0]]), np.array([[1.0], [1.0]]))
    columns = Margin(column, np.array([[6.0], [6.0]]), np.array([[1.0], [1.0]]))
    assert fitted(cells, rows, columns) == pytest.approx(cells)
