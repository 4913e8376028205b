"""The export errand: where to, write, and a way to open what was written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from desktop.figures.finding import Refused
from desktop.figures.wording import language
from desktop.gui.export.choices import (
    NARROWED,
    ExportChoices,
    ExportForm,
    LastExport,
    keep_last,
)
from desktop.gui.narrowing.chips import focus_names
from desktop.gui.printing.unseen import paint_unseen
from desktop.gui.shell.notice import Message
from desktop.gui.tokens import Tone
from desktop.workflow import FilledTemplate, ReportChoices

if TYPE_CHECKING:
    from desktop.figures.month import Month
    from desktop.figures.progress import Progress
    from desktop.gui.session import Session
    from desktop.workflow import Office

_MOST_NAMES = 100
PLACES = frozenset({
    "target_not_writable", "disk_full", "not_written", "folder_missing", "target_is_folder",
    "path_too_long",
})  # fmt: skip
"""Findings about the place of a report: another place, or another name, is the way on."""


class Elsewhere(NamedTuple):
    """A path to propose instead, and what is to be done with the one that is chosen."""

    proposed: Path
    write: Callable[[Path], None]


class Locked(NamedTuple):
    """A template that is locked, and what is to be done with its password."""

    name: str
    write: Callable[[str], None]


_NO_NAME = str.maketrans(dict.fromkeys('·/\\:*?"<>|', "-"))
"""What no file's name may have everywhere."""
_LOCKED = frozenset({"template_locked", "wrong_password"})


def unused(path: Path) -> Path:
    """Give a path that no file has: with a number where this one is taken."""
    others = (path.with_stem(f"{path.stem} ({n})") for n in range(2, _MOST_NAMES))
    return next((one for one in (path, *others) if not _is_there(one)), path)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name that is too long is nobody's
        return False


def asked_of(session: Session) -> ReportChoices:
    """Say what a report is to tell: of the choosers' months, and more of what is in focus."""
    chosen, focus = session.selection, session.focus
    return ReportChoices.of(chosen, item=focus.item, market=focus.market)


class Exporting(QObject):
    """Writes the report of what is being looked at, as a job."""

    said = Signal(object)  # Message
    written = Signal()
    elsewhere = Signal(object)  # what to do with another path
    locked = Signal(object)  # Locked
    doubted = Signal(object)  # Refused: with several findings, that want more room than a notice

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._through: Month | None = None

    def look_at(self, through: Month | None) -> None:
        """Take the last month of what is looked at: a report is named after it."""
        self._through = through

    @property
    def folder(self) -> Path:
        """The folder that was written to last."""
        return self._session.memory.out_folder

    def proposed(self, choices: ExportChoices) -> str:
        """Propose a file: in the folder last written to, named after the month."""
        return str(self.folder / self._name(choices))

    def beside_last(self, last: LastExport) -> Path:
        """Name a file in the folder of the last one, which replaces none that is there."""
        return unused(Path(last.folder) / self._name(last.choices))

    def write(self, choices: ExportChoices, out: Path, password: str = "") -> None:
        """Write a report to a file; `password` opens a locked template, and is kept nowhere."""
        session = self._session
        session.memory.wrote(out)
        asked = asked_of(session)
        job = session.run(
            "summary",
            lambda office, progress: _write(office, choices, out, asked, progress, password),
            lambda told: self._written(choices, out, told),
            session.language._("Writing the report"),
        )
        again = partial(self.write, choices)
        job.refused.connect(lambda refusal: self._refused(refusal, out, again))

    def write_placeholders(self, out: Path) -> None:
        """Write the list of all placeholders of a template."""
        session = self._session
        session.memory.wrote(out)
        asked, lang = asked_of(session), session.language
        job = session.run(
            "placeholders",
            lambda office, _progress: office.write_placeholders(out, lang, asked),
            lambda _: self._say(out, ""),
            lang._("Writing the list"),
        )
        again = self.write_placeholders
        job.refused.connect(lambda refusal: self._refused(refusal, out, again))

    def _name(self, choices: ExportChoices) -> str:
        spoken = language(choices.language)
        name = spoken._("Exports {month}", month=str(self._through or ""))
        told = focus_names(self._session.focus, spoken) if choices.form in NARROWED else ""
        about = f" {told.translate(_NO_NAME)}" if told else ""
        return f"{name.strip()}{about}{choices.suffix}"

    def _written(self, choices: ExportChoices, out: Path, told: FilledTemplate | None) -> None:
        through = str(self._through or "")
        last = LastExport(replace(choices), str(out.parent), through, out.name)
        keep_last(self._session.memory, last)
        self._say(out, self._remark(told) if told else "")
        if choices.opens_folder:
            _show(out.parent)
        self.written.emit()

    def _refused(self, refusal: Refused, out: Path, again: Callable[..., None]) -> None:
        """Where the place is to blame, offer another; where a template is locked, ask for its key.

        Several findings are told where there is room for them.

        Connected after the job was started, so that this is said last and stays.
        """
        lang, first = self._session.language, refusal.findings[0]
        if first.code in PLACES:
            pressed = lambda: self.elsewhere.emit(Elsewhere(unused(out), again))  # noqa: E731 - what the button does
            button = lang._("Another name…")
            self.said.emit(Message.about(first, Tone.BAD, lang, button, pressed))
        elif first.code in _LOCKED:
            asked = Locked(first.about, lambda said: again(out, said))
            pressed = lambda: self.locked.emit(asked)  # noqa: E731 - as above
            button = lang._("Enter the password…")
            self.said.emit(Message.about(first, Tone.BAD, lang, button, pressed))
        elif len(refusal.findings) > 1:
            self.doubted.emit(refusal)

    def _remark(self, told: FilledTemplate) -> str:
        """Say how many placeholders were filled, and how many of them have no value."""
        lang, filled, gaps = self._session.language, told.answered, len(told.findings)
        words = lang.plural("{count} placeholder filled.", "{count} placeholders filled.", filled)
        if not gaps:
            return words
        return f"{words} {lang.plural('{count} has no value.', '{count} have no value.', gaps)}"

    def _say(self, out: Path, remark: str) -> None:
        lang = self._session.language
        self.said.emit(
            Message(
                Tone.GOOD,
                lang._("Written: {name}", name=out.name),
                remark,
                button=lang._("Open"),
                pressed=lambda: _show(out),
            )
        )


def _write(
    office: Office,
    choices: ExportChoices,
    out: Path,
    asked: ReportChoices,
    progress: Progress,
    password: str,
) -> FilledTemplate | None:
    """Write in the form that was chosen; off the window's thread."""
    spoken = language(choices.language)
    if choices.form is ExportForm.WORKBOOK:
        office.write_summary(out, spoken, asked, sheets=choices.sheets, progress=progress)
        return None
    if choices.form is ExportForm.TEMPLATE:
        template = Path(choices.template)
        return office.fill_template(template, out, spoken, asked, password=password)
    office.write_reports((out,), spoken, asked, paint=paint_unseen, progress=progress)
    return None


def _show(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
