"""A target split into its parts: what each part is to bring, and what is left to be given out.

Amounts are US dollars, growth, shares and contributions fractions; `None` means "not known".
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.analysis.target_results import TargetProgress
from desktop.figures.series import Flow
from desktop.figures.target import Scope, Target
from desktop.figures.target_split import Split


@dataclass(frozen=True, slots=True)
class TreeRow:
    """One part of a whole, or the whole itself.

    - `base` is the year before of the same months, `base_share` its share of the whole's base.
    - `value` is what its target asks for (the lower end), `high` the upper end of a range;
      `growth` what that means on `base`, `contribution` what it adds to the whole's growth, as a
      fraction of the whole's base, `share` its share of the whole's value.
    - `progress` says how its target stands; None where it has none.
    """

    scope: Scope
    base: float | None
    base_share: float | None
    value: float | None
    high: float | None
    growth: float | None
    contribution: float | None
    share: float | None
    progress: TargetProgress | None

    @property
    def target(self) -> Target | None:
        """Its target in force."""
        return self.progress.target if self.progress else None


@dataclass(frozen=True, slots=True)
class TargetTree:
    """A whole target with the parts of one split.

    - `parts`: those with a target or with figures, the largest base first.
    - `allocated` is the sum of the parts' values; `remainder` what the whole has beyond them, below
      zero where more was given out than there is. None where the whole has no value.
    - `rest_base` is the whole's base beyond that of the parts that have a target.
    - `shared`: codes that stand in several parts, so that their sum counts them several times.
    - `above_whole`: the parts' bases sum to more than the whole's, so that one of them errs.
    Parts of a balance may exceed it: others stand below zero.
    """

    split: Split
    whole: TreeRow
    parts: tuple[TreeRow, ...]
    allocated: float
    remainder: float | None
    rest_base: float | None
    shared: tuple[str, ...]
    above_whole: bool

    @property
    def over_allocated(self) -> bool:
        """True where the parts ask for more than the whole."""
        if self.whole.scope.flow is Flow.BALANCE or self.shared:
            return False
        return self.remainder is not None and self.remainder < 0
