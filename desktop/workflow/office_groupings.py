"""The errands on an office's own groupings: where they lie, checked, taken over, taken away."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.groupings import of_the_office, take_over
from desktop.figures.office_groupings import OfficeGroupings, office_groupings
from desktop.figures.places import resource
from desktop.workflow.places import default_location
from desktop.workflow.text_files import text_of

_FILE = "groupings.csv"


def places_of(location: str | Path) -> tuple[Path, Path]:
    """Where groupings may lie: beside an archive, for it alone; in the user's data, for all."""
    everywhere = default_location().with_name(_FILE)
    path = Path(str(location).removeprefix("sqlite:///")).expanduser()
    if "://" in str(location):
        return everywhere, everywhere
    return path.with_name(f"{path.stem}.{_FILE}"), everywhere


def check_groupings(path: Path) -> OfficeGroupings:
    """Read a file of groupings and say what is wrong or odd; nothing changes.

    Raises `Refused` where it cannot be read at all.
    """
    return office_groupings(text_of(path), path.name)


def lay_groupings(location: str | Path) -> tuple[Finding, ...]:
    """Let the groupings of an archive count, or the user's own; say why they cannot.

    Without a file only those that the program comes with count.
    """
    place = next((path for path in places_of(location) if path.is_file()), None)
    if place is None:
        take_over({})
        return ()
    try:
        found = check_groupings(place)
    except Refused as refusal:
        take_over({})
        return refusal.findings
    take_over({} if found.refused else found.schemes)
    return found.findings if found.refused else ()


def use_groupings(path: Path, location: str | Path, *, everywhere: bool = False) -> OfficeGroupings:
    """Keep a file's groupings for an archive, or for every one of the user's, and let them count.

    Nothing changes where something in it is wrong. Raises `Refused` where it cannot be read, or
    not be kept.
    """
    found, place = check_groupings(path), places_of(location)[int(everywhere)]
    if not found.refused:
        text = text_of(path)
        _keep(place, text)
        lay_groupings(location)
    return found


def forget_groupings(location: str | Path) -> Path:
    """Take away the file that counts for an archive; `Refused` where there is none."""
    place = next((path for path in places_of(location) if path.is_file()), None)
    if place is None:
        raise Refused(Finding(Severity.ERROR, "no_office_groupings"))
    place.unlink()
    lay_groupings(location)
    return place


def export_groupings(out: Path) -> None:
    """Write the groupings that the program comes with as a pattern, under codes of one's own."""
    with resource(_FILE).open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines)
        columns = list(rows.fieldnames or ())
        written = io.StringIO()
        writer = csv.DictWriter(written, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows({**row, "scheme": f"OWN_{row['scheme']}"} for row in rows)
    _keep(out, "\ufeff" + written.getvalue())


def _keep(place: Path, text: str) -> None:
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Refused(
            Finding(Severity.ERROR, "not_written", found=error.strerror or "", about=str(place))
        ) from error


__all__ = [
    "check_groupings",
    "export_groupings",
    "forget_groupings",
    "lay_groupings",
    "of_the_office",
    "places_of",
    "use_groupings",
]
