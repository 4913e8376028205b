"""The page's styles: those of official documents, or the office's own where it gives a document.

The default follows Decree 30/2020/NĐ-CP on clerical work: A4, margins of 20, 20, 30 and 15 mm,
Times New Roman of 13 points, justified text with an indented first line.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from desktop.reports import palette
from desktop.reports.charting.banding import LOCALES

if TYPE_CHECKING:
    from docx.document import Document

FONT = "Times New Roman"
TITLE, SUBTITLE, HEADING, BODY = "Title", "Subtitle", "Heading 1", "Body Text"
BULLET, CAPTION = "List Bullet", "Caption"
CELL, NOTE, FIGURE, LABEL = "Report Cell", "Report Note", "Report Figure", "Report Label"
"""The last four are ours: an office may style them too, by these names."""


@dataclass(frozen=True, slots=True)
class _Look:
    """How a style looks: size in points, spaces before and after, alignment, ink."""

    size: float
    bold: bool = False
    italic: bool = False
    before: float = 0
    after: float = 0
    align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT
    ink: str = palette.INK
    keep: bool = False
    indent: float = 0


_CENTRE, _JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
_LOOKS = {
    TITLE: _Look(17, bold=True, after=2, align=_CENTRE, ink=palette.PRIMARY),
    SUBTITLE: _Look(11, italic=True, after=10, align=_CENTRE, ink=palette.SECONDARY),
    HEADING: _Look(14, bold=True, before=14, after=4, ink=palette.PRIMARY, keep=True),
    BODY: _Look(13, after=5, align=_JUSTIFY, indent=10),
    BULLET: _Look(13, after=3),
    CAPTION: _Look(11.5, bold=True, before=10, keep=True),
    CELL: _Look(10, before=1.5, after=1.5),
    NOTE: _Look(10, italic=True, after=3, ink=palette.MUTED),
    FIGURE: _Look(16, bold=True, align=_CENTRE, ink=palette.INK),
    LABEL: _Look(9.5, align=_CENTRE, ink=palette.SECONDARY, before=2, after=2),
}


def official(document: Document, language: str) -> None:
    """Give a blank document the page and the styles of official documents."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = section.footer_distance = Mm(10)
    for spoken in document.styles.element.iter(qn("w:lang")):
        spoken.set(qn("w:val"), LOCALES[language])
    normal: Any = document.styles["Normal"]
    _font(normal, FONT)
    normal.font.size = Pt(13)
    for name, look in _LOOKS.items():
        _dress(_style(document, name), look)


def completed(document: Document) -> None:
    """Give an office's document the styles that it lacks; those that it has stay as they are."""
    held = {style.name for style in document.styles}
    for name, look in _LOOKS.items():
        if name not in held:
            _dress(_style(document, name), look, keep_font=True)


def font_of(document: Document) -> str:
    """Give the letters of a document's text; empty where a theme chooses them."""
    normal: Any = document.styles["Normal"]
    return normal.font.name or ""


def is_list(document: Document) -> bool:
    """Say whether the style of a list sets its points; that of an office's document may not."""
    style: Any = document.styles[BULLET]
    properties = style.element.pPr
    return properties is not None and properties.find(qn("w:numPr")) is not None


def _style(document: Document, name: str) -> Any:
    styles = document.styles
    if name in {style.name for style in styles}:
        return styles[name]
    made: Any = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = styles["Normal"] if "Normal" in {s.name for s in styles} else None
    return made


def _dress(style: Any, look: _Look, *, keep_font: bool = False) -> None:
    if not keep_font:
        _font(style, FONT)
    style.font.size, style.font.bold, style.font.italic = Pt(look.size), look.bold, look.italic
    style.font.color.rgb = RGBColor.from_string(look.ink[1:])
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.alignment, form.line_spacing = look.align, 1.05
    form.keep_with_next = look.keep
    form.first_line_indent = Mm(look.indent) if look.indent else form.first_line_indent
    _without_borders(style)


def _font(style: Any, name: str) -> None:
    """Set a font for every script; a theme's font would win over it."""
    style.font.name = name
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(script), None)
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), name)


def _without_borders(style: Any) -> None:
    """Take off the line and the wide letters that the library's own titles have."""
    paragraph, letters = style.element.get_or_add_pPr(), style.element.get_or_add_rPr()
    for holder, tag in ((paragraph, "w:pBdr"), (letters, "w:spacing"), (letters, "w:kern")):
        for found in holder.findall(qn(tag)):
            holder.remove(found)
