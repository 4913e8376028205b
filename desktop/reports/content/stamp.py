"""What a report carries so that it can be made again: which archive, which choices, when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desktop.figures.month import Month
from desktop.figures.phasing import Phasing
from desktop.figures.vintage import Vintage, day_or_moment

_MARK = "export-tracker"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What to ask again for the same report.

    - `archive`: which archive it was made of, by the digest of its first return; empty if unknown.
    - `year`, `through`: what is told. `vintage`: which returns count. It names a moment even where
      the report was of the newest: what is told the archive later does not count.
    - `phasing`: the way to spread the target that was asked for; None for the one in force.
    - `item`, `market`: codes of what it says more of; empty for nothing.
    - `made_at`: when it was made; with the same moment the bytes are the same.
    """

    archive: str
    year: int
    through: Month
    vintage: Vintage
    phasing: Phasing | None
    language: str
    made_at: datetime
    item: str = ""
    market: str = ""

    def text(self) -> str:
        """Write it in one line, for the properties of a document."""
        parts = {
            "archive": self.archive,
            "year": str(self.year),
            "through": str(self.through),
            "as-of": self.vintage.as_of.isoformat() if self.vintage.as_of else "",
            "known-by": self.vintage.known_by.isoformat() if self.vintage.known_by else "",
            "first-release": "yes" if self.vintage.first_release else "no",
            "phasing": self.phasing.value if self.phasing else "",
            "language": self.language,
        }
        parts |= {k: v for k, v in (("item", self.item), ("market", self.market)) if v}
        parts["made"] = self.made_at.isoformat()  # it is known by this that it ends
        return "; ".join((_MARK, *(f"{key}={value}" for key, value in parts.items())))


def stamp_read(text: str) -> Stamp | None:
    """Read a stamp back from the properties of a document; None where there is none."""
    mark, *parts = [part.strip() for part in text.split(";")]
    if mark != _MARK:
        return None
    told = dict(part.partition("=")[::2] for part in parts)
    try:
        return Stamp(
            told["archive"],
            int(told["year"]),
            Month.parse(told["through"]),
            Vintage(
                date.fromisoformat(told["as-of"]) if told["as-of"] else None,
                told["first-release"] == "yes",
                day_or_moment(told["known-by"]) if told.get("known-by") else None,
            ),
            Phasing(told["phasing"]) if told["phasing"] else None,
            told["language"],
            datetime.fromisoformat(told["made"]),
            told.get("item", ""),
            told.get("market", ""),
        )
    except (KeyError, ValueError):
        return None
