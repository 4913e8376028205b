"""What is done with archives as a whole: copied, backed up, brought back, checked."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.figures.finding import Finding, Refused
from desktop.figures.progress import Progress, unheard
from desktop.reports.saving import unwritten
from desktop.workflow.places import refuse_archive

if TYPE_CHECKING:
    from desktop.archive.moving import Moved

_NAMED = "export-tracker {:%Y-%m-%d %H%M%S}.sqlite3"
_OURS = "export-tracker ????-??-?? ??????.sqlite3"
_FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class Copied:
    """A copy that was compared with its archive: where it is, and how much it holds.

    `returns` and `figures` are counts; `gone` are older backups that were let go.
    """

    place: str
    returns: int
    figures: int
    gone: tuple[Path, ...] = ()


def copy(source: str | Path, target: str | Path, progress: Progress = unheard) -> Copied:
    """Copy an archive into an empty place of either engine, or go on with a copy broken off.

    Raises `Refused` where the target holds anything else or cannot be reached, `Cancelled` where
    whoever is told of the progress says so; the same call goes on later.
    """
    from desktop.archive import copying  # noqa: PLC0415 - brings the database's libraries

    return _copied(str(target), copying.copy(source, target, progress))


def backup(
    source: str | Path,
    out: str | Path,
    *,
    now: datetime,
    keep: int = 0,
    progress: Progress = unheard,
) -> Copied:
    """Write an archive as of now into a file; into a folder under a name that tells the moment.

    `keep` lets the oldest of so many go that were written into the folder before. A folder is made
    where it is not there: with `keep`, or where what is said ends as one does ("backups/").
    """
    is_folder = bool(keep) or str(out).endswith(("/", os.sep))
    out = Path(out)
    from desktop.archive import copying  # noqa: PLC0415 - as above

    refuse_archive(out, source)
    folder = out if is_folder or out.is_dir() else None
    file = out / _NAMED.format(now) if folder else out
    made = _make(folder) if folder else ()
    try:
        found = copying.backup(source, file, progress)
        gone = _let_go(folder, keep) if folder and keep else ()
    except BaseException as error:
        for each in made:
            with suppress(OSError):  # something else came into it
                each.rmdir()
        if isinstance(error, OSError):
            raise unwritten(error, file) from error
        raise
    return _copied(str(file), found, gone)


def _make(folder: Path) -> tuple[Path, ...]:
    """Make a folder, and those that it lies in; give those that were not there, innermost first."""
    missing = tuple(each for each in (folder, *folder.parents) if not each.exists())
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritten(error, folder) from error
    return missing


def up_to_date_backup(source: str | Path, folder: Path) -> Path | None:
    """Give the newest backup of a folder where nothing was done to the archive since.

    A folder that is not there is made.
    """
    from desktop.archive import copying  # noqa: PLC0415 - as above

    last = copying.newest(source)
    _make(folder)
    newest = max(folder.glob(_OURS), default=None)
    try:
        return newest if newest and copying.newest(newest) == last else None
    except Refused:  # of an earlier version, or damaged: it is no backup of today
        return None


def _let_go(folder: Path, keep: int) -> tuple[Path, ...]:
    old = tuple(sorted(folder.glob(_OURS))[:-keep])
    for path in old:
        path.unlink()
    return old


def migrate(location: str | Path, kept_in: Path) -> tuple[int, Path | None]:
    """Bring an archive of an earlier version up to date; give how many returns it holds.

    And the copy of what it held before, which for a server's goes into the folder `kept_in`.
    """
    from desktop.archive import Archive  # noqa: PLC0415 - as above

    with Archive.open(location, kept_in=kept_in) as archive:
        return len(archive.returns()), archive.kept_before


def check(location: str | Path, progress: Progress = unheard) -> list[Finding]:
    """Say what does not hold in an archive; nothing where it is sound."""
    from desktop.archive import copying  # noqa: PLC0415 - as above

    return copying.check(location, progress)


def _copied(place: str, held: Sequence[Moved], gone: tuple[Path, ...] = ()) -> Copied:
    rows = {one.table: one.rows for one in held}
    return Copied(place, rows["returns"], rows[_FIGURES], gone)
