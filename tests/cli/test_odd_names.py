"""Returns whose names hold signs that a terminal obeys and no document may hold."""

import os
import shutil

import pytest

from desktop.figures.harmless import harmless
from desktop.figures.places import sample

NAME = "T6\x07\x1b]0;x\x07 \u202egnp.xlsx"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no name holds such signs there")


def test_they_are_imported_listed_and_reported_and_steer_nothing(command, tmp_path):
    place, book = tmp_path / "archive.sqlite3", tmp_path / NAME
    shutil.copy(sample("gso", "02-Bieu-T6.2025.xlsx"), book)
    picture = tmp_path / f"{NAME}.xls"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    said = [
        command("import", book, archive=place),
        command("import", picture, archive=place),
        command("returns", archive=place),
        command(
            "report", "--out", tmp_path / "r.docx", "--out", tmp_path / "r.xlsx", archive=place
        ),
    ]
    assert [status for status, *_ in said] == [0, 1, 0, 0]
    for _, out, err in said:
        assert harmless(out + err) == out + err
    assert "gnp.xlsx" in said[2][1].replace("\n", "")
