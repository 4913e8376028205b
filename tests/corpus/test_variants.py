"""Real books in other shapes, words and letters still give the same figures, and nothing else."""

import pytest

from desktop.returns.container import Opened
from tests.corpus import metamorphic
from tests.corpus.books import Given, load
from tests.corpus.product import workbooks

FEW = ("2006-05", "2011-07", "2020-09", "2024-12")
"""One book in TCVN3, one with its months in words, one in English, one of a December."""
QUICK = {
    "sheets_renamed", "spaced", "headings_divided", "error_cells", "headings_abbreviated",
    "all_english", "months_+1", "tcvn3_without_font", "unicode_in_old_font", "mixed_codes",
    "footnote_marks", "wrapped_labels", "other_units", "growth_of_one", "last_year_hidden",
    "measures_unsaid_unmerged", "measures_unsaid_over_values",
}  # fmt: skip


def books(shared, names):
    return [p for p in workbooks(shared / "returns" / "gso") if p.name.startswith(names)]


@pytest.fixture(scope="module")
def few(shared):
    return [load(path) for path in books(shared, FEW)]


@pytest.mark.parametrize(
    "variant", [v for v in metamorphic.VARIANTS if v.__name__ in QUICK], ids=lambda v: v.__name__
)
def test_a_changed_book_gives_the_same_figures(few, variant):
    found = metamorphic.outcome(variant, few)
    assert found.right == found.wanted > 0
    assert not found.failed


def test_a_run_that_reads_nothing_is_not_perfect(tmp_path):
    assert metamorphic.main(["--folder", str(tmp_path)]) == 1


@pytest.mark.slow
def test_every_real_book_changed_in_every_way_gives_the_same_figures(shared):
    assert metamorphic.main(["--folder", str(shared / "returns" / "gso")]) == 0


def test_a_changed_book_answers_all_that_a_file_does():
    asked = {name for name in vars(Opened) if not name.startswith("_")}
    assert asked <= vars(Given).keys()
