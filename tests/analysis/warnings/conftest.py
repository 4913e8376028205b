"""Figures to look at for warnings, as offices would print them."""

from __future__ import annotations

import pytest

from desktop.analysis.lines import laid_out
from desktop.analysis.warnings.sight import Sight
from desktop.figures.month import Month


def look(printer, through):
    """See what a printer printed, from a month."""
    book = laid_out(printer.frame(), every_subject=False)
    return Sight(lambda *_: book, Month.parse(through), tuple(book.printed.series))


@pytest.fixture(scope="session")
def sight():
    """Give a look at what a printer printed."""
    return look
