"""Silence is a test condition, and a test session leaves the account that runs it alone."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import platformdirs
import pytest

NOISE = """
import warnings
import pytest
from PySide6.QtCore import qWarning


def test_a_warning():
    warnings.warn("old ways", DeprecationWarning)


def test_a_message_of_qt(qapp):
    qWarning("something is odd")


@pytest.mark.xfail(reason="thought to be broken")
def test_a_failure_that_does_not_happen():
    pass


def test_silence():
    pass
"""


def test_warnings_qt_messages_and_false_alarms_fail_a_test(root, tmp_path):
    (tmp_path / "test_noise.py").write_text(NOISE)
    options = ["-c", root / "pyproject.toml", "-p", "no:cacheprovider", "--rootdir", tmp_path]
    answer = subprocess.run(
        [sys.executable, "-m", "pytest", *options, tmp_path],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "3 failed, 1 passed" in answer.stdout, answer.stdout + answer.stderr
    assert "FAILED test_noise.py::test_silence" not in answer.stdout


@pytest.mark.parametrize("place", ["user_data_path", "user_config_path", "user_log_path"])
def test_the_account_s_own_data_is_out_of_reach(place):
    found = getattr(platformdirs, place)("anything")
    if os.name == "nt":
        pytest.skip("Windows looks its folders up in the account, whatever the environment says")
    assert found.resolve().is_relative_to(Path(tempfile.gettempdir()).resolve())


def test_qt_keeps_its_settings_there_too(qapp):
    from PySide6.QtCore import QStandardPaths  # noqa: PLC0415 - the screen is chosen first

    where = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    if sys.platform != "linux":
        pytest.skip("elsewhere Qt asks the account")
    assert where == os.environ["XDG_CONFIG_HOME"]
