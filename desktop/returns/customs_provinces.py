"""The customs' table by province (019.T): exports and imports, the month and the year to date."""

from __future__ import annotations

import re

from desktop.figures.catalogue import LISTED
from desktop.figures.directions import LEAVE_OUT, NameKind
from desktop.figures.month import Month
from desktop.figures.provinces import MERGED, is_merged_away, province_named, units_of
from desktop.figures.series import NATIONAL, TOTAL, UNKNOWN, Flow, Ownership
from desktop.returns.binding import dating
from desktop.returns.customs import prepared
from desktop.returns.found_table import Table
from desktop.returns.item_names import bare_name, is_total
from desktop.returns.labels import Kind, Subject, only_flow, without_mark
from desktop.returns.names import CATALOGUES_ONLY, Names
from desktop.returns.recipe import Prepared, Recipe
from desktop.returns.sheet import Sheet
from desktop.returns.text import folded

_BY_PROVINCE = re.compile(
    r"\btheo (?:cac )?(?:tinh|dia phuong|thanh pho|dia ban)\b|\bby (?:province|locality|cit)"
)
_PROVINCES = re.compile(r"^(?:ten )?(?:tinh|dia phuong)\b|^(?:provinces?|localit)")
_WHOLE = re.compile(r"^(?:ca nuoc|toan quoc|whole country)\b")
_REGION = re.compile(
    r"^(?:[ivx\d]{1,4}[.)] |[-+*] ?)?(?:(?:vung|mien|khu vuc)(?: kinh te)? )?(?:dong bang song"
    r" (?:hong|cuu long)|trung du(?: va)? mien nui\b.*|(?:tay|dong) bac(?: bo)?|dong nam bo"
    r"|(?:bac trung bo(?: va)? )?(?:duyen hai )(?:nam )?(?:mien trung|trung bo)|bac trung bo"
    r"|tay nguyen|(?:mien )(?:bac|trung|nam))$"
)
"""The sum of the provinces beneath it, of which no figures are kept."""
_BEFORE = MERGED - 1
_KINDS = {UNKNOWN: Kind.UNKNOWN_PROVINCE, LEAVE_OUT: Kind.LEFT_OUT}


class ProvinceRowLabels:
    """Each row is a province, named as it was in the table's month; and there is their total."""

    def __init__(
        self, flow: Flow | None, ownership: Ownership, names: Names = CATALOGUES_ONLY
    ) -> None:
        self._flow = flow
        self._ownership = ownership
        self._names = names

    def knows(self, label: str) -> bool:
        """Say whether the label is a known province's or their total's."""
        return _is_total(label) or _province(label, self._names.month, self._names) != UNKNOWN

    def read(self, label: str, *, has_figures: bool) -> Subject:
        """Read the next row's label; call it once per row, from the top."""
        if not has_figures or _REGION.match(folded(label)):
            return Subject(Kind.SECTION, flow=self._flow)
        if _is_total(label):
            return Subject(Kind.ROW, TOTAL, ownership=self._ownership, flow=self._flow)
        province = _province(label, self._names.month, self._names)
        kind = _KINDS.get(province, Kind.ROW)
        return Subject(kind, TOTAL, ownership=self._ownership, flow=self._flow, province=province)


def _is_total(label: str) -> bool:
    plain = folded(label)
    return is_total(label) or bool(_WHOLE.search(plain)) or only_flow(plain) is not None


def _province(label: str, month: Month | None, names: Names) -> str:
    """The unit that a label names; of one merged into another by then an official must say.

    The name may be numbered, or have a footnote's mark.
    """
    if names.province(label, month) == UNKNOWN:
        label = bare_name(without_mark(label)) or label
    if month is not None and month >= MERGED and is_merged_away(province_named(label)):
        return names.decided(NameKind.PROVINCE, label)
    return names.province(label, month)


def _prepared(sheet: Sheet, table: Table) -> Prepared:
    """Let the total be the country's where no province is missing; else that of those listed."""
    month = dating(table).month or _BEFORE
    listed = {
        _province(text, month, CATALOGUES_ONLY)
        for number in table.rows
        for column, text in sheet.texts(number)
        if column in table.labels
    }
    table.province = NATIONAL if units_of(month) <= listed else LISTED
    return prepared(sheet, table)


def _fits(table: Table) -> bool:
    return bool(
        _BY_PROVINCE.search(folded(table.title.text))
        or _PROVINCES.search(folded(table.label_heading))
    )


RECIPE = Recipe("customs_019t", "CUSTOMS", _fits, ProvinceRowLabels, _prepared)
