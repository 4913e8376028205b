"""Names that run over two or three rows, with the figures on the last."""

from __future__ import annotations

from desktop.returns.labels import Labels

_GOES_ON = (",", " và", " and", " &")
_CONTINUES = ("và ", "and ", "& ")
"""So ends, or goes on, a name that runs over two lines."""


class WrappedLabels:
    """Joins what belongs together, row by row from the top."""

    def __init__(self, labels: Labels) -> None:
        """Start above the first row; `labels` know what is a name."""
        self._labels = labels
        self._waiting: tuple[str, ...] = ()

    def joined(self, label: str, *, has_figures: bool) -> str:
        """Give the whole name that ends with the next row's label."""
        if not has_figures:
            self._waiting = (*self._waiting[-1:], label)
            return label
        waiting, self._waiting = self._waiting, ()
        known = self._labels.knows
        for first in range(len(waiting)):
            before = " ".join(waiting[first:])
            goes_on = _goes_on(before, label) or not (known(before) and known(label))
            if known(f"{before} {label}") and goes_on:
                return f"{before} {label}"
        if waiting and _goes_on(waiting[-1], label) and not known(label):
            return f"{waiting[-1]} {label}"  # an unknown name is asked about as a whole
        return label


def _goes_on(before: str, label: str) -> bool:
    return before.endswith(_GOES_ON) or label.startswith(_CONTINUES)
