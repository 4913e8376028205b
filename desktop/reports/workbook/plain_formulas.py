"""Sheets whose formulas are written as they are."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet


class PlainFormulas(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types
    """A sheet whose formulas use no function that Excel learned after 2007.

    XlsxWriter looks for each of those in every formula, to mark them for older programs: an eighth
    of the time that a summary took. Where it does so in another way one day, it does again.
    """

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002, FBT001, FBT002 - as XlsxWriter has it
        return formula.lstrip("=")
