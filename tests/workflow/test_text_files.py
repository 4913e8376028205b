"""What can be had of a file is given; why it cannot is told, by what was found in its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.figures.finding import Refused
from desktop.workflow.text_files import content_of, text_of


@pytest.mark.parametrize("read", [content_of, text_of])
@pytest.mark.parametrize(
    ("named", "code"),
    [("gone.csv", "no_such_file"), (".", "folder_for_file"), ("a\0b.csv", "cannot_open")],
)
def test_what_stands_in_a_file_s_place_is_told(tmp_path, read, named, code):
    with pytest.raises(Refused) as refused:
        read(tmp_path / named)
    finding = refused.value.findings[0]
    assert (finding.code, finding.about) == (code, str(tmp_path / named))


def test_a_file_that_others_keep_to_themselves_is_told_as_that(monkeypatch):
    def closed(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", closed)  # whoever runs the tests may be let in everywhere
    with pytest.raises(Refused, match="may_not_be_read"):
        text_of(Path("theirs.csv"))


def test_a_text_may_begin_with_the_mark_of_an_editor(tmp_path):
    (tmp_path / "a.csv").write_bytes("\ufefftên;giá trị\r\n".encode())
    assert text_of(tmp_path / "a.csv") == "tên;giá trị\r\n"


def test_what_is_no_text_is_refused(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Refused, match="not_utf8"):
        text_of(tmp_path / "a.csv")
