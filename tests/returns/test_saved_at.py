"""When a workbook was last saved, as it says itself; nothing it says there refuses the file."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from desktop.figures.places import sample
from desktop.returns.reader import read_content, read_return

CORE = (
    '<cp:coreProperties xmlns:cp="p" xmlns:dcterms="t">'
    "<dcterms:created>2020-01-01T00:00:00Z</dcterms:created>"
    "<dcterms:modified>{}</dcterms:modified></cp:coreProperties>"
)
BOOK = sample("gso") / "02-Bieu-T6.2025.xlsx"


def saying(core):
    """Give June's book with other core properties; None leaves them out."""
    out = BytesIO()
    with zipfile.ZipFile(BOOK) as book, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in book.namelist():
            if name != "docProps/core.xml":
                copy.writestr(name, book.read(name))
            elif core is not None:
                copy.writestr(name, core)
    return out.getvalue()


@pytest.mark.parametrize(
    ("said", "understood"),
    [
        ("2025-07-06T03:12:00Z", "2025-07-06T03:12:00Z"),
        ("2025-07-06T10:12:00+07:00", "2025-07-06T03:12:00Z"),
        ("2025-07-06T03:12:00.75", "2025-07-06T03:12:00Z"),
        (" 2025-07-06 ", "2025-07-06T00:00:00Z"),
        ("", ""),
        ("hôm qua", ""),
        ("0001-01-01T00:00:00+07:00", ""),
    ],
)
def test_the_stamp_is_brought_to_one_form(said, understood):
    assert read_content("a.xlsx", saying(CORE.format(said))).saved_at == understood


@pytest.mark.parametrize("core", [None, "", "<a><b></a>", '<!DOCTYPE a [<!ENTITY b "c">]><a/>'])
def test_a_stamp_that_cannot_be_read_costs_no_figure(core):
    reading = read_content("a.xlsx", saying(core))
    assert reading.saved_at == ""
    assert reading.rows == read_return(BOOK).rows
