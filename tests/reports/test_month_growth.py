"""The month's sentence quotes the growth that its return printed, as the office's own text does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.reports.prose.both_flows import imports_month_sentence, trade_month_sentence
from desktop.reports.prose.trade import month_sentence


@pytest.fixture
def printing(june):
    """June as its return would have printed the growth of the month, of either flow."""

    def printed(exports=None, imports=None):
        def of(progress, growth):
            months = list(progress.months)
            months[5] = replace(months[5], growth_printed=growth)
            return replace(progress, months=tuple(months))

        return replace(june, exports=of(june.exports, exports), imports=of(june.imports, imports))

    return printed


def plain(text):
    return text.replace("\u00a0", " ")


def test_the_month_s_sentence_quotes_the_printed_growth(printing, vi):
    told = plain(month_sentence(printing(exports=0.163), vi))
    assert told.startswith(
        "Tháng 6, kim ngạch xuất khẩu hàng hóa đạt 39,49 tỷ USD, giảm 0,2% so với tháng trước "
        "và tăng 16,3% so với cùng kỳ năm trước"
    )
    assert "tăng 20,2% so với cùng kỳ" in plain(imports_month_sentence(printing(imports=0.202), vi))


def test_both_flows_together_do_not_contradict_what_is_quoted_of_each(printing, vi):
    told = plain(trade_month_sentence(printing(exports=0.163, imports=0.202), vi))
    assert told == (
        "Tháng 6, tổng kim ngạch xuất, nhập khẩu hàng hóa đạt 76,15 tỷ USD, giảm 3,2% so với "
        "tháng trước, trong đó xuất khẩu tăng 16,3%; nhập khẩu tăng 20,2% so với cùng kỳ năm trước."
    )


def test_where_what_is_printed_is_ours_the_sum_has_its_growth(printing, june, vi):
    own = printing(june.exports.months[5].growth, june.imports.months[5].growth)
    assert plain(trade_month_sentence(own, vi)) == plain(trade_month_sentence(june, vi))
    assert "tăng 15,9% so với cùng kỳ năm trước" in plain(trade_month_sentence(own, vi))
