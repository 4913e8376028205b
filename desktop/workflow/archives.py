"""What is done with archives as a whole: copied, backed up, brought back, checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.progress import Progress, unheard
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
    source: str | Path, out: Path, *, now: datetime, keep: int = 0, progress: Progress = unheard
) -> Copied:
    """Write an archive as of now into a file; into a folder under a name that tells the moment.

    `keep` lets the oldest of so many go that were written into the folder before.
    """
    from desktop.archive import copying  # noqa: PLC0415 - as above

    refuse_archive(out, source)
    folder = out if out.is_dir() else None
    file = out / _NAMED.format(now) if folder else out
    try:
        found = copying.backup(source, file, progress)
        gone = _let_go(folder, keep) if folder and keep else ()
    except OSError as error:
        raise Refused(
            Finding(Severity.ERROR, "not_written", found=str(error), about=str(file))
        ) from error
    return _copied(str(file), found, gone)


def _let_go(folder: Path, keep: int) -> tuple[Path, ...]:
    old = tuple(sorted(folder.glob(_OURS))[:-keep])
    for path in old:
        path.unlink()
    return old


def migrate(location: str | Path) -> int:
    """Bring an archive of an earlier version up to date; give how many returns it holds."""
    from desktop.archive import Archive  # noqa: PLC0415 - as above

    with Archive.open(location, migrating=True) as archive:
        return len(archive.returns())


def check(location: str | Path, progress: Progress = unheard) -> list[Finding]:
    """Say what does not hold in an archive; nothing where it is sound."""
    from desktop.archive import copying  # noqa: PLC0415 - as above

    return copying.check(location, progress)


def _copied(place: str, held: Sequence[Moved], gone: tuple[Path, ...] = ()) -> Copied:
    rows = {one.table: one.rows for one in held}
    return Copied(place, rows["returns"], rows[_FIGURES], gone)
