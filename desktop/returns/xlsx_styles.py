"""The styles of an .xlsx workbook, as far as reading needs them: number format and font name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.returns.xlsx_sheet import attribute_pairs, feed, guarded_parser, without_prefix


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

    def columns(self) -> tuple[Sequence[str], Sequence[str]]:
        """Number formats (the code, or the built-in format's number) and fonts by style."""
        formats = [self._formats.get(number, number) for number, _ in self.cells]
        fonts = [self._fonts[font] if font < len(self._fonts) else "" for _, font in self.cells]
        return formats, fonts


def read_styles(chunks: Iterable[bytes]) -> tuple[Sequence[str], Sequence[str]]:
    """Number format and font name of every cell style; both empty where there is no such part."""
    styles = _Styles()
    parser = guarded_parser()
    without_prefix(parser, styles.start)
    feed(parser, chunks)
    return styles.columns()
