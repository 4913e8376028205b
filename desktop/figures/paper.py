"""A report on paper: HTML in blocks, as it is previewed and printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Paper:
    """A report as HTML in blocks, each of which is best kept on one sheet.

    `head` is HTML's own head, `stamp` what is kept in a file's properties to make the report
    again, `made_at` when it was made, `language` a code. Charts are images that hold their
    drawing (SVG).
    """

    title: str
    head: str
    blocks: tuple[str, ...]
    stamp: str
    made_at: datetime
    language: str

    def html(self) -> str:
        """Give the whole page."""
        return (
            f'<!DOCTYPE html>\n<html lang="{self.language}"><head>{self.head}</head>'
            f"<body>{''.join(self.blocks)}</body></html>\n"
        )
