"""Text that looks right in two codes, headings in other words, names over two rows."""

import pytest

from desktop.figures.series import Flow, Ownership
from desktop.returns.headings import read
from desktop.returns.item_names import item_code
from desktop.returns.labels import SectorLabels
from desktop.returns.text import decoded
from desktop.returns.units import units


@pytest.mark.parametrize(
    ("printed", "font", "meant"),
    [
        ("6 tháng", ".VnTime", "6 tháng"),
        ("Quý I", ".VnTime", "Quý I"),
        ("Tháng 5 so víi cùng kỳ", "Arial", "Tháng 5 so với cùng kỳ"),
        ("Ngh×n tÊn", "Arial", "Nghìn tấn"),
        ("tÊn", "Arial", "tấn"),
        ("Nghìn mét", "Arial", "Nghìn mét"),
        ("Hàng tái xuất", "Arial", "Hàng tái xuất"),
        ("Hạt điều\u00b9", "Arial", "Hạt điều\u00b9"),
        ("Hàng hoá khác \u207d\u00b9\u207e", "Arial", "Hàng hoá khác \u207d\u00b9\u207e"),
        ("G¹o", "Arial", "Gạo"),
        ("ChØ sè tiªu thô vµ tån kho", ".VnTime", "Chỉ số tiêu thụ và tồn kho"),
        ("S¶n phÈm tê", ".VnTime", "Sản phẩm tờ"),
        ("H¹t ®iÒu \u207d\u00b9\u207e", ".VnTime", "Hạt điều \u207d\u00b9\u207e"),
        ("Khu vực kinh\u00adtế", "Arial", "Khu vực kinhtế"),
    ],
)
def test_words_say_how_a_text_is_coded(printed, font, meant):
    assert decoded(printed, font) == meant


@pytest.mark.parametrize(
    ("text", "span", "number", "year"),
    [
        ("8T/2012", "to_date", 8, 2012),
        ("Ước TH T6/2024", "month", 6, 2024),
        ("QIII/2012", "quarter", 3, 2012),
        ("Ước tính tháng12 năm2001", "month", 12, 2001),
        ("Cộng dồn cả năm", "year", 0, None),
        ("Performance of 9 moths 2020", "to_date", 9, 2020),
        ("Estimate Febuary 2019", "month", 2, 2019),
        ("Perfomance Setember 2020", "month", 9, 2020),
        ("Sơ bộ 2024", "year", 0, 2024),
    ],
)
def test_headings_in_other_words(text, span, number, year):
    heading = read(text)
    assert (heading.span.value, heading.number, heading.year) == (span, number, year)


@pytest.mark.parametrize(
    "text", ["Ước tính thxxg 5 năm 2020", "I/2001", "Estimate Avgust 2020", "of 2020"]
)
def test_a_word_not_understood_beside_a_year_makes_no_whole_year(text):
    assert read(text).span.value == "none"


def test_two_periods_and_a_stroke_are_growth():
    assert read("9 tháng 2001/9 tháng 2000 (%)").compared.value == "last_year"
    assert read("Tháng 1/2015 so với tháng 12 năm trước (%)").compared.value == "period_before"


@pytest.mark.parametrize(
    "note",
    ["Nghìn tấn; Tr.USD", "1000 tấn; Triệu đôla Mỹ", "1000 tons, mn USD", "Nghìn tấn, triệu USD"],
)
def test_unit_notes_spelt_otherwise(note):
    assert (units(note).money, units(note).weight) == (1_000_000, 1_000)


@pytest.mark.parametrize("label", ["a. Cao su", "+ A. Cao su", "3) Cao su", "• Cao su"])
def test_an_enumeration_before_a_name_is_passed_over(label):
    assert item_code(label, Flow.EXPORT) == "RUBBER"


def test_a_name_begun_in_the_row_above_stays_within_its_sector():
    labels = SectorLabels(Flow.EXPORT, Ownership.ALL)
    labels.read("Khu vực có vốn đầu tư NN", has_figures=True)
    labels.read("- Hàng", has_figures=False)
    row = labels.read("- Hàng hoá khác", has_figures=True)
    assert (row.item, row.ownership) == ("OTHER", Ownership.FDI)
