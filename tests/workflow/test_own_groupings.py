"""An office's own groupings: what one keeps, every desk of the same archive counts by."""

from datetime import UTC, date, datetime

import pytest

from desktop.figures.finding import Refused
from desktop.figures.groupings import schemes, take_over
from desktop.figures.month import Month
from desktop.figures.vintage import Vintage
from desktop.workflow import Office

HEAD = "scheme,group,dimension,name_vi,members\n"
OWN = HEAD + "OWN,,item,Nhóm,\nOWN,DRINKS,,Đồ uống,COFFEE TEA\n"


@pytest.fixture
def sit_down(tmp_path):
    """Give what seats somebody at the archive; only the program's schemes count after."""
    offices = []

    def seated(user):
        clock = lambda: datetime(2025, 7, 6, 9, tzinfo=UTC)  # noqa: E731 - a fixed moment
        offices.append(Office(tmp_path / "a.sqlite3", clock=clock, user=user, desk=f"PC of {user}"))
        return offices[-1]

    yield seated
    for office in offices:
        office.close()
    take_over({})


@pytest.fixture
def own(tmp_path):
    """The office's file."""
    path = tmp_path / "ours.csv"
    path.write_text(OWN, encoding="utf-8")
    return path


def test_what_one_keeps_counts_at_once_for_who_listens(sit_down, own):
    lan, minh = sit_down("Lan"), sit_down("Minh")
    with minh.hearing() as hear:
        lan.use_groupings(own)
        take_over({})  # one process stands here for two
        _, (heard,) = hear(10)
        assert (heard.deed, heard.by) == ("groupings_set", "Lan")
        assert "OWN" in schemes()
        lan.forget_groupings()
        hear(10)
        assert "OWN" not in schemes()


def test_an_earlier_moment_is_told_by_the_groupings_of_then(sit_down, own):
    lan = sit_down("Lan")
    lan.use_groupings(own)
    lan._clock = lambda: datetime(2025, 8, 6, 9, tzinfo=UTC)
    lan.put_groupings(OWN.replace("COFFEE TEA", "COFFEE"))

    def drinks():
        (group,) = schemes()["OWN"].groups
        return group.members(Month(2025, 6))

    with lan.grouped_as_of(Vintage(known_by=datetime(2025, 7, 7, tzinfo=UTC))):
        assert drinks() == {"COFFEE", "TEA"}
    with lan.grouped_as_of(Vintage(date(2025, 7, 7))):  # a day of report alters no grouping
        assert drinks() == {"COFFEE"}
    assert drinks() == {"COFFEE"}


def test_what_a_newer_catalogue_does_not_know_is_told_and_the_rest_works(sit_down):
    lan = sit_down("Lan")
    lan.put_groupings(OWN.replace("TEA", "GONE"))
    assert [f.code for f in lan.groupings_amiss] == ["groupings_no_such_code"]
    assert "OWN" not in schemes()
    lan.put_groupings(OWN)
    assert lan.groupings_amiss == ()


def test_none_can_be_taken_away_or_written_where_there_are_none(sit_down, own, tmp_path):
    lan = sit_down("Lan")
    for deed in (lan.forget_groupings, lambda: lan.export_groupings(tmp_path / "out.csv")):
        with pytest.raises(Refused, match="no_office_groupings"):
            deed()
    lan.use_groupings(own, everywhere=True)
    assert lan.groupings_text() == ""
    assert "OWN" in schemes()
    assert lan.forget_groupings().endswith("groupings.csv")
    assert "OWN" not in schemes()
