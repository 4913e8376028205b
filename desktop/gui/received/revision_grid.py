"""The revision triangle as a table: a row for each month, a column for each release, the newest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis import revisions
from desktop.analysis.wording import FIRMNESS, ORIGINS
from desktop.figures.figure import Status
from desktop.figures.series import Measure
from desktop.figures.wording import N_, capitalised
from desktop.gui.parts.grid import Cell, Grid
from desktop.gui.provenance.offer import Number
from desktop.gui.tokens import Tone

if TYPE_CHECKING:
    from desktop.analysis.revisions import Release, Row, Triangle
    from desktop.figures.month import Month
    from desktop.figures.wording import Language

_MOST = 5
"""So many releases have a column of their own; the latest always has."""


def triangle_grid(triangle: Triangle, lang: Language) -> Grid:
    """Lay a triangle out, the newest month first; a tip says of each cell where it was read."""
    most = _columns(triangle)
    numbers = tuple(lang._("Release {number}", number=n) for n in range(1, most + 1))
    columns = (lang._("Month"), *numbers, lang._("Latest"), lang._("Revision"))
    odd = {one.month for one in revisions.unusual(triangle)}
    rows = [_line(triangle, row, most, odd, lang) for row in reversed(triangle.rows)]
    return Grid(columns, rows)


def release_at(triangle: Triangle, row: int, column: int) -> tuple[Month, Release] | None:
    """Give the release that a cell shows, and its month; None where it shows none."""
    if not 0 <= row < len(triangle.rows):
        return None
    told = triangle.rows[-1 - row]
    most = _columns(triangle)
    if column in (0, most + 1, most + 2):
        return told.month, told.latest
    shown = told.releases[:most]
    return (told.month, shown[column - 1]) if 0 < column <= len(shown) else None


def revision_at(triangle: Triangle, row: int, column: int) -> Row | None:
    """Give the month whose revision a cell shows; None where it shows none."""
    if not 0 <= row < len(triangle.rows) or column != _columns(triangle) + 2:
        return None
    told = triangle.rows[-1 - row]
    return told if len(told.releases) > 1 and told.first.value else None


def _columns(triangle: Triangle) -> int:
    return min(max((len(row.releases) for row in triangle.rows), default=0), _MOST)


def _line(
    triangle: Triangle, row: Row, most: int, odd: set[Month], lang: Language
) -> tuple[Cell, ...]:
    told = [_cell(triangle, release, lang) for release in row.releases[:most]]
    empty = [Cell("")] * (most - len(told))
    return (
        Cell(capitalised(lang.month(row.month))),
        *told,
        *empty,
        _cell(triangle, row.latest, lang),
        _revision(row, unusual=row.month in odd, lang=lang),
    )


def _cell(triangle: Triangle, release: Release, lang: Language) -> Cell:
    is_quantity = triangle.series is not None and triangle.series.measure is Measure.QUANTITY
    text = lang.number(release.value) if is_quantity else lang.millions(release.value)
    lines = [
        lang._(
            "Reported {date}, {status}",
            date=lang.date(release.reported_on), status=lang._(FIRMNESS[release.status]),
        ),
        lang._(ORIGINS[release.origin]),
        str(release.source),
    ]  # fmt: skip
    if release.other:
        lines.append(str(release.other))
    return Cell(text, Tone.PLAIN, "\n".join(lines))


def _revision(row: Row, *, unusual: bool, lang: Language) -> Cell:
    first = row.first.value
    if len(row.releases) == 1 or not first:
        return Cell("")
    text = lang.percent((row.latest.value - first) / abs(first), 2, sign=True)
    if not unusual:
        return Cell(text)
    return Cell(f"⚠ {text}", Tone.WARN, lang._("An unusual revision for this series"))


def told_sizes(triangle: Triangle, lang: Language) -> tuple[str, ...]:
    """Say how far figures of each firmness usually move, and how many signs flipped."""
    lines = []
    for status in revisions.statuses(triangle):
        size = revisions.usual(triangle, status)
        if size is not None:
            lines.append(
                lang._(
                    "First released as {status}: moved by {mean} on average ({signed} with sign), "
                    "at most {largest} in {month}; {count} months",
                    status=lang._(FIRMNESS[status]),
                    mean=lang.percent(size.mean_absolute, 2),
                    signed=lang.percent(size.mean_signed, 2, sign=True),
                    largest=lang.percent(size.largest, 2, sign=True),
                    month=lang.month(size.largest_month),
                    count=size.count,
                )
            )
    if triangle.series is None:
        count = len(revisions.flips(triangle))
        lines.append(
            lang.plural(
                "{count} month changed its sign", "{count} months changed their sign", count
            )
        )
    if not lines:
        lines.append(lang._("No month was released more than once yet."))
    return tuple(lines)


_MEANS = {
    Status.ESTIMATE: (N_("Mean size, of estimates"), N_("Mean with sign, of estimates")),
    Status.PRELIMINARY: (
        N_("Mean size, of preliminary figures"), N_("Mean with sign, of preliminary figures"),
    ),
    Status.ACTUAL: (N_("Mean size, of actual figures"), N_("Mean with sign, of actual figures")),
    Status.FINAL: (N_("Mean size, of final figures"), N_("Mean with sign, of final figures")),
}  # fmt: skip


def told_numbers(triangle: Triangle) -> list[Number]:
    """Name what `told_sizes` tells: both means of each firmness, and the largest revision."""
    from desktop.analysis.tracing.released import revision_name  # noqa: PLC0415 - when asked
    from desktop.analysis.tracing.usual import usual_name  # noqa: PLC0415 - as above

    rows = {row.month: row for row in triangle.rows}
    found = []
    for status in revisions.statuses(triangle):
        size = revisions.usual(triangle, status)
        if size is None:
            continue
        mean, signed = _MEANS[status]
        row = rows[size.largest_month]
        largest = revision_name(
            triangle.series, row.month, row.first.reported_on, row.latest.reported_on,
            cumulative=triangle.cumulative,
        )  # fmt: skip
        found += [
            Number(usual_name(triangle, status), None, mean),
            Number(usual_name(triangle, status, signed=True), None, signed),
            Number(largest, None, N_("The revision")),
        ]
    return found
