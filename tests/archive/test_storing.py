"""A return goes in once, wholly, with its original; undo is an event, and can be undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.figures.figure import FIGURE_COLUMNS, FigureRow, Status
from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.received import StoredReturn
from desktop.figures.vintage import LATEST, Vintage
from tests.archive.made import (
    AUGUST_6,
    JULY_6,
    JUNE,
    NOON,
    content_of,
    counts,
    reading,
    row,
    store,
    values,
)
from tests.archive.past_the_program import refuses


def test_a_figure_comes_out_as_it_was_read(archive):
    printed = row(39_500e6)._replace(printed="39.500,0", cell="AB107", label="Tổng\nsố")
    store(archive, reading(printed, name="Biểu T6.xlsx"))
    frame = archive.figures()
    assert tuple(frame.columns) == FIGURE_COLUMNS
    (figure,) = frame.itertuples(index=False, name=None)
    assert FigureRow(*figure[:16]) == printed
    assert figure[16:] == (1, "Biểu T6.xlsx", "GSO", "2025-07-06", 0)


_AWKWARD = ('"', '""', "\\", '","', "NULL", "null", "{1,2}", "", " ", "'", "1\n2", "ộ", "%s")


@pytest.mark.parametrize("odd", [*((one,) for one in _AWKWARD), _AWKWARD])
def test_whatever_was_printed_comes_out_as_it_was_printed(archive, odd):
    printed = [row(n, item=f"I{n:02}")._replace(printed=one) for n, one in enumerate(odd, 1)]
    store(archive, reading(*printed))
    assert archive.figures()["printed"].tolist() == list(odd)


def test_a_return_is_listed_with_who_when_and_what_was_odd(archive):
    odd = Finding(Severity.WARNING, "unknown_item", "14.XK", "B12", "Cà fê", "Cà phê")
    number = store(archive, reading(row(1), row(2, item="COFFEE"), findings=[odd]))
    (listed,) = archive.returns()
    assert listed == StoredReturn(
        number=number,
        name="a.xlsx",
        content_hash=reading().content_hash,
        sender="GSO",
        layout="gso_monthly",
        month=JUNE,
        reported_on=JULY_6,
        date_origin=reading().date_origin,
        imported_at="2025-07-12T12:00:00+00:00",
        imported_by="Lan",
        figures=2,
        findings=(odd,),
        first_month=JUNE,
        last_month=JUNE,
        new=2,
    )


def test_a_return_keeps_what_it_brought_and_covers(archive):
    store(archive, reading(row(1), row(5, item="RICE")))
    later = reading(row(2), row(5, item="RICE"), row(9, month=JUNE + 1), name="b")
    store(archive, later, on=AUGUST_6)
    second = archive.returns()[-1]
    assert (second.first_month, second.last_month) == (JUNE, JUNE + 1)
    assert (second.new, second.changed) == (1, 1)


def test_returns_are_listed_oldest_report_first(archive):
    store(archive, reading(row(2), name="august"), on=AUGUST_6)
    store(archive, reading(row(1), name="july"), on=JULY_6)
    assert [r.name for r in archive.returns()] == ["july", "august"]


def test_the_original_is_kept_to_the_byte(archive):
    number = store(archive, reading(row(1), name="Biểu.xlsx"))
    assert archive.content(number) == ("Biểu.xlsx", content_of("Biểu.xlsx"))


def test_a_file_whose_name_no_text_can_hold_is_stored_all_the_same(archive):
    """Older systems wrote names in bytes that are not UTF-8; Python passes them on as it can."""
    broken = "Bi\udce9u T6.xlsx"
    odd = Finding(Severity.NOTE, "already_in", about=broken)
    workbook = replace(reading(row(1), findings=[odd]), name=broken)
    store(archive, workbook, content=content_of("a.xlsx"))
    (listed,) = archive.returns()
    assert (listed.name, listed.findings[0].about) == ("Bi?u T6.xlsx", "Bi?u T6.xlsx")


def test_the_same_file_twice_adds_nothing(archive):
    store(archive, reading(row(1)))
    before = archive.changes
    assert store(archive, reading(row(1))) is None
    assert store(archive, reading(row(1)), on=AUGUST_6) is None
    assert len(archive.returns()) == 1
    assert archive.changes == before


def test_a_file_that_is_now_read_otherwise_takes_its_own_place(archive):
    """A name was decided since, or the reader has learned: the newer reading counts."""
    store(archive, reading(row(1), row(2, item="RICE")))
    again = reading(row(1), row(3, item="RICE"), row(4, item="NEW:Sâm"))
    found = archive.compare(again, JULY_6)
    assert (found.already, found.kinds, found.rivals) == (None, "scn", 0)
    assert [f.code for f in found.findings] == ["read_otherwise"]
    assert found.findings[0].found == "1"
    assert store(archive, again) == 2
    assert values(archive) == [4, 3, 1]
    assert [r.withdrawn for r in archive.returns()] == [True, False]
    assert store(archive, again) is None
    assert archive.compare(again, JULY_6).already == 2


def test_undoing_another_reading_leaves_the_first_to_be_restored(archive):
    store(archive, reading(row(1)))
    store(archive, reading(row(2)))
    archive.withdraw(2, at=NOON, by="Lan")
    archive.restore(1, at=NOON, by="Lan")
    assert values(archive) == [1]
    assert store(archive, reading(row(2))) == 2
    assert values(archive) == [2]


def test_a_newer_return_revises_and_an_older_one_arriving_late_does_not(archive):
    store(archive, reading(row(33_085, status=Status.ESTIMATE), name="first"), on=JULY_6)
    store(archive, reading(row(33_159), name="second"), on=AUGUST_6)
    assert values(archive) == [33_159]
    store(archive, reading(row(30_000, status=Status.FINAL), name="late"), on=date(2025, 6, 6))
    assert values(archive) == [33_159]
    assert values(archive, Vintage(first_release=True)) == [30_000]


def test_of_one_day_the_firmer_figure_stands(archive):
    store(archive, reading(row(2, status=Status.FINAL), name="final"))
    store(archive, reading(row(1, status=Status.ESTIMATE), name="estimate"))
    assert values(archive) == [2]


def test_a_figure_printed_twice_in_one_return_stands_once_firmer_first(archive):
    twice = [
        row(1, status=Status.ESTIMATE, cell="C9"),
        row(2, status=Status.ACTUAL, cell="D9"),
        row(3, status=Status.ACTUAL, cell="E9"),
    ]
    number = store(archive, reading(*twice))
    assert archive.figures()["cell"].tolist() == ["D9"]
    assert archive.returns()[0].figures == 3
    archive.withdraw(number, at=NOON, by="Lan")
    assert len(archive.figures()) == 0


def test_month_cumulative_and_growth_are_figures_of_their_own(archive):
    both = row(1), row(2, basis="cumulative"), row(114.4, measure="growth_value")
    store(archive, reading(*both))
    assert sorted(values(archive)) == [1, 2, 114.4]


def test_a_withdrawn_return_gives_its_place_to_the_next_best(archive):
    store(archive, reading(row(1), row(5, item="COFFEE"), name="july"), on=JULY_6)
    second = store(archive, reading(row(2), row(7, item="RICE"), name="august"), on=AUGUST_6)
    archive.withdraw(second, at=NOON, by="Minh")
    assert values(archive, items=["TOTAL"]) == [1]
    assert values(archive, items=["RICE"]) == []
    assert [r.withdrawn for r in archive.returns()] == [False, True]
    archive.restore(second, at=NOON, by="Minh")
    assert sorted(values(archive)) == [2, 5, 7]


def test_the_same_file_after_an_undo_is_the_same_return_again(archive):
    number = store(archive, reading(row(1)))
    archive.withdraw(number, at=NOON, by="Lan")
    assert store(archive, reading(row(1))) == number
    assert values(archive) == [1]
    assert len(archive.returns()) == 1


@pytest.mark.parametrize(
    ("again", "day"),
    [(row(1), AUGUST_6), (row(2), JULY_6)],
    ids=["under its right date", "read better by a newer program"],
)
def test_after_an_undo_a_file_can_be_stored_otherwise(archive, again, day):
    wrong = store(archive, reading(row(1)), on=JULY_6)
    archive.withdraw(wrong, at=NOON, by="Lan")
    right = store(archive, reading(again), on=day)
    assert right != wrong
    assert [(r.number, r.withdrawn) for r in archive.returns()] == [(wrong, True), (right, False)]
    assert archive.content(right) == archive.content(wrong)
    with pytest.raises(Refused, match="imported_again_since"):
        archive.restore(wrong, at=NOON, by="Lan")


@pytest.mark.parametrize("errand", ["withdraw", "restore", "content"])
def test_an_unknown_return_is_refused(archive, errand):
    arguments = {} if errand == "content" else {"at": NOON, "by": "Lan"}
    with pytest.raises(Refused, match="no_such_return") as refusal:
        getattr(archive, errand)(7, **arguments)
    assert refusal.value.findings[0].about == "7"


def test_undo_and_redo_are_not_done_twice(archive):
    number = store(archive, reading(row(1)))
    with pytest.raises(Refused, match="counts_already"):
        archive.restore(number, at=NOON, by="Lan")
    archive.withdraw(number, at=NOON, by="Lan")
    with pytest.raises(Refused, match="withdrawn_already"):
        archive.withdraw(number, at=NOON, by="Lan")


def test_a_return_without_figures_is_refused_with_what_was_found(archive):
    with pytest.raises(Refused, match="nothing_to_store"):
        store(archive, reading())
    found = Finding(Severity.ERROR, "damaged", about="a.xlsx")
    with pytest.raises(Refused, match="damaged"):
        store(archive, reading(findings=[found]))
    assert archive.changes == 0


def test_a_number_beyond_all_measure_is_refused_and_nothing_is_stored(archive):
    absurd = row(1, cell="Z9")._replace(value=10**22, printed="1E+19")
    with pytest.raises(Refused, match="figure_too_large") as refusal:
        store(archive, reading(row(1), absurd))
    assert refusal.value.findings[0].place == "14.XK!Z9"
    assert archive.returns() == []
    assert store(archive, reading(row(1))) == 1


def test_every_change_counts(archive):
    seen = [archive.changes]
    number = store(archive, reading(row(1)))
    seen.append(archive.changes)
    archive.withdraw(number, at=NOON, by="Lan")
    seen.append(archive.changes)
    archive.restore(number, at=NOON, by="Lan")
    seen.append(archive.changes)
    assert seen == sorted(set(seen))


@pytest.mark.parametrize(
    "deed",
    [
        "DELETE FROM figures",
        "UPDATE figures SET value = 0",
        "DELETE FROM returns",
        "UPDATE returns SET reported_on = '2030-01-01'",
        "DELETE FROM originals",
        "DELETE FROM events",
        "UPDATE events SET caused_by = 'somebody else'",
        "UPDATE series SET item = 'RICE'",
        "UPDATE periods SET last_month = 0",
    ],
)
def test_nothing_that_was_written_can_be_changed_or_deleted(archive, place, deed):
    store(archive, reading(row(1)))
    archive.close()
    refuses(place, deed)


def test_a_long_history_in_one_return(archive):
    """More months, series and words than one question to a database holds."""
    rows = [row(n, month=JUNE - n % 600, item=f"I{n}", cell=f"C{n}") for n in range(1300)]
    rows = [r._replace(label=r.item) for r in rows]
    store(archive, reading(*rows))
    assert sorted(values(archive, LATEST)) == list(range(1300))
    again = archive.compare(reading(*rows, name="again"), AUGUST_6)
    assert counts(again) == (0, 0, 1300, 0)
