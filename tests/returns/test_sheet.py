"""A sheet's rows by what stands in them: numbers, texts, both."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.returns.grid import Fault, Grid
from desktop.returns.sheet import Sheet, Strip
from desktop.returns.text import decoded

VALUES = st.one_of(st.floats(0, 9), st.sampled_from(["Gạo", "XuÊt khÈu", " "]), st.just(True),
                   st.just(Fault("#REF!")))  # fmt: skip
CELLS = st.lists(st.tuples(st.integers(1, 6), VALUES, st.integers(0, 1)), max_size=6)
ROWS = st.dictionaries(st.integers(1, 9), CELLS, max_size=6)


def grid(rows):
    flat = {number: [part for cell in cells for part in cell] for number, cells in rows.items()}
    return Grid("Biểu 1", rows=flat, fonts=("Arial", ".VnTime"))


@given(ROWS)
def test_a_row_has_its_cells_and_of_one_that_stands_twice_the_last(rows):
    made = grid(rows)
    sheet = Sheet(made)
    for number, cells in rows.items():
        assert list(made.cells_of(number)) == cells
        last = {column: (value, style) for column, value, style in cells}
        meant = {
            column: decoded(value, made.fonts[style]) if isinstance(value, str) else value
            for column, (value, style) in last.items()
        }
        assert sheet.row(number) == {c: value for c, value in meant.items() if value != ""}
        texts = sorted((c, text) for c, text in meant.items() if isinstance(text, str) and text)
        assert list(sheet.texts(number)) == texts


@given(ROWS)
def test_rows_are_told_apart_by_their_numbers_and_texts(rows):
    sheet = Sheet(grid({n: list({c[0]: c for c in cells}.values()) for n, cells in rows.items()}))
    for looked_at in (sheet, Strip(sheet, 1, 3)):
        for number in looked_at.numbers:
            kinds = [*map(type, looked_at.grid.rows[number][1::3])]
            if looked_at is not sheet:
                kinds = [type(value) for value in looked_at.row(number).values()]
            numbers, texts = kinds.count(float), kinds.count(str)
            assert looked_at.has_numbers(number) is (numbers > 0)
            assert looked_at.has_one_number(number) is (numbers == 1)
            assert (number in looked_at.wordy) is (numbers == 0)
            assert (number in looked_at.worded) is (numbers <= texts or numbers == 0)
            assert looked_at.has_as_many_texts(number) is (0 < numbers <= texts)


@given(ROWS, st.integers(0, 10), st.integers(0, 10))
def test_the_rows_between_two_are_those_beneath_the_one_and_above_the_other(rows, above, beneath):
    sheet = Sheet(grid(rows))
    assert sheet.between(above, beneath) == [n for n in sheet.numbers if above < n < beneath]
