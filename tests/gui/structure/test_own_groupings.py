"""An office's own groupings stand in the choosers of the window beside the program's."""

import pytest

from desktop.figures.groupings import take_over
from desktop.figures.office_groupings import office_groupings
from tests.gui.example_office import ExampleOffice

OWN = """scheme,group,dimension,name_vi,name_en,members
OWN_MARKETS,,market,Thị trường của Bộ,Ministry's markets,
OWN_MARKETS,LARGE,,Lớn,Large ones,US CN
OWN_ITEMS,,item,Nhóm của Sở,Department's groups,
OWN_ITEMS,CHIPS,,Điện tử,Electronics of ours,ELEC
"""


@pytest.fixture
def own(open_window):
    """A window of an office that has schemes of its own since it was opened."""
    window = open_window(ExampleOffice())
    for page in ("markets", "sectors"):
        window.show_page(page)
    take_over(office_groupings(OWN, "own.csv").schemes)
    window.session.archive_changed.emit()
    yield window
    take_over({})


def first_line(ranking):
    return ranking.list.shown.ranked.heads[0].name


def test_own_groupings_of_markets_and_items_are_chosen(own, idle):
    own.show_page("markets")
    idle(own)
    markets = own.pages.structure("markets")
    markets.kinds.press("OWN_MARKETS")
    idle(own)
    assert first_line(markets.ranking.ranking) == "Large ones"

    own.show_page("sectors")
    idle(own)
    sectors = own.pages.structure("sectors")
    sectors.scheme.chosen.emit("OWN_ITEMS")
    idle(own)
    assert first_line(sectors.bars.ranking) == "Electronics of ours"

    take_over({})
    own.session.archive_changed.emit()
    idle(own)
    assert sectors.scheme.code == "ITEMS"
    own.show_page("markets")
    idle(own)
    assert markets.kinds.choice == "COUNTRIES"
    assert "OWN_MARKETS" not in markets.kinds.codes


def test_a_scheme_that_is_gone_gives_way_to_item_by_item(open_window, idle):
    window = open_window(ExampleOffice())
    window.session.memory.remember("sectors-scheme", "OWN_ITEMS")
    window.show_page("sectors")
    idle(window)
    assert window.pages.structure("sectors").scheme.code == "ITEMS"
