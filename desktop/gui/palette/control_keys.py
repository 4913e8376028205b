"""The keys that controls themselves know, for the sheet on F1: listed where such a control is."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from desktop.figures.wording import N_
from desktop.gui.charts.choosing import MonthChooser
from desktop.gui.charts.plot import Plot
from desktop.gui.narrowing.chips import Chip
from desktop.gui.overview.contribution_list import ContributionList
from desktop.gui.overview.kpi_card import KpiCard
from desktop.gui.parts.grid import GridView
from desktop.gui.parts.panel import TwinPanel
from desktop.gui.received.strip import CalendarStrip
from desktop.gui.structure.heat_map import HeatMap
from desktop.gui.structure.ranking import RankingList
from desktop.gui.structure.walkable import Walkable
from desktop.gui.targets.phasing_fields import ShareField
from desktop.gui.targets.tree_view import TreeView

_Kinds = tuple[type, ...]
_KEYS: tuple[tuple[_Kinds, str, str], ...] = (
    ((Plot,), N_("Chart: read month by month"), "←, →"),
    ((MonthChooser,), N_("Chart: look at the month alone"), "Space"),
    ((Plot, KpiCard), N_("Chart or card: where the number comes from"), "Enter, Menu"),
    ((Walkable,), N_("Map, areas, heat map, bridge: walk"), "←, →, ↑, ↓, Home, End"),
    ((Walkable,), N_("Map, areas, heat map, bridge: look at it alone"), "Enter"),
    ((HeatMap, CalendarStrip), N_("Heat map, calendar: look at the month alone"), "M"),
    ((CalendarStrip,), N_("Calendar: walk; a year at once"), "←, →, ↑, ↓, PgUp, PgDown"),
    ((CalendarStrip,), N_("Calendar: choose the return, or the month by its name"), "Enter"),
    ((RankingList, ContributionList), N_("Ranking: look at the line alone"), "Enter"),
    ((RankingList, ContributionList), N_("Ranking: where its numbers come from"), "Menu"),
    ((Chip,), N_("Chip: remove"), "Del, Backspace, Enter"),
    ((TwinPanel,), N_("Table: look at the line alone"), "Space"),
    ((TwinPanel, GridView), N_("Table: copy the rows, or all of it"), "Ctrl+C"),
    ((TreeView,), N_("Table of targets: edit, take back"), "Enter, Del"),
    ((TreeView, ShareField), N_("Table of targets, shares: paste from Excel"), "Ctrl+V"),
)


def keys_within(page: QWidget | None) -> Iterator[tuple[str, str]]:
    """Give words (`N_` texts) and keys of the kinds of controls that a page has."""
    if page is None:
        return
    for kinds, words, keys in _KEYS:
        if any(page.findChildren(kind) for kind in kinds):
            yield words, keys
