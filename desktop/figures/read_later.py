"""Names of a package whose rooms are read when one of their names is first asked for."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from sys import modules


def names_of(package: str, rooms: Mapping[str, Sequence[str]]) -> Callable[[str], object]:
    """Give the `__getattr__` of a package: each name stands in the room it is listed under.

    Asked for any other name it raises `AttributeError`, as a package does.
    """
    room_of = {name: room for room, names in rooms.items() for name in names}

    def asked(name: str) -> object:
        """Read the room that a name stands in; it is asked for here once."""
        if name not in room_of:
            raise AttributeError(name=name, obj=modules[package])
        found = getattr(import_module(f"{package}.{room_of[name]}"), name)
        setattr(modules[package], name, found)
        return found

    return asked
