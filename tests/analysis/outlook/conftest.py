"""One office with items within markets for every test that looks into them."""

from __future__ import annotations

import pytest

from desktop.analysis.lines import laid_out
from desktop.analysis.outlook.ground import ground_of
from desktop.figures.series import TRADE
from tests.analysis.outlook import detailed


@pytest.fixture(scope="session")
def detailed_office(tmp_path_factory):
    """Give the office; nothing may be changed in it."""
    place = detailed.made(tmp_path_factory.mktemp("detailed") / "archive.sqlite3")
    with detailed.office(place) as office:
        yield office


@pytest.fixture(scope="session")
def ground(detailed_office):
    """Give what its outlook is told from, both flows' detail included."""
    overview = detailed_office.held_overview()
    frames = detailed_office._outlook_figures(overview.vintage, overview.year).columns
    detail = detailed_office._detail(overview, TRADE)
    return ground_of(frames, laid_out(frames), overview, detail)
