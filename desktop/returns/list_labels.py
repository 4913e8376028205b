"""The names in the rows of a long list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from desktop.figures.series import TOTAL, UNKNOWN, WORLD, Flow, Ownership
from desktop.returns.item_names import is_total
from desktop.returns.labels import Kind, Subject
from desktop.returns.names import Names
from desktop.returns.text import folded

_WORLD = re.compile(
    r"^(?:the gioi|world|all(?: (?:countries|markets|partners|commodities|products|goods))?"
    r"|tat ca.*)$"
)
_PART = Subject(Kind.SECTION)


@dataclass(slots=True)
class ListLabels:
    """The names of a list's rows, of which each cell holds one."""

    flow: Flow | None
    ownership: Ownership
    names: Names

    def knows(self, label: str) -> bool:
        """Say whether the label names goods or a market."""
        return UNKNOWN not in {self.item(label, self.flow), self.market(label)}

    def read(self, label: str, *, has_figures: bool) -> Subject:
        """Read a name that stands alone, as one of goods."""
        item = self.item(label, self.flow) if has_figures else UNKNOWN
        return _PART if item == UNKNOWN else Subject(Kind.ROW, item, flow=self.flow)

    def item(self, label: str, flow: Flow | None) -> str:
        """Code of the goods that a cell names."""
        return TOTAL if _is_whole(label) else self.names.item(label, flow)

    def market(self, label: str) -> str:
        """Code of the market that a cell names."""
        return WORLD if _is_whole(label) else self.names.market(label)


@lru_cache(maxsize=4096)
def _is_whole(label: str) -> bool:
    return not label or is_total(label) or bool(_WORLD.search(folded(label)))
