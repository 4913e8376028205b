"""Revisions as the terminal writes them: the triangle, its statistics, and what was unusual."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rich.box import SIMPLE_HEAD

from desktop.analysis import revisions
from desktop.analysis.structure.wording import series_told
from desktop.analysis.tracing.released import release_name
from desktop.analysis.wording import FIRMNESS
from desktop.cli.provenance_out import source_json
from desktop.cli.tables import Table
from desktop.figures.series import Measure
from desktop.figures.series_names import series_name

if TYPE_CHECKING:
    from rich.console import Console

    from desktop.analysis.revisions import Release, Row, Size, Triangle, Unusual
    from desktop.figures.wording import Language

AGES = (1, 2, 3, 6, 12, 24)
"""Months after the first release at which the statistics are given."""
COLUMNS = (
    "series", "basis", "month", "release", "reported_on", "value", "status", "origin", "revision",
    "source_file", "sheet", "cell", "printed",
)  # fmt: skip
"""Columns of `revisions --format csv`: one line a release; `revision` is of the first release."""
_ROWS, _RELEASES = 24, 4


def _revision(first: Release, later: Release) -> float | None:
    return (later.value - first.value) / abs(first.value) if first.value else None


def _basis(triangle: Triangle) -> str:
    return "cumulative" if triangle.cumulative else "month"


def revision_records(triangle: Triangle) -> Iterator[dict[str, str]]:
    """Give the releases by `COLUMNS`, month by month."""
    about = {"series": series_name(triangle.series), "basis": _basis(triangle)}
    for row in triangle.rows:
        for number, told in enumerate(row.releases, 1):
            change = _revision(row.first, told)
            yield {
                **about,
                "month": str(row.month),
                "release": str(number),
                "reported_on": told.reported_on.isoformat(),
                "value": f"{told.value:.3f}".rstrip("0").rstrip("."),
                "status": told.status.value,
                "origin": told.origin.value,
                "revision": "" if change is None else repr(change),
                "source_file": told.source.file,
                "sheet": told.source.sheet,
                "cell": told.source.cell,
                "printed": told.source.printed,
            }


def revisions_json(triangle: Triangle) -> dict[str, Any]:
    """Give the triangle, the statistics by firmness, what was unusual, and sign flips."""
    is_balance = triangle.series is None
    return {
        "series": series_name(triangle.series),
        "basis": _basis(triangle),
        "measure": (triangle.series.measure if triangle.series else Measure.VALUE).value,
        "months": [
            {"month": str(row.month), "releases": [_named(triangle, row, r) for r in row.releases]}
            for row in triangle.rows
        ],
        "statistics": _statistics(triangle),
        "unusual": [unusual_json(one) for one in revisions.unusual(triangle)],
        "sign_flips": [str(flip.month) for flip in revisions.flips(triangle)]
        if is_balance
        else None,
        "months_released_again": sum(len(row.releases) > 1 for row in triangle.rows),
    }


def _named(triangle: Triangle, row: Row, told: Release) -> dict[str, Any]:
    """Give a release with the name by which it is asked where it comes from."""
    day, to_date = told.reported_on, triangle.cumulative
    name = release_name(triangle.series, row.month, day, cumulative=to_date)
    return {"name": name, **_release(told)}


def _release(told: Release) -> dict[str, Any]:
    return {
        "reported_on": told.reported_on.isoformat(),
        "value": told.value,
        "status": told.status.value,
        "origin": told.origin.value,
        "source": source_json(told.source),
    }


def _statistics(triangle: Triangle) -> dict[str, Any]:
    found = {}
    for status in (None, *revisions.statuses(triangle)):
        by_release = revisions.by_release(triangle, status)
        by_age = revisions.by_age(triangle, AGES, status)
        found[status.value if status else "all"] = {
            "to_latest": _size(revisions.to_latest(triangle, status)),
            "by_release": {str(n): _size(size) for n, size in by_release.items()},
            "by_months_after": {str(n): _size(size) for n, size in by_age.items()},
        }
    return found


def _size(size: Size | None) -> dict[str, Any] | None:
    return {**asdict(size), "largest_month": str(size.largest_month)} if size else None


def unusual_json(one: Unusual) -> dict[str, Any]:
    """Give an unusual revision with its evidence, by stable keys."""
    return {
        "month": str(one.month),
        "told_on": one.told_on.isoformat(),
        "release": one.number,
        "from": _release(one.revision.first),
        "to": _release(one.revision.later),
        "change": one.change,
        "usual": one.usual,
        "robust_z": one.robust_z,
        "rank": one.rank,
        "known": one.known,
    }


def show(triangle: Triangle, language: Language, console: Console) -> None:
    """Write the newest months of the triangle, the statistics, and what was unusual."""
    console.print(_triangle(triangle, language))
    console.print(_sizes(triangle, language))
    for one in revisions.unusual(triangle):
        console.print(unusual_words(one, language))
    if triangle.series is None:
        count = len(revisions.flips(triangle))
        console.print(
            language.plural(
                "{count} month changed its sign", "{count} months changed their sign", count
            )
        )


def _triangle(triangle: Triangle, language: Language) -> Table:
    say = language._
    unit = say("in its own unit") if _is_quantity(triangle) else say("million USD")
    title = f"{series_told(triangle.series, language)} · {unit}"
    table = Table(box=SIMPLE_HEAD, title=title, title_justify="left")
    table.add_column(say("Month"))
    most = min(max(len(row.releases) for row in triangle.rows), _RELEASES)
    for number in range(1, most + 1):
        table.add_column(say("Release {number}", number=number), justify="right")
    table.add_numbers(say("Latest"), say("Revision"))
    for row in triangle.rows[-_ROWS:]:
        told = [
            f"{_amount(triangle, t, language)}\n{language.date(t.reported_on)}"
            for t in row.releases
        ]
        told = (told[:most] + [""] * most)[:most]
        change = _revision(row.first, row.latest) if len(row.releases) > 1 else None
        table.add_row(
            str(row.month),
            *told,
            _amount(triangle, row.latest, language),
            _percent(change, language),
        )
    return table


def _amount(triangle: Triangle, told: Release, language: Language) -> str:
    """Write millions of US dollars, or a quantity in its own unit."""
    return language.number(told.value) if _is_quantity(triangle) else language.millions(told.value)


def _is_quantity(triangle: Triangle) -> bool:
    return triangle.series is not None and triangle.series.measure is Measure.QUANTITY


def _percent(change: float | None, language: Language) -> str:
    return "" if change is None else language.percent(change, 2, sign=True)


def _sizes(triangle: Triangle, language: Language) -> Table:
    say = language._
    table = Table(box=SIMPLE_HEAD, title=say("Revisions, of the first release"),
                  title_justify="left")  # fmt: skip
    for heading in (say("First released as"), say("Until"), say("Months"), say("Mean size"),
                    say("Mean"), say("Median size"), say("Largest")):  # fmt: skip
        table.add_column(heading, justify="right" if table.columns else "left")
    for status in revisions.statuses(triangle):
        ages = revisions.by_age(triangle, AGES, status)
        lines = [
            (language.plural("{count} month after", "{count} months after", age), size)
            for age, size in ages.items()
        ]
        if (latest := revisions.to_latest(triangle, status)) is not None:
            lines.append((say("latest"), latest))
        for until, size in lines:
            table.add_row(
                say(FIRMNESS[status]),
                until,
                str(size.count),
                *(language.percent(f, 2) for f in (size.mean_absolute,)),
                language.percent(size.mean_signed, 2, sign=True),
                language.percent(size.median_absolute, 2),
                f"{language.percent(size.largest, 2, sign=True)} ({size.largest_month})",
            )
    return table


def unusual_words(one: Unusual, language: Language) -> str:
    """Say of a revision that it is unusual, and beside what."""
    return language._(
        "Unusual: {month} was revised by {change} on {day}; usual is {usual} ({known} revisions)",
        month=language.month(one.month),
        change=language.percent(one.change, 2, sign=True),
        day=language.date(one.told_on),
        usual=language.percent(one.usual, 2),
        known=one.known,
    )
