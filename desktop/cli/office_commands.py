"""The commands on an archive that an office shares: set up, accounts, passwords, approval."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import click
from rich.box import SIMPLE_HEAD

from desktop.cli.archive_options import kept_in, tell_kept
from desktop.cli.options import group, shared, spoken
from desktop.cli.session import Session
from desktop.cli.tables import Table, terminal
from desktop.cli.typed import NUMBER
from desktop.figures.month import Month
from desktop.figures.wording import N_, Language
from desktop.workflow import sharing
from desktop.workflow.sharing import Invitation

ADDRESS = click.argument("address", type=click.Path(path_type=str))
LOGIN = click.argument("login", metavar="ACCOUNT")
_ACCOUNT = "ACCOUNT"
RETURN = click.argument("number", metavar="RETURN", type=NUMBER)


office = group("office", N_("An archive on a server: set up, accounts, approval."))


@office.command("init", help=N_("Make the archive and its roles on a server's empty database."))
@ADDRESS
@kept_in
@spoken
@click.pass_obj
def init(session: Session, address: str, kept_in: Path) -> None:
    """Set up; doing it again changes nothing that is in."""
    kept = sharing.set_up(address, kept_in)
    lang = session.language
    click.echo(lang._("{path} is ready.", path=address))
    tell_kept(session, kept)
    click.echo(
        lang._(
            "Now admit each colleague: office admit {path} ACCOUNT --as editor",
            path=_quoted(address),
        )
    )
    click.echo("\n" + lang._("That prints what to send to the colleague, which is:") + "\n")
    click.echo("\n".join(_ways(sharing.invitation_address(address, _ACCOUNT), lang)))
    click.echo("\n" + lang._("and a password, which goes another way."))


@office.command("admit", help=N_("Make a colleague's account, or give it another role."))
@ADDRESS
@LOGIN
@click.option(
    "--as", "role", type=click.Choice(sharing.ROLES), default="viewer", show_default=True,
    help=N_("What the account may do, each with what the one before may."),
)  # fmt: skip
@click.option(
    "--province", default="", help=N_("Of an editor: the one province whose returns it submits.")
)
@spoken
@click.pass_obj
def admit(session: Session, address: str, login: str, role: str, province: str) -> None:
    """Make the account, and say what to send to the colleague."""
    day = session.clock().date()
    invited = sharing.admit(address, login, role, province, now=Month(day.year, day.month))
    click.echo(_letter(invited, session.language))


def _letter(invited: Invitation, lang: Language) -> str:
    return "\n".join(
        (
            lang._("Send this to {who}, the password by another way:", who=invited.account.login),
            "",
            *_ways(invited.address, lang),
            "",
            lang._("Password, told this once: {word}", word=invited.password),
        )
    )


def _ways(address: str, lang: Language) -> list[str]:
    """Say how a colleague comes in: by the window's dialog, or by two lines in a terminal."""
    parts = urlsplit(address)
    server = parts.netloc.rpartition("@")[2]
    certificate = parse_qs(parts.query).get("sslrootcert", ["system"])[0]
    fields = {
        lang._("Server"): server,
        lang._("Database"): unquote(parts.path.removeprefix("/")),
        lang._("Account"): unquote(parts.username or ""),
    }
    if certificate != "system":  # the authorities that the system trusts are in no file to send
        fields[lang._("Certificate")] = lang._("the file {name}, sent along", name=certificate)
    width = max(map(len, fields))
    quoted = _quoted(address)
    return [
        "  " + lang._("In the window press Ctrl+Alt+C and fill in:"),
        *(f"    {name.ljust(width)}  {value}" for name, value in fields.items()),
        "  " + lang._("or in a terminal:"),
        f"    export-tracker office password {quoted}",
        f"    export-tracker --archive {quoted}",
    ]


def _quoted(address: str) -> str:
    """Write an address as a shell takes it for one word."""
    return f"'{address}'" if set("?&") & set(address) else address


@office.command("members", help=N_("List the accounts."))
@ADDRESS
@spoken
@click.pass_obj
def members(session: Session, address: str) -> None:
    """One line an account."""
    table = Table(box=SIMPLE_HEAD)
    for heading in (N_("Account"), N_("Role"), N_("Province")):
        table.add_column(session.language._(heading))
    for one in sharing.accounts(address):
        table.add_row(one.login, one.role, one.province)
    terminal().print(table)


@office.command("dismiss", help=N_("Let an account in no more."))
@ADDRESS
@LOGIN
@spoken
@click.pass_obj
def dismiss(session: Session, address: str, login: str) -> None:
    """Dismiss; what it did stays."""
    sharing.dismiss(address, login)
    click.echo(session.language._("{who} is let in no more.", who=login))


@office.command("password", help=N_("Store the password of an address in the system's keyring."))
@ADDRESS
@click.option("--forget", is_flag=True, help=N_("Remove it from there."))
@spoken
@click.pass_obj
def password(session: Session, address: str, *, forget: bool) -> None:
    """Ask for it unseen: the command line is seen by everybody on the machine."""
    lang = session.language
    secret = None if forget else click.prompt(lang._("Password"), hide_input=True)
    sharing.keep_password(address, secret)
    click.echo(
        lang._("The password is forgotten.") if forget else lang._("The password is stored.")
    )


@office.command("approve", help=N_("Let a return that a province submitted count."))
@RETURN
@shared
@click.pass_obj
def approve(session: Session, number: int, archive: str | None) -> None:
    """Approve by the number that `returns` lists."""
    with session.office(archive) as desk:
        desk.approve(number)
    click.echo(session.language._("Return {number} counts.", number=number))


@office.command("reject", help=N_("Let a return that a province submitted not count."))
@RETURN
@shared
@click.pass_obj
def reject(session: Session, number: int, archive: str | None) -> None:
    """Reject by the number that `returns` lists."""
    with session.office(archive) as desk:
        desk.reject(number)
    click.echo(session.language._("Return {number} does not count.", number=number))
