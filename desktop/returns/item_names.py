"""Item names as the offices shorten them: "SP", "LK", "PT" are words, not other goods."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache, partial

from desktop.figures.catalogue import foreign_market_names, items, markets
from desktop.figures.names import name_key
from desktop.figures.series import TOTAL, UNKNOWN, Flow
from desktop.returns.english_names import Words, code_by_words, codes_of_words
from desktop.returns.text import folded

_SHORT = {
    "sp": "sản phẩm", "lk": "linh kiện", "pt": "phụ tùng", "npl": "nguyên phụ liệu",
    "pl": "phụ liệu", "dc": "dụng cụ", "dcpt": "dụng cụ phụ tùng", "kl": "kim loại",
    "mm": "máy móc", "tb": "thiết bị", "mmtb": "máy móc thiết bị", "ptvt": "phương tiện vận tải",
    "vt": "vận tải", "bp": "bộ phận", "tă": "thức ăn", "tăgs": "thức ăn gia súc",
    "nl": "nguyên liệu", "ks": "khoáng sản", "đt": "đầu tư", "nn": "nước ngoài", "mn": "mỹ nghệ",
    "giầy": "giày", "mì": "mỳ", "mĩ": "mỹ", "kĩ": "kỹ", "quí": "quý",
    "khỏc": "khác", "liện": "kiện", "vaili": "vali",
}  # fmt: skip
"""Abbreviations seen in the offices' tables, and words spelt in two ways or spoilt there."""
_FILLING = frozenset(
    map(name_key, ("các", "loại", "và", "từ", "của", "bằng", "and", "of", "the", "all", "kinds"))
)
"""Words that come and go between editions without naming other goods."""
_OTHER_WAY = {Flow.EXPORT: Flow.IMPORT, Flow.IMPORT: Flow.EXPORT}
_SHORTEST = 2
"""Before a name of more words "Hàng" (goods) comes and goes; "Hàng khác" is no "Khác"."""
_WORDS = re.compile(r"[^\W_]+")
_GLUED = re.compile(r"(?<=[^\W\d_A-Z])(?=(?:SP|LK|PT|NPL|PL|DC|KL|TB)\b)")
_ENUMERATION = re.compile(
    r"^(?:(?:[A-Za-z]|[IVXivx]{1,4}|\d{1,2})[.)]\s+|\d{1,2}\s+(?=[^\W\d_a-z])|[-+\u2013\u2022*]\s*"
    r"|\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s*|(?:[IVX]{1,4}|\d{1,2})(?:\.\d{1,2})+[.)]?\s+"
    r"|\d{1,2}[.)/](?=[^\W\d_]))+"
)
_WITHIN = re.compile(
    r"^\W*(?:trong\s?(?:đó|dó)|tr?\.\s?đó|t\.?đ|of which|o/w|chia ra)\b\W*", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s*[-\u2013/(|]\s*|\s+")
"""What may stand between a name and the same in another language."""
_LONGEST_TWICE = 500
"""Letters of a name in two languages; a longer text would be tried at each of its blanks."""
_ARTICLE = re.compile(r"^the\s+(?=\w)|,\s*the$", re.IGNORECASE)
"""Before or behind a market's name, in some editions: "The Philippines", "Netherlands, The"."""
_STATES = {"rep": "Republic", "dem": "Democratic", "fed": "Federation", "isds": "Islands"}
_STATE = re.compile(r"\b(rep|dem|fed|isds)\b\.?", re.IGNORECASE)
_TOTAL = re.compile(
    r"^tong(?P<of> (?:tri gia|so|cong|kim ngach|gia tri|muc|xuat khau|nhap khau|xk|nk"
    r"|kn(?:[xn]k)?)\b.*)?$"
    r"|^ca nuoc$"
    r"|^cong(?: \([\divx+ ]+\))?$"
    r"|^total (?:value|turnover) of (?:exports?|imports?)(?: of goods)?$|^(?:grand )?total"
    r"(?: (?:exports?|imports?|merchandise|goods))*(?: (?:value|turnover|amount))?$"
    r"|^(?:tri gia|kim ngach|gia tri|kn) (?:xuat khau|nhap khau|xk|nk)(?: hang hoa)?$"
    r"|^kn[xn]k(?: hang hoa)?$|^[xn]k hang hoa$"
)
_NUMBERED = r"\d{1,4}(?:[/.-]\d{1,4})*|[ivx]+"
_OF_ALL = re.compile(
    r"(?:[ ,;:/-]+(?:tri gia|so|cong|kim ngach|gia tri|muc|xuat khau|nhap khau|xk|nk|kn(?:[xn]k)?"
    r"|hang hoa|hang"
    r"|chung|(?:tat ca )?cac (?:mat hang|nhom hang|thi truong|nuoc|quoc gia|doi tac)|cua|ca nuoc"
    rf"|toan quoc|viet nam|toan (?:tinh|thanh pho)|(?:trong )?(?:thang|ky|quy|nam)"
    rf"(?: (?:{_NUMBERED}))?|\d{{1,2}} thang|dau nam(?: (?:{_NUMBERED}))?|uoc|thuc hien|so bo"
    r"|(?:(?:trieu|tr|ty|ti|nghin|ngan)\.? ?)?usd"
    r"|fob|cif|(?:bao )?gom(?: ca)? .*|(?:ke|tinh) ca .*|total\b.*"
    r"|(?:(?:tren )?dia ban )?(?:cua )?(?:tinh|thanh pho|tp\.?|dia ban)"
    r"(?: (?!(?:tinh|thanh|tp|dia|thang|quy|nam|ke|gom|bao|cua)\b)[a-z-]+){0,4}+"
    r"|\([a-d\divx+=*.,/ -]{0,20}\)"
    r"|\((?:total|fob|cif|(?:bao )?gom|(?:ke|tinh) ca|.{0,12}usd)\b[^)]*\)))*"
)
"""How a total of everything may go on: other words name goods, a group, or what is left out."""

_A_LINE = 120
"""Letters of a line that is more than a total's name."""


@lru_cache(maxsize=4096)
def item_code(label: str, flow: Flow) -> str:
    """Code of an item's label: as the catalogue has it, without its enumeration, or written out.

    "Trong đó" before a name is passed over: what it is part of is `part_code`'s affair.
    Every diacritic counts. ``UNKNOWN`` where no spelling fits, or two items' spellings would.
    """
    catalogue = items(flow)
    bare = bare_name(label)
    for spelling in (label, bare):
        code = catalogue.code(spelling)
        if code != UNKNOWN:
            return code
    if is_total(bare):
        return TOTAL
    for known in (
        _written_out(flow).get(written_out(bare), UNKNOWN),
        _other_ways_name(bare, flow),
        code_by_words(bare, _of_words(flow)),
    ):
        if known != UNKNOWN:
            return known
    return _said_twice(bare, partial(_one_name, flow=flow))


def _other_ways_name(name: str, flow: Flow) -> str:
    """Code by a spelling that is kept of the other way of trade, of goods that go both ways."""
    if flow not in _OTHER_WAY:
        return UNKNOWN
    other = _OTHER_WAY[flow]
    code = _one_name(name, other)
    whole = code in items(flow) and not items(flow).part_of(code) and not items(other).part_of(code)
    return code if whole else UNKNOWN


def _one_name(name: str, flow: Flow) -> str:
    code = items(flow).code(name)
    return code if code != UNKNOWN else _written_out(flow).get(written_out(name), UNKNOWN)


def _said_twice(label: str, code: Callable[[str], str]) -> str:
    """Code of a name printed in two languages ("Gạo - Rice"), if both halves have the same."""
    for first, second in _halves(label) if len(label) <= _LONGEST_TWICE else ():
        known = code(first)
        if known != UNKNOWN and known == code(second):
            return known
    return UNKNOWN


def _halves(label: str) -> Iterator[tuple[str, str]]:
    for between in _BETWEEN.finditer(label):
        first, second = label[: between.start()], label[between.end() :]
        yield first, second.removesuffix(")") if "(" in between[0] else second


@lru_cache(maxsize=4096)
def bare_name(label: str) -> str:
    """Give a name without its enumeration, and without the "Trong đó" before it."""
    return _ENUMERATION.sub("", _WITHIN.sub("", label))


@lru_cache(maxsize=4096)
def is_within(label: str) -> bool:
    """Say whether the label begins as a part of the row above does: "Trong đó", "Of which"."""
    return bool(_WITHIN.search(label))


@lru_cache(maxsize=4096)
def part_code(label: str, whole: str, flow: Flow) -> str:
    """Code of a label that stands beneath the item `whole`; ``UNKNOWN`` for no part of it."""
    if not items(flow).has_parts(whole):
        return UNKNOWN
    bare = bare_name(label)
    code = items(flow).part(bare, whole)
    return code if code != UNKNOWN else _said_twice(bare, partial(_part, whole=whole, flow=flow))


def _part(name: str, whole: str, flow: Flow) -> str:
    """Code of a part; the other language names it in full."""
    code = items(flow).part(name, whole)
    if code == UNKNOWN:
        code = _one_name(name, flow)
    return code if items(flow).part_of(code) == whole else UNKNOWN


@lru_cache(maxsize=4096)
def market_code(label: str) -> str:
    """Code of a market's label in any language that has it; ``UNKNOWN`` where none has."""
    code = _market(label)
    return code if code != UNKNOWN else _said_twice(label, _market)


def _market(name: str) -> str:
    for spelling in dict.fromkeys((name, _in_full(name))):
        code = markets().code(spelling)
        if code == UNKNOWN:
            code = foreign_market_names().get(name_key(spelling), UNKNOWN)
        if code != UNKNOWN:
            return code
    return UNKNOWN


def _in_full(name: str) -> str:
    """Give a market's name without its article, its state's form written out."""
    return _STATE.sub(lambda found: _STATES[found[1].casefold()], _ARTICLE.sub("", name))


@lru_cache(maxsize=4096)
def is_total(label: str) -> bool:
    """Say whether the label is a total's, of all goods and whole."""
    found = _TOTAL.search(folded(bare_name(label)).rstrip(" :.,;\u2026-"))
    if found is None:
        return False
    rest = (found["of"] or "").replace("(", " (")  # a note's mark stands at the word itself
    return len(rest) < _A_LINE and _OF_ALL.fullmatch(rest) is not None


def written_out(label: str) -> str:
    """Key of a name with its abbreviations written out and its filling words dropped."""
    apart = _GLUED.sub(" ", unicodedata.normalize("NFC", label)).casefold()
    words = (_SHORT.get(word, word) for word in _WORDS.findall(apart))
    kept = [word for word in " ".join(words).split() if name_key(word) not in _FILLING]
    goods = kept[:1] == ["hàng"] and len(kept) > _SHORTEST
    return name_key(" ".join(kept[goods:]))


@cache
def _written_out(flow: Flow) -> dict[str, str]:
    """Codes by written-out key; a key that two items share is nobody's."""
    codes: dict[str, str] = {}
    for spelling, code in items(flow).spellings:
        key = written_out(spelling)
        if codes.setdefault(key, code) != code:
            codes[key] = UNKNOWN
    return codes


@cache
def _of_words(flow: Flow) -> Mapping[Words, str]:
    catalogue = items(flow)
    return codes_of_words(
        pair for pair in catalogue.spellings if catalogue.code(pair[0]) == pair[1]
    )
