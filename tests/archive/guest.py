"""A program whose user may read an archive and not write to it; run by `test_opening`.

Arguments: places to open. Prints, for each, what reading only and writing give there.
"""

from __future__ import annotations

import os
import sys

import pandas as pd
import psutil

from desktop.archive import Archive
from desktop.figures.finding import Refused

NOBODY = 65534


def tried(place: str, *, read_only: bool) -> object:
    """Give the number of figures in the archive, or the refusal."""
    try:
        with Archive.open(place, read_only=read_only) as archive:
            return len(archive.figures())
    except Refused as refused:
        return refused


if __name__ == "__main__":
    # What would be imported later is imported before the right to read it is given away.
    assert pd.__version__
    assert psutil.__version__
    if os.getuid() == 0:
        os.setuid(NOBODY)
    for name in sys.argv[1:]:
        sys.stdout.write(f"{tried(name, read_only=True)} {tried(name, read_only=False)}\n")
