"""Read every real return beside the checkout and score it: ``python -m tests.corpus [FOLDER]``.

FOLDER (``../shared/returns`` unless given) holds workbooks, ``score.py`` and, in ``expected/``,
what each figure is. Exit status: 0 where every figure is found and right and nothing else is
taken, or where there is no such folder; 1 otherwise.
"""

from __future__ import annotations

import csv
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from desktop.figures.reading import Reading
from tests.corpus import product

RETURNS = Path(__file__).resolve().parents[3] / "shared" / "returns"
PERFECT = ("--min-recall", "1", "--min-right", "1", "--max-fp-rate", "0", "--max-critical", "0",
           "--max-growth-as-level", "0", "--include-growth")  # fmt: skip
WITHOUT_RECIPE = frozenset({"truth_foreign.csv"})
"""Layouts that we do not know: nothing is read of them before somebody confirms."""


def main(arguments: Sequence[str]) -> int:
    """Read, score, say; gives the exit status."""
    folder = Path(arguments[0]) if arguments else RETURNS
    if not (folder / "score.py").is_file():
        sys.stdout.write(f"There are no real returns to score: {folder} is absent.\n")
        return 0
    started = time.perf_counter()
    readings = list(product.read(product.workbooks(folder)))
    seconds = time.perf_counter() - started
    rows = sum(len(reading.rows) for reading in readings)
    _say(f"{len(readings)} workbooks read in {seconds:.1f} s: {rows:,} figures, growth included.\n")
    truths = {path: _expected(path) for path in sorted((folder / "expected").glob("truth_*.csv"))}
    known = [path for path, count in truths.items() if count and path.name not in WITHOUT_RECIPE]
    status = _scored(folder, readings, known, PERFECT) if known else 0
    for path in sorted(truths.keys() - set(known)):
        _say_apart(path, truths[path], readings)
        if truths[path]:
            status |= _proposals(folder, path, readings)
    _say("\nfindings: " + _said(readings))
    return status


def _proposals(folder: Path, truth: Path, readings: Sequence[Reading]) -> int:
    """Score layouts that we do not know, by what is proposed for them, confirmed unchanged."""
    unknown = [reading for reading in readings if reading.name in _names(truth)]
    if any(reading.rows for reading in unknown):
        _say("figures were read of a layout that nobody confirmed")
        return 1
    places = {path.name: path for path in product.workbooks(folder)}
    paths = [places[reading.name] for reading in unknown]
    _say(f"\nproposals confirmed unchanged: {', '.join(path.name for path in paths)}\n")
    return _scored(folder, list(product.confirmed(paths, unknown)), [truth], PERFECT)


def _scored(
    folder: Path, readings: Sequence[Reading], truths: Sequence[Path], wanted: Sequence[str]
) -> int:
    """Score every figure against the expected values, era by era, growth as well."""
    expected = folder / "expected"
    with tempfile.TemporaryDirectory() as room:
        read = Path(room) / "read.csv"
        product.write(readings, read)
        arguments: list[str | Path] = [sys.executable, folder / "score.py", "--product", read]
        for truth in truths:
            arguments += ["--truth", truth]
        arguments += ["--decoys", expected / "decoy_cells.csv", "--strict-basis", *wanted]
        arguments += ["--lookalikes", expected / "lookalike_sheets.csv"]
        scored = subprocess.run(list(map(str, arguments)), check=False)
        return scored.returncode


def _expected(truth: Path) -> int:
    """How many figures a file of expected values gives."""
    with truth.open(encoding="utf-8-sig", newline="") as lines:
        return sum(1 for row in csv.DictReader(lines) if row["value"])


def _say_apart(truth: Path, expected: int, readings: Sequence[Reading]) -> None:
    """Say what became of files that are empty forms, or layouts without a recipe."""
    names = _names(truth)
    for reading in readings:
        if reading.name in names:
            what = f"{expected} figures expected" if expected else "an empty form"
            _say(f"apart: {reading.name} ({what}): {len(reading.rows)} read; {_said([reading])}")


def _names(truth: Path) -> set[str]:
    with truth.open(encoding="utf-8-sig", newline="") as lines:
        return {row["file"] for row in csv.DictReader(lines)}


def _said(readings: Sequence[Reading]) -> str:
    counted = sorted(product.findings(readings).items())
    return ", ".join(f"{code} ({severity}) {n}" for (severity, code), n in counted) or "none"


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
