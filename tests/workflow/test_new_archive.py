"""Many files into an archive that is not there yet: they are begun with before it is made."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from openpyxl import Workbook

from desktop.figures.directions import NameDecision, NameKind
from desktop.figures.finding import Refused
from desktop.returns import ReadingRoom
from desktop.workflow import Office
from desktop.workflow.places import is_to_come
from tests.returns.made import EXPORTS, monthly_sheet

NOW = datetime(2025, 9, 12, 9, tzinfo=UTC)
SAM = NameDecision("GSO", NameKind.ITEM, "export", "Sâm Ngọc Linh", "NEW:Sâm Ngọc Linh")


@pytest.fixture(scope="module")
def june(tmp_path_factory):
    made = Workbook()
    rows = (*EXPORTS, (None, "Sâm Ngọc Linh", 3.0, 7.0))
    monthly_sheet(made.active, (("Sơ bộ", "tháng 6", "năm 2025"),), rows)
    path = tmp_path_factory.mktemp("june") / "T6.xlsx"
    made.save(path)
    return path


@pytest.fixture
def opened(tmp_path):
    with Office(tmp_path / "a.sqlite3", clock=lambda: NOW, user="Lan") as office:
        yield office


@pytest.fixture
def steps(monkeypatch):
    """What is done, in its order."""
    done = []
    read, opening = ReadingRoom.as_they_come, Office._opened

    def reading(*told, **wished):
        done.append("read")
        return read(*told, **wished)

    def opens(office):
        done.append("opened")
        return opening(office)

    monkeypatch.setattr(ReadingRoom, "as_they_come", reading)
    monkeypatch.setattr(Office, "_opened", opens)
    return done


def test_reading_begins_before_a_new_archive_is_made(steps, opened, june):
    (outcome,) = opened.take_in([june])
    assert outcome.number == 1
    assert steps == ["read", "opened"]


def test_an_archive_that_is_there_is_asked_first_what_it_was_taught(steps, opened, june):
    with Office(opened.location, clock=lambda: NOW, user="Mai") as before:
        before.decide([SAM])
    (outcome,) = opened.take_in([june])
    assert steps == ["opened", "opened", "read"]
    assert SAM.code in {row.item for row in outcome.preview.reading.rows}


def test_what_another_program_taught_the_new_archive_meanwhile_counts(
    monkeypatch, opened, june, tmp_path
):
    opening = Office._opened

    def after_another(office):
        if office is opened:
            with Office(office.location, clock=lambda: NOW, user="Mai") as other:
                other.decide([SAM])
        return opening(office)

    monkeypatch.setattr(Office, "_opened", after_another)
    (outcome,) = opened.take_in([june])
    assert SAM.code in {row.item for row in outcome.preview.reading.rows}
    assert len(opened.returns()) == 1


@pytest.mark.file_only
def test_where_no_archive_can_be_made_nothing_is_stored_and_files_can_be_read_again(june):
    with Office(june / "a.sqlite3", clock=lambda: NOW, user="Lan") as office:
        with pytest.raises(Refused) as refused:
            office.take_in([june])
        assert refused.value.findings[0].code == "archive_unreachable"
        (preview,) = office.read([june])
    assert preview.reading.rows


@pytest.mark.parametrize("name", ["a.sqlite3", "folder/a.sqlite3"])
def test_a_path_is_to_come_until_something_is_there(tmp_path, name):
    path = tmp_path / name
    assert is_to_come(path)
    assert is_to_come(f"sqlite:///{path}")
    path.parent.mkdir(exist_ok=True)
    path.touch()
    assert not is_to_come(path)
    assert not is_to_come(f"sqlite:///{path}")


def test_an_archive_on_a_server_is_never_to_come():
    assert not is_to_come("postgresql://server/archive")
