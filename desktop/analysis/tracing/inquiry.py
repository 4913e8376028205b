"""What a trace is asked of: an answer that was shown, and the figures that it was made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.analysis.lines import laid_out
from desktop.analysis.tracing.trace import Named
from desktop.figures.series import Flow, Measure, Ownership, Series

if TYPE_CHECKING:
    import pandas as pd

    from desktop.analysis.lines import Book
    from desktop.analysis.results import Contribution, Overview, Progress
    from desktop.figures.month import Month

EXPORTS, IMPORTS = "exports", "imports"


@dataclass(frozen=True, slots=True)
class Subject:
    """What is asked about: its code ("exports", "item:COFFEE") and its series."""

    code: str
    series: Series

    @property
    def named(self) -> Named:
        """Its name, to be written in the reader's language."""
        return Named(self.code)


@dataclass(frozen=True, eq=False)
class Inquiry:
    """An overview, the book that it was read from, and the frame with every release."""

    book: Book
    overview: Overview
    figures: pd.DataFrame

    @property
    def through(self) -> Month:
        """The last month that counts."""
        return self.overview.through

    def progress(self, flow: str) -> Progress:
        """Give a flow by its name, "exports" or "imports"."""
        return self.overview.exports if flow == EXPORTS else self.overview.imports

    def parts(self) -> dict[str, Contribution]:
        """The items, markets and sectors shown, by their codes as subjects."""
        shown = self.overview
        found = {f"item:{c.code}": c for c in shown.items}
        found |= {f"market:{c.code}": c for c in shown.markets}
        sectors = (("domestic", shown.domestic), ("fdi", shown.fdi))
        return found | {code: part for code, part in sectors if part}


def inquiry(figures: pd.DataFrame, overview: Overview) -> Inquiry:
    """Take an overview and the frame that it was made of.

    Raises:
        ValueError: the frame has no figure that counts, so it is not the overview's.
    """
    first = overview.vintage.first_release
    book = laid_out(figures, first_release=first, every_subject=False)
    if book is None:
        raise ValueError("an overview is made of figures")
    return Inquiry(book, overview, figures)


def subject(code: str) -> Subject:
    """Turn a subject's code into its series."""
    scope, _, name = code.partition(":")
    if scope == "item":
        return Subject(code, Series(Flow.EXPORT, item=name))
    if scope == "market":
        return Subject(code, Series(Flow.EXPORT, market=name))
    if scope in {o.value.lower() for o in Ownership}:
        return Subject(code, Series(Flow.EXPORT, Measure.VALUE, ownership=Ownership(scope.upper())))
    return Subject(code, Series(Flow.IMPORT if scope == IMPORTS else Flow.EXPORT))
