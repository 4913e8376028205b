"""The balance from the terminal: by month and what moved it, of all trade and of a part."""

import json
from functools import partial

import pytest

from tests.cli.test_structure import terminal

__all__ = ["terminal"]


def told(terminal, *arguments):
    status, out, _ = terminal("balance", *arguments, "--format", "json")
    assert status == 0
    return json.loads(out)


def test_the_balance_of_the_half_year_and_what_moved_it(terminal):
    whole = told(terminal)
    june = whole["months"][5]
    assert june["cumulative"] == pytest.approx(7.63e9, rel=2e-3)
    assert whole["bridge"]["balance"] == june["cumulative"]
    steps = sum(step["change"] for step in whole["bridge"]["steps"])
    assert whole["bridge"]["base"] + steps == pytest.approx(whole["bridge"]["balance"])


def test_the_balance_with_one_market_and_in_one_item(terminal):
    us = told(terminal, "--market", "US")
    assert us["bridge"]["balance"] == pytest.approx(62.04e9, rel=1e-3)
    assert us["bridge"]["partners"] == []
    assert {s["code"] for s in us["bridge"]["steps"]} >= {"ELEC", "OTHER"}
    fish = told(terminal, "--item", "SEAFOOD")
    assert {p["code"] for p in fish["bridge"]["partners"]} >= {"CN", "JP"}
    assert fish["bridge"]["balance"] > 0


def test_the_tables_in_both_languages(terminal, monkeypatch):
    monkeypatch.setenv("COLUMNS", "140")
    status, out, _ = terminal("balance", "--market", "CN", "--language", "vi")
    assert status == 0
    for words in ("Trung Quốc", "Xuất khẩu", "Lũy kế từ tháng 1", "Hiện tại"):
        assert words in out
    _, out, _ = terminal("balance", "--language", "en")
    assert "From January on" in out


def test_what_was_revised_inside_a_balance_to_date_is_said_beneath_it(
    command, sample_archive, tmp_path
):
    place = tmp_path / "archive.sqlite3"
    place.write_bytes(sample_archive)
    terminal = partial(command, archive=place)
    found = told(terminal, "--market", "AU")
    months = [month for month in found["months"] if month["balance"] is not None]
    apart = months[-1]["cumulative"] - sum(month["balance"] for month in months)
    assert found["difference"]["total_usd"] == apart != 0
    assert sum(part["amount_usd"] for part in found["difference"]["parts"]) == apart
    _, out, _ = terminal("balance", "--market", "AU")
    words = f"is {abs(apart) / 1e6:.1f} million USD less than the months added up"
    assert words in " ".join(out.split())


def test_what_no_catalogue_knows_or_no_return_tells_is_refused(terminal):
    assert terminal("balance", "--market", "XX")[0] == 2
    assert terminal("balance", "--market", "US", "--item", "ELEC")[0] == 2
    status, _, err = terminal("balance", "--item", "TEXTILE", "--language", "vi")
    assert status == 1
    assert "không có số liệu của Cán cân thương mại · Dệt, may" in err
