"""Who may do what at a server's archive: roles of the database, kept by the database itself.

Four roles, each with what the one before may: *viewers* read; *editors* import, undo, set targets
and decide names; *approvers* also let a province's return count; *keepers* own the archive, make
accounts and migrate. Which rows of its tables each may see and add to is in `row_rules`. The roles
are named after the database: `archive_viewer` ... for the database `archive`.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, text
from sqlalchemy.sql.elements import quoted_name

from desktop.archive import at_once, drafted, grants, origins, row_rules, server_guards
from desktop.archive.owning import OWNER
from desktop.archive.refusals import refused
from desktop.archive.schema import metadata
from desktop.figures.received import Allowed


class Role(StrEnum):
    """What an account may do."""

    VIEWER = "viewer"
    EDITOR = "editor"
    APPROVER = "approver"
    KEEPER = "keeper"


MEMBERS = "office_members"
TABLES = (MEMBERS, drafted.TABLE, origins.TABLE)
"""What is kept beside the archive, about its accounts and who is at work."""
_MOST_CONNECTIONS = 30
"""Of one account: several windows and what they read with. A keeper's are not counted."""
_LIMITED = f"""
DO $$ DECLARE who name; BEGIN
FOR who IN SELECT login FROM {MEMBERS} JOIN pg_roles ON rolname = login
  WHERE role <> '{Role.KEEPER}' AND rolconnlimit = -1 AND NOT rolsuper
LOOP EXECUTE format('ALTER ROLE %I CONNECTION LIMIT {_MOST_CONNECTIONS}', who); END LOOP;
END $$
"""  # noqa: S608 - our own names
_STORING = ("lo_creat(integer)", "lo_create(oid)", "lo_from_bytea(oid, bytea)")
"""What PostgreSQL lets everybody store with, past all tables; its superuser alone takes it away."""

# Who it was and when is the server's word, whatever the program says: no desk's clock decides what
# came before what. So is from where, beside the desk's word; see `origins`. The day stays that of
# the desk's own time zone. What is copied from another archive, which nobody can open meanwhile,
# was signed there.
_SIGNING = """
CREATE OR REPLACE FUNCTION archive_signs() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$
DECLARE zone text := coalesce(
  substring(NEW.happened_at from '[+-](?:0[0-9]|1[0-4]):[0-5][0-9]$'), '+00:00');
BEGIN
IF EXISTS (SELECT FROM office_members WHERE login = session_user) AND NOT archive_is_copied() THEN
  NEW.id := archive_next('events');
  NEW.caused_by := session_user;
  NEW.happened_at := to_char(clock_timestamp() AT TIME ZONE 'UTC' + zone::interval,
    'YYYY-MM-DD"T"HH24:MI:SS') || zone;
END IF;
RETURN NEW; END $$
"""


def province(connection: Connection) -> str:
    """Code of the province whose returns this account submits; empty for anybody else's."""
    there = "SELECT to_regprocedure('archive_province()') IS NOT NULL"
    if not connection.scalar(text(there)):
        return ""
    return str(connection.scalar(text("SELECT archive_province()")))


def account(connection: Connection) -> str:
    """Name the account, where the server signs with it what it does; empty where it does not."""
    if not stand(connection):
        return ""
    member = f"SELECT login FROM {MEMBERS} WHERE login = session_user"  # noqa: S608 - our own name
    return str(connection.scalar(text(member)) or "")


def allowed(connection: Connection) -> Allowed:
    """Say what the rules let this account do with returns that came; see `row_rules`."""
    if not stand(connection):
        return Allowed()
    _, editor, approver = groups(connection)
    every = {"editor": editor, "approver": approver, "owner": owner_of(connection)}
    return Allowed(*connection.execute(_ALLOWED, every).one())


_ALLOWED = text(
    "SELECT own OR national AND pg_has_role(session_user, :editor, 'member'), "
    "own OR national AND pg_has_role(session_user, :approver, 'member') "
    "FROM (SELECT archive_province() = '' AS national, "
    "pg_has_role(session_user, :owner, 'member') AS own) AS account"
)


def stand(connection: Connection) -> bool:
    """Say whether the archive's accounts were set up."""
    there = text("SELECT to_regclass(:name) IS NOT NULL")
    return bool(connection.scalar(there, {"name": MEMBERS}))


def set_up(connection: Connection) -> None:
    """Make the roles, and let the database keep them; may be done again, after a migration too."""
    at_once.do(connection, [*_roles(connection), *_ruled(connection)])


def _roles(connection: Connection) -> Iterator[str]:
    """Give what makes those of the groups that are not there, each with what the one before may."""
    every = groups(connection)
    standing = {(member, group) for member, group in connection.execute(_BELONG, {"roles": every})}
    yield from (f"CREATE ROLE {_quoted(r)} NOLOGIN" for r in every if (r, r) not in standing)
    for group, member in pairwise(every):
        # Who came later may keep the archive, and not give its groups away.
        if (member, group) not in standing:
            yield f"GRANT {_quoted(group)} TO {_quoted(member)}"


_BELONG = text(
    "SELECT m.rolname, g.rolname FROM pg_roles m, pg_roles g "
    "WHERE m.rolname = ANY(:roles) AND g.rolname = ANY(:roles) "
    "AND pg_has_role(m.oid, g.oid, 'member')"
)


def _ruled(connection: Connection) -> Iterator[str]:
    """Give what lets the database keep everybody to what the groups may."""
    viewer, editor, approver = map(_quoted, groups(connection))
    name, schema, all_powerful = connection.execute(_WHERE).one()
    yield f"REVOKE ALL ON DATABASE {_quoted(name)} FROM PUBLIC"
    if all_powerful:
        yield f"REVOKE EXECUTE ON FUNCTION {', '.join(_STORING)} FROM PUBLIC"
    yield f"GRANT CONNECT ON DATABASE {_quoted(name)} TO {viewer}"
    schema = _quoted(schema)
    yield f"REVOKE CREATE ON SCHEMA {schema} FROM PUBLIC"
    yield f"GRANT USAGE ON SCHEMA {schema} TO {viewer}"
    yield (
        f"CREATE TABLE IF NOT EXISTS {schema}.{MEMBERS} "
        "(login text PRIMARY KEY, role text NOT NULL, province text NOT NULL)"
    )
    yield f"GRANT SELECT ON {MEMBERS} TO {viewer}"
    yield _LIMITED
    yield drafted.table(schema)
    yield from functions(schema)
    yield f"ALTER FUNCTION archive_next(text) SECURITY DEFINER SET search_path = {schema}, pg_temp"
    yield from triggers()
    # The groups have their rights anew; a database that is a copy of another names that one's, too.
    given, parts = grants.standing(connection), server_guards.parts(connection).values()
    ours = (*metadata.tables, *TABLES, *(name for some in parts for name in some))
    for row in grants.past_the_groups(given, ours, _unquoted(editor)):
        yield f"REVOKE {row.what} ON {row.relname} FROM {_whom(row.who)}"
    called = server_guards.for_writers(schema)
    callers = grants.callers(connection, called)
    for call, who in grants.calling_past(callers, _unquoted(editor)):
        yield f"REVOKE EXECUTE ON FUNCTION {call} FROM {_whom(who)}"
    for table in row_rules.tables():
        yield from row_rules.of_table(table, viewer, editor)
    yield f"GRANT SELECT ON alembic_version TO {viewer}"
    for call in called:
        yield f"GRANT EXECUTE ON FUNCTION {call} TO {editor}"
    yield from row_rules.of_approvals(_unquoted(approver))


def _whom(who: str) -> str:
    return who if who == "PUBLIC" else _quoted(who)


_WHERE = text(
    "SELECT current_database(), current_schema(), rolsuper FROM pg_roles "
    "WHERE rolname = current_user"
)


def functions(schema: str) -> Iterator[str]:
    """Give what makes the functions that rights rest on, each after those that it calls."""
    yield from row_rules.functions(schema, MEMBERS)
    yield from drafted.functions(schema)
    yield _SIGNING.format(schema=schema)


def triggers() -> Iterator[str]:
    """Give what makes the triggers that rights rest on."""
    yield from drafted.triggers()
    yield (
        "CREATE OR REPLACE TRIGGER events_signed BEFORE INSERT ON events "
        "FOR EACH ROW EXECUTE FUNCTION archive_signs()"
    )


def admit(connection: Connection, login: str, role: Role, province: str, password: str) -> None:
    """Make an account, or change it: what it may do, of which province, with what password."""
    name = _database(connection)
    if login in {f"{name}_{each}" for each in Role}:
        raise refused("login_taken", login)
    who = _quoted(login)
    verb = "ALTER" if _exists(connection, login) else "CREATE"
    # What proves the password is sent, not the password: servers write statements into their logs.
    # It takes no parameter there, so it is written as a literal by the database itself.
    driver: Any = connection.connection.driver_connection
    proof = driver.pgconn.encrypt_password(password.encode(), login.encode()).decode()
    secret = connection.scalar(text("SELECT quote_literal(:word)"), {"word": proof})
    limit = -1 if role is Role.KEEPER else _MOST_CONNECTIONS
    _do(connection, f"{verb} ROLE {who} LOGIN CONNECTION LIMIT {limit} PASSWORD {secret}")
    group = owner_of(connection) if role is Role.KEEPER else f"{name}_{role}"
    for each in groups(connection):
        if each != group:
            _do(connection, f"REVOKE {_quoted(each)} FROM {who}")
    if group != login:
        _do(connection, f"GRANT {_quoted(group)} TO {who}")
    connection.execute(
        text(
            f"INSERT INTO {MEMBERS} VALUES (:login, :role, :province) ON CONFLICT (login) "  # noqa: S608 - our own name
            "DO UPDATE SET role = excluded.role, province = excluded.province"
        ),
        {"login": login, "role": role.value, "province": province},
    )


def members(connection: Connection) -> list[tuple[str, str, str]]:
    """Give the accounts: login, role, province."""
    rows = connection.execute(text(f"SELECT login, role, province FROM {MEMBERS} ORDER BY 1"))  # noqa: S608 - our own name
    return [(str(login), str(role), str(where)) for login, role, where in rows]


def dismiss(connection: Connection, login: str) -> None:
    """Let an account in no more, and do nothing more where it is in; what it did stays."""
    who = _quoted(login)
    _do(connection, f"ALTER ROLE {who} NOLOGIN")
    for group in (*groups(connection), owner_of(connection)):
        if group != login and _belongs(connection, who, _quoted(group)):
            _do(connection, f"REVOKE {_quoted(group)} FROM {who}")
    connection.execute(
        text(f"DELETE FROM {MEMBERS} WHERE login = :login"),  # noqa: S608 - our own name
        {"login": login},
    )


def end(connection: Connection, login: str) -> None:
    """End what an account that was dismissed is still in the middle of."""
    who = _quoted(login)
    ended = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = :login "
                 "AND datname = current_database()")  # fmt: skip
    stands_in = _belongs(connection, _quoted(str(connection.scalar(_CURRENT))), who)
    if not stands_in:  # only who stands in for somebody may end what they do
        _do(connection, f"GRANT {who} TO CURRENT_USER")
    connection.execute(ended, {"login": login})
    if not stands_in:
        _do(connection, f"REVOKE {who} FROM CURRENT_USER")


_CURRENT = text("SELECT current_user")


def groups(connection: Connection) -> list[str]:
    """Name the groups that accounts belong to, the one that may least first: three."""
    name = _database(connection)
    return [f"{name}_{each}" for each in (Role.VIEWER, Role.EDITOR, Role.APPROVER)]


def owner_of(connection: Connection) -> str:
    """Name who owns the archive, whom keepers stand in for."""
    return str(connection.scalar(text(OWNER)))


def _database(connection: Connection) -> str:
    return str(connection.scalar(text("SELECT current_database()")))


def _belongs(connection: Connection, member: str, group: str) -> bool:
    asked = {"member": _plain(member), "group": _plain(group)}
    return bool(connection.scalar(text("SELECT pg_has_role(:member, :group, 'member')"), asked))


def _plain(quoted: str) -> str:
    return quoted[1:-1].replace('""', '"')


def _exists(connection: Connection, role: str) -> bool:
    statement = text("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = :role)")
    return bool(connection.scalar(statement, {"role": role}))


def _quoted(name: str) -> str:
    return '"' + str(quoted_name(name, quote=True)).replace('"', '""') + '"'


def _unquoted(name: str) -> str:
    return _plain(name).replace("'", "''")


def _do(connection: Connection, statement: str) -> None:
    at_once.do(connection, [statement])
