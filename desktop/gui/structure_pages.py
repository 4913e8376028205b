"""The pages on the structure of trade by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.gui.balance.page import BalancePage
from desktop.gui.markets.page import MarketsPage
from desktop.gui.sectors.page import SectorsPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.gui.session import Session
    from desktop.gui.structure.page import StructurePage

_PAGES: tuple[type[MarketsPage] | type[SectorsPage] | type[BalancePage], ...] = (
    MarketsPage,
    SectorsPage,
    BalancePage,
)


def page_named(name: str) -> Callable[[Session], StructurePage]:
    """Give what makes the page of a name."""
    return next(page for page in _PAGES if page.subject == name)
