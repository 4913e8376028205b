"""Provenance and revisions by command: trees to read, JSON and CSV with stable keys."""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime, timedelta, timezone

import pytest

from desktop.analysis.tracing import leaves
from desktop.analysis.tracing.released import release_name, revision_name
from desktop.cli.door import run_command
from desktop.cli.revisions_out import COLUMNS
from desktop.figures.places import sample
from desktop.figures.series import Measure
from desktop.workflow import Office

NOW = datetime(2025, 7, 12, 9, 30, tzinfo=timezone(timedelta(hours=7)))
BOOKS = "03-Bieu-T3.2025.xlsx", "02.-Bieu-T4.2025.xlsx", "02-So-lieu-T5.2025.xlsx"


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """An archive of three books of 2025, March to May."""
    place = tmp_path_factory.mktemp("releases") / "archive.sqlite3"
    books = [str(sample("gso", name)) for name in BOOKS]
    assert run_command(["import", *books, "--archive", str(place)], lambda: NOW) == 0
    return place


@pytest.fixture
def ask(capsys, archive):
    """Run a command on the archive; gives (exit status, standard output, standard error)."""
    capsys.readouterr()

    def run(*arguments):
        status = run_command([*map(str, arguments), "--archive", str(archive)], lambda: NOW)
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


def test_a_number_leads_to_file_sheet_cell_and_print(ask):
    status, out, _ = ask("provenance", "exports.month", "--language", "en")
    assert status == 0
    assert out.startswith("Exports in May 2025: 39,600.0 million USD")
    assert "02-So-lieu-T5.2025.xlsx · 14. XK HH!" in out


def test_a_derived_number_leads_to_all_its_inputs(ask):
    told = json.loads(ask("provenance", "balance.month", "--format", "json")[1])
    assert (told["name"], told["unit"], told["kind"]) == ("balance.month", "usd", "less")
    exports, imports = told["inputs"]
    assert told["value"] == exports["value"] - imports["value"]
    assert set(exports["source"]) == {"file", "sheet", "cell", "printed", "reported_on"}
    assert exports["source"]["sheet"] != imports["source"]["sheet"]


def test_a_number_is_asked_of_a_month_and_as_of_a_day(ask):
    month = ("provenance", "exports.month", "--through", "2025-04", "--format", "json")
    now, then = (json.loads(ask(*month, *day)[1]) for day in ((), ("--as-of", "2025-05-31")))
    assert (now["source"]["reported_on"], then["source"]["reported_on"]) == (
        "2025-06-06", "2025-05-06",
    )  # fmt: skip
    assert (now["status"], then["status"]) == ("actual", "preliminary")
    first = json.loads(ask(*month, "--first-release")[1])
    assert first["source"] == then["source"]


def test_an_unknown_name_is_refused_with_near_ones(ask):
    status, out, err = ask("provenance", "exports.cumulativ", "--language", "en")
    assert (status, out) == (1, "")
    assert "exports.cumulative" in err


def test_all_names_are_listed(ask):
    names = ask("provenance")[1].split()
    assert names == json.loads(ask("provenance", "--format", "json")[1])
    assert {"exports.cumulative", "balance.change", "item:COFFEE.growth"} <= set(names)


def test_how_far_a_market_rests_on_few_items_is_listed_of_wholes_alone(ask):
    """Of a market it is asked within: "market:US+all.items_hhi"; a part's name has no answer."""
    listed = json.loads(ask("provenance", "--format", "json")[1])
    named = [name for name in listed if "_hhi" in name or "_top_share" in name]
    assert "exports.markets_hhi" in named
    assert {name.split(".")[0] for name in named} == {"exports", "imports"}


def test_the_triangle_has_a_line_for_each_release(ask):
    lines = list(csv.DictReader(io.StringIO(ask("revisions", "exports", "--format", "csv")[1])))
    assert tuple(lines[0]) == COLUMNS
    march = [line for line in lines if line["month"] == "2025-03"]
    assert [(line["release"], line["reported_on"]) for line in march] == [
        ("1", "2025-04-06"), ("2", "2025-05-06"),
    ]  # fmt: skip
    first, later = (float(line["value"]) for line in march)
    assert float(march[1]["revision"]) == pytest.approx(later / first - 1)


@pytest.mark.slow
@pytest.mark.parametrize("cumulative", [False, True])
@pytest.mark.parametrize(
    ("series", "measure"),
    [(name, Measure.VALUE) for name in ("exports", "balance", "item:COFFEE")]
    + [("item:COFFEE", Measure.QUANTITY)],
)
def test_every_release_of_a_triangle_leads_to_its_cells(archive, series, measure, cumulative):
    """The cell, or all that the figure was worked out of; in value and in quantity."""
    with Office(archive, clock=lambda: NOW, user="tester") as office:
        told = office.revisions(series, cumulative=cumulative, measure=measure)
        assert told.rows
        for row in told.rows:
            _leads_to_cells(office, told, row)


def _leads_to_cells(office, told, row):
    if len(row.releases) > 1 and row.first.value:
        days = row.first.reported_on, row.latest.reported_on
        name = revision_name(told.series, row.month, *days, cumulative=told.cumulative)
        moved = (row.latest.value - row.first.value) / abs(row.first.value)
        trace = office.trace(name)
        assert trace.value == pytest.approx(moved, abs=1e-9)
        assert [t.value for t in trace.inputs[:2]] == [row.latest.value, row.first.value]
        assert all(leaf.source for leaf in leaves(trace))
    for release in row.releases:
        day, to_date = release.reported_on, told.cumulative
        trace = office.trace(release_name(told.series, row.month, day, cumulative=to_date))
        assert trace.value == pytest.approx(release.value, abs=0.001)
        ends = list(leaves(trace))
        assert all(leaf.source and leaf.source.reported_on <= str(day) for leaf in ends)
        if len(ends) == 1:
            assert ends[0].source == release.source


def test_the_triangle_names_each_release(ask):
    months = json.loads(ask("revisions", "exports", "--format", "json")[1])["months"]
    told = months[-1]["releases"][0]
    assert told["name"] == f"exports@{months[-1]['month']}.released_{told['reported_on']}"
    found = json.loads(ask("provenance", told["name"], "--format", "json")[1])
    assert (found["value"], found["source"]) == (told["value"], told["source"])
    assert ask("provenance", "exports@2025-03.released_2000-01-01")[0] == 1
    march = "exports@2025-03.revised_2025-04-06_2025-05-06"
    moved = json.loads(ask("provenance", march, "--format", "json")[1])
    later, first = (told["value"] for told in moved["inputs"])
    assert moved["value"] == pytest.approx(later / first - 1)
    assert ask("provenance", "exports@2025-03.revised_2000-01-01_2025-05-06")[0] == 1


def test_revisions_say_how_far_figures_moved(ask):
    told = json.loads(ask("revisions", "exports", "--format", "json")[1])
    assert (told["series"], told["basis"], told["sign_flips"]) == ("exports", "month", None)
    size = told["statistics"]["preliminary"]["to_latest"]
    again = [m for m in told["months"] if len(m["releases"]) > 1]
    assert size["count"] == len(again) == told["months_released_again"]
    assert 0 <= size["median_absolute"] <= abs(size["largest"])


@pytest.mark.parametrize(
    ("code", "called"), [("vi", "Cán cân thương mại"), ("en", "Trade balance")]
)
def test_the_balance_has_a_triangle_too(ask, code, called):
    status, out, _ = ask("revisions", "balance", "--since", "2025-03", "--language", code)
    assert status == 0
    assert out.lstrip().startswith(called)
    assert "2025-03" in out
    assert "2025-02" not in out


@pytest.mark.parametrize(
    ("series", "said"),
    [("item:COFFE", "item:COFFEE"), ("market:ZZ", "market:"), ("province:Huế", "no release")],
)
def test_a_series_that_is_not_held_is_refused(ask, series, said):
    status, out, err = ask("revisions", series, "--language", "en")
    assert (status, out) == (1, "")
    assert said in err


def test_returns_and_what_is_due_are_asked_as_of_a_day(ask):
    day = ("--as-of", "2025-05-31")
    held = json.loads(ask("returns", "--format", "json", *day)[1])
    assert [one["month"] for one in held] == ["2025-03", "2025-04"]
    due = json.loads(ask("due", "--all", "--format", "json", *day)[1])
    assert [(one["month"], one["state"]) for one in due] == [
        ("2025-03", "received"), ("2025-04", "received"), ("2025-05", "due"),
    ]  # fmt: skip


def test_targets_are_listed_as_of_a_day(ask, capsys, archive):
    given = ("--year", "2031", "--growth", "9%", "--issued-on", "2031-01-08")
    run_command(["target", "set", *given, "--archive", str(archive)], lambda: NOW)
    capsys.readouterr()
    then, now = (
        json.loads(ask("target", "list", "--format", "json", *day)[1])
        for day in (("--as-of", "2031-01-07"), ("--as-of", "2031-01-08"))
    )
    assert [t["year"] for t in then] == []
    assert [t["year"] for t in now] == [2031]


def test_a_cumulative_with_a_month_added_is_called_no_sum_of_the_months(tmp_path, capsys):
    place = str(tmp_path / "archive.sqlite3")
    books = sample("gso", "02-Bieu-T6.2025.xlsx"), sample("next", "02-Bieu-T7.2025.xlsx")
    assert run_command(["import", *map(str, books), "--archive", place], lambda: NOW) == 0
    capsys.readouterr()
    asked = ["--language", "en", "--archive", place]
    run_command(["status", "--format", "json", *asked], lambda: NOW)
    imports = json.loads(capsys.readouterr().out)["imports"]
    assert imports["cumulative_origin"] == "summed"
    run_command(["provenance", "imports.cumulative", *asked], lambda: NOW)
    assert "the cumulative to May 2025 and the months since, added up" in capsys.readouterr().out
    run_command(["status", *asked], lambda: NOW)
    told = " ".join(capsys.readouterr().out.split())
    assert "sum of the months" not in told
    assert "month before's plus" in told


def test_months_missing_in_the_middle_are_named_with_a_remedy(tmp_path, capsys):
    place = str(tmp_path / "archive.sqlite3")
    books = sample("gso", "03-Bieu-T3.2025.xlsx"), sample("next", "02-Bieu-T7.2025.xlsx")
    assert run_command(["import", *map(str, books), "--archive", place], lambda: NOW) == 0
    capsys.readouterr()
    run_command(["status", "--language", "en", "--archive", place], lambda: NOW)
    told = " ".join(capsys.readouterr().out.split())
    for flow in ("Exports", "Imports"):
        missing = "no return held gives January 2025, April 2025, May 2025 alone."
        assert f"{flow}: {missing} Import those months' returns." in told
    lacking = "no return held gives all the same months of 2024; growth is not recomputed."
    assert f"Exports: {lacking}" in told
    assert told.count(lacking) == 1  # of imports no cumulative is told
