"""What is worked out of an object when it is first asked for, and kept there: without a lock."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Self, TypeVar, overload

_Kept = TypeVar("_Kept")


class kept_property(cached_property[_Kept]):  # noqa: N801 - named as the decorator it stands for
    """A `cached_property` for objects that never change: what is kept is only worked out of them.

    Up to Python 3.11 the library's takes a lock for every object that is asked, which takes as
    long as to work out a sum. Two threads that ask at the same time may both work it out, and get
    the same; so it is not for what is changed afterwards.
    """

    def __set_name__(self, owner: type[Any], name: str) -> None:
        """Take the name that it is kept under."""
        super().__set_name__(owner, name)
        self._name = name

    if TYPE_CHECKING:

        @overload
        def __get__(self, instance: None, owner: type[Any] | None = None) -> Self: ...
        @overload
        def __get__(self, instance: object, owner: type[Any] | None = None) -> _Kept: ...

    def __get__(self, instance: object | None, owner: type[Any] | None = None) -> Self | _Kept:
        """Work it out; once it is kept this is not asked any more."""
        if instance is None:
            return self
        made = instance.__dict__[self._name] = self.func(instance)
        return made
