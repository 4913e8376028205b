"""Of which goods, and of what part of a country's trade, a title speaks: "Xuất khẩu gạo".

A total beneath it is that of those goods, and no country's; what a border gate or a company sends
out is no country's either.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import cache, lru_cache

from desktop.figures.catalogue import items
from desktop.figures.provinces import province_named
from desktop.figures.series import TOTAL, TRADE, UNKNOWN, WORLD, Flow
from desktop.returns.found_table import Table
from desktop.returns.heading_texts import SAYS_PARTNER
from desktop.returns.item_names import item_code, market_code
from desktop.returns.labels import Kind, Labels, Subject, sector_named
from desktop.returns.one_partner import partner_named
from desktop.returns.text import folded
from desktop.returns.word_evidence import are_of_headings

_GOODS = re.compile(
    r"(?<!\w)(?:xuất khẩu|nhập khẩu|xk|nk)\s+"
    r"(?:(?:các )?(?:mặt hàng|nhóm hàng|ngành(?: hàng)?)\s+)?(?P<goods>.*?)"
    r"\s*(?:(?<!\w)(?:theo|sang|vào|đi|từ|của|ra|đến|tới|tháng|quý|quí|năm|trong|tại|ước|lũy kế"
    r"|luỹ kế|chính|chủ yếu|phân theo|kỳ|nửa|sơ bộ|thực hiện|qua|cả|trên|giai đoạn|đạt|xuất khẩu"
    r"|nhập khẩu)(?!\w)|[-\u2013(:;/.\d]|$)"
)
_IN_ENGLISH = re.compile(
    r"\b(?:exports?|imports?) of (?P<of>[a-z ,]+?)(?= (?:by|to|in|from|for)\b|\s*[,(:;\d-]|$)"
    r"|^(?:table [\w.]+ )?(?P<goods>[a-z ,]+?) (?:exports?|imports?)\b"
)
_ANY_GOODS = re.compile(
    r"^(?:hàng hóa|hàng hoá|hàng$|mặt hàng|hàng năm|hàng tháng|các|một số|những|nhóm|thị trường"
    r"|nước(?! mắm)|đối tác|việt nam|cả nước|toàn|chung|tổng|kim ngạch|trị giá|giá trị|và|số liệu"
    r"|báo cáo|tỉnh|thành phố|tp|fdi|khu vực|kv|doanh nghiệp|dn|lớn|nhiều|sp$|tt$|kế hoạch|kh"
    r"|dự kiến|dự báo|chỉ tiêu|mục tiêu|bình quân|có|tăng|giảm|so với|so sánh|trực tiếp|đầu|cuối"
    r"|mỗi|tiêu biểu|hiện|vùng|ngoài|chia|hoặc|không|kể|bao gồm|thực tế|ủy thác|uỷ thác)(?!\w)"
)
"""Begins what is no name of goods."""
_PART = re.compile(
    r"(?<!ke ca )(?<!gom )(?<!tinh ca )\b(?:cua khau|khu (?:cong nghiep|che xuat|kinh te)|the gioi"
    r"|tam nhap|tai xuat|gia cong|bien mau|chuyen khau|cong ty|tap doan|c/o|thuong mai dien tu"
    r"|duong (?:bien|bo|sat|hang khong)|mien (?:bac|trung|nam)|vung (?!lanh tho)|huyen|thi xa"
    r"|khong (?:ke|tinh|bao gom) dau tho)\b|\bworld (?:exports?|imports?)\b"
)
"""Less than a country's trade, or that of all countries."""
_OTHER_MATTER = re.compile(
    r"\bthue (?:xuat|nhap|xnk)|\b(?:thu|so) thue\b|\bso (?:luong )?(?:doanh nghiep|dn|to khai)\b"
    r"|\btoc do (?:tang|phat trien)|\bbinh quan\b|\bgia (?:co dinh|so sanh)\b|\bconstant prices\b"
    r"|\b(?:xuat khau lao dong|phan mem)\b"
)
"""Nothing that values and quantities of a month's goods are."""
_FIXED_PRICES = re.compile(r"\bgia (?:co dinh|so sanh)\b|\bconstant prices\b")
_COMPANY = re.compile(r"^(?:tong )?cong ty\b|^tap doan\b|^doanh nghiep ?:")
_MARKETS = re.compile(r"\b(?:thi truong|nuoc|quoc gia|doi tac|countr|market|partner)")
_WORD = re.compile(r"[^\W\d_]+")
_GROUPS = frozenset(["nông", "lâm", "khoáng", "nhiên", "cá", "tôm", "trái", "thép", "nhựa"])
_PLACE = re.compile(r"(?<!\w)(?:tỉnh|thành phố|tp\.?|của|địa bàn|tại)\s+")
_FEW_WORDS = 7
"""Words of a line that is no sentence."""
_LONGEST = 5
"""Words of the longest name of a province."""


@lru_cache(maxsize=1024)
def goods_named(title: str, flow: Flow | None) -> str:
    """Code of the goods whose trade a title announces; empty for none, or for all.

    ``UNKNOWN`` where it names some that nobody knows, as far as Vietnamese words tell.
    """
    text = unicodedata.normalize("NFC", title).casefold()
    way = flow or Flow.EXPORT
    if way not in TRADE:
        return ""
    unknown = ""
    for found in _GOODS.finditer(text):
        name = found["goods"].strip(" ,")
        if not name or _ANY_GOODS.search(name):
            continue
        if (code := item_code(name, way)) != UNKNOWN:
            return "" if code == TOTAL else code
        if not _words_of_goods(way).isdisjoint(_WORD.findall(name)):
            unknown = UNKNOWN
    for found in _IN_ENGLISH.finditer(text):
        code = item_code((found["of"] or found["goods"]).strip(" ,"), way)
        if code not in {UNKNOWN, TOTAL}:
            return code
    return unknown


@cache
def _words_of_goods(flow: Flow) -> frozenset[str]:
    """The words with marks that names of goods are made of: a slip ("thág") is none of them."""
    names = (spelling.casefold() for spelling, _ in items(flow).spellings)
    return frozenset(
        word for name in names for word in _WORD.findall(name)
        if not (word.isascii() or are_of_headings(word))
    ) | _GROUPS  # fmt: skip


def is_of_part(table: Table) -> bool:
    """Say whether a title speaks of less than a country's trade, or of goods nobody knows."""
    title, plain = table.title, folded(table.title.text)
    if title.flow is Flow.INDUSTRY:
        return False
    if _PART.search(plain) or _OTHER_MATTER.search(plain) or partner_said(table) == UNKNOWN:
        return True
    if any(_is_of_one(line) for line in table.above if line != title.text):
        return True
    if not _MARKETS.search(folded(table.label_heading)):
        return False
    return goods_named(title.text, title.flow) == UNKNOWN


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


class OfGoods:
    """Labels of a table of one kind of goods: what is of all goods elsewhere is of these.

    Where nobody knows them, it waits for them.
    """

    def __init__(self, labels: Labels, item: str) -> None:
        self._labels = labels
        self._item = item

    def knows(self, label: str) -> bool:
        """Say whether the label is known, whatever stands above it."""
        return self._labels.knows(label)

    def read(self, label: str, *, has_figures: bool) -> Subject:
        """Read the next row's label; call it once per row, from the top."""
        subject = self._labels.read(label, has_figures=has_figures)
        if subject.item != TOTAL:
            return subject
        if self._item == UNKNOWN:
            return replace(subject, kind=Kind.WAITING, above=label)
        return replace(subject, item=self._item)
