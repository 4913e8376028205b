"""Columns that changed places are told by arithmetic and by what was told before."""

from __future__ import annotations

import pytest

from desktop.analysis.changed_places import changed_places
from desktop.analysis.columns_held import columns_of
from desktop.analysis.history import History
from desktop.figures.directions import CellAnswer, Directions, TablePlan
from desktop.figures.finding import Severity
from desktop.figures.finding_texts import remedy, sentence
from desktop.figures.reading import Ask
from desktop.figures.wording import language
from tests.analysis.told import (
    COUNTED,
    ITEMS,
    JUNE,
    figure,
    history_to,
    june,
    month_value,
    rows_of,
    tell,
    to_date,
)

NOTHING = History()
LAST = JUNE - 12
DEAR = {item: 2.0 ** (2 + n % 3) for n, item in enumerate(COUNTED)}
"""Thousand US dollars a tonne."""


def turned(rows, one, other):
    """The same rows with what is printed under two letters exchanged, read by the old headings."""
    under = {row.cell: row for row in rows}
    found = []
    for row in rows:
        letter, number = row.cell[:1], row.cell[1:]
        partner = under.get({one: other, other: one}.get(letter, "") + number)
        found.append(read_from(row, partner) if partner else row)
    return found


def read_from(row, printed):
    """A figure that holds what another cell printed."""
    factor = row.value / float(row.printed)
    return row._replace(value=round(float(printed.printed) * factor), printed=printed.printed)


def kinds(rows, history=NOTHING):
    return [found.kind for found in changed_places(columns_of(rows), history)]


def priced(month):
    """A return whose goods have prices of their own."""
    rows = [row for row in rows_of(month) if row.measure == "value"]
    for basis, amount in (("month", month_value), ("cumulative", to_date)):
        for item in COUNTED:
            tonnes = amount(item, month) / 1000 / DEAR[item]
            rows.append(figure(item, month, tonnes, basis=basis, measure="quantity"))
    return rows


def grown(month, base, basis="month", letter="M"):
    """Printed growth of every item on its value of `base`."""
    amount = month_value if basis == "month" else to_date
    return [
        figure(item, month, 100 * amount(item, month) / amount(item, base), basis=basis,
               measure="growth_value")._replace(cell=f"{letter}{9 + n}")
        for n, item in enumerate(ITEMS)
    ]  # fmt: skip


def two_columns(*months):
    """Value of two months beside each other."""
    return [
        figure(item, month, month_value(item, month))._replace(cell=f"{letter}{9 + n}")
        for letter, month in zip("DK", months, strict=True)
        for n, item in enumerate(ITEMS)
    ]


def test_a_return_in_order_exchanges_nothing():
    before = history_to(JUNE - 1)
    every = [*priced(JUNE), *grown(JUNE, LAST)]
    assert kinds(every) == kinds(every, before) == []


@pytest.mark.parametrize(("one", "other"), [("D", "F"), ("C", "E")])
def test_no_month_exceeds_its_year_to_date(one, other):
    assert kinds(turned(rows_of(JUNE), one, other)) == ["exchanged_bases"]


def test_printed_growth_tells_this_year_from_last():
    rows = [*two_columns(JUNE, LAST), *grown(JUNE, LAST)]
    assert kinds(rows) == []
    assert kinds(turned(rows, "D", "K")) == ["exchanged_years"]


def test_without_growth_the_archive_tells_this_year_from_last():
    rows, before = two_columns(JUNE, LAST), history_to(JUNE - 1)
    assert kinds(rows, before) == []
    assert kinds(turned(rows, "D", "K")) == []
    assert kinds(turned(rows, "D", "K"), before) == ["exchanged_years"]


def test_printed_growth_tells_two_months_apart_where_all_is_an_estimate():
    rows, before = [*two_columns(JUNE, JUNE - 1), *grown(JUNE, LAST)], history_to(JUNE - 2)
    assert kinds(rows, before) == []
    assert kinds(turned(rows, "D", "K"), before) == ["exchanged_months"]


def test_no_price_turns_over():
    before = NOTHING.__class__()
    for back in range(1, 4):
        tell(before, priced(JUNE - back), JUNE - back)
    assert kinds(priced(JUNE), before) == []
    assert kinds(turned(priced(JUNE), "C", "D"), before) == ["exchanged_measures"]
    assert kinds(turned(priced(JUNE), "E", "F"), before) == ["exchanged_measures"]


def both_flows(month):
    """Exports, and imports of the same goods that are three times as much or a third."""
    exports = [row for row in rows_of(month) if row.basis == "month" and row.measure == "value"]
    imports = [
        row._replace(flow="import", sheet="15.NK", value=row.value * 3 if n % 2 else row.value // 3)
        for n, row in enumerate(exports)
    ]
    return exports, imports


def named(rows, flow):
    return [row._replace(flow=flow) for row in rows]


def test_exports_are_told_from_imports_by_what_was_usual():
    before = History()
    for back in range(1, 4):
        exports, imports = both_flows(JUNE - back)
        tell(before, [*exports, *imports], JUNE - back)
    exports, imports = both_flows(JUNE)
    assert kinds([*exports, *imports], before) == []
    rows = [*named(exports, "import"), *named(imports, "export")]
    told = june(rows, before)
    assert [f.code for f in told.findings][:2] == ["exchanged_flows"] * 2
    assert {q.choices for q in told.questions if q.ask is Ask.FLOW} == {
        ("export", "import"), ("import", "export"),
    }  # fmt: skip
    plans = tuple(TablePlan(s, flow=f) for s, f in (("14.XK", "import"), ("15.NK", "export")))
    kept = june(rows, before, Directions(plans=plans))
    assert [q for q in kept.questions if q.ask is Ask.FLOW] == []


def test_flows_are_told_apart_where_no_month_is_printed():
    exports = [row for row in rows_of(JUNE) if (row.basis, row.measure) == ("cumulative", "value")]
    imports = [row._replace(flow="import", value=row.value // 3) for row in exports]
    before = History()
    tell(before, [*exports, *imports], JUNE)
    assert kinds([*exports, *imports], before) == []
    assert kinds(named(imports, "export"), before) == ["exchanged_flows"]


def test_what_is_exchanged_waits_and_is_said_in_words():
    rows = turned(rows_of(JUNE), "D", "F")
    told = june(rows)
    (finding,) = [f for f in told.findings if f.code == "exchanged_bases"]
    (question,) = [q for q in told.questions if q.ask is Ask.COLUMNS]
    assert (finding.severity, finding.cell, finding.expected) == (Severity.ERROR, "D9", "F9")
    assert (question.needed, question.choices[0]) == (True, "F9")
    for code in ("vi", "en"):
        said = sentence(finding, language(code)) + remedy(finding, language(code))
        assert "14.XK!D9" in said
        assert "F9" in said
    kept = Directions(answers=(CellAnswer("14.XK", "D9", question.choices[1]),))
    assert not [q for q in june(rows, directions=kept).questions if q.ask is Ask.COLUMNS]
