"""Real returns of the statistics office, held cell by cell against what each figure is."""

import csv
import subprocess
import sys

import pytest

from tests.corpus import __main__ as corpus
from tests.corpus.product import read, workbooks, write

FIRST = "2018-09"


@pytest.fixture(scope="module")
def readings(shared):
    return list(read([p for p in workbooks(shared / "returns" / "gso") if p.name >= FIRST]))


def test_every_figure_is_found_and_right_and_nothing_else_is_taken(shared, readings, tmp_path):
    product, truth = tmp_path / "product.csv", tmp_path / "truth.csv"
    write(readings, product)
    expected = shared / "returns" / "expected"
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


@pytest.mark.slow
def test_every_real_return_of_every_era_is_read_without_a_fault(shared):
    assert corpus.main([str(shared / "returns")]) == 0


def test_no_real_return_is_refused_or_doubted_without_cause(readings):
    assert not [(r.name, f) for r in readings for f in r.findings if f.severity != "note"]


def test_each_is_about_the_month_it_was_published_for(readings):
    assert [r.name[:7] for r in readings] == [str(r.month) for r in readings]
