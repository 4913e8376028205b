"""What the library has no words for: a language, a band of stacked areas, one point's label."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from desktop.reports import palette

_ONLY_LINES = ("c:marker", "c:smooth", "c:dLbls", "c:dPt")
_STACKED = 2
"""The first two series of a fan are areas: its low end, which is not painted, and its width."""


def band(drawn: Any) -> None:
    """Turn the first two series of a line chart into a band beneath the lines."""
    space = drawn._chartSpace  # noqa: SLF001 - combined charts have no other door in the library
    lines = space.find(f".//{qn('c:lineChart')}")
    areas = parse_xml(
        f"<c:areaChart {nsdecls('c')}><c:grouping val='stacked'/><c:varyColors val='0'/>"
        "</c:areaChart>"
    )
    for place, series in enumerate(lines.findall(qn("c:ser"))[:_STACKED]):
        lines.remove(series)
        areas.append(_area(series, painted=place > 0))
    for axis in lines.findall(qn("c:axId")):
        areas.append(deepcopy(axis))
    lines.addprevious(areas)
    _hide_in_legend(space, 0)


def _area(series: Any, *, painted: bool) -> Any:
    for tag in _ONLY_LINES:
        for found in series.findall(qn(tag)):
            series.remove(found)
    for old in series.findall(qn("c:spPr")):
        series.remove(old)
    fill = (
        f"<a:solidFill><a:srgbClr val='{palette.PRIMARY_PALE[1:]}'><a:alpha val='45000'/>"
        "</a:srgbClr></a:solidFill>"
        if painted
        else "<a:noFill/>"
    )
    look = parse_xml(f"<c:spPr {nsdecls('c', 'a')}>{fill}<a:ln><a:noFill/></a:ln></c:spPr>")
    series.find(qn("c:tx")).addnext(look)
    return series


def _hide_in_legend(space: Any, place: int) -> None:
    legend = space.find(f".//{qn('c:legend')}")
    entry = parse_xml(
        f"<c:legendEntry {nsdecls('c')}><c:idx val='{place}'/><c:delete val='1'/></c:legendEntry>"
    )
    legend.find(qn("c:legendPos")).addnext(entry)


def show_value(label: Any, number: str) -> None:
    """Let the label of a point write its value in a number format."""
    element = label._get_or_add_dLbl()  # noqa: SLF001 - as above
    form = parse_xml(f"<c:numFmt {nsdecls('c')} formatCode='{number}' sourceLinked='0'/>")
    element.find(qn("c:idx")).addnext(form)


LOCALES = {"vi": "vi-VN", "en": "en-US"}
"""What documents call the languages."""


def speak(drawn: Any, language: str) -> None:
    """Say which language a chart is in: its numbers are written by it."""
    spoken = parse_xml(f"<c:lang {nsdecls('c')} val='{LOCALES[language]}'/>")
    drawn._chartSpace.find(qn("c:date1904")).addnext(spoken)  # noqa: SLF001 - as above
