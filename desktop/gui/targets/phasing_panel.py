"""The editor of a path: by season, as last year, evenly or by typed shares, drawn live."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.analysis.season_wording import told
from desktop.figures.finding import Refused
from desktop.figures.finding_texts import in_words
from desktop.figures.phasing import Phasing
from desktop.figures.share_typing import written
from desktop.figures.wording import N_
from desktop.gui.parts.buttons import Segments, button
from desktop.gui.parts.layouts import row
from desktop.gui.parts.text import label
from desktop.gui.parts.tips import wrapped
from desktop.gui.targets.phasing_draft import Draft
from desktop.gui.targets.phasing_fields import ShareFields
from desktop.gui.targets.phasing_plot import SharePlot

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.analysis.season import Season
    from desktop.figures.month import Month
    from desktop.figures.phasing import PathWish
    from desktop.figures.wording import Language
    from desktop.gui.tokens import Colours

Way = tuple[Phasing, bool]
"""A way to spread a path, and whether exceptional years count."""
WAYS = (Phasing.SEASONAL, Phasing.LAST_YEAR, Phasing.LINEAR, Phasing.TYPED)
_WORDS = {
    Phasing.SEASONAL: (N_("By season"), N_("Each month's mean share in past years")),
    Phasing.LAST_YEAR: (N_("As last year"), N_("Each month's share of last year")),
    Phasing.LINEAR: (N_("Evenly"), N_("The same share each month")),
    Phasing.TYPED: (N_("Typed"), N_("A share typed for each month, or pasted from a sheet")),
}


@dataclass(frozen=True, slots=True)
class Seasons:
    """What each way comes to: the period, the seasons by way, and the wish in force."""

    start: Month
    months: int
    by_way: Mapping[Way, Season]
    wish: PathWish


class PhasingPanel(QWidget):
    """Edits a `PathWish`. `changed` says that it did, `tet_typed` that the seasons must follow."""

    changed = Signal()
    tet_typed = Signal()

    def __init__(self, seasons: Seasons, lang: Language, colours: Colours) -> None:
        """Start from the wish in force."""
        super().__init__()
        self._seasons, self._lang, self._colours = seasons, lang, colours
        self.way = Segments(tuple(way.value for way in WAYS))
        self.way.dress({way.value: (lang._(a), lang._(b)) for way, (a, b) in _WORDS.items()})
        self.exceptional = button("chip")
        self.exceptional.setCheckable(True)
        self.exceptional.setText(lang._("Exceptional years too"))
        self.tet = QLineEdit()
        self.tet.setMaximumWidth(110)
        self.tet.setAccessibleName(lang._("Days of Tết by month"))
        self.tet.setToolTip(wrapped(lang._("Days of Tết by month, such as 1:5 2:4.")))
        self.plot, self.fields = SharePlot(), ShareFields(seasons.start, seasons.months, lang)
        self.scale = button("link", self._scale)
        self.scale.setText(lang._("Scale to 100%"))
        self.trouble, self.method = label("secondary"), label("muted")
        self.trouble.setWordWrap(True)
        self.method.setWordWrap(True)
        self._lay_out()
        self.draft = Draft(Phasing.SEASONAL, ("",) * seasons.months)
        self._start_from(seasons.wish)

    def _lay_out(self) -> None:
        tet = label("muted", self._lang._("Tết, days by month:"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(row(self.way, self.exceptional, 1, tet, self.tet, gap=10))
        words = self._lang._(
            "Each month's share of the period, per cent; the marks are the season's"
        )
        layout.addWidget(label("muted", words))
        layout.addWidget(self.plot, 1)
        layout.addWidget(self.fields)
        beneath = row(self.trouble, self.scale, gap=8)
        beneath.setStretch(0, 1)
        layout.addLayout(beneath)
        layout.addWidget(self.method)
        self.way.chosen.connect(self._turn)
        self.exceptional.toggled.connect(self._turn)
        self.fields.edited.connect(self._typed)
        self.fields.pasted.connect(self._pasted)
        self.tet.editingFinished.connect(self._take_tet)

    def _start_from(self, wish: PathWish) -> None:
        texts = written(wish.shares, self._lang) if wish.shares else self.draft.texts
        days = " ".join(f"{month}:{count}" for month, count in wish.holiday_days)
        self.draft = Draft(wish.phasing, texts, wish.with_exceptional, days)
        self.way.choose(wish.phasing.value)
        self.exceptional.blockSignals(True)
        self.exceptional.setChecked(wish.with_exceptional)
        self.exceptional.blockSignals(False)
        self.tet.setText(days)
        self._show()

    @property
    def season(self) -> Season | None:
        """The season of the way that is chosen; None for typed shares."""
        return self._seasons.by_way.get((self.draft.kind, self.draft.with_exceptional))

    def show_seasons(self, seasons: Seasons) -> None:
        """Take over other seasons, after other days of Tết."""
        self._seasons = seasons
        self._show()

    def wish(self) -> PathWish:
        """Give what is wished; raises `Refused` where it cannot be."""
        return self.draft.wish()

    def _turn(self) -> None:
        kind, before = Phasing(self.way.choice), self.season
        exceptional = self.exceptional.isChecked() and kind is Phasing.SEASONAL
        self.draft = replace(self.draft, kind=kind, with_exceptional=exceptional)
        if kind is Phasing.TYPED and before and before.shares:
            self.draft = replace(self.draft, texts=written(before.shares, self._lang))
        self._show()
        self.changed.emit()

    def _typed(self) -> None:
        self.draft = replace(self.draft, kind=Phasing.TYPED, texts=self.fields.texts)
        self.way.choose(Phasing.TYPED.value)
        self._show()
        self.changed.emit()

    def _pasted(self, text: str) -> None:
        try:
            self.draft = self.draft.pasted(text)
        except Refused as refusal:
            self._tell(refusal)
            return
        self.way.choose(Phasing.TYPED.value)
        self._show()
        self.changed.emit()

    def _scale(self) -> None:
        try:
            self.draft = self.draft.scaled(self._lang)
        except Refused as refusal:
            self._tell(refusal)
            return
        self._show()
        self.changed.emit()

    def _take_tet(self) -> None:
        if self.tet.text() == self.draft.tet:
            return
        self.draft = replace(self.draft, tet=self.tet.text())
        self._show()
        self.tet_typed.emit()

    def _show(self) -> None:
        kind, lang = self.draft.kind, self._lang
        typed, season = kind is Phasing.TYPED, self.season
        usual = self._seasons.by_way.get((Phasing.SEASONAL, False))
        chosen = (self.draft.typed() if typed else season and season.shares) or ()
        shares = tuple(float(share) for share in chosen)
        self.exceptional.setVisible(kind is Phasing.SEASONAL)
        how = " ".join(told(season, lang)) if season else ""
        drawn = bool(shares or _floats(usual))
        self.plot.show_shares(shares, _floats(usual), lang, self._colours, "" if drawn else how)
        if not typed:
            texts = written(chosen, lang) if chosen else ("",) * self._seasons.months
            self.draft = replace(self.draft, texts=texts)
        self.fields.show_texts(self.draft.texts)
        self.fields.show_sums(shares, lang)
        self.method.setText(how if drawn else "")
        self.tet.setPlaceholderText(_days(usual))
        self._say_trouble()

    def _say_trouble(self) -> None:
        self.trouble.setText("")
        self.scale.hide()
        try:
            self.draft.wish()
        except Refused as refusal:
            self._tell(refusal)

    def _tell(self, refusal: Refused) -> None:
        finding = refusal.findings[0]
        self.trouble.setText(in_words(finding, self._lang, in_window=True))
        self.scale.setVisible(finding.code == "shares_not_whole")


def _days(season: Season | None) -> str:
    if season is None or season.holiday is None:
        return ""
    return " ".join(f"{month}:{days}" for month, days in season.holiday.days)


def _floats(season: Season | None) -> tuple[float, ...]:
    return tuple(float(share) for share in season.shares) if season and season.shares else ()
