"""The design tokens: every colour by its meaning, every size, in one place; four themes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a piece of text says by its colour. Never alone: a word, sign or icon says it too."""

    PLAIN = "text"
    SECONDARY = "secondary"
    MUTED = "muted"
    PRIMARY = "primary"
    TARGET = "target"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


VERDICTS = (Tone.GOOD, Tone.WARN, Tone.BAD)
"""How things stand: read on a chosen row, too."""


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours by meaning, as ``#rrggbb``.

    The three that carry meaning in charts (`primary` actual, `target`, `last_year_*`) are blue,
    orange and grey, which colour-blind eyes tell apart; text colours keep 4.5:1 on what they
    stand on, and 7:1 in `CONTRAST` and `CONTRAST_LIGHT`.
    """

    window: str
    rail: str
    card: str
    border: str
    grid: str
    shade: str
    hover: str
    track: str
    text: str
    secondary: str
    muted: str
    primary: str
    primary_hover: str
    primary_pressed: str
    primary_soft: str
    on_primary: str
    estimate_fill: str
    last_year_bar: str
    last_year_line: str
    target: str
    target_fill: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    neutral_soft: str
    sheet_title: str
    sheet_growth: str
    sheet_note: str
    sheet_label: str
    sheet_value: str
    sheet_heading: str
    sheet_doubt: str
    sheet_doubt_edge: str
    tooltip: str
    on_tooltip: str
    tick: str
    """Which of the two ticks stands on `primary`."""

    def of(self, tone: Tone) -> str:
        """Give the colour of a tone."""
        return str(getattr(self, tone.value))


LIGHT = Colours(
    window="#f5f6f8",
    rail="#fbfbfc",
    card="#ffffff",
    border="#e4e7ec",
    grid="#e6e9ed",
    shade="#f8f9fa",
    hover="#eff1f5",
    track="#e4e7ec",
    text="#17202e",
    secondary="#4b5768",
    muted="#667085",
    primary="#1f5fbf",
    primary_hover="#1a54ab",
    primary_pressed="#174a97",
    primary_soft="#e3eaf5",
    on_primary="#ffffff",
    estimate_fill="#84a7dc",
    last_year_bar="#c9ced5",
    last_year_line="#8a94a3",
    target="#c2410c",
    target_fill="#f4d9c8",
    good="#0f766e",
    good_soft="#dcf0ed",
    warn="#a64b08",
    warn_soft="#fdecce",
    bad="#b42318",
    bad_soft="#f8e1de",
    neutral_soft="#e6e9ee",
    sheet_title="#d3e9e6",
    sheet_growth="#f4f1d8",
    sheet_note="#edeff2",
    sheet_label="#e7f1f0",
    sheet_value="#ebf1f9",
    sheet_heading="#efe7fd",
    sheet_doubt="#fce2b5",
    sheet_doubt_edge="#f59e0b",
    tooltip="#17202e",
    on_tooltip="#f5f6f8",
    tick="white",
)
DARK = Colours(
    window="#12161d",
    rail="#161b23",
    card="#1a2029",
    border="#2a323d",
    grid="#2a323d",
    shade="#1e252e",
    hover="#232b36",
    track="#2a323d",
    text="#e8ecf2",
    secondary="#a9b4c2",
    muted="#8b97a7",
    primary="#6ea8fe",
    primary_hover="#86b6ff",
    primary_pressed="#9cc4ff",
    primary_soft="#202b3d",
    on_primary="#0b1524",
    estimate_fill="#476a9d",
    last_year_bar="#3b434f",
    last_year_line="#7c8898",
    target="#fb923c",
    target_fill="#4a3426",
    good="#4fd1c5",
    good_soft="#1c3a3a",
    warn="#fbbf24",
    warn_soft="#40341a",
    bad="#f8817a",
    bad_soft="#43262a",
    neutral_soft="#2a323d",
    sheet_title="#1b403e",
    sheet_growth="#35321c",
    sheet_note="#242c37",
    sheet_label="#1d2f31",
    sheet_value="#1e2a3b",
    sheet_heading="#2d2744",
    sheet_doubt="#4d3b15",
    sheet_doubt_edge="#f59e0b",
    tooltip="#e8ecf2",
    on_tooltip="#17202e",
    tick="black",
)
CONTRAST = Colours(
    window="#000000",
    rail="#000000",
    card="#000000",
    border="#b4bdc8",
    grid="#59636f",
    shade="#0d0f12",
    hover="#2b2f36",
    track="#4e5864",
    text="#ffffff",
    secondary="#eef1f5",
    muted="#cfd6de",
    primary="#a6d8ff",
    primary_hover="#c4e5ff",
    primary_pressed="#dcf0ff",
    primary_soft="#14283c",
    on_primary="#000000",
    estimate_fill="#4a82b8",
    last_year_bar="#77808b",
    last_year_line="#d3d8de",
    target="#ffcb8a",
    target_fill="#6b4a1e",
    good="#5fe8da",
    good_soft="#0b3330",
    warn="#ffe066",
    warn_soft="#3a2f00",
    bad="#ff9a93",
    bad_soft="#451517",
    neutral_soft="#1c1f24",
    sheet_title="#0f3b38",
    sheet_growth="#33300a",
    sheet_note="#22262c",
    sheet_label="#0e2d2d",
    sheet_value="#12263c",
    sheet_heading="#2c2150",
    sheet_doubt="#4a3600",
    sheet_doubt_edge="#ffb020",
    tooltip="#ffffff",
    on_tooltip="#000000",
    tick="black",
)
CONTRAST_LIGHT = Colours(
    window="#ffffff",
    rail="#ffffff",
    card="#ffffff",
    border="#4b5563",
    grid="#a3abb6",
    shade="#f4f6f8",
    hover="#e8ecf2",
    track="#c9cfd7",
    text="#000000",
    secondary="#1b2430",
    muted="#36404d",
    primary="#083d94",
    primary_hover="#063078",
    primary_pressed="#05265f",
    primary_soft="#e2ebf9",
    on_primary="#ffffff",
    estimate_fill="#7fa6e0",
    last_year_bar="#858e99",
    last_year_line="#5c6672",
    target="#8a2c00",
    target_fill="#f3c6a5",
    good="#00504a",
    good_soft="#ddf3f0",
    warn="#6b3200",
    warn_soft="#ffeecb",
    bad="#8c1009",
    bad_soft="#fbe4e1",
    neutral_soft="#e8ebf0",
    sheet_title="#c6e6e2",
    sheet_growth="#f4efc8",
    sheet_note="#e6e9ee",
    sheet_label="#dff0ee",
    sheet_value="#e0ebfa",
    sheet_heading="#e8dcfd",
    sheet_doubt="#ffdca0",
    sheet_doubt_edge="#8a4b00",
    tooltip="#000000",
    on_tooltip="#ffffff",
    tick="white",
)

FONT_FAMILY = "Inter"

# Type scale, in device-independent pixels.
FIGURE_SIZE = 26
TITLE_SIZE = 19
BODY_SIZE = 13
SMALL_SIZE = 12
TINY_SIZE = 11

# Spacing: multiples of four.
TIGHT = 4
SNUG = 8
GAP = 12
PAD = 16
MARGIN = 20

CARD_RADIUS = 10
CONTROL_RADIUS = 7
BAR_RADIUS = 2
CONTROL_HEIGHT = 32
RAIL_WIDTH, FOLDED_RAIL_WIDTH = 196, 66
NARROW = 1080
"""A window less wide has a rail of icons."""
LEAST_PAGE = 770
"""Pages less wide scroll sideways: a screen of 1280 in 150 per cent has room for rail and page."""
HEADER_HEIGHT = 58
FOOTER_HEIGHT = 30
