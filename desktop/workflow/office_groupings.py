"""Files of an office's own groupings: checked, written as a pattern, kept for all archives."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.office_groupings import OfficeGroupings, office_groupings
from desktop.figures.places import resource
from desktop.reports.saving import save_whole, unwritten
from desktop.workflow.places import default_location
from desktop.workflow.text_files import text_of

_FILE = "groupings.csv"


def file_for_all() -> Path | None:
    """Give the file in the user's data, for every archive that has none of its own."""
    place = _for_all()
    return place if place.is_file() else None


def file_beside(location: str | Path) -> Path | None:
    """Give the file beside an archive, where programs before kept its groupings."""
    path = Path(str(location).removeprefix("sqlite:///")).expanduser()
    if "://" in str(location):
        return None
    place = path.with_name(f"{path.stem}.{_FILE}")
    return place if place.is_file() else None


def check_groupings(path: Path) -> OfficeGroupings:
    """Read a file of groupings and say what is wrong or odd; nothing changes.

    Raises `Refused` where it cannot be read at all.
    """
    return office_groupings(text_of(path), path.name)


def use_for_all(path: Path) -> OfficeGroupings:
    """Keep a file's groupings for every archive of the user's; see `Office.use_groupings`."""
    found = check_groupings(path)
    if not found.refused:
        place = _for_all()
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise unwritten(error, place) from error
        save_whole(text_of(path).encode(), place)
    return found


def forget_for_all() -> Path:
    """Take away the file for all archives; `Refused` where there is none."""
    place = file_for_all()
    if place is None:
        raise Refused(Finding(Severity.ERROR, "no_office_groupings"))
    place.unlink()
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
    save_whole(written.getvalue().encode("utf-8-sig"), out)


def _for_all() -> Path:
    return default_location().with_name(_FILE)
