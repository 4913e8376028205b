"""An office's own groupings are kept with who and when; older ones stay, and can count again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.archive import Archive, as_seen, copying
from desktop.figures.finding import Refused
from desktop.figures.kept_text import KeptText
from desktop.figures.vintage import Vintage
from tests.archive.made import NOON
from tests.archive.past_the_program import refuses

LATER = NOON + timedelta(days=1)


def test_the_newest_count_and_the_same_are_not_kept_twice(archive):
    assert archive.groupings() is None
    for text, by in (("a", "Lan"), ("a", "Minh"), ("", "Minh")):
        archive.set_groupings(text, at=NOON if by == "Lan" else LATER, by=by)
    assert archive.groupings() == KeptText("", LATER.isoformat(), "Minh", 2)
    assert [(k.text, k.set_by) for k in archive.every_groupings()] == [("", "Minh"), ("a", "Lan")]
    assert archive.groupings(Vintage(known_by=NOON.date())).text == "a"


def test_whoever_did_not_see_a_colleagues_does_not_overwrite_them(archive, place):
    with Archive.open(place, desk="other") as colleague:
        colleague.set_groupings("theirs", at=NOON, by="Lan")
    with as_seen(0), pytest.raises(Refused, match="groupings_changed_meanwhile"):
        archive.set_groupings("mine", at=NOON, by="Minh")
    assert archive.groupings().text == "theirs"


def test_they_go_with_a_copy_and_what_was_written_stays(archive, place, tmp_path):
    archive.set_groupings("a", at=NOON, by="Lan")
    copying.copy(place, tmp_path / "copy.sqlite3")
    with Archive.open(tmp_path / "copy.sqlite3") as copy:
        assert copy.groupings() == archive.groupings()
    refuses(place, "UPDATE grouping_sets SET body = ''")
    refuses(place, "DELETE FROM grouping_sets")
