"""Figures to look at for warnings, as offices would print them."""

from __future__ import annotations

import pytest

from desktop.analysis.cumulative import cumulatives
from desktop.analysis.lines import Book
from desktop.analysis.printed import lay_out
from desktop.analysis.warnings.sight import Sight
from desktop.figures.month import Month


def look(printer, through):
    """See what a printer printed, from a month."""
    printed = lay_out(printer.frame())
    book = Book(printed, cumulatives(printed))
    return Sight(lambda _: book, Month.parse(through), tuple(printed.series))


@pytest.fixture(scope="session")
def sight():
    """Give a look at what a printer printed."""
    return look
