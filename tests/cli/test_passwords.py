"""Locked workbooks at the terminal: the password comes from a file or from standard input."""

import io

import pytest

from desktop.archive import Archive
from desktop.cli.door import run_command
from tests.cli.test_terminal import NOW
from tests.returns.made_binary import xls_locked

PASSWORD = "Mở ra, tháng 6!"
CELLS = [(1, 1, "25. Exports of goods"), (3, 4, "1000 tons, Mill. USD"), (4, 3, "Estimate")]
CELLS += [(5, 3, "September"), (6, 3, 2020.0), (7, 3, "Volume"), (7, 4, "Value")]
CELLS += [(9, 1, "TOTAL VALUE"), (9, 4, 27500.0), (10, 2, "Rice"), (10, 3, 400.0), (10, 4, 190.5)]


@pytest.fixture
def locked(tmp_path):
    path = tmp_path / "locked.xls"
    path.write_bytes(xls_locked(CELLS, PASSWORD))
    return path


@pytest.fixture
def run(capsys, tmp_path):
    def command(*arguments):
        archive = ("--archive", tmp_path / "archive.sqlite3")
        status = run_command([str(a) for a in (*arguments, *archive)], lambda: NOW)
        said = capsys.readouterr()
        assert PASSWORD not in said.out + said.err
        return status, said.out, said.err

    return command


def test_a_file_holds_the_password_and_the_original_is_kept_locked(run, locked, tmp_path):
    (tmp_path / "word").write_text(f"{PASSWORD}\r\nno part of it", encoding="utf-8-sig")
    status, _, _ = run("import", locked, "--password-file", tmp_path / "word")
    assert status == 0
    with Archive.open(tmp_path / "archive.sqlite3") as archive:
        assert archive.content(1) == ("locked.xls", locked.read_bytes())
        assert len(archive.figures()) == 3
    kept = (tmp_path / "archive.sqlite3").read_bytes()
    for encoding in ("utf-8", "utf-16-le"):
        assert PASSWORD.encode(encoding) not in kept


def test_standard_input_may_say_it(run, locked, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))
    status, out, _ = run("read", locked, "--format", "csv", "--password-file", "-")
    assert status == 0
    assert out.count("\n") == 4


def test_without_it_and_with_a_wrong_one_it_is_said(run, locked, tmp_path):
    (tmp_path / "word").write_text("guess", encoding="utf-8")
    status, _, told = run("read", locked)
    assert (status, "password_protected" in told) == (1, True)
    status, _, told = run("read", locked, "--password-file", tmp_path / "word")
    assert (status, "wrong_password" in told) == (1, True)
    status, _, told = run("read", locked, "--password-file", tmp_path / "gone")
    assert status != 0
    assert "gone" in told
