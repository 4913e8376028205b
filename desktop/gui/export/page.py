"""The page of export: choices at the left, at the right the report as it will look."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.figures.finding import Refused
from desktop.figures.finding_texts import in_words
from desktop.figures.wording import N_, language
from desktop.gui import dialogs
from desktop.gui.export.choices import ExportChoices, keep, kind_of, recall, recall_last
from desktop.gui.export.choices_card import ChoicesCard
from desktop.gui.export.errand import asked_of
from desktop.gui.export.preview_pane import PreviewPane
from desktop.gui.narrowing.nothing import tell_nothing
from desktop.gui.parts.shortcuts import add_keys
from desktop.gui.tokens import GAP, MARGIN
from desktop.workflow import ReportChoices

if TYPE_CHECKING:
    from desktop.figures.paper import Paper
    from desktop.figures.wording import Language
    from desktop.gui.export.errand import Elsewhere, Exporting, Locked
    from desktop.gui.session import Session
    from desktop.workflow import Office

_CHOICES_WIDTH = 360
_TOLD = 8
"""So many findings have room in the preview's place."""


_AWAITED = N_("The preview is being made…")


class ExportPage(QWidget):
    """Shows what a report of what is looked at says, and writes it as it is chosen."""

    def __init__(self, session: Session, exporting: Exporting) -> None:
        """Recall the choices of last time."""
        super().__init__()
        self._session, self._exporting = session, exporting
        self._stale, self._ready = True, False
        self._refusal: Refused | None = None
        self.card = ChoicesCard(recall(session.memory, session.language.code))
        self.preview = PreviewPane()
        self.card.setFixedWidth(_CHOICES_WIDTH)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN, 0, MARGIN, MARGIN - 4)
        layout.setSpacing(GAP)
        layout.addWidget(self.card)
        layout.addWidget(self.preview, 1)
        self._connect()
        self.redraw()

    def _connect(self) -> None:
        session, card = self._session, self.card
        card.changed.connect(self._changed)
        card.write_asked.connect(self.write)
        card.again_asked.connect(self.write_again)
        card.template_asked.connect(self.ask_for_template)
        card.list_asked.connect(self.write_placeholders)
        card.folder_asked.connect(self._open_folder)
        session.archive_changed.connect(self._age)
        session.selection_changed.connect(self._age)
        session.focus_changed.connect(self._age)
        self._exporting.written.connect(self.redraw)
        self._exporting.written.connect(self._refresh)
        self._exporting.elsewhere.connect(self._ask_again)
        self._exporting.locked.connect(self._ask_password)
        self._exporting.doubted.connect(self._tell_all)
        add_keys(self, ("Ctrl+S",), N_("Write the report…"), self.write, anywhere=True)

    @property
    def choices(self) -> ExportChoices:
        """What is chosen."""
        return self.card.choices

    # Errands -----------------------------------------------------------------------------------

    def write(self) -> None:
        """Let the user choose where the report goes, then write it."""
        if not self.choices.ready:
            return
        proposed = self._exporting.proposed(self.choices)
        out = self._ask_where(proposed)
        if out:
            self._exporting.write(self.choices, out)

    def _ask_where(self, proposed: str) -> Path | None:
        kind = kind_of(Path(proposed).suffix)
        return dialogs.report_to_write(self, self._session.language, proposed, kind)

    def _ask_again(self, elsewhere: Elsewhere) -> None:
        """Let the user choose another place for what could not be written."""
        proposed = str(elsewhere.proposed)
        out = self._ask_where(proposed)
        if out:
            elsewhere.write(out)

    def _ask_password(self, locked: Locked) -> None:
        """Let the user unlock the template for this once."""
        said = dialogs.password(self, self._session.language, locked.name)
        if said:
            locked.write(said)

    def write_again(self) -> None:
        """Write as the last one was written, into the same folder, under this month's name."""
        last = recall_last(self._session.memory)
        if last:
            self._exporting.write(last.choices, self._exporting.beside_last(last))

    def ask_for_template(self) -> None:
        """Let the user choose the office's own workbook."""
        before = self.choices.template or self._session.memory.folder
        path = dialogs.template_to_fill(self, self._session.language, before)
        if path:
            self.card.take_template(path)

    def write_placeholders(self) -> None:
        """Write the list of all placeholders with their values."""
        folder = self._exporting.folder
        name = self._session.language._("Placeholders.xlsx")
        out = self._ask_where(str(folder / name))
        if out:
            self._exporting.write_placeholders(out)

    def _open_folder(self) -> None:
        last = recall_last(self._session.memory)
        if last:
            QDesktopServices.openUrl(QUrl.fromLocalFile(last.folder))

    # Showing -----------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the preview where it is of another month or archive."""
        super().showEvent(event)
        self._refresh()
        if not self._ready:
            self._ready = True
            ready = self._session.job("press", lambda office, _: office.get_ready_to_write())
            self._session.jobs.start(ready)

    def redraw(self) -> None:
        """Say everything in the window's language and theme."""
        session = self._session
        lang, colours = session.language, session.theme.colours
        self.card.redraw(lang, colours, recall_last(session.memory))
        self.preview.dress(lang, colours)
        if self._refusal:
            self._tell_refusal(self._refusal)
        elif not (self._stale or self.preview.leaves):
            self.preview.told.setText(lang._(_AWAITED))  # and let it go on being made

    def _changed(self, choices: ExportChoices) -> None:
        spoken = recall(self._session.memory, self._session.language.code).language
        keep(self._session.memory, choices)
        if choices.language != spoken:
            self._age()
        QTimer.singleShot(0, self, self.redraw)

    def _age(self) -> None:
        self._stale = True
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        """Ask for the report on paper, as a job."""
        if not self._stale:
            return
        self._stale = False
        asked = asked_of(self._session)
        spoken = language(self.choices.language)
        self.preview.tell(self._session.language._(_AWAITED))
        self._session.run("paper", lambda office, _: _paper(office, spoken, asked), self._show)

    def _show(self, told: Paper | Refused) -> None:
        if isinstance(told, Refused):
            self._stale, self._refusal = True, told
            self._tell_refusal(told)
        else:
            self._refusal = None
            self.preview.show_paper(told)

    def _tell_refusal(self, told: Refused) -> None:
        """Say in the preview's place why there is none, and what to do."""
        if told.findings[0].code in {"nothing_to_report", "provinces_alone"}:
            needs = in_words(told.findings[0], self._session.language, in_window=True)
            tell_nothing(self.preview.nothing, self._session, "export", needs)
            self.preview.tell_nothing()
            return
        lang, rest = self._session.language, len(told.findings) - _TOLD
        texts = [in_words(one, lang, in_window=True) for one in told.findings[:_TOLD]]
        if rest > 0:
            texts.append(lang.plural("{count} more finding.", "{count} more findings.", rest))
        self.preview.tell("\n\n".join(texts))

    def _tell_all(self, told: Refused) -> None:
        """Say all that stands against a template in the preview's place; it comes back later."""
        self._stale = True
        self._tell_refusal(told)


def _paper(office: Office, spoken: Language, asked: ReportChoices) -> Paper | Refused:
    """Give the report on paper; a refusal is told in the preview's own place."""
    try:
        return office.on_paper(spoken, asked)
    except Refused as refusal:
        return refusal
