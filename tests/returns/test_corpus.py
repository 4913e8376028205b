"""Real returns of the statistics office, held cell by cell against what each figure is."""

import csv
import subprocess
import sys

import pytest

from desktop.figures.figure import exact
from desktop.figures.month import Month
from desktop.returns import ReadingRoom

FIRST = "2018-09"
COLUMNS = (
    "source_file", "sheet", "cell", "flow", "item", "market", "ownership", "province", "measure",
    "unit", "basis", "period_start", "period_end", "status", "value", "label",
)  # fmt: skip


@pytest.fixture(scope="module")
def readings(shared):
    paths = sorted(p for p in (shared / "returns" / "gso").iterdir() if p.name >= FIRST)
    with ReadingRoom() as room:
        return list(room.read(paths))


def test_every_figure_is_found_and_right_and_nothing_else_is_taken(shared, readings, tmp_path):
    product, truth = tmp_path / "product.csv", tmp_path / "truth.csv"
    expected = shared / "returns" / "expected"
    with product.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(COLUMNS)
        for reading in readings:
            writer.writerows(record(reading.name, row) for row in reading.rows)
    with (
        (expected / "truth_gso.csv").open(encoding="utf-8", newline="") as lines,
        truth.open("w", encoding="utf-8", newline="") as out,
    ):
        rows = csv.DictReader(lines)
        writer = csv.DictWriter(out, rows.fieldnames)
        writer.writeheader()
        writer.writerows(row for row in rows if row["file"] >= FIRST)
    arguments = ["--product", product, "--truth", truth, "--include-growth", "--strict-basis"]
    arguments += ["--decoys", expected / "decoy_cells.csv"]
    arguments += ["--lookalikes", expected / "lookalike_sheets.csv"]
    arguments += ["--min-recall", "1", "--min-right", "1", "--max-fp-rate", "0"]
    arguments += ["--max-growth-as-level", "0", "--max-critical", "0"]
    scored = subprocess.run(
        [sys.executable, shared / "returns" / "score.py", *map(str, arguments)],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert scored.returncode == 0, scored.stdout + scored.stderr


def record(name, row):
    months = (str(Month.from_ordinal(m)) for m in (row.period_start, row.period_end))
    return [
        name, row.sheet, row.cell, row.flow, row.item, row.market, row.ownership, row.province,
        row.measure, row.unit, row.basis, *months, row.status, exact(row.value, row.printed),
        row.label,
    ]  # fmt: skip


def test_no_real_return_is_refused_or_doubted_without_cause(readings):
    assert not [(r.name, f) for r in readings for f in r.findings if f.severity != "note"]


def test_each_is_about_the_month_it_was_published_for(readings):
    assert [r.name[:7] for r in readings] == [str(r.month) for r in readings]
