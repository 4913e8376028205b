"""The published figures, each with the file, line and column it stands in.

A number can reach a workbook only as a `Sourced`: a sum of facts with coefficients. So nothing
can be printed that was not published, and every printed number can say where it is from.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

FACTS = Path(__file__).resolve().parents[1] / "facts"

_MICRO = Decimal("0.000001")
"""A dollar, in a million dollars: the offices' figures are whole cents or dollars."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One published number: where it stands in ``sample_data/facts``, and what it is."""

    file: str
    line: int
    column: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Sourced:
    """A number made of facts alone: ``constant + sum(coefficient * fact)``.

    `constant` is 0, or 100 where a growth in per cent becomes an index. `rule` says in a word
    how it was made, for the reader of the provenance list.
    """

    terms: tuple[tuple[Decimal, Fact], ...]
    rule: str
    constant: Decimal = Decimal(0)
    rounded: bool = False

    @property
    def amount(self) -> Decimal:
        """The number itself."""
        total = self.constant + sum((c * f.amount for c, f in self.terms), Decimal(0))
        return total.quantize(_MICRO).normalize() if self.rounded else total

    def __sub__(self, other: Sourced) -> Sourced:
        """Take another number away (domestic = total - FDI, both of one source)."""
        negative = tuple((-c, f) for c, f in other.terms)
        return Sourced(self.terms + negative, "difference", rounded=self.rounded)


def as_published(fact: Fact) -> Sourced:
    """Print a fact as it is."""
    return Sourced(((Decimal(1), fact),), "as published")


def in_thousands(fact: Fact) -> Sourced:
    """Print thousand USD as million USD, tonnes as thousand tonnes."""
    return Sourced(((Decimal("0.001"), fact),), "unit changed", rounded=True)


def in_dollars(fact: Fact) -> Sourced:
    """Print million USD as US dollars."""
    return Sourced(((Decimal(1_000_000), fact),), "unit changed", rounded=True)


def as_index(fact: Fact) -> Sourced:
    """Print a growth in per cent as the office's index: 14.4 as 114.4."""
    return Sourced(((Decimal(1), fact),), "100 + growth", Decimal(100))


def summed(parts: Iterable[Sourced]) -> Sourced:
    """Add numbers of one source (months to a cumulative, parts to a whole)."""
    parts = tuple(parts)
    terms = tuple(term for part in parts for term in part.terms)
    return Sourced(terms, "sum", rounded=any(part.rounded for part in parts))


@dataclass(frozen=True, slots=True)
class Record:
    """One line of a file of facts."""

    file: str
    line: int
    fields: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """Give a column's text."""
        return self.fields[column]

    def fact(self, column: str) -> Fact | None:
        """Give a column's number, or None where nothing was published."""
        text = self.fields[column]
        return Fact(self.file, self.line, column, Decimal(text)) if text else None

    @property
    def month(self) -> tuple[int, int]:
        """Year and month of the line."""
        return int(self.fields["year"]), int(self.fields["month"])


@cache
def records(file: str) -> tuple[Record, ...]:
    """Read a file of ``sample_data/facts``; empty where there is none (an unpublished month)."""
    path = FACTS / file
    if not path.exists():
        return ()
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        return tuple(Record(file, number, fields) for number, fields in enumerate(reader, start=2))
