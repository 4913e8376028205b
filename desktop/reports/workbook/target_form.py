"""The form in which targets are set in Excel: a row a part, and what is left of the whole, live."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime, time
from pathlib import Path
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from desktop.figures.series import Flow
from desktop.figures.target import FRACTIONS, TargetMeasure
from desktop.figures.target_form import HEADINGS, FormColumn, FormLine, months_text, scope_text
from desktop.figures.target_names import part_name, scope_name
from desktop.figures.target_texts import MEASURES
from desktop.figures.wording import BILLION, Language, side_by_side
from desktop.reports.saving import save_whole
from desktop.reports.workbook.look import DAY, FONT, Look
from desktop.reports.workbook.page import plain

_HEAD = 3
_FIRST = _HEAD + 1
_SHARE, _GROWTH = "0.0%", '+0.0%;"−"0.0%;0.0%'
_WIDTHS = (24, 34, 18, 13, 11, 14, 12, 12, 13, 11, 12, 34, 12)
_PLACE = {column: place for place, column in enumerate(FormColumn)}
_OPEN = (
    FormColumn.MEASURE, FormColumn.LOW, FormColumn.HIGH, FormColumn.BASE_AS_OF,
    FormColumn.DOCUMENT, FormColumn.ISSUED_ON,
)  # fmt: skip
_PROTECTION = {
    "format_cells": True, "format_columns": True, "format_rows": True, "insert_rows": True,
    "sort": True, "autofilter": True,
}  # fmt: skip


def write_target_form(lines: Sequence[FormLine], out: Path, *, language: Language) -> None:
    """Write the form (.xlsx), whole or not at all: the whole first, then its parts.

    Amounts are billion US dollars, fractions percentages. What follows from what is typed (the
    value it means, growth, the remainder) is a formula that also carries its value.

    Raises:
        Refused: the file cannot be written there; nothing was changed.
    """
    content = io.BytesIO()
    options = {
        "in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False,
        "strings_to_urls": False, "default_format_properties": {"font_name": FONT, "font_size": 10},
    }  # fmt: skip
    with Workbook(content, options) as workbook:
        _Form(workbook, language, lines).write()
    save_whole(content.getvalue(), out)


class _Form:
    def __init__(self, workbook: Workbook, language: Language, lines: Sequence[FormLine]) -> None:
        self._look, self._language, self._lines = Look(workbook), language, lines
        known = (a for line in lines for a in (line.base, line.means))
        self._amount = "#,##0." + "0" * side_by_side(known, 3)
        self._sheet: Worksheet = workbook.add_worksheet(language._("Targets"))

    def write(self) -> None:
        say, sheet = self._language._, self._sheet
        for place, width in enumerate(_WIDTHS):
            sheet.set_column(place, place, width)
        sheet.write_string(0, 0, plain(self._title()), self._look("title"))
        sheet.write_string(1, 0, say(
            "Type a percentage with its sign (12%), a value in billion USD; an empty row changes "
            "nothing. Rows may be added and columns moved: they are read by their headings."
        ), self._look("subtitle"))  # fmt: skip
        for column, heading in HEADINGS.items():
            sheet.write_string(_HEAD, _PLACE[column], say(heading), self._look("head"))
        sheet.set_row(_HEAD, 34)
        sheet.freeze_panes(_FIRST, _PLACE[FormColumn.NAME] + 1)
        for number, line in enumerate(self._lines, _FIRST):
            self._line(number, line)
        self._remainder(_FIRST + len(self._lines))
        self._lists()
        sheet.protect("", _PROTECTION)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0, _HEAD)

    def _title(self) -> str:
        say = self._language._
        if not self._lines:
            return say("Targets")
        first = self._lines[0]
        months = months_text(first.start, first.months)
        return f"{say('Targets')} · {scope_name(first.scope, self._language)} · {months}"

    def _line(self, row: int, line: FormLine) -> None:
        target, is_whole = line.target, row == _FIRST
        style = "sum" if is_whole else "cell"
        name = part_name(line.scope, self._language) or scope_name(line.scope, self._language)
        self._text(row, FormColumn.CODE, scope_text(line.scope), style)
        self._text(row, FormColumn.NAME, name, style)
        self._text(row, FormColumn.MONTHS, months_text(line.start, line.months), style)
        self._number(row, FormColumn.BASE, _billions(line.base), style, self._amount)
        self._number(row, FormColumn.BASE_SHARE, line.base_share, style, _SHARE)
        usual = TargetMeasure.SURPLUS if line.scope.flow is Flow.BALANCE else TargetMeasure.VALUE
        measure = target.measure if target else usual
        self._text(row, FormColumn.MEASURE, self._language._(MEASURES[measure]), style)
        low = target.low if target else None
        high = target.high if target and target.high != target.low else None
        for column, amount in ((FormColumn.LOW, low), (FormColumn.HIGH, high)):
            if measure in FRACTIONS:
                self._number(row, column, amount, style, "0.0##%")
            else:
                self._number(row, column, _billions(amount), style, "General")
        self._means(row, line, style)
        self._day(row, FormColumn.BASE_AS_OF, target.base_as_of if target else None, style)
        self._text(row, FormColumn.DOCUMENT, target.document if target else "", style)
        self._day(row, FormColumn.ISSUED_ON, target.issued_on if target else None, style)

    def _means(self, row: int, line: FormLine, style: str) -> None:
        """What was typed as a value, whatever its measure; 12 and 12% are the same growth."""
        say = self._language._
        low, base, measure, means = (
            xl_rowcol_to_cell(row, _PLACE[column], col_abs=True)
            for column in (FormColumn.LOW, FormColumn.BASE, FormColumn.MEASURE, FormColumn.MEANS)
        )
        whole = xl_rowcol_to_cell(_FIRST, _PLACE[FormColumn.MEANS], row_abs=True, col_abs=True)
        rate = f"IF(ABS({low})>=1,{low}/100,{low})"
        growth, share = (say(MEASURES[m]) for m in FRACTIONS)
        of_share = '""' if row == _FIRST else f'IF(ISNUMBER({whole}),{whole}*{rate},"")'
        value = (
            f'=IF(ISNUMBER({low}),IF({measure}="{growth}",IF(ISNUMBER({base}),{base}*(1+{rate}),""),'
            f'IF({measure}="{share}",{of_share},{low})),"")'
        )
        form = self._look(style, self._amount)
        known = _billions(line.means)
        self._sheet.write_formula(
            row, _PLACE[FormColumn.MEANS], value, form, "" if known is None else known
        )
        rise = None if not line.base or line.means is None or line.base < 0 else (
            line.means / line.base - 1)  # fmt: skip
        self._sheet.write_formula(
            row, _PLACE[FormColumn.GROWTH],
            f'=IF(AND(ISNUMBER({means}),ISNUMBER({base})),IF({base}>0,{means}/{base}-1,""),"")',
            self._look(style, _GROWTH), "" if rise is None else rise,
        )  # fmt: skip

    def _remainder(self, row: int) -> None:
        """What the whole has beyond its parts; rows that are added above it count."""
        column = _PLACE[FormColumn.MEANS]
        first, last = (xl_rowcol_to_cell(n, column) for n in (_FIRST + 1, row - 1))
        whole = xl_rowcol_to_cell(_FIRST, column)
        parts = f"SUM({first}:{last})" if row > _FIRST + 1 else "0"
        given = sum(line.means or 0 for line in self._lines[1:])
        top = self._lines[0].means if self._lines else None
        known = "" if top is None else (top - given) / BILLION
        for place in range(len(_WIDTHS)):
            self._sheet.write_blank(row, place, None, self._look("sum"))
        label = self._language._("Not given out")
        self._sheet.write_string(row, _PLACE[FormColumn.NAME], label, self._look("sum"))
        self._sheet.write_formula(
            row, column, f'=IF(ISNUMBER({whole}),{whole}-{parts},"")',
            self._look("sum", self._amount), known,
        )  # fmt: skip
        self._sheet.conditional_format(row, column, row, column, {
            "type": "cell", "criteria": "<", "value": 0, "format": self._look("bad", bare=True),
        })  # fmt: skip

    def _lists(self) -> None:
        names = [self._language._(name) for name in MEASURES.values()]
        column = _PLACE[FormColumn.MEASURE]
        self._sheet.data_validation(_FIRST, column, _FIRST + len(self._lines) + 200, column, {
            "validate": "list", "source": names,
        })  # fmt: skip

    def _text(self, row: int, column: FormColumn, text: str, style: str) -> None:
        form = self._look(style, "@" if column is FormColumn.DOCUMENT else "", **_lock(column))
        self._sheet.write_string(row, _PLACE[column], plain(text), form)

    def _number(
        self, row: int, column: FormColumn, amount: float | None, style: str, number: str
    ) -> None:
        form = self._look(style, number, **_lock(column))
        if amount is None:
            self._sheet.write_blank(row, _PLACE[column], None, form)
        else:
            self._sheet.write_number(row, _PLACE[column], amount, form)

    def _day(self, row: int, column: FormColumn, day: Any, style: str) -> None:
        form = self._look(style, DAY, **_lock(column))
        if day is None:
            self._sheet.write_blank(row, _PLACE[column], None, form)
        else:
            self._sheet.write_datetime(row, _PLACE[column], datetime.combine(day, time()), form)


def _lock(column: FormColumn) -> dict[str, Any]:
    return {"locked": False} if column in _OPEN else {}


def _billions(amount: float | None) -> float | None:
    return None if amount is None else amount / BILLION
