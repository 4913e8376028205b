"""A few returns of a few items, drawn by hypothesis, and an archive that holds them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st

from desktop.archive import Archive
from tests.archive.made import JULY_6, reading, row, store

_FIGURES = st.dictionaries(
    st.sampled_from(("TOTAL", "RICE", "TEA")), st.integers(1, 3), min_size=1
)  # fmt: skip
RETURNS = st.lists(st.tuples(_FIGURES, st.integers(0, 2)), min_size=1, max_size=5)
"""Figures by item, and the days after 6 July 2025 that each was reported on."""


@contextmanager
def archive_of(empty: bytes, returns: Sequence[tuple[dict[str, int], int]]) -> Iterator[Archive]:
    """Store drawn returns one after another in a copy of an empty archive."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.sqlite3")
        path.write_bytes(empty)
        with Archive.open(path) as archive:
            for number, (figures, days) in enumerate(returns):
                rows = [row(value, item=item) for item, value in figures.items()]
                store(archive, reading(*rows, name=f"{number}"), on=JULY_6 + timedelta(days))
            yield archive
