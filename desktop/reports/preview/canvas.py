"""A drawing in SVG, of the plain shapes that every reader of it knows."""

from __future__ import annotations

from html import escape

from desktop.reports import palette

LETTERS = 11
"""The size of letters."""


class Canvas:
    """Collects shapes, in the order of painting; lengths are in pixels of the drawing."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self._shapes: list[str] = []

    def rect(
        self, corner: tuple[float, float], size: tuple[float, float], fill: str, edge: str = ""
    ) -> None:
        """Paint a rectangle from its upper left corner; a broken edge where a colour is given."""
        (x, y), (wide, high) = corner, size
        line = f' stroke="{edge}" stroke-width="1" stroke-dasharray="3 2"' if edge else ""
        self._shapes.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}" '
            f'fill="{fill}"{line}/>'
        )

    def path(
        self, points: list[tuple[float, float]], ink: str, width: float, dash: str = ""
    ) -> None:
        """Draw a line through points."""
        told = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        broken = f' stroke-dasharray="{dash}"' if dash else ""
        self._shapes.append(
            f'<polyline points="{told}" fill="none" stroke="{ink}" stroke-width="{width}"'
            f' stroke-linejoin="round"{broken}/>'
        )

    def area(self, points: list[tuple[float, float]], fill: str) -> None:
        """Fill an area, half transparent."""
        told = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self._shapes.append(f'<polygon points="{told}" fill="{fill}" fill-opacity="0.45"/>')

    def dot(self, at: tuple[float, float], ink: str) -> None:
        """Mark a point."""
        self._shapes.append(
            f'<circle cx="{at[0]:.1f}" cy="{at[1]:.1f}" r="3.2" fill="{ink}" '
            f'stroke="{palette.WHITE}" stroke-width="1"/>'
        )

    def text(
        self,
        at: tuple[float, float],
        text: str,
        *,
        anchor: str = "start",
        ink: str = palette.SECONDARY,
        bold: bool = False,
    ) -> None:
        """Write a line of text; `anchor` says which part of it stands at the place."""
        weight = ' font-weight="bold"' if bold else ""
        self._shapes.append(
            f'<text x="{at[0]:.1f}" y="{at[1]:.1f}" text-anchor="{anchor}" fill="{ink}"{weight}>'
            f"{escape(text)}</text>"
        )

    def svg(self, title: str) -> str:
        """Give the drawing, with its title for whoever cannot see it."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width}" height="{self.height}" '
            f'viewBox="0 0 {self.width} {self.height}" role="img" aria-label="{escape(title)}" '
            f'font-family="Inter, Arial, sans-serif" font-size="{LETTERS}">'
            f"<title>{escape(title)}</title>{''.join(self._shapes)}</svg>"
        )
