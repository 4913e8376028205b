"""Where the page is written to: a document's end, or a marked paragraph of the office's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

if TYPE_CHECKING:
    from docx.document import Document

MARK = "{{report}}"
"""A paragraph of an office's document that says no more than this is where the report goes."""


class Place:
    """Writes paragraphs and tables, one after another, before a place in a document.

    `width` is what a line may take (EMU).
    """

    def __init__(self, document: Document) -> None:
        """Find the marked paragraph; without one the whole text of the document makes room."""
        self.document = document
        section = document.sections[-1]
        self.width = int(
            (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
        )
        body = document.element.body
        marked = next((p for p in document.paragraphs if p.text.strip() == MARK), None)
        if marked is None:
            for element in [e for e in body if e.tag != qn("w:sectPr")]:
                body.remove(element)
            self._before = body.find(qn("w:sectPr"))
        else:
            self._before = OxmlElement("w:p")
            marked._p.addprevious(self._before)  # noqa: SLF001 - no other door in the library
            body.remove(marked._p)  # noqa: SLF001 - as above
        self._marked = marked is not None
        self._styles: dict[str, str] = {}
        self._body = document._body  # noqa: SLF001 - as above

    def paragraph(self, text: str, style: str) -> Any:
        """Write a paragraph in a style."""
        element = OxmlElement("w:p")
        self._put(element)
        made = Paragraph(element, self._body)
        self.dress(made, style)
        if text:
            made.add_run(text)
        return made

    def dress(self, paragraph: Any, style: str) -> None:
        """Give a paragraph a style by its name; the library looks through all of them each time."""
        if style not in self._styles:
            self._styles[style] = self.document.styles[style].style_id
        paragraph._p.style = self._styles[style]  # noqa: SLF001 - as above

    def table(self, rows: int, columns: int) -> Any:
        """Make an empty table."""
        made = self.document.add_table(rows, columns)
        self._put(made._tbl)  # noqa: SLF001 - as above
        return Table(made._tbl, self._body)  # noqa: SLF001 - as above

    def done(self) -> None:
        """Take the place holder away."""
        if self._marked:
            self._before.getparent().remove(self._before)

    def _put(self, element: Any) -> None:
        self._before.addprevious(element)
