"""The nouns of a report: sections of sentences, tables and charts, before they take any form.

Amounts are US dollars, growth and shares fractions, points fractions of the base total (0.073 is
7.3 percentage points), as in the analysis. Texts are in the report's language.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.figures.wording import side_by_side

if TYPE_CHECKING:
    from desktop.reports.content.stamp import Stamp


class Unit(StrEnum):
    """What a number counts."""

    USD = "usd"
    FRACTION = "fraction"
    POINTS = "points"
    COUNT = "count"


class Tone(StrEnum):
    """How a text is meant; a form may colour it, and says it in words or by a shape as well."""

    PLAIN = "plain"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    MUTED = "muted"


@dataclass(frozen=True, slots=True)
class Number:
    """A number that is told.

    `name` is what the registry of `analysis.tracing` calls it (``exports.growth``), or what the
    outlook and the structure call theirs (``outlook.exports.median``): see `numbers`. `value` is
    None where it is not known.
    """

    value: float | None
    unit: Unit
    name: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A whole sentence, with every number that it tells.

    `key` says which sentence it is (``headline``, ``exports_month``), whatever the language.
    """

    key: str
    text: str
    numbers: tuple[Number, ...] = ()
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, and how its numbers are written.

    Without a `unit` it holds texts. Amounts are written in millions.
    """

    head: str
    unit: Unit | None = None
    decimals: int = 1
    signed: bool = False
    wide: bool = False


Cell = Number | str
"""What stands in a table: a number, or a text."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; `total` where it stands for the whole."""

    cells: tuple[Cell, ...]
    total: bool = False
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption, and a note on units beneath the caption."""

    key: str
    title: str
    note: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def widths(self) -> tuple[float, ...]:
        """What each column may take of the whole: by what its heading and its texts ask for."""
        asked = [
            _WIDE if c.wide else _WORDS if c.unit is None else max(1.0, len(c.head) / 16)
            for c in self.columns
        ]
        return tuple(one / sum(asked) for one in asked)


_WIDE, _WORDS = 3.2, 1.35
"""What a column of names takes, and one of short words; one of numbers takes 1."""


class Kind(StrEnum):
    """How a chart is drawn."""

    LINES = "lines"
    COLUMNS = "columns"
    SIGNED = "signed"
    BARS = "bars"
    FAN = "fan"


class Role(StrEnum):
    """What a series of a chart stands for; forms draw the same role alike."""

    THIS = "this"
    LAST = "last"
    PATH = "path"
    REQUIRED = "required"
    MEDIAN = "median"
    LOW = "low"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Series:
    """One series: a value for each category, None where there is none."""

    role: Role
    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: its kind, categories and series; `description` tells it to who cannot see it.

    `unit` is of every value; `unit_name` is written beside the title. `estimates` are the places
    of categories whose figure (of the series THIS) is an estimate. `least` is where the axis of
    values begins, if not at zero.
    """

    key: str
    kind: Kind
    title: str
    unit: Unit
    unit_name: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    description: str
    estimates: frozenset[int] = frozenset()
    least: float | None = None

    def decimals(self, least: int) -> int:
        """Give the decimals of its amounts in billions: so many, more where all are small."""
        places = side_by_side(v for s in self.series for v in s.values)
        return max(least, places) if places > side_by_side(()) else least

    def role(self, role: Role) -> Series | None:
        """Give the series of a role."""
        return next((s for s in self.series if s.role is role), None)


@dataclass(frozen=True, slots=True)
class Card:
    """A headline figure: its label, the number, and what it is held against.

    `decimals` is of billions or of per cent.
    """

    key: str
    label: str
    number: Number
    decimals: int
    signed: bool
    note: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Section:
    """A section: a heading, and beneath it sentences, a chart, tables."""

    key: str
    title: str
    sentences: tuple[Sentence, ...] = ()
    chart: Chart | None = None
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """All that a report says, in one language.

    `title` and `subtitle` head it, `cards` are the headline figures, `source_line` names the
    newest files, `stamp` is what it takes to make it again.
    """

    language: str
    title: str
    subtitle: str
    cards: tuple[Card, ...]
    sections: tuple[Section, ...]
    source_line: str
    stamp: Stamp

    def section(self, key: str) -> Section | None:
        """Give a section by its key."""
        return next((s for s in self.sections if s.key == key), None)

    def chart(self, key: str) -> Chart | None:
        """Give a chart by its key, from whichever section it stands in."""
        return next((s.chart for s in self.sections if s.chart and s.chart.key == key), None)
