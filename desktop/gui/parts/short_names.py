"""Names in tight places: as the offices shorten them, before any is cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

_OFFICES = (
    ("Hong Kong (China)", "HK (China)"), ("United Arab Emirates", "UAE"),
    ("Các Tiểu vương quốc Ả Rập Thống nhất", "UAE"),
    ("Congo, Dem. Rep.", "DR Congo"),
    ("Emerging markets in ", "Emerging: "), ("Thị trường mới nổi ở ", "Mới nổi, "),
    ("Sữa và sản phẩm sữa", "Sữa, SP sữa"), ("Dầu mỡ động thực vật", "Dầu mỡ ĐTV"),
    ("Chế phẩm thực phẩm", "Thực phẩm"), ("Thuốc trừ sâu và nguyên liệu", "Thuốc trừ sâu"),
    ("Sản phẩm khác từ dầu mỏ", "SP dầu mỏ khác"), ("từ kim loại thường khác", "kim loại khác"),
    ("Hàng điện gia dụng và linh kiện", "Điện gia dụng"), ("Phế liệu sắt thép", "Phế liệu thép"),
    ("vận tải khác và phụ tùng", "vận tải khác"), ("Quế và hoa quế", "Quế, hoa quế"),
    ("Xe máy và linh kiện, phụ tùng", "Xe máy, phụ tùng"),
    ("Milk and dairy products", "Dairy"), ("Animal and vegetable fats and oils", "Fats and oils"),
    ("Other edible preparations", "Other foods"), ("Liquefied petroleum gas", "LPG"),
    ("Insecticides and materials", "Insecticides"), ("Iron and steel scrap", "Steel scrap"),
    ("Products made from other basic metals", "Metal products"),
    ("Domestic electrical appliances and components", "Appliances"),
    ("Other means of transport and components", "Other vehicles"),
    ("Motorcycles and parts", "Motorcycles"), ("Pharmaceutical", "Pharma"), ("petroleum", "oil"),
    ("Sản phẩm", "SP"), ("sản phẩm", "SP"), ("Nguyên phụ liệu", "NPL"), ("Phụ liệu", "PL"),
    ("Phương tiện", "PT"), ("Thức ăn", "TĂ"), ("Nội thất khác gỗ", "Nội thất khác"),
    ("Hàng hóa khác", "Hàng khác"),
    ("products", "prod."), ("materials", "inputs"), ("Technical", "Tech."), (" and ", " & "),
    ("Automobile", "Auto"), ("automobiles", "autos"), ("Chemical", "Chem."),
    ("Khí đốt", "Khí"), ("dược phẩm", "dược"), (" inputs", ""), (" khác", ""),
)  # fmt: skip
"""Words and what the offices write for them in a narrow column."""
_LETTERS = re.compile(r".+ \(([A-Z]{4,}|VN-[^()]+)\)")
"""An agreement behind its partner: "Hồng Kông (AHKFTA)"."""


@lru_cache(maxsize=1024)
def shortened(name: str) -> tuple[str, ...]:
    """Give a name as it is, then shorter: "Sản phẩm sắt thép" as "SP sắt thép".

    So the offices write it; an agreement by its letters; then what stands before a comma.
    """
    return tuple(dict.fromkeys(_shorter(name)))


def _shorter(name: str) -> Iterator[str]:
    yield name
    if agreement := _LETTERS.fullmatch(name):
        yield agreement[1]
        return
    short = name
    for words, letters in _OFFICES:
        short = short.replace(words, letters)
        yield short
    yield short.rsplit(",", 1)[0]
    yield short.split(",", 1)[0]


def fitting(name: str, room: int, metrics: QFontMetrics) -> str:
    """Write as much of a name as there is room for, at last its beginning."""
    for one in shortened(name):
        if metrics.horizontalAdvance(one) <= room:
            return one
    return metrics.elidedText(shortened(name)[-1], Qt.TextElideMode.ElideRight, room)
