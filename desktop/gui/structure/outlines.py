"""The outlines of the world's countries as paths, the Pacific in the middle, in equal areas.

Source: ``resources/map/world.json`` (Natural Earth, public domain); nothing is cut at an edge.
What its scale leaves out of the reporting country stands in ``resources/map/archipelagos.csv``.
"""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from functools import cache
from itertools import groupby

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from desktop.figures.places import resource

_MIDDLE = 150.0
"""The meridian in the middle, degrees east."""
_TENTHS = 10.0
_DATE_LINE = (179.9, 180.5)
_NAMES_EAST, _NAMES_PART, _ASIDE = 132.0, 13.0, 3.0
"""Where an archipelago's name begins, degrees east; the northern one's a little further north."""
_A = (1.340264, -0.081106, 0.000893, 0.003796)
"""Equal Earth projection: Savric, Patterson, Jenny 2018, doi 10.1080/13658816.2018.1504949."""


@dataclass(frozen=True, slots=True)
class Archipelago:
    """Islands of the reporting country that are too small for an outline, and where its name goes.

    `names` are in Vietnamese and in English, both empty for what is drawn without a name.
    """

    names: tuple[str, str]
    islands: tuple[QPointF, ...]
    name_at: QPointF


@dataclass(frozen=True, slots=True)
class World:
    """Filled shapes, their borders without the date line, and dots for what is too small.

    `places` are the bounds of each country's largest piece: where it is pointed at. All by ISO
    code, in the projection's units; `extent` holds them all.
    """

    shapes: dict[str, QPainterPath]
    borders: QPainterPath
    places: dict[str, QRectF]
    dots: dict[str, QPointF]
    extent: QRectF
    archipelagos: tuple[Archipelago, ...]


@cache
def world() -> World:
    """Read and project the outlines, once."""
    told = json.loads(resource("map", "world.json").read_text("utf-8"))
    shapes: dict[str, QPainterPath] = {}
    borders = QPainterPath()
    for code, rings in told["outlines"].items():
        shapes[code] = QPainterPath()
        for ring in rings:
            degrees = np.array(ring, float).reshape(-1, 2) / _TENTHS
            points = [QPointF(x, y) for x, y in project(degrees).tolist()]
            shapes[code].addPolygon(QPolygonF(points))
            shapes[code].closeSubpath()
            _trace(borders, points, _on_date_line(degrees))
    degrees = np.array(list(told["dots"].values()), float) / _TENTHS
    dots = dict(zip(told["dots"], [QPointF(x, y) for x, y in project(degrees)], strict=True))
    extent = QRectF()
    for path in shapes.values():
        extent = extent.united(path.boundingRect())
    places = {code: _largest(path) for code, path in shapes.items()}
    return World(shapes, borders, places, dots, extent, _archipelagos())


def _archipelagos() -> tuple[Archipelago, ...]:
    """Read and project the islands; names go into the open sea east of the Philippines."""
    with resource("map", "archipelagos.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    found = []
    for _, group in groupby(rows, key=lambda row: row["archipelago"]):
        held = list(group)
        degrees = np.array([[row["longitude"], row["latitude"]] for row in held], float)
        middle = float(degrees[:, 1].mean())
        beside = np.array([[_NAMES_EAST, middle + _ASIDE * (1 if middle > _NAMES_PART else -1)]])
        at = project(beside)[0].tolist()
        points = tuple(QPointF(x, y) for x, y in project(degrees).tolist())
        names = (held[0]["name_vi"], held[0]["name_en"])
        found.append(Archipelago(names, points, QPointF(*at)))
    return tuple(found)


def _largest(path: QPainterPath) -> QRectF:
    pieces = (piece.boundingRect() for piece in path.toSubpathPolygons())
    return max(pieces, key=lambda box: box.width() * box.height())


def project(degrees: np.ndarray) -> np.ndarray:
    """Project (longitude, latitude) in degrees, shape (n, 2), to x and y downward."""
    longitude = degrees[:, 0] - _MIDDLE
    angle = np.arcsin(np.sqrt(3) / 2 * np.sin(np.radians(degrees[:, 1])))
    a1, a2, a3, a4 = _A
    squared, sixth = angle**2, angle**6
    slope = a1 + 3 * a2 * squared + sixth * (7 * a3 + 9 * a4 * squared)
    x = 2 * np.sqrt(3) * np.radians(longitude) * np.cos(angle) / (3 * slope)
    y = angle * (a1 + a2 * squared + sixth * (a3 + a4 * squared))
    return np.column_stack([x, -y])


def _on_date_line(degrees: np.ndarray) -> list[bool]:
    low, high = _DATE_LINE
    on = (degrees[:, 0] >= low) & (degrees[:, 0] <= high)
    return [bool(o) for o in on]


def _trace(borders: QPainterPath, points: list[QPointF], on_line: list[bool]) -> None:
    """Draw a ring's border, but not where the date line alone cuts a country in two."""
    borders.moveTo(points[0])
    for n in range(1, len(points)):
        if on_line[n] and on_line[n - 1]:
            borders.moveTo(points[n])
        else:
            borders.lineTo(points[n])
