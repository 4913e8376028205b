"""What an account is told that it may do with returns is what the server lets it do."""

from __future__ import annotations

from contextlib import nullcontext

import pytest

from desktop.archive import Archive
from desktop.figures.finding import Refused
from desktop.figures.received import Allowed
from tests.archive.made import NOON, reading, row, store


@pytest.mark.parametrize(
    ("who", "undo", "decide"),
    [
        ("viewer", False, False),
        ("editor", True, False),
        ("approver", True, True),
        ("keeper", True, True),
        ("owner", True, True),
        ("hanoi", False, False),
    ],
)
def test_what_an_account_is_told_that_it_may_do_is_what_it_may(accounts, who, undo, decide):
    with Archive.open(accounts["hanoi"]) as province:
        waiting = store(province, reading(row(5, item="TEA"), name=f"Hà Nội {who}"))
    national = 1
    with Archive.open(accounts[who]) as archive:
        may = archive.allowed()
        assert may == Allowed(undo=undo, decide=decide)
        by_number = {held.number: held for held in archive.returns()}
        for number, ways in ((national, (archive.withdraw, archive.restore)),
                             (waiting, (archive.reject, archive.restore))):  # fmt: skip
            held = by_number.get(number)
            allowed = may.change(held) if held else False
            for way in ways if allowed else ways[:1]:
                with nullcontext() if allowed else pytest.raises(Refused, match="forbidden"):
                    way(number, at=NOON, by="Lan")
    with Archive.open(accounts["owner"]) as archive:
        (held,) = (r for r in archive.returns() if r.number == waiting)
        assert held.undecided != decide


def test_in_a_file_everything_may_be_done(archive):
    number = store(archive, reading(row(1)))
    (held,) = archive.returns()
    assert (held.number, archive.allowed().change(held)) == (number, True)
