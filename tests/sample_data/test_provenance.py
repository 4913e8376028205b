"""No number is invented: each is a published figure, or a named sum or difference of some."""

from __future__ import annotations

import csv
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from sample_data.build import main
from sample_data.builder.facts import FACTS, Sourced
from sample_data.builder.grid import printed

pytestmark = pytest.mark.slow

SHARED = Path(__file__).parents[2].parent / "shared" / "facts"
RULES = {"as published", "unit changed", "100 + growth", "sum", "difference"}

COPIES = {
    "gso_figures_by_release.csv": "gso_figures_by_release_2024_2025.csv",
    "nso_item_monthly.csv": "nso_item_monthly_2024_2025.csv",
    "vn_exports_monthly.csv": "vn_exports_monthly.csv",
    "vn_imports_monthly.csv": "vn_imports_monthly.csv",
    "vn_export_groups_monthly.csv": "vn_export_groups_monthly.csv",
}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_every_fact_stands_in_its_file_at_its_line(numbers):
    files = {path.relative_to(FACTS).as_posix(): rows(path) for path in FACTS.rglob("*.csv")}
    for number in numbers:
        for _, fact in number.figure.terms:
            assert Decimal(files[fact.file][fact.line - 2][fact.column]) == fact.amount


def test_every_number_that_is_not_from_a_fact_is_a_year_or_a_running_number(books):
    bare = [
        (book.path, at, cell.content)
        for book in books
        for sheet in book.sheets
        for at, cell in sheet.cells.items()
        if isinstance(cell.content, int)
    ]
    for path, (row, column), content in bare:
        is_year = row == 5 and content in {2023, 2024}
        is_running_number = "5" in path and column == 0
        assert is_year or is_running_number, (path, row, column, content)


def test_rules_are_few_and_differences_are_only_where_the_readme_names_them(numbers):
    assert {number.figure.rule for number in numbers} == RULES
    different = {number.book for number in numbers if number.figure.rule == "difference"}
    from_march = {f"gso/{name}" for name in ("03-Bieu-T3.2025.xlsx", "02.-Bieu-T4.2025.xlsx")}
    from_march |= {f"gso/{name}" for name in ("02-So-lieu-T5.2025.xlsx", "02-Bieu-T6.2025.xlsx")}
    assert different == from_march | {
        "next/02-Bieu-T7.2025.xlsx",
        "customs/2024-T03T-5X(VN-SB).xlsx",
        "history/XNK-theo-thang-2014-2024.xlsx",
    }


def test_books_to_february_2025_print_each_published_figure_once_and_nothing_else(numbers):
    facts = rows(FACTS / "gso_figures_by_release.csv")
    counted = Counter(
        fact.line
        for number in numbers
        for _, fact in number.figure.terms
        if fact.file == "gso_figures_by_release.csv"
    )
    assert counted == Counter(range(2, len(facts) + 2))


def test_what_stands_in_a_cell_is_what_its_facts_add_up_to(books):
    for book in books:
        for sheet in book.sheets:
            for cell in sheet.cells.values():
                if isinstance(cell.content, Sourced):
                    shown = printed(cell)
                    if isinstance(shown, str):
                        shown = int(shown.replace(".", ""))
                    assert shown == pytest.approx(float(cell.content.amount), rel=1e-15)


@pytest.mark.slow
def test_the_list_of_sources_names_a_cell_and_its_lines(tmp_path, capsys):
    main([str(tmp_path), "--sources", str(tmp_path / "sources.csv")])
    assert "02-Bieu-T6.2025.xlsx" in capsys.readouterr().out
    listed = rows(tmp_path / "sources.csv")
    (june,) = [
        line
        for line in listed
        if (line["book"], line["sheet"], line["cell"])
        == ("gso/02-Bieu-T6.2025.xlsx", "23.XK tháng", "J9")
    ]
    assert june["value"] == "219830"
    assert june["sources"].startswith("+ published_figures.csv:")


@pytest.mark.skipif(not SHARED.exists(), reason="the collection of facts is not at hand")
@pytest.mark.parametrize(("copy", "original"), COPIES.items())
def test_facts_are_copied_line_by_line(copy, original):
    known = {tuple(line.items()) for line in rows(SHARED / original)}
    assert {tuple(line.items()) for line in rows(FACTS / copy)} <= known


@pytest.mark.skipif(not SHARED.exists(), reason="the collection of facts is not at hand")
def test_customs_facts_are_copied_line_by_line():
    known: dict[str, list[tuple[str, ...]]] = {}
    for line in rows(SHARED / "customs_partner_item.csv"):
        year, month, flow, *rest = line.values()
        known.setdefault(f"{year}-{int(month):02d}-{flow}.csv", []).append(tuple(rest))
    for path in (FACTS / "customs").iterdir():
        assert [tuple(line.values()) for line in rows(path)] == known[path.name]


@pytest.mark.skipif(not SHARED.exists(), reason="the collection of facts is not at hand")
def test_quoted_figures_stand_in_the_collection_with_their_address():
    columns = ("year", "month", "flow", "value_musd", "yoy_pct", "source_url")
    known = {
        (x["kind"], *(x[column] for column in columns))
        for x in rows(SHARED / "published_figures.csv")
    }
    for x in rows(FACTS / "published_figures.csv"):
        kind = "ytd" if x["basis"] == "cumulative" else x["basis"]
        assert (kind, *(x[column] for column in columns)) in known
