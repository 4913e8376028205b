"""Every check that a return can be put to by itself, what fails, and what is asked for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from desktop.figures.directions import CellAnswer
from desktop.figures.figure import FigureRow
from desktop.figures.finding import Finding
from desktop.figures.reading import Check, Question
from desktop.returns import misprints, reconcile
from desktop.returns.reconcile_growth import growth_checks, month_checks
from desktop.returns.reconcile_halves import half_checks
from desktop.returns.reconcile_partners import partner_checks
from desktop.returns.reconcile_provinces import province_checks


class Reconciled(NamedTuple):
    """The checks made, what there is to say of them, and what only an official can decide."""

    checks: tuple[Check, ...]
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]


def reconciled(rows: Sequence[FigureRow], answers: Sequence[CellAnswer]) -> Reconciled:
    """Hold the figures of one return against one another; `answers` are cells decided already."""
    blocks = reconcile.blocks_of(rows)
    sums = reconcile.equations(blocks)
    found = (
        *(equation.check for equation in sums), *reconcile.limits(blocks), *half_checks(rows),
        *partner_checks(rows), *province_checks(rows), *month_checks(rows), *growth_checks(rows),
    )  # fmt: skip
    wrong = misprints.misprints(sums)
    findings = (*reconcile.findings_of(found), *misprints.findings_of(wrong))
    return Reconciled(found, findings, tuple(misprints.questions_of(wrong, answers)))
