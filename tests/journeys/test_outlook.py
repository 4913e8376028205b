"""Where 2025 was to end, told in the terminal from the sample returns, and what came of it."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from desktop.analysis.tracing.outlooks import outlook_traced
from desktop.cli.door import run_command
from desktop.figures.places import sample
from desktop.workflow import Office
from desktop.workflow.example import TARGET_2025
from tests.journeys.test_every_number import ends_in_cells

pytestmark = pytest.mark.slow

NOW = datetime(2025, 7, 12, tzinfo=UTC)
ACTUAL_2025 = 474.994e9
"""What the year came to: the sum of the months as published in January 2026."""


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """An archive with the sample returns to June 2025, and the year's target."""
    place = tmp_path_factory.mktemp("outlook") / "archive.sqlite3"
    with Office(place, clock=lambda: NOW, user="lan") as office:
        office.take_in([sample(part) for part in ("history", "gso", "customs")])
        office.set_target(TARGET_2025)
    return place


@pytest.fixture(scope="module")
def office(archive):
    """The office on it."""
    with Office(archive, clock=lambda: NOW, user="lan") as office:
        yield office


@pytest.fixture
def terminal(archive, capsys):
    """Run `outlook` on the archive; gives (exit status, standard output)."""

    def run(*arguments, language="en"):
        words = ["outlook", *arguments, "--archive", archive, "--language", language]
        status = run_command([str(word) for word in words], lambda: NOW)
        return status, capsys.readouterr().out

    return run


@pytest.fixture
def told(terminal):
    """Give the outlook as JSON."""

    def tell(*arguments):
        status, out = terminal(*arguments, "--format", "json")
        assert status == 0
        return json.loads(out)

    return tell


def test_in_june_the_target_was_very_likely_and_the_band_held_what_came(told):
    found = told()
    exports, target = found["exports"], found["targets"][0]
    assert (found["year"], found["through"]) == (2025, "2025-06")
    assert exports["known"] == pytest.approx(219.83e9, abs=1e6)
    assert exports["median"] == pytest.approx(469e9, rel=0.01)
    assert exports["band_80"][0] < ACTUAL_2025 < exports["band_80"][1]
    assert target["low"] == pytest.approx(454_195.5e6, abs=1e6)
    assert 0.85 <= target["chance"] <= 0.98
    assert target["word"] == "very likely"


def test_it_grew_likelier_from_month_to_month_and_says_by_what(told, terminal):
    seen = told()["exports"]["seen"]
    chances = [s["chance"] for s in seen]
    assert chances[0] < 0.5 < chances[-1]
    assert not any(s["by_hindsight"] for s in seen)
    move = told()["exports"]["move"]
    assert move["revision"] + move["tet"] + move["news"] == pytest.approx(move["change"], abs=2e3)
    _, out = terminal()
    assert "Since May the answer" in " ".join(out.split())


def test_a_month_asked_for_is_what_was_seen_then(told):
    seen = {s["month"]: s for s in told()["exports"]["seen"]}
    march = told("--as-of", "2025-04-30")
    assert march["through"] == "2025-03"
    assert march["exports"]["median"] == pytest.approx(seen["2025-03"]["median"], abs=2e3)
    assert told("--year", "2025", "--through", "4")["through"] == "2025-04"


def test_the_record_says_that_rules_of_thumb_were_worse(told):
    errors = told()["exports"]["record"]["errors"]
    assert errors["landing"] < errors["carried"] < errors["linear"]


def test_parts_of_either_split_are_told_with_what_is_beyond_them(told):
    parts = {(p["flow"], p["by"]): p for p in told()["parts"]}
    assert set(parts) == {(flow, by) for flow in ("export", "import") for by in ("item", "market")}
    markets = parts["export", "market"]["parts"]
    assert markets[0]["code"] == "US"
    assert markets[0]["known"] == pytest.approx(70.9e9, rel=0.001)
    assert markets[0]["growth"] > 0.15


def test_it_is_told_in_vietnamese(terminal):
    _, out = terminal(language="vi")
    text = " ".join(out.split())
    assert "trung vị 469" in text
    assert "rất cao" in text


def test_the_same_archive_gives_the_same_bytes(terminal):
    assert terminal("--format", "json") == terminal("--format", "json")


@pytest.mark.parametrize(
    ("item", "market", "name"),
    [
        ("", "US", "market:US"), ("WOOD", "", "item:WOOD"), ("WOOD", "US", "market:US+item:WOOD"),
        ("MARD/AGRO_FORESTRY_FISHERY", "", "item:MARD/AGRO_FORESTRY_FISHERY"),
        ("ELEC", "FTA/EU", "market:FTA/EU+item:ELEC"),
    ],
)  # fmt: skip
def test_every_number_of_the_outlook_within_a_part_leads_to_its_series(office, item, market, name):
    overview = office.held_overview()
    ahead = office.outlook_within(overview, item=item, market=market)
    sold, month = ahead.exports, ahead.exports.fan[-1]
    shown = {
        f"{name}.median": sold.band.median,
        f"{name}.high_95": sold.band.nearly_all[1],
        f"{name}.known": sold.known,
        f"{name}.base": sold.base,
        f"{name}.growth": sold.growth,
        f"{name}@{month.month}.low_50": month.to_date.half[0],
        f"{name}@{month.month}.alone_median": month.alone.median,
        f"imports+{name}.median": ahead.imports.band.median,
        f"balance+{name}.low_80": ahead.balance.most[0],
    }
    part = ahead.parts.parts[0] if ahead.parts else None
    if part and not item:
        shown[f"{name}+item:{part.code}.median"] = part.band.median
    asked = office._foresight(overview)
    asked = office._foresight_within(asked, overview, item=item, market=market)
    for number, value in shown.items():
        trace = (
            office.trace(f"outlook:{number}")
            if part and part.code in number
            else outlook_traced(asked, f"outlook:{number}")
        )
        assert trace.value == pytest.approx(value, rel=1e-9), number
        assert not ends_in_cells(trace), number
