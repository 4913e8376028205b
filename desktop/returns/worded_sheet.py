"""A sheet some of whose headings are written out: what they leave unsaid is told elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from desktop.returns.sheet import Row, Rows, Sheet

Said = Mapping[tuple[int, int], str]
"""What is written out, by row and column."""
Dropped = Callable[[Said, int, Mapping[int, str]], Sequence[int]]
"""The columns of a row (its number, its texts) that headings written out stand for."""


def _none(_said: Said, _number: int, _texts: Mapping[int, str]) -> Sequence[int]:
    return ()


class _Told(Rows):
    """The rows of a sheet with what is said in the place of some texts."""

    def __init__(self, whole: Sheet, said: Said, dropped: Dropped) -> None:
        super().__init__()
        self._whole, self._said, self._dropped = whole, said, dropped

    def made(self, number: int) -> Row:
        row, texts = dict(self._whole.row(number)), dict(self._whole.texts(number))
        for column in row:
            if said := self._said.get((number, column)):
                row[column] = texts[column] = said
        for column in self._dropped(self._said, number, texts):
            del row[column], texts[column]
        self.texts[number] = tuple(sorted(texts.items()))
        return row


class Worded(Sheet):
    """A sheet with other texts in the places that `said` names; `dropped` are left out of rows."""

    def __init__(self, whole: Sheet, said: Said, dropped: Dropped = _none) -> None:
        super().__init__(whole.grid, whole.book, _Told(whole, said, dropped))
        self.left = whole.left
        self.numbers = whole.numbers

    def _kinds(self, number: int) -> list[type]:
        return [*map(type, self.row(number).values())]
