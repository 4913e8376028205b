"""Early warnings from the terminal: what cannot be judged, tried or read is said as it is."""

from __future__ import annotations

import json
from functools import partial

import pytest

from desktop.analysis.warnings.results import Evidence, Fact
from desktop.cli import warnings_out
from desktop.cli.door import run_command
from desktop.figures.figure import Source, Status
from desktop.figures.month import Month
from desktop.figures.places import sample
from desktop.figures.series import Flow, Series
from desktop.figures.wording import language
from tests.cli.conftest import NOW

BOOK = sample("gso", "02-Bieu-T6.2025.xlsx")


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """An archive of June's book alone, and the year's target: no figure of the year before."""
    place = tmp_path_factory.mktemp("warned") / "archive.sqlite3"
    for line in (["import", str(BOOK)], ["target", "set", "--year", "2025", "--growth", "12%"]):
        assert run_command(["--archive", str(place), *line], lambda: NOW) == 0
    return place


@pytest.fixture
def terminal(command, archive):
    """Run a command on the archive; gives (exit status, standard output, standard error)."""
    return partial(command, archive=archive)


def test_a_target_that_lacks_its_base_is_not_said_to_be_missing(terminal):
    out = terminal("warnings")[1]
    assert "no target" not in out
    assert "Path never reached before: last year is not in the archive as a whole" in out


def test_a_year_alone_can_be_tried(terminal):
    status, out, _ = terminal("warnings", "backtest", "--format", "json")
    assert status == 0
    records = json.loads(out)
    assert {record["fired"] for record in records} == {0}
    assert "late" not in {record["rule"] for record in records}


def test_what_no_figure_tells_of_afterwards_is_not_said_to_have_been_silent(terminal):
    for line in ((), ("--rule", "late")):
        out = " ".join(terminal("warnings", "backtest", *line)[1].split())
        assert "Late returns are not tried" in out
        assert "Late return 0" not in out


@pytest.mark.parametrize(
    ("span", "asked"),
    [
        (("--from", "2025-05", "--to", "2025-01"), "May 2025..January 2025"),
        (("--to", "1999-01"), "January 2025..January 1999"),
        (("--from", "2031-01"), "January 2031..June 2025"),
    ],
)
def test_months_that_cannot_be_tried_are_refused(terminal, span, asked):
    status, _, err = terminal("warnings", "backtest", *span)
    assert status == 1
    assert f"No month of {asked} can be tried; the archive holds January to June 2025." in err


def test_a_file_that_holds_no_rules_is_refused_in_the_language_spoken(terminal, tmp_path):
    path = tmp_path / "rules.toml"
    path.write_text("[falling]\nmonths is 3\n", "utf-8")
    status, _, err = terminal("warnings", "rules", "--set", str(path), language="vi")
    assert status == 1
    assert "rules.toml" in err
    assert "dòng 2" in err
    assert "Expected" not in err


def test_of_many_cells_the_first_are_named_and_how_many_more():
    """A growth of a price names its four cells; a sum of many months says that there are more."""
    months = (Month(2025, 1), Month(2025, 6))
    lang = language("en")

    def told(count):
        sources = tuple(
            Source("book.xlsx", "14.XK", f"D{n}", "1", "2025-07-06", Status.PRELIMINARY)
            for n in range(count)
        )
        found = Evidence(
            Fact.PRICE_GROWTH, Series(Flow.EXPORT, item="COFFEE"), months, 0.5, sources
        )
        return warnings_out._cells(found, lang)

    assert told(4).count("14.XK!D") == 4
    assert "more" not in told(4)
    assert told(7).endswith("14.XK!D3 and 3 more")
