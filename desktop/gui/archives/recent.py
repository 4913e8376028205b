"""The archives opened lately, newest first, as the window remembers them."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

from desktop.figures.wording import Language
from desktop.gui.memory import Memory
from desktop.workflow import default_location, example_location

_KEPT = "recent-archives"
_MOST = 8
TRUSTED, OF_THE_SYSTEM = "sslrootcert", "system"


class Recent:
    """Places by what they are opened with; one with a password in it is never written down."""

    def __init__(self, memory: Memory) -> None:
        """Read and write in the window's memory."""
        self._memory = memory

    @property
    def places(self) -> list[str]:
        """The places, newest first; a damaged memory counts as empty."""
        try:
            held = json.loads(self._memory.text(_KEPT, "[]"))
        except ValueError:
            return []
        return [place for place in held if isinstance(place, str)] if isinstance(held, list) else []

    def opened(self, place: str) -> None:
        """Put a place first."""
        if not secret(place):
            self._keep([place, *(p for p in self.places if p != place)])

    def forget(self, place: str) -> None:
        """Leave a place out."""
        self._keep([p for p in self.places if p != place])

    def _keep(self, places: list[str]) -> None:
        self._memory.remember(_KEPT, json.dumps(places[:_MOST], ensure_ascii=False))


def anchored(place: str) -> str:
    """Give a place so that it is found from every folder: a certificate by its whole path."""
    head, mark, query = place.partition("?")
    if "://" not in head or not mark:
        return place
    asked = {
        name: value if name != TRUSTED or value == OF_THE_SYSTEM
        else str(Path(value).expanduser().absolute())
        for name, value in parse_qsl(query)
    }  # fmt: skip
    return f"{head}?{urlencode(asked, safe='/:')}"


def secret(place: str) -> bool:
    """Say whether a place holds a password."""
    try:
        return urlsplit(place).password is not None
    except ValueError:
        return True


def path_of(place: str) -> Path | None:
    """The file of a place; None for a server."""
    if place.startswith("sqlite:///"):
        return Path(place.removeprefix("sqlite:///"))
    return None if "://" in place else Path(place).expanduser()


def place_name(place: str, lang: Language) -> str:
    """Name a place as people do: the archive of one's own, the example, a file, a server."""
    path = path_of(place)
    if path is None:
        parts = urlsplit(place)
        return f"{parts.path.strip('/')} · {parts.hostname or ''}"
    if path == default_location():
        return lang._("My archive")
    return lang._("Example") if path == example_location() else path.stem
