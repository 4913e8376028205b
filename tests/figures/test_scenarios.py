"""Scenarios as typed, as said and as a small text file."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.figures.finding import Refused
from desktop.figures.finding_texts import remedy, sentence
from desktop.figures.month import Month
from desktop.figures.scenario import Scenario, Shock
from desktop.figures.scenario_files import scenario_from_json, scenario_to_json
from desktop.figures.scenario_texts import label_of, shock_told
from desktop.figures.scenario_typing import checked, shock
from desktop.figures.series import TOTAL, WORLD, Flow
from desktop.figures.wording import language

AUGUST = Month(2025, 8)


def test_a_shock_is_typed_by_names_in_either_language_and_notation():
    expected = Shock(Flow.EXPORT, "WOOD", "US", 0.46, -0.25, -0.035, 0.3, ("EU27", "JP"))
    for text in (
        "market=US; item=WOOD; tariff=46%; volume=-25%; price=-3.5%; diverted=30%; to=EU,JP",
        "Market = Hoa Kỳ;item=Gỗ và sản phẩm gỗ; tariff=46 %; volume=−25; price=-3,5%; "
        "diverted=30; to=EU, Nhật Bản",
    ):
        assert shock(text) == expected
    assert shock("flow=import; monthly=0,5") == Shock(Flow.IMPORT, monthly=5e8)
    assert shock("volume=-10%") == Shock(item=TOTAL, market=WORLD, volume=-0.1)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("volume", "scenario_entry_unread"),
        ("volume=-5%; volume=-6%", "scenario_entry_unread"),
        ("loss=5%", "scenario_entry_unread"),
        ("flow=balance; volume=-5%", "scenario_entry_unread"),
        ("market=Atlantis; volume=-5%", "target_unknown_name"),
        ("volume=many", "target_amount_unread"),
        ("volume=-0.25", "target_fraction_or_percent"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_a_sentence(text, code):
    with pytest.raises(Refused) as refused:
        shock(text)
    (finding,) = refused.value.findings
    assert finding.code == code
    for told in (language("vi"), language("en")):
        assert sentence(finding, told)
        assert remedy(finding, told)


@pytest.mark.parametrize(
    ("one", "code"),
    [
        (Shock(market="US", tariff=0.46), "scenario_shock_empty"),
        (Shock(volume=-1.5), "scenario_shock_range"),
        (Shock(price=20.0), "scenario_shock_range"),
        (Shock(market="US", volume=-0.1, diverted=1.5), "scenario_shock_range"),
        (Shock(volume=-0.1, diverted=0.5), "scenario_diverted_nowhere"),
        (Shock(market="US", price=-0.1, diverted=0.5), "scenario_diverted_nowhere"),
        (Shock(item="FTA/CPTPP", volume=-0.1), "scenario_shock_kind"),
        (Shock(Flow.BALANCE, volume=-0.1), "scenario_shock_kind"),
    ],
)
def test_a_shock_that_makes_no_sense_is_refused(one, code):
    with pytest.raises(Refused) as refused:
        checked(Scenario("x", AUGUST, (one,)))
    assert refused.value.findings[0].code == code
    assert sentence(refused.value.findings[0], language("vi"))


@pytest.mark.parametrize("scenario", [Scenario("  ", AUGUST, (Shock(price=0.1),)),
                                      Scenario("x" * 81, AUGUST, (Shock(price=0.1),)),
                                      Scenario("x", AUGUST, ())])  # fmt: skip
def test_a_scenario_needs_a_name_and_an_assumption(scenario):
    with pytest.raises(Refused):
        checked(scenario)


_FRACTION = st.floats(-1, 10, allow_nan=False)


@given(
    st.text(max_size=40), st.text(max_size=40),
    st.lists(st.builds(
        Shock, st.sampled_from([Flow.EXPORT, Flow.IMPORT]), st.sampled_from([TOTAL, "WOOD"]),
        st.sampled_from([WORLD, "US", "FTA/CPTPP"]), st.none() | _FRACTION, _FRACTION, _FRACTION,
        st.floats(0, 1), st.sampled_from([(), ("JP", "EU")]), st.floats(-1e12, 1e12),
    ), max_size=4),
)  # fmt: skip
def test_a_file_gives_back_what_was_written(name, note, shocks):
    written = Scenario(name, AUGUST, tuple(shocks), note, "Lan", "2025-07-12T12:00:00")
    assert scenario_from_json(scenario_to_json(written)) == written


def test_a_spoilt_file_is_told_by_what_is_wrong_in_it():
    whole = json.loads(scenario_to_json(Scenario("x", AUGUST, (Shock(price=0.1),))))
    for spoilt, word in (
        ({**whole, "format": "another"}, "format"),
        ({**whole, "since": "soon"}, "soon"),
        ({**whole, "since": 3}, "since"),
        ({**whole, "more": 1}, "more"),
        ({**whole, "shocks": {}}, "shocks"),
        ({**whole, "shocks": [{"price": "a lot"}]}, "price"),
        ({**whole, "shocks": [{"price": True}]}, "price"),
        ({**whole, "shocks": [{"prize": 1}]}, "prize"),
        ({**whole, "shocks": [{"to": "US"}]}, "to"),
        ({**whole, "shocks": [7]}, "shocks"),
    ):
        with pytest.raises(ValueError, match=word):
            scenario_from_json(json.dumps(spoilt))


@pytest.mark.parametrize(
    ("text", "place"),
    [("", "JSON 1:1"), ('{\n "name": }', "JSON 2:10"), ("[" * 100_000, "JSON")],
)
def test_what_is_no_json_is_told_by_its_place_and_not_in_english(text, place):
    with pytest.raises(ValueError) as told:  # noqa: PT011 - the words are what is asked of it
        scenario_from_json(text)
    assert str(told.value) == place


def test_it_is_said_as_an_officials_assumption_in_both_languages():
    one = Shock(Flow.EXPORT, "WOOD", "US", 0.46, -0.25, -0.035, 0.3, ("JP",), 5e8)
    english = shock_told(one, language("en"))
    assert english == (
        "Wood · United States: tariff 46%, volume −25%, price −3.5%, 30% of the loss diverted to "
        "Japan, +0.50 bn USD on top each month"
    )
    assert "3,5%" in shock_told(one, language("vi"))
    assert "lost altogether" in shock_told(Shock(market="US", volume=-1.0), language("en"))
    kept = Scenario("x", AUGUST, (one,), made_by="Lan", made_at="2025-07-12T12:00:00+00:00")
    assert label_of(kept, language("en")) == "Assumption of Lan, 12 Jul 2025"
    assert label_of(Scenario("x", AUGUST, (one,)), language("en")) == "Assumption, not kept yet"
