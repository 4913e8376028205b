"""Many files in one go: returns are taken in oldest first, while others are still being read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from heapq import heappop, heappush
from pathlib import Path

from desktop.figures.month import MONTHS_PER_YEAR
from desktop.workflow.previews import Preview

_MONTH = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)[-_. ]?T?(?P<month>\d\d)(?!\d)"
    r"|(?<!\d)(?P<before>\d{1,2})[-_. ](?P<after>(?:19|20)\d\d)(?!\d)"
)
"""How months stand in names: "2025-06-29", "2025-T06T", "T6.2025", "11-2010"."""

_SOONER = 3
"""Places for each time that a file is as large as most: others are read and stored while it is."""


def earliest(path: Path) -> date:
    """The day before which, by its name, no file's return came out; any day where it says none."""
    named = [
        date(int(told["year"] or told["after"]), month, 1)
        for told in _MONTH.finditer(path.name)
        if 1 <= (month := int(told["month"] or told["before"])) <= MONTHS_PER_YEAR
    ]
    return min(named, default=date.min)


def likely_order(files: Iterable[Path]) -> list[Path]:
    """Give files as they are to be read: any of them may be the oldest whose name does not say.

    One that is larger than most comes some places sooner: else the last of them would be read and
    stored when there is nothing else to do meanwhile.
    """
    ordered = sorted(files, key=earliest)
    sizes = list(map(_size, ordered))
    mean = sum(sizes) / len(sizes) if any(sizes) else 1
    places = sorted(range(len(ordered)), key=lambda place: place - _SOONER * sizes[place] / mean)
    return [ordered[place] for place in places]


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):  # whoever reads it says so
        return 0


def oldest_first(read: Iterator[tuple[int, Preview]], files: Sequence[Path]) -> Iterator[Preview]:
    """Give each return once no file that is still to be read may bring an older one.

    `read` are those of `files`, with their numbers, in any order. A return whose file's name spoke
    of a later month comes when it is read.
    """
    held: list[tuple[date, str, int, Preview]] = []
    seen: set[int] = set()
    to_come = sorted(((earliest(path), at) for at, path in enumerate(files)), reverse=True)
    for number, preview in read:
        seen.add(number)
        heappush(held, (preview.reported_on, preview.path.name, number, preview))
        while to_come and to_come[-1][1] in seen:
            to_come.pop()
        while held and (not to_come or held[0][0] < to_come[-1][0]):
            yield heappop(held)[-1]
