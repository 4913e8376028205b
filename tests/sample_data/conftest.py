"""The sample workbooks, built once for all tests of this room."""

from __future__ import annotations

import pytest

from sample_data import build
from sample_data.builder.provenance import origins


@pytest.fixture(scope="session")
def books():
    return list(build.books())


@pytest.fixture(scope="session")
def sheet(books):
    by_name = {(book.path, one.name): one for book in books for one in book.sheets}
    return lambda path, name: by_name[path, name]


@pytest.fixture(scope="session")
def numbers(books):
    return list(origins(books))
