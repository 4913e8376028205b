"""Tables about trade with one partner, which the title alone names: "Xuất khẩu sang Hoa Kỳ"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from desktop.figures.series import HERE, OTHER, UNKNOWN, WORLD
from desktop.returns.heading_words import MONTH_NAMES
from desktop.returns.item_names import market_code
from desktop.returns.labels import Labels, Subject
from desktop.returns.text import folded
from desktop.returns.units import without_currency

_WITH = re.compile(
    r"\b(?:sang|vao|voi|tu|to|from|with)\b(?: (?:cac )?(?:thi truong|nuoc|khoi|khu vuc|the)\b)*"
)
_LONGEST = 7
"""Words of the longest name of a market that titles spell out."""
_AND = re.compile(r"\s*(?:,|&|-|/|và\b|and\b)\s*(?:và |and |the )?")
_WORD = re.compile(r"\S+")
_PIECES = re.compile(r"\s[-\u2013]\s|[-\u2013,;:&()]|\s(?:v\u00e0|and|v\u1edbi)\s")
_DATED = re.compile(rf"(?:{'|'.join(MONTH_NAMES)})\b\.? ?(?:$|'?\d)")
"""A month, also one that is named as a country is in short ("Mar")."""
_DIRECTIONS = frozenset({"dong", "tay", "nam", "bac", "trung"})
_REGION = re.compile(r"(?:(?:dong|tay|nam|bac|trung)[ -]){1,2}(?:a|au|my|phi)\b")
"""A part of a continent: no market of ours, though one word of it is a country's code ("Nam")."""
_SEVERAL_WORDS = 2
_SHORT = 3
"""Letters of names that other words begin with, or are."""


@lru_cache(maxsize=1024)
def partner_named(title: str, ours: str = HERE) -> str:
    """Code of the one partner whose trade a title announces; empty where it names none.

    ``UNKNOWN`` where it names several, whose figures nobody can tell apart. The country whose
    trade it is, `ours`, is no partner.
    """
    for found in _WITH.finditer(_letter_by_letter(title)):
        code, rest = _first_market(title[found.end() :])
        if code not in {"", ours}:
            joined = _AND.match(rest)
            return UNKNOWN if joined and _first_market(rest[joined.end() :])[0] else code
    return ""


@lru_cache(maxsize=1024)
def names_a_market(text: str) -> bool:
    """Say whether a line names a market of ours, whatever it says of it: "Viet Nam - Japan trade".

    A short name ("Nga") counts only where it stands for itself, for it may be part of a word.
    """
    plain = without_currency(text)
    pieces = (piece.strip() for piece in _PIECES.split(plain))
    codes = {_first_market(p)[0] for p in pieces if not _DATED.match(folded(p))}
    codes.add(partner_named(plain))
    for word in _WORD.finditer(plain):
        code, rest = _first_market(plain[word.start() :])
        if len(plain) - word.start() - len(rest) > _SHORT:
            codes.add(code)
    return bool(codes - {"", HERE, OTHER})


def _first_market(text: str) -> tuple[str, str]:
    """The market that a text begins with, and what follows it; nothing where none does.

    In small letters it has several words ("châu Á"). ``UNKNOWN`` for a part of a continent.
    """
    words = list(islice(_WORD.finditer(text), _LONGEST))
    least = 0 if text.strip()[:1].isupper() else _SEVERAL_WORDS - 1
    for last in range(len(words), least, -1):
        name = text[: words[last - 1].end()].strip(" ,.;:()")
        code = UNKNOWN if folded(name) in _DIRECTIONS else market_code(name)
        if code not in {UNKNOWN, WORLD}:
            return code, text[text.index(name) + len(name) :]
    region = _REGION.match(folded(text))
    return (UNKNOWN, "") if region else ("", "")


class _Letters(dict[int, str]):
    """Letters, each folded by itself."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        self[code] = (folded(letter) or letter)[0]
        return self[code]


_LETTERS = _Letters()


def _letter_by_letter(text: str) -> str:
    """Fold each letter by itself, so that places stay where they are in the text."""
    return text.translate(_LETTERS)


class WithPartner:
    """Labels of such a table: what is nobody else's is the partner's."""

    def __init__(self, labels: Labels, market: str) -> None:
        self._labels = labels
        self._market = market

    def knows(self, label: str) -> bool:
        """Say whether the label is known, whatever stands above it."""
        return self._labels.knows(label)

    def read(self, label: str, *, has_figures: bool) -> Subject:
        """Read the next row's label; call it once per row, from the top."""
        subject = self._labels.read(label, has_figures=has_figures)
        return replace(subject, market=self._market) if subject.market == WORLD else subject
