"""What officials teach is kept with who and when; the newest counts, and nothing is lost."""

import tempfile
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.archive import Archive
from desktop.figures.directions import (
    LEAVE_OUT,
    ColumnPlan,
    LearnedLayout,
    NameDecision,
    NameKind,
    TablePlan,
)
from desktop.figures.finding import Refused
from desktop.figures.names import name_key
from tests.archive.made import NOON

SAM = NameDecision("GSO", NameKind.ITEM, "export", "Sâm Ngọc Linh", "NEW:Sâm Ngọc Linh")
LAYOUT = LearnedLayout(
    "Biểu cảng",
    "PORT",
    (
        TablePlan(
            "XK", 1, "Hàng qua cảng", 3, 4, 5, 90,
            (ColumnPlan("B", "Tên hàng"), ColumnPlan("C", "Trị giá", unit="1000 USD")),
            left_out_rows=(7, 9), periods_in_rows=True,
        ),
    ),
)  # fmt: skip


def later(hours):
    return NOON + timedelta(hours=hours)


def keep(archive, *made, at=NOON, by="Lan"):
    return archive.add_decisions(made, at=at, by=by)


def bare(made):
    return [replace(decision, decided_at="", decided_by="") for decision in made]


def test_a_decision_is_kept_with_who_and_when(archive):
    assert keep(archive, SAM) == 1
    (kept,) = archive.decisions()
    assert (kept.decided_at, kept.decided_by) == ("2025-07-12T12:00:00+00:00", "Lan")
    assert bare([kept]) == [SAM]


def test_of_one_name_the_newest_decision_is_in_force(archive):
    keep(archive, SAM)
    keep(archive, replace(SAM, label="SÂM NGỌC LINH", code="GINSENG"), at=later(1), by="Minh")
    (kept,) = archive.decisions()
    assert (kept.label, kept.code, kept.decided_by) == ("SÂM NGỌC LINH", "GINSENG", "Minh")


def test_what_is_decided_already_is_not_kept_twice(archive):
    keep(archive, SAM)
    before = archive.changes
    assert keep(archive, SAM, replace(SAM, label="sâm ngọc linh"), at=later(1)) == 0
    assert archive.changes == before


@pytest.mark.parametrize(
    "other",
    [
        replace(SAM, sender="CUSTOMS"),
        replace(SAM, kind=NameKind.MARKET),
        replace(SAM, flow="import"),
        replace(SAM, label="Sầm Ngọc Linh"),
    ],
)
def test_names_of_other_senders_kinds_flows_and_diacritics_are_other_names(archive, other):
    assert keep(archive, SAM, replace(other, code=LEAVE_OUT)) == 2
    assert len(archive.decisions()) == 2


def test_a_change_is_seen_by_whoever_asks_for_changes(archive):
    seen = [archive.changes]
    keep(archive, SAM)
    seen.append(archive.changes)
    keep(archive, replace(SAM, code=LEAVE_OUT))
    seen.append(archive.changes)
    archive.forget_decision(SAM, at=later(1), by="Lan")
    seen.append(archive.changes)
    assert seen == sorted(set(seen))


def test_a_forgotten_name_is_undecided_and_no_older_decision_comes_back(archive):
    keep(archive, SAM)
    keep(archive, replace(SAM, code=LEAVE_OUT))
    archive.forget_decision(replace(SAM, label="Sâm  Ngọc  LINH"), at=later(1), by="Minh")
    assert archive.decisions() == []
    with pytest.raises(Refused) as refused:
        archive.forget_decision(SAM, at=later(2), by="Minh")
    assert refused.value.findings[0].code == "no_such_decision"
    assert keep(archive, SAM, at=later(3)) == 1
    assert bare(archive.decisions()) == [SAM]


_MADE = st.builds(
    NameDecision,
    st.sampled_from(["GSO", "CUSTOMS"]),
    st.just(NameKind.ITEM),
    st.sampled_from(["", "export"]),
    st.sampled_from(["Thuỷ sâm", "Thủy sâm", "Sâm Lào", "sâm lào"]),
    st.sampled_from(["NEW:Sâm", LEAVE_OUT, "COFFEE"]),
    st.integers(0, 50).map(lambda h: (NOON + timedelta(hours=h)).isoformat(timespec="seconds")),
    st.sampled_from(["Lan", "Minh"]),
)


def meanings(archive):
    """Give what each name means, however it is spelt."""
    made = archive.decisions()
    return {(d.sender, d.flow, name_key(d.label)): d.code for d in made}


@settings(max_examples=12)
@given(st.lists(_MADE, max_size=8, unique_by=lambda d: d.decided_at), st.data())
def test_two_archives_that_exchange_their_decisions_agree(empty_archive, made, data):
    """Whoever decided last is right in both, and a second exchange changes nothing."""
    shares = [data.draw(st.booleans()) for _ in made]
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        both = []
        for name, ours in (("a", True), ("b", False)):
            (Path(folder) / name).write_bytes(empty_archive)
            both.append(stack.enter_context(Archive.open(Path(folder) / name)))
            own = [d for d, share in zip(made, shares, strict=True) if share is ours]
            keep(both[-1], *sorted(own, key=lambda d: d.decided_at))
        one, other = both
        keep(one, *other.decisions())
        keep(other, *one.decisions())
        assert meanings(one) == meanings(other)
        newest = {
            (d.sender, d.flow, name_key(d.label)): d.code
            for d in sorted(made, key=lambda d: d.decided_at)
        }
        assert meanings(one) == newest
        assert keep(one, *other.decisions()) == 0


def test_a_decision_made_here_counts_though_an_imported_one_bears_a_later_date(archive):
    keep(archive, replace(SAM, decided_at="2031-01-01T00:00:00+00:00", decided_by="Minh"))
    assert keep(archive, replace(SAM, code=LEAVE_OUT)) == 1
    assert archive.decisions()[0].code == LEAVE_OUT


def test_a_layout_is_kept_whole_with_who_and_when(archive):
    kept = archive.add_layout(LAYOUT, at=NOON, by="Lan")
    assert archive.layouts() == [kept]
    assert kept == replace(LAYOUT, made_at="2025-07-12T12:00:00+00:00", made_by="Lan", number=1)


def test_a_newer_layout_of_one_name_takes_the_place_of_the_older(archive):
    archive.add_layout(LAYOUT, at=NOON, by="Lan")
    changed = replace(LAYOUT, plans=())
    kept = archive.add_layout(changed, at=later(1), by="Minh")
    assert archive.layouts() == [kept]
    assert archive.add_layout(changed, at=later(2), by="Lan") == kept
    archive.forget_layout(kept.number, at=later(3), by="Lan")
    assert archive.layouts() == []
    with pytest.raises(Refused) as refused:
        archive.forget_layout(kept.number, at=later(4), by="Lan")
    assert refused.value.findings[0].code == "no_such_layout"


def test_a_moment_is_kept_in_utc(archive):
    hanoi = datetime.fromisoformat("2025-07-12T19:00:00+07:00")
    keep(archive, SAM, at=hanoi)
    assert datetime.fromisoformat(archive.decisions()[0].decided_at) == NOON.astimezone(UTC)
