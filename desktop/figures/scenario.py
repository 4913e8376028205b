"""A scenario: what somebody assumes of the months to come, kept by name; never a forecast."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.figures.series import TOTAL, WORLD, Flow

if TYPE_CHECKING:
    from desktop.figures.month import Month


def key_of(name: str) -> str:
    """Give what tells a scenario's name from others: neither capitals nor blanks do."""
    return unicodedata.normalize("NFC", " ".join(name.split())).casefold()


@dataclass(frozen=True, slots=True)
class Shock:
    """One assumption: how trade in some goods with some partners changes.

    - `item` and `market` are codes, of groups and blocs too; `TOTAL` and `WORLD` are all.
    - `tariff` is the duty behind it, a fraction: it is told, and never reckoned with.
    - `volume` and `price` are changes, fractions: -0.25 is a quarter less, -1 a partner lost.
    - `diverted` is the share of the volume lost that goes to other markets: those of `to` (codes),
      or to all the others in proportion where it is empty.
    - `monthly` is what comes on top each month, US dollars: a partner gained.
    """

    flow: Flow = Flow.EXPORT
    item: str = TOTAL
    market: str = WORLD
    tariff: float | None = None
    volume: float = 0.0
    price: float = 0.0
    diverted: float = 0.0
    to: tuple[str, ...] = ()
    monthly: float = 0.0


@dataclass(frozen=True, slots=True)
class Scenario:
    """Assumptions that count together from a month on, by whom they were made and when.

    Of one name (`key`) the newest that was not taken back is in force; the others stay as its
    versions. `note` says in the official's own words what is assumed, and why.
    """

    name: str
    since: Month
    shocks: tuple[Shock, ...]
    note: str = ""
    made_by: str = ""
    made_at: str = ""
    number: int = 0
    withdrawn: bool = False

    @property
    def key(self) -> str:
        """What versions of one scenario have in common."""
        return key_of(self.name)


@dataclass(frozen=True, slots=True)
class ScenarioChange:
    """Scenarios that are added, taken back or brought back at once, in one transaction.

    `withdrawn` and `restored` are numbers. Once done, `added` have theirs, and `standing` are those
    that were in force already, so that nothing was added.
    """

    added: tuple[Scenario, ...] = ()
    withdrawn: tuple[int, ...] = ()
    restored: tuple[int, ...] = ()
    standing: tuple[Scenario, ...] = ()

    def __bool__(self) -> bool:
        """True where anything changes."""
        return bool(self.added or self.withdrawn or self.restored)

    @property
    def undone(self) -> ScenarioChange:
        """The change that takes this one back; taking that one back again does it anew."""
        added = tuple(scenario.number for scenario in self.added)
        return ScenarioChange((), (*added, *self.restored), self.withdrawn)
