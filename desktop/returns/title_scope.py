"""Whose trade a title announces: a partner's, a province's, or no country's.

What a border gate or a company sends out is no country's; whoever reads a table asks about it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from desktop.figures.provinces import province_in, province_named
from desktop.figures.series import HERE, TOTAL, TRADE, UNKNOWN, WORLD, Flow, Ownership
from desktop.returns.country_size import SIGNED, has_plan
from desktop.returns.found_table import Table
from desktop.returns.heading_texts import SAYS_GOODS, SAYS_PARTNER
from desktop.returns.item_names import item_code, market_code
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
_LESS = re.compile(
    r"\b(?:khong|chua) (?:ke|tinh|gom|bao gom)\b|\bngoai tru\b|\bloai tru\b|^\W*tru (?!so\b)"
    r"|\bchi (?:tinh|gom|bao gom) (?!ca\b)"
    r"|\bexclud\w+|\bexcl\b|\bnot including\b|\bwithout\b|\bonly\b"
    r"|\bcuc hai quan (?:lien tinh|khu vuc|vung)\b"
)
"""Takes something away from what a table's title says, on a line above its columns."""
_ALL_GOODS = re.compile(r"^(?:tat ca|toan bo|tong|all|total|moi|cac)\b")
_KEYED = re.compile(
    r"^\W*(?:loai hinh|phuong thuc|doanh nghiep|cua khau|cang|khu vuc|company|enterprise|mode"
    r"|region|port|transport|type|customs (?:office|regime)|regime)\b[^:]{0,30}: ?(?=\w)"
)
"""Begins a line that says which part of the trade a table is: "Loại hình: Gia công"."""
_LESS_NOTED = re.compile(
    r"^\W*(?:ghi chu|chu thich|luu y|note)\b(?!.*\((?:\*+|\d)\)).*\b(?:khong|chua|chi)"
    r" (?:bao gom|gom|ke|tinh)(?: ca| den)? (?:(?:cac|so lieu|tri gia|cua) )*"
    r"(?:khu vuc|kv|khoi|fdi|dau tho|doanh nghiep|dn)\b"
)
"""The same in a note beneath a table that belongs to no row of it."""
_PLANNED = re.compile(r"^\W*(?:so )?(?:ke hoach|muc tieu|plan|target)(?: (?:nam )?\d{4})?\W*$")
"""Says that what stands beneath is none of what came."""
_SECTOR = re.compile(
    r"\W*(?:khu vuc|kv|khoi|thanh phan|doanh nghiep|dn)\b(?!.*(?:\d|\b(?:dat|chiem|tang|giam)\b))"
)
"""Begins the name of a sector, and no sentence about it."""
_WITH_IT = re.compile(r"\b(?:bao gom|ke ca|tinh ca|including)\b")
_FIXED_PRICES = re.compile(r"\bgia (?:co dinh|so sanh)\b|\bconstant prices\b")
_COMPANY = re.compile(r"^(?:tong )?cong ty\b|^tap doan\b|^doanh nghiep ?:")
_PLACE = re.compile(r"(?<!\w)(?:tỉnh|thành phố|tp\.?|của|địa bàn|tại)\s+")
_LISTED = re.compile(r"[,;&+/()]|(?<!\w)(?:và|and)(?!\w)|thái bình dương", re.IGNORECASE)
"""Between names of provinces; and the ocean, which is none."""
_CUSTOMS = re.compile(r"(?:^|cục )hải quan (?P<place>(?:tỉnh|thành phố|tp\.?)\s*)?(?=\w)")
_MARKET = re.compile(
    r"(?:(?:xuất khẩu|nhập khẩu|xuất|nhập|xk|nk|hàng hóa|sang|vào|với|từ|thị trường|nước|khối"
    r"|khu vực)\s*:?\s+)+",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"^\W*nhom (?:(?:mat )?hang (?!chu yeu|chinh|xuat khau|nhap khau|va\b|hoa\b)\w"
    r"|(?:nong|lam|thuy san|khoang san|nhien lieu|cong nghiep)\b)"
)
"""Begins a line that says of which group of goods a table is."""
_OF_SHEETS = re.compile(r"(?:trong nuoc|nuoc ngoai|dtnn|ke hoach|kh|du bao|du kien)(?: ?\d{4})?$")
"""Names of sheets of a sector, or of what is no trade of a month."""
_A_MARKET, _A_SECTOR = "market", "sector"
"""What the name of a sheet may name, beside a province."""
_FEW_WORDS = 7
"""Words of a line that is no sentence."""
_A_LINE = 15
"""Words of a line that may say whose trade a table is."""
_PRODUCE = "sản"
"""Ends the name of a group of goods: "nông sản", "lâm sản"."""
_LONGEST = 5
"""Words of the longest name of a province."""


def is_of_part(table: Table) -> bool:
    """Say whether a title speaks of less than a country's trade, or of goods nobody knows."""
    title, plain = table.title, folded(table.title.text)
    if title.flow is Flow.INDUSTRY:
        return False
    if any(one.search(plain) for one in (_PART, _OTHER_MATTER, _FIXED_PRICES)):
        return True
    if partner_said(table) == UNKNOWN or names_several_provinces(title.text):
        return True
    if narrowing_line(table):
        return True
    if not SAYS_MARKETS.search(folded(table.label_heading)):
        return False
    return goods_named(title.text, title.flow) == UNKNOWN


def narrowing_line(table: Table) -> str:
    """A line above a table's columns by which it is of less than its title says; empty for none.

    Or a note beneath it that leaves a sector out.
    """
    way = table.title.flow or Flow.EXPORT
    lines = [line for line in _lines(table) if line != table.title.text]
    one = next((ln for ln in lines if _is_of_one(ln) or _goods_in(ln, way) == UNKNOWN), "")
    one = one or next((ln for ln in table.beneath if _LESS_NOTED.search(folded(ln))), "")
    return one or ("" if has_plan(table) else next(filter(is_of_local_customs, lines), ""))


@lru_cache(maxsize=1024)
def is_of_local_customs(line: str) -> bool:
    """Say whether a line names a province's customs office, which anybody's goods pass.

    Only with a plan beside them are the figures surely those of the province.
    """
    found = _CUSTOMS.search(unicodedata.normalize("NFC", line).casefold())
    if found is None or SIGNED.search(folded(line)):
        return False
    return bool(found["place"]) or _begins_with_province(line, found.end())


def goods_traded(table: Table) -> str:
    """Code of the goods whose trade a table is, by its title or a line above its columns.

    Empty for all, or where none are said.
    """
    return goods_named(table.title.text, table.title.flow) or _goods_above(table)


def _goods_above(table: Table) -> str:
    way = table.title.flow or Flow.EXPORT
    return next(filter(None, (_goods_in(line, way) for line in _lines(table))), "")


@lru_cache(maxsize=1024)
def _goods_in(line: str, way: Flow) -> str:
    if ":" not in line or way not in TRADE or not SAYS_GOODS.search(folded(line)):
        return ""
    name = line.partition(":")[2].strip(" .;")
    code = item_code(name, way)
    return "" if code == TOTAL or _ALL_GOODS.search(folded(name)) else code


def _lines(table: Table) -> Iterator[str]:
    """The lines above a table; a cell that ends with a colon goes on in the next."""
    begun = ""
    for line in table.above:
        if begun:
            yield f"{begun} {line}"
        begun = line if line.rstrip().endswith(":") else ""
        yield line


def names_part(name: str, table: Table) -> bool:
    """Say whether a sheet's name is that of a market, a province or a sector, and its table's not.

    Whose a table is that says so nowhere but in the name of its sheet, nobody can be sure of.
    """
    part = _part_named(name)
    if part is None or table.title.flow not in TRADE:
        return False
    if partner_said(table) or names_province(table.title.text):
        return False
    if part == _A_SECTOR:
        return table.title.ownership is Ownership.ALL
    return part == _A_MARKET or (part != table.province and not has_plan(table))


@lru_cache(maxsize=1024)
def _part_named(name: str) -> str | None:
    """What a sheet's name names: a market, a sector or another matter, or which province."""
    if market_code(name) not in {UNKNOWN, WORLD, HERE}:
        return _A_MARKET
    plain = folded(name)
    if sector_named(plain) is not None or _OF_SHEETS.match(plain):
        return _A_SECTOR
    named = province_named(name)
    return None if named == UNKNOWN else named


def unknown_words(table: Table) -> tuple[str, ...]:
    """The words of a title that nobody understands; not those of goods, whose total waits."""
    title = table.title
    printed = table.title_rows != (0, 0)  # what names a sheet or a file says anything besides
    if title.flow is Flow.INDUSTRY or not printed or not (rest := left_over(title.text)):
        return ()
    if goods_named(title.text, title.flow) != UNKNOWN:
        return rest
    named = words_of_goods(title.flow or Flow.EXPORT)
    words = [word.casefold() for word in rest]
    return tuple(
        said for said, before, word in zip(rest, ("", *words), words, strict=False)
        if not (word in named or (word == _PRODUCE and before in named))
    )  # fmt: skip


def partner_said(table: Table) -> str:
    """Code of the one partner whose trade a table is, by its title or a line above its columns.

    Empty where none is said, ``UNKNOWN`` where nobody can tell which.
    """
    said = partner_named(table.title.text)
    return said or next(filter(None, map(_partner_above, _lines(table))), "")


@lru_cache(maxsize=1024)
def _partner_above(line: str) -> str:
    if ":" not in line or not SAYS_PARTNER.search(folded(line)):
        return _partner_of(line) if line.count(" ") < _FEW_WORDS else ""
    code = market_code(line.partition(":")[2].strip(" .;"))
    return "" if code in {WORLD, HERE} else code


def _partner_of(line: str) -> str:
    """The market of a short line that says no more: "Sang Hoa Kỳ", "(Thị trường Hoa Kỳ)"."""
    text = unicodedata.normalize("NFC", line).strip(" .;()[]-")
    if found := _MARKET.match(text):
        code = market_code(text[found.end() :].strip(" .;()"))
        return "" if code in {UNKNOWN, WORLD, HERE} else code
    return ""


@lru_cache(maxsize=1024)
def _is_of_one(line: str) -> bool:
    """Say whether a line above a table narrows it: to a company's, a sector's, a kind of trade."""
    plain = folded(line)
    if any(one.search(plain) for one in (_COMPANY, _FIXED_PRICES, _KEYED, _LESS, _PLANNED)):
        return not (_KEYED.search(plain) and _ALL_GOODS.search(plain.partition(":")[2].strip()))
    if _GROUP.search(plain) and line.count(" ") < _FEW_WORDS:
        return True
    if _PART.search(plain) and line.count(" ") < _A_LINE and not _WITH_IT.search(plain):
        return True
    if sector_named(plain) is None:
        return False
    return line.count(" ") < (_A_LINE if _SECTOR.match(plain) else _FEW_WORDS)


@lru_cache(maxsize=1024)
def names_province(title: str) -> bool:
    """Say whether a title says of which province it is: "Xuất khẩu của tỉnh Đồng Nai"."""
    text = unicodedata.normalize("NFC", title)
    return any(_begins_with_province(text, f.end()) for f in _PLACE.finditer(text.casefold()))


@lru_cache(maxsize=1024)
def names_several_provinces(title: str) -> bool:
    """Say whether a title names more than one province, whose trade nobody can tell apart."""
    named = {province_in(part) for part in _LISTED.split(unicodedata.normalize("NFC", title))}
    return len(named - {UNKNOWN}) > 1


def _begins_with_province(text: str, start: int) -> bool:
    words = re.findall(r"[^\W_]+", text[start:])[:_LONGEST]
    return any(province_named(" ".join(words[:n])) != UNKNOWN for n in range(len(words), 0, -1))
