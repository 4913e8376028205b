"""What a title says of its pages is no part of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.returns import table


@given(st.from_regex(table._PAGE))
def test_no_page_is_told_without_a_sign(text):
    assert table._OF_PAGES.search(text)


@pytest.mark.parametrize(
    "printed",
    ["Xuất khẩu (tiếp theo)", "Xuất khẩu TIẾP", " Xuất khẩu (Cont.):", "Xuất khẩu ", "Xuất khẩu"],
)
def test_a_title_is_the_same_on_every_page(printed):
    assert table._without_page(printed) == "Xuất khẩu"
