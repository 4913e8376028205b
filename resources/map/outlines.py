"""Make ``world.json`` of Natural Earth's outlines: ``python resources/map/outlines.py FOLDER``.

FOLDER holds ``countries-110m.json`` and ``countries-50m.json`` of the npm package world-atlas
2.0.2, which redistributes Natural Earth 4.1.0 (public domain) as TopoJSON. Outlines are of 1:110m;
a market too small for these is a dot in the middle of its outline of 1:50m. Longitudes run from
-30 degrees eastward to 330 without a cut through any country, so that the Pacific lies in the
middle; Antarctica is left out.
"""

from __future__ import annotations

import csv
import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

from babel.core import get_global

HERE = Path(__file__).parent
WEST = -30.0
"""The seam in the Atlantic; an outline belongs wholly to the side that its middle lies on."""
_OVERLAP = 0.4
_SOURCE = {
    "source": "Natural Earth 4.1.0, Admin 0 countries 1:110m and 1:50m, naturalearthdata.com",
    "taken_from": "npm package world-atlas 2.0.2, countries-110m.json and countries-50m.json",
    "licence": "public domain",
    "form": "rings of (longitude from -30 to 350, latitude) in tenths of a degree, by ISO code",
}
_LEFT_OUT = frozenset({"AQ", "TF"})

Ring = list[tuple[float, float]]


def main(folder: Path) -> None:
    """Write ``world.json`` beside this script."""
    large, small = (_countries(folder / f"countries-{scale}.json") for scale in ("110m", "50m"))
    dots = {code: _middle(rings) for code, rings in small.items() if code not in large}
    with (HERE.parent / "markets.csv").open(encoding="utf-8", newline="") as lines:
        known = {line["code_iso2"] for line in csv.DictReader(lines)}
    told = {
        **_SOURCE,
        "outlines": {c: [_packed(r) for r in rings] for c, rings in sorted(large.items())},
        "dots": {c: dots[c] for c in sorted(dots.keys() & known)},
    }
    text = json.dumps(told, separators=(",", ":"), ensure_ascii=False)
    (HERE / "world.json").write_text(text.replace('],"', '],\n"') + "\n", encoding="utf-8")
    sys.stdout.write(f"no outline: {' '.join(sorted(known - large.keys() - dots.keys()))}\n")


def _countries(file: Path) -> dict[str, list[Ring]]:
    """Read the outlines by ISO 3166-1 alpha-2 code; those without a code by their name."""
    topology = json.loads(file.read_text("utf-8"))
    arcs = [_unpacked(arc, topology["transform"]) for arc in topology["arcs"]]
    found: dict[str, list[Ring]] = {}
    for country in topology["objects"]["countries"]["geometries"]:
        code = _code(country)
        if code not in _LEFT_OUT:
            found.setdefault(code, []).extend(_rings(country, arcs))
    return found


def _code(country: dict[str, Any]) -> str:
    alias = get_global("territory_aliases").get(str(country.get("id", "")))
    return str(alias[0]) if alias else str(country["properties"]["name"])


def _unpacked(arc: list[list[int]], transform: dict[str, list[float]]) -> Ring:
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
        points.append((x * sx + tx, y * sy + ty))
    return points


def _rings(country: dict[str, Any], arcs: list[Ring]) -> list[Ring]:
    """Give the outer rings, each whole on one side of the seam."""
    shapes = country.get("arcs", [])
    polygons = [shapes] if country.get("type") == "Polygon" else shapes
    return [_turned(_joined(polygon[0], arcs)) for polygon in polygons]


def _joined(numbers: list[int], arcs: list[Ring]) -> Ring:
    ring: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[1:] if ring else arc
    return ring


def _turned(ring: Ring) -> Ring:
    """Put a ring east of the seam; halves that the date line cut apart overlap a little."""
    whole = [ring[0]]
    for x, y in ring[1:]:
        before = whole[-1][0]
        whole.append((x + 360 * round((before - x) / 360), y))
    middle = sum(x for x, _ in whole) / len(whole)
    turns = 1 if middle < WEST else 0
    return [
        (x + _OVERLAP if 179.95 < x < 180.05 and not turns else x + 360 * turns, y)
        for x, y in whole
    ]


def _middle(rings: list[Ring]) -> list[int]:
    """Give the middle of the largest ring, in tenths of a degree."""
    x, y = zip(*max(rings, key=_area), strict=True)
    return [round((max(x) + min(x)) * 5), round((max(y) + min(y)) * 5)]


def _area(ring: Ring) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*ring, ring[0]])))


def _packed(ring: Ring) -> list[int]:
    """Give x, y, x, y … in tenths of a degree, without points that stand still."""
    points = [(round(x * 10), round(y * 10)) for x, y in ring]
    kept = [points[0], *(b for a, b in pairwise(points) if a != b)]
    return [number for point in kept for number in point]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
