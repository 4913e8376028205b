"""Last month's report is rebuilt exactly by asking as of the day it was made."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from openpyxl import load_workbook

from desktop.cli.status_out import as_json
from desktop.figures.finding import Refused
from desktop.figures.places import sample
from desktop.figures.vintage import Vintage
from desktop.figures.wording import language
from desktop.workflow import Office, ReportChoices, YearAsked

THEN = Vintage(date(2025, 5, 31))
MOMENT = datetime(2025, 5, 31, 9, tzinfo=UTC)
IN_JULY = datetime(2025, 7, 12, 9, tzinfo=UTC)
MAY, JUNE = "02-So-lieu-T5.2025.xlsx", "02-Bieu-T6.2025.xlsx"


def take_in(office, *names):
    """Import books of the statistics office; gives their numbers."""
    outcomes = office.take_in([sample("gso", name) for name in names])
    return [outcome.number for outcome in outcomes]


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory):
    """The summary of April as made then; and made again after May, June, and an undo of May."""
    folder = tmp_path_factory.mktemp("rebuilding")
    names = ("latest", "then", "later", "undone", "rebuilt", "rebuilt_then")
    files = {n: folder / f"{n}.xlsx" for n in names}
    now = [MOMENT]
    with Office(folder / "archive.sqlite3", clock=lambda: now[0], user="Lan") as office:
        take_in(office, "03-Bieu-T3.2025.xlsx", "02.-Bieu-T4.2025.xlsx")
        told = [as_json(office.overview(YearAsked(vintage=THEN)))]
        office.write_summary(files["latest"], language("vi"))
        office.write_summary(files["then"], language("vi"), ReportChoices(vintage=THEN))
        now[0] = IN_JULY
        may, june = take_in(office, MAY, JUNE)
        assert june is not None
        now[0] = MOMENT  # the clock that the file names
        told.append(as_json(office.overview(YearAsked(vintage=THEN))))
        office.write_summary(files["later"], language("vi"), ReportChoices(vintage=THEN))
        office.undo(may)
        told.append(as_json(office.overview(YearAsked(vintage=THEN))))
        office.write_summary(files["undone"], language("vi"), ReportChoices(vintage=THEN))
        newest = as_json(office.overview())
        now[0] = IN_JULY
        office.rebuild_summary(files["latest"], files["rebuilt"])
        office.rebuild_summary(files["then"], files["rebuilt_then"])
    return files, told, newest


def values(path):
    """Every cell of a workbook that holds something, by sheet and cell."""
    book = load_workbook(path, data_only=True)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book
        for line in sheet.iter_rows()
        for cell in line
        if cell.value is not None
    }


def test_the_same_day_gives_the_same_file_to_the_byte(rebuilt):
    files, _, _ = rebuilt
    then = files["then"].read_bytes()
    assert files["later"].read_bytes() == then
    assert files["undone"].read_bytes() == then


def test_every_number_is_what_the_report_said_then(rebuilt):
    """The plain report of that day names its vintage in other words, and nothing else differs."""
    files, _, _ = rebuilt
    then, later = values(files["latest"]), values(files["later"])
    assert then.keys() == later.keys()
    assert len(then) > 300
    other = [place for place, value in then.items() if later[place] != value]
    assert all(isinstance(then[place], str) for place in other)
    assert len(other) <= 3


def test_the_status_of_that_day_is_the_same_too(rebuilt):
    _, told, newest = rebuilt
    assert told[0] == told[1] == told[2]
    assert newest["through"] == "2025-06"
    assert newest["exports"] != told[0]["exports"]


def test_a_report_carries_what_it_takes_to_make_it_again_to_the_byte(rebuilt):
    """The plain one too, though returns came and went since, and the clock moved on."""
    files, _, _ = rebuilt
    assert files["rebuilt"].read_bytes() == files["latest"].read_bytes()
    assert files["rebuilt_then"].read_bytes() == files["then"].read_bytes()


def test_a_report_of_another_archive_is_refused(rebuilt, tmp_path):
    files, _, _ = rebuilt
    with Office(tmp_path / "other.sqlite3", clock=lambda: IN_JULY, user="Lan") as office:
        take_in(office, MAY)
        with pytest.raises(Refused) as refused:
            office.rebuild_summary(files["latest"], tmp_path / "again.xlsx")
    assert refused.value.findings[0].code == "of_another_archive"
    assert not (tmp_path / "again.xlsx").exists()
