"""Names that run over two or three rows, with the figures on the last, or on the first of two."""

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
        for first, begun in enumerate(waiting):
            if begun.lower().startswith(_CONTINUES):
                continue  # the end of a name whose figures stand above it
            before = " ".join(waiting[first:])
            goes_on = _goes_on(before, label) or not (known(before) and known(label))
            if known(f"{before} {label}") and goes_on:
                return f"{before} {label}"
        if waiting and _goes_on(waiting[-1], label) and not known(label):
            return f"{waiting[-1]} {label}"  # an unknown name is asked about as a whole
        return label

    def whole(self, label: str, beneath: str) -> str:
        """Give the name that goes on in the row beneath its figures; empty where none does."""
        both, known = f"{label} {beneath}", self._labels.knows
        of_its_own = known(beneath) and not beneath[0].islower()
        return both if beneath and known(both) and not of_its_own else ""


def _goes_on(before: str, label: str) -> bool:
    return before.lower().endswith(_GOES_ON) or label.lower().startswith(_CONTINUES)
