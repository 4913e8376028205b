"""Approve how the pages look: ``python -m tests.gui.pictures [NAME ...]``; ``make approve``.

A name approves every picture that begins so. Look at what changed before it is committed.
"""

from __future__ import annotations

import argparse
import sys

from tests.gui.pictures.comparing import APPROVED, halved
from tests.gui.pictures.taking import PICTURES, taken, window


def main(arguments: list[str]) -> int:
    """Take the pictures and keep them as approved."""
    asked = argparse.ArgumentParser("make approve", description="Approve how the pages look.")
    known = ", ".join(picture.name for picture in PICTURES)
    asked.add_argument("names", metavar="NAME", nargs="*", help=f"how it begins, of: {known}")
    begins = tuple(asked.parse_args(arguments).names) or ""
    wanted = [picture for picture in PICTURES if picture.name.startswith(begins)]
    if not wanted:
        asked.error(f"no picture begins so; there are: {known}")
    with window() as shown:
        for name, image in taken(shown, wanted):
            out = APPROVED / f"{name}.png"
            if not halved(image).save(str(out), "PNG", 0):
                raise OSError(f"{out} cannot be written")
            sys.stdout.write(f"{out}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
