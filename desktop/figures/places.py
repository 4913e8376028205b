"""Where the application's own files lie: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def _shipped(name: str) -> Path:
    inside = _PACKAGE / f"_{name}"
    return inside if inside.is_dir() else _PACKAGE.parent / name


def resource(*parts: str) -> Path:
    """Path of a file in ``resources/``."""
    return _shipped("resources").joinpath(*parts)


def sample(*parts: str) -> Path:
    """Path of a file in ``sample_data/``."""
    return _shipped("sample_data").joinpath(*parts)
