"""A small dialog of named fields: what a column is, what holds for a whole table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from desktop.figures import catalogue
from desktop.figures.collation import alphabetical
from desktop.figures.directions import ColumnPlan, ColumnRole, NameKind, TablePlan
from desktop.figures.figure import Status
from desktop.figures.period import Basis
from desktop.figures.provinces import province_names
from desktop.figures.series import Flow, Measure
from desktop.figures.wording import Language
from desktop.gui.lookup.completing import Completing, Names
from desktop.gui.parts.buttons import button
from desktop.gui.parts.dialog import Dialog
from desktop.gui.parts.layouts import row
from desktop.gui.parts.text import label
from desktop.gui.review.asking import (
    UNITS,
    WRITINGS,
    month_shown,
    month_typed,
    names_of,
    writing_words,
)
from desktop.gui.review.correcting import POINTED_OUT
from desktop.gui.review.words import (
    area_words,
    basis_words,
    flow_words,
    measure_words,
    role_words,
    status_words,
    unit_spelled,
)

Option = tuple[str, str]
"""A value as a plan takes it, and its words."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name in the plan, its words, what can be chosen, whether one may type."""

    name: str
    words: str
    options: tuple[Option, ...]
    value: str = ""
    months: bool = False
    search: bool = False


class FieldDialog(Dialog):
    """Asks for some fields; `kept` gives those that were changed, by name."""

    kept = Signal(object)  # dict[str, str]

    def __init__(
        self, parent: QWidget, lang: Language, title: str, fields: Sequence[Field]
    ) -> None:
        """Start from the fields' values."""
        super().__init__(parent)
        self.setObjectName("fields")
        self.setWindowTitle(title)
        self._fields = fields
        self.boxes: dict[str, QComboBox] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        for number, field in enumerate(fields):
            box = _box(field, lang)
            self.boxes[field.name] = box
            named = label("secondary", field.words)
            named.setBuddy(box)
            grid.addWidget(named, number, 0)
            grid.addWidget(box, number, 1)
        grid.setColumnStretch(1, 1)
        self.keep = button("primary", self._keep)
        self.keep.setText(lang._("Read it so"))
        self.keep.setDefault(True)
        cancel = button("", self.reject)
        cancel.setText(lang._("Cancel"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(14)
        layout.addWidget(label("title", title))
        layout.addLayout(grid)
        layout.addLayout(row(1, cancel, self.keep, gap=8))
        self.setMinimumWidth(440)

    def values(self) -> dict[str, str]:
        """Give the value of every field."""
        return {f.name: _value(self.boxes[f.name], f) for f in self._fields}

    def _keep(self) -> None:
        self.accept()
        self.kept.emit(self.values())


def _box(field: Field, lang: Language) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(field.words)
    box.setMaxVisibleItems(14)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(26)
    known = dict(field.options)
    options = list(field.options)
    if field.value and field.value not in known:
        options.insert(0, (field.value, _spelled(field, lang)))
    for value, words in options:
        box.addItem(words, value)
    box.setCurrentIndex(max(box.findData(field.value), 0))
    if field.months or field.search:
        make_searchable(box)
    if field.months and (edit := box.lineEdit()):
        edit.setPlaceholderText(lang._("such as {month}", month=month_shown("2025-06", lang)))
    return box


def _spelled(field: Field, lang: Language) -> str:
    """Say a value that is none of those offered: a month, or the units of a whole table."""
    if field.months and (typed := month_typed(field.value)):
        return month_shown(typed, lang)
    if field.name == "area":
        return area_words(field.value, lang)
    return unit_spelled(field.value, lang) if field.name == "unit" else field.value


def make_searchable(box: QComboBox) -> None:
    """Let one type a part of an entry's words."""
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    edit = box.lineEdit()
    assert edit is not None, "an editable box has one"

    def offered(typed: str) -> list[str]:
        return Names.of(map(box.itemText, range(box.count()))).offered(typed)

    box.setCompleter(Completing(edit, offered))


def chosen_value(box: QComboBox) -> str:
    """Give the value of what was chosen, or typed as it stands in the list."""
    number = box.findText(box.currentText(), Qt.MatchFlag.MatchFixedString)
    return str(box.itemData(number)) if number >= 0 else ""


def _value(box: QComboBox, field: Field) -> str:
    known = box.findText(box.currentText(), Qt.MatchFlag.MatchFixedString)
    if field.months and known < 0:
        return month_typed(box.currentText())
    return chosen_value(box)


# The two dialogs -------------------------------------------------------------------------------


def column_dialog(
    parent: QWidget, lang: Language, column: ColumnPlan, keep: Callable[[ColumnPlan], object]
) -> FieldDialog:
    """Ask what a column is; `keep` is given the column as said."""
    title = lang._("Column {letter} is", letter=column.letter)
    dialog = FieldDialog(parent, lang, title, _column_fields(lang, column))

    def kept(values: dict[str, Any]) -> None:
        role = ColumnRole(values.pop("role"))
        why = (column.why or POINTED_OUT) if role is ColumnRole.LEFT_OUT else ""
        keep(replace(column, role=role, why=why, **values))

    dialog.kept.connect(kept)
    dialog.open()
    return dialog


def _column_fields(lang: Language, column: ColumnPlan) -> tuple[Field, ...]:
    as_said: Option = ("", lang._("as the heading says"))
    roles = tuple((r.value, role_words(r, lang)) for r in ColumnRole)
    measures = tuple((m.value, measure_words(m, lang)) for m in Measure)
    bases = tuple((b.value, basis_words(b, lang)) for b in Basis)
    states = tuple((s.value, status_words(s, lang)) for s in Status)
    items = names_of(NameKind.ITEM, column.flow, lang.code)
    return (
        Field("role", lang._("Holds"), roles, column.role),
        Field("measure", lang._("What it measures"), (as_said, *measures), column.measure),
        Field("basis", lang._("Basis"), (as_said, *bases), column.basis),
        Field("start", lang._("From month"), (as_said,), column.start, months=True),
        Field("end", lang._("To month"), (as_said,), column.end, months=True),
        Field("status", lang._("Status"), (as_said, *states), column.status),
        Field("flow", lang._("Flow"), (as_said, *_flows(lang)), column.flow),
        Field("item", lang._("Item"), (as_said, *items), column.item, search=True),
        Field("unit", lang._("Unit"), (as_said, *_units(lang)), column.unit),
    )


def table_dialog(
    parent: QWidget, lang: Language, plan: TablePlan, keep: Callable[[TablePlan], object]
) -> FieldDialog:
    """Ask about a whole table; `keep` is given its plan as said."""
    as_said: Option = ("", lang._("as the sheet says"))
    writings = tuple((w, f"{w}  ({writing_words(w, lang)})") for w in WRITINGS)
    states = tuple((s.value, status_words(s, lang)) for s in Status)
    fields = (
        Field("area", lang._("Whose trade"), tuple(areas(lang)), plan.area, search=True),
        Field("flow", lang._("Flow"), (as_said, *_flows(lang)), plan.flow),
        Field("month", lang._("Month of the return"), (as_said,), plan.month, months=True),
        Field("unit", lang._("Unit"), (as_said, *_units(lang)), plan.unit),
        Field("status", lang._("Status"), (as_said, *states), plan.status),
        Field("writing", lang._("Numbers"), (as_said, *writings), plan.writing),
    )
    dialog = FieldDialog(parent, lang, lang._("This table"), fields)

    def kept(values: dict[str, Any]) -> None:
        keep(replace(plan, **values))

    dialog.kept.connect(kept)
    dialog.open()
    return dialog


def _flows(lang: Language) -> tuple[Option, ...]:
    return tuple((f.value, flow_words(f, lang)) for f in Flow)


def _units(lang: Language) -> tuple[Option, ...]:
    return tuple((u, unit_spelled(u, lang)) for u in UNITS)


def areas(lang: Language) -> Iterable[Option]:
    """Give whose trade it may be: the country's own, others, provinces, each by the alphabet."""
    yield "", area_words("", lang)
    groups = catalogue.aggregates()
    others = [(n.code, n.text(lang.code)) for n in catalogue.markets() if n.code not in groups]
    yield from sorted(others, key=lambda other: alphabetical(other[1]))
    for province in sorted(province_names(), key=alphabetical):
        yield province, province
