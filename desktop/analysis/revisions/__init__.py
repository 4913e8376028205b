"""Revisions: what each release said of a month, and how far first figures usually move."""

from desktop.analysis.revisions.flips import Flip, flips
from desktop.analysis.revisions.late_news import moved
from desktop.analysis.revisions.sizes import (
    Size,
    by_age,
    by_release,
    pairs,
    statuses,
    to_latest,
    usual,
)
from desktop.analysis.revisions.triangle import Release, Row, Triangle, balance_triangle, triangle
from desktop.analysis.revisions.unusual import Unusual, unusual

__all__ = [
    "Flip",
    "Release",
    "Row",
    "Size",
    "Triangle",
    "Unusual",
    "balance_triangle",
    "by_age",
    "by_release",
    "flips",
    "moved",
    "pairs",
    "statuses",
    "to_latest",
    "triangle",
    "unusual",
    "usual",
]
