"""Tables of the terminal: whole numbers and dates in a narrow one, names as they are written."""

import re
import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.box import SIMPLE_HEAD
from rich.console import Console

from desktop.cli.tables import Table, shared
from desktop.figures.places import sample

JUNE = sample("gso", "02-Bieu-T6.2025.xlsx")
SIZES = st.lists(
    st.tuples(*[st.integers(1, 60)] * 3).map(lambda s: tuple(sorted(s, reverse=True))), max_size=9
)


def drawn(table, width):
    """The lines of a table in a terminal of a width."""
    console = Console(width=width)
    with console.capture() as said:
        console.print(table)
    return said.get().splitlines()


@given(SIZES, st.integers(0, 300))
def test_a_line_is_shared_so_that_most_stays_whole(sizes, room):
    widths = shared(sizes, room)
    wide, texts, least = (sum(level) for level in zip(*sizes, strict=True)) if sizes else (0, 0, 0)
    assert len(widths) == len(sizes)
    assert sum(widths) == min(wide, max(room, len(sizes)))
    if room >= texts:
        assert all(width >= size[1] for width, size in zip(widths, sizes, strict=True))
    elif room >= least:
        assert all(width >= size[2] for width, size in zip(widths, sizes, strict=True))


@pytest.mark.parametrize("width", [40, 60, 80])
def test_a_long_name_goes_on_beneath_before_a_date_or_a_number_does(width):
    table = Table(box=SIMPLE_HEAD)
    for heading in ("Return", "Published on the day", "Figures that count"):
        table.add_column(heading)
    table.add_row("a-very-long-name-of-a-file-" * 3 + ".xlsx", "29/01/2024", "1.234.567,8")
    lines = drawn(table, width)
    assert max(map(len, lines)) <= width
    assert any("29/01/2024" in line and "1.234.567,8" in line for line in lines)


@pytest.mark.parametrize("width", [24, 40, 80])
def test_an_amount_is_never_cut_off(width):
    table = Table(box=SIMPLE_HEAD)
    table.add_column("Figure")
    table.add_column("Value", justify="right", no_wrap=True)
    table.add_row("Balance of all goods with everybody in the world", "−3,211,445,000,000 $")
    assert re.sub(r"[^−$\d,]", "", "".join(drawn(table, width))) == "−3,211,445,000,000$"


def test_returns_are_listed_with_whole_dates_in_a_terminal_of_80(command, tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    path = tmp_path / "Bieu thang 6 [final] ban gui lanh dao.xlsx"
    shutil.copy(JUNE, path)
    archive = tmp_path / "a.sqlite3"
    assert command("import", path, archive=archive)[0] == 0
    for language in ("vi", "en"):
        status, out, _ = command("returns", archive=archive, language=language)
        assert status == 0
        assert "[final]" in out
        assert re.search(r"\b0?6/07/2025\b|\b6 Jul 2025\b", out)
        assert max(map(len, out.splitlines())) <= 80
