"""Headings in short: what they are short for, and what nobody may take for one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.figures.month import Month
from desktop.returns import headings, read_return, short_forms
from desktop.returns.headings import Compared
from tests.returns.made import put_rows

NOW = Month(2021, 8)
MONTH, TO_DATE = "month 2021-08..2021-08", "cumulative 2021-01..2021-08"


def meant(text):
    period = headings.read(text).resolved(NOW)
    return f"{period.basis} {period.start}..{period.end}" if period else ""


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        *((t, MONTH) for t in ("T8/2021", "T8/21", "T.08 2021", "Ước TH T8/2021", "2021M08",
                               "08/2021", "TH 8/2021 Trị giá (USD)", "Tháng 8/21",
                               "08-2021", "08.2021",
                               "2021.08", "2021/08", "Th.8/2021", "Th8/2021", "T8.21", "T8-21",
                               "tháng 8-21", "08.2021 Trị giá (USD)", "Est. 8/2021",
                               "Prel. 08/2021 Value")),
        *((t, TO_DATE) for t in ("8T/2021", "8 T/2021", "8T2021", "8T năm 2021", "Lũy kế 8T",
                                 "8T đầu năm 2021", "LK 8T/21", "T1-T8/2021", "T1-8/2021",
                                 "Tháng 1-8/2021", "8M 2021", "8M2021", "8 mos. 2021",
                                 "8 th/2021", "Cộng dồn 8 th. năm 2021")),
        *((t, MONTH) for t in ("Năm 2021 08-2021 Lượng (Tấn)", "2021 08/2021 Xuất khẩu")),
        *((t, MONTH) for t in ("08/2021 (USD million)", "08.2021 Exports", "08/2021 Quantity (t)",
                               "2021-08 Value (USD)", "202108", "202108 Exports", "M8 2021",
                               "Aug 21", "Aug. 21 Exports (USD million)",
                               "Exports by commodity, 08/2021", "Exports (2021-08)")),
        *((t, TO_DATE) for t in ("01-08/2021", "1-8/2021 (USD million)", "Jan-Aug 21",
                                 "Jan to Aug 21 Exports")),
        *((t, "quarter 2021-07..2021-09") for t in ("3Q 2021", "3Q21", "Q3'21", "Q3 21", "Q3/21",
                                                    "2021Q3")),
        ("Kỳ báo cáo: 8/ 2021", MONTH),
        ("1H 2021", "cumulative 2021-01..2021-06"),
        *((t, MONTH) for t in ("Tháng 8 năm 21", "Ước tính tháng 8 năm '21", "tháng VIII năm 2021",
                               "Tháng VIII/2021", "Aug-21", "Aug. '21", "2021-08 Xuất khẩu",
                               "08/2021 Nhập khẩu")),
        ("Tháng Năm Xuất khẩu", "month 2021-05..2021-05"),
        ("Năm 2020 Trị giá (1000 USD)", "year 2020-01..2020-12"),
        ("As of August 2021", TO_DATE), ("8 tháng năm 21", TO_DATE),
        ("Ước tính năm 21 Lượng", "year_forecast 2021-01..2021-12"),
        *((t, "") for t in ("T8", "8T", "Ước T8", "t4/t3", "utt3", "10T/12T", "3m",
                            "Biểu số 12/2021/TT-BTC", "Xe tải 10t trở lên", "13/2021",
                            "Th.8", "2010/11", "08-21", "13.2021", "T8-12", "8.20",
                            "Tháng Xyz năm 2021", "5 năm 20", "15/08/2021", "200811",
                            "202113", "Circular 08/2021/TT", "M8", "3-8/2021")),
    ],
)  # fmt: skip
def test_short_forms(text, meaning):
    assert meant(text) == meaning


FORMS = pytest.mark.parametrize("form", [form for form, _ in short_forms._FORMS])


@FORMS
@settings(max_examples=4)
@given(data=st.data())
def test_no_short_form_stands_without_a_sign(form, data):
    assert short_forms._SIGN.search(data.draw(st.from_regex(form)))


@pytest.mark.slow
@FORMS
@settings(max_examples=200)
@given(data=st.data())
def test_none_of_many_short_forms_stands_without_a_sign(form, data):
    assert short_forms._SIGN.search(data.draw(st.from_regex(form)))


@pytest.mark.parametrize(
    ("text", "compared"),
    [*((t, Compared.LAST_YEAR) for t in ("SVCK", "SVCK (%)", "Tăng/giảm SVCK", "s/v cùng kỳ",
                                         "T8/2021 SV T8/2020")),
     ("SV tháng trước", Compared.PERIOD_BEFORE), ("T8/2021 sv T7/2021", Compared.PERIOD_BEFORE),
     ("SVKH (%)", Compared.PLAN), ("Số vụ", None),
     ("8T/21 so 8T/20 (%)", Compared.LAST_YEAR), ("8T2021/8T2020 (%)", Compared.LAST_YEAR),
     ("T8/21 so với T7/21", Compared.PERIOD_BEFORE), ("Tốc độ tăng", Compared.UNKNOWN),
     ("T8/2021 bằng % T8/2020", Compared.LAST_YEAR), ("Value y/y (%)", Compared.LAST_YEAR),
     ("8 tháng năm 2021 bằng (%) kế hoạch năm", Compared.PLAN),
     ("Năm 2021 so với năm 20 (%)", Compared.LAST_YEAR),
     ("Tháng VIII/2021 so với tháng VII/2021", Compared.PERIOD_BEFORE),
     ("8T/2021 tăng giảm (tr. USD)", Compared.UNKNOWN), ("Growth rate", Compared.UNKNOWN)],
)  # fmt: skip
def test_what_is_compared(text, compared):
    assert headings.read(text).compared is compared


def test_a_comparison_alone_is_with_what_stands_before_it(workbook):
    heads = (None, "Tháng 8/2021", "So với tháng 8/2020", "So với T7/2021 (%)", "8T/2021",
             "Tăng trưởng", "Tăng so cùng kỳ (triệu USD)")  # fmt: skip

    rows = (heads, [None, *["Trị giá"] * 6], ("Gạo", 30, 103, 101, 240, 4, 9))

    def fill(sheet):
        sheet["A1"], sheet["C2"] = "Xuất khẩu hàng hóa", "Triệu USD"
        put_rows(sheet, rows, first=3)

    (seen,) = (s for s in read_return(workbook({"XK": fill})).sheets if s.title)
    assert [(c.letter, c.why) for c in seen.columns] == [
        ("B", ""), ("C", "check_only"), ("D", "compared_period_before"), ("E", ""),
        ("F", "compared_unknown"), ("G", "compared_unknown"),
    ]  # fmt: skip
