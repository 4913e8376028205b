"""A sheet some of whose headings are written out: what they leave unsaid is told elsewhere."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.returns.sheet import Row, Sheet


class Worded(Sheet):
    """A sheet with other texts in the places that `said` names."""

    def __init__(self, whole: Sheet, said: Mapping[tuple[int, int], str]) -> None:
        super().__init__(whole.grid, whole.book)
        self._whole, self._said = whole, said
        self.left = whole.left
        self.numbers = whole.numbers

    def _decoded_row(self, number: int) -> Row:
        row, texts = dict(self._whole.row(number)), dict(self._whole.texts(number))
        for column in row:
            if said := self._said.get((number, column)):
                row[column] = texts[column] = said
        for column in self._dropped(number, texts):
            del row[column], texts[column]
        self._texts[number] = tuple(sorted(texts.items()))
        return row

    def _dropped(self, _number: int, _texts: Mapping[int, str]) -> list[int]:
        """Columns of a row whose texts the headings written out stand for."""
        return []

    def _kinds(self, number: int) -> list[type]:
        return [*map(type, self.row(number).values())]
