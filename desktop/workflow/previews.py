"""Returns that were read and compared, and what became of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from desktop.figures.comparison import Comparison
from desktop.figures.directions import AS_IT_STANDS, Directions
from desktop.figures.finding import Finding, Severity
from desktop.figures.reading import Ask, Check, DateOrigin, Question, Reading
from desktop.figures.return_files import is_text

_NO_RETURN = frozenset(
    {
        "plain_text",
        "web_page",
        "other_format",
        "not_a_workbook",
        "pdf_file",
        "mail_file",
        "packed_file",
        "picture_file",
        "word_file",
        "empty_file",
        "no_table",
    }
)
"""Errors of a file that holds no table of trade at all."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A return that was read and compared, and not yet written.

    `reported_on` is the date that it would be stored under, `date_origin` where that comes from.
    `directions` are what was said of the file before it was read, its password included, and
    `known_at` is the number of the archive's last change when names and layouts were asked for.
    """

    path: Path
    reading: Reading
    comparison: Comparison
    reported_on: date
    date_origin: DateOrigin
    directions: Directions = AS_IT_STANDS
    known_at: int | None = field(default=None, compare=False)

    @property
    def questions(self) -> tuple[Question, ...]:
        """What only an official can decide; what figures wait for comes first."""
        every = (*self.reading.questions, *self.comparison.questions)
        return tuple(sorted(every, key=lambda question: not question.needed))

    @property
    def undecided(self) -> Finding | None:
        """Why nothing is stored before an official decides: what contradicts the return."""
        waiting = {
            (q.sheet, q.cell) for q in self.reading.questions
            if q.needed and q.ask in {Ask.COLUMNS, Ask.MONTH}
        }  # fmt: skip
        turned = (f for f in self.reading.errors if (f.sheet, f.cell) in waiting)
        if not any(question.needed for question in self.comparison.questions):
            return next(turned, None)
        errors = (f for f in self.comparison.findings if f.severity is Severity.ERROR)
        return next(errors, next(turned, None))

    @property
    def checks(self) -> tuple[Check, ...]:
        """Every reconciliation: within the file, then with what the archive holds."""
        return (*self.reading.checks, *self.comparison.checks)

    @property
    def passed_over(self) -> bool:
        """True for a text without a table of trade: lying in a folder, it is no return."""
        if not is_text(self.path) or not self.reading.refused or self.reading.tables:
            return False
        return _NO_RETURN.issuperset(told.code for told in self.reading.errors)

    @property
    def acceptable(self) -> bool:
        """True where accepting it would add figures."""
        ready = not self.reading.refused and self.undecided is None
        return ready and self.comparison.already is None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is odd in the file, and in how it meets the archive."""
        return (*self.reading.findings, *self.comparison.findings)

    @property
    def figures(self) -> int:
        """How many figures accepting it would write."""
        return len(self.reading.rows) if self.acceptable else 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a preview: its number in the archive, or the finding that says why not.

    What a province submits `waits`: it counts when it is approved.
    """

    preview: Preview
    number: int | None = None
    finding: Finding | None = None
    waits: bool = False

    @property
    def refused(self) -> bool:
        """True where nothing was stored because of an error (not: because it was in already)."""
        return self.finding is not None and self.finding.severity is Severity.ERROR

    @property
    def archive_down(self) -> Finding | None:
        """Why the archive takes nothing at all, where it was that: out of reach, full, busy."""
        code = self.finding.code if self.finding else ""
        return self.finding if code.startswith("archive_") and code != "archive_forbidden" else None
