"""What a text of a heading row may be: a head of names, a unit note, a period, a measure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from desktop.figures.series import Measure
from desktop.returns import heading_words as words
from desktop.returns import headings
from desktop.returns.grid import Value
from desktop.returns.spans import Span
from desktop.returns.text import folded
from desktop.returns.text_numbers import looks_numeric
from desktop.returns.titles import title
from desktop.returns.unit_behind import apart
from desktop.returns.units import NO_UNITS, units, without_prices

UNIT_HEAD = re.compile(
    r"^(?:dvt|d\.v\.t\.?|don vi(?: tinh)?|units?(?: of (?:quantity|measure(?:ment)?))?)"
    r"(?: ?[(/-]? ?(?:dvt|don vi tinh|units?)\)?)?$"
)
NUMBER_HEAD = re.compile(
    r"^(?:stt|tt|no\.?|so tt|#|ma(?: hs| so| hang| nuoc| tinh)?(?: hs)?|hs(?: codes?)?|codes?)"
    r"(?: ?[(/-] ?(?:stt|tt|no\.?|#|hs(?: codes?)?|codes?)\)?)?$"
)
"""What heads running numbers, or the numbers that goods have in nomenclatures."""
GROUP_HEAD = re.compile(
    r"^(?:ten )?(?:nhom(?: hang| mat hang| nganh)?|nganh(?: hang)?|linh vuc|phan (?:nhom|loai)"
    r"|khu vuc thi truong|(?:commodity |product )?groups?|sectors?|categor(?:y|ies))$"
)
"""What heads groups of goods, where another column has their names."""
_NOTE_BY_MEASURE = re.compile(
    r"^\(?(?:(?:don vi(?: tinh)?|dvt) )?(?:luong|so luong|tri gia|gia tri|kim ngach"
    r"|values?|volume|quantity) ?: "
)
_LABEL_HEAD = re.compile(
    r"\b(?:mat hang|thi truong|(?<!ca )nuoc|hang hoa|chi tieu|ten hang)"
    r"|\b(?:items?|commodit|countr|market|partner)"
    r"|^(?:ten )?(?:tinh(?:$| ?[,/(-]| thanh)|dia phuong)|^(?:provinces?|localit)"
)
_NAMES = re.compile(
    r"^(?:ten )?(?:mat hang|nhom hang|hang hoa|thi truong|(?:khoi )?nuoc|commodit(?:y|ies)|items?"
    r"|products?|goods|countr(?:y|ies)|markets?|partners?)(?: chu yeu| chinh)?$"
)
"""What heads names and says no more."""
SAYS_PARTNER = re.compile(
    r"^(?:ten )?(?:thi truong|nuoc|quoc gia|doi tac|country|market|partner)"
    r"(?: (?:xuat|nhap) khau)? ?: ?(?=\w)"
)
"""Begins a line that says whose trade a table is: "Thị trường: Hoa Kỳ"."""
SAYS_GOODS = re.compile(
    r"^\W*(?:ten )?(?:mat hang|nhom hang|nganh(?: hang)?|san pham|hang hoa|commodity|product|item"
    r"|goods|ma hs|ma so hs|hs(?: codes?)?)(?: (?:group|xuat khau|nhap khau))? ?: ?(?=\w)"
)
"""Begins a line that says of what goods a table is: "Mặt hàng: Gạo"."""
_IN_BRACKETS = re.compile(r"\((?:thi truong|nuoc|khoi|khu vuc) ")
"""Begins a line of its own that says whose a table is: "(Thị trường Hoa Kỳ)"."""
_KEY_AND_VALUE = 2
_SEVERAL = 2
_FLOW_HEAD = re.compile(r"^(?:xuat khau|nhap khau|exports?|imports?|xk|nk)(?: ?\([^)]*\))?$")
_BOTH_MEASURES = frozenset({Measure.QUANTITY, Measure.VALUE})
_YEARS = range(1980, 2101)
_COLUMNS = 100
"""No table has as many."""
_TEXTS = 8192
"""So many texts are remembered: books of one office say the same month after month."""


@lru_cache(maxsize=_TEXTS)
def names_flow(text: str) -> bool:
    """Say whether the text is a flow and nothing but, as over one of two columns."""
    return bool(_FLOW_HEAD.search(folded(text)))


def heads_columns(texts: Sequence[str]) -> bool:
    """Say whether texts of one row head columns: the head of numbers or units, or periods."""
    if any(map(_heads_numbers, texts)) or are_dated_ways(texts):
        return True
    if len(texts) > 1 and {headings.measure(text) for text in texts} >= _BOTH_MEASURES:
        return True
    return len(texts) > 1 and (sum(map(names_flow, texts)) > 1 or sum(map(says_period, texts)) > 1)


def are_dated_ways(texts: Sequence[str]) -> bool:
    """Say whether ways of trade with their periods stand behind the head of names.

    Each by itself would announce a table: "Mặt hàng | Xuất khẩu tháng 3/2025 | Nhập khẩu …".
    """
    if len(texts) <= _SEVERAL or not any(_NAMES.search(folded(text)) for text in texts[:2]):
        return False
    return sum(map(is_dated_way, texts[1:])) >= _SEVERAL


@lru_cache(maxsize=_TEXTS)
def is_dated_way(text: str) -> bool:
    """Say whether a text names a way of trade and a period, as a title may as well."""
    heading = headings.read(text)
    return heading.flow is not None and heading.span is not Span.NONE


@lru_cache(maxsize=_TEXTS)
def _heads_numbers(text: str) -> bool:
    plain = folded(text)
    return bool(NUMBER_HEAD.search(plain) or UNIT_HEAD.search(plain))


@lru_cache(maxsize=_TEXTS)
def heads_labels(text: str) -> bool:
    """Say whether a text heads names, their running numbers or their units."""
    plain = folded(text)
    return any(p.search(plain) for p in (_LABEL_HEAD, NUMBER_HEAD, UNIT_HEAD))


def says_whose(plain: str, beside: int) -> bool:
    """Say whether a text, one of so many of a row, says whose a table is and heads no names."""
    if plain.endswith(":") and beside <= _KEY_AND_VALUE:
        return True
    if beside <= _KEY_AND_VALUE and _IN_BRACKETS.match(plain):
        return True
    return bool(SAYS_PARTNER.search(plain) or SAYS_GOODS.search(plain))


@lru_cache(maxsize=_TEXTS)
def is_unit_note(text: str) -> bool:
    """Say whether a text names units and no more: no period, no measure, no number of them."""
    if not units(text) or names_flow(text) or apart(text)[1]:
        return False
    read = headings.read(without_prices(text))
    if read.span is not Span.NONE or read.left_out or read.compared:
        return False
    return read.measure is None or bool(_NOTE_BY_MEASURE.search(folded(text)))


@lru_cache(maxsize=_TEXTS)
def measure_or_unit(text: str) -> Measure | None:
    """The measure that a text names, or that a unit alone is one of: "Nghìn tấn", "Triệu USD"."""
    if named := headings.measure(text):
        return named
    said = units(text) if is_unit_note(text) else NO_UNITS
    if (said.money is None) == (said.weight is None and said.pieces is None):
        return None
    return Measure.VALUE if said.money is not None else Measure.QUANTITY


@lru_cache(maxsize=_TEXTS)
def says_period(text: str) -> bool:
    """Say whether a text names a period, and announces no table."""
    return headings.read(text).span is not Span.NONE and not title(text)


@lru_cache(maxsize=_TEXTS)
def says_same_period(text: str) -> bool:
    """Say whether a text speaks of last year's same period, whatever it says of it."""
    return bool(words.SAME_PERIOD.search(folded(text))) and not title(text)


def names_period(value: Value) -> bool:
    """Say whether a cell names a period, be it a year alone."""
    if isinstance(value, str):
        return says_period(value)
    return isinstance(value, float) and is_year(value)


def names_day(value: Value) -> bool:
    """Say whether a cell names a day."""
    return isinstance(value, str) and bool(words.DATE.search(folded(value)))


def is_year(value: float) -> bool:
    """Say whether a number may be a year."""
    return value.is_integer() and int(value) in _YEARS


def is_number(value: Value) -> bool:
    """Say whether a cell holds a number, and no year."""
    if isinstance(value, str):
        return looks_numeric(value) and not (value.isdecimal() and is_year(float(value)))
    return isinstance(value, float) and not is_year(value)


def counts_no_column(value: Value) -> bool:
    """Say whether a number is none of those that columns are numbered by."""
    if isinstance(value, str):
        return len(value) > len(str(_COLUMNS))
    return isinstance(value, float) and (value > _COLUMNS or not value.is_integer())


def numbers_counted(values: Iterable[Value]) -> int:
    """Count a row's numbers that head no column: no years, nor what columns are numbered by."""
    numbers = (value for value in values if isinstance(value, float) and not is_year(value))
    return sum(map(counts_no_column, numbers))
