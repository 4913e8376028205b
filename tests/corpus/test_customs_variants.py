"""The customs' tables in other shapes and editions still give the same figures, and no others."""

from pathlib import Path

import pytest

from tests.corpus import customs, metamorphic
from tests.corpus.books import load

SAMPLES = Path(__file__).resolve().parents[2] / "sample_data"


@pytest.fixture(scope="module")
def books():
    return [load(path) for path in customs.samples()]


@pytest.mark.parametrize("variant", customs.VARIANTS, ids=lambda v: v.__name__)
def test_a_changed_customs_table_gives_the_same_figures(books, variant):
    found = metamorphic.outcome(variant, books)
    assert found.right == found.wanted > 0
    assert not found.failed


@pytest.mark.slow
@pytest.mark.parametrize("variant", customs.VARIANTS, ids=lambda v: v.__name__)
def test_a_changed_large_table_gives_the_same_figures(variant):
    paths = [*SAMPLES.glob("customs/2025-T06T-5*.xlsx"), *SAMPLES.glob("half_months/*.xlsx")]
    found = metamorphic.outcome(variant, map(load, paths))
    assert found.right == found.wanted
    assert not found.failed
