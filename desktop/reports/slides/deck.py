"""A blank set of slides in the house's look: 16:9, its colours and letters in the theme."""

from __future__ import annotations

from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Emu, Inches, Pt

from desktop.reports import palette
from desktop.reports.charting.dressing import colour

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
MARGIN = Inches(0.55)
TITLE_TOP, TITLE_HEIGHT = Inches(0.38), Inches(0.62)
_TITLE_ONLY = 5
"""The library's own layout with a title and nothing else."""
_ACCENTS = {
    "dk1": palette.INK, "dk2": palette.SECONDARY, "lt2": palette.PAPER, "accent1": palette.PRIMARY,
    "accent2": palette.TARGET, "accent3": palette.GOOD, "accent4": palette.LAST_YEAR_LINE,
    "accent5": palette.WARN, "accent6": palette.BAD, "hlink": palette.PRIMARY,
    "folHlink": palette.SECONDARY,
}  # fmt: skip


def deck() -> Any:
    """Give an empty presentation."""
    made: Any = Presentation()
    wider = WIDTH / made.slide_width
    made.slide_width, made.slide_height = WIDTH, HEIGHT
    layout = made.slide_layouts[_TITLE_ONLY]
    for other in [found for found in made.slide_layouts if found is not layout]:
        made.slide_layouts.remove(other)
    _theme(made.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME))
    for holder in (made.slide_master, layout):
        for shape in holder.placeholders:
            shape.left, shape.width = Emu(int(shape.left * wider)), Emu(int(shape.width * wider))
    _titles(made.slide_master, layout)
    _stripe(layout)
    return made


def _theme(part: Any) -> None:
    """Put the house's colours and letters where PowerPoint offers them for what is added."""
    theme: Any = parse_xml(part.blob)
    for name, tint in _ACCENTS.items():
        for holder in theme.iter(qn(f"a:{name}")):
            for old in list(holder):
                holder.remove(old)
            told = OxmlElement("a:srgbClr")
            told.set("val", tint[1:])
            holder.append(told)
    for kind in ("a:majorFont", "a:minorFont"):
        for holder in theme.iter(qn(kind)):
            latin = holder.find(qn("a:latin"))
            if latin is not None:
                latin.set("typeface", palette.FONT)
    part._blob = _serialised(theme)  # noqa: SLF001 - the library has no words for themes


def _serialised(element: Any) -> bytes:
    from pptx.opc.oxml import serialize_part_xml  # noqa: PLC0415 - beside its one use

    return bytes(serialize_part_xml(element))


def _titles(*holders: Any) -> None:
    for holder in holders:
        for shape in holder.placeholders:
            if shape.placeholder_format.type == 1:  # a title
                shape.left, shape.top = MARGIN, TITLE_TOP
                shape.width, shape.height = WIDTH - 2 * MARGIN, TITLE_HEIGHT
    for level in holders[0]._element.iter(qn("p:titleStyle")):  # noqa: SLF001 - as above
        for paragraph in level.iter(qn("a:lvl1pPr")):
            paragraph.set("algn", "l")
            letters = paragraph.find(qn("a:defRPr"))
            letters.set("sz", "2600")
            letters.set("b", "1")


def _stripe(layout: Any) -> None:
    """Draw the house's stripe along the top of every slide."""
    tree = layout.shapes._spTree  # noqa: SLF001 - layouts take no shapes otherwise
    tree.append(parse_xml(
        "<p:sp xmlns:p='http://schemas.openxmlformats.org/presentationml/2006/main' "
        "xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'>"
        "<p:nvSpPr><p:cNvPr id='90' name='Stripe'/><p:cNvSpPr/><p:nvPr userDrawn='1'/></p:nvSpPr>"
        f"<p:spPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='{int(WIDTH)}' cy='{int(Inches(0.14))}'/>"
        "</a:xfrm><a:prstGeom prst='rect'><a:avLst/></a:prstGeom><a:solidFill>"
        "<a:schemeClr val='accent1'/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>"
        "<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang='en-US'/></a:p></p:txBody>"
        "</p:sp>"
    ))  # fmt: skip


def text_box(slide: Any, box: tuple[int, int, int, int]) -> Any:
    """Add a box for text without margins; give its frame."""
    frame = slide.shapes.add_textbox(*(Emu(int(side)) for side in box)).text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    return frame


def put(
    paragraph: Any, text: str, size: float, *, ink: str = palette.INK, bold: bool = False
) -> Any:
    """Write a run of text into a paragraph; give the run."""
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.bold = Pt(size), bold
    run.font.color.rgb = colour(ink)
    return run
