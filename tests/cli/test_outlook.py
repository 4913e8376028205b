"""Outlook and backtest of a file of series: stable output, exact about odd input."""

import csv
import json
import math
from datetime import UTC, datetime
from functools import partial

import pytest

from desktop.figures.places import sample

NOW = datetime(2026, 7, 12, tzinfo=UTC)
MONTHLY = sample("landing", "monthly.csv")
HEADING = "series,year,month,value"


def line(name, place, value):
    return f"{name},{2000 + place // 12},{place % 12 + 1},{value}"


def steady(name="Rice", months=102, unit=1.0):
    values = [unit * 100 * math.exp(0.004 * i + 0.1 * math.sin(i)) for i in range(months)]
    return [line(name, i, f"{value:.4f}") for i, value in enumerate(values)]


@pytest.fixture
def terminal(command):
    """Run a command line in English; gives (exit status, standard output, standard error)."""
    return partial(command, now=NOW)


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    """A file of two of the series, as real as all of them."""
    lines = MONTHLY.read_text("utf-8").splitlines(keepends=True)
    file = tmp_path_factory.mktemp("two") / "monthly.csv"
    wanted = ("series,", "Italy exports,", "Viet Nam exports,")
    file.write_text("".join(line for line in lines if line.startswith(wanted)), "utf-8")
    return file


@pytest.fixture
def outlook(terminal, tmp_path):
    """Write lines as a file and give the outlook's records."""

    def run(lines, *arguments):
        file = tmp_path / "lúa gạo.csv"
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        status, out, err = terminal("outlook", "--series", file, "--format", "json", *arguments)
        assert (status, err) == (0, "")
        return json.loads(out)["series"]

    return run


def codes(record):
    return [reason["code"] for reason in record["reasons"]]


def test_every_series_of_a_file_is_told(terminal):
    asked = ("outlook", "--series", MONTHLY, "--year", 2016, "--through", "2016-06", "--format")
    status, out, _ = terminal(*asked, "json")
    records = {record["series"]: record for record in json.loads(out)["series"]}
    assert status == 0
    assert len(records) == 13
    korea = records["Korea, Rep. exports"]
    assert (korea["year"], korea["through"]) == (2016, "2016-06")
    assert list(korea["quantiles"])[0::198] == ["0.005", "0.995"]
    assert len(korea["quantiles"]) == 199
    assert korea["quantiles"]["0.500"] == korea["median"]
    assert korea["probabilities"]["0.05"] <= korea["probabilities"]["0.1"] + 1
    assert all(0.01 <= p <= 0.99 for p in korea["probabilities"].values())
    assert codes(records["Ecuador imports"]) == ["stopped"]
    assert records["Ecuador imports"]["median"] is None
    assert terminal(*asked, "json")[1] == out


def test_table_and_csv(terminal):
    asked = ("outlook", "--series", MONTHLY, "--year", 2016, "--through", 6)
    status, out, _ = terminal(*asked)
    assert status == 0
    assert "Ecuador imports: Cannot say: the series stops at February 2016." in out
    status, out, _ = terminal(*asked, "--format", "csv")
    lines = list(csv.DictReader(out.splitlines()))
    assert len(lines) == 12 * 199
    assert list(lines[0]) == ["series", "year", "origin", "probability", "quantile"]


def test_a_backtest_writes_every_quantile_of_every_origin(terminal, two, tmp_path):
    out = tmp_path / "backtest.csv"
    asked = ("backtest", "--series", two, "--from", 2015, "--to", 2015, "--out", out)
    status, said, err = terminal(*asked)
    assert (status, err) == (0, "")
    with out.open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    assert len(lines) == 2 * 11 * 199
    of_one = [
        r for r in lines if (r["series"], r["year"], r["origin"]) == ("Italy exports", "2015", "7")
    ]
    assert [float(r["probability"]) for r in of_one] == [i / 200 for i in range(1, 200)]
    quantiles = [float(r["quantile"]) for r in of_one]
    assert quantiles == sorted(quantiles)
    assert "Viet Nam" in said
    before = out.read_bytes()
    assert terminal(*asked)[0] == 0
    assert out.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["backtest.csv"]


def test_columns_in_any_order_with_others_beside(outlook):
    plain = outlook([HEADING, *steady()])
    cells = [row.split(",") for row in steady()]
    other = [";".join((v, "x", m, y, s, "0")) for s, y, m, v in reversed(cells)]
    (told,) = outlook(["\ufeffVALUE;note;Month;YEAR;Series;lunar_new_year", *other])
    assert [told] == plain
    (unnamed,) = outlook(["year,month,value_musd", *(row.partition(",")[2] for row in steady())])
    assert unnamed["series"] == "lúa gạo"
    assert unnamed["median"] == plain[0]["median"]


def test_flows_of_one_name_are_two_series(outlook):
    rows = [f"{row},{flow}" for flow in ("exports", "imports") for row in steady()]
    assert [r["series"] for r in outlook([HEADING + ",flow", *rows])] == [
        "Rice exports", "Rice imports",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("place", "value", "reason"),
    [
        (90, None, "gap"),
        (90, "", "gap"),
        (90, "n/a", "gap"),
        (90, "0", "not_positive"),
        (90, "-120", "not_positive"),
        (90, "about 120", "mixed_units"),
        (90, "12x0", "not_a_number"),
        (90, '"1,234"', "not_a_number"),
        (90, "130000", "out_of_scale"),
        (90, "EUR 130", "mixed_units"),
    ],
)
def test_a_reason_instead_of_a_number(outlook, place, value, reason):
    rows = steady()
    rows[place] = line("Rice", place, value)
    kept = [row for i, row in enumerate(rows) if value is not None or i != place]
    (record,) = outlook([HEADING, *kept])
    assert codes(record) == [reason]
    assert (record["median"], record["quantiles"]) == (None, {})
    assert record["reasons"][0]["sentence"].startswith("Cannot say")


def test_two_currencies_by_column(outlook):
    rows = [f"{row},{'USD' if i < 60 else 'VND'}" for i, row in enumerate(steady())]
    assert codes(outlook([HEADING + ",currency", *rows])[0]) == ["mixed_units"]


def test_the_same_month_twice(outlook):
    assert codes(outlook([HEADING, *steady(), line("Rice", 90, "7")])[0]) == ["given_twice"]
    assert outlook([HEADING, *steady(), steady()[90]])[0]["median"]


def test_short_stopped_broken(outlook):
    assert codes(outlook([HEADING, *steady(months=23)])[0]) == ["too_short"]
    rice, tea = outlook([HEADING, *steady("Rice", 102), *steady("Tea", 90)])
    assert rice["median"]
    assert codes(tea) == ["stopped"]
    assert codes(
        outlook([HEADING, *steady(), line("Rice", 102, "")], "--through", "2008-07")[0]
    ) == ["stopped"]
    broken = [*steady()[:70], *steady(unit=5)[70:]]
    (told,) = outlook([HEADING, *broken])
    assert (codes(told), told["reasons"][0]["month"]) == (["break_found"], "2005-11")
    assert outlook([HEADING, *broken], "--break", "2005-11")[0]["median"]
    assert codes(outlook([HEADING, "Rice,2008,13,5", *steady()])[0]) == ["no_month"]
    assert codes(outlook([HEADING, "Rice,2008,1,"])[0]) == ["nothing_yet"]


@pytest.mark.parametrize(
    "content",
    [b"", b"\n\n", HEADING.encode(), b"a,b\n1,2\n", b"\xff\xfe\x00", b"year,month,value\n\n"],
)
def test_a_file_without_series_is_refused(terminal, tmp_path, content):
    file = tmp_path / "odd.csv"
    file.write_bytes(content)
    for command in (("outlook",), ("backtest", "--out", tmp_path / "out.csv")):
        status, out, err = terminal(*command, "--series", file)
        assert (status, out) == (1, "")
        assert "odd.csv" in err
    assert [p.name for p in tmp_path.iterdir()] == ["odd.csv"]


def test_a_backtest_of_no_year_is_refused_and_writes_nothing(terminal, tmp_path):
    out = tmp_path / "out.csv"
    asked = ("backtest", "--series", MONTHLY, "--from", 2050, "--out", out)
    status, said, told = terminal(*asked)
    assert (status, said) == (1, "")
    assert "no whole year" in told
    assert not out.exists()


def test_a_backtest_needs_a_place(terminal, two, tmp_path):
    status, _, err = terminal(
        "backtest", "--series", two, "--from", 2015, "--to", 2015,
        "--out", tmp_path / "none" / "x.csv",
    )  # fmt: skip
    assert status == 1
    assert "There is no folder" in err
    assert terminal("outlook", "--series", tmp_path / "absent.csv")[0] == 1


def test_nonsense_is_a_usage_error(terminal):
    for line_ in (
        ("outlook", "--series", MONTHLY, "--year", 2016, "--through", "2017-03"),
        ("outlook", "--series", MONTHLY, "--year", 2016, "--through", "13"),
        ("outlook", "--series", MONTHLY, "--first-release"),
        ("outlook", "--calendar", "lunar"),
        ("backtest", "--series", MONTHLY),
    ):
        assert terminal(*line_)[0] == 2


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--format", "csv"), "--format csv is of a file of series"),
        (("--break", "2017-03"), "--break is of a file of series"),
        (("--series", MONTHLY, "--item", "RICE"), "--item is of an archive"),
        (("--series", MONTHLY, "--scenario", "US"), "--scenario is of an archive"),
    ],
)
def test_an_option_that_does_not_belong_is_named(terminal, asked, said):
    status, _, told = terminal("outlook", *asked)
    assert status == 2
    assert said in told


def test_an_origin_without_a_number_is_counted(terminal, tmp_path):
    rows = steady()
    rows[30] = line("Rice", 30, "0")
    file = tmp_path / "gap.csv"
    file.write_text("\n".join([HEADING, *rows]), encoding="utf-8")
    status, out, _ = terminal("backtest", "--series", file, "--out", tmp_path / "out.csv")
    assert status == 0
    assert "origins without a number" in out
