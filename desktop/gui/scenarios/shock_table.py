"""The table that assumptions are typed into: a line each, goods and partners found by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop.figures.catalogue import items, markets
from desktop.figures.finding import Refused
from desktop.figures.groupings import Dimension, every_code, group_named, schemes
from desktop.figures.scenario import Shock
from desktop.figures.series import TOTAL, WORLD, Flow
from desktop.figures.target_names import item_code, market_code, name_in_full
from desktop.figures.wording import N_
from desktop.gui.lookup.completing import Completing, Names
from desktop.gui.lookup.entries import Kind, catalogue_entries, group_entries
from desktop.gui.parts.tips import wrapped

if TYPE_CHECKING:
    from desktop.figures.wording import Language

COLUMNS = (
    ("item", N_("Goods"), N_("Empty: all goods")),
    ("market", N_("Market"), N_("Empty: all markets")),
    ("tariff", N_("Tariff"), N_("The duty behind it: it is told, and not reckoned with")),
    ("volume", N_("Volume"), N_("Change of volume, such as −25%; −100% is a partner lost")),
    ("price", N_("Price"), N_("Change of price, such as −3%")),
    ("diverted", N_("Diverted"), N_("Share of the volume lost that goes to other markets")),
    ("to", N_("To"), N_("Markets it goes to, with commas between; empty: all others")),
    ("monthly", N_("On top"), N_("Billion USD more each month: a partner gained")),
    ("flow", N_("Flow"), N_("Exports, or imports")),
)
"""What is typed (`scenario_typing.KEYS`), its heading and its tip."""
_NAMES = [name for name, _, _ in COLUMNS]
_FLOW_COLUMN = _NAMES.index("flow")
_WIDTHS = (190, 150, 80, 72, 66, 78, 116, 84, 78)
_LEAST_ROWS = 4


class ShockTable(QTableWidget):
    """Cells are text; the last line is always blank, for the next assumption. Del clears."""

    def __init__(self, lang: Language, shocks: Sequence[Shock]) -> None:
        """Start from shocks."""
        super().__init__(0, len(COLUMNS))
        self._lang = lang
        self.setHorizontalHeaderLabels([lang._(heading) for _, heading, _ in COLUMNS])
        for place, (_, _, tip) in enumerate(COLUMNS):
            header = self.horizontalHeaderItem(place)
            assert header is not None, "it was just set"
            header.setToolTip(wrapped(f"{header.text()}\n{lang._(tip)}".strip()))
            header.setTextAlignment(_side(place))
            self.setColumnWidth(place, _WIDTHS[place])
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(30)
        self.setAccessibleName(lang._("Assumptions"))
        self._completing = _Completing(self, lang)
        self.setItemDelegate(self._completing)
        for shock in shocks:
            self._add(texts_of(shock, lang))
        while self.rowCount() < _LEAST_ROWS:
            self._add({})
        self.itemChanged.connect(lambda _item: self._keep_one_blank())
        self.setCurrentCell(0, 0)
        self._keep_one_blank()

    def entries(self) -> list[tuple[int, dict[str, str]]]:
        """Give what was typed, with its line; blank lines are none."""
        found = [(row, self._texts(row)) for row in range(self.rowCount())]
        return [(row, texts) for row, texts in found if any(texts.values())]

    def _texts(self, row: int) -> dict[str, str]:
        texts = {}
        for place, name in enumerate(_NAMES):
            item = self.item(row, place)
            texts[name] = item.text().strip() if item else ""
        if texts["flow"]:
            imports = texts["flow"].casefold() == self._lang._("Imports").casefold()
            texts["flow"] = Flow.IMPORT.value if imports else Flow.EXPORT.value
        return texts

    def _add(self, texts: dict[str, str]) -> None:
        row = self.rowCount()
        self.insertRow(row)
        for place, name in enumerate(_NAMES):
            item = QTableWidgetItem(texts.get(name, ""))
            item.setTextAlignment(_side(place))
            self.setItem(row, place, item)

    def _keep_one_blank(self) -> None:
        if not self.rowCount() or any(self._texts(self.rowCount() - 1).values()):
            self._add({})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear the cells chosen on Del."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            for item in self.selectedItems():
                item.setText("")
        else:
            super().keyPressEvent(event)


def _side(place: int) -> Qt.AlignmentFlag:
    """Words stand at the left of their column, numbers at its right; so does its heading."""
    words = (0, 1, _NAMES.index("to"), _FLOW_COLUMN)
    side = Qt.AlignmentFlag.AlignLeft if place in words else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


class _Completing(QStyledItemDelegate):
    """Offers names while goods and partners are typed."""

    def __init__(self, parent: QWidget, lang: Language) -> None:
        super().__init__(parent)
        self._lang = lang
        self._known: dict[str, Names] = {}

    def createEditor(
        self,
        parent: QWidget,
        _option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """Make a line to type into; names are offered by any part of them."""
        edit = QLineEdit(parent)
        name = _NAMES[index.column()]
        edit.setAccessibleName(self._lang._(COLUMNS[index.column()][1]))
        if name in ("item", "market", "flow"):
            edit.setCompleter(Completing(edit, self._names(name).offered))
        return edit

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Put in what the cell holds."""
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data() or ""))
            editor.selectAll()

    def setModelData(
        self,
        editor: QWidget,
        model: QAbstractItemModel,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Take out what was typed."""
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text().strip())

    def _names(self, name: str) -> Names:
        if name not in self._known:
            self._known[name] = _offered(name, self._lang)
        return self._known[name]


def _offered(name: str, lang: Language) -> Names:
    """Give what may stand in a column: goods, or markets, and groups by any of their names."""
    if name == "flow":
        return Names.of((lang._("Exports"), lang._("Imports")))
    dimension = Dimension.ITEM if name == "item" else Dimension.MARKET
    kinds = {Kind.ITEM, Kind.GROUP} if name == "item" else {Kind.MARKET, Kind.BLOC}
    codes = {*every_code(dimension, Flow.EXPORT)} | {
        group.code for scheme in schemes().values() if scheme.dimension is dimension
        for group in scheme.all_of(Flow.EXPORT)
    }  # fmt: skip
    known = (*catalogue_entries(), *group_entries())
    return Names(
        (entry for entry in known if entry.kind in kinds and entry.code in codes),
        lambda entry: _typed(entry.code, dimension, Flow.EXPORT, lang),
    )


def texts_of(shock: Shock, lang: Language) -> dict[str, str]:
    """Write a shock as it is typed."""
    texts = {
        name: _percent(getattr(shock, name) or 0.0, lang)
        for name in ("tariff", "volume", "price", "diverted")
        if getattr(shock, name)
    }
    if shock.item != TOTAL:
        texts["item"] = _typed(shock.item, Dimension.ITEM, shock.flow, lang)
    if shock.market != WORLD:
        texts["market"] = _typed(shock.market, Dimension.MARKET, shock.flow, lang)
    if shock.to:
        texts["to"] = ", ".join(_listed(m, lang) for m in shock.to)
    if shock.monthly:
        texts["monthly"] = lang.number(shock.monthly / 1e9, 3).rstrip("0").rstrip(",.")
    if shock.flow is Flow.IMPORT:
        texts["flow"] = lang._("Imports")
    return texts


def _typed(code: str, dimension: Dimension, flow: Flow, lang: Language) -> str:
    """Name a code so that what is typed is understood again: a group with its scheme if need be."""
    by_item = dimension is Dimension.ITEM
    known = items(flow) if by_item else markets()
    group = group_named(code)
    name = group.name(lang.code) if group else known.name(code, lang.code)
    try:
        found = item_code(name, flow) if by_item else market_code(name)
    except Refused:
        found = ""
    if found == code:
        return name
    return name_in_full(group, lang) if group else code


def _listed(market: str, lang: Language) -> str:
    """Name a market among several: commas stand between them."""
    name = _typed(market, Dimension.MARKET, Flow.EXPORT, lang)
    return market if "," in name else name


def _percent(fraction: float, lang: Language) -> str:
    text = lang.number(fraction * 100, 2)
    point = "," if lang.code == "vi" else "."
    return (text.rstrip("0").rstrip(point) if point in text else text) + "%"
