"""The workbooks in the repository are the ones the script builds, and an office opens them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from sample_data.build import HERE
from sample_data.builder.grid import write

MEGABYTE = 2**20


def parts(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as workbook:
        return {name: workbook.read(name) for name in workbook.namelist() if name[:3] == "xl/"}


@pytest.mark.slow
def test_a_rebuild_gives_the_committed_contents(books, tmp_path):
    for book in books:
        built = write(book, tmp_path)
        assert parts(built) == parts(HERE / book.path), f"{book.path}: run sample_data/build.py"


def test_no_workbook_lies_there_that_the_script_does_not_build(books):
    assert {str(path.relative_to(HERE).as_posix()) for path in HERE.rglob("*.xlsx")} == {
        book.path for book in books
    }


def test_every_month_has_its_three_returns(books):
    folders = [book.path.split("/")[0] for book in books]
    assert folders.count("gso") == 18
    assert folders.count("customs") == 36
    assert folders.count("history") == 1
    assert folders.count("next") == 3


def test_all_of_it_stays_small():
    assert sum(path.stat().st_size for path in HERE.rglob("*.xlsx")) < 4 * MEGABYTE
    assert max(path.stat().st_size for path in HERE.rglob("*.csv")) < MEGABYTE / 2


def test_headings_are_merged_and_the_year_is_a_number_where_it_stands_alone():
    sheet = openpyxl.load_workbook(HERE / "gso/02-Bieu-T01.2025.xlsx")["14. XK tháng"]
    assert sheet["A1"].value == "14. Hàng hóa xuất khẩu"
    assert [sheet[cell].value for cell in ("C4", "C5", "C6")] == ["Sơ bộ", "năm", 2024]
    assert [sheet[cell].value for cell in ("F4", "F5", "F6")] == ["Sơ bộ", "tháng 01", "năm 2025"]
    assert {"C4:D4", "C5:D5", "C6:D6", "F4:G4"} <= {str(area) for area in sheet.merged_cells}
    assert sheet["J3"].value == "Nghìn tấn; Triệu USD"
    assert all(sheet.cell(row, 5).value is None for row in range(1, sheet.max_row + 1))


def test_crude_oil_stands_twice_and_cars_are_counted_in_pieces():
    book = openpyxl.load_workbook(HERE / "gso/2.Bieu-T9.2024.xlsx")
    exports = [cell.value for cell in book["23.XK tháng"]["B"]]
    assert exports.count("Dầu thô") == 2
    imports = [cell.value for cell in book["25.NK tháng"]["B"]]
    assert imports[-1] == "(*)Chiếc, triệu USD"
    assert "Trong đó: Nguyên chiếc(*)" in [str(text).strip() for text in imports]


def test_two_customs_tables_write_their_numbers_as_text():
    sheet = openpyxl.load_workbook(HERE / "customs/2024-T07T-5X(VN-SB).xlsx").active
    assert sheet is not None
    assert sheet["E8"].value == "47.173.970"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_a_book_and_shows_its_total(tmp_path):
    shutil.copy(HERE / "gso/02-Bieu-T6.2025.xlsx", tmp_path / "book.xlsx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    utf8_with_commas = "csv:Text - txt - csv (StarCalc):44,34,76"
    order = ["soffice", profile, "--headless", "--convert-to", utf8_with_commas, "book.xlsx"]
    subprocess.run(order, check=True, capture_output=True, timeout=120, cwd=tmp_path)
    text = (tmp_path / "book.csv").read_text(encoding="utf-8")
    assert "TỔNG TRỊ GIÁ,,,39703,,,39490,,,219830" in text
