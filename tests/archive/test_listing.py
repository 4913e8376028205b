"""The list of returns is that of the archive now, whoever changed what since it was made last."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.analysis.warnings.late import late
from desktop.archive import Archive
from desktop.figures.month import Month
from desktop.figures.period import Basis
from desktop.figures.vintage import LATEST, Vintage
from desktop.figures.warning_rules import Late
from desktop.returns.publication import scheduled
from desktop.workflow.due import due_returns
from tests.archive.made import AUGUST_6, JULY_6, NOON, reading, row, store

VINTAGES = (LATEST, Vintage(JULY_6), Vintage(known_by=NOON.date()), Vintage(known_by=JULY_6))


def test_what_was_listed_before_is_what_is_read_anew(place):
    def steps(other):
        yield store(other, reading(row(1)))
        yield store(other, reading(row(2), name="b"), AUGUST_6)
        yield other.withdraw(1, at=NOON, by="Minh")
        yield store(other, reading(row(3), name="c"), date(2025, 7, 1))
        yield other.restore(1, at=NOON, by="Minh")
        yield other.withdraw(3, at=NOON, by="Minh")

    with Archive.open(place) as archive, Archive.open(place) as other:
        for _ in steps(other):
            for vintage in VINTAGES:
                with Archive.open(place) as anew:
                    assert archive.returns(vintage) == anew.returns(vintage)
                    assert archive.returns(vintage) == archive.returns(vintage)
        counting = [r.reported_on for r in archive.returns() if not r.withdrawn]
        assert archive.reported() == sorted(set(counting), reverse=True) == [AUGUST_6, JULY_6]


def test_what_is_late_is_told_by_the_newest_returns_alone(place):
    """Whoever withdrew what, on halves of months and on whole ones, as of whatever vintage."""
    june = Month(2025, 6)
    with Archive.open(place) as archive:
        for n, (months, layout, basis) in enumerate(_SENT, 1):
            month = june + months
            told = row(n, month=month)._replace(basis=basis.value)
            sent = replace(reading(told, name=f"{n}"), sender="CUSTOMS", layout=layout, month=month)
            store(archive, sent, (month + 1).day(6))
        for number in (4, 6):
            archive.withdraw(number, at=NOON, by="Minh")
        for vintage in (*VINTAGES, Vintage(date(2025, 5, 20))):
            for today in (date(2025, 7, 8), date(2025, 8, 20), date(2026, 3, 1)):
                few, every = archive.newest_sent(scheduled(), vintage), archive.returns(vintage)
                assert _late(few, today) == _late(every, today)
        assert len(archive.newest_sent(scheduled())) < len(archive.returns())
        assert not archive.newest_sent({"HQ"})


_SENT = (
    *((months, "customs_1x", Basis.MONTH) for months in (-4, -3, -2, -1)),
    (-3, "customs_5x", Basis.FIRST_HALF_MONTH), (-3, "customs_5x", Basis.SECOND_HALF_MONTH),
    (-2, "customs_5x", Basis.FIRST_HALF_MONTH), (-1, "customs_5x", Basis.MONTH),
)  # fmt: skip


def _late(sent, today):
    found = late(due_returns(sent, today), Late(active=True, days=1), today)
    return sorted(found, key=lambda warning: warning.subject)
