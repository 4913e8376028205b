"""A report is made: what it says is asked for once, and each form only renders it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.progress import Progress, unheard
from desktop.figures.report_forms import ReportForm, form_of
from desktop.figures.series import TRADE, Flow
from desktop.figures.summary_sheets import SummarySheet
from desktop.figures.vintage import LATEST, Vintage
from desktop.figures.wording import Language, language
from desktop.workflow.errands import NEWEST, ReportChoices
from desktop.workflow.places import refuse_archive
from desktop.workflow.remaking import asked_by, carries
from desktop.workflow.templating import Templating
from desktop.workflow.text_files import content_of

if TYPE_CHECKING:
    from desktop.analysis.outlook import PartAhead
    from desktop.analysis.results import Overview
    from desktop.analysis.results import Progress as FlowProgress
    from desktop.figures.paper import Paper
    from desktop.reports.beside import PartTold
    from desktop.reports.content.report import Report
    from desktop.reports.rendering import Paint

_BESIDE = (SummarySheet.STRUCTURE, SummarySheet.WARNINGS, SummarySheet.OUTLOOK)


class Reporting(Templating):
    """The errands on reports in every form; a summary is one of them."""

    def part_progress(
        self, seen: Overview, flow: Flow, vintage: Vintage = LATEST, *, item: str, market: str
    ) -> FlowProgress | None:
        """How a part stands beside its year's overview."""
        raise NotImplementedError

    def outlook_within(
        self, overview: Overview, *, item: str = "", market: str = ""
    ) -> PartAhead | None:
        """Where the year of a part ends."""
        raise NotImplementedError

    def report(self, spoken: Language, choices: ReportChoices = NEWEST) -> Report:
        """All that a report says, whatever its form; `Refused` while there is nothing to report."""
        from desktop.reports.content.composing import compose  # noqa: PLC0415 - after first paint
        from desktop.reports.content.stamp import Stamp  # noqa: PLC0415 - as above
        from desktop.workflow.summarizing import Order  # noqa: PLC0415 - as above

        vintage = choices.vintage
        made_at = vintage.moment(self._clock()).replace(microsecond=0)  # as deeds are kept
        overview = self.held_overview(choices)
        counted = [r for r in self.returns(vintage) if not r.withdrawn]
        stamp = Stamp(
            self._mark(), overview.year, overview.through,
            replace(vintage, known_by=made_at), choices.phasing, spoken.code, made_at,
            choices.item, choices.market,
        )  # fmt: skip
        told = self._told_beside(overview, Order(made_at, choices, _BESIDE, spoken))
        told = replace(told, part=self._part_told(overview, choices))
        return compose(overview, told, spoken, returns=counted, stamp=stamp)

    def _part_told(self, overview: Overview, choices: ReportChoices) -> PartTold | None:
        """How what a report says more of stands; None where it says more of nothing.

        Raises `Refused` where nothing is held of it: there is nothing more to say.
        """
        told = self._part_held(overview, choices)
        if told is None and (about := choices.item or choices.market):
            raise Refused(Finding(Severity.ERROR, "nothing_of", found=about))
        return told

    def _part_held(self, overview: Overview, asked: ReportChoices) -> PartTold | None:
        from desktop.reports.beside import PartTold  # noqa: PLC0415 - after first paint

        item, market = asked.item, asked.market
        if not (item or market):
            return None
        sold, bought = (
            self.part_progress(overview, flow, overview.vintage, item=item, market=market)
            for flow in TRADE
        )
        if sold is None and bought is None:
            return None
        ahead = self.outlook_within(overview, item=item, market=market)
        return PartTold(item, market, sold, bought, ahead)

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
        """Write one report in the forms that the files' names ask for (`ReportForm`).

        Every form is made before the first is written, and says the same. `styles` is the
        office's own Word document for a briefing, `paint` paints a PDF. A workbook has the sheets,
        or the template, of the one that it is `like`. Raises `Refused`.
        """
        from desktop.reports.briefing.own import OwnDocument  # noqa: PLC0415 - after first paint
        from desktop.reports.saving import save_whole  # noqa: PLC0415 - as above
        from desktop.reports.writing import make_document  # noqa: PLC0415 - as above

        forms = [form_of(out) for out in outs]
        for out in outs:
            refuse_archive(out, self.location)
        own = OwnDocument(styles.name, content_of(styles)) if styles else None
        report = self.report(spoken, choices)
        documents = {
            out: self.press.do(make_document, report, form, spoken, own, paint, progress=progress)
            for out, form in zip(outs, forms, strict=True)
            if form is not ReportForm.WORKBOOK
        }
        for out in sorted(outs, key=documents.__contains__):  # a workbook may yet be refused
            if out in documents:
                save_whole(documents[out], out)
            elif like and carries(like):
                self.rebuild_summary(like, out, progress)
            else:
                self.write_summary(out, spoken, asked_by(report.stamp), progress=progress)
        return tuple(outs)

    def on_paper(self, spoken: Language, choices: ReportChoices = NEWEST) -> Paper:
        """The report as HTML in blocks, for the window."""
        from desktop.reports.preview.page import preview  # noqa: PLC0415 - after first paint

        return preview(self.report(spoken, choices), spoken)

    def made_like(self, report: Path) -> tuple[ReportChoices, Language]:
        """Read from a report how it was made: what was asked for, and in which language.

        Asked for so again, it is the same to the byte. Raises `Refused` where the file does not
        say how, or was made of another archive.
        """
        from desktop.reports.stamped import stamp_of  # noqa: PLC0415 - after first paint

        stamp = stamp_of(content_of(report))
        if stamp is None:
            raise Refused(Finding(Severity.ERROR, "carries_nothing", about=report.name))
        if stamp.archive != self._mark():
            raise Refused(Finding(Severity.ERROR, "of_another_archive", about=report.name))
        return asked_by(stamp), language(stamp.language)
