"""Run ten thousand mutants: ``python -m tests.fuzz [COUNT] [--from NUMBER]``."""

from __future__ import annotations

import argparse
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from tests.fuzz.run import Tally, run

COUNT = 10_000
_SHARE = 250
"""So many mutants one process runs before it gives word."""
KEPT = Path("build/fuzz")
"""Where the mutants that did harm are kept; no part of the repository."""


def main(arguments: list[str]) -> int:
    """Run them on every core; 1 where one of them did harm."""
    asked = argparse.ArgumentParser(prog="make fuzz")
    asked.add_argument("count", nargs="?", type=int, default=COUNT)
    asked.add_argument("--from", dest="first", type=int, default=0, help="number of the first one")
    options = asked.parse_args(arguments)
    numbers = list(range(options.first, options.first + options.count))
    shares = [numbers[at : at + _SHARE] for at in range(0, len(numbers), _SHARE)]
    start, total = time.perf_counter(), Tally()
    # Spawned, as the reading process within each of them is.
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        for tally in pool.map(partial(run, keep=KEPT), shares):
            total.add(tally)
            _say(f"{total.mutants} of {len(numbers)}, {len(total.defects)} defects")
    _report(total, time.perf_counter() - start)
    return 1 if total.defects else 0


def _report(total: Tally, seconds: float) -> None:
    _say(
        f"{total.mutants} mutants in {seconds:.0f} s: {total.read} gave {total.figures} figures, "
        f"{total.stored} were imported, {sum(total.codes.values())} were refused with a sentence"
    )
    for title, counts in (("spoilt in", total.ways), ("refused with", total.codes)):
        _say(f"{title}: " + ", ".join(f"{name} {n}" for name, n in counts.most_common()))
    for number, took in sorted(total.slow, key=lambda slow: -slow[1])[:20]:
        _say(f"slow: {number} took {took:.0f} s")
    for number, code in sorted(total.given_up):
        _say(f"given up: {number}, {code}")
    for number, told in sorted(total.defects)[:100]:
        _say(f"DEFECT: {number}: {told}")
    if total.defects:
        _say(f"{len(total.defects)} defects; the mutants are in {KEPT}")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
