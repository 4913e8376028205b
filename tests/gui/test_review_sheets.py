"""A sheet that holds two tables is one sheet in the review."""

from __future__ import annotations

from desktop.figures.reading import ColumnSeen, Region, RegionKind, SheetSeen
from desktop.gui.review.drawing import by_sheet

LABEL, VALUE, OUT = RegionKind.LABEL, RegionKind.VALUE, RegionKind.LEFT_OUT
EXPORTS = SheetSeen(
    "Biểu 1", "Xuất khẩu", used=True, flow="export", rows=3,
    columns=(ColumnSeen("B", "Tháng 7", "value", used=True),),
    regions=(Region(LABEL, "A4:A6"), Region(VALUE, "B4:B6"), Region(OUT, "D4:E6", "no_heading"),
             Region(OUT, "A9:B9", "note")),
)  # fmt: skip
IMPORTS = SheetSeen(
    "Biểu 1", "Nhập khẩu", used=True, flow="import", rows=3,
    columns=(ColumnSeen("E", "Tháng 7", "value", used=True),),
    regions=(Region(OUT, "A4:B6", "numbering"), Region(LABEL, "D4:D6"), Region(VALUE, "E4:E6"),
             Region(OUT, "E5", "no_unit")),
)  # fmt: skip
OTHER = SheetSeen("Biểu 2", "Giá", used=False, why="no_trade_title")


def test_sheets_stand_in_their_order_each_once():
    assert [s.name for s in by_sheet((EXPORTS, OTHER, IMPORTS))] == ["Biểu 1", "Biểu 2"]
    assert by_sheet((EXPORTS, OTHER)) == [EXPORTS, OTHER]


def test_what_one_table_leaves_out_is_coloured_as_the_other_reads_it():
    (both,) = by_sheet((EXPORTS, IMPORTS))
    assert (both.title, both.rows) == ("Xuất khẩu · Nhập khẩu", 6)
    assert [c.letter for c in both.columns] == ["B", "E"]
    left_out = [r.area for r in both.regions if r.kind is OUT]
    assert left_out == ["A9:B9", "E5"]
    assert {r.area for r in both.regions if r.kind is VALUE} == {"B4:B6", "E4:E6"}


def test_a_table_that_is_used_speaks_for_the_sheet():
    unused = SheetSeen("Biểu 1", "Giá", used=False, why="no_figures")
    (both,) = by_sheet((unused, IMPORTS))
    assert (both.used, both.flow, both.why) == (True, "import", "")
