"""Goods are known by the names that English editions print, exactly; near names only suggest."""

import csv

import pytest

from desktop.figures.catalogue import items
from desktop.figures.places import resource
from desktop.figures.series import UNKNOWN, Flow
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
