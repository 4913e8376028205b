"""The page's tables: headings repeated on each page, numbers to the right, rows kept whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Pt, RGBColor

from desktop.figures.wording import NO_BREAK
from desktop.reports import palette
from desktop.reports.briefing import styles
from desktop.reports.content.numbers import card_figure, card_unit, written
from desktop.reports.content.report import Number

if TYPE_CHECKING:
    from desktop.figures.wording import Language
    from desktop.reports.briefing.place import Place
    from desktop.reports.content.report import Card, Column, Row, Table

_SHORT = 6
"""Rows of a table that stands on one page; of a longer one no row stands alone on a page."""
_DENSE = 7
"""From so many columns on letters are a point smaller."""


def write(place: Place, table: Table, language: Language) -> None:
    """Write a table with its caption above it and its note beneath the caption."""
    place.paragraph(table.title, styles.CAPTION)
    if table.note:
        place.paragraph(table.note, styles.NOTE).paragraph_format.keep_with_next = True
    drawn = place.table(len(table.rows) + 1, len(table.columns))
    widths = [int(place.width * part) for part in table.widths]
    dense = len(table.columns) >= _DENSE
    _head(place, drawn.rows[0], table.columns, dense=dense)
    for line, row in zip(drawn.rows[1:], table.rows, strict=True):
        _row(place, line, row, table, language)
    _keep_together(drawn.rows)
    _finish(drawn, widths)
    place.paragraph("", styles.NOTE)


def _head(place: Place, line: Any, columns: tuple[Column, ...], *, dense: bool) -> None:
    _repeat(line)
    for cell, column in zip(line.cells, columns, strict=True):
        place.dress(cell.paragraphs[0], styles.CELL)
        _write(cell, column.head, right=column.unit is not None, bold=True, dense=dense)
        _shade(cell, palette.PRIMARY_SOFT)
        _edge(cell, bottom=palette.PRIMARY, size=8)
        cell.vertical_alignment = 1


def _row(place: Place, line: Any, row: Row, table: Table, language: Language) -> None:
    _keep_whole(line)
    last, dense = len(table.columns) - 1, len(table.columns) >= _DENSE
    told = zip(line.cells, row.cells, table.columns, strict=True)
    for number, (cell, found, column) in enumerate(told):
        text = written(found, column, language) if isinstance(found, Number) else found
        ink = palette.INKS[row.tone] if number == last and column.unit is None else palette.INK
        place.dress(cell.paragraphs[0], styles.CELL)
        _write(cell, text, right=column.unit is not None, bold=row.total, dense=dense, ink=ink)
        if row.total:
            _shade(cell, palette.PAPER)
        _edge(cell, bottom=palette.LINE, size=4)
        cell.vertical_alignment = 1


def _write(
    cell: Any, text: str, *, right: bool, bold: bool, dense: bool, ink: str = palette.INK
) -> None:
    paragraph = cell.paragraphs[0]
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    run = paragraph.add_run(text)
    run.bold = bold or None
    if dense:
        run.font.size = Pt(9)
    if ink != palette.INK:
        run.font.color.rgb = RGBColor.from_string(ink[1:])


def cards(place: Place, told: tuple[Card, ...], language: Language) -> None:
    """Write the headline figures side by side."""
    drawn = place.table(3, len(told))
    for number, card in enumerate(told):
        label, figure, note = (drawn.rows[line].cells[number] for line in range(3))
        _styled(place, label, card.label, styles.LABEL)
        _styled(place, figure, card_figure(card, language), styles.FIGURE)
        _unit(figure, card, language)
        _styled(place, note, card.note, styles.LABEL, palette.INKS[card.tone])
        for cell in (label, figure, note):
            _shade(cell, palette.PAPER)
        _edge(label, top=palette.PRIMARY, size=18)
    for line in drawn.rows:
        _keep_whole(line)
    _finish(drawn, [place.width // len(told)] * len(told))
    place.paragraph("", styles.NOTE)


def _styled(place: Place, cell: Any, text: str, style: str, ink: str = "") -> None:
    paragraph = cell.paragraphs[0]
    place.dress(paragraph, style)
    paragraph.paragraph_format.keep_with_next = True
    run = paragraph.add_run(text)
    if ink and ink != palette.INK:
        run.font.color.rgb = RGBColor.from_string(ink[1:])


def _unit(cell: Any, card: Card, language: Language) -> None:
    """Write the unit of a card's figure small beside it."""
    if unit := card_unit(card, language):
        run = cell.paragraphs[0].add_run(f"{NO_BREAK}{unit.replace(' ', NO_BREAK)}")
        run.font.size, run.bold = Pt(9), False


def _finish(drawn: Any, widths: list[int]) -> None:
    drawn.alignment = WD_TABLE_ALIGNMENT.CENTER
    drawn.autofit = False
    for column, width in zip(drawn.columns, widths, strict=True):
        column.width = Emu(width)
    for line in drawn.rows:
        for cell, width in zip(line.cells, widths, strict=True):
            cell.width = Emu(width)
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), "60")
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    properties = drawn._tbl.tblPr  # noqa: SLF001 - no other door in the library
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        look.addprevious(margins)  # the schema has them in this order
    else:
        properties.append(margins)


def _keep_together(lines: Any) -> None:
    rows = len(lines) - 1
    for place, line in enumerate(lines):
        if place < rows and (rows <= _SHORT or place in {0, rows - 1}):
            for cell in line.cells:
                cell.paragraphs[0].paragraph_format.keep_with_next = True


def _repeat(line: Any) -> None:
    _flag(line, "w:cantSplit")
    _flag(line, "w:tblHeader")


def _keep_whole(line: Any) -> None:
    _flag(line, "w:cantSplit")


def _flag(line: Any, tag: str) -> None:
    line._tr.get_or_add_trPr().append(OxmlElement(tag))  # noqa: SLF001 - as above


def _shade(cell: Any, tint: str) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:color"), "auto")
    shade.set(qn("w:fill"), tint[1:])
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - as above


def _edge(cell: Any, *, top: str = "", bottom: str = "", size: int) -> None:
    borders = OxmlElement("w:tcBorders")
    for side, tint in (("top", top), ("bottom", bottom)):
        if tint:
            line = OxmlElement(f"w:{side}")
            line.set(qn("w:val"), "single")
            line.set(qn("w:sz"), str(size))
            line.set(qn("w:color"), tint[1:])
            borders.append(line)
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001 - as above
    shade = properties.find(qn("w:shd"))
    if shade is not None:
        shade.addprevious(borders)  # the schema has them in this order
    else:
        properties.append(borders)
