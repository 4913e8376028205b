"""Tables that nothing announces: known goods or markets beside figures, beneath no title at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from desktop.figures.directions import TablePlan
from desktop.figures.series import UNKNOWN, Flow
from desktop.returns.item_names import is_total, item_code, market_code
from desktop.returns.plans import words
from desktop.returns.plans.blocks import blocks
from desktop.returns.plans.cell_text import label_of
from desktop.returns.plans.money import is_note
from desktop.returns.plans.propose import around, plan_for
from desktop.returns.sheet import Sheet

_LEAST, _SHARE = 3, 0.4
"""So many names, and of the rows so many, are no chance."""
_LONGEST_NAME = 100
_WORD = re.compile(r"[^\W\d_]{2,}")
_TITLE = 4
"""A line of so many words says what stands beneath it, if not that it is trade."""


def unannounced(sheet: Sheet) -> Iterator[TablePlan]:
    """Propose plans for tables of goods or markets; names of the file say which way they go."""
    if sheet.grid.hidden:
        return
    for number, block in enumerate(blocks(sheet)):
        labels = [label_of(sheet, n, block.labels) for n in block.rows]
        if not _are_known(labels) or _is_titled(around(sheet, block.headings, block.rows).above):
            continue
        plan = plan_for(sheet, number, block, announced=True)
        way = words.flow(sheet.name) or words.flow(re.sub(r"[_\W]+", " ", sheet.book))
        if plan is not None:
            yield plan if plan.flow or not way else replace(plan, flow=way.value)


def _are_known(labels: Iterable[str]) -> bool:
    named = [label for label in labels if label and len(label) <= _LONGEST_NAME]
    known = {label for label in named if _is_known(label)}
    return len(known) >= max(_LEAST, _SHARE * len(named))


def _is_known(label: str) -> bool:
    codes = (*(item_code(label, way) for way in (Flow.EXPORT, Flow.IMPORT)), market_code(label))
    return not is_total(label) and any(code != UNKNOWN for code in codes)


def _is_titled(lines: Iterable[str]) -> bool:
    return any(len(_WORD.findall(line)) >= _TITLE for line in lines if not is_note(line))
