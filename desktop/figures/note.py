"""An event worth a flag in every chart: its day, what it was, and who noted it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.figures.month import Month


@dataclass(frozen=True, slots=True)
class Note:
    """A note on a day: the office's own, or one that is shipped.

    `text` is in the language it was written in; a shipped one has `text_en` too. `code` names it:
    the archive's number as text, or the shipped one's own code (``tet-2025``). `by` and `at`
    (ISO 8601) say who added it and when; both are empty of a shipped one.
    """

    day: date
    text: str
    text_en: str = ""
    code: str = ""
    by: str = ""
    at: str = ""

    def words(self, language_code: str) -> str:
        """Give what it says in a language ("vi" or "en")."""
        return self.text_en if language_code == "en" and self.text_en else self.text

    @property
    def shipped(self) -> bool:
        """True of one that came with the program."""
        return bool(self.code) and not self.code.isdecimal()

    @property
    def month(self) -> Month:
        """The month that it falls in."""
        return Month(self.day.year, self.day.month)
