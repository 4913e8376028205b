"""Opening an archive: what lies at the place is looked at first, then brought up to date."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from desktop.archive import schema, sqlite
from desktop.archive.refusals import explained, refused
from desktop.archive.sqlite import Kinship

_MIGRATIONS = Path(__file__).parent / "migrations"


def open_engine(location: str | Path, *, read_only: bool, patience: float) -> Engine:
    """Give an engine for the archive at a place, which is created or migrated as needed.

    Raises `Refused` where the place holds no archive, a newer one, or cannot be reached.
    """
    path = path_of(location)
    _look_at(path, read_only=read_only)
    engine = sqlite.connect(path, read_only=read_only, patience=patience)
    try:
        with explained(str(path)):
            _bring_up_to_date(engine, path, read_only=read_only)
            if not read_only:
                sqlite.set_journal(engine, path)
    except BaseException:
        engine.dispose()
        raise
    return engine


def path_of(location: str | Path) -> Path:
    """Path of the archive's file; raises `Refused` for an engine this program does not speak."""
    if isinstance(location, Path) or "://" not in location:
        return Path(location).expanduser().absolute()
    try:
        url = make_url(location)
    except (ArgumentError, ValueError) as error:
        raise refused("archive_place_unknown", location.partition("://")[0]) from error
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        raise refused("archive_place_unknown", url.get_backend_name())
    return Path(url.database).expanduser().absolute()


def _look_at(path: Path, *, read_only: bool) -> None:
    try:
        if path.is_dir():
            raise refused("archive_is_folder", path)
        if not read_only:
            path.parent.mkdir(parents=True, exist_ok=True)
        elif not path.exists():
            raise refused("no_archive", path)
    except (OSError, ValueError) as error:
        raise refused("archive_unreachable", path) from error
    if path.exists():
        _look_into(path)
        if not read_only and not sqlite.writable(path):
            raise refused("archive_read_only", path)


def _look_into(path: Path) -> None:
    """Refuse a file of another kind here: SQLite would write over a very short one."""
    try:
        database = sqlite.is_database(path)
    except OSError as error:
        raise refused("archive_unreachable", path) from error
    if not database:
        raise refused("not_an_archive", path)


def _bring_up_to_date(engine: Engine, path: Path, *, read_only: bool) -> None:
    with engine.begin() as connection:
        if _is_current(connection, path, read_only=read_only):
            return
    if read_only:
        raise refused("archive_older", path)
    with engine.connect().execution_options(**sqlite.WRITING) as connection, connection.begin():
        # Another program may have been quicker, between the look and the lock.
        if not _is_current(connection, path):
            sqlite.claim(connection)
            _migrate(connection)


def _is_current(connection: Connection, path: Path, *, read_only: bool = False) -> bool:
    """Say whether the schema is this program's; raises `Refused` where it cannot become so."""
    kinship = sqlite.kinship(connection)
    if kinship is Kinship.EMPTY:
        if read_only:
            raise refused("not_an_archive", path)
        return False
    if kinship is Kinship.FOREIGN:
        raise refused("not_an_archive", path)
    tables = set(inspect(connection).get_table_names())
    if "alembic_version" not in tables:
        raise refused("archive_damaged", path)
    revision = connection.scalar(text("SELECT version_num FROM alembic_version"))
    if revision not in schema.REVISIONS:
        raise refused("archive_newer", path)
    if revision != schema.REVISIONS[-1]:
        return False
    if not tables >= schema.metadata.tables.keys():
        raise refused("archive_damaged", path)
    return True


def _migrate(connection: Connection) -> None:
    # Alembic takes longer to import than an archive takes to open, which rarely needs it.
    from alembic import command  # noqa: PLC0415 - as said above
    from alembic.config import Config  # noqa: PLC0415 - as said above

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
