"""Several provinces and no nation: a line for each in the overview's place, and their sum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.analysis.provinces_wording import alone_told, made_of_told, sum_told
from desktop.analysis.wording import PACE, REASONS
from desktop.figures.wording import side_by_side
from desktop.gui import actions
from desktop.gui.parts.buttons import button
from desktop.gui.parts.card import Card
from desktop.gui.parts.cells import Cell, Grid
from desktop.gui.parts.empty_state import window_action
from desktop.gui.parts.grid import GridView
from desktop.gui.parts.text import label
from desktop.gui.provenance.offer import Number, offer_of_rows
from desktop.gui.tokens import MARGIN, Colours, Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.analysis.provinces import Provinces
    from desktop.analysis.results import Overview
    from desktop.figures.wording import Language

_STATUS = 7
_ASKED = {
    "cumulative": "cumulative", "base_cumulative": "base_cumulative", "growth": "growth",
    "growth_printed": "growth_printed", "target": "target_usd",
    "share_of_target": "share_of_target",
}  # fmt: skip
"""Numbers of a line, by their names in the registry, and where an overview has them."""


class ProvinceBoard(QWidget):
    """The lines of several provinces, with why there is no nation's above them."""

    def __init__(self) -> None:
        """Start without words."""
        super().__init__()
        self.card, self.text, self.table = Card(), label("secondary"), GridView()
        self.text.setWordWrap(True)
        self.set = button("", window_action(self, actions.TARGET))
        self.card.head.addWidget(self.set)
        self.card.body.addWidget(self.text)
        self.card.body.addWidget(self.table, 1)
        self.offer = offer_of_rows(self.table, self._numbers_of)
        self._each: tuple[Overview, ...] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 0, MARGIN, MARGIN - 4)
        layout.addWidget(self.card)

    def show_provinces(self, told: Provinces, lang: Language, colours: Colours) -> None:
        """Show how each province stands."""
        title = lang._("Exports of the provinces · {year} · billion USD", year=told.year)
        lines = (alone_told(told, lang), sum_told(told, lang), *made_of_told(told, lang))
        self._each, self.offer.lang = told.each, lang
        self.card.entitle(title)
        self.set.setText(lang._("Set the target…"))
        self.set.setToolTip("Ctrl+T")
        self.text.setText("\n".join(lines))
        self.table.setAccessibleName(title)
        self.table.show_grid(province_table(told, lang), colours, stretch=_STATUS)

    def _numbers_of(self, row: int, _column: int) -> Sequence[Number]:
        """Give the numbers that a line shows."""
        from desktop.analysis.tracing.of_provinces import name_within  # noqa: PLC0415 - when asked

        if not 0 <= row < len(self._each):
            return ()
        one = self._each[row]
        told = (n for n, held in _ASKED.items() if getattr(one.exports, held) is not None)
        return [Number(name_within(one.province, f"exports.{n}"), one.through) for n in told]


def province_table(told: Provinces, lang: Language) -> Grid:
    """Province, month, exports, year before, growth, target, share of it, status (billions)."""
    return Grid(
        (
            lang._("Province"), lang._("To month"), lang._("Exports"), lang._("A year before"),
            lang._("Growth"), lang._("Target"), lang._("Of target"), lang._("Status"),
        ),
        tuple(_line(one, lang) for one in told.each),
        frozenset({0, 1, _STATUS}),
    )  # fmt: skip


def _line(one: Overview, lang: Language) -> tuple[Cell, ...]:
    p = one.exports
    status = f"{lang._(PACE[p.status])}: {lang._(REASONS[p.reason])}"
    decimals = side_by_side((p.cumulative, p.target_usd))  # of a small province its own
    return (
        Cell(one.province),
        Cell(lang.month(one.through)),
        _bn(p.cumulative, decimals, lang, tip=str(p.cumulative_source or "")),
        _bn(p.base_cumulative, decimals, lang),
        _pc(lang, p.quoted_growth, sign=True, tip=str(p.growth_printed_source or "")),
        _bn(p.target_usd, decimals, lang),
        _pc(lang, p.share_of_target),
        Cell(status, tip=status),
    )


def _bn(usd: float | None, decimals: int, lang: Language, tip: str = "") -> Cell:
    return Cell("–", Tone.MUTED) if usd is None else Cell(lang.billions(usd, decimals), tip=tip)


def _pc(lang: Language, share: float | None, *, sign: bool = False, tip: str = "") -> Cell:
    return Cell("–", Tone.MUTED) if share is None else Cell(lang.percent(share, sign=sign), tip=tip)
