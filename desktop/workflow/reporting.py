"""A report is made: what it says is asked for once, and each form only renders it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from desktop.figures.summary_sheets import SummarySheet
from desktop.figures.vintage import LATEST, Vintage
from desktop.workflow.summarizing import Answering, Order, beside

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from desktop.analysis.results import Overview, Phasing
    from desktop.figures.month import Month
    from desktop.figures.received import StoredReturn
    from desktop.figures.wording import Language
    from desktop.reports.content.report import Report
    from desktop.workflow.errands import ReportChoices

_BESIDE = (SummarySheet.STRUCTURE, SummarySheet.WARNINGS, SummarySheet.OUTLOOK)
_DIGITS = 12


class Reporting(Answering, Protocol):
    """The errands that a report needs of the office."""

    def returns(self, vintage: Vintage = LATEST) -> list[StoredReturn]:
        """Every return of a vintage."""

    def held_overview(
        self, year: int | None, through: Month | None, vintage: Vintage, phasing: Phasing | None
    ) -> Overview:
        """How the year stands; raises `Refused` where nothing of it is held."""


def report(
    office: Reporting, choices: ReportChoices, language: Language, made_at: datetime
) -> Report:
    """Say all that a report says; raises `Refused` while there is nothing to report."""
    from desktop.reports.content.composing import compose  # noqa: PLC0415 - after first paint
    from desktop.reports.content.stamp import Stamp  # noqa: PLC0415 - as above

    vintage = choices.vintage
    overview = office.held_overview(choices.year, choices.through, vintage, choices.phasing)
    counted = [r for r in office.returns(vintage) if not r.withdrawn]
    stamp = Stamp(
        archive_mark(office.returns()), overview.year, overview.through,
        replace(vintage, known_by=made_at), choices.phasing, language.code, made_at,
    )  # fmt: skip
    told = beside(office, overview, Order(made_at, choices.phasing, _BESIDE, language))
    return compose(overview, told, language, returns=counted, stamp=stamp)


def archive_mark(returns: Sequence[StoredReturn]) -> str:
    """Tell archives apart: by the first return that each took in, and when."""
    if not returns:
        return ""
    first = min(returns, key=lambda r: r.number)
    told = f"{first.content_hash} {first.imported_at}"
    return hashlib.sha256(told.encode()).hexdigest()[:_DIGITS]
