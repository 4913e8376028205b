"""What a return did not touch is not worked out again, and the answer is the one from scratch."""

from __future__ import annotations

import gc
from itertools import cycle
from weakref import ref

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.analysis.laid_on import laid_on
from desktop.analysis.lines import laid_out
from desktop.analysis.rows import QUANTITIES, VALUES, columns_of
from desktop.analysis.structure.answer import structure
from desktop.analysis.structure.remembered import Remembered
from desktop.analysis.structure_results import Window
from desktop.figures.figure import Status
from desktop.figures.groupings import Dimension, schemes
from desktop.figures.period import Basis
from desktop.figures.series import Flow
from tests.analysis.structure.traded import JUNE, quantity

BOTH = (VALUES, QUANTITIES)
COLUMNS = ("code", "value", "base", "change", "growth", "share", "status", "within", "reason")
GROUPINGS = [schemes()[code] for code in ("GSO", "CONTINENT", "FTA")]
SUBJECTS = (
    {}, {"item": "ELEC"}, {"item": "RICE"}, {"item": "CRUDE"}, {"market": "US"}, {"market": "DZ"},
    {"market": "CN"}, {"flow": Flow.IMPORT}, {"flow": Flow.IMPORT, "item": "STEEL"},
    {"flow": Flow.IMPORT, "market": "US"}, {"flow": Flow.IMPORT, "market": "CN"},
)  # fmt: skip
figures = st.tuples(
    st.sampled_from(SUBJECTS),
    st.integers(1, 20_000),
    st.sampled_from(["2025-04", "2025-05", "2025-06", "2024-05", "2024-06", "2023-12"]),
    st.sampled_from([Basis.MONTH, Basis.CUMULATIVE]),
    st.sampled_from(list(Status)),
    st.booleans(),  # whether a quantity is told beside it
)  # fmt: skip
UNDO = "undo"
acts = st.lists(
    st.just(UNDO) | st.lists(figures, min_size=1, max_size=8), min_size=1, max_size=5
)  # fmt: skip


def begun(printer):
    """Print some trade of both flows in both years."""
    printer.of_return("2025-01-06")
    for n, subject in enumerate(SUBJECTS, 1):
        for end in ("2023-12", "2024-06", "2024-12", "2025-05", "2025-06"):
            printer.to_date(10_000 // n, end, **subject)
    printer.to_date(1, "2025-12", market="JP")  # the book reaches to the year's end
    return quantity(printer, 900, "2025-06", Basis.CUMULATIVE, item="RICE")


def printed(printer, told, day):
    start = len(printer.rows)
    printer.of_return(day)
    for subject, amount, end, basis, status, weighed in told:
        printer.put(amount, end, basis, status, **subject)
        if weighed and "item" in subject:
            quantity(printer, amount, end, basis, **subject)
    return printer.frame()[start:]


def asked(books, window, remembered=None):
    return structure(*books, JUNE, window=window, groupings=GROUPINGS, remembered=remembered)


@settings(max_examples=15)
@given(acts=acts, windows=st.lists(st.sampled_from(list(Window)), min_size=5, max_size=5))
def test_returns_and_undos_in_any_order_give_what_is_worked_out_from_scratch(
    new_printer, acts, windows
):
    printer, remembered = new_printer(), Remembered()
    begun(printer)
    states = [(printer.frame(), [laid_out(printer.frame(), amounts=a) for a in BOTH])]
    for number, (act, window) in enumerate(zip(acts, windows, strict=False), 1):
        if act == UNDO:
            states = states[: max(len(states) - 1, 1)]
        else:
            states.append(grown(*states[-1], printed(printer, act, f"2025-07-{number:02d}")))
        books = states[-1][1]
        found = asked(books, window, remembered)
        for split in (found.exports.items, found.imports.markets, *found.groupings, found.emerging):
            assert [*split.bases] == [(part.code, part.base) for part in split.parts]
            for name in COLUMNS:
                assert [*split.column(name)] == [getattr(part, name) for part in split.parts]
        assert found == asked(books, window)


def grown(frame, books, more):
    """Lay a return on books; where that cannot be (a year they have not), lay all out anew."""
    whole, columns = pd.concat([frame, more], ignore_index=True), columns_of(more)
    return whole, [
        laid_on(book, columns, amounts) or laid_out(whole, amounts=amounts)
        for book, amounts in zip(books, BOTH, strict=True)
    ]


@pytest.fixture
def revised(printer):
    """Give what is said before and after one item was revised, and from scratch."""
    begun(printer)
    before, remembered = [laid_out(printer.frame(), amounts=a) for a in BOTH], Remembered()
    first = asked(before, Window.TO_DATE, remembered)
    assert len(list(first.groupings)) > len(GROUPINGS)  # pages show them
    assert all(split.parts for split in (first.exports.items, first.exports.markets))
    assert first.imports.items.parts
    assert first.bridge.partners
    subject = ({"item": "ELEC"}, 7_777, "2025-06", Basis.CUMULATIVE, Status.FINAL, False)
    more = columns_of(printed(printer, [subject], "2025-07-06"))
    after = [laid_on(b, more, a) for b, a in zip(before, BOTH, strict=True)]
    return first, asked(after, Window.TO_DATE, remembered), asked(after, Window.TO_DATE), (
        lambda: asked(before, Window.TO_DATE, remembered)
    )  # fmt: skip


def test_one_revised_item_leaves_markets_and_imports_as_they_are(revised):
    first, second, scratch, _ = revised
    assert second == scratch
    assert second.exports.items != first.exports.items
    assert second.exports.items.part("RICE") == first.exports.items.part("RICE")
    assert second.exports.items.part("ELEC") != first.exports.items.part("ELEC")
    assert second.exports.markets is first.exports.markets
    assert second.imports.items is first.imports.items
    assert second.bridge.partners is first.bridge.partners
    for before, after in zip(first.groupings, second.groupings, strict=True):
        exported = after.flow is Flow.EXPORT and after.dimension is Dimension.ITEM
        assert (after is before) is not exported


def test_undone_it_is_said_as_before_and_what_stayed_stays(revised):
    first, second, _, again = revised
    third = again()
    assert third == first
    assert third.exports.markets is second.exports.markets


def test_of_a_split_that_changed_the_rows_stay_that_did_not(revised):
    first, second, scratch, _ = revised
    before, after = (told.exports.items.part("RICE") for told in (first, second))
    assert after is before
    assert after == scratch.exports.items.part("RICE")


def test_of_groups_those_stay_of_which_no_member_was_revised(revised):
    first, second, scratch, _ = revised
    before, after, anew = (
        next(s for s in told.groupings if s.scheme == "GSO" and s.flow is Flow.EXPORT)
        for told in (first, second, scratch)
    )
    stayed = [part.code for part in after.parts if part is before.part(part.code)]
    assert 0 < len(stayed) < len(after.parts)
    within = {part.code for part in after.parts if part.within}
    assert within
    assert within <= {*stayed}  # none of theirs was revised
    assert after.total is before.total
    assert after.parts == anew.parts


@pytest.mark.parametrize("turns", [(SUBJECTS,), (SUBJECTS[1:2], SUBJECTS[4:5])])
def test_of_many_returns_only_the_books_are_kept_that_something_stayed_of(printer, turns):
    begun(printer)
    books, remembered = [laid_out(printer.frame(), amounts=a) for a in BOTH], Remembered()
    looked_at, returns = [asked(books, Window.TO_DATE, remembered)], 9
    repr(looked_at)
    laid = []
    for number, subjects in zip(range(returns), cycle(turns), strict=False):
        told = [(s, 5_000 + number, "2025-06", Basis.MONTH, Status.FINAL, True) for s in subjects]
        more = columns_of(printed(printer, told, f"2025-08-{number + 1:02d}"))
        books = [laid_on(book, more, a) for book, a in zip(books, BOTH, strict=True)]
        looked_at = [asked(books, Window.TO_DATE, remembered)]
        repr(looked_at)
        laid.append([ref(book) for book in books])
    gc.collect()
    kept = [number for number, both in enumerate(laid) if any(book() for book in both)]
    assert kept == [*range(returns - 1 - len(turns), returns)]
