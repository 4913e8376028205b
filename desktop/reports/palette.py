"""The colours of every report: those of the window, so that paper and screen read alike."""

from __future__ import annotations

from desktop.reports.content.report import Tone

INK, SECONDARY, MUTED = "#17202E", "#4B5768", "#667085"
PRIMARY, PRIMARY_SOFT, PRIMARY_PALE = "#1F5FBF", "#E0E8F4", "#84A7DC"
TARGET, TARGET_FILL = "#C2410C", "#F4D9C8"
LAST_YEAR, LAST_YEAR_LINE = "#D6DADF", "#8A94A3"
GOOD, WARN, BAD = "#0F766E", "#B45309", "#B42318"
LINE, PAPER, WHITE = "#D1D5DB", "#F5F6F8", "#FFFFFF"
GRID = "#E6E9ED"

FONT = "Arial"
"""On every Windows and macOS, with all Vietnamese letters; elsewhere Liberation Sans fits it."""

INKS = {
    Tone.PLAIN: INK,
    Tone.GOOD: GOOD,
    Tone.WARN: WARN,
    Tone.BAD: BAD,
    Tone.MUTED: MUTED,
}
"""The ink of a text by how it is meant."""
