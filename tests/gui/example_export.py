"""The example office's reports: what was asked for is kept, a paper has three pages."""

from __future__ import annotations

from datetime import UTC, datetime

from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.paper import Paper
from desktop.figures.progress import unheard
from desktop.workflow import FilledTemplate

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

    def write_summary(self, out, language, asked, *, sheets=(), progress=unheard):
        progress(1, 2, "sheet")
        self.told_more_of = (asked.item, asked.market)
        self.asked_for.append((out.name, language.code, tuple(sheets), asked.through))
        if found := self.stands_against.get(out.name):
            raise Refused(*found)
        out.write_bytes(b"summary")
        return out

    def fill_template(self, template, out, language, asked, *, password=""):
        if self.lock and password != self.lock:
            code = "wrong_password" if password else "template_locked"
            raise Refused(Finding(Severity.ERROR, code, about=template.name))
        self.asked_for.append((out.name, language.code, template.name, asked.through))
        out.write_bytes(b"filled")
        gap = Finding(Severity.NOTE, "placeholder_no_value", "S", "B2", "{{x}}")
        return FilledTemplate(out, 7, (gap,), ())

    def write_placeholders(self, out, language, asked):
        out.write_bytes(b"placeholders")
        return out

    read_only = False

    def settle_for_reading(self):
        """It may be written."""

    def write_aside(self):
        """It writes nothing that takes time."""

    def get_ready_to_write(self):
        """It always is."""

    def write_reports(self, outs, spoken, choices, *, paint, styles=None, progress=unheard):
        self.asked_for.append((outs[0].name, spoken.code, choices.through))
        self.papers.append(choices)
        for out in outs:
            out.write_bytes(b"report")
        return tuple(outs)

    def on_paper(self, spoken, choices):
        if self.speechless:
            raise Refused(Finding(Severity.ERROR, "nothing_to_report"))
        self.asked_for.append(("paper", spoken.code, choices.through))
        self.papers.append(choices)
        return Paper("Report", "", BLOCKS, "", datetime(2025, 7, 6, tzinfo=UTC), spoken.code)
