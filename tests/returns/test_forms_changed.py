"""Forms with known figures, changed in one thing at a time as offices change them: all are read.

Nothing else may be read of them, and nothing is asked.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.returns import forms
from tests.returns.forms import Form, Known, figures, weighed_in

UNIT = "Đơn vị tính: triệu USD"
Change = Callable[[Form], None]


def unchanged(_: Form) -> None:
    """The form as it is."""


def unit_at(row: int, column: int, text: str) -> Change:
    """Say the unit elsewhere; the row -1 is the one beneath the table."""

    def change(form: Form) -> None:
        forms.replaced(form, UNIT, None)
        form.put(form.last[0] + 1 if row < 0 else row, column, text)

    return change


def unit_in_a_last_column(form: Form) -> None:
    forms.replaced(form, UNIT, None)
    last, right = form.last
    form.column(4, right + 1, "ĐVT", *["Triệu USD"] * (last - 4))


def letterhead(*lines: str) -> Change:
    """Lines of the office above the title, and of who signs beneath the table."""

    def change(form: Form) -> None:
        form.cells = {(row + len(lines), c): value for (row, c), value in form.cells.items()}
        form.merged = [(t + len(lines), x, b + len(lines), y) for t, x, b, y in form.merged]
        form.column(1, 1, *lines)
        form.column(form.last[0] + 2, 1, *lines)

    return change


def others(form: Form) -> None:
    """The last market of each kind of goods is all others."""
    for at, value in form.cells.items():
        form.cells[at] = "Thị trường khác" if value == "Đức" else value
    form.known(lambda known: known._replace(market=known.market.replace("DE", "OTHER")))


def typed(form: Form) -> None:
    """Numbers are typed as texts, with dots between thousands."""
    for at, value in form.cells.items():
        if isinstance(value, Known):
            text = f"{value.number:,.1f}".translate(str.maketrans(",.", ".,"))
            form.cells[at] = value._replace(printed=text)


def one_kind(form: Form) -> None:
    """Only the first kind of goods, its numbers typed as texts."""
    form.cells = {at: value for at, value in form.cells.items() if at[0] < 9}
    typed(form)


def total_above(form: Form) -> None:
    """All goods, with their markets, above the first kind."""
    form.move(lambda row, column: (row + 2 if row > 4 else row, column))
    form.column(5, 2, "Tổng số", "Hoa Kỳ")
    form.column(5, 3, forms.money(9000, "TOTAL"), forms.money(3000, "TOTAL", "US"))


def in_groups(*, everywhere: bool) -> Change:
    """Groups of goods in a column left of the names, merged over theirs or in every row."""

    def change(form: Form) -> None:
        form.move(lambda row, column: (row, column + (row > 3 and column > 1)))
        form.put(4, 2, "Nhóm hàng")
        for top, bottom, group in ((6, 9, "Nông, thủy sản"), (10, 12, "Công nghiệp chế biến")):
            if everywhere:
                form.column(top, 2, *[group] * (bottom - top + 1))
            else:
                form.put(top, 2, group)
                form.merged.append((top, 2, bottom, 2))
        form.cells[5, 2] = form.cells.pop((5, 3))  # the total stands in it

    return change


CASES: dict[str, tuple[Callable[[], Form], Change]] = {
    "values": (forms.values, unchanged),
    "unit in the corner": (forms.values, unit_at(4, 2, "Mặt hàng (triệu USD)")),
    "unit in a note": (forms.values, unit_at(-1, 2, "Ghi chú: Đơn vị tính: triệu USD")),
    "unit in a note beside": (forms.values, unit_at(-1, 1, "Trị giá tính theo triệu USD")),
    "unit behind the month": (forms.values, unit_at(2, 1, "Tháng 3/2025 - Đơn vị: triệu USD")),
    "unit beside the month": (forms.values, unit_at(2, 1, "(Tháng 3/2025, triệu USD)")),
    "unit in a last column": (forms.values, unit_in_a_last_column),
    "in groups": (forms.values, in_groups(everywhere=False)),
    "in groups, each row": (forms.values, in_groups(everywhere=True)),
    "of an office of trade": (forms.values, letterhead("BỘ CÔNG THƯƠNG", "CỤC XUẤT NHẬP KHẨU")),
    "of a division of trade": (forms.weighed, letterhead("SỞ CÔNG THƯƠNG", "Phòng Xuất nhập khẩu")),
    "of an exporters' union": (
        forms.goods_above, letterhead("HIỆP HỘI CHẾ BIẾN VÀ XUẤT KHẨU THỦY SẢN VIỆT NAM"),
    ),
    "goods and partners in capitals": (forms.partners, unchanged),
    "weighed": (forms.weighed, unchanged),
    "kilograms": (forms.weighed, weighed_in("Kg", "0.001")),
    "some in kilograms": (forms.weighed, weighed_in("kg", "0.001", ["CASHEW"])),
    "some in quintals": (forms.weighed, weighed_in("tạ", "0.1", ["CASHEW", "RICE"])),
    "some in thousand tonnes": (forms.weighed, weighed_in("nghìn tấn", "1000", ["RICE"])),
    "goods above": (forms.goods_above, unchanged),
    "goods above in capitals": (lambda: forms.goods_above(capitals=True), unchanged),
    "goods above, headed as goods": (lambda: forms.goods_above(head="Mặt hàng"), unchanged),
    "goods above other markets": (forms.goods_above, others),
    "goods above, in texts": (forms.goods_above, typed),
    "one kind of goods above, in texts": (lambda: forms.goods_above(head="Mặt hàng"), one_kind),
    "unit in a footnote": (forms.values, unit_at(-1, 2, "(*) Trị giá tính bằng triệu USD")),
    "goods above, and their total": (forms.goods_above, total_above),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_every_figure_is_read(tmp_path, case):
    make, change = CASES[case]
    form = make()
    change(form)
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert sorted(figures(reading)) == sorted(form.expected())
    assert [question for question in reading.questions if question.needed] == []


@pytest.mark.parametrize("again", [(), (4,), (1, 4)], ids=["rows", "heads", "title"])
@pytest.mark.parametrize(
    ("make", "last"),
    [
        (forms.values, 8), (forms.weighed, 7), (forms.partners, 14), (forms.goods_above, 14),
        (forms.goods_above, 6), (lambda: forms.goods_above(head="Mặt hàng"), 11),
    ],
)  # fmt: skip
def test_a_table_that_goes_on_upon_the_next_sheet_is_read_whole(tmp_path, make, last, again):
    if make is forms.weighed and again:  # its heads fill two rows
        again = (*again[:-1], 3, 4)
    pages = forms.divided(make(), last, again=again)
    reading = forms.read(tmp_path / "bc.xlsx", *pages)
    expected = [line for page in pages for line in page.expected()]
    assert sorted(figures(reading)) == sorted(expected)
    assert [question for question in reading.questions if question.needed] == []


def test_the_next_sheet_may_only_say_that_the_table_goes_on(tmp_path):
    first, second = forms.divided(forms.values(), 8)
    second.move(lambda row, column: (row + 1, column))
    second.put(1, 1, "(Tiếp theo)")
    reading = forms.read(tmp_path / "bc.xlsx", first, second)
    assert sorted(figures(reading)) == sorted([*first.expected(), *second.expected()])


def test_markets_beneath_a_name_that_nobody_knows_wait_for_it(tmp_path):
    form = forms.goods_above()
    forms.replaced(form, "Gạo", "Hàng lạ lùng")
    reading = forms.read(tmp_path / "bc.xlsx", form)
    form.known(lambda known: "left out" if known.item == "RICE" else known)
    assert sorted(figures(reading)) == sorted(form.expected())
    assert [question.about for question in reading.questions] == ["Hàng lạ lùng"]
    told = [f.code for f in reading.findings if f.code == "beneath_unknown_name"]
    assert len(told) == len(forms.MARKETS)


def test_a_total_beneath_the_signatures_is_told(tmp_path):
    form = forms.values()
    whole = [form.cells.pop((5, column)) for column in (2, 3, 4, 5)]
    last = form.last[0]
    form.column(last + 1, 1, "Nguồn: Cục Hải quan", None, "GIÁM ĐỐC")
    form.put(last + 4, 2, *whole)
    reading = forms.read(tmp_path / "bc.xlsx", form)
    assert [(f.code, f.cell) for f in reading.findings if f.code == "rows_unread"] == [
        ("rows_unread", f"B{last + 4}")
    ]


def test_a_known_figure_that_is_read_otherwise_is_seen(tmp_path):
    """The forms would tell a wrong reading from a right one."""
    form = forms.values()
    reading = forms.read(tmp_path / "bc.xlsx", form)
    form.known(lambda known: known._replace(item="RICE"))
    assert isinstance(form.cells[5, 4], Known)
    assert sorted(figures(reading)) != sorted(form.expected())
