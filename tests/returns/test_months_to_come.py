"""What is only expected of a month to come is none of its figures, and is told."""

from __future__ import annotations

import pytest

from tests.returns import forms
from tests.returns.forms import figures

TITLE = "XUẤT KHẨU HÀNG HÓA THÁNG 3 NĂM 2025"
HEADS = [
    ("Thực hiện tháng 3/2025", "month", "2025-03"),
    ("Lũy kế 3 tháng/2025", "cumulative", "2025-01..2025-03"),
]


@pytest.mark.parametrize("head", ["Dự kiến tháng 4/2025", "Dự báo tháng 4/2025"])
def test_a_month_that_is_expected_is_told_and_left_out(tmp_path, head):
    form = forms.periods([*HEADS, (head, "month", "2025-04")], TITLE)
    form.known(lambda k: k._replace(status="actual") if k.months != "2025-04" else k.number)
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert sorted(figures(reading)) == sorted(form.expected())
    assert [f.cell for f in reading.findings if f.code == "column_unread"] == ["E5"]


def test_the_month_that_the_title_names_may_be_called_expected(tmp_path):
    heads = [
        ("Thực hiện 2 tháng/2025", "cumulative", "2025-01..2025-02"),
        ("Dự kiến tháng 3/2025", "month", "2025-03"),
        ("Dự kiến 3 tháng/2025", "cumulative", "2025-01..2025-03"),
    ]
    form = forms.periods(heads, TITLE)
    form.known(lambda k: k._replace(status="actual") if k.months.endswith("02") else k)
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert sorted(figures(reading)) == sorted(form.expected())


def test_a_year_that_is_expected_is_kept_as_that(tmp_path):
    form = forms.periods([*HEADS, ("Dự kiến năm 2025", "year_forecast", "2025-01..2025-12")])
    form.known(lambda k: k._replace(status="actual") if k.basis != "year_forecast" else k)
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert sorted(figures(reading)) == sorted(form.expected())
