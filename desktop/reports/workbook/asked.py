"""A summary workbook as it is asked for: all that it says, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.figures.summary_sheets import STANDARD_SHEETS, SummarySheet
from desktop.reports.beside import NOTHING_BESIDE, Beside

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from desktop.analysis.results import Overview
    from desktop.figures.received import StoredReturn
    from desktop.figures.wording import Language
    from desktop.reports.workbook.carried import Carried


@dataclass(frozen=True, slots=True)
class Summary:
    """All that a summary workbook says.

    - `language`: of every text in it. Number separators follow the reader's own settings.
    - `returns`: those that count, for the list of sources.
    - `told_at`: up to when what the archive knew is told: when the workbook is made, or the moment
      that was asked for. The only clock there is: the same input gives the same bytes.
    - `beside`: what else is told; a sheet whose answer is not given is left out.
    - `sheets`: those that are wanted. One that others take figures from is hidden instead.
    - `carried`: what it takes along to be made again.
    """

    overview: Overview
    language: Language
    returns: Sequence[StoredReturn]
    told_at: datetime
    beside: Beside = NOTHING_BESIDE
    sheets: Sequence[SummarySheet] = STANDARD_SHEETS
    carried: Carried | None = None
