"""Which spellings name the same goods, and which never may: each diacritic is another thing."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.figures.names import name_key
from desktop.returns.item_names import written_out
from desktop.returns.text import decoded
from tests.returns.made import TCVN3, VNI

SAME = """
Thuỷ sản|Thủy sản; Hoá chất|Hóa chất; Giầy dép|Giày dép; Lúa mì|Lúa mỳ; Mĩ phẩm|Mỹ phẩm; Quí|Quý
Hàng hoá khác|Hàng hóa khác; Khí đốt hoá lỏng|Khí đốt hóa lỏng; Thuỷ tinh|Thủy tinh; Đá quí|Đá quý
SP hoá chất|Sản phẩm hóa chất; Điện tử, máy tính và LK|Điện tử, máy tính và linh kiện; Xoà|Xòa
Máy móc TB, DCPT|Máy móc thiết bị, dụng cụ phụ tùng; Gỗ và SP gỗ|Gỗ và sản phẩm gỗ; Kĩ|Kỹ; Uỷ|Ủy
Thức ăn gia súc và NPL|Thức ăn gia súc và nguyên phụ liệu; Điện thoại và LK|Điện thoại, LK
Sản phẩm từ cao su|Sản phẩm cao su; Hàng dệt, may|Hàng dệt may; Nguyên PL dệt|Nguyên phụ liệu dệt
Đá quý, KL quý|Đá quý, kim loại quý; Thủ công MN|Thủ công mỹ nghệ; Hoà|Hòa; Loá|Lóa; Khoẻ|Khỏe
PTVT và PT|Phương tiện vận tải và phụ tùng; XĂNG DẦU|Xăng dầu; Ðiều|Điều; Sắt  thép|Sắt, thép
Kim lọai khác và các SP|Kim loại khác và sản phẩm
"""
APART = """
Dưa|Dứa; Dưa|Dừa; Dứa|Dừa; Da|Đá; Da|Đa; Cà|Cá; Ca|Cà; Chè|Chế; Che|Chè; Chế|Chê; Sắn|Sàn; Sắn|Săn
Gỗ|Gò; Gạo|Gáo; Gạo|Gào; Bông|Bóng; Bông|Bỏng; Vải|Vai; Vải|Vại; Giấy|Giày; Giày|Giáy; Sữa|Sứa
Sữa|Sửa; Than|Thân; Than|Thản; Ngô|Ngó; Ngô|Ngỗ; Chì|Chỉ; Đường|Đương; Dường|Đường; Muối|Muỗi
Mây|Máy; Mây|Mấy; Tơ|Tờ; Sợi|Sói; Hạt|Hát; Tiêu|Tiều; Điều|Diều; Điều|Điếu; Lạc|Lác; Cói|Cối
Thép|Thếp; Tôm|Tom; Cua|Của; Cau|Câu; Chuối|Chuỗi; Quế|Que; Hồi|Hội; Rượu|Rươu; Bò|Bơ; Bò|Bố
Dầu|Dâu; Dầu|Đầu; Đậu|Dầu; Vàng|Váng; Bạc|Bậc; Mực|Mục; Nhựa|Nhứa; Kẹo|Kéo; Bánh|Banh; Xe|Xê
"""


def pairs(table):
    return [tuple(p.strip().split("|")) for p in table.replace("\n", ";").split(";") if p.strip()]


def test_the_tables_are_long_enough():
    assert len(pairs(SAME)) + len(pairs(APART)) >= 60


@pytest.mark.parametrize(("one", "other"), pairs(SAME))
def test_spellings_of_the_same_goods_are_merged(one, other):
    assert written_out(one) == written_out(other)


@pytest.mark.parametrize(("one", "other"), pairs(APART))
def test_other_goods_are_never_merged(one, other):
    for form in ("NFC", "NFD"):
        for case in (str.lower, str.upper):
            first, second = (unicodedata.normalize(form, case(n)) for n in (one, other))
            assert name_key(first) != name_key(second)
            assert written_out(first) != written_out(second)


@given(
    st.sampled_from([name for pair in pairs(SAME) + pairs(APART) for name in pair]),
    st.sampled_from(["NFC", "NFD"]),
    st.sampled_from([str.lower, str.upper, str.title]),
)
def test_neither_composition_nor_case_is_another_name(name, form, case):
    assert name_key(unicodedata.normalize(form, case(name))) == name_key(name)


@given(st.sampled_from([name for pair in pairs(APART) for name in pair]), st.booleans())
def test_a_name_survives_the_old_codes(name, in_vni):
    letters, font = (VNI, "VNI-Times") if in_vni else (TCVN3, ".VnTime")
    written = "".join(letters.get(letter, letter) for letter in f"Sản phẩm {name.lower()}")
    assert name_key(decoded(written, font)) == name_key(f"Sản phẩm {name}")
