"""What is missing on a machine is installed by name where it may be, and told in one line else."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux asks for libraries")

PRESENT = "libglib-2.0.so.0 libGL.so.1 libEGL.so.1 libX11.so.6 libxkbcommon.so.0 libdbus-1.so.3 "
REST = "libfontconfig.so.1 libfreetype.so.6"
TOOLS = ("sh", "env", "uname", "mktemp", "rm", "tail", "cat")


class Machine:
    """A machine made of stand-ins: its libraries, its account, its package manager."""

    def __init__(self, folder, script):
        self._bin, self._script, self._told = folder / "bin", script, folder / "told"
        self._bin.mkdir()
        self._told.touch()
        for tool in TOOLS:
            (self._bin / tool).symlink_to(shutil.which(tool))

    def has(self, program, body):
        """Put a stand-in program on the machine."""
        (self._bin / program).write_text(f"#!/bin/sh\n{body}\n")
        (self._bin / program).chmod(0o755)

    def has_libraries(self, names):
        """Say what the machine's linker finds."""
        shown = "\n".join(f"echo '  {name} (libc6) => somewhere'" for name in names.split())
        self.has("ldconfig", shown)

    def has_apt(self, *, renamed=()):
        """Give it a package manager that notes what it is asked for."""
        self.has("apt-get", f'echo "$@" >> {self._told}')
        known = "|".join(renamed) or "none"
        self.has("apt-cache", f'case "$2" in {known}) exit 0 ;; *) exit 1 ;; esac')

    def is_used_by(self, number):
        """Say whose account it is; 0 is root."""
        self.has("id", f"echo {number}")

    def ask(self, *needs):
        """Run the script; gives its ending and what the package manager was asked to install."""
        answer = subprocess.run(
            ["/bin/sh", self._script, *needs],
            env={"PATH": str(self._bin), "SYSTEM_PLACES": ""},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        asked = [line for line in self._told.read_text().splitlines() if " install " in line]
        return answer, [name for line in asked for name in line.split() if name.startswith("lib")]


@pytest.fixture
def machine(tmp_path, root):
    """Give a machine with a package manager, used by root."""
    made = Machine(tmp_path, root / ".ci" / "system-libraries")
    made.has_apt()
    made.is_used_by(0)
    return made


def test_a_complete_machine_is_left_alone_in_silence(machine):
    machine.has_libraries(PRESENT + REST)
    answer, installed = machine.ask("drawing")
    assert (answer.returncode, answer.stdout, answer.stderr, installed) == (0, "", "", [])


def test_root_gets_what_is_missing_by_name_and_no_more(machine):
    machine.has_libraries(PRESENT)
    answer, installed = machine.ask("drawing")
    assert answer.returncode == 0
    assert installed == ["libfontconfig1", "libfreetype6"]
    assert answer.stdout == "Installing system libraries: libfontconfig1 libfreetype6\n"


def test_another_account_goes_through_sudo(machine):
    machine.has_libraries(PRESENT)
    machine.is_used_by(1000)
    machine.has("sudo", '[ "$1" = -n ] && exit 0; exec "$@"')
    _, installed = machine.ask("drawing")
    assert installed == ["libfontconfig1", "libfreetype6"]


def test_without_root_and_sudo_it_says_the_one_line_to_type(machine):
    machine.has_libraries(PRESENT)
    machine.is_used_by(1000)
    answer, installed = machine.ask("drawing")
    assert (answer.returncode, installed) == (1, [])
    line = "sudo apt-get install --no-install-recommends libfontconfig1 libfreetype6"
    assert f"Please type:  {line}\n" in answer.stderr


def test_a_library_goes_by_its_newer_name_where_it_has_one(machine):
    machine.has_libraries(PRESENT.replace("libglib-2.0.so.0", "") + REST)
    machine.has_apt(renamed=["libglib2.0-0t64"])
    _, installed = machine.ask("drawing")
    assert installed == ["libglib2.0-0t64"]


def test_what_only_some_tests_need_stops_nothing(machine):
    machine.has_libraries("")
    machine.is_used_by(1000)
    answer, _ = machine.ask("testing")
    assert answer.returncode == 0
    assert "xvfb xauth libreoffice-calc" in answer.stderr
    assert "skipped" in answer.stderr


def test_a_failing_package_manager_is_told_with_the_line_to_type(machine):
    machine.has_libraries(PRESENT)
    machine.has("apt-get", "echo 'E: no network'; exit 100")
    answer, _ = machine.ask("drawing")
    assert answer.returncode == 1
    assert "E: no network" in answer.stderr
    assert "Please type:" in answer.stderr


def test_an_unknown_need_is_a_usage_error(machine):
    machine.has_libraries("")
    answer, _ = machine.ask("mp3")
    assert answer.returncode == 2
