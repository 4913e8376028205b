"""What someone asks to see is found by code or name, in a hurry too; never where it is unclear."""

import pytest

from desktop.figures.asked_names import asked_item, asked_market
from desktop.figures.finding import Refused
from desktop.figures.series import TRADE, Flow


@pytest.mark.parametrize(
    ("typed", "code"),
    [("WOOD", "WOOD"), (" coffee ", "COFFEE"), ("Cà phê", "COFFEE"), ("ca phe", "COFFEE"),
     ("NEW:Sâm Ngọc Linh", "NEW:Sâm Ngọc Linh")],
)  # fmt: skip
def test_an_item_is_found_by_code_or_name_with_or_without_diacritics(typed, code):
    assert asked_item(typed, Flow.EXPORT) == code


@pytest.mark.parametrize("typed", ["US", "us", "USA", "Mỹ", "hoa ky", "United States", "HOA KỲ"])
def test_a_market_is_found_by_any_of_its_names(typed):
    assert asked_market(typed) == "US"


def test_an_item_of_imports_alone_is_found_where_both_are_asked():
    assert asked_item("Cotton", *TRADE) == "COTTON"


@pytest.mark.parametrize(
    ("find", "code"),
    [(lambda: asked_market("fta/eu"), "FTA/EU"),
     (lambda: asked_item("lâm sản", Flow.EXPORT), "MARD/FORESTRY"),
     (lambda: asked_item("MARD/FISHERY", Flow.EXPORT), "MARD/FISHERY"),
     (lambda: asked_item("Thủy sản", Flow.EXPORT), "SEAFOOD")],  # an item's name before a group's
)  # fmt: skip
def test_groups_and_blocs_are_found_too(find, code):
    assert find() == code


@pytest.mark.parametrize(
    ("find", "near"),
    [(lambda: asked_item("Cà phe", Flow.EXPORT), "Cà phê"),  # some diacritics: a slip, not a hurry
     (lambda: asked_item("cofee", Flow.EXPORT), "Coffee"),
     (lambda: asked_item("Cà", Flow.EXPORT), "Cà phê"),  # a name's first word
     (lambda: asked_market("HQ"), "Hàn Quốc")],
)  # fmt: skip
def test_what_nobody_is_called_is_refused_with_near_names(find, near):
    with pytest.raises(Refused, match="target_unknown_name") as refused:
        find()
    assert refused.value.findings[0].expected.split(", ")[0] == near
