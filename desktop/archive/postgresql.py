"""All that is particular to PostgreSQL: connecting, beginning, bulk, its error codes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from typing import Any, cast

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    Select,
    create_engine,
    event,
    inspect,
    text,
)

from desktop.archive import reaching, turn
from desktop.archive.owning import OWNER
from desktop.archive.place import Kinship
from desktop.archive.schema import current_figures
from desktop.archive.unanswered import Unanswered

WRITING = {
    "archive_writing": True,
    "isolation_level": "READ COMMITTED",
}
"""Execution options of a connection that is going to write.

Writers come one after the other: each takes its turn first, and then sees all that those before
it have committed. Readers see one moment throughout, and wait for nobody.
"""

READING = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}

LOCK = 0x45585454
"""Number of the advisory lock of who builds an archive, which may have no tables yet ("EXTT")."""
RULING = {"isolation_level": "READ COMMITTED", "archive_ruling": True}
"""Execution options of a connection that says who may do what; it waits for nobody who writes."""
BUILDING = {**WRITING, **RULING, "archive_building": True}
"""Execution options of a connection that makes an archive's tables, or brings them up to date."""

CHANNEL = "export_tracker"
"""On which the database tells of every event, by its number."""

_TIMES = {
    # Seconds: a server that is gone is noticed, and nothing hangs longer than an official waits.
    "keepalives_idle": "30",
    "keepalives_interval": "2",
    "keepalives_count": "2",
    "tcp_user_timeout": "4000",  # milliseconds
    # What the server does of its own accord with a desk that went without a word, and with one
    # that would wait for a migration. It compiles no plan either: where there are many partitions
    # that takes a second, and what is asked here takes milliseconds.
    "options": "-c lock_timeout=4000 -c tcp_keepalives_idle=30 -c tcp_keepalives_interval=5 "
    "-c tcp_keepalives_count=3 -c jit=off",
}
_REACH_SECONDS = 3
"""To reach a server for the first time; again, after nothing came for a second, less must do."""
_ANOTHER_WAY = 0.8
"""Seconds for its name to be looked up, and for another of its addresses where one is silent."""
_ASLEEP = 60_000
"""Milliseconds after which a writer that does nothing more lets others write."""
AT_LENGTH = {"archive_at_length": True}
"""Execution option of a writer that has other things to do meanwhile: it copies an archive."""

_NEARBY = frozenset(("", "localhost", "127.0.0.1", "::1"))
_SAFE = {"sslmode": "verify-full", "sslrootcert": "system"}
"""Asked of every other machine, unless the address says otherwise."""

_CODES = {
    "25006": "archive_read_only",  # read_only_sql_transaction
    "42501": "archive_forbidden",  # insufficient_privilege
    "28P01": "archive_password",  # invalid_password
    "28000": "archive_password",  # invalid_authorization_specification
    "3D000": "no_database",  # invalid_catalog_name
    "53100": "archive_disk_full",  # disk_full
    "53300": "archive_crowded",  # too_many_connections
    "55P03": "archive_busy",  # lock_not_available
    "57014": "archive_busy",  # query_canceled, by a time limit
    "57P03": "archive_busy",  # cannot_connect_now
    "40001": "archive_busy",  # serialization_failure, by a replica that goes on
    "40P01": "archive_busy",  # deadlock_detected
    "42P01": "archive_damaged",  # undefined_table
    "42883": "archive_damaged",  # undefined_function
    "42804": "archive_damaged",  # datatype_mismatch
    "42703": "archive_damaged",  # undefined_column
}
_BY_A_REPLICA = ("0A000", "25006")  # feature_not_supported, read_only_sql_transaction
_CLASSES = {"08": "archive_server_gone", "57": "archive_server_gone", "58": "archive_disk",
            "XX": "archive_damaged"}  # fmt: skip
_BY_WORDS = (
    ("unsupported startup parameter", "archive_pool"),
    ("too many c", "archive_crowded"),  # "clients", or "connections for role"
    ("remaining connection slots", "archive_crowded"),
    ("pg_hba", "archive_door"),
    ('role "', "archive_password"),  # one that does not exist, of a server that asks no password
    ("does not support SSL", "archive_no_tls"),
    ("root certificate file", "archive_certificate_file"),  # is not there, or holds none
    ("does not match host name", "archive_certificate_host"),
    ("certificate out of date", "archive_certificate_date"),
    ("certificate", "archive_certificate"),
    ("invalid response to SSL negotiation", "archive_no_server"),
    # A session that was let in and then lost: nothing was wrong with who the server is.
    ("SSL SYSCALL", "archive_server_gone"),
    ("SSL connection has been closed", "archive_server_gone"),
    ("unexpected eof", "archive_server_gone"),
    ("input failed: SSL", "archive_server_gone"),
    ("SSL", "archive_certificate"),
    ("permission denied", "archive_forbidden"),
    ("not permitted to log in", "archive_password"),
    ("password", "archive_password"),
    ("authentication", "archive_password"),
    ("does not exist", "no_database"),
    ("No space left", "archive_disk_full"),
    ("could not write init file", "archive_disk_full"),  # what a new session keeps for others
)
"""What the driver says without a code, where it never reached a session."""


def connect(
    url: URL, password: Callable[[], str | None], *, read_only: bool, patience: float
) -> Engine:
    """Give an engine for a server's database; nothing is opened before the first use.

    Every question is planned by what it asks: a plan that is kept for all (`prepare_threshold`)
    knows no year and no province, and a pool of the server's side (pgbouncer) has none to keep.
    `password` is asked at the last moment, so that none stands in an engine or a log. `patience`
    is how long, in seconds, to wait for another program that writes.
    """
    engine = create_engine(
        _address(url), pool_pre_ping=True, connect_args={"prepare_threshold": None}, **_pool()
    )
    unanswered = Unanswered()
    event.listen(engine, "do_connect", lambda _, *told: _dial(password, unanswered, *told))
    event.listen(engine, "begin", _begin)
    event.listen(engine, "before_cursor_execute", _packs)
    return engine.execution_options(
        archive_patience=round(1000 * patience), archive_read_only=read_only
    )


def _dial(
    password: Callable[[], str | None],
    unanswered: Unanswered,
    line: Any,
    place: Any,
    told: dict[str, Any],
) -> Any:
    # The driver comes with the part for offices, which not every copy of the program has.
    from psycopg import OperationalError  # noqa: PLC0415 - as said above
    from psycopg.errors import ConnectionTimeout  # noqa: PLC0415 - as said above

    from desktop.archive import patience  # noqa: PLC0415 - as said above

    if unanswered.lasts():
        raise OperationalError(patience.SILENT)
    longest = patience.AGAIN_SECONDS if line.record_info else _REACH_SECONDS
    each = patience.AGAIN_SECONDS if "," in str(told.get("host")) else longest
    secret = password()
    asked = {"connect_timeout": each, **told, **({"password": secret} if secret else {})}
    unanswered.answers = partial(patience.answers, *place, **told)
    dial: Any = partial(patience.PatientConnection.connect, *place, **asked)
    try:
        reaching.hear(told.get("host"), told.get("port"))
        reached = reaching.within(longest + _ANOTHER_WAY, dial)
        reached.unanswered = unanswered
    except (ConnectionTimeout, TimeoutError) as error:
        unanswered.begin()
        raise ConnectionTimeout(patience.SILENT) from error
    except OperationalError as error:
        from desktop.archive import certificates  # noqa: PLC0415 - only where one is refused

        said = certificates.told(str(error), asked)
        if said == str(error):
            raise
        raise OperationalError(said) from error
    line.record_info["reached"] = True
    return reached


def _pool() -> dict[str, Any]:
    # Desks come and go behind firewalls that cut what is idle.
    return {"pool_size": 2, "max_overflow": 6, "pool_recycle": 1800}


def _address(url: URL) -> URL:
    given = dict(url.query)
    safe = {} if nearby(url) or "sslmode" in given else _SAFE
    return url.set(query={**_TIMES, "application_name": "export-tracker", **safe, **given})


def nearby(url: URL) -> bool:
    """Say whether the server is this machine, so that nobody can listen on the way.

    The end of an address may name another, and so may what the driver finds around it.
    https://www.postgresql.org/docs/15/libpq-envars.html
    """
    around = os.environ.get
    named = url.host or around("PGHOST") or around("PGSERVICE") or ""
    asked = (str(url.query.get(name, "")) for name in ("host", "hostaddr", "service"))
    every = (named, around("PGHOSTADDR", ""), *asked)
    return all(host in _NEARBY or host.startswith("/") for host in every)


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get("archive_read_only"):
        connection.exec_driver_sql("SET TRANSACTION READ ONLY")
    if options.get("archive_writing"):
        limits = (("lock_timeout", options["archive_patience"]),
                  ("idle_in_transaction_session_timeout",
                   0 if options.get("archive_at_length") else _ASLEEP),
                  ("jit", "off"))  # of which a pool may not have told the server  # fmt: skip
        told = ", ".join(f"set_config('{name}', '{value}', true)" for name, value in limits)
        # Before there are turns there is nobody either who could be kept from building.
        first = options.get("archive_building") and not connection.scalar(
            text(_HAS_TURNS), {"name": turn.TAKEN}
        )
        taken = f"pg_advisory_xact_lock({LOCK})" if first else turn.TAKEN
        connection.exec_driver_sql(f"SELECT {told}, {taken}")
    if options.get("archive_ruling"):
        _as_owner(connection)


def _as_owner(connection: Connection) -> None:
    """Work as who owns the archive, not as one of its keepers: what is made outlasts them."""
    owner = connection.scalar(text(_OWNER))
    if owner is not None:
        connection.exec_driver_sql(f"SET LOCAL ROLE {owner}")


_HAS_TURNS = "SELECT to_regprocedure(:name) IS NOT NULL"
_OWNER = f"SELECT quote_ident(tableowner) FROM ({OWNER}) AS owner"  # noqa: S608 - our own words


def kinship(connection: Connection) -> Kinship:
    """Say whose the database is, by the tables in the schema that is searched first."""
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return Kinship.EMPTY
    ours = {"alembic_version", "events", "returns", "figures", current_figures.name}
    return Kinship.OURS if ours <= tables else Kinship.FOREIGN


def packed(connection: Connection, selection: Select[Any]) -> Sequence[bytes]:
    """Give the one row that is selected as it is sent: see `by_column.columns`."""
    cursor: Any = connection.execute(selection, execution_options=_PACKED).cursor
    return [cursor.pgresult.get_value(0, n) for n in range(len(selection.selected_columns))]


@contextmanager
def page_by_page(connection: Connection) -> Iterator[None]:
    """Have figures read as they lie, which the server takes for dearer.

    It would look up each by itself, up to a third slower than all of a page together.
    """
    connection.exec_driver_sql("SET LOCAL enable_indexscan = off")
    yield
    connection.exec_driver_sql("SET LOCAL enable_indexscan = on")


def _packs(_connection: Connection, cursor: Any, *told: Any) -> None:
    if told[-2].execution_options.get("archive_packed"):
        cursor.format = 1  # binary


_PACKED = {"archive_packed": True}


def time(connection: Connection) -> datetime:
    """Give the server's time."""
    return cast(datetime, connection.scalar(text("SELECT clock_timestamp()")))


def left_behind(connection: Connection) -> datetime | None:
    """Say until when a replica was told anything that has lost the server it follows.

    None for one that follows, and for a server of its own. Whoever asks sees no more of what
    receives than that it runs, which is enough.
    """
    alone = connection.scalar(
        text("SELECT pg_is_in_recovery() AND NOT EXISTS (SELECT FROM pg_stat_wal_receiver)")
    )
    last = "coalesce(pg_last_xact_replay_timestamp(), (pg_control_checkpoint()).checkpoint_time)"
    return cast(datetime, connection.scalar(text(f"SELECT {last}"))) if alone else None


def is_replica(engine: Engine) -> bool:
    """Say whether the server only follows another, and can be read but not written."""
    with engine.execution_options(**READING).connect() as connection:
        return bool(connection.scalar(text("SELECT pg_is_in_recovery()")))


def code_of(error: BaseException) -> str | None:
    """Code of the finding that a driver's error amounts to; None where it is a fault of ours."""
    state = getattr(error, "sqlstate", None)
    if state in _BY_A_REPLICA and "recovery" in str(error):
        return "archive_replica"
    if state:
        return _CODES.get(state) or _CLASSES.get(state[:2])
    said = str(error)
    for words, code in _BY_WORDS:
        if words in said:
            return code
    kinds = {kind.__name__ for kind in type(error).__mro__}
    return "archive_server_gone" if "OperationalError" in kinds else None
