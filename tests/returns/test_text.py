"""Text as it was meant: legacy encodings, composition, blanks; and names that must not merge."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.figures.catalogue import items
from desktop.figures.series import TRADE, UNKNOWN, Flow
from desktop.returns.item_names import item_code, written_out
from desktop.returns.text import decoded, folded
from tests.returns.made import TCVN3, VNI


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("XuÊt khÈu hµng ho¸", "Xuất khẩu hàng hoá"),
        ("L\xadîng", "Lượng"),
        ("TrÞ gi¸", "Trị giá"),
        ("th¸ng Mười hai n¨m 2011", "tháng Mười hai năm 2011"),
        (
            "NhËp khÈu th¸ng 02 vµ 2 th¸ng đầu n¨m 2009",
            "Nhập khẩu tháng 02 và 2 tháng đầu năm 2009",
        ),
        ("2 th¸ng đầu n¨m so víi cïng kú", "2 tháng đầu năm so với cùng kỳ"),
        ("HAØNG HOÙA XUAÁT KHAÅU", "HÀNG HÓA XUẤT KHẨU"),
        ("Nguyeân phuï lieäu deät, may, da, giaøy", "Nguyên phụ liệu dệt, may, da, giày"),
        ("Ñoà chôi treû em", "Đồ chơi trẻ em"),
        ("Öôùc tính", "Ước tính"),
        ("Chæ soá", "Chỉ số"),
        ("Oâ toâ", "Ô tô"),
        ("thaùng Mười hai naêm 2011", "tháng Mười hai năm 2011"),
        ("Thuû s¶n", "Thuỷ sản"),
        ("Hoá chất, hoà bình", "Hoá chất, hoà bình"),
        ("Hoá", "Hoá"),
        ("Côte d'Ivoire", "Côte d'Ivoire"),
        ("Cà phê", "Cà phê"),
        ("Rau quả", "Rau quả"),
        ("Hồ tiêu, chè", "Hồ tiêu, chè"),
        ("Value", "Value"),
        ("Ca\u0300  phe\u0302\u00a0 ", "Cà phê"),
    ],
)
def test_what_is_printed_and_what_is_meant(printed, meant):
    assert decoded(printed) == meant


def test_a_legacy_font_is_evidence_enough():
    assert decoded("ChÌ", ".VnTime") == "Chè"
    assert decoded("Cheø", "VNI-Times") == "Chè"
    assert decoded("Thuû ñoâ", "VNI-Times") == "Thủ đô"
    assert decoded("Thuû lîi", ".VnTime") == "Thuỷ lợi"


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("GiÊy", "Giấy"), ("Hãa chÊt", "Hóa chất"), ("Trung Quèc", "Trung Quốc"),
        ("Trung Quoác", "Trung Quốc"), ("Goã", "Gỗ"), ("Muû cao su", "Mủ cao su"),
        ("Than ®¸", "Than đá"),
    ],
)  # fmt: skip
def test_a_known_name_is_told_without_a_font(printed, meant):
    assert decoded(printed) == meant


@pytest.mark.parametrize("font", ["Arial", ".VnTime", "VNI-Times"])
@pytest.mark.parametrize("name", ["Phân bón", "Xe máy", "Pháp", "Ô tô", "Côngô", "Türkiye"])
def test_a_known_name_is_right_as_it_stands(name, font):
    assert decoded(name, font) == name


@pytest.mark.parametrize(
    "printed",
    [
        "th¸ng Mười hai naêm 2011", "thaùng Möôøi hai n¨m 2011", "tháng M\xadêi hai naêm 2011",
        "thaùng Mười hai năm 2011", "thaùng Mười hai n¨m 2011",
    ],
)  # fmt: skip
@pytest.mark.parametrize("font", ["", ".VnTime", "VNI-Times"])
def test_both_old_codes_and_modern_letters_stand_in_one_cell(printed, font):
    assert decoded(printed, font) == "tháng Mười hai năm 2011"


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Nguyeân phô liÖu dÖt may", "Nguyên phụ liệu dệt may"),
        ("Đieän thoaïi các loại", "Điện thoại các loại"),
        ("Khu vöïc kinh tÕ trong nước", "Khu vực kinh tế trong nước"),
        ("Cộng doàn 6 thaùng ñaàu năm", "Cộng dồn 6 tháng đầu năm"),
        ("Khu vực cã vèn ®Çu t\xad nước ngoài", "Khu vực có vốn đầu tư nước ngoài"),
        ("ThuÕ nhËp khÈu", "Thuế nhập khẩu"),
    ],
)
def test_what_one_code_leaves_no_syllable_is_read_in_the_other(printed, meant):
    assert decoded(printed) == meant


@pytest.mark.parametrize("font", ["Times New Roman", ".VnTime", "VNI-Times"])
def test_a_legacy_font_does_not_ruin_modern_text(font):
    assert decoded("Cà phê", font) == "Cà phê"
    assert decoded("Hạt điều", font) == "Hạt điều"


@given(st.sampled_from([s for f in TRADE for s, _ in items(f).spellings]))
def test_every_name_of_the_catalogue_survives_the_old_code(name):
    name = unicodedata.normalize("NFC", " ".join(name.split()))
    old = "".join(TCVN3.get(letter, letter) for letter in name)
    assert decoded(old, ".VnTime").lower() == name.lower()
    assert decoded(name) == name
    vni_text = "".join(VNI.get(letter, letter) for letter in name)
    assert decoded(vni_text, "VNI-Times") == name


@given(st.text(max_size=40))
def test_decoding_settles(text):
    assert decoded(decoded(text)) == decoded(decoded(decoded(text)))
    assert folded(folded(text)) == folded(text)


@given(st.text(st.characters(max_codepoint=0x1EFF), max_size=30))
def test_letters_with_marks_are_folded_as_their_parts_are(text):
    assert folded(unicodedata.normalize("NFC", text)) == folded(unicodedata.normalize("NFD", text))


def test_every_vietnamese_letter_is_folded():
    assert folded("ĂÂÊÔƠƯĐăâêôơưđ ỨỬỶỵẪậ Ðð") == "aaeooudaaeooud uuyyaa dd"


@pytest.mark.parametrize(
    ("label", "flow", "code"),
    [
        ("SP từ sắt thép", Flow.EXPORT, "STEELPROD"),
        ("Đá quý và KL quý và SP", Flow.EXPORT, "GEMS"),
        ("Máy móc TB, DCPT", Flow.IMPORT, "MACHINERY"),
        ("Điện thoại và LK", Flow.IMPORT, "PHONES"),
        ("A. Tổng trị giá", Flow.EXPORT, "TOTAL"),
        ("GRAND TOTAL", Flow.EXPORT, "TOTAL"),
        ("Total export value", Flow.EXPORT, "TOTAL"),
        ("Hàng hạt điều", Flow.EXPORT, "CASHEW"),
        ("Thủy tinh và cácSP từ thủy tinh", Flow.EXPORT, "GLASS"),
        ("Wood & products", Flow.EXPORT, "WOOD"),
        ("Giầy dép các loại", Flow.EXPORT, "FOOTWEAR"),
        ("Trong đó: Phôi thép", Flow.IMPORT, "BILLETS"),
    ],
)
def test_shortened_names(label, flow, code):
    assert item_code(label, flow) == code


@pytest.mark.parametrize("label", ["Cà phe", "Dứa", "Dừa", "Dưa", "Đá", "Sữa", "Khác"])
def test_names_that_are_not_other_goods(label):
    assert item_code(label, Flow.EXPORT) == UNKNOWN


def test_writing_a_name_out_merges_no_two_items():
    for flow in Flow:
        codes = {}
        for spelling, code in items(flow).spellings:
            codes.setdefault(written_out(spelling), set()).add(code)
        shared = {key for key, found in codes.items() if len(found) > 1}
        assert shared <= {"crudeoil", "others", "dâuthồ"}


@pytest.mark.parametrize(
    "text",
    ["Value (£)", "£ million", "£m", "Exports, £bn", "£000s", "100 million ¥", "(¥ billion)"],
)
def test_a_currency_s_sign_in_a_text_without_other_marks_is_no_letter(text):
    assert decoded(text) == text


@pytest.mark.parametrize(
    ("raw", "font", "text"),
    [
        ("£-cu-a-®o", "", "Ê-cu-a-đo"),
        ("TR£N", "", "TRÊN"),
        ("¥ng", "", "Ơng"),
        ("£m", ".VnTime", "Êm"),
        ("£m ¸i", "", "Êm ái"),
    ],
)
def test_the_same_sign_within_a_word_or_in_an_old_font_is_its_letter(raw, font, text):
    assert decoded(raw, font) == text
