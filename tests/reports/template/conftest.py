"""An office's template, as an official would draw it, and a way to fill it."""

from __future__ import annotations

import pytest
from xlsxwriter import Workbook

from desktop.figures.finding import Refused
from desktop.reports.template import fill


@pytest.fixture(scope="session")
def knowing(full_office):
    """What the sample archive knows, by language."""
    made = {}

    def known(language):
        if language.code not in made:
            made[language.code] = full_office.knowing(language)
        return made[language.code]

    return known


@pytest.fixture
def drawn(tmp_path):
    """Draw a workbook: texts and formulas by their cells, and what else a test wants of it."""

    def draw(cells, more=lambda _book, _sheet: None, sheet="Báo cáo"):
        path = tmp_path / "template.xlsx"
        with Workbook(path, {"strings_to_formulas": False}) as book:
            page = book.add_worksheet(sheet)
            for cell, content in cells.items():
                if isinstance(content, tuple):
                    page.write_formula(cell, *content)
                else:
                    page.write(cell, content)
            more(book, page)
        return path.read_bytes()

    return draw


@pytest.fixture
def filled(knowing, vi):
    """Fill a template's bytes."""
    return lambda content, language=vi: fill(
        content, "mẫu.xlsx", knowing(language), as_workbook=True
    )


@pytest.fixture
def refusal(filled):
    """Give what stands against a template, as (code, cell, found)."""

    def against(content):
        with pytest.raises(Refused) as refused:
            filled(content)
        return [(f.code, f.cell, f.found) for f in refused.value.findings]

    return against
