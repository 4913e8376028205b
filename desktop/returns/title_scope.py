"""Of which goods, and of what part of a country's trade, a title speaks: "Xuất khẩu gạo".

A total beneath it is that of those goods, and no country's; what a border gate or a company sends
out is no country's either.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache

from desktop.figures.provinces import province_named
from desktop.figures.series import TOTAL, TRADE, UNKNOWN, Flow
from desktop.returns.found_table import Table
from desktop.returns.item_names import item_code
from desktop.returns.labels import Kind, Labels, Subject
from desktop.returns.text import folded

_GOODS = re.compile(
    r"(?<!\w)(?:xuất khẩu|nhập khẩu|xk|nk)\s+(?:(?:các )?(?:mặt hàng|nhóm hàng)\s+)?(?P<goods>.*?)"
    r"\s*(?:(?<!\w)(?:theo|sang|vào|đi|từ|của|ra|đến|tới|tháng|quý|quí|năm|trong|tại|ước|lũy kế"
    r"|luỹ kế|chính|chủ yếu|phân theo|kỳ|nửa|sơ bộ|thực hiện|qua|cả|trên|giai đoạn|đạt|xuất khẩu"
    r"|nhập khẩu)(?!\w)|[-\u2013(:;/.\d]|$)"
)
_IN_ENGLISH = re.compile(
    r"\b(?:exports?|imports?) of (?P<of>[a-z ,]+?)(?= (?:by|to|in|from|for)\b|\s*[,(:;\d-]|$)"
    r"|^(?:table [\w.]+ )?(?P<goods>[a-z ,]+?) (?:exports?|imports?)\b"
)
_ANY_GOODS = re.compile(
    r"^(?:hang hoa|hang$|mat hang|hang nam|hang thang|cac|mot so|nhung|nhom|thi truong|nuoc|doi tac"
    r"|viet nam|ca nuoc|toan|chung|tong|kim ngach|tri gia|va|so lieu|bao cao|tinh|thanh pho|tp|fdi"
    r"|khu vuc|kv|doanh nghiep|dn|lon|nhieu|sp$|tt$|ke hoach|kh|du kien|du bao|chi tieu|muc tieu"
    r"|binh quan|co|dat|tang|giam|so voi|so sanh|truc tiep|dau|cuoi|moi|tieu bieu|hien|sang|vung"
    r"|cua|trong|ngoai|phan|chia|va/|hoac|khong|ke|bao gom|thuc te|uy thac)(?!\w)"
)
"""Begins what is no name of goods."""
_PART = re.compile(
    r"(?<!ke ca )(?<!gom )(?<!tinh ca )\b(?:cua khau|khu (?:cong nghiep|che xuat|kinh te)|the gioi"
    r"|tam nhap|tai xuat|gia cong|bien mau|chuyen khau|cong ty|tap doan)\b"
    r"|\bworld (?:exports?|imports?)\b"
)
_MARKETS = re.compile(r"\b(?:thi truong|nuoc|quoc gia|doi tac|countr|market|partner)")
_PLACE = re.compile(r"(?<!\w)(?:tỉnh|thành phố|tp\.?|của|địa bàn|tại)\s+")
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
        if not name or _ANY_GOODS.search(folded(name)):
            continue
        if (code := item_code(name, way)) != UNKNOWN:
            return "" if code == TOTAL else code
        unknown = UNKNOWN
    for found in _IN_ENGLISH.finditer(text):
        code = item_code((found["of"] or found["goods"]).strip(" ,"), way)
        if code not in {UNKNOWN, TOTAL}:
            return code
    return unknown


def is_of_part(table: Table) -> bool:
    """Say whether a title speaks of less than a country's trade, or of goods nobody knows."""
    title = table.title
    if _PART.search(folded(title.text)):
        return True
    if not _MARKETS.search(folded(table.label_heading)):
        return False
    return goods_named(title.text, title.flow) == UNKNOWN


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
