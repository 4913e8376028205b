"""Goods are known by the words that English editions name them by; near names only suggest."""

import csv

import pytest

from desktop.figures.catalogue import items
from desktop.figures.places import resource
from desktop.figures.series import UNKNOWN, Flow
from desktop.returns.english_names import codes_of_words, words_of
from desktop.returns.item_names import item_code

FLOWS = {"X": Flow.EXPORT, "M": Flow.IMPORT}


def lines():
    with resource("item_names.csv").open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


@pytest.mark.parametrize(
    ("flow", "label", "code"),
    [
        (Flow.IMPORT, "Automobiles", "AUTO_ALL"),
        (Flow.IMPORT, "Completely built-up automobiles", "CARS"),
        (Flow.IMPORT, "Parts and accessories of motor vehicles", "AUTOPARTS"),
        (Flow.IMPORT, "Household electrical appliances and parts thereof", "HOMEAPPL"),
        (Flow.IMPORT, "Completed motor vehicles", "CARS"),
        (Flow.IMPORT, "Insecticides and materials thereof", "PESTICIDE"),
        (Flow.EXPORT, "Rattan, bamboo, sedge products and carpets", "RATTAN"),
        (Flow.EXPORT, "FOOTWEARS", "FOOTWEAR"),
        (Flow.EXPORT, "Handbags, purses, suitcases, hats and umbrellas", "BAGS"),
        (Flow.IMPORT, "Home electric appliances and parts", "HOMEAPPL"),
        (Flow.EXPORT, "Telephones of all kinds and parts thereof", "PHONES"),
        (Flow.EXPORT, "Toys and sports requisites; parts thereof", "TOYS"),
        (Flow.EXPORT, "Hạt điều - Cashewnuts", "CASHEW"),
        (Flow.EXPORT, "Electronics & computers", "ELEC"),
        (Flow.EXPORT, "Textiles, garments", "TEXTILE"),
        (Flow.IMPORT, "Machinery and equipment", "MACHINERY"),
        (Flow.IMPORT, "Coffee", "COFFEE"),
        (Flow.IMPORT, "Steel", "STEEL"),
        (Flow.EXPORT, "Va li, túi xách, ô dù", "BAGS"),
        (Flow.EXPORT, "Hàng điện tử và linh kiện máy tính", "ELEC"),
        (Flow.IMPORT, "Chế phẩm TP khác", "OTHFOOD"),
        (Flow.EXPORT, "Garment", UNKNOWN),
        (Flow.EXPORT, "Automobiles", UNKNOWN),
        (Flow.EXPORT, "Chaussures", UNKNOWN),
        (Flow.IMPORT, "自動車", UNKNOWN),
    ],
)
def test_an_item_by_its_english_name(flow, label, code):
    assert item_code(label, flow) == code


def test_every_name_is_its_items_alone():
    for line in lines():
        catalogue = items(FLOWS[line["flow"]])
        assert line["id"] in catalogue
        assert catalogue.code(line["name"]) == line["id"], line["name"]


def test_no_name_is_listed_twice():
    names = [(line["flow"], line["name"].casefold()) for line in lines()]
    assert len(names) == len(set(names)) > 500


@pytest.mark.parametrize(
    ("flow", "label", "code"),
    [
        (Flow.EXPORT, "Oil, crude", "CRUDE"),
        (Flow.EXPORT, "Cassava and cassava-based products", "CASSAVA"),
        (Flow.EXPORT, "Products made from plastic", "PLASTPROD"),
        (Flow.EXPORT, "Textile, sewing products", "TEXTILE"),
        (Flow.EXPORT, "Telephone and its spare parts", "PHONES"),
        (Flow.EXPORT, "Transport vehicles and parts", "VEHICLES"),
        (Flow.EXPORT, "Furniture of other materials than wood", "NONWOODFURN"),
        (Flow.EXPORT, "Toys, sport instruments and components", "TOYS"),
        (Flow.EXPORT, "1. Raw materials for garment, textile, footwear and leather", "TEXAUX"),
        (Flow.IMPORT, "Milk and products of milk", "DAIRY"),
        (Flow.IMPORT, "Raw materials for tobacco", "TOBACCO"),
        (Flow.IMPORT, "Insecticide and its materials", "PESTICIDE"),
        (Flow.IMPORT, "Electrical household products and parts", "HOMEAPPL"),
        (Flow.IMPORT, "CBU cars", "CARS"),
        # Goods beside what is made of them are not what is made of them.
        (Flow.EXPORT, "Wooden products", UNKNOWN),
        (Flow.EXPORT, "Wood and wooden products", "WOOD"),
        (Flow.EXPORT, "Products of iron and steel", "STEELPROD"),
        (Flow.EXPORT, "Steel and iron", "STEEL"),
        (Flow.EXPORT, "Rubber and products of rubber", UNKNOWN),
        (Flow.EXPORT, "Motorcycles and parts", UNKNOWN),
    ],
)
def test_an_item_by_the_words_of_its_name(flow, label, code):
    assert item_code(label, flow) == code


@pytest.mark.parametrize("half", ["and products iron, steel", "Iron, steel and", "Sắt, thép", ""])
def test_half_a_name_and_one_in_other_letters_have_no_english_words(half):
    assert words_of(half) == frozenset()


@pytest.mark.parametrize("flow", FLOWS.values())
def test_a_spelling_unheard_of_is_its_items_or_nobodys(flow):
    """Each spelling in turn is left out of the catalogue, as if an edition were first to use it."""
    claimed = [pair for pair in items(flow).spellings if items(flow).code(pair[0]) == pair[1]]
    spellings = [(name, code) for name, code in claimed if words_of(name)]
    known = 0
    for at, (name, code) in enumerate(spellings):
        others = [pair for pair in spellings[:at] + spellings[at + 1 :] if pair[0] != name]
        meant = codes_of_words(others).get(words_of(name), UNKNOWN)
        assert meant in {code, UNKNOWN}, name
        known += meant == code
    assert known > len(spellings) / 2
