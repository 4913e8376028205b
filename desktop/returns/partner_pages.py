"""Tables over several pages: of partners and goods, the next goes on with the last partner.

Pages stand beneath each other with title and headings once more, or each on a sheet of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.returns.found_table import Table
from desktop.returns.labels import Labels
from desktop.returns.partner_labels import PartnerLabels
from desktop.returns.recipe import Recipe

_FEW = 4


@dataclass(slots=True)
class PartnerPages:
    """What the page before said, and the labels that were read of it.

    `passed` counts sheets that were passed over, as nothing on them announces a table.
    """

    passed: int = 0
    _read: bool = False
    _paged: bool = False
    _said: tuple[str, ...] = ()
    _labels: PartnerLabels | None = None

    @property
    def may_go_on(self) -> bool:
        """True where sheets passed over may be further pages of a table.

        The customs' are published page by page; they name the unit of each row. Elsewhere a book
        of many sheets that are none of ours has a title on each that is.
        """
        return self.passed > 0 and (self._paged or (self._read and self.passed <= _FEW))

    def go_on(self, table: Table, labels: Labels, recipe: Recipe) -> None:
        """Let the labels of a table begin where those of a page before it ended, if that is one."""
        self._read = True
        paged = recipe.sender == "CUSTOMS" or table.unit_column > 0
        self._paged = self._paged or (paged and not recipe.beside)
        if not isinstance(labels, PartnerLabels):
            self._said, self._labels = (), None
            return
        said = (table.title.text, *(column.text for column in table.columns))
        if self._labels is not None and said == self._said:
            labels.follow(self._labels)
        self._said, self._labels = said, labels
