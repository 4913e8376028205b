"""The watched folder from the terminal: a line for each workbook, imported where asked."""

from __future__ import annotations

import json
import shutil
from functools import partial

import pytest

from desktop.cli import watch_command
from desktop.figures.places import sample

JUNE = sample("gso", "02-Bieu-T6.2025.xlsx")


@pytest.fixture
def terminal(command, tmp_path, monkeypatch):
    monkeypatch.setattr(watch_command, "SETTLING_SECONDS", 0)
    monkeypatch.setattr(watch_command, "EVERY_SECONDS", 0)

    return partial(command, archive=tmp_path / "archive.sqlite3")


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "inbox"
    made.mkdir()
    return made


def test_once_imports_what_is_there_and_nothing_twice(terminal, folder):
    shutil.copy(JUNE, folder)
    (folder / "~$02-Bieu-T6.2025.xlsx").write_bytes(b"lock")
    status, out, _ = terminal("watch", folder, "--once", "--import", "--format", "json")
    (record,) = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert (record["sender"], record["month"], record["number"]) == ("GSO", "2025-06", 1)
    assert record["new"] == record["figures"] > 0
    assert terminal("watch", folder, "--once", "--import")[:2] == (0, "")


def test_a_table_saved_as_text_is_a_return_and_other_texts_are_passed_over(terminal, folder):
    (folder / "june.csv").write_text(
        "Hàng hóa xuất khẩu,,\n,,Triệu USD\n,Tháng 5/2024,5 tháng năm 2024\nGạo,234.5,9876\n",
        encoding="utf-8",
    )
    (folder / "readme.txt").write_text("How to import and export tables.", encoding="utf-8")
    (folder / "names.csv").write_text("label,code,flow\nGạo,RICE,export\n", encoding="utf-8")
    (folder / "page.html").write_text("<html><p>Hàng hóa xuất khẩu</p></html>", encoding="utf-8")
    status, out, err = terminal("watch", folder, "--once", "--import", "--format", "json")
    assert [json.loads(line)["figures"] for line in out.splitlines()] == [2]
    assert (status, err) == (0, "")
    assert terminal("import", folder)[:2] == (
        0,
        "june.csv is in the archive already; nothing was added.\n",
    )
    assert terminal("import", folder / "readme.txt")[0] == 1


def test_without_import_it_only_says_so(terminal, folder, tmp_path):
    (folder / "broken.xlsx").write_bytes(b"not a workbook")
    status, out, err = terminal("watch", folder, "--once")
    assert status == 1
    assert out == "broken.xlsx: nothing can be imported\n"
    assert [line.split(" is ")[0] for line in err.splitlines()][1:] == ["broken.xlsx"]
    assert err.startswith("There is no archive")  # the one that was named
    assert not (tmp_path / "archive.sqlite3").exists()


def test_a_folder_that_is_not_there_is_refused(terminal, tmp_path):
    status, _, err = terminal("watch", tmp_path / "nowhere", "--once")
    assert status == 1
    assert "cannot be reached" in err


def test_it_goes_on_until_it_is_stopped_and_says_each_thing_once(
    terminal, folder, tmp_path, monkeypatch
):
    looks = []

    def pause(_seconds):
        looks.append(1)
        if len(looks) == 2:
            (folder / "broken.xlsx").write_bytes(b"not a workbook")
        if len(looks) == 5:
            folder.rename(tmp_path / "away")
        if len(looks) == 8:
            raise KeyboardInterrupt

    monkeypatch.setattr(watch_command, "sleep", pause)
    status, out, err = terminal("watch", folder)
    assert status == 130
    assert out.count("broken.xlsx") == 1
    assert err.count("cannot be reached") == 1
