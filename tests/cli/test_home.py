"""The terminal in a province's office: status, its numbers and its plan, and nobody names it."""

import json
from datetime import UTC, datetime

import pytest

from desktop.archive import Archive
from desktop.figures.month import Month
from tests.archive.made import reading, row, store

HUE = "TP. Huế"
NOW = datetime(2025, 7, 12, 9, 30, tzinfo=UTC)


@pytest.fixture
def place(tmp_path):
    """Give the place of an archive with four years of a province's exports, and half a fifth."""
    path = tmp_path / "a.sqlite3"
    months = [Month(year, n) for year in range(2021, 2025) for n in range(1, 13)]
    months += [Month(2025, n) for n in range(1, 7)]
    rows = [
        row((20 + n) * 1e6, month=month, province=HUE, cell=f"D{n}")
        for n, month in enumerate(months)
    ]
    with Archive.open(path) as archive:
        store(archive, reading(*rows))
    return path


def test_status_is_the_provinces(command, place):
    assert command("target", "set", "--year", "2025", "--value", "1.0", archive=place)[0] == 0
    status, said, _ = command("status", archive=place, now=NOW)
    assert status == 0
    assert "TP. Huế · 6 months to June 2025 · billion USD" in said
    said = command("status", archive=place, language="vi", now=NOW)[1]
    assert "TP. Huế · Lũy kế 6 tháng, đến tháng\xa06/2025" in said


def test_status_in_json_holds_plan_path_need_and_landing(command, place):
    command("target", "set", "--year", "2025", "--value", "1.0", archive=place)
    said = json.loads(command("status", "--format", "json", archive=place)[1])
    exports = said["exports"]
    assert said["province"] == HUE
    assert (said["domestic"], said["domestic_reason"]) == (None, "no_figure")
    assert (said["fdi"], said["fdi_reason"]) == (None, "no_figure")
    assert exports["cumulative_usd"] == sum((20 + n) * 1e6 for n in range(48, 54))
    assert (exports["target_usd"], exports["months_left"]) == (1e9, 6)
    assert exports["path_usd"] > 0
    assert exports["required_monthly_usd"] == pytest.approx((1e9 - exports["cumulative_usd"]) / 6)
    assert exports["status"] != "unknown"
    outlook = json.loads(command("outlook", "--format", "json", archive=place)[1])
    assert outlook["exports"]["median"] > exports["cumulative_usd"]


def test_a_number_leads_to_its_cells(command, place):
    said = command("provenance", "exports.month", archive=place)[1]
    assert "14.XK!D53" in said


def test_several_provinces_have_a_line_each(command, tmp_path):
    place = tmp_path / "b.sqlite3"
    with Archive.open(place) as archive:
        for name, amount in ((HUE, 100e6), ("Nghệ An", 300e6)):
            rows = [row(amount, month=Month(2025, n), province=name) for n in range(1, 7)]
            store(archive, reading(*rows, name=f"{name}.xlsx"))
    status, said, _ = command("status", archive=place, now=NOW)
    assert status == 0
    assert said.index("Nghệ An") < said.index(HUE)
    assert "none of the nation" in " ".join(said.split())
    assert "không có số cả nước" in " ".join(
        command("status", archive=place, language="vi")[1].split()
    )
    told = json.loads(command("status", "--format", "json", archive=place)[1])
    assert [one["exports"]["cumulative_usd"] for one in told["provinces"]] == [1.8e9, 0.6e9]
    assert told["together"]["cumulative_usd"] == 2.4e9
    assert told["provinces"][0]["exports"]["source"]["cell"] == "F9"
    assert command("outlook", archive=place)[0] != 0
