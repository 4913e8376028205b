"""The properties of a package that users may add to: written among those that it has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from desktop.reports.template.package import Package

_PART = "docProps/custom.xml"
_KINDS = ("/custom-properties", "/customProperties")
"""How the relation to them ends: in the usual form, and in the strict one."""
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_KIND = f"{_OFFICE}/relationships/custom-properties"
_SPACE, _VALUES = f"{_OFFICE}/custom-properties", f"{_OFFICE}/docPropsVTypes"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The format's own number for properties that users add."""
_FIRST = 2


def write(package: Package, properties: Mapping[str, str]) -> None:
    """Write texts by their names; those of the same name are replaced, others stay."""
    part = next((p for kind, p in package.relations_of("").values() if kind.endswith(_KINDS)), None)
    root = package.tree(part) if part else _made(package)
    for old in list(root):
        if old.get("name") in properties:
            root.remove(old)
    numbers = [int(str(one.get("pid"))) for one in root if str(one.get("pid")).isdecimal()]
    values = next((ns for ns in root.nsmap.values() if "docPropsVTypes" in str(ns)), _VALUES)
    for number, (name, text) in enumerate(properties.items(), max(numbers, default=_FIRST - 1) + 1):
        one = etree.SubElement(root, f"{{{etree.QName(root).namespace}}}property")
        one.set("fmtid", _FORMAT)
        one.set("pid", str(number))
        one.set("name", name)
        etree.SubElement(one, f"{{{values}}}lpwstr").text = text
    if part:
        package.touch(part)


def _made(package: Package) -> Element:
    root = etree.Element(f"{{{_SPACE}}}Properties", nsmap={None: _SPACE, "vt": _VALUES})
    package.add(_PART, root, _TYPE)
    package.relate(_KIND, _PART)
    return root
