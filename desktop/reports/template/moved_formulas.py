"""Formulas whose references follow rows that move; what cannot follow is said, not guessed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from desktop.reports.template.named_cells import sheet_named
from desktop.reports.template.shifting import Shift, corners_of

_BY_WORDS = frozenset({"INDIRECT(", "OFFSET("})
"""Functions that are told by words or by a distance which cell they take."""
_BROKEN = "#REF!"
"""A reference to what was deleted long ago: it is handed on as it is."""
Shifts = Mapping[str, Shift]
"""The sheets whose rows move, by their names in small letters."""


class FixedError(Exception):
    """A formula takes cells in a way that does not follow rows; `found` is what takes them."""

    def __init__(self, found: str) -> None:
        super().__init__(found)
        self.found = found


class Anchored(NamedTuple):
    """The row that the relative references of a format or rule are counted from: before, after."""

    before: int
    after: int


def moved(
    text: str,
    home: str,
    shifts: Shifts,
    *,
    single_grows: bool = False,
    anchored: Anchored | None = None,
) -> str:
    """Write a formula that stands on the sheet `home` so that it takes the same cells as before.

    `anchored` is of a formula that stands for many rows. Raises `FixedError`.
    """
    from openpyxl.formula import Tokenizer  # noqa: PLC0415 - only a template with formulas needs it
    from openpyxl.formula.tokenizer import TokenizerError  # noqa: PLC0415 - as above

    if _BROKEN in text:
        return text
    try:
        read = Tokenizer(f"={text}")
    except TokenizerError as error:
        raise FixedError(text) from error
    if read.render() != f"={text}":
        raise FixedError(text)
    for token in read.items:
        if token.value.upper() in _BY_WORDS:
            raise FixedError(token.value.rstrip("("))
        if token.type == "OPERAND" and token.subtype == "RANGE":
            token.value = _moved(token.value, home, shifts, anchored, single_grows=single_grows)
    return str(read.render()).removeprefix("=")


def _moved(
    written: str, home: str, shifts: Shifts, anchored: Anchored | None, *, single_grows: bool
) -> str:
    sheet, mark, cells = written.rpartition("!")
    name = sheet_named(sheet) if mark else home
    if ":" in name:  # from one sheet to another: the same cells of several
        if any(shift.reference(cells) not in {None, cells} for shift in shifts.values()):
            raise FixedError(written)
        return written
    shift = shifts.get(name.casefold(), Shift())
    new = shift.reference(cells, single_grows=single_grows)
    if new is None:
        return written
    if anchored and _slips(cells, new, anchored):
        raise FixedError(written)
    return f"{sheet}{mark}{new}"


def _slips(before: str, after: str, anchored: Anchored) -> bool:
    """Say whether a relative reference is no longer as far from the row that it counts from."""
    old, new = corners_of(before) or (), corners_of(after) or ()
    return any(
        one.is_relative
        and one.row is not None
        and other.row is not None
        and one.row - anchored.before != other.row - anchored.after
        for one, other in zip(old, new, strict=False)
    )
