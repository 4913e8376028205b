"""What was looked at, in the order it was: the way back and forward."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from desktop.gui.session import Focus
from desktop.workflow import YearAsked

_MOST = 100
"""So many visits are kept; the oldest are forgotten."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A page as it was looked at: its name, what the choosers said, the market and the item."""

    page: str
    selection: YearAsked = field(default_factory=YearAsked)
    focus: Focus = field(default_factory=Focus)


@dataclass(frozen=True, slots=True)
class History:
    """Visits, oldest first, and which of them is looked at now (-1: none yet)."""

    visits: tuple[Visit, ...] = ()
    at: int = -1

    @property
    def now(self) -> Visit | None:
        """What is looked at."""
        return self.visits[self.at] if self.visits else None

    @property
    def has_before(self) -> bool:
        """True where there is a way back."""
        return self.at > 0

    @property
    def has_after(self) -> bool:
        """True where there is a way forward again."""
        return self.at < len(self.visits) - 1

    def visited(self, visit: Visit) -> History:
        """Go on to another visit; those that were gone back from are forgotten."""
        if visit == self.now:
            return self
        kept = (*self.visits[: self.at + 1], visit)[-_MOST:]
        return History(kept, len(kept) - 1)

    def back(self) -> History:
        """Go one back; the first stays the first."""
        return replace(self, at=self.at - 1) if self.has_before else self

    def forward(self) -> History:
        """Go one forward; the last stays the last."""
        return replace(self, at=self.at + 1) if self.has_after else self
