"""Row labels of the industry tables: the whole, sections, divisions and classes of VSIC."""

from __future__ import annotations

import re

from desktop.figures.catalogue import industries
from desktop.figures.directions import LEAVE_OUT
from desktop.figures.series import UNKNOWN, Flow, Ownership
from desktop.returns.labels import Kind, Subject
from desktop.returns.names import CATALOGUES_ONLY, Names

_SHORT = {"sx": "sản xuất", "sp": "sản phẩm", "hđ": "hoạt động", "cn": "công nghiệp"}
_WORD = re.compile(r"[^\W_]+")
_ONLY_DIVISION = {"D": "35"}
"""A section of one division: the office sometimes prints the same name twice, for each once."""


def industry_code(label: str) -> str:
    """Code of an industry's label, as the catalogue has it or with "SX", "SP" written out."""
    known = industries().code(label)
    if known != UNKNOWN:
        return known
    return industries().code(_WORD.sub(lambda w: _SHORT.get(w[0].casefold(), w[0]), label))


class IndustryLabels:
    """Each row is an industry; a section's name that comes again is its only division."""

    def __init__(
        self, _: Flow | None, ownership: Ownership, names: Names = CATALOGUES_ONLY
    ) -> None:
        self._names = names
        self._ownership = ownership
        self._above = ""

    def knows(self, label: str) -> bool:
        """Say whether the label is a known industry."""
        return self._code(label) != UNKNOWN

    def read(self, label: str, *, has_figures: bool) -> Subject:
        """Read the next row's label; call it once per row, from the top."""
        if not has_figures:
            return Subject(Kind.SECTION, flow=Flow.INDUSTRY)
        code = self._code(label)
        if code == UNKNOWN:
            return Subject(Kind.UNKNOWN_INDUSTRY, flow=Flow.INDUSTRY)
        if code == LEAVE_OUT:
            return Subject(Kind.LEFT_OUT, code, flow=Flow.INDUSTRY)
        if code == self._above:
            code = _ONLY_DIVISION.get(code, code)
        self._above = code
        return Subject(Kind.ROW, code, ownership=self._ownership, flow=Flow.INDUSTRY)

    def _code(self, label: str) -> str:
        return self._names.industry(label, industry_code(label))
