"""An office that is closed lets go of all that it opened."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desktop.archive import Archive
from desktop.workflow import Office
from desktop.workflow.importing import ImportDesk

NOW = datetime(2025, 7, 12, 9, tzinfo=UTC)


@pytest.mark.parametrize("stubborn", [ImportDesk, Archive])
def test_what_cannot_be_closed_leaves_nothing_else_open(tmp_path, monkeypatch, stubborn):
    (other,) = {ImportDesk, Archive} - {stubborn}
    office, closed, left = Office(tmp_path / "a.sqlite3", clock=lambda: NOW, user="Lan"), [], []

    def fail(one):
        left.append(one)
        raise OSError("the drive is gone")

    def close(one):
        left.append(one)
        closed.append(type(one))

    office.read([])
    assert office.archive.returns() == []
    with monkeypatch.context() as patched:
        patched.setattr(stubborn, "close", fail)
        patched.setattr(other, "close", close)
        with pytest.raises(OSError, match="the drive is gone"):
            office.close()
    for one in left:
        one.close()
    assert closed == [other]
    assert not office.is_open
