"""What is found, in which order, and with how much work."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.figures.month import Month
from desktop.figures.names import folded_key
from desktop.gui.lookup.entries import Entry, Kind, catalogue_entries, month_entries, worded
from desktop.gui.lookup.searching import LIMIT, Grade, Index

pytestmark = pytest.mark.slow

MONTHS = tuple(Month(2014, 1) + n for n in range(140))
ACTIONS = (
    worded(Kind.PAGE, "page-markets", "Markets", keys="Ctrl+2"),
    worded(Kind.ACTION, "export", "Export summary", keys="Ctrl+E"),
)
ALL = Index([*ACTIONS, *catalogue_entries(), *month_entries(MONTHS)])


def found(typed, recent=(), index=ALL):
    return [f.entry.key for f in index.search(typed, recent)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Hoa Kỳ", "market:US"), ("hoa ky", "market:US"), ("hoaky", "market:US"),
        ("united states", "market:US"), ("usa", "market:US"), ("my", "market:US"),
        ("Đức", "market:DE"), ("duc", "market:DE"), ("germany", "market:DE"),
        ("tom", "item:SEAFOOD"), ("tôm", "item:SEAFOOD"), ("shrimp", "item:SEAFOOD"),
        ("ca phe", "item:COFFEE"), ("COFFEE", "item:COFFEE"), ("dien tu", "item:ELEC"),
        ("thi truong", "page:page-markets"), ("markets", "page:page-markets"),
        ("xuat bao cao", "action:export"), ("export sum", "action:export"),
        ("6/2025", "month:2025-06"), ("tháng 6/2025", "month:2025-06"),
        ("t6/2025", "month:2025-06"), ("june 2025", "month:2025-06"), ("jun 2025", "month:2025-06"),
        ("2025-06", "month:2025-06"),
        ("germny", "market:DE"), ("cofee", "item:COFFEE"), ("hao ky", "market:US"),
    ],
)  # fmt: skip
def test_what_is_meant_comes_first(typed, first):
    assert found(typed)[0] == first


def test_every_market_and_item_is_found_by_its_names_in_both_languages_folded_or_not():
    for entry in catalogue_entries():
        for name in (entry.vi, entry.en):
            assert entry.key in found(name)[:3], name
            assert entry.key in found(" ".join(map(folded_key, name.split())))[:8], name


def test_there_are_150_markets_and_90_items():
    kinds = [entry.kind for entry in catalogue_entries()]
    assert kinds.count(Kind.MARKET) >= 150
    assert kinds.count(Kind.ITEM) >= 60


def test_blocs_and_totals_are_no_market_and_no_item():
    keys = {entry.key for entry in catalogue_entries()}
    assert not keys & {"market:WORLD", "market:EU", "market:VN", "item:TOTAL", "item:OTHER"}


def test_exact_before_prefix_before_words_before_inside():
    names = ["bare land", "land", "landing craft", "highland"]
    index = Index(Entry(Kind.ITEM, name, name, name) for name in names)
    assert [f.entry.code for f in index.search("land")] == [
        "land", "landing craft", "bare land", "highland",
    ]  # fmt: skip
    assert [f.grade for f in index.search("land")] == [
        Grade.EXACT, Grade.PREFIX, Grade.WORDS, Grade.INSIDE,
    ]  # fmt: skip


def test_diacritics_that_were_typed_decide_the_order_and_hide_nothing():
    names = ["Dưa", "Dứa", "Dừa"]
    index = Index(Entry(Kind.ITEM, name, name, name) for name in names)
    assert [f.entry.code for f in index.search("dừa")] == ["Dừa", "Dưa", "Dứa"]
    assert [f.entry.code for f in index.search("dua")] == names


def test_of_equals_the_recently_used_comes_first_and_never_before_a_better_answer():
    plain = found("tháng 6")
    assert plain[0] != "month:2019-06"
    assert found("tháng 6", recent=["month:2019-06"])[0] == "month:2019-06"
    assert found("hoa ky", recent=["market:DE", "item:COFFEE"])[0] == "market:US"


def test_nothing_typed_gives_the_recent_then_pages_and_actions():
    assert found("", recent=["market:US", "market:gone"]) == [
        "market:US", "page:page-markets", "action:export",
    ]  # fmt: skip
    assert found("  ") == ["page:page-markets", "action:export"]


def test_nonsense_finds_nothing():
    assert found("xyzzyq") == []
    assert found("?!") == ["page:page-markets", "action:export"]


@given(st.text(max_size=30))
def test_whatever_is_typed_each_entry_is_found_once_and_not_too_many(typed):
    keys = found(typed)
    assert len(keys) == len(set(keys)) <= LIMIT


def calls(work):
    """Count the calls of Python functions, by name: the same on any machine."""
    counted = {}

    def note(frame, event, _argument):
        if event == "call":
            counted[frame.f_code.co_name] = counted.get(frame.f_code.co_name, 0) + 1

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize("typed", ["hoa ky", "a", "germny"])
def test_a_search_folds_only_what_was_typed_and_looks_at_each_name_once(typed):
    names = len(ALL._spellings)
    counted = calls(lambda: ALL.search(typed))
    assert counted["folded_key"] == len(typed.split())
    assert counted["_grade"] == names
    assert counted.get("_words") == 1
