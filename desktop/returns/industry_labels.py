"""Row labels of the industry tables: the whole, sections, divisions and classes of VSIC."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from desktop.figures.catalogue import industries
from desktop.figures.directions import LEAVE_OUT
from desktop.figures.names import name_key
from desktop.figures.series import UNKNOWN, Flow, Ownership
from desktop.returns.labels import Kind, Subject, without_mark
from desktop.returns.names import CATALOGUES_ONLY, Names

_SHORT = {"sx": "sản xuất", "sp": "sản phẩm", "hđ": "hoạt động", "cn": "công nghiệp"}
_WORD = re.compile(r"[^\W_]+")
_JOINING = frozenset({"và", "and", "the", "of"})
_NUMBER = re.compile(
    r"^(?:[-+\u2013\u2022*]\s*|[a-z][.)]\s*|\([a-z\d]{1,2}\)\s*|(?:[A-E]\d{0,4}|\d{1,4}|[IVX]{1,4})(?:[.):]\s*|\s+))+(?=\w{2})"
)
"""The number of a row, or of its industry, before the name."""
_ONLY_DIVISION = {"D": "35"}
"""A section of one division: the office sometimes prints the same name twice, for each once."""


def industry_code(label: str) -> str:
    """Code of an industry's label, as the catalogue has it or written out, numbered or marked."""
    known = industries().code(label)
    if known != UNKNOWN:
        return known
    return _written_out().get(_key(_NUMBER.sub("", without_mark(label))), UNKNOWN)


@lru_cache(maxsize=1024)
def _key(label: str) -> str:
    """Key of a name with "SX", "SP" written out, and without the words that join others."""
    words = (_SHORT.get(w, w) for w in _WORD.findall(label.casefold()))
    return name_key(" ".join(word for word in words if word not in _JOINING))


@cache
def _written_out() -> dict[str, str]:
    """Codes by such keys; a key that two industries share is nobody's."""
    codes: dict[str, str] = {}
    for spelling, code in industries().spellings:
        if codes.setdefault(_key(spelling), code) != code:
            codes[_key(spelling)] = UNKNOWN
    return codes


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
