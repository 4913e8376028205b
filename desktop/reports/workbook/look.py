"""How the workbook looks: colours, number formats, and cell formats made once each."""

from __future__ import annotations

from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from desktop.reports import palette

INK, SECONDARY, MUTED = palette.INK, palette.SECONDARY, palette.MUTED
PRIMARY, PRIMARY_SOFT = palette.PRIMARY, palette.PRIMARY_SOFT
PRIMARY_PALE, TARGET, TARGET_FILL = palette.PRIMARY_PALE, palette.TARGET, palette.TARGET_FILL
LAST_YEAR, LAST_YEAR_LINE = palette.LAST_YEAR, palette.LAST_YEAR_LINE
GOOD, WARN, BAD = palette.GOOD, palette.WARN, palette.BAD
LINE, PAPER, WHITE = palette.LINE, palette.PAPER, palette.WHITE
FONT = palette.FONT

# Grouping and decimal signs in a format code are the reader's own: Excel shows 219.830,0 in a
# Vietnamese setting and 219,830.0 in an English one.
MILLIONS = "#,##0.0"
WHOLE = "#,##0"
SIGNED_MILLIONS = '+#,##0.0;"−"#,##0.0;0.0'
PERCENT = '0.0%;"−"0.0%'
SIGNED_PERCENT = '+0.0%;"−"0.0%;0.0%'
SIGNED_POINTS = '+0.0;"−"0.0;0.0'
SIGNED_HUNDREDTHS = '+0.00;"−"0.00;0.00'
DAY = "dd/mm/yyyy"
ZERO_BELOW = {
    SIGNED_MILLIONS: 0.05,
    SIGNED_PERCENT: 0.0005,
    SIGNED_POINTS: 0.05,
    SIGNED_HUNDREDTHS: 0.005,
}
"""Below this size a signed format shows zeros. Excel picks a format's section by the value, not by
what it shows, and would write −0.00: a condition has to take the sign away."""


def signed(places: int) -> str:
    """Give the signed format of millions with decimals of its own."""
    return SIGNED_MILLIONS.replace("0.0", "0." + "0" * places)


def zero(number: str) -> str:
    """Give the format of what a signed format shows as zeros: without a sign, whatever the side."""
    unsigned = number.rsplit(";", 1)[1]
    return f"{unsigned};{unsigned}"


_STYLES: dict[str, dict[str, Any]] = {
    "plain": {},
    "title": {"font_size": 16, "bold": True, "font_color": INK, "valign": "vcenter"},
    "subtitle": {"font_size": 10, "font_color": SECONDARY, "valign": "vcenter"},
    "section": {"font_size": 11, "bold": True, "font_color": PRIMARY, "bottom": 2,
                "bottom_color": PRIMARY, "valign": "vcenter"},
    "head": {"bold": True, "font_color": INK, "bg_color": PRIMARY_SOFT, "text_wrap": True,
             "align": "center", "valign": "vcenter", "bottom": 2, "bottom_color": PRIMARY},
    "head_left": {"bold": True, "font_color": INK, "bg_color": PRIMARY_SOFT, "text_wrap": True,
                  "valign": "vcenter", "bottom": 2, "bottom_color": PRIMARY},
    "cell": {"valign": "vcenter", "bottom": 1, "bottom_color": LINE},
    "wrap": {"valign": "vcenter", "bottom": 1, "bottom_color": LINE, "text_wrap": True},
    "centre": {"valign": "vcenter", "align": "center", "bottom": 1, "bottom_color": LINE},
    "muted": {"valign": "vcenter", "font_color": MUTED, "bottom": 1, "bottom_color": LINE},
    "sum": {"bold": True, "valign": "vcenter", "top": 1, "bottom": 1, "top_color": SECONDARY,
            "bottom_color": SECONDARY, "bg_color": PAPER},
    "sum_muted": {"valign": "vcenter", "top": 1, "bottom": 1, "top_color": SECONDARY,
                  "bottom_color": SECONDARY, "bg_color": PAPER, "font_color": MUTED},
    "source": {"font_size": 8, "italic": True, "font_color": MUTED, "valign": "top",
               "text_wrap": True},
    "sentence": {"font_size": 11, "font_color": INK, "text_wrap": True, "valign": "vcenter"},
    "headline": {"font_size": 12, "bold": True, "font_color": INK, "text_wrap": True,
                 "valign": "vcenter", "bg_color": PRIMARY_SOFT, "indent": 1, "left": 5,
                 "left_color": PRIMARY},
    "card_label": {"font_size": 9, "font_color": SECONDARY, "align": "center", "valign": "vcenter",
                   "bg_color": PAPER, "top": 5, "top_color": PRIMARY},
    "card_figure": {"font_size": 18, "bold": True, "font_color": INK, "align": "center",
                    "valign": "vcenter", "bg_color": PAPER},
    "card_note": {"font_size": 9, "font_color": SECONDARY, "align": "center", "valign": "vcenter",
                  "bg_color": PAPER, "text_wrap": True},
    "good": {"font_color": GOOD},
    "bad": {"font_color": BAD},
    "helper": {"font_size": 8, "font_color": MUTED},
}  # fmt: skip


class Look:
    """The cell formats of one workbook."""

    def __init__(self, workbook: Workbook, decimals: int = 1) -> None:
        """Make none yet; amounts in millions are shown with so many decimals."""
        self._workbook, self._decimals = workbook, decimals
        self._made: dict[tuple[Any, ...], Format] = {}

    def fine(self, number: str) -> str:
        """Give a number format of millions with the decimals of this workbook."""
        if number not in (MILLIONS, SIGNED_MILLIONS):
            return number
        return number.replace("0.0", "0." + "0" * self._decimals)

    def zero_below(self, number: str) -> float:
        """Give the size below which a signed format shows zeros in this workbook."""
        coarser = number == SIGNED_MILLIONS
        return ZERO_BELOW[number] / (10 ** (self._decimals - 1) if coarser else 1)

    def __call__(self, style: str, number: str = "", **more: Any) -> Format:
        """Give the format of a style with a number format and further XlsxWriter properties."""
        number = self.fine(number)
        key = (style, number, *more.items())
        if key not in self._made:
            bare = more.pop("bare", False)  # what a conditional format adds to a cell's own
            font = {} if bare else {"font_name": FONT, "font_size": 10}
            properties = {**font, **_STYLES[style], **more}
            if number:
                properties["num_format"] = number
            self._made[key] = self._workbook.add_format(properties)
        return self._made[key]
