"""Spoiling a workbook: which ways there are, and one of them taken by a number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.fuzz import in_bytes, in_cells, in_parts, in_records, in_xml
from tests.fuzz.seeds import made_seeds, seeds

_MADE = 1 / 3
"""So many mutants come of the small workbooks made here, as every byte of those counts."""
Spoil = Callable[[Random, bytes], bytes]

_ZIPPED: dict[str, Spoil] = {
    "bytes": in_bytes.spoilt,
    "zip members": in_parts.spoilt,
    "zip headers": in_parts.misdirected,
    "XML structure": in_xml.spoilt,
    "XML attributes": in_xml.attributes_spoilt,
    "cell values": in_cells.spoilt,
}
_BINARY: dict[str, Spoil] = {
    "bytes": in_bytes.spoilt,
    "BIFF records": in_records.spoilt,
    "OLE sectors": in_records.misdirected,
}
_IN_TEXT: dict[str, Spoil] = {"bytes": in_bytes.spoilt}
_WAYS = ((b"PK", _ZIPPED), (b"\xd0\xcf", _BINARY))
"""How the content of each kind begins."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A spoilt workbook: its number, from which seed, in which way, and its bytes."""

    number: int
    seed: str
    way: str
    content: bytes

    @property
    def name(self) -> str:
        """A file's name that tells where it comes from, with the seed's ending."""
        return f"{self.number:06d}-{self.seed}"


def mutant(number: int, *, small: bool = False) -> Mutant:
    """Make the mutant of that number: always the same one from the same seeds.

    `small` takes the workbooks made here alone, which are read in a moment.
    """
    chance = Random(number)
    made = small or chance.random() < _MADE
    name, content = chance.choice(made_seeds() if made else seeds())
    ways = next((w for begin, w in _WAYS if content.startswith(begin)), _IN_TEXT)
    way = chance.choice(list(ways))
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        content = ways[way](chance, content)
    return Mutant(number, name, way, content)
