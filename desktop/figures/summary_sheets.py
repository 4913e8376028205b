"""The sheets of the summary workbook, and which of them are asked for."""

from __future__ import annotations

from enum import StrEnum

from desktop.figures.finding import Finding, Refused, Severity


class SummarySheet(StrEnum):
    """A sheet of the summary, in the order of the workbook."""

    COVER = "cover"
    PROGRESS = "progress"
    BALANCE = "balance"
    ITEMS = "items"
    MARKETS = "markets"
    TARGETS = "targets"
    STRUCTURE = "structure"
    OUTLOOK = "outlook"
    WARNINGS = "warnings"
    REVISIONS = "revisions"
    METHOD = "method"
    SOURCES = "sources"
    DATA = "data"


ALL_SHEETS = tuple(SummarySheet)
STANDARD_SHEETS = tuple(sheet for sheet in SummarySheet if sheet is not SummarySheet.DATA)
"""What a summary has unless some are named: the list of every figure is long, and asked for."""


def sheets_named(text: str) -> tuple[SummarySheet, ...]:
    """Give the sheets of a list such as ``cover,targets``, in the order of the workbook.

    Raises:
        Refused: a name is none, or no sheet is named.
    """
    asked = [word.strip().casefold() for word in text.split(",") if word.strip()]
    unknown = [word for word in asked if word not in ALL_SHEETS]
    if unknown or not asked:
        found = ", ".join(unknown) or text
        raise Refused(
            Finding(Severity.ERROR, "no_such_sheet", found=found, expected=", ".join(ALL_SHEETS))
        )
    return tuple(sheet for sheet in ALL_SHEETS if sheet in asked)
