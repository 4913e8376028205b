"""Indices of industry, half-months and provinces stand beside the trade: no overview heeds them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest

from desktop.figures.places import sample
from desktop.figures.wording import language
from desktop.workflow import Office

RECIPES = Path(__file__).parents[1] / "returns" / "recipes"
JUNE = "02-Bieu-T6.2025.xlsx"
INDUSTRY = "02.Bieu-T12.2024-cong-nghiep.xlsx"


def with_industry(path: Path) -> Path:
    """Save June's book with the two sheets of industry before its own, under the same name."""
    book = openpyxl.load_workbook(sample("gso", JUNE))
    for source in openpyxl.load_workbook(sample("industry", INDUSTRY)):
        sheet = book.create_sheet(source.title, 0)
        for row in source.iter_rows():
            for cell in row:
                sheet[cell.coordinate] = cell.value
        for area in source.merged_cells.ranges:
            sheet.merge_cells(str(area))
    book.save(path)
    return path


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """Give a function: import files into a fresh archive; what office and overview then say."""
    folder = tmp_path_factory.mktemp("beside")

    def tell(number: int, *paths: Path):
        clock = lambda: datetime(2025, 8, 1, tzinfo=UTC)  # noqa: E731 - the one line of a clock
        with Office(folder / f"{number}.sqlite3", clock=clock, user="tester") as office:
            previews = office.preview(paths)
            office.accept(previews)
            overview = office.overview()
            said = office.sentences(overview, language("vi")) if overview else ()
            return previews, overview, said, office.choices().months

    half = RECIPES / "customs_1x" / "2025-T06K1-1X(VN-SB).xlsx"
    others = (
        half,
        RECIPES / "customs_019t" / "some-provinces-english.xlsx",
        sample("half_months", "2024-T09K1-1X(VN-SB).xlsx"),
    )
    alone = tell(0, sample("gso", JUNE))
    return alone, tell(1, with_industry(folder / JUNE), *others)


def test_industry_half_months_and_provinces_change_no_overview_and_offer_no_month(told):
    alone, beside = told
    assert alone[1:] == beside[1:]


def test_a_book_is_read_alike_with_and_without_its_industry_sheets(told):
    (without,), previews = told[0][0], told[1][0]
    read = without.reading
    (more,) = (p.reading for p in previews if p.path.name == JUNE)
    assert (more.layout, more.sender, more.month) == (read.layout, read.sender, read.month)
    assert (more.reported_on, more.date_origin) == (read.reported_on, read.date_origin)
    assert [row for row in more.rows if row.flow != "industry"] == list(read.rows)
    assert more.findings == read.findings
    of_industry = [check for check in more.checks if check.code.startswith("index_")]
    assert of_industry
    assert [check for check in more.checks if check not in of_industry] == list(read.checks)
    assert len(more.rows) - len(read.rows) == 183
