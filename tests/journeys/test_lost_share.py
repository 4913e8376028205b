"""A network share that vanishes: while a file is read, or files are listed, or before storing."""

from __future__ import annotations

import errno
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.figures.finding import Refused, Severity
from desktop.figures.finding_texts import remedy, sentence
from desktop.figures.places import sample
from desktop.figures.wording import language
from desktop.workflow import Office

JUNE, MAY = sample("gso", "02-Bieu-T6.2025.xlsx"), sample("gso", "02-So-lieu-T5.2025.xlsx")
MEMORY = Path("/proc/self/mem")
"""A regular file that opens, and whose first byte gives an error of the device: no file's does."""


@pytest.fixture
def office(tmp_path):
    archive = tmp_path / "archive.sqlite3"
    with Office(archive, clock=lambda: datetime(2025, 8, 7, tzinfo=UTC), user="an") as office:
        yield office


def told(finding):
    """Hold a finding to a sentence and a remedy in both languages, and give its code."""
    for code in ("vi", "en"):
        assert sentence(finding, language(code)) != remedy(finding, language(code)) != ""
    return finding.code


@pytest.mark.skipif(not MEMORY.exists(), reason="needs a file that cannot be read to its end")
def test_a_file_that_is_lost_midway_costs_only_itself(office, tmp_path):
    """The worker process itself meets the error, between opening the file and its end."""
    lost = tmp_path / "lost.xlsx"
    lost.symlink_to(MEMORY)
    previews = {p.path.name: p for p in office.preview([lost, JUNE])}
    (finding,) = previews["lost.xlsx"].reading.findings
    assert (told(finding), finding.severity) == ("lost_midway", Severity.ERROR)
    outcomes = office.accept(list(previews.values()))
    assert sorted((o.number or 0, told(o.finding) if o.finding else "") for o in outcomes) == [
        (0, "lost_midway"), (1, ""),
    ]  # fmt: skip
    assert [r.name for r in office.returns()] == [JUNE.name]


def test_a_share_that_goes_while_files_are_read_leaves_each_read_or_told(office, tmp_path):
    share = tmp_path / "share"
    share.mkdir()
    for number in range(9):
        shutil.copy(MAY, share / f"{number}.xlsx")

    def pull_the_cable(done, _total, _name):
        if done == 1:
            shutil.rmtree(share, ignore_errors=True)

    previews = office.preview([share], pull_the_cable)
    assert len(previews) == 9
    states = ["read" if p.reading.rows else told(p.reading.findings[0]) for p in previews]
    assert set(states) == {"read", "file_gone"}
    outcomes = office.accept(previews)  # what was read is gone by now, too
    assert {told(o.finding) for o in outcomes} <= {"file_gone", "file_vanished"}
    assert office.returns() == []


def test_a_share_that_goes_while_it_is_listed_is_told(office, tmp_path, monkeypatch):
    """Only the system's own listing is made to fail, as it does for a share that is gone."""
    share = tmp_path / "share"
    share.mkdir()
    shutil.copy(MAY, share)
    true = os.scandir

    def scandir(path):
        if Path(path) == share:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return true(path)

    monkeypatch.setattr(os, "scandir", scandir)
    with pytest.raises(Refused) as refused:
        office.preview([share])
    assert told(refused.value.findings[0]) == "folder_lost"
