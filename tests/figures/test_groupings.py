"""Grouping schemes: what belongs where, since when, and whether groups add up to the whole."""

from __future__ import annotations

import csv

import pytest

from desktop.figures.catalogue import items, markets, members
from desktop.figures.groupings import (
    Dimension,
    dimension_of,
    group_named,
    members_of,
    read_schemes,
    schemes,
    schemes_of,
)
from desktop.figures.month import Month
from desktop.figures.places import resource
from desktop.figures.series import Flow

COLUMNS = (
    "scheme", "group", "dimension", "flow", "part_of", "name_vi", "name_en", "members",
    "aggregate", "note_vi", "note_en",
)  # fmt: skip
TODAY = Month(2025, 12)
HEAD = {"scheme": "OWN", "dimension": "market", "name_vi": "Riêng", "name_en": "Own"}


def _lines(*groups, **head):
    columns = dict.fromkeys(COLUMNS, "")
    return [{**columns, **HEAD, **head}, *({**columns, "scheme": "OWN", **g} for g in groups)]


def _rows(file):
    with resource(file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("flow", [Flow.EXPORT, Flow.IMPORT])
@pytest.mark.parametrize("scheme", ["GSO", "MARD", "HS", "CONTINENT"])
def test_every_item_or_market_stands_in_one_group(scheme, flow):
    assert schemes()[scheme].complete(flow)
    assert not schemes()[scheme].overlapping


def test_the_groups_of_the_statistics_office_are_those_of_the_catalogue():
    for flow, letter in ((Flow.EXPORT, "X"), (Flow.IMPORT, "M")):
        of = {g.code.split("/")[1].lower(): g.members() for g in schemes()["GSO"].all_of(flow)}
        for row in _rows("commodities.csv"):
            if row["flow"] == letter and not row["part_of"] and row["sector_group"] in of:
                assert row["id"] in of[row["sector_group"]]
                assert row["id"] in of.get(row["sub_group"], {row["id"]})


def test_wood_is_industry_to_one_office_and_forestry_to_the_other():
    assert "WOOD" in group_named("GSO/PROCESSED_INDUSTRIAL").members()
    assert "WOOD" in group_named("MARD/AGRO_FORESTRY_FISHERY").members()
    assert "WOOD" in group_named("MARD/FORESTRY").members()
    wider = group_named("MARD/AGRO_FORESTRY_FISHERY").members()
    assert group_named("GSO/AGRO_FORESTRY_FISHERY").members() < wider


def test_an_item_of_several_sections_says_so():
    assert group_named("HS/S09").partly == {"WOOD", "RATTAN"}
    assert schemes()["HS"].note("en")


def test_the_blocs_overlap_and_say_so():
    blocs = schemes()["FTA"]
    assert blocs.overlapping
    assert blocs.note("vi")
    assert {"JP", "SG", "KR"} <= blocs.shared(Flow.EXPORT, TODAY)
    assert "US" in blocs.left_out(Flow.EXPORT, TODAY)
    assert not blocs.complete(Flow.EXPORT)


@pytest.mark.parametrize(
    ("group", "month", "member", "belongs"),
    [
        ("FTA/ASEAN", "2025-09", "TL", False),
        ("FTA/ASEAN", "2025-10", "TL", True),
        ("FTA/EU", "2020-01", "GB", True),
        ("FTA/EU", "2020-02", "GB", False),
        ("FTA/EU", "2004-04", "PL", False),
        ("FTA/EU", "2004-05", "PL", True),
        ("FTA/EU", "2013-07", "HR", True),
        ("FTA/CPTPP", "2024-11", "GB", False),
        ("FTA/CPTPP", "2024-12", "GB", True),
    ],
)
def test_membership_changes_with_time(group, month, member, belongs):
    assert (member in group_named(group).members(Month.parse(month))) is belongs


@pytest.mark.parametrize(("month", "count"), [("2003-01", 15), ("2019-12", 28), ("2021-01", 27)])
def test_the_european_union_counts_its_members(month, count):
    assert len(group_named("FTA/EU").members(Month.parse(month))) == count


def test_the_blocs_are_those_of_the_agreements_and_of_the_markets():
    own = {"VN-UAE CEPA": "VN_UAE", "VN-Lào": "VN_LAOS", "VN-Campuchia": "VN_CAMBODIA",
           "VN-Cuba": "VN_CUBA", "ATIGA": "ASEAN", "EVFTA": "EU", "VN-EAEU": "EAEU"}  # fmt: skip
    before = Month(2025, 9)
    for row in _rows("fta_blocs.csv"):
        group = group_named(f"FTA/{own.get(row['code'], row['code'])}")
        assert group.members(before) == set(row["partners_iso2"].split()), row["code"]
    for code, bloc in {"ASEAN": "ASEAN", "EU": "EU27", "CPTPP": "CPTPP", "RCEP": "RCEP"}.items():
        assert group_named(f"FTA/{code}").members() == members(bloc) - {"VN"}


def test_the_emerging_markets_start_with_four():
    assert group_named("EMERGING/AFRICA").members() == {"DZ", "CI", "GH", "SN"}


def test_every_group_has_names_in_both_languages_and_an_aggregate_that_is_a_market():
    for scheme in schemes().values():
        assert scheme.name("vi") != scheme.name("en")
        for group in scheme.groups:
            assert group.name("vi")
            assert group.name("en")
            assert not group.aggregate or group.aggregate in markets()


def test_a_code_names_its_group_and_what_it_groups():
    assert group_named("CONTINENT/AFRICA").name("vi") == "Châu Phi"
    assert dimension_of("CONTINENT/AFRICA") is Dimension.MARKET
    assert dimension_of("MARD/FISHERY") is Dimension.ITEM
    assert group_named("RICE") is group_named("NONE/SUCH") is dimension_of("FTA/NONE") is None
    assert "RICE" in items(Flow.EXPORT)


def test_a_scheme_is_offered_for_the_flow_it_groups():
    assert "HEAVY_LIGHT" in {s.code for s in schemes_of(Dimension.ITEM, Flow.EXPORT)}
    assert "HEAVY_LIGHT" not in {s.code for s in schemes_of(Dimension.ITEM, Flow.IMPORT)}


@pytest.mark.parametrize(
    ("groups", "word"),
    [
        ([{"group": "A", "members": "US XX"}], "XX"),
        ([{"group": "A", "members": "US:2024-13.."}], "month 13"),
        ([{"group": "A", "members": "US"}, {"group": "A", "members": "CN"}], "twice"),
        ([{"group": "A", "members": "US", "part_of": "B"}], "OWN/B"),
        ([{"group": "A", "members": "US"}, {"group": "B", "part_of": "A", "members": "CN"}], "has"),
        ([{"scheme": "ELSE", "group": "A", "members": "US"}], "ELSE"),
        ([{"group": "A", "members": "US", "flow": "sideways"}], "sideways"),
    ],
)
def test_a_line_that_cannot_be_understood_is_named(groups, word):
    with pytest.raises(ValueError, match=word):
        read_schemes(_lines(*groups))


def test_an_office_s_own_scheme_is_read_as_ours_are():
    own = read_schemes(_lines({"group": "NEAR", "name_en": "Near", "members": "LA KH:2020-01.."}))
    assert own["OWN"].groups[0].members(Month(2019, 12)) == {"LA"}
    assert own["OWN"].groups[0].name("en") == "Near"


def test_a_code_stands_for_itself_or_for_the_members_of_its_group():
    assert members_of("US") == {"US"}
    assert "JP" in members_of("FTA/CPTPP")
    assert {"DE", "FR"} < members_of("EU27")
    assert "GB" not in members_of("EU27")
