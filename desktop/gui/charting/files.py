"""A sheet as a picture, as PNG, SVG or PDF, and on a printer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QSizeF
from PySide6.QtGui import QImage, QImageWriter, QPageLayout, QPageSize, QPainter, QPdfWriter

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from desktop.gui.charting.sheet import Sheet

DPI = 300
_SCREEN_DPI = 96
_POINTS = 72
_INCH = 0.0254
_FALLBACKS = b'font-family="Inter, Segoe UI, Helvetica, Arial, sans-serif"'
"""An SVG keeps its letters; where Inter is not installed, these come nearest."""
FORMATS = ("png", "svg", "pdf")


def picture(sheet: Sheet, dpi: int = DPI) -> QImage:
    """Draw a sheet as a picture of so many dots an inch."""
    ratio = dpi / _SCREEN_DPI
    size = sheet.size()
    image = QImage(
        round(size.width() * ratio), round(size.height() * ratio), QImage.Format.Format_RGB32
    )
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    sheet.paint(painter)
    painter.end()
    image.setDevicePixelRatio(1.0)
    image.setDotsPerMeterX(round(dpi / _INCH))
    image.setDotsPerMeterY(round(dpi / _INCH))
    return image


def written(sheet: Sheet, form: str) -> bytes:
    """Give a sheet in one of `FORMATS`."""
    held = QByteArray()
    device = QBuffer(held)
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    if form == "svg":
        _write_svg(sheet, device)
    elif form == "pdf":
        _write_pdf(sheet, device)
    else:
        QImageWriter(device, QByteArray(b"png")).write(picture(sheet))
    device.close()
    return bytes(held.data()).replace(b'font-family="Inter"', _FALLBACKS)


def save(sheet: Sheet, out: Path) -> None:
    """Write a sheet in the format of a file's name; raises `OSError` where it cannot be."""
    form = out.suffix.lower().lstrip(".")
    out.write_bytes(written(sheet, form if form in FORMATS else FORMATS[0]))


def _write_svg(sheet: Sheet, device: QIODevice) -> None:
    from PySide6.QtSvg import QSvgGenerator  # noqa: PLC0415 - rarely needed

    made = QSvgGenerator()
    made.setOutputDevice(device)
    made.setResolution(_SCREEN_DPI)
    made.setSize(sheet.size())
    made.setViewBox(QRect(0, 0, sheet.size().width(), sheet.size().height()))
    made.setTitle(sheet.title)
    painter = QPainter(made)
    sheet.paint(painter)
    painter.end()


def _write_pdf(sheet: Sheet, device: QIODevice) -> None:
    made = QPdfWriter(device)
    made.setTitle(sheet.title)
    made.setResolution(_SCREEN_DPI)
    points = QSizeF(sheet.size()) * (_POINTS / _SCREEN_DPI)
    made.setPageLayout(
        QPageLayout(
            QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch),
            QPageLayout.Orientation.Portrait, QMarginsF(),
        )
    )  # fmt: skip
    painter = QPainter(made)
    sheet.paint(painter)
    painter.end()


def print_out(sheet: Sheet, printer: QPrinter) -> bool:
    """Print a sheet as large as the page allows, no larger than it is at 96 dots an inch.

    False where the printer cannot begin.
    """
    image = picture(sheet)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    page = printer.pageLayout().paintRectPixels(printer.resolution())
    natural = QSizeF(sheet.size()) * (printer.resolution() / _SCREEN_DPI)
    scale = min(page.width() / natural.width(), page.height() / natural.height(), 1.0)
    painter.drawImage(QRect(0, 0, round(natural.width() * scale), round(natural.height() * scale)),
                      image)  # fmt: skip
    return painter.end()
