"""A recipe: what is particular to one layout; everything else is the engine's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from desktop.figures.finding import Finding
from desktop.figures.names import name_key
from desktop.figures.reading import Proposal
from desktop.figures.series import Flow, Ownership
from desktop.returns.binding import Bound
from desktop.returns.found_table import Table
from desktop.returns.labels import Labels
from desktop.returns.names import Names
from desktop.returns.one_partner import WithPartner
from desktop.returns.partner_labels import PartnerLabels
from desktop.returns.sheet import Sheet
from desktop.returns.title_goods import OfGoods
from desktop.returns.title_scope import goods_traded, partner_said

Prepared = tuple[Table, tuple[Finding, ...]]
"""A table with what its layout leaves unsaid filled in, and what there is to say about that."""


Proposals = Callable[
    [Sheet, Table, Sequence[Bound], Labels], tuple[Sequence[Proposal], Sequence[Finding]]
]
"""Gives the targets that a plan column names, and what there is to say about such columns."""


def as_found(_: Sheet, table: Table) -> Prepared:
    """Leave the table as the engine found it."""
    return table, ()


@dataclass(frozen=True, slots=True)
class Recipe:
    """A layout: its id, who sends it, how it is told, and how its rows are labelled.

    `prepare` fills what the layout leaves unsaid before the columns are bound. `zeros_are_blanks`
    where the office's sheet prints 0 in cells that hold no figure. `proposals` reads the targets
    that a plan column names. `beside` where the figures stand beside those of trade and settle
    neither the workbook's layout nor its month, unless it has no others. `names_partners` where
    rows or columns say whose partner's trade they are, whatever the title does. `title_words` are
    those of its own titles that no other office's have, and that narrow nothing: else a table waits
    whose title nobody understands whole.
    """

    layout: str
    sender: str
    fits: Callable[[Table], bool]
    labels: Callable[[Flow | None, Ownership, Names], Labels]
    prepare: Callable[[Sheet, Table], Prepared] = as_found
    zeros_are_blanks: bool = False
    proposals: Proposals | None = None
    beside: bool = False
    names_partners: bool = False
    title_words: str = ""

    def understands(self, words: Iterable[str]) -> bool:
        """Say whether these words of a title are among those that the layout's titles have."""
        return {*map(name_key, words)} <= {*map(name_key, self.title_words.split())}

    def labelled(self, table: Table, names: Names) -> Labels:
        """Give the labels of a table's rows; under a title of one partner all are that one's."""
        labels = self.labels(table.title.flow, table.title.ownership, names)
        if isinstance(labels, PartnerLabels):
            labels.goods_are_above = table.goods_are_above
            labels.goods_in_capitals = table.goods_in_capitals
        partner = "" if self.names_partners else partner_said(table)
        goods = goods_traded(table)
        if goods:
            labels = OfGoods(labels, goods)
        return WithPartner(labels, partner) if partner else labels
