"""What is told over a line that is encrypted: who is gone, who is not let in, who is nobody."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from threading import Thread

import pytest

from desktop.archive import Archive
from desktop.figures.finding import Refused
from tests.servers.postgresql import programs, server

_MADE = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext"
_NAMED = "subjectAltName=DNS:localhost,IP:127.0.0.1"
_ELSEWHERE = "127.0.0.2"
"""Another machine, as far as an address tells."""


@pytest.fixture(scope="module")
def encrypted():
    """Give a server that encrypts, and lets in nobody over TCP who does not."""
    if programs() is None or not shutil.which("openssl"):
        pytest.skip("PostgreSQL or openssl is not on this machine")
    with server() as begun:
        key, certificate = begun.data / "server.key", begun.data / "server.crt"
        made = [*_MADE.split(), _NAMED, "-keyout", str(key), "-out", str(certificate)]
        subprocess.run(made, check=True, capture_output=True)
        key.chmod(0o600)
        if begun.as_whom:
            for path in (key, certificate):
                os.chown(path, begun.as_whom["user"], begun.as_whom["group"])
        rules = begun.data / "pg_hba.conf"
        rules.write_text("local all all trust\nhostssl all all 127.0.0.1/32 trust\n", "utf-8")
        begun.run("ALTER SYSTEM SET ssl = on")
        begun.run(f"ALTER SYSTEM SET listen_addresses = '127.0.0.1, {_ELSEWHERE}'")
        begun.restart()
        shutil.copy(certificate, begun.folder / "ca.crt")
        yield begun


@pytest.fixture
def address(encrypted):
    """Give the address of an archive whose server proves who it is."""
    asked = f"?sslmode=verify-full&sslrootcert={encrypted.folder}/ca.crt"
    return encrypted.empty() + asked


def hear_to_the_end(archive, server):
    """Listen for news while the server stops."""
    with archive.listening() as wait:
        assert not wait(0)
        server.stop()
        wait(5)


def test_a_session_that_is_cut_is_a_server_that_is_gone_not_one_to_be_doubted(encrypted, address):
    with Archive.open(address) as archive:
        try:
            with pytest.raises(Refused, match="archive_server_gone"):
                hear_to_the_end(archive, encrypted)
            with pytest.raises(Refused, match="archive_server_gone"):
                archive.figures()
        finally:
            encrypted.start()
        assert archive.figures().empty  # work goes on by itself


def test_who_does_not_encrypt_is_told_that_the_door_is_shut_not_that_the_password_is_wrong(
    address,
):
    with pytest.raises(Refused, match="archive_door"):
        Archive.open(address.replace("verify-full", "disable"))


@pytest.mark.parametrize("name", ["host", "hostaddr", "PGHOSTADDR"])
def test_whoever_names_another_machine_past_the_address_has_its_server_prove_itself(
    encrypted, monkeypatch, name
):
    here = encrypted.empty()
    Archive.open(here).close()
    if name.isupper():
        monkeypatch.setenv(name, _ELSEWHERE)
    else:
        here += f"?{name}={_ELSEWHERE}"
    with pytest.raises(Refused, match="archive_certificate"):
        Archive.open(here)
    Archive.open(f"{here}{'&' if '?' in here else '?'}sslmode=require").close()  # as was asked


def test_what_is_no_server_of_archives_is_said_to_be_none():
    with socket.create_server(("127.0.0.1", 0)) as here:
        port = here.getsockname()[1]

        def answer():
            caller, _ = here.accept()
            with caller:
                caller.recv(8)
                caller.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        answering = Thread(target=answer)
        answering.start()
        with pytest.raises(Refused, match="archive_no_server"):
            Archive.open(f"postgresql://lan@127.0.0.1:{port}/exports?sslmode=require")
        answering.join()
