"""Serves every chart of the window: its context menu, its keys, its notes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop.figures.vintage_texts import vintage_words
from desktop.figures.wording import N_
from desktop.gui import dialogs
from desktop.gui.charting import files
from desktop.gui.charting.recolouring import recoloured
from desktop.gui.charting.sheet import Sheet
from desktop.gui.charts.plot import Plot
from desktop.gui.parts.chooser import submenu
from desktop.gui.parts.copying import copy_out, on_clipboard
from desktop.gui.parts.grid import GridView
from desktop.gui.parts.panel import TwinPanel
from desktop.gui.parts.shortcuts import add_keys
from desktop.gui.shell.notice import Message
from desktop.gui.tokens import LIGHT, Tone

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from desktop.figures.note import Note
    from desktop.gui.noting import NoteKeeping
    from desktop.gui.session import Session

PICTURE, TABLE, SAVE, PRINT = "Ctrl+C", "Ctrl+D", "Ctrl+Shift+S", "Ctrl+P"
TWIN, NOTE = "Ctrl+B", "Ctrl+M"


class Charting(QObject):
    """Adopts pages: every panel on them is served."""

    said = Signal(object)  # Message

    def __init__(self, session: Session, noting: NoteKeeping) -> None:
        """Serve in a session."""
        super().__init__()
        self._session, self._noting = session, noting
        self._panels: list[TwinPanel] = []
        noting.answered.connect(self._show_notes)

    def adopt(self, page: QWidget) -> None:
        """Serve the charts of a page that has just been made."""
        found = page.findChildren(TwinPanel)
        for panel in found:
            panel.filling.connect(partial(self._fill, panel))
            self._add_keys(panel)
            panel.show_notes(self._noting.notes)
        self._panels += found

    def _add_keys(self, panel: TwinPanel) -> None:
        """Give a panel its keys: only while the keyboard is there, so that a table types freely."""
        wishes: tuple[tuple[tuple[str, ...], str, Callable[[TwinPanel], object]], ...] = (
            ((PICTURE,), N_("Copy the chart as a picture (a table: its rows)"), self._copy),
            ((TABLE,), N_("Copy the chart's numbers as a table"), self.copy_table),
            ((SAVE,), N_("Save the chart as a picture…"), self.ask_to_save),
            ((PRINT,), N_("Print the chart…"), self.ask_to_print),
            ((TWIN,), N_("Show the chart as a table, and back"), _turn),
            (("+", "="), N_("Zoom in"), partial(_zoom, 1)),
            (("-",), N_("Zoom out"), partial(_zoom, -1)),
            (("0",), N_("Show all of the chart again"), _reset),
            ((NOTE,), N_("Note an event…"), self.ask_for_note),
        )
        for keys, says, does in wishes:
            add_keys(panel, keys, says, partial(does, panel))

    def _copy(self, panel: TwinPanel) -> None:
        """Copy what has the keyboard: the rows of a table, or the chart."""
        focused = QApplication.focusWidget()
        if isinstance(focused, GridView):
            focused.copy()
        else:
            self.copy_picture(panel)

    # What can be done ----------------------------------------------------------------------------

    def sheet(self, panel: TwinPanel) -> Sheet:
        """Put a panel on paper."""
        lang, worn = self._session.language, self._session.theme.colours
        entries = tuple(recoloured(entry, worn, LIGHT) for entry in panel.entries)
        vintage = vintage_words(self._session.selection.vintage, lang)
        foot = lang._("Figures: {vintage} release", vintage=vintage)
        return Sheet(panel.title.text(), entries, panel.printable, _notes_of(panel), foot)

    def copy_picture(self, panel: TwinPanel) -> None:
        """Put the chart on the clipboard as a picture."""
        QGuiApplication.clipboard().setImage(files.picture(self.sheet(panel)))
        self._tell(self._session.language._("Chart copied as a picture"))

    def copy_table(self, panel: TwinPanel) -> None:
        """Put the chart's numbers on the clipboard."""
        grid, lang = panel.grid, self._session.language
        copy_out(on_clipboard(grid, range(len(grid.rows)), lang))
        self._tell(lang._("Numbers copied as a table"))

    def ask_to_save(self, panel: TwinPanel) -> None:
        """Let the user choose where the picture goes, then write it."""
        lang, memory = self._session.language, self._session.memory
        folder = memory.out_folder
        proposed = str(folder / f"{_as_name(panel.title.text())}.png")
        out = dialogs.picture_to_write(panel.window(), lang, proposed)
        if out:
            memory.wrote(out)
            self.save(panel, out)

    def save(self, panel: TwinPanel, out: Path) -> None:
        """Write the chart as PNG, SVG or PDF, by the name of the file."""
        lang = self._session.language
        try:
            files.save(self.sheet(panel), out)
        except OSError:
            words = lang._("{name} cannot be written.", name=out.name)
            self.said.emit(Message(Tone.BAD, words, lang._("Choose another folder or name.")))
            return
        self._tell(lang._("Chart written: {name}", name=out.name))

    def ask_to_print(self, panel: TwinPanel) -> None:
        """Let the user choose a printer, then print."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - rarely needed

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, panel.window())
        dialog.accepted.connect(lambda *_: self._print(panel, printer))
        dialog.finished.connect(dialog.deleteLater)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def _print(self, panel: TwinPanel, printer: QPrinter) -> None:
        lang = self._session.language
        if files.print_out(self.sheet(panel), printer):
            self._tell(lang._("Sent to the printer."))
        else:
            words = lang._("The printer took nothing.")
            self.said.emit(Message(Tone.BAD, words, lang._("Choose another printer, or a PDF.")))

    def ask_for_note(self, panel: TwinPanel) -> None:
        """Let the user note an event in the month that is read."""
        from desktop.gui.charting.note_dialog import NoteDialog  # noqa: PLC0415 - rarely needed

        day, lang = _day_in(panel), self._session.language
        if day is None:
            words = lang._("This drawing has no months to note an event in.")
            self.said.emit(Message(Tone.WARN, words, brief=True))
            return
        dialog = NoteDialog(panel.window(), lang, day)
        self._session.theme.dress(dialog)
        dialog.agreed.connect(self._noting.add)
        dialog.open()

    def _tell(self, words: str) -> None:
        self.said.emit(Message(Tone.GOOD, words, brief=True))

    # Menu and notes ------------------------------------------------------------------------------

    def _fill(self, panel: TwinPanel, menu: QMenu) -> None:
        lang = self._session.language
        if menu.actions():
            menu.addSeparator()
        twin = lang._("Show as a chart") if panel.toggle.isChecked() else lang._("Show as a table")
        for words, keys, does in (
            (lang._("Copy as a picture"), PICTURE, self.copy_picture),
            (lang._("Copy as a table"), TABLE, self.copy_table),
            (lang._("Save as PNG, SVG or PDF…"), SAVE, self.ask_to_save),
            (lang._("Print…"), PRINT, self.ask_to_print),
            (twin, TWIN, _turn),
            (lang._("Show all of it again"), "0", _reset if _zooms(panel) else None),
            (lang._("Note an event…"), NOTE, self.ask_for_note if _dated(panel) else None),
        ):
            if does is not None:
                action = menu.addAction(f"{words}\t{keys}")
                action.triggered.connect(partial(_call, does, panel))
        self._offer_removal(panel, menu)

    def _offer_removal(self, panel: TwinPanel, menu: QMenu) -> None:
        if not isinstance(panel.face, Plot) or not panel.face.flags:
            return
        lang = self._session.language
        removal = submenu(menu, lang._("Remove a note"))
        for flag in panel.face.flags:
            action = removal.addAction(flag.words(lang))
            action.triggered.connect(partial(_call, self._noting.remove, flag.note.code))

    def _show_notes(self, notes: tuple[Note, ...]) -> None:
        for panel in self._panels:
            panel.show_notes(notes)


def _call(does: Callable[..., object], about: object, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
    does(about)


def _turn(panel: TwinPanel) -> None:
    panel.toggle.toggle()
    (panel.table if panel.toggle.isChecked() else panel.face).setFocus()


def _zooms(panel: TwinPanel) -> bool:
    return hasattr(panel.face, "zoom_by")


def _zoom(steps: int, panel: TwinPanel) -> None:
    if _zooms(panel):
        panel.face.zoom_by(steps)  # type: ignore[attr-defined]  # asked the line above


def _reset(panel: TwinPanel) -> None:
    if _zooms(panel):
        panel.face.zoom_reset()  # type: ignore[attr-defined]  # asked the line above


def _dated(panel: TwinPanel) -> bool:
    return isinstance(panel.face, Plot) and panel.face.month_at(None) is not None


def _day_in(panel: TwinPanel) -> date | None:
    """Propose the middle of the month that is read, so that the flag stands in its middle."""
    month = panel.face.month_at(panel.face.slot) if isinstance(panel.face, Plot) else None
    return month.day(15) if month else None


def _notes_of(panel: TwinPanel) -> tuple[str, ...]:
    """Tell the notes whose flags are in sight."""
    chart = panel.face
    if not isinstance(chart, Plot):
        return ()
    return tuple(f.words(chart.language) for f in chart.flags if chart.zoom.shows(f.slot))


def _as_name(title: str) -> str:
    """Give a title as a file's name."""
    return "".join(c if c.isalnum() or c in " -_·" else "-" for c in title).strip()[:80]
