"""A text that should be JSON: what is wrong with it is told by its place, in no one's language."""

from __future__ import annotations

import json
from typing import Any


def parsed(text: str) -> Any:
    """Give what a text in JSON says; raises `ValueError` with line and column where it breaks.

    >>> parsed('{"a": }')
    Traceback (most recent call last):
    ValueError: JSON 1:7
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"JSON {error.lineno}:{error.colno}") from error
    except RecursionError as error:
        raise ValueError("JSON") from error
