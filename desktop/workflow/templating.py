"""The errands on an office's own template: filled, filled again as it was, and its placeholders."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.progress import Progress, unheard
from desktop.workflow.errands import NEWEST, FilledTemplate, ReportChoices
from desktop.workflow.places import refuse_archive, refuse_place, same_place
from desktop.workflow.remaking import Question, answers, carried, carried_by, shown_vintage
from desktop.workflow.sending import Sending
from desktop.workflow.text_files import content_of

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.analysis.results import Overview
    from desktop.figures.vintage import Vintage
    from desktop.figures.wording import Language
    from desktop.reports.template import Filled, Knowing
    from desktop.reports.workbook.carried import Carried
    from desktop.workflow.errands import YearAsked

_WORKBOOKS = (".xlsx", ".xlsm")
_TEMPLATES = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm"})
_NEIGHBOURS = 200
"""So many workbooks of a folder are looked at for a template."""


@dataclass(frozen=True, slots=True)
class Form:
    """A template as it was opened: its name, and its bytes without the password."""

    name: str
    content: bytes

    @property
    def digest(self) -> str:
        """Tell it from any other, whatever it is called."""
        return hashlib.sha256(self.content).hexdigest()


class Templating(Sending):
    """The errands on templates; a report that was made of one carries which."""

    def is_template(self, path: Path) -> bool:
        """Say whether a workbook is a template: whether a placeholder stands in it."""
        from desktop.reports.template.spotting import (  # noqa: PLC0415 - after first paint
            has_placeholders,
        )

        return has_placeholders(path)

    def fill_template(
        self,
        template: Path,
        out: Path,
        language: Language,
        asked: YearAsked = NEWEST,
        *,
        password: str = "",
    ) -> FilledTemplate:
        """Fill an office's own template, which is never changed, and write the report.

        A template with macros gives a report with macros, which must be named so. Raises
        `Refused` where a placeholder cannot be answered, with every one of them.
        """
        self._refuse_report(template, out)
        form = _form(template, password)
        question = _question(asked, language, form)
        return _saved(self._filled(form, question, self._clock()), out)

    def rebuild_summary(
        self,
        file: Path,
        out: Path,
        progress: Progress = unheard,
        *,
        template: Path | None = None,
        password: str = "",
    ) -> Path:
        """Make a report again from what it carries; one that a template gave, of that template.

        The template is sought beside the report where none is named. Raises `Refused` where it
        is not found or is another, and as a summary is.
        """
        told = carried_by(file)
        if not told.template and template is None:
            return super().rebuild_summary(file, out, progress)
        form = _form(template, password) if template else _beside(file, told)
        if form.digest != told.template:
            raise Refused(Finding(Severity.ERROR, "template_another", about=form.name))
        question = self._asked_before(told, file)
        self._refuse_report(template, out)
        with self.grouped_as_of(question.asked.vintage):
            _saved(self._filled(form, question, told.stamp.made_at, told), out)
        return out

    def is_filled(
        self,
        template: Path,
        out: Path,
        language: Language,
        asked: YearAsked = NEWEST,
        *,
        password: str = "",
    ) -> bool:
        """Say whether a report of this template in `out`'s folder says all that one would now.

        As `is_told` does of a summary; a template that was changed since is another question.
        """
        form = _form(template, password)
        question = _question(asked, language, form)
        before = next(answers(question, out, self._mark()), None)
        return before is not None and before[0] == self._filled(form, question, before[1]).content

    def write_placeholders(self, out: Path, language: Language, asked: YearAsked = NEWEST) -> Path:
        """Write the list of all placeholders with their values as a workbook."""
        from desktop.reports.saving import save_whole  # noqa: PLC0415 - after first paint
        from desktop.reports.template.listing import listing  # noqa: PLC0415 - as above

        refuse_place(out, self.location)
        told = self.knowing(language, asked)
        save_whole(listing(told), out)
        return out

    def knowing(self, language: Language, asked: YearAsked = NEWEST) -> Knowing:
        """Give all that a template may ask for."""
        overview, vintage = self.held_overview(asked), asked.vintage
        return self._known(overview, vintage, language, vintage.moment(self._clock()))

    def _known(
        self, overview: Overview, vintage: Vintage, language: Language, made_at: datetime
    ) -> Knowing:
        from desktop.reports.template import Knowing  # noqa: PLC0415 - after first paint

        names, trace = self._told_numbers(overview, vintage)
        newest = max((r.reported_on for r in self._counted(vintage)), default=None)
        known = {name.casefold(): name for name in names}
        return Knowing(overview, language, made_at, newest, known, trace)

    def _filled(
        self, form: Form, question: Question, now: datetime, again: Carried | None = None
    ) -> Filled:
        """Fill a template in memory; what it tells of is known by the vintage's moment, or now."""
        from desktop.reports.template import fill  # noqa: PLC0415 - after first paint
        from desktop.reports.workbook.carried import properties  # noqa: PLC0415 - as above

        overview, vintage = self.held_overview(question.asked), question.asked.vintage
        at = vintage.moment(now)
        told = again or carried(question, overview, self._mark(), at, self.rules(vintage))
        shown = replace(overview, vintage=shown_vintage(told))
        knowing = self._known(shown, vintage, question.language, at)
        return fill(form.content, form.name, knowing, as_workbook=True, properties=properties(told))

    def _refuse_report(self, template: Path | None, out: Path) -> None:
        if out.suffix.lower() not in _WORKBOOKS:
            raise Refused(Finding(Severity.ERROR, "not_named_xlsx", about=str(out)))
        refuse_archive(out, self.location)
        if template and same_place(template, out):
            raise Refused(Finding(Severity.ERROR, "template_kept_whole", about=str(out)))


def _question(asked: YearAsked, language: Language, form: Form) -> Question:
    """Ask for a report on a template, which says no more of one item or market."""
    return Question(ReportChoices.of(asked), (), language, form.digest)


def _saved(filled: Filled, out: Path) -> FilledTemplate:
    from desktop.reports.saving import save_whole  # noqa: PLC0415 - after first paint

    if filled.macros and out.suffix.lower() != ".xlsm":
        raise Refused(Finding(Severity.ERROR, "template_needs_xlsm", about=out.name))
    if not filled.macros and out.suffix.lower() == ".xlsm":
        raise Refused(Finding(Severity.ERROR, "not_named_xlsx", about=str(out)))
    save_whole(filled.content, out)
    return FilledTemplate(out, filled.answered, filled.findings, tuple(filled.kept.items()))


def _form(template: Path, password: str = "") -> Form:
    return Form(template.name, _unlocked(content_of(template), password, template.name))


def _beside(report: Path, told: Carried) -> Form:
    """Find the template that a report was made of in the report's folder."""
    for path in _neighbours(report.parent):
        try:
            form = Form(path.name, path.read_bytes())
        except OSError:  # another program has it, or took it away
            continue
        if form.digest == told.template:
            return form
    raise Refused(Finding(Severity.ERROR, "template_not_beside", about=report.name))


def _neighbours(folder: Path) -> Iterator[Path]:
    found = (path for path in folder.iterdir() if path.suffix.lower() in _TEMPLATES)
    yield from sorted(found)[:_NEIGHBOURS]


def _unlocked(content: bytes, password: str, about: str) -> bytes:
    """Open a locked template with its password; one without stays as it is."""
    if not password:
        return content
    from desktop.returns.locked import unlocked  # noqa: PLC0415 - few templates are locked
    from desktop.returns.refusal import UnreadableError  # noqa: PLC0415 - as above

    try:
        return unlocked(content, password)
    except UnreadableError as refusal:
        raise Refused(refusal.finding(about)) from refusal
