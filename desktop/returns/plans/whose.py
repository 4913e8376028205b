"""Whose trade a sheet speaks of: a country that its lines name, or whose calendar it keeps."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence

from desktop.figures.series import HERE, NATIONAL, UNKNOWN, Ownership
from desktop.returns.country_size import counts_as_our_office, is_no_trade_of_ours
from desktop.returns.found_table import Table
from desktop.returns.item_names import bare_name, market_code
from desktop.returns.one_partner import partner_named
from desktop.returns.plans import words
from desktop.returns.plans.nobodys import is_nobodys, names_sector
from desktop.returns.plans.parties import parties
from desktop.returns.sheet import Sheet
from desktop.returns.text import OF_ASIA, folded
from desktop.returns.title_goods import goods_named
from desktop.returns.units import without_currency

_VIETNAMESE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]\b\.?)*")
_LONGEST = 4
_CODE = 3
_ABBREVIATED = frozenset({"US", "USA", "UK", "UAE"})
_OWN_NAMES = {
    "中華民國": "TW", "臺灣": "TW", "台灣": "TW", "台湾": "TW", "財政部": "TW", "我國": "TW",
    "中国海关": "CN", "海关总署": "CN", "我国": "CN", "財務省": "JP", "日本": "JP",
    "관세청": "KR", "한국": "KR", "무역협회": "KR", "ประเทศไทย": "TH", "กระทรวงพาณิชย์": "TH",
    "census.gov": "US", "bea.gov": "US", "u.s.": "US", "united states": "US",
}  # fmt: skip
_CALENDARS = (
    (re.compile(r"(?<!\d)(?:民國)?(?:9\d|1[0-4]\d)年"), "TW"),
    (re.compile(r"令和|平成"), "JP"),
    (re.compile(r"수출|수입|년"), "KR"),
    (re.compile(r"[\u0e00-\u0e7f]"), "TH"),
    (re.compile(r"[\u3040-\u30ff]|輸出|輸入|億円"), "JP"),
    (re.compile(r"进口|亿|贸易"), "CN"),
)
"""A calendar, or a script, that one country alone uses."""


def whose(lines: Sequence[str], labels: Iterable[str], *names: str) -> str:
    """Area of a sheet by the lines about its tables, else by its labels, else by its names.

    Our own country's is `NATIONAL`; ``UNKNOWN`` where nothing tells.
    """
    told = parties(lines)
    if told.reporter:
        code = market_code(told.reporter)
        return _area(code) if len(code) == len(HERE) else UNKNOWN
    lines = told.others
    for text in lines:
        if area := _named(text if not _is_ours(text) else _of_whom(text)):
            return _area(area)
    if any(map(_is_ours, lines)):
        return NATIONAL
    for text in (*lines, *labels):
        plain = words.plain(text)
        for pattern, area in _CALENDARS:
            if pattern.search(plain):
                return area
    for name in names:
        if area := _named(name.replace("_", " ").replace("-", " ")):
            return _area(area)
    return UNKNOWN


def area_around(sheet: Sheet, inside: Collection[int]) -> str:
    """Area of a sheet by what stands outside its tables; ``UNKNOWN`` where that does not tell.

    `inside` are the rows of the tables, in which countries are partners.
    """
    lines = [text for n in sheet.numbers if n not in inside for _, text in sheet.texts(n)]
    return whose(lines, (), sheet.name, sheet.book)


def _is_ours(text: str) -> bool:
    return bool(_VIETNAMESE.search(unicodedata.normalize("NFC", text)))


def _of_whom(text: str) -> str:
    """What a Vietnamese line says after "của": the countries that it names else are partners."""
    return unicodedata.normalize("NFC", text).partition(" của ")[2]


def is_foreign(sheet: Sheet, table: Table) -> bool:
    """Say whether a table is another country's, by the lines above it: "Exports of Malaysia".

    What our own offices write about their partners is in Vietnamese, or says to or from whom; and
    none of it is in a script of East Asia.
    """
    lines = (table.title.text, *table.above)
    if _says_parties(sheet, table) or _trades_with_us(sheet, table):
        return True
    if any(map(_is_ours, lines)):
        return False
    if _are_own((*lines, sheet.book)):
        return False
    sources = (line for line in table.beneath if _SOURCE.search(folded(line)))
    if any(_OFFICE.search(folded(line)) and _names(line) for line in (*lines, *sources)):
        return True
    heads = (table.label_heading, *(column.text for column in table.columns))
    return any(_reports(line) for line in lines) or any(map(OF_ASIA.search, (*lines, *heads)))


def is_unsaid(sheet: Sheet, table: Table) -> bool:
    """Say whether nothing tells that a table in English is ours: no name, no goods, no size."""
    lines = (table.title.text, *table.above, sheet.book)
    heads = (table.label_heading, *(column.text for column in table.columns))
    if not _is_all_in_english(sheet, table) or _are_own(lines):
        return False
    if any(map(_is_ours, (*lines, *heads))):
        return False
    if is_no_trade_of_ours(sheet, table):
        return True
    return not _are_own((*table.beneath, sheet.name)) and is_nobodys(sheet, table)


def is_assumed(sheet: Sheet, table: Table) -> bool:
    """Say whether a table in English is taken for ours by its goods or markets alone."""
    lines = (table.title.text, *table.above, *table.beneath, sheet.name, sheet.book)
    heads = (table.label_heading, *(column.text for column in table.columns))
    if counts_as_our_office(table) or not _is_all_in_english(sheet, table) or _are_own(lines):
        return False
    if names_sector(sheet, table):
        return False
    return not any(map(_is_ours, (*lines, *heads)))


def _are_own(lines: Iterable[str]) -> bool:
    return any(_OWN.search(words.plain(line)) for line in lines)


def _is_all_in_english(sheet: Sheet, table: Table) -> bool:
    """Say whether a table of all trade is in English, its names as well."""
    title = table.title
    if not _IN_ENGLISH.search(folded(title.text)) or title.ownership is not Ownership.ALL:
        return False
    if partner_named(title.text) or goods_named(title.text, title.flow):
        return False
    names = (text for n in table.rows for c, text in sheet.texts(n) if c in table.labels)
    return not any(map(_is_ours, names))


def _says_parties(sheet: Sheet, table: Table) -> bool:
    """Say whether what stands above a table speaks of what others buy from us, or sell to us.

    Where it says who reports and who is the partner, as databases do, no office of ours wrote it.
    """
    rows = (n for n in sheet.numbers if n < table.heading_rows[0])
    told = parties(text for n in rows for _, text in sheet.texts(n))
    return bool(told.reporter or told.partner) or bool(_WITH_US.search(folded(table.title.text)))


def _trades_with_us(sheet: Sheet, table: Table) -> bool:
    """Say whether our own country is one of the partners, which it is of no table of ours."""
    columns = {*table.labels}
    return any(
        column in columns and _MAY_BE_US.match(text) and market_code(bare_name(text)) == HERE
        for number in table.rows
        for column, text in sheet.texts(number)
    )


def _names(line: str) -> bool:
    """Say whether a line names another country anywhere."""
    found = _WORD.findall(without_currency(line))
    names = (" ".join(found[a:b]) for a in range(len(found)) for b in range(a + 1, a + _LONGEST))
    return any(len(code := _country(name)) == len(HERE) and code != HERE for name in names)


def _country(name: str) -> str:
    """Code of a country's name; its ISO code alone names none: "Mar", "and", "are", "per"."""
    short = len(name) <= _CODE and name not in _ABBREVIATED
    return "" if short else market_code(name)


def _reports(line: str) -> bool:
    """Say whether a line names a country where it names who reports: first, or after "of"."""
    found = _WORD.findall(without_currency(line))
    for first in range(len(found)):
        if first and found[first - 1].casefold() not in {"of", "the", "for"}:
            continue
        for last in range(min(len(found), first + _LONGEST), first, -1):
            code = _country(" ".join(found[first:last]))
            capital = found[first][0].isupper() and not found[first].islower()
            if len(code) == len(HERE) and code != HERE and capital:
                return True
    return False


_WITH_US = re.compile(
    r"\b(?:imports?|nhap khau)\b.*\b(?:from|tu) viet ?nam\b"
    r"|\b(?:exports?|xuat khau)\b.*\b(?:to|sang) (?:thi truong )?viet ?nam\b"
)
_MAY_BE_US = re.compile(r"^[\W\d]*(?:the )?v(?:i[e\u1ec7\u1ec6]t|\.) ?nam\W*$", re.IGNORECASE)
_OFFICE = re.compile(
    r"\b(?:ministry|bureau|department|agency|bank|customs|statistics|census|authority)\b"
)
_SOURCE = re.compile(r"^\W*(?:source|nguon)\b")
_IN_ENGLISH = re.compile(r"\b(?:exports?|imports?)\b")
_OWN = re.compile(r"\bviet ?nam|\bxuat khau\b|\bnhap khau\b|\bgso\b|\bgeneral statistics office\b")


def _area(code: str) -> str:
    return NATIONAL if code == HERE else code


def _named(text: str) -> str:
    """The country a line names as the one that reports, not as a partner; empty for none."""
    text = without_currency(text)
    plain = words.plain(text)
    for name, code in _OWN_NAMES.items():
        if name in plain:
            return code
    found = _WORD.findall(text)
    for first in range(len(found)):
        if first and found[first - 1].casefold() in {"to", "from", "with", "sang", "vs"}:
            continue
        for last in range(min(len(found), first + _LONGEST), first, -1):
            code = _country(" ".join(found[first:last]))
            if len(code) == len(HERE) and any(w[0].isupper() for w in found[first:last]):
                return code
    return ""
