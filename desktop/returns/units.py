"""Unit notes: "Nghìn tấn; Triệu USD", "(*)Chiếc, triệu USD", "1000 tons, Mill. USD"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from desktop.returns.text import folded

_SCALES = {
    "nghin": 1_000, "ngan": 1_000, "ng": 1_000, "1000": 1_000, "1.000": 1_000, "1,000": 1_000,
    "1000000": 1_000_000, "1.000.000": 1_000_000, "1,000,000": 1_000_000,
    "thousand": 1_000, "thous": 1_000, "trieu": 1_000_000, "million": 1_000_000,
    "millions": 1_000_000, "mill": 1_000_000, "mil": 1_000_000, "mio": 1_000_000,
    "tr": 1_000_000, "mn": 1_000_000, "mln": 1_000_000, "k": 1_000,
    "10^3": 1_000, "10^6": 1_000_000, "10^9": 1_000_000_000,
    "ty": 1_000_000_000, "billion": 1_000_000_000, "bill": 1_000_000_000, "bn": 1_000_000_000,
}  # fmt: skip
_SCALE = "|".join(sorted(map(re.escape, _SCALES), key=len, reverse=True))
_MONEY_SCALES = _SCALES | {
    "000": 1_000, "th": 1_000, "m": 1_000_000, "ti": 1_000_000_000, "bil": 1_000_000_000,
    "b": 1_000_000_000,
}  # fmt: skip
"""Beside money shorter words count, too: "US$'000", "US$m", "$b"."""
_MONEY_SCALE = "|".join(sorted(map(re.escape, _MONEY_SCALES), key=len, reverse=True))
_COUNTED = (
    r"(?!\.? ?(?:of )?(?:tan|tons?|tonnes?|t|kg|chiec|cai|units?|pcs|pieces?|barrels?|thung|m[23])"
    r"\b)"
)
"""What counts such things counts no money: "USD, 1000 tons"."""
_MONEY = re.compile(
    rf"(?:(?<!\w)(?<!\d[.,])({_MONEY_SCALE})s?\.?\s*(?:of )?|\b(?!\$)|(?<!\w)(?=\$))"
    r"(?:usd\b|us ?\$|u\.s\.? ?(?:dollars?\b|\$)|us dollars?\b|american dollars?\b"
    r"|do[ -]?la\b(?! (?:uc|sing|hong|can|dai|new))|(?<=trieu )do(?= *(?:$|[),.;/]))"
    r"|(?<=t[yi] )do(?= *(?:$|[),.;/]))|dollars?\b|\$)"
    rf"(?:[\s,;:(]*(?:in )?({_MONEY_SCALE})(?:s\b|\b)(?![.,]?\d){_COUNTED})?"
)
_APOSTROPHES = re.compile(r"[\u2018\u2019'`\u00b4](?=000)")
_OF_MONEY = ("us", "u.s", "dol", "do la", "do-la", "$", "u do", "y do", "i do")
"""One of these stands in every name of the money; where none does, nothing need be looked for."""
_SCALED = "|".join(sorted(map(re.escape, [*_SCALES, "000"]), key=len, reverse=True))
_BEFORE = rf"(?:(?<!\w)(?<!\d[.,])({_SCALED})s?\.?\s*(?:of )?(?:metric )?)?"
_AFTER = (
    rf"(?:[\s,(]*(?:in )?({_SCALED})(?:s\b|\b)"
    r"(?![.,]?\d)(?!\.? ?(?:of )?(?:usd|us\b|u\.s|do\b|do[ -]?la|dollars?|\$|dong|vnd|chiec|cai)))?"
)
_WEIGHT = re.compile(
    rf"{_BEFORE}\b(?:tan|(?<!so )tons?(?! kho\b)|tonnes?|mt|(?<=000)t|(?<=000 )t)\b{_AFTER}"
)
_OF_WEIGHT = ("tan", "ton", "mt", "000t", "000 t")
Factor = int | Decimal
"""How many units one printed unit counts: less than one where tonnes are printed in kilograms."""
_LIGHTER = {
    re.compile(rf"{_BEFORE}(?:\b|(?<=000))(?:kgs?|kilograms?|kilogam|ki lo ?gam)\b(?! ?/)"):
        Decimal("0.001"),
    re.compile(rf"{_BEFORE}\bquintals?\b"): Decimal("0.1"),
}  # fmt: skip
_QUINTAL = re.compile(r"\bt\u1ea1\b", re.IGNORECASE)
_OF_LIGHTER = ("kg", "kilo", "ki lo", "quintal")
_PIECES = re.compile(rf"{_BEFORE}\b(?:chiec|cai|units?|pcs|pieces?)\b")
_OF_PIECES = ("chiec", "cai", "unit", "pc", "piece")

_FOREIGN = re.compile(
    rf"(?<!\w)(?:{_SCALE})\.? ?(?:dong|d|vnd)\b|[\u20ac\u00a3\u00a5\u20ab]"
    r"|\b(?:thousand|million|billion)s? (?:of )?pounds?\b|\bpounds? sterling\b"
    r"|\b(?:vnd|eur|euros?|cny|rmb|jpy|yen|gbp|sgd|krw|thb|aud|nzd|cad|chf|inr|myr|idr|php|twd|hkd"
    r"|rub|bang anh|rupees?|ringgit|rupiah|baht)\b|\bnhan dan te\b|\bviet nam dong\b"
    r"|\bdo[ -]?la (?:uc|sing|hong|can|dai|new)"
)
_PER_PIECE = re.compile(
    r"(?:usd|\$|dollars?|do la(?: my)?) ?/ ?(?:1 ?)?"
    r"(?:tan|tons?|tonnes?|mt|kg|chiec|cai|thung|barrel)\b"
)
"""A price, which is no unit of values, nor of quantities."""
_NOTES = re.compile(r"[;\n]|, (?=[^\W\d])")
"""Between notes of several measures: "Lượng: tấn; Trị giá: 1000 USD; Đơn giá: USD/tấn"."""
_PARTS = re.compile(r"\s*[,;|()\[\]]\s*|\s+-\s+")
_SAYS_UNIT = re.compile(r"\b(?:don vi(?: tinh)?|dvt|units?) ?:")
_UNIT_LINE = re.compile(r"^(?:don vi(?: tinh)?|dvt|units?) ?:")


_DITTO = frozenset({"nt", "nhu tren", "do", "ditto", "na", "n/a"})
"""What a unit's cell says where it says none of its own; one letter says none either."""
_REPEATS = re.compile(
    "[- ]*(?:[\"\u201c\u201d\u3003]+|''|\u2032\u2032|\u2019\u2019|,,|n\\.?t\\.?|nhu tren"
    "|ditto)[- ]*"
)
_BEHIND = re.compile(r"[(\[]([^()\[\]]{1,40})[)\]]$")
_BEHIND_A_SIGN = re.compile(r"(?: [-\u2013]|,|;|:) ([^-\u2013,;:()]{3,20})$")
_NO_MORE = re.compile(
    rf"(?:dvt ?: ?)?(?:(?:{_SCALE})\.? ?)?(?:tan|tons?|tonnes?|mt|kg|chiec|cai|units?|pcs|usd)"
)


_CURRENCY = re.compile(r"\bU\.?S\.?\s?(?:\$|dollars?\b)|\bUSD\b", re.IGNORECASE)


_POWER = re.compile("(?<!\\d)10([\u00b3\u2076\u2079])")
_POWERS = {"\u00b3": "3", "\u2076": "6", "\u2079": "9"}


def _powered(found: re.Match[str]) -> str:
    """Write a raised power of ten, "10\u2076", on the line."""
    return f"10^{_POWERS[found[1]]}"


class Units(NamedTuple):
    """What one printed unit of each measure counts: US dollars, tonnes, pieces; None if unsaid."""

    money: int | None = None
    weight: Factor | None = None
    pieces: int | None = None

    def __bool__(self) -> bool:
        """True where anything is said."""
        return not (self.money is None and self.weight is None and self.pieces is None)

    def over(self, other: Units) -> Units:
        """Take what is said here, and the rest from the other."""
        if other is NO_UNITS or self == other or not other:
            return self
        return Units(
            other.money if self.money is None else self.money,
            other.weight if self.weight is None else self.weight,
            other.pieces if self.pieces is None else self.pieces,
        )


NO_UNITS = Units()
"""Nothing is said."""
OTHER_MONEY = Units(money=0)
"""Values are counted in what is none of ours: "Tỷ đồng", "%"."""
UNCOUNTED = Units(pieces=0)
"""Goods are counted in what is neither weight nor pieces: "m3", "1.000 đôi", "USD/tấn"."""
NOT_OURS = (OTHER_MONEY, UNCOUNTED)


@lru_cache(maxsize=8192)
def units(text: str) -> Units:
    """Read the units that a text names."""
    plain = _APOSTROPHES.sub("", folded(_POWER.sub(_powered, text.replace("_", " "))))
    if "/" in plain and _PER_PIECE.search(plain):
        return units(without_prices(text))
    money = _MONEY.search(plain) if any(map(plain.__contains__, _OF_MONEY)) else None
    return Units(
        _scale(money[1] or money[2]) if money else None,
        _weight(text, plain),
        _counted(_PIECES, plain) if any(map(plain.__contains__, _OF_PIECES)) else None,
    )


def _weight(text: str, plain: str) -> Factor | None:
    """What one printed unit weighs in tonnes.

    "T\u1ea1" is a tenth of one, and is told from a dozen ("t\u00e1") by its mark alone.
    """
    if any(map(plain.__contains__, _OF_WEIGHT)):
        found = _counted(_WEIGHT, plain)
        if found is not None:
            return found
    marked = folded(_QUINTAL.sub(" quintal ", text)) if not text.isascii() else plain
    for pattern, tonnes in _LIGHTER.items() if any(map(marked.__contains__, _OF_LIGHTER)) else ():
        found = _counted(pattern, marked)
        if found is not None:
            weight = found * tonnes
            return int(weight) if weight == int(weight) else weight.normalize()
    return None


def without_prices(text: str) -> str:
    """Give what a note of units says of other things than prices."""
    if "/" not in text:
        return text
    return "; ".join(p for p in _NOTES.split(text) if not _PER_PIECE.search(folded(p)))


def without_currency(text: str) -> str:
    """Give a text without the name of the US dollar, which is nobody's country."""
    return _CURRENCY.sub(" ", text)


@lru_cache(maxsize=4096)
def without_unit(label: str) -> tuple[str, Units]:
    """Give a name without the unit behind it ("Gạo (nghìn tấn)", "Gạo, tấn"), and that unit."""
    found = _BEHIND.search(label) or _BEHIND_A_SIGN.search(label)
    if not found or not found.start():
        return label, NO_UNITS
    if not (_NO_MORE.fullmatch(folded(found[1])) or is_in_other_money(found[1])):
        return label, NO_UNITS
    return label[: found.start()].rstrip(), unit_of_row(found[1])


@lru_cache(maxsize=4096)
def unit_within(text: str) -> Units:
    """Give the unit that a line says beside other things: "Tháng 3/2025, triệu USD".

    A part of it must be nothing else: amounts in sentences ("đạt 38 tỷ USD") are none.
    """
    said = NO_UNITS
    for part in _PARTS.split(folded(text)) if units(text) else ():
        named = _SAYS_UNIT.search(part)
        if named or _NO_MORE.fullmatch(part):
            said = said.over(units(part[named.end() :] if named else part))
    return said


@lru_cache(maxsize=4096)
def foreign_unit(text: str) -> str:
    """Give a note that names a unit of value which is none of ours ("Tỷ đồng"); else nothing."""
    plain = folded(text)
    if units(text).money is not None:
        return ""
    strange = _FOREIGN.search(plain) or (_UNIT_LINE.search(plain) and not units(text))
    return text if strange else ""


@lru_cache(maxsize=4096)
def is_in_other_money(text: str) -> bool:
    """Say whether a text counts in money that is none of ours: "Trị giá (tỷ đồng)"."""
    return bool(_FOREIGN.search(folded(text))) and units(text).money is None


@lru_cache(maxsize=1024)
def repeats_unit(cell: str) -> bool:
    """Say whether a unit's cell says that it is the one above: a ditto mark, "nt", "như trên"."""
    return bool(_REPEATS.fullmatch(folded(cell)))


@lru_cache(maxsize=1024)
def unit_of_row(cell: str) -> Units:
    """Read the unit that a row's own cell says, be it none of ours; nothing where it says none."""
    if said := units(cell):
        return said
    if cell.strip() == "%" or is_in_other_money(cell):
        return OTHER_MONEY
    word = folded(cell)
    names = len(word) > 1 and any(map(str.isalpha, word)) and word not in _DITTO
    return UNCOUNTED if names else NO_UNITS


def _counted(pattern: re.Pattern[str], plain: str) -> int | None:
    found = pattern.search(plain)
    return _scale(next(filter(None, found.groups()), None)) if found else None


def _scale(word: str | None) -> int:
    return _MONEY_SCALES[word] if word else 1
