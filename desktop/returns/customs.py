"""The customs' tables: by partner and item (5X, 5N), by item (2X, 2N), and by half-months."""

from __future__ import annotations

import re

from desktop.figures.figure import Status
from desktop.figures.series import UNKNOWN, WORLD
from desktop.returns import headings
from desktop.returns.found_table import Table
from desktop.returns.labels import SectorLabels
from desktop.returns.partner_labels import PartnerLabels
from desktop.returns.province_plan import proposals
from desktop.returns.recipe import Prepared, Recipe
from desktop.returns.sheet import Sheet
from desktop.returns.spans import Span
from desktop.returns.text import folded

_CUSTOMS = re.compile(r"\bhai quan\b|\bcustoms\b")
_SENT = re.compile(
    r"^(?:tong )?cuc hai quan\b|^hai quan viet nam\b|^thong ke hai quan\b"
    r"|^(?:(?:general )?department of )?(?:viet ?nam )?customs\b"
)
"""The customs' own letterhead: a source that is named is no sender."""
_PARTNERS = re.compile(r"\b(?:thi truong|nuoc|vung lanh tho|countr|market|partner|territor)")
_BY_BOTH = re.compile(
    r"\btheo (?:thi truong|(?:khoi )?nuoc|vung lanh tho|doi tac)\b.*\b(?:mat|nhom) hang"
    r"|\bby (?:countr|market|partner)\w*\b.*\b(?:commodit|items?\b|products?\b)"
)
"""A title that says it where no heading stands over the names."""
_ISSUE = re.compile(r"-\d{1,3}\.?[XNT]\((?:VN|TA)-(SB|CT)\)")
"""Behind the month in names of the customs' workbooks: "2025-T06T-5X(VN-SB)"."""
_HALVES = frozenset({Span.FIRST_HALF, Span.SECOND_HALF})


def is_customs(table: Table) -> bool:
    """Say whether the lines above a table name the customs."""
    return any(_CUSTOMS.search(folded(line)) for line in table.above)


def _has_partners(table: Table) -> bool:
    heading = folded(table.label_heading)
    named = _PARTNERS.search(heading) or (not heading and _BY_BOTH.search(folded(table.title.text)))
    return bool(named or table.goods_are_above) and not has_markets_across(table)


def has_markets_across(table: Table) -> bool:
    """Say whether the columns of a table are markets', side by side."""
    return any(c.whose.market not in {"", UNKNOWN, WORLD} for c in table.columns)


def _is_of_half_months(table: Table) -> bool:
    columns = (column.heading.span for column in table.columns)
    lines = (headings.read(line).span for line in table.above)
    return any(span in _HALVES for span in (*columns, *lines))


def prepared(sheet: Sheet, table: Table) -> Prepared:
    """Let figures of no status be preliminary: the customs count what was declared.

    Where the workbook's name ends as the customs' do, it says whether they are final.
    """
    named = _ISSUE.search(sheet.book)
    if named or any(_SENT.search(folded(line)) for line in table.above):
        table.unsaid = Status.FINAL if named and named[1] == "CT" else Status.PRELIMINARY
    return table, ()


BY_PARTNER = Recipe(
    "customs_5x", "CUSTOMS", _has_partners, PartnerLabels, prepared, names_partners=True
)
BY_ITEM = Recipe(
    "customs_2x", "CUSTOMS", is_customs, SectorLabels, prepared, proposals=proposals
)  # fmt: skip
HALF_MONTHS = Recipe("customs_1x", "CUSTOMS", _is_of_half_months, SectorLabels, prepared)
