"""What targets are about is named in both languages, and found again by any of its names."""

from __future__ import annotations

import pytest

from desktop.figures.finding import Refused
from desktop.figures.finding_texts import remedy
from desktop.figures.month import Month
from desktop.figures.series import Flow
from desktop.figures.target import Scope, Target, TargetMeasure
from desktop.figures.target_names import (
    flow_of_item,
    item_code,
    market_code,
    province_code,
    scope_name,
)
from desktop.figures.target_split import every_split, split_of
from desktop.figures.target_texts import split_name, stated
from desktop.figures.wording import language

VI, EN = language("vi"), language("en")
EXPORT = Flow.EXPORT


@pytest.mark.parametrize(
    ("typed", "code"),
    [("COFFEE", "COFFEE"), ("coffee", "COFFEE"), ("Cà phê", "COFFEE"),
     ("GSO/FISHERY", "GSO/FISHERY"), ("mard/forestry", "MARD/FORESTRY")],
)  # fmt: skip
def test_an_item_is_found_by_code_or_name(typed, code):
    assert item_code(typed, EXPORT) == code


@pytest.mark.parametrize(
    ("typed", "code"), [("US", "US"), ("Mỹ", "US"), ("CPTPP", "CPTPP"), ("FTA/CPTPP", "FTA/CPTPP")]
)
def test_a_market_is_found_by_code_or_name(typed, code):
    assert market_code(typed) == code


def test_a_name_of_several_groups_is_asked_about():
    with pytest.raises(Refused, match="target_name_unclear") as refused:
        item_code("Hàng nông, lâm sản", EXPORT)
    assert refused.value.findings[0].expected == "GSO/AGRO_FORESTRY, HEAVY_LIGHT/AGRO_FORESTRY"


def test_an_item_of_imports_alone_is_theirs_and_is_none_of_exports():
    assert (flow_of_item("Lúa mì"), item_code("wheat", Flow.IMPORT)) == (Flow.IMPORT, "WHEAT")
    assert (flow_of_item("COFFEE"), flow_of_item("nothing")) == (EXPORT, EXPORT)
    with pytest.raises(Refused, match="target_item_of_imports"):
        item_code("WHEAT", EXPORT)


@pytest.mark.parametrize("find", [lambda: item_code("Dưa", EXPORT), lambda: market_code("Atlantis"),
                                  lambda: province_code("Atlantis", Month(2025, 12))])  # fmt: skip
def test_an_unknown_name_is_refused(find):
    with pytest.raises(Refused, match="target_unknown_name"):
        find()


@pytest.mark.parametrize(
    ("find", "near"),
    [
        (lambda: item_code("COFEE", EXPORT), "Coffee"),
        (lambda: item_code("Cà phe", EXPORT), "Cà phê"),
        (lambda: market_code("FTA/CPTP"), "FTA/CPTPP"),
        (lambda: market_code("HQ"), "Hàn Quốc"),
        (lambda: market_code("Hoa Ky"), "Hoa Kỳ"),
        (lambda: province_code("Bắc Nin", Month(2024, 12)), "Bắc Ninh"),
    ],
)
def test_names_near_an_unknown_one_are_offered(find, near):
    with pytest.raises(Refused) as refused:
        find()
    (finding,) = refused.value.findings
    assert finding.expected.split(", ")[0] == near
    assert near in remedy(finding, EN)


def test_without_a_near_name_none_is_offered():
    with pytest.raises(Refused) as refused:
        item_code("Zzyzx", EXPORT)
    (finding,) = refused.value.findings
    assert not finding.expected
    assert "Near names" not in remedy(finding, EN)


def test_a_province_is_named_as_it_is_in_the_month():
    assert province_code("Bắc Giang", Month(2025, 12)) == "Bắc Ninh"
    assert province_code("Bắc Giang", Month(2024, 12)) == "Bắc Giang"


def test_groups_of_one_name_are_told_apart_by_their_scheme():
    name = scope_name(Scope(EXPORT, "GSO/AGRO_FORESTRY"), VI)
    assert name == "Xuất khẩu · Hàng nông, lâm sản (GSO)"
    assert scope_name(Scope(EXPORT), EN) == "Exports"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, "2025 · Xuất khẩu · +12%"),
        ({"high": 0.16, "low": 0.15}, "2025 · Xuất khẩu · +15–16%"),
        ({"first_month": 7}, "năm tài khóa 7/2025–6/2026 · Xuất khẩu · +12%"),
        ({"months": 6}, "6 tháng đầu năm 2025 · Xuất khẩu · +12%"),
        ({"months": 6, "first_month": 7}, "6 tháng cuối năm 2025 · Xuất khẩu · +12%"),
        ({"measure": TargetMeasure.VALUE, "low": 454.2e9, "high": 454.2e9},
         "2025 · Xuất khẩu · 454,2 tỷ USD"),
        ({"measure": TargetMeasure.SHARE, "low": 0.4, "high": 0.4, "market": "US"},
         "2025 · Xuất khẩu · Hoa Kỳ · chiếm 40%"),
    ],
)  # fmt: skip
def test_a_target_is_said_in_a_line(more, said):
    given = {"measure": TargetMeasure.GROWTH, "low": 0.12, "high": 0.12, **more}
    assert stated(Target(EXPORT, year=2025, **given), VI) == said


def test_every_split_is_written_and_read_back():
    for split in every_split():
        assert split_of(split.text) == split
        assert split_name(split, VI) != split_name(split, EN)
    assert [split_of(text) for text in ("", "group", "group:FTA", "bloc:NONE", "x:MARD")] == [
        None
    ] * 5
