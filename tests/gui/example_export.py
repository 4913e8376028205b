"""The example office's reports: what was asked for is kept, a paper has three pages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.paper import Paper
from desktop.figures.progress import Progress, unheard
from desktop.figures.summary_sheets import STANDARD_SHEETS, SummarySheet
from desktop.figures.wording import Language
from desktop.workflow import FilledTemplate, ReportChoices, YearAsked
from desktop.workflow.errands import NEWEST

if TYPE_CHECKING:
    from desktop.reports.rendering import Paint

BLOCKS = (
    "<h1>Report</h1><p>Exports of June.</p>",
    *(f"<h2>Part {n}</h2>" + f"<p>{'Words of it. ' * 40}</p>" * 6 for n in range(8)),
)


class ExampleReports:
    """Writes files that say what they are, and remembers what was asked."""

    def __init__(self):
        super().__init__()
        self.asked_for, self.papers = [], []
        self.speechless = False
        self.stands_against, self.lock = {}, ""

    def write_summary(
        self,
        out: Path,
        language: Language,
        asked: ReportChoices = NEWEST,
        *,
        sheets: Sequence[SummarySheet] = STANDARD_SHEETS,
        progress: Progress = unheard,
    ) -> Path:
        progress(1, 2, "sheet")
        self.told_more_of = (asked.item, asked.market)
        self.asked_for.append((out.name, language.code, tuple(sheets), asked.through))
        if found := self.stands_against.get(out.name):
            raise Refused(*found)
        out.write_bytes(b"summary")
        return out

    def fill_template(
        self,
        template: Path,
        out: Path,
        language: Language,
        asked: YearAsked = NEWEST,
        *,
        password: str = "",
    ) -> FilledTemplate:
        if self.lock and password != self.lock:
            code = "wrong_password" if password else "template_locked"
            raise Refused(Finding(Severity.ERROR, code, about=template.name))
        self.asked_for.append((out.name, language.code, template.name, asked.through))
        out.write_bytes(b"filled")
        gap = Finding(Severity.NOTE, "placeholder_no_value", "S", "B2", "{{x}}")
        return FilledTemplate(out, 7, (gap,), ())

    def write_placeholders(self, out: Path, language: Language, asked: YearAsked = NEWEST) -> Path:
        out.write_bytes(b"placeholders")
        return out

    read_only = False

    def settle_for_reading(self) -> None:
        """It may be written."""

    def write_aside(self) -> None:
        """It writes nothing that takes time."""

    def get_ready_to_write(self) -> None:
        """It always is."""

    def write_reports(
        self,
        outs: Sequence[Path],
        spoken: Language,
        choices: ReportChoices = NEWEST,
        *,
        paint: Paint,
        styles: Path | None = None,
        like: Path | None = None,
        progress: Progress = unheard,
    ) -> tuple[Path, ...]:
        self.asked_for.append((outs[0].name, spoken.code, choices.through))
        self.papers.append(choices)
        for out in outs:
            out.write_bytes(b"report")
        return tuple(outs)

    def on_paper(self, spoken: Language, choices: ReportChoices = NEWEST) -> Paper:
        if self.speechless:
            raise Refused(Finding(Severity.ERROR, "nothing_to_report"))
        self.asked_for.append(("paper", spoken.code, choices.through))
        self.papers.append(choices)
        return Paper("Report", "", BLOCKS, "", datetime(2025, 7, 6, tzinfo=UTC), spoken.code)
