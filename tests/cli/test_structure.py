"""Growth and structure from the terminal: tables in both languages, and all of it as JSON."""

import json
from functools import partial

import pytest

from desktop.cli.door import run_command
from desktop.figures.places import sample
from desktop.workflow import Office
from tests.cli.conftest import NOW


@pytest.fixture
def terminal(command, two_junes):
    """Run a command on the archive; gives (exit status, standard output, standard error)."""
    return partial(command, archive=two_junes, language=None)


def test_the_tables_in_both_languages(terminal, monkeypatch):
    monkeypatch.setenv("COLUMNS", "140")
    status, out, _ = terminal("structure", "--grouping", "CONTINENT", "--language", "vi")
    assert status == 0
    for words in ("Điện tử, máy tính", "Đóng góp", "Châu Phi", "Giá và lượng", "Cán cân", "HHI"):
        assert words in out
    assert "Mới, năm trước dưới 190 triệu USD: Argentina" in out
    _, out, _ = terminal("structure", "--flow", "import", "--language", "en")
    assert "China" in out
    assert "Emerging" not in out


def test_status_carries_it_all_as_json(terminal):
    status, out, _ = terminal("status", "--format", "json", "--grouping", "MARD")
    told = json.loads(out)["structure"]
    assert told["exports"]["items"]["notes"] == {"vi": "", "en": ""}
    emerging = told["emerging"]["notes"]
    assert "đơn vị tự sửa được" in emerging["vi"]
    assert emerging["en"] not in ("", emerging["vi"])
    assert status == 0
    assert (told["through"], told["window"]) == ("2025-06", "to_date")
    (elec,) = (p for p in told["exports"]["items"]["parts"] if p["code"] == "ELEC")
    assert elec["value"] == pytest.approx(47_709.4e6, abs=0.1e6)
    assert elec["sources"][0]["file"] == "02-Bieu-T6.2025.xlsx"
    assert elec["base_sources"][0]["file"] == "03-Bieu-6.2024.xlsx"
    assert {g["scheme"] for g in told["groupings"]} == {"MARD"}
    whole = told["exports"]["items"]
    points = sum(round(p["points"] * 10) for p in (*whole["parts"], whole["rest"]) if p["points"])
    assert points == round(whole["total"]["points"] * 10)


def test_one_market_by_item_and_one_item_by_market(terminal):
    _, out, _ = terminal("structure", "--market", "US", "--format", "json")
    us = json.loads(out)
    assert us["split"]["total"]["value"] == 70_913_880_082
    assert us["heat"]["months"][-1] == "2025-06"
    _, out, _ = terminal("structure", "--item", "WOOD", "--language", "en")
    assert "United States" in out


def test_names_are_taken_as_codes_are(terminal):
    _, by_code, _ = terminal("structure", "--market", "US", "--language", "en")
    for name in ("Hoa Kỳ", "hoa ky", "united states"):
        assert terminal("structure", "--market", name, "--language", "en")[1] == by_code


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["--grouping", "NONE"], 1, "There is no grouping NONE."),
        (["--market", "Hoa Kỳy"], 2, "Near names: Hoa Kỳ"),
        (["--market", "US", "--item", "WOOD"], 2, "not both"),
        (["--basis", "week"], 2, "rolling_12"),
        (["--through", "2026-01"], 1, "2026"),
        (["--item", "BICYCLE"], 1, "no figures of Exports · Bicycles"),
    ],
)
def test_what_there_is_not_is_told(terminal, arguments, status, words):
    ended, _, err = terminal("structure", *arguments, "--language", "en")
    assert ended == status
    assert words in err


def test_the_month_and_the_last_twelve_months(terminal):
    _, out, _ = terminal("structure", "--basis", "month", "--format", "json")
    assert json.loads(out)["exports"]["items"]["total"]["value"] == 39_490e6
    _, out, _ = terminal("structure", "--basis", "rolling_12", "--format", "json")
    # The half-years alone are held: what is missing is said, not guessed.
    assert json.loads(out)["exports"]["items"]["total"]["reason"] == "no_figure"


def test_rows_without_a_year_before_come_to_none_together(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "140")
    place = tmp_path / "archive.sqlite3"
    with Office(place, clock=lambda: NOW, user="tester") as office:
        assert office.take_in([sample("gso", "02-Bieu-T6.2025.xlsx")])
    run_command(["structure", "--language", "en", "--archive", str(place)], lambda: NOW)
    (others,) = (line for line in capsys.readouterr().out.splitlines() if " other items " in line)
    assert others.split()[4] == "–"
    assert "0.00" not in others


@pytest.mark.parametrize(
    "words", [("status",), ("status", "--market", "US"), ("structure",), ("warnings",),
              ("balance",), ("revisions", "exports"), ("provenance", "exports.growth")],
)  # fmt: skip
def test_what_is_read_says_as_of_when_it_is_told(command, two_junes, words):
    said = partial(command, *words, archive=two_junes)
    _, out, _ = said("--as-of", "2025-07-11")
    assert out.splitlines()[0] == "As of 11 Jul 2025"
    _, out, _ = said()
    assert "As of" not in out
    _, out, _ = said("--as-of", "2025-07-11", "--format", "json")
    json.loads(out)


def test_of_a_range_both_ends_are_told_and_which_one_a_gap_is_to(command, two_junes, tmp_path):
    copy = tmp_path / "range.sqlite3"
    copy.write_bytes(two_junes.read_bytes())
    said = partial(command, archive=copy)
    said("path", "set", "--year", "2025", "--phasing", "linear")
    said("target", "set", "--year", "2025", "--value", "440", "--high-value", "480")
    _, out, _ = said("status")
    line = {row.split("  ")[0].strip(): row for row in out.splitlines() if row.strip()}
    assert "440.00–480.00" in line["Target for the year"]
    assert "45.8–50.0%" in line["Share of the target"]
    assert "220.00–240.00" in line["Path to date"]
    assert "−0.17 (low end)" in line["Gap to the path"]
    assert "36.70–43.36" in line["Required each month left"]
    told = json.loads(said("status", "--format", "json")[1])["exports"]
    ends = (told["path_usd"], told["path_high_usd"])
    assert ends == pytest.approx((220e9, 240e9), abs=0.01)
    said("target", "set", "--year", "2025", "--value", "440")
    _, out, _ = said("status")
    assert "low end" not in out
