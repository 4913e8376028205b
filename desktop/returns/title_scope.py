"""Whose trade a title announces: a partner's, a province's, or no country's.

What a border gate or a company sends out is no country's; whoever reads a table asks about it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from desktop.figures.provinces import province_named
from desktop.figures.series import UNKNOWN, WORLD, Flow
from desktop.returns.found_table import Table
from desktop.returns.heading_texts import SAYS_PARTNER
from desktop.returns.item_names import market_code
from desktop.returns.labels import sector_named
from desktop.returns.one_partner import partner_named
from desktop.returns.text import folded
from desktop.returns.title_goods import SAYS_MARKETS, goods_named, words_of_goods
from desktop.returns.title_words import left_over

_PART = re.compile(
    r"(?<!ke ca )(?<!gom )(?<!tinh ca )\b(?:cua khau|khu (?:cong nghiep|che xuat|kinh te)|the gioi"
    r"|tam nhap|tai xuat|gia cong|bien mau|chuyen khau|cong ty|tap doan|c/o|thuong mai dien tu"
    r"|duong (?:bien|bo|sat|hang khong)|mien (?:bac|trung|nam)|vung (?!lanh tho)|huyen|thi xa"
    r"|khong (?:ke|tinh|bao gom) dau tho)\b|\bworld (?:exports?|imports?)\b"
)
"""Less than a country's trade, or that of all countries."""
_OTHER_MATTER = re.compile(
    r"\bthue (?:xuat|nhap|xnk)|\b(?:thu|so) thue\b|\bso (?:luong )?(?:doanh nghiep|dn|to khai)\b"
    r"|\btoc do (?:tang|phat trien)|\bbinh quan\b"
    r"|\b(?:xuat khau lao dong|phan mem)\b"
)
"""Nothing that values and quantities of a month's goods are."""
_FIXED_PRICES = re.compile(r"\bgia (?:co dinh|so sanh)\b|\bconstant prices\b")
_COMPANY = re.compile(r"^(?:tong )?cong ty\b|^tap doan\b|^doanh nghiep ?:")
_PLACE = re.compile(r"(?<!\w)(?:tỉnh|thành phố|tp\.?|của|địa bàn|tại)\s+")
_FEW_WORDS = 7
"""Words of a line that is no sentence."""
_LONGEST = 5
"""Words of the longest name of a province."""


def is_of_part(table: Table) -> bool:
    """Say whether a title speaks of less than a country's trade, or of goods nobody knows."""
    title, plain = table.title, folded(table.title.text)
    if title.flow is Flow.INDUSTRY:
        return False
    if any(one.search(plain) for one in (_PART, _OTHER_MATTER, _FIXED_PRICES)):
        return True
    if partner_said(table) == UNKNOWN:
        return True
    if any(_is_of_one(line) for line in table.above if line != title.text):
        return True
    if not SAYS_MARKETS.search(folded(table.label_heading)):
        return False
    return goods_named(title.text, title.flow) == UNKNOWN


def unknown_words(table: Table) -> tuple[str, ...]:
    """The words of a title that nobody understands; not those of goods, whose total waits."""
    title = table.title
    printed = table.title_rows != (0, 0)  # what names a sheet or a file says anything besides
    if title.flow is Flow.INDUSTRY or not printed or not (rest := left_over(title.text)):
        return ()
    if goods_named(title.text, title.flow) != UNKNOWN:
        return rest
    named = words_of_goods(title.flow or Flow.EXPORT)
    return tuple(word for word in rest if word.casefold() not in named)


def partner_said(table: Table) -> str:
    """Code of the one partner whose trade a table is, by its title or a line above its columns.

    Empty where none is said, ``UNKNOWN`` where nobody can tell which.
    """
    said = partner_named(table.title.text)
    return said or next(filter(None, map(_partner_above, table.above)), "")


@lru_cache(maxsize=1024)
def _partner_above(line: str) -> str:
    if ":" not in line or not SAYS_PARTNER.search(folded(line)):
        return ""
    code = market_code(line.partition(":")[2].strip(" .;"))
    return "" if code == WORLD else code


@lru_cache(maxsize=1024)
def _is_of_one(line: str) -> bool:
    """Say whether a line above a table is a company's name, or a sector's and no more."""
    plain = folded(line)
    if _COMPANY.search(plain) or _FIXED_PRICES.search(plain):
        return True
    return sector_named(plain) is not None and line.count(" ") < _FEW_WORDS


@lru_cache(maxsize=1024)
def names_province(title: str) -> bool:
    """Say whether a title says of which province it is: "Xuất khẩu của tỉnh Đồng Nai"."""
    text = unicodedata.normalize("NFC", title)
    for found in _PLACE.finditer(text.casefold()):
        words = re.findall(r"[^\W_]+", text[found.end() :])[:_LONGEST]
        if any(province_named(" ".join(words[:n])) != UNKNOWN for n in range(len(words), 0, -1)):
            return True
    return False
