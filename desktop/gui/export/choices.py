"""What an official chooses of a report, remembered from one month to the next."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.figures.summary_sheets import STANDARD_SHEETS, SummarySheet
from desktop.figures.wording import LANGUAGES, N_

if TYPE_CHECKING:
    from desktop.gui.memory import Memory


class ExportForm(StrEnum):
    """What is written, by the ending of its file; a template's report has the template's."""

    WORKBOOK = "xlsx"
    BRIEFING = "docx"
    SLIDES = "pptx"
    PDF = "pdf"
    MARKDOWN = "md"
    TEMPLATE = "template"


NARROWED = frozenset(form for form in ExportForm if form is not ExportForm.TEMPLATE)
"""Forms that say more of what pages are narrowed to; a template says what the office wrote."""
FORMS = {
    ExportForm.WORKBOOK: N_("Excel workbook"),
    ExportForm.BRIEFING: N_("Word briefing"),
    ExportForm.SLIDES: N_("PowerPoint slides"),
    ExportForm.PDF: N_("PDF"),
    ExportForm.MARKDOWN: N_("Markdown text"),
    ExportForm.TEMPLATE: N_("The office's own Excel template"),
}
SHEETS = {
    SummarySheet.COVER: N_("Overview"),
    SummarySheet.PROGRESS: N_("Export progress"),
    SummarySheet.BALANCE: N_("Imports and balance"),
    SummarySheet.ITEMS: N_("Export items"),
    SummarySheet.MARKETS: N_("Export markets"),
    SummarySheet.TARGETS: N_("Targets"),
    SummarySheet.STRUCTURE: N_("Structure"),
    SummarySheet.OUTLOOK: N_("Outlook"),
    SummarySheet.WARNINGS: N_("Warnings"),
    SummarySheet.REVISIONS: N_("Revisions"),
    SummarySheet.METHOD: N_("Method"),
    SummarySheet.SOURCES: N_("Sources"),
    SummarySheet.DATA: N_("Data"),
}
_ENDINGS = {f".{form}": text for form, text in FORMS.items()}
_CHOICES, _LAST = "export_choices", "export_last"


def kind_of(suffix: str) -> str:
    """What the page calls a file of this ending; a filled template is an Excel workbook too."""
    return _ENDINGS.get(suffix.lower(), FORMS[ExportForm.WORKBOOK])


@dataclass(frozen=True, slots=True)
class ExportChoices:
    """A report as it is to be written; `template` is the path of the office's own workbook."""

    language: str
    form: ExportForm = ExportForm.WORKBOOK
    sheets: tuple[SummarySheet, ...] = STANDARD_SHEETS
    template: str = ""
    opens_folder: bool = True

    @property
    def suffix(self) -> str:
        """The ending that the report's file must have."""
        if self.form is not ExportForm.TEMPLATE:
            return f".{self.form.value}"
        macros = Path(self.template).suffix.lower() in {".xlsm", ".xltm"}
        return ".xlsm" if macros else ".xlsx"

    @property
    def ready(self) -> bool:
        """False while something must still be chosen."""
        if self.form is ExportForm.TEMPLATE:
            return bool(self.template)
        return self.form is not ExportForm.WORKBOOK or bool(self.sheets)

    def with_sheet(self, sheet: SummarySheet, *, wanted: bool) -> ExportChoices:
        """Take a sheet in, or leave it out; they keep the order of the workbook."""
        kept = {*self.sheets, sheet} if wanted else {*self.sheets} - {sheet}
        return replace(self, sheets=tuple(s for s in SummarySheet if s in kept))


@dataclass(frozen=True, slots=True)
class LastExport:
    """What was written last: its choices, its folder, of which month, and when (ISO 8601)."""

    choices: ExportChoices
    folder: str
    through: str
    name: str


def recall(memory: Memory, language: str) -> ExportChoices:
    """Give the choices of last time; of the first time the window's language."""
    return _choices(memory.text(_CHOICES)) or ExportChoices(language)


def keep(memory: Memory, choices: ExportChoices) -> None:
    """Remember the choices."""
    memory.remember(_CHOICES, json.dumps(asdict(choices)))


def recall_last(memory: Memory) -> LastExport | None:
    """Give what was written last; None where nothing was, or its folder is gone."""
    try:
        told = json.loads(memory.text(_LAST))
        found = _choices(json.dumps(told["choices"]))
        last = LastExport(found, told["folder"], told["through"], told["name"]) if found else None
    except (ValueError, KeyError, TypeError):
        return None
    return last if last and Path(last.folder).is_dir() else None


def keep_last(memory: Memory, last: LastExport) -> None:
    """Remember what was written."""
    memory.remember(_LAST, json.dumps(asdict(last)))


def _choices(text: str) -> ExportChoices | None:
    try:
        told = json.loads(text)
        sheets = tuple(SummarySheet(name) for name in told["sheets"])
        form, language = ExportForm(told["form"]), str(told["language"])
        template, opens = str(told["template"]), bool(told["opens_folder"])
    except (ValueError, KeyError, TypeError):
        return None
    if language not in LANGUAGES:
        return None
    return ExportChoices(language, form, sheets, template, opens)
