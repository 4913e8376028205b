"""What was just stored is told as it was read, and whether anything changed is known at once."""

from __future__ import annotations

import gc
from datetime import timedelta

import pytest

from desktop.archive import Archive
from desktop.figures.figure import FigureRow
from tests.archive.made import AUGUST_6, JULY_6, NOON, reading, row, store

RETURNS = {
    "plain": (row(1.5, item="RICE"), row(2, item="TEA", cell="G9")),
    "printed twice": (
        row(3, item="RICE"), row(4, item="RICE", cell="G9"), row(5, item="TEA", cell="G10"),
    ),
    "split by both": (row(1, item="RICE", market="US"), row(2, market="US")),
    "a province's own": (row(1, province="VN-HN"), row(2)),
    "nothing of the nation's": (row(1, province="VN-HN"),),
}  # fmt: skip


@pytest.mark.parametrize("rows", RETURNS.values(), ids=RETURNS)
def test_a_return_is_told_alike_by_who_stored_it_and_by_who_reads_it(tmp_path, rows):
    place = tmp_path / "a.sqlite3"
    with Archive.open(place) as ours, Archive.open(place) as other:
        number = store(ours, reading(*rows, name="Biểu 2\0.xlsx"), on=JULY_6)
        one, two = (archive.told_by(number, rank=7) for archive in (ours, other))
        assert [*one] == [*two]
        assert [c.dtype for c in one.values()] == [c.dtype for c in two.values()]
        found = [sorted(zip(*(c.tolist() for c in t.values()), strict=True)) for t in (one, two)]
        assert found[0] == found[1]


def test_an_archive_that_is_closed_keeps_nothing_in_mind_of_what_was_stored(tmp_path):
    """A program that opens one after another must not hold what each was told last."""

    def rows():
        return [o for o in gc.get_objects() if type(o) is FigureRow and o.cell == "ZZ1"]

    with Archive.open(tmp_path / "a.sqlite3") as archive:
        store(archive, reading(row(1, cell="ZZ1"), row(2, cell="ZZ1", item="TEA")), on=JULY_6)
        assert len(rows()) == 2
    assert archive
    assert not rows()


def test_a_change_is_seen_by_every_desk_at_once(tmp_path):
    place = tmp_path / "a.sqlite3"
    with Archive.open(place) as ours, Archive.open(place) as other:
        seen = [(ours.changes, other.changes)]
        number = store(ours, reading(row(1), name="one"), on=JULY_6)
        seen.append((ours.changes, other.changes))
        store(other, reading(row(2), name="two"), on=AUGUST_6)
        seen.append((ours.changes, other.changes))
        ours.withdraw(number, at=NOON + timedelta(1), by="An")
        seen.append((ours.changes, other.changes))
        assert all(one == two for one, two in seen)
        assert len(set(seen)) == len(seen)
        assert (ours.changes, other.changes) == seen[-1]
