"""The line beneath a ranking on what grew fast and what is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.structure.wording import FEW, risers_told
from desktop.gui.parts.text import Elided

if TYPE_CHECKING:
    from desktop.analysis.structure_results import Split
    from desktop.figures.wording import Language


class RisersLine(Elided):
    """Names what grew fast and what is new; fewer, and in fewer words, where all do not fit."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__("small")
        self._of: tuple[Split, Language] | None = None
        self.hide()

    def draw(self, split: Split, lang: Language) -> None:
        """Tell it of items or markets one by one: groups hold what is fast with what is not."""
        self._of = None if split.scheme else (split, lang)
        self.setText(self._naming(FEW))
        self.setVisible(bool(self.text()))

    def _naming(self, few: int, *, brief: bool = False) -> str:
        return " · ".join(risers_told(*self._of, few, brief=brief)) if self._of else ""

    def _cut(self, text: str) -> str:
        if self.sizeHint().width() <= self.width():
            return text
        fewer = [self._naming(few) for few in range(FEW - 1, 0, -1)]
        fewer += [self._naming(few, brief=True) for few in (2, 1)]
        advance, width = self.fontMetrics().horizontalAdvance, self.width()
        return next((told for told in fewer if advance(told) <= width), super()._cut(fewer[-1]))
