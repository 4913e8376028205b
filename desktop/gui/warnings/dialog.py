"""Every early warning with its evidence, and the way to silence one for a while, with a reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.analysis.warnings.results import EarlyWarning, WarningsReport
from desktop.analysis.warnings.words import RULES, UNHEARD, told
from desktop.figures.wording import Language
from desktop.gui.icons import icon
from desktop.gui.narrowing.chips import focus_names
from desktop.gui.narrowing.looking import LOOK, Looked, about_scope
from desktop.gui.parts.buttons import button
from desktop.gui.parts.dialog import Dialog
from desktop.gui.parts.entry_list import EntryList
from desktop.gui.parts.grid import GridView
from desktop.gui.parts.layouts import column, row
from desktop.gui.parts.text import label
from desktop.gui.provenance.offer import Offer
from desktop.gui.session import Focus, Session
from desktop.gui.tokens import GAP, SNUG, Colours
from desktop.gui.warnings.evidence import described, evidence_grid
from desktop.gui.warnings.row import SIGNS
from desktop.gui.warnings.silencing import SilenceBar

_SIZE = (1200, 640)
_LIST = 350


class WarningsDialog(Dialog):
    """A list at the left, the chosen warning's evidence at the right.

    What it is about can be looked at on every page, which closes the dialog: `looked`.
    """

    looked = Signal(object)  # Looked
    silenced = Signal(object, int, str)  # EarlyWarning, months, reason
    lifted = Signal(int)  # the silence's number

    def __init__(self, parent: QWidget, session: Session) -> None:
        """Start empty; `show_report` fills it."""
        super().__init__(parent)
        self.setObjectName("warnings")
        self.resize(*_SIZE)
        self._session = session
        self._report: WarningsReport | None = None
        self._is_newest = True
        lang = session.language
        self.setWindowTitle(lang._("Early warnings"))
        self.list, self.table = EntryList("small"), GridView(28)
        self.headline, self.details = label("title"), QLabel()
        self.unheard, self.no_figures = label("small"), label("muted")
        self.bar = SilenceBar(lang)
        self.close_button = button("", self.reject)
        self.close_button.setText(lang._("Close"))
        self.look = button("link", lambda: self.looked.emit(self._about()))
        self.offer = Offer(self.table, tuple, scope=self._about_row)
        self.offer.lang = lang
        self.offer.looked.connect(self.looked)
        self.looked.connect(self.accept)
        self._dress()
        self._lay_out()
        self.list.currentRowChanged.connect(self._show)
        self.bar.silenced.connect(self._silence)
        self.bar.lifted.connect(self.lifted)
        for made in self.findChildren(QPushButton):
            made.setAutoDefault(False)

    def _dress(self) -> None:
        lang = self._session.language
        self.list.setAccessibleName(lang._("Early warnings"))
        self.list.setFixedWidth(_LIST)
        self.table.setAccessibleName(lang._("Figures that the warning rests on"))
        self.details.setProperty("look", "secondary")
        self.no_figures.setText(lang._("It rests on no figure: it is about what has not come."))
        self.no_figures.setAlignment(Qt.AlignmentFlag.AlignTop)
        for wrapped in (self.headline, self.details, self.unheard, self.no_figures):
            wrapped.setWordWrap(True)

    def _lay_out(self) -> None:
        head = row(self.headline, self.look, gap=GAP)
        head.setStretch(0, 1)
        right = column(head, self.details, self.table, self.no_figures, self.bar, gap=SNUG)
        right.setStretch(2, 1)
        right.setStretch(3, 1)
        both = row(self.list, right, gap=GAP)
        both.setStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(12)
        layout.addLayout(both, 1)
        bottom = row(self.unheard, self.close_button, gap=GAP)
        bottom.setStretch(0, 1)
        layout.addLayout(bottom)

    def show_report(
        self, report: WarningsReport, chosen: EarlyWarning | None = None, *, is_newest: bool = True
    ) -> None:
        """Show a report; stay with the warning that was chosen, if it is still there.

        Only in one of the newest month, as it is known now, can a warning be silenced.
        """
        held = chosen or self.warning
        self._report, self._is_newest = report, is_newest
        lang, colours = self._session.language, self._session.theme.colours
        self.list.show_entries(_entry(warning, lang, colours) for warning in report.warnings)
        names = [(w.rule, w.subject) for w in report.warnings]
        wanted = (held.rule, held.subject) if held else None
        self.list.setCurrentRow(names.index(wanted) if wanted in names else 0)
        self._show(self.list.currentRow())
        self.unheard.setText(self._unheard(report))

    def _unheard(self, report: WarningsReport) -> str:
        lang = self._session.language
        told_of = [f"{lang._(RULES[rule])}: {lang._(UNHEARD[why])}" for rule, why in report.unheard]
        return lang._("Not judged: {rules}.", rules="; ".join(told_of)) if told_of else ""

    @property
    def warning(self) -> EarlyWarning | None:
        """The warning that is chosen."""
        number = self.list.currentRow()
        held = self._report.warnings if self._report else ()
        return held[number] if 0 <= number < len(held) else None

    def _about(self) -> Looked:
        return about_scope(self.warning.series) if self.warning else {}

    def _about_row(self) -> Looked:
        """What the chosen line of the evidence is about."""
        held, place = self.warning, self.table.currentIndex().row()
        evidence = (*held.evidence, *held.more) if held else ()
        return about_scope(evidence[place].series) if 0 <= place < len(evidence) else {}

    def _show(self, _row: int) -> None:
        lang, colours = self._session.language, self._session.theme.colours
        warning = self.warning
        looked = self._about()
        self.look.setVisible(bool(looked))
        self.look.setText(lang._(LOOK, name=focus_names(Focus(**looked), lang)))
        rests = warning is not None and bool(warning.evidence or warning.more)
        self.details.setVisible(warning is not None)
        self.bar.setVisible(warning is not None)
        self.table.setVisible(rests)
        self.no_figures.setVisible(warning is not None and not rests)
        if warning is None:
            self.headline.setText(lang._("Nothing to warn of by the rules in force."))
            return
        self.headline.setText(told(warning, lang).headline)
        self.details.setText(described(warning, lang))
        self.table.show_grid(evidence_grid(warning, lang), colours)
        self.bar.show_silence(warning.silence, alterable=self._is_newest)

    def _silence(self, months: int, reason: str) -> None:
        if self.warning:
            self.silenced.emit(self.warning, months, reason)


def _entry(warning: EarlyWarning, lang: Language, colours: Colours) -> tuple[QIcon, str]:
    tone, picture = SIGNS[warning.gravity]
    words = str(told(warning, lang))
    if warning.silence:
        words, picture = lang._("Silenced: {warning}", warning=words), "later"
    return icon(picture, colours.of(tone)), words
