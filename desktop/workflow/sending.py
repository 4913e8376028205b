"""The errands that send a summary out, make it again, and say whether it is new."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.progress import Progress, unheard
from desktop.figures.summary_sheets import STANDARD_SHEETS, SummarySheet
from desktop.figures.vintage import LATEST, Vintage
from desktop.figures.wording import language as language_of
from desktop.workflow.errands import NEWEST
from desktop.workflow.on_archive import OnArchive
from desktop.workflow.places import refuse_place
from desktop.workflow.remaking import (
    Question,
    answers,
    archive_mark,
    asked_by,
    carried,
    carried_by,
    shown_vintage,
)
from desktop.workflow.summarizing import Order

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.analysis.results import Overview
    from desktop.analysis.tracing import Trace
    from desktop.figures.received import StoredReturn
    from desktop.figures.warning_rules import RulesInForce
    from desktop.figures.wording import Language
    from desktop.reports.beside import Beside, PartTold
    from desktop.reports.workbook.carried import Carried
    from desktop.workflow.errands import ReportChoices
    from desktop.workflow.press import Press


class Sending(OnArchive):
    """The errands on reports; `Office` brings the archive, the overview and what stands beside."""

    _press: Press | None = None
    _aside = False

    @property
    def press(self) -> Press:
        """Where documents are made: on the spot, or in a process of its own."""
        from desktop.workflow.press import Aside, OnTheSpot  # noqa: PLC0415 - after first paint

        with self._lock:
            if self._press is None:
                self._press = Aside() if self._aside else OnTheSpot()
            return self._press

    def write_aside(self) -> None:
        """Make documents in a process of its own from now on: for a window, which must not wait."""
        self._aside, self._press = True, None

    def get_ready_to_write(self) -> None:
        """Fetch what it takes to make documents before the first is asked for.

        What hinders it is said once something is to be written.
        """
        from desktop.reports.writing import make_ready  # noqa: PLC0415 - after first paint

        with suppress(Refused):
            self.press.do(make_ready)

    def returns(self, vintage: Vintage = LATEST) -> list[StoredReturn]:
        """Every return of a vintage."""
        raise NotImplementedError

    def rules(self, vintage: Vintage = LATEST) -> RulesInForce:
        """The rules of warning in force."""
        raise NotImplementedError

    def _told_numbers(
        self, overview: Overview, vintage: Vintage
    ) -> tuple[list[str], Callable[[str], Trace | None]]:
        """Give the names of the usual numbers, and what gives any that provenance knows."""
        raise NotImplementedError

    def _told_beside(self, overview: Overview, order: Order) -> Beside:
        raise NotImplementedError

    def _part_held(self, overview: Overview, asked: ReportChoices) -> PartTold | None:
        """How the item and the market stand that were asked for; None where nothing is held."""
        raise NotImplementedError

    def sentences(self, overview: Overview, language: Language) -> tuple[str, ...]:
        """The standard sentences about an overview."""
        from desktop.reports.prose.sentences import sentences  # noqa: PLC0415 - after first paint

        return sentences(overview, language)

    def write_summary(
        self,
        out: Path,
        language: Language,
        asked: ReportChoices = NEWEST,
        *,
        sheets: Sequence[SummarySheet] = STANDARD_SHEETS,
        progress: Progress = unheard,
    ) -> Path:
        """Write the summary workbook; raises `Refused` while there is nothing to report.

        A sheet more tells of an item or a market, or a group of either, where it was told of.
        What it tells is what is known by the vintage's moment, now if it has none: asked for by
        that moment, it can be written again to the byte.
        """
        question = Question(asked, sheets, language)
        overview = self.held_overview(asked)
        self._write(question, overview, out, self._clock(), progress)
        return out

    def rebuild_summary(self, file: Path, out: Path, progress: Progress = unheard) -> Path:
        """Make a summary again from what it carries: the same values, and the same bytes.

        Raises `Refused` where it carries nothing, or was made of another archive.
        """
        told = carried_by(file)
        question = self._asked_before(told, file)
        with self.grouped_as_of(question.asked.vintage):
            overview = self.held_overview(question.asked)
            self._write(question, overview, out, told.stamp.made_at, progress, again=told)
        return out

    def grouped_as_of(self, vintage: Vintage) -> AbstractContextManager[None]:
        """Let the groupings of a vintage count meanwhile."""
        raise NotImplementedError

    def rules_then_and_now(self, file: Path) -> tuple[str, str]:
        """By which rules a summary's warnings were judged, and would be now of the same moment.

        Both are fingerprints. The office's own are known of any moment: what may be others are
        those that the program comes with. Raises `Refused` where the file carries nothing.
        """
        told = carried_by(file)
        return told.rules, self.rules(told.stamp.vintage).rules.fingerprint

    def is_told(
        self,
        out: Path,
        language: Language,
        asked: ReportChoices = NEWEST,
        *,
        sheets: Sequence[SummarySheet] = STANDARD_SHEETS,
    ) -> bool:
        """Say whether a summary of the same question in `out`'s folder says all that one would now.

        Nothing is kept for that: the newest of them is made again, of what is known now but with
        its own moment; where that gives the same bytes, there is nothing new.
        """
        question = Question(asked, sheets, language)
        before = next(answers(question, out, self._mark()), None)
        if before is None:
            return False
        overview = self.held_overview(asked)
        with TemporaryDirectory() as folder:
            again = Path(folder) / "again.xlsx"
            self._write(question, overview, again, before[1], unheard)
            return again.read_bytes() == before[0]

    def _write(
        self,
        question: Question,
        overview: Overview,
        out: Path,
        now: datetime,
        progress: Progress,
        again: Carried | None = None,
    ) -> None:
        from desktop.reports.saving import save_made  # noqa: PLC0415 - after first paint
        from desktop.reports.workbook.asked import Summary  # noqa: PLC0415 - as above
        from desktop.reports.writing import make_workbook  # noqa: PLC0415 - as above

        refuse_place(out, self.location)
        asked, vintage, sheets = question.asked, question.asked.vintage, question.sheets
        order = Order(vintage.moment(now), asked, sheets, question.language)
        rules = self.rules(vintage)
        told = again or carried(question, overview, self._mark(), order.told_at, rules)
        summary = Summary(
            replace(overview, vintage=shown_vintage(told)), question.language,
            self._counted(vintage), order.told_at,
            replace(self._told_beside(overview, order), part=self._part_held(overview, asked)),
            sheets, told,
        )  # fmt: skip
        press = self.press
        save_made(lambda file: press.do(make_workbook, summary, file, progress=progress), out)

    def _asked_before(self, told: Carried, file: Path) -> Question:
        """Give the question that a report answered; raises `Refused` for another archive's."""
        stamp = told.stamp
        if stamp.archive != self._mark():
            raise Refused(Finding(Severity.ERROR, "of_another_archive", about=file.name))
        return Question(asked_by(stamp), told.sheets, language_of(stamp.language), told.template)

    def _mark(self) -> str:
        return archive_mark(self.returns())

    def _counted(self, vintage: Vintage) -> list[StoredReturn]:
        return [r for r in self.returns(vintage) if not r.withdrawn]
