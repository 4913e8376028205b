"""Print every ratio: ``python -m tests.benchmarks [PART …]``."""

from __future__ import annotations

import argparse
import importlib
import os
import platform
import sys

PARTS = (
    "phasing", "reading", "everything", "event_loop", "writing_gaps", "storing", "comparing",
    "refresh", "structure", "large_archive", "first_paint", "finding", "summary", "landing",
    "landing_peers", "news",
)  # fmt: skip


def main(arguments: list[str]) -> None:
    """Run the parts asked for, or all."""
    asked = argparse.ArgumentParser("make bench", description="Measure, as ratios.")
    asked.add_argument("parts", metavar="PART", nargs="*", help=f"one of: {', '.join(PARTS)}")
    parts = asked.parse_args(arguments).parts
    if unknown := sorted(set(parts) - set(PARTS)):
        asked.error(f"no such part: {', '.join(unknown)}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the application has it
    sys.stdout.write(
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}\n"
    )
    for part in parts or PARTS:
        for found in importlib.import_module(f"tests.benchmarks.{part}").rows():
            sys.stdout.write(f"{found}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
