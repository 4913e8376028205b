"""Placeholders outside the cells: in headers and footers, shapes, chart titles, comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.figures.finding import Finding, Severity
from desktop.reports.template.package import Package, local
from desktop.reports.template.placeholders import BEGIN, Placeholder, is_broken, placeholders
from desktop.reports.workbook.page import plain

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from desktop.reports.template.knowing import Knowing
    from desktop.reports.template.package import Tab

_BEGIN = BEGIN.encode()
_HEADERS = frozenset(
    {"oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"}
)
_TEXT = frozenset({"t"})
_FOLDERS = ("/drawings/", "/charts/", "/comments")


@dataclass(slots=True)
class Elsewhere:
    """What is to be said outside the cells of a workbook: planned, then done."""

    package: Package
    knowing: Knowing
    edits: list[tuple[str, Element, str]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    answered: int = 0

    def look(self, tabs: Sequence[Tab]) -> None:
        """Find the placeholders of headers, and of the parts that hold shapes and comments."""
        for tab in tabs:
            for text in self._texts(tab.part, _HEADERS):
                self._text(tab.part, tab.name, text, in_header=True)
        for part in self.package.names():
            if part.endswith(".xml") and any(folder in part for folder in _FOLDERS):
                for text in self._texts(part, _TEXT):
                    self._text(part, part, text, in_header=False)

    def do(self) -> None:
        """Say what was planned."""
        for part, element, words in self.edits:
            element.text = words
            self.package.touch(part)

    def _texts(self, part: str, names: frozenset[str]) -> Iterator[Element]:
        if _BEGIN in self.package.read(part):
            yield from (e for e in self.package.tree(part).iter() if local(e) in names)

    def _text(self, part: str, place: str, element: Element, *, in_header: bool) -> None:
        text = element.text or ""
        words, at = "", 0
        if is_broken(text):
            self._say("placeholder_broken", place, text.strip())
        for asked in placeholders(text):
            answer = self._answer(asked, place)
            words += text[at : asked.start]
            words += answer.replace("&", "&&") if in_header else answer
            at = asked.end
            self.answered += 1
        if at:
            self.edits.append((part, element, words + text[at:]))

    def _answer(self, asked: Placeholder, place: str) -> str:
        answer = None if asked.is_table else self.knowing.answer(asked.name, asked.written)
        if asked.is_table:
            self._say("placeholder_table_in_text", place, asked.text)
        elif answer is None:
            near = ", ".join(f"{{{{{name}}}}}" for name in self.knowing.near(asked.name))
            self._say("placeholder_unknown", place, asked.text, near)
        elif asked.wrong:
            self._say("placeholder_option", place, asked.text, asked.wrong)
        return plain(answer.in_words(asked.options, self.knowing.language)) if answer else ""

    def _say(self, code: str, place: str, found: str, expected: str = "") -> None:
        self.findings.append(Finding(Severity.ERROR, code, place, "", found, expected))
