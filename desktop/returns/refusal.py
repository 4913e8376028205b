"""Why a file cannot be read at all: raised inside this room, a finding outside it."""

from __future__ import annotations

from desktop.figures.finding import Finding, Severity


class UnreadableError(Exception):
    """The whole file is refused; `code` names the sentence in `figures.finding_texts`."""

    def __init__(self, code: str, found: str = "", expected: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.found = found
        self.expected = expected

    def finding(self, name: str) -> Finding:
        """Say it of the file of that name."""
        return Finding(
            Severity.ERROR, self.code, found=self.found, expected=self.expected, about=name
        )
