"""What is spoilt: real workbooks where they lie beside the checkout, samples, and made ones."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook

from desktop.figures.places import sample
from tests.returns.made import monthly_sheet
from tests.returns.made_binary import agile, xls, xls_locked

_REAL = Path(__file__).parents[3] / "shared/returns"
LARGEST = 250_000
"""Larger workbooks say the same more slowly."""
_SAMPLES = ("gso", "customs", "next")
_PASSWORD = "mở"
"""Nobody gives it: such a workbook must ask."""
_XLS = [(1, 1, "25. Exports of goods"), (3, 4, "1000 tons, Mill. USD"), (4, 3, "Estimate")]
_XLS += [(5, 3, "September"), (6, 3, 2020.0), (7, 3, "Volume"), (7, 4, "Value")]
_XLS += [(9, 1, "TOTAL VALUE"), (9, 4, 27500.0), (10, 2, "Rice"), (10, 3, 400.0), (10, 4, 190.5)]
_LINES = (("25. Exports of goods", ""), ("", "Mill. USD"), ("", "Estimate September 2020"),
          ("TOTAL VALUE", "27500.5"), ("Rice", "190.5"))  # fmt: skip
_SAVED_AS_ONE = (
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n'
    '--x\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n'
)
_XML = """<?xml version="1.0"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="25"><Table>{}</Table></Worksheet></Workbook>"""


_FLAT = """<?xml version="1.0"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>
<table:table table:name="25">{}</table:table></office:body></office:document>"""


def _flat_row(line: tuple[str, str]) -> str:
    cells = (
        f'<table:table-cell office:value-type="float" office:value="{text}"/>'
        if text[:1].isdigit()
        else f"<table:table-cell><text:p>{text}</text:p></table:table-cell>"
        for text in line
    )
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def _xml_row(line: tuple[str, str]) -> str:
    name, value = line
    kind = "Number" if value[:1].isdigit() else "String"
    return (
        f'<Row><Cell><Data ss:Type="String">{name}</Data></Cell>'
        f'<Cell ss:Index="2"><Data ss:Type="{kind}">{value}</Data></Cell></Row>'
    )


@cache
def seeds() -> tuple[tuple[str, bytes], ...]:
    """Give every seed's name and bytes, always in the same order."""
    return (*made_seeds(), *_files())


@cache
def made_seeds() -> tuple[tuple[str, bytes], ...]:
    """Give the small workbooks that are made on the spot."""
    return tuple(_made())


def _files() -> Iterator[tuple[str, bytes]]:
    folders = [sample(part) for part in _SAMPLES] + [_REAL]
    for folder in folders:
        for path in sorted(folder.rglob("*.xls*")):
            if path.stat().st_size <= LARGEST:
                yield path.name, path.read_bytes()


def _made() -> Iterator[tuple[str, bytes]]:
    small = a_return()
    yield "made.xlsx", small
    yield "made.xls", xls(_XLS)
    yield "locked.xlsx", agile(small, _PASSWORD)
    yield "locked.xls", xls_locked(_XLS, _PASSWORD)
    yield "made.txt", "\n".join("\t".join(line) for line in _LINES).encode()
    rows = ("".join(f"<td>{text}</td>" for text in line) for line in _LINES)
    page = f"<html><table><tr>{'</tr><tr>'.join(rows)}</tr></table></html>"
    yield "made.htm", page.encode()
    yield "wide.htm", page.encode("utf-16")
    yield "made.mht", f"{_SAVED_AS_ONE}{page}\r\n--x--\r\n".encode()
    yield "made.fods", _FLAT.format("".join(map(_flat_row, _LINES))).encode()
    yield "made.xml", _XML.format("".join(map(_xml_row, _LINES))).encode()


@cache
def a_return() -> bytes:
    """Give the smallest return of the statistics office's kind."""
    book = Workbook()
    assert book.active is not None
    monthly_sheet(book.active)
    out = BytesIO()
    book.save(out)
    return out.getvalue()
