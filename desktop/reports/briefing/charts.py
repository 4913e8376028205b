"""Puts a chart into a Word document, with its sheet inside, so that Word can edit it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Emu, Mm

from desktop.reports.briefing import styles
from desktop.reports.charting.dressing import Dress
from desktop.reports.charting.native import chart_part

if TYPE_CHECKING:
    from pptx.presentation import Presentation

    from desktop.reports.briefing.place import Place
    from desktop.reports.content.report import Chart, Report

_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_HEIGHTS = {"bars": 85, "fan": 80}
_HEIGHT = 72
"""Millimetres."""
_INLINE = """
<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
 <wp:inline distT="0" distB="0" distL="0" distR="0">
  <wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>
  <wp:docPr id="{number}" name="Chart {number}"/><wp:cNvGraphicFramePr/>
  <a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">
   <c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="{id}"/>
  </a:graphicData></a:graphic>
 </wp:inline>
</w:drawing>"""


class Charts:
    """Writes the charts of one document; `studio` is a presentation to draw them in."""

    def __init__(
        self, place: Place, studio: Presentation, *, band: str, report: Report, font: str
    ) -> None:
        self._place = place
        self._studio = studio
        self._dress = Dress(9, titled=True, band=band, language=report.language, font=font)
        self._made_at = report.stamp.made_at
        self._number = 0

    def write(self, chart: Chart) -> None:
        """Write a chart on a line of its own, as wide as the text."""
        self._number += 1
        document = self._place.document
        drawn = chart_part(chart, self._dress, self._studio, self._made_at)
        held = Part(
            PackURI(f"/word/charts/chart{self._number}.xml"), CONTENT_TYPE.DML_CHART,
            drawn.blob, document.part.package,
        )  # fmt: skip
        sheet = Part(
            PackURI(f"/word/embeddings/Microsoft_Excel_Sheet{self._number}.xlsx"), _SHEET,
            drawn.chart_workbook.xlsx_part.blob, document.part.package,
        )  # fmt: skip
        # The chart's markup names its sheet by the first relationship.
        assert held.relate_to(sheet, RELATIONSHIP_TYPE.PACKAGE) == "rId1"
        inside = document.part.relate_to(held, RELATIONSHIP_TYPE.CHART)
        self._draw(chart, inside)

    def _draw(self, chart: Chart, inside: str) -> None:
        height = Mm(_HEIGHTS.get(chart.kind.value, _HEIGHT))
        drawing: Any = parse_xml(
            _INLINE.format(
                width=self._place.width, height=int(Emu(height)), number=self._number, id=inside
            )
        )
        named = drawing.find(f".//{{{drawing.nsmap['wp']}}}docPr")
        named.set("descr", chart.description)
        named.set("title", chart.title)
        paragraph = self._place.paragraph("", styles.LABEL)
        paragraph.add_run()._r.append(drawing)  # noqa: SLF001 - no other door in the library
