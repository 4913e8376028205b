"""The grammar of placeholders: ``{{exports.cumulative}}``, ``{{table:items top=10}}``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

BEGIN = "{{"
_WHOLE = re.compile(r"\{\{([^{}]*)\}\}")
_BLANK = re.compile(r"[\s\u00a0]+")
TABLE = "table:"
UNIT, FORM, DECIMALS, TOP, COLUMNS = "in", "as", "decimals", "top", "columns"
OPTIONS = {
    UNIT: ("usd", "thousand", "million", "billion"),
    FORM: ("words", "number"),
}
"""Options that take one of a few words."""
_COUNTS = {DECIMALS: 9, TOP: 100_000}
"""Options that take a whole number, with the largest."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One placeholder: where it stands in its text, what it names, what it asks for besides.

    `name` is in small letters, `written` as it stands there: codes have capitals.
    `wrong` is the option that is none, or takes no such value; empty where all are well.
    """

    start: int
    end: int
    text: str
    name: str
    options: Mapping[str, str]
    wrong: str = ""
    written: str = ""

    @property
    def is_table(self) -> bool:
        """True where it names a table, which takes more cells than its own."""
        return self.name.startswith(TABLE)

    def count(self, option: str, otherwise: int) -> int:
        """Give an option that is a whole number."""
        return int(self.options.get(option, otherwise))


def placeholders(text: str) -> Iterator[Placeholder]:
    """Give every placeholder of a text, from left to right."""
    for found in _WHOLE.finditer(text):
        name, *words = _BLANK.sub(" ", found[1]).strip().split(" ")
        options = dict(_option(word) for word in words)
        wrong = next((word for word in words if not _is_option(word)), "")
        yield Placeholder(
            found.start(), found.end(), found[0], name.casefold(), options, wrong, name
        )


def is_alone(found: Placeholder, text: str) -> bool:
    """Say whether a placeholder is all that its text says."""
    return text.strip() == found.text


def is_broken(text: str) -> bool:
    """Say whether a text begins a placeholder that it does not end."""
    return BEGIN in _WHOLE.sub("", text)


def _option(word: str) -> tuple[str, str]:
    name, _, value = word.casefold().partition("=")
    return name, value


def _is_option(word: str) -> bool:
    name, value = _option(word)
    if name in _COUNTS:
        return value.isdecimal() and 0 < int(value) + (name == DECIMALS) <= _COUNTS[name] + 1
    return value in OPTIONS.get(name, ()) or (name == COLUMNS and bool(value))
