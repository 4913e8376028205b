"""A document is saved whole or not at all, and a refusal says why."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from desktop.figures.finding import Refused
from desktop.figures.finding_texts import remedy, sentence
from desktop.reports.saving import save_whole


@pytest.fixture
def failing(monkeypatch):
    """Let the last step, taking the target's place, fail as Windows or a full disk would."""

    def fail_with(error):
        def replace(_self, _target):
            raise error

        monkeypatch.setattr(Path, "replace", replace)

    return fail_with


def refusal(out):
    with pytest.raises(Refused) as refused:
        save_whole(b"new", out)
    return refused.value.findings[0]


def test_a_new_document_stands_alone_in_its_folder(tmp_path):
    save_whole(b"content", tmp_path / "summary.xlsx")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("summary.xlsx", b"content")]


def test_an_old_document_is_replaced(tmp_path):
    out = tmp_path / "báo cáo tháng 6.xlsx"
    out.write_bytes(b"old")
    save_whole(b"new", out)
    assert out.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "target_not_writable"),
        (OSError(errno.ENOSPC, "No space left on device"), "disk_full"),
        (OSError(errno.EIO, "Input/output error"), "not_written"),
    ],
)
def test_a_failure_leaves_the_old_document_whole(tmp_path, failing, each_language, error, code):
    out = tmp_path / "summary.xlsx"
    out.write_bytes(b"old")
    failing(error)
    finding = refusal(out)
    assert finding.code == code
    assert str(out) in sentence(finding, each_language)
    assert remedy(finding, each_language).endswith(".")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("summary.xlsx", b"old")]


def test_a_missing_folder_is_named(tmp_path):
    finding = refusal(tmp_path / "reports" / "summary.xlsx")
    assert (finding.code, finding.about) == ("folder_missing", str(tmp_path / "reports"))


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "file").touch()
    assert refusal(tmp_path / "file" / "summary.xlsx").code == "folder_missing"


def test_a_folder_is_no_document(tmp_path):
    assert refusal(tmp_path).code == "target_is_folder"
    (tmp_path / "full" / "inner").mkdir(parents=True)
    assert refusal(tmp_path / "full").code == "target_is_folder"
    assert [p.name for p in tmp_path.iterdir()] == ["full"]


def test_a_name_too_long_is_refused_in_words(tmp_path):
    finding = refusal(tmp_path / ("x" * 300 + ".xlsx"))
    assert finding.code == "path_too_long"
    assert not list(tmp_path.iterdir())
