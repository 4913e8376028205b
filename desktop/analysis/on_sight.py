"""What is made when it is looked at: of hundreds of rows that are known a page shows forty."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from operator import is_
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, overload

_Row = TypeVar("_Row")


class Gradual:
    """A frozen dataclass whose fields may be made one by one, each when it is first looked at.

    It is one with `eq=False`: two are held against each other field by field, up to the first that
    differs; what lies behind it is not made.
    """

    __slots__ = ("_makers",)

    @classmethod
    def gradual(cls, makers: Mapping[str, Callable[[], Any]], **known: Any) -> Self:
        """Make what is known at once, and no field of `makers` yet."""
        begun, put = object.__new__(cls), object.__setattr__
        put(begun, "_makers", makers)
        for name, value in known.items():
            put(begun, name, value)
        return begun

    def __eq__(self, other: object) -> bool:
        """Say whether all fields are the same."""
        if self is other or type(other) is not type(self):
            return self is other
        return all(getattr(self, name) == getattr(other, name) for name in _names(self))

    def __hash__(self) -> int:
        """Hash all fields."""
        return hash(tuple(getattr(self, name) for name in _names(self)))

    if not TYPE_CHECKING:  # a checker would take any name for a field

        def __getattr__(self, name: str) -> Any:
            """Make a field; it is asked for here until it is made."""
            if name == "_makers" or name not in self._makers:
                raise AttributeError(name, name=name, obj=self)
            made = self._makers[name]()
            object.__setattr__(self, name, made)
            return made


def _names(of: Any) -> Iterator[str]:
    return (field.name for field in fields(of))


class _Rows(Sequence[_Row]):
    """Rows that are the same as a tuple of them: in comparisons, in print and when sent away."""

    __slots__ = ()

    @abstractmethod
    def __iter__(self) -> Iterator[_Row]:
        """Make every row."""

    def __eq__(self, other: object) -> bool:
        """Say whether the rows are the same; none is made behind the first that differs."""
        if self is other or not isinstance(other, tuple | _Rows) or len(self) != len(other):
            return self is other
        return all(one is two or one == two for one, two in zip(self, other, strict=True))

    def __hash__(self) -> int:
        """Hash the rows."""
        return hash(tuple(self))

    def __repr__(self) -> str:
        """Write the rows."""
        return repr(tuple(self))

    def __reduce__(self) -> tuple[Any, ...]:
        """Send the rows, and nothing of what they are made of."""
        return tuple, (list(self),)


class _Held(_Rows[_Row]):
    """So many rows, each kept once it is made."""

    __slots__ = ("_held",)

    def __init__(self, count: int) -> None:
        """Make none yet."""
        self._held: list[_Row | None] = [None] * count

    def __len__(self) -> int:
        """Count the rows, made or not."""
        return len(self._held)

    def __iter__(self) -> Iterator[_Row]:
        """Make one after another."""
        for at, row in enumerate(self._held):  # what is made meanwhile is met as it is made
            yield self._at(at) if row is None else row

    @overload
    def __getitem__(self, at: int) -> _Row: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[_Row, ...]: ...
    def __getitem__(self, at: int | slice) -> _Row | tuple[_Row, ...]:
        """Give one row, or some."""
        places = range(len(self._held))[at]
        if isinstance(places, int):
            return self._at(places)
        return tuple([self._held[place] or self._at(place) for place in places])

    @abstractmethod
    def _at(self, at: int) -> _Row:
        """Give a row, made or not."""


class OnSight(_Held[_Row], Generic[_Row]):
    """So many rows, each made by its number when it is first looked at."""

    __slots__ = ("_make",)

    def __init__(self, count: int, make: Callable[[int], _Row]) -> None:
        """Make none yet."""
        super().__init__(count)
        self._make = make

    def _at(self, at: int) -> _Row:
        row = self._held[at]
        if row is None:
            row = self._held[at] = self._make(at)
        return row


class Together(_Held[_Row], Generic[_Row]):
    """So many rows, each made together with those that are seen beside it."""

    __slots__ = ("_make",)

    def __init__(self, count: int, make: Callable[[int], tuple[int, Sequence[_Row]]]) -> None:
        """Make none yet.

        `make` gives some rows, the one of a number among them, and the number of the first.
        """
        super().__init__(count)
        self._make = make

    def _at(self, at: int) -> _Row:
        row = self._held[at]
        if row is None:
            first, rows = self._make(at)
            self._held[first : first + len(rows)] = rows
            row = rows[at - first]
        return row


class Ranked(Together[_Row], Generic[_Row]):
    """Rows of which some fields are known of all before any row is made."""

    __slots__ = ("_base_of", "_column", "_columns", "_one")

    def __init__(
        self,
        count: int,
        make: Callable[[int], tuple[int, Sequence[_Row]]],
        column: Callable[[str], Sequence[Any] | None],
        one: Callable[[str], _Row | None] | None = None,
    ) -> None:
        """Make none yet; `column` gives a field of every row, or None where rows tell it.

        `one` gives the row of a code where it is known before it is known where the row stands.
        """
        super().__init__(count, make)
        self._column, self._one = column, one
        self._columns: dict[str, Sequence[Any]] = {}
        self._base_of: Mapping[str, float | None] = {}

    def column(self, name: str) -> Sequence[Any]:
        """Give a field of every row."""
        held = self._columns.get(name)
        if held is None:
            found = self._column(name)
            held = [getattr(row, name) for row in self] if found is None else found
            self._columns[name] = held
        return held

    def of(self, code: str) -> _Row | None:
        """Give the first row of a code; no other is made for it."""
        if self._one:
            return self._one(code)
        codes = self.column("code")
        return self[codes.index(code)] if code in codes else None

    @property
    def base_of(self) -> Mapping[str, float | None]:
        """What each was a year before, by code; of several rows of one the last."""
        if not self._base_of:
            self._base_of = dict(zip(self.column("code"), self.column("base"), strict=True))
        return self._base_of


class Later(_Rows[_Row], Generic[_Row]):
    """Rows that are made all at once when the first of them is looked at, of what is given."""

    __slots__ = ("_given", "_held", "_make")

    def __init__(self, make: Callable[..., tuple[_Row, ...]], *given: Any) -> None:
        """Make none yet."""
        self._held: tuple[_Row, ...] | None = None
        self._make, self._given = make, given

    def alike(self, other: Later[Any]) -> bool:
        """Say whether both are made of the very same; neither is made for it."""
        ours, theirs = (self._make, *self._given), (other._make, *other._given)
        return len(ours) == len(theirs) and all(map(is_, ours, theirs))

    def _all(self) -> tuple[_Row, ...]:
        if self._held is None:
            self._held = self._make(*self._given)
        return self._held

    def __len__(self) -> int:
        """Count the rows."""
        return len(self._all())

    @overload
    def __getitem__(self, at: int) -> _Row: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[_Row, ...]: ...
    def __getitem__(self, at: int | slice) -> _Row | tuple[_Row, ...]:
        """Give one row, or some."""
        return self._all()[at]

    def __iter__(self) -> Iterator[_Row]:
        """Make all."""
        return iter(self._all())
