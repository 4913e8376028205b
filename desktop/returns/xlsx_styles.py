"""The styles of an .xlsx workbook, as far as reading needs them: number format and font name.

A workbook of many years carries thousands of styles. They are taken apart as text where they
stand in Excel's own form, and parsed where they do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import unescape

from desktop.returns.xlsx_sheet import attribute_pairs, feed, guarded_parser, without_prefix

Columns = tuple[tuple[str, ...], tuple[str, ...]]
"""Number format and font by style."""


class _Styles:
    def __init__(self) -> None:
        self._section = ""
        self._formats: dict[str, str] = {}
        self._fonts: list[str] = []
        self.cells: list[tuple[str, int]] = []

    def start(self, tag: str, attributes: list[str]) -> None:
        if tag in {"fonts", "cellXfs", "cellStyleXfs", "dxfs"}:
            self._section = tag
            return
        found = attribute_pairs(attributes)
        if tag == "numFmt":
            self._formats[found.get("numFmtId", "")] = found.get("formatCode", "")
        elif self._section == "fonts":
            self._font(tag, found)
        elif tag == "xf" and self._section == "cellXfs":
            font = found.get("fontId", "0")
            self.cells.append((found.get("numFmtId", "0"), int(font) if font.isdigit() else 0))

    def _font(self, tag: str, found: dict[str, str]) -> None:
        if tag == "font":
            self._fonts.append("")
        elif tag == "name" and self._fonts:
            self._fonts[-1] = found.get("val", "")

    def columns(self) -> Columns:
        """Number formats (the code, or the built-in format's number) and fonts by style."""
        formats = [self._formats.get(number, number) for number, _ in self.cells]
        fonts = [self._fonts[font] if font < len(self._fonts) else "" for _, font in self.cells]
        return tuple(formats), tuple(fonts)


def read_styles(chunks: Iterable[bytes]) -> Columns:
    """Number format and font name of every cell style; both empty where there is no such part."""
    content = b"".join(chunks)
    if found := _plainly(content):
        return found
    styles = _Styles()
    parser = guarded_parser()
    without_prefix(parser, styles.start)
    feed(parser, [content] if content else [])
    return styles.columns()


_END = b"</styleSheet>"
_FONT = re.compile(r"<font(?:/>|>(.*?)</font>)", re.DOTALL)
_FONT_OPENS = re.compile(r"<font[ />]")
_NAME = re.compile(r'<name val="([^"]*)"/>')
_FORMAT = re.compile(r'<numFmt numFmtId="([^"]*)" formatCode="([^"]*)"/>')
_STYLE = re.compile(r'<xf (numFmtId="[0-9]+" fontId="[0-9]+")')


def _plainly(content: bytes) -> Columns | None:
    """Take the styles apart as text; None where they are not written as Excel writes them."""
    if not content[-len(_END) - 2 :].rstrip().endswith(_END):
        return None
    if (b"!" in content and b"<!" in content) or not _is_text(content):
        return None
    formats, fonts, styles = (_section(content, tag) for tag in (b"numFmts", b"fonts", b"cellXfs"))
    if fonts.count("<font>") + fonts.count("<font ") != fonts.count("</font>"):
        return None
    written_codes = _FORMAT.findall(formats)
    codes = {number: unescape(code) for number, code in written_codes}
    names = list(map(_name, _FONT.findall(fonts)))
    found = _STYLE.findall(styles)
    written = [formats.count("<numFmt "), len(_FONT_OPENS.findall(fonts)), styles.count("<xf")]
    if written != [len(written_codes), len(names), len(found)] or not found:
        return None
    # Thousands of styles say the same of the two.
    said = {one: one.split('"')[1::2] for one in {*found}}
    code_of = {one: codes.get(code, code) for one, (code, _) in said.items()}
    font_of = {one: _at(names, int(font)) for one, (_, font) in said.items()}
    return tuple(map(code_of.__getitem__, found)), tuple(map(font_of.__getitem__, found))


@lru_cache(maxsize=8192)
def _name(font: str) -> str:
    """The name that a font has; books of one office have the same fonts."""
    return unescape("".join(_NAME.findall(font)[-1:]))


def _at(names: Sequence[str], number: int) -> str:
    return names[number] if number < len(names) else ""


def _is_text(content: bytes) -> bool:
    if content.isascii():
        return True
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _section(content: bytes, tag: bytes) -> str:
    """What stands between a tag and its end; empty where there is none."""
    start = content.find(b"<%b " % tag)
    if start < 0:
        start = content.find(b"<%b>" % tag)
    end = content.find(b"</%b>" % tag, start)
    return content[start + len(tag) + 2 : end].decode() if end > start >= 0 else ""
