"""What is wrong or odd in a return: a value, not an exception; and the exception for an errand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters: a note, a doubt, or a figure (or file) that was not taken."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: where, what stood there, what was expected.

    `code` names the sentence and the remedy in the language catalogue (`figures.wording`);
    `found`, `expected` and `about` fill their blanks. `sheet` and `cell` are empty where the
    finding is about the whole file.
    """

    severity: Severity
    code: str
    sheet: str = ""
    cell: str = ""
    found: str = ""
    expected: str = ""
    about: str = ""

    @property
    def place(self) -> str:
        """``sheet!cell``, or as much of it as is known."""
        return f"{self.sheet}!{self.cell}" if self.cell else self.sheet


class Refused(Exception):  # noqa: N818 - a refusal is an answer to the user, not a fault of ours
    """An errand that cannot be done, with the findings that say why. Nothing was changed."""

    def __init__(self, *findings: Finding) -> None:
        """Keep the findings; the first one is the sentence that is shown."""
        super().__init__(*(f.code for f in findings))
        self.findings = findings

    def __reduce__(self) -> tuple[type[Refused], tuple[Finding, ...]]:
        """Be handed to another process with the findings."""
        return type(self), self.findings


class Cancelled(Exception):  # noqa: N818 - the user's wish, not a fault
    """Raised by whoever receives progress, to stop the errand that reports it.

    `done` is what the errand had finished by then, one whole thing each.
    """

    def __init__(self, *done: object) -> None:
        super().__init__()
        self.done = done
