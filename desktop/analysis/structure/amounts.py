"""One part's amounts before they are put in words of shares and growth: exact, in thousandths."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.figures.figure import Source, Status


@dataclass(frozen=True, slots=True)
class Amounts:
    """A code's amounts in a window and a year before it, in thousandths; None if unknown.

    `common` are the sums of the months that both years have, now and before, and how many these
    are. `alone` are members with a figure in one period only: `base` and `change` leave them out.
    `missing` are members without any. `alike` is set where now and base are not of the same
    things: what of them can be compared.
    """

    code: str
    now: int | None
    base: int | None
    change: int | None
    status: Status | None = None
    sources: tuple[Source, ...] = ()
    base_sources: tuple[Source, ...] = ()
    months: tuple[int | None, ...] = ()
    common: tuple[int, int, int] = (0, 0, 0)
    printed: float | None = None
    unit: str = ""
    base_unit: str = ""
    members: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    alike: tuple[int, int] | None = None

    @property
    def matched(self) -> tuple[int, int] | None:
        """Now and base of what can be compared; None where nothing can."""
        if self.alike:
            return self.alike
        if self.change is None or self.base is None:
            return None
        return self.base + self.change, self.base


def together(code: str, parts: Iterable[Amounts], missing: Iterable[str] = ()) -> Amounts:
    """Add amounts up: all that is known now; base and change of what is known in both periods."""
    known = [p for p in parts if p.now is not None or p.base is not None]
    both = [p for p in known if p.change is not None]
    now = [p.now for p in known if p.now is not None]
    return Amounts(
        code,
        sum(now) if now else None,
        sum(p.base for p in both if p.base is not None) if both else None,
        sum(p.change for p in both if p.change is not None) if both else None,
        min((p.status for p in known if p.status), key=lambda s: s.rank, default=None),
        tuple(source for p in known for source in p.sources),
        tuple(source for p in both for source in p.base_sources),
        _course(known),
        members=tuple(p.code for p in known),
        alone=tuple(p.code for p in known if p.change is None),
        missing=tuple(sorted(missing)),
    )


def _course(parts: Sequence[Amounts]) -> tuple[int | None, ...]:
    """Month by month what is known of all; a month that one lacks is unknown."""
    return tuple(
        None if None in amounts else sum(a for a in amounts if a is not None)
        for amounts in zip(*(p.months for p in parts), strict=True)
    )
