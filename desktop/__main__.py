"""Put the house together and open the door: the one place that reads the clock."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime


def _now() -> datetime:
    return datetime.now().astimezone()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command, or open the window where none is named; gives the exit status."""
    if arguments is None:
        from desktop.cli.concealing import conceal  # noqa: PLC0415 - as below

        conceal(sys.orig_argv)
    from desktop.cli.door import run_command  # noqa: PLC0415 - a spawned reader imports this file

    return run_command(list(sys.argv[1:] if arguments is None else arguments), _now)


if __name__ == "__main__":
    sys.exit(main())
