"""How large letters may be so that a text fits its box: estimated, since no renderer is at hand.

Widths are those of Arial (and of Liberation Sans, which has the same), in parts of its size.
"""

from __future__ import annotations

from collections.abc import Sequence

NARROW, WIDE = 0.30, 0.72
_NARROW = frozenset("iíìịỉĩjltfrI.,;:'|!()[] -·")
_WIDE = frozenset("mwMW%@ĐÔƠƯÂÁÀẢÃẠ") | frozenset("ABCDEGHKNOPQRSUVXY")
_OTHER = 0.55
LINE = 1.2
"""A line's height, in parts of the size of its letters."""
_CARE = 1.04
"""A renderer may break lines earlier than our estimate."""


def width(text: str, size: float) -> float:
    """Estimate the width of a line, in the unit of `size`."""
    parts = (NARROW if c in _NARROW else WIDE if c in _WIDE else _OTHER for c in text)
    return sum(parts) * size * _CARE


def lines(text: str, size: float, room: float) -> int:
    """Estimate on how many lines a paragraph is broken in a room of a width."""
    count, used = 1, 0.0
    for word in text.split(" "):
        wide = width(word + " ", size)
        if used and used + wide > room:
            count, used = count + 1, 0.0
        used += wide
    return count


def height(texts: Sequence[str], size: float, room: float, between: float) -> float:
    """Estimate the height of paragraphs with a space between them."""
    told = sum(lines(text, size, room) for text in texts) * LINE * size
    return told + between * max(0, len(texts) - 1)


def size_that_fits(
    texts: Sequence[str], room: tuple[float, float], sizes: tuple[float, float], between: float
) -> float:
    """Give the largest size (points) at which paragraphs fit a room (width, height in points).

    The smallest of `sizes` (largest, smallest) is given where none fits.
    """
    size, smallest = sizes
    while size > smallest and height(texts, size, room[0], between) > room[1]:
        size -= 0.5
    return max(size, smallest)


def those_that_fit(
    texts: Sequence[str], room: tuple[float, float], size: float, between: float
) -> int:
    """Say how many of the paragraphs, from the first on, fit a room at a size; at least one."""
    count = len(texts)
    while count > 1 and height(texts[:count], size, room[0], between) > room[1]:
        count -= 1
    return count
