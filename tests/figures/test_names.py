"""Names that are the same name, and names that must never be merged."""

import itertools

import pytest

from desktop.figures.catalogue import items, markets
from desktop.figures.names import folded_key, name_key
from desktop.figures.series import UNKNOWN, Flow

SAME = [
    ("Thuỷ sản", "Thủy sản"),
    ("Hoá chất", "Hóa chất"),
    ("HOA KỲ", "Hoa Kỳ"),
    ("Hàng dệt, may", "Hàng  dệt may "),
    ("Ðức", "Đức"),
    ("Cà phê", "Ca\u0300 phe\u0302"),
    ("Thuỷ tinh", "THỦY TINH"),
    ("hoá", "hóa"),
    ("Hoà Bình", "Hòa Bình"),
    ("Giầy khoẻ", "Giầy khỏe"),
    ("Tuỳ", "Tùy"),
    ("Quý", "QUÝ"),
    ("Xơ, sợi dệt các loại", "Xơ sợi dệt các loại"),
    ("In-đô-nê-xi-a", "In đô nê xi a"),
    ("Ô tô(*)", "Ô tô"),
]
DIFFERENT = [
    "Dưa", "Dứa", "Dừa", "Da", "Đá", "Cà", "Cá", "Than", "Thận", "Mây", "Máy", "May", "Mỳ", "Mỹ",
    "Muối", "Mười", "Muỗi", "Sắn", "Săn", "Chè", "Che", "Lạc", "Lác", "Bông", "Bóng", "Đường",
    "Dương", "Gốm", "Gồm", "Gỗ", "Gô", "Thuỷ", "Thủ", "Hoá", "Hoa", "Hòa",
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_name_share_a_key(one, other):
    assert name_key(one) == name_key(other)


def test_diacritics_keep_goods_apart():
    shared = {(a, b) for a, b in itertools.combinations(DIFFERENT, 2) if name_key(a) == name_key(b)}
    assert not shared


def test_folding_is_for_suggestions():
    assert folded_key("Đá quý") == folded_key("da quy")


@pytest.mark.parametrize(
    ("flow", "label", "code"),
    [
        (Flow.EXPORT, "Hàng thủy sản", "SEAFOOD"),
        (Flow.EXPORT, "Thuỷ sản ", "SEAFOOD"),
        (Flow.EXPORT, "Máy vi tính, sản phẩm điện tử và linh kiện", "ELEC"),
        (Flow.EXPORT, "Hàng hóa khác", "OTHER"),
        (Flow.IMPORT, "Ô tô nguyên chiếc các loại (*)", "CARS"),
        (Flow.EXPORT, "Đất hiếm", UNKNOWN),
    ],
)
def test_items_by_printed_label(flow, label, code):
    assert items(flow).code(label) == code


@pytest.mark.parametrize(
    ("label", "code"), [("HOA KỲ", "US"), ("Mỹ ", "US"), ("EU", "EU27"), ("TỔNG CỘNG", "WORLD")]
)
def test_markets_by_printed_label(label, code):
    assert markets().code(label) == code


@pytest.mark.parametrize("flow", list(Flow))
def test_every_item_has_a_name_in_both_languages(flow):
    for name in items(flow):
        assert name.vi
        assert name.en


def test_an_item_that_is_only_bought_has_its_name_where_another_country_sells_it():
    assert "WHEAT" not in items(Flow.EXPORT)
    assert items(Flow.EXPORT).name("WHEAT", "vi") == items(Flow.IMPORT).name("WHEAT", "vi")
    assert items(Flow.EXPORT).name("WHEAT", "vi") == "Lúa mỳ"
    assert items(Flow.EXPORT).code("Lúa mỳ") == UNKNOWN
    assert items(Flow.EXPORT).name("NOSUCH", "vi") == "NOSUCH"
