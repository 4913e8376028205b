"""Every check that a return can be put to by itself, what fails, and what is asked for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from desktop.analysis.changed_places import changed_places
from desktop.analysis.columns_held import columns_of
from desktop.analysis.doubting import of_exchange
from desktop.analysis.history import History
from desktop.figures.directions import CellAnswer, TablePlan
from desktop.figures.figure import ROW_COLUMNS, FigureRow
from desktop.figures.finding import Finding
from desktop.figures.period import HALF_MONTHS
from desktop.figures.reading import Check, Question
from desktop.figures.series import TOTAL, Flow
from desktop.returns import misprints, reconcile
from desktop.returns.month_share import months_denied
from desktop.returns.reconcile_growth import GROWTHS, growth_checks, month_checks
from desktop.returns.reconcile_halves import half_checks
from desktop.returns.reconcile_industry import industry_checks
from desktop.returns.reconcile_partners import partner_checks
from desktop.returns.reconcile_provinces import province_checks

_FIELDS = tuple(itemgetter(ROW_COLUMNS.index(name)) for name in ("flow", "measure", "basis"))


class Reconciled(NamedTuple):
    """The checks made, what there is to say of them, and what only an official can decide."""

    checks: tuple[Check, ...]
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]


def reconciled(
    rows: Sequence[FigureRow],
    answers: Sequence[CellAnswer],
    tables: Sequence[TablePlan] = (),
    *,
    whole: bool = True,
) -> Reconciled:
    """Hold the figures of one return against one another; `answers` are cells decided already.

    Unless it is to be `whole`, only the checks that do not agree are given.
    """
    blocks = reconcile.blocks_of(rows)
    sums, limits = reconcile.equations_and_limits(blocks)
    flows, measures, bases = ({*map(field, rows)} for field in _FIELDS)
    totals = [row for row in rows if row.item == TOTAL]
    found = (
        *(equation.check for equation in sums if whole or not equation.holds), *limits,
        *(() if HALF_MONTHS.isdisjoint(bases) else half_checks(rows)),
        *partner_checks(totals), *province_checks(totals), *month_checks(rows),
        *(() if GROWTHS.isdisjoint(measures) else growth_checks(rows)),
        *(industry_checks(rows) if Flow.INDUSTRY.value in flows else ()),
    )  # fmt: skip
    wrong = misprints.misprints(sums)
    turned = list(_exchanged(rows, answers, tables))
    findings = (
        *(finding for finding, _ in turned), *reconcile.findings_of(found),
        *misprints.findings_of(wrong), *months_denied(blocks),
    )  # fmt: skip
    asked = (*(question for _, question in turned), *misprints.questions_of(wrong, answers))
    checks = found if whole else tuple(check for check in found if not check.agrees)
    return Reconciled(checks, findings, asked)


def _exchanged(
    rows: Sequence[FigureRow], answers: Sequence[CellAnswer], tables: Sequence[TablePlan]
) -> Iterator[tuple[Finding, Question]]:
    """Columns that the return's own figures show to have changed places, unless confirmed."""
    confirmed = {(answer.sheet, answer.cell) for answer in answers}
    for exchange in changed_places(columns_of(rows), History()):
        if (exchange.row.sheet, exchange.row.cell) not in confirmed:
            yield of_exchange(exchange, tables)
