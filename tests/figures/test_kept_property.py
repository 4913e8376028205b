"""A property is worked out once for each object, and no object waits for another's."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Barrier

from desktop.figures.kept_property import kept_property


@dataclass(frozen=True)
class Sum:
    """Numbers, and what was asked of them."""

    parts: tuple[int, ...]
    asked: list[str] = field(default_factory=list)

    @kept_property
    def total(self) -> int:
        """All of them."""
        self.asked.append("total")
        return sum(self.parts)


def test_it_is_worked_out_when_it_is_first_asked_for_and_once():
    held, other = Sum((1, 2)), Sum((3,))
    assert held.asked == []
    assert (held.total, held.total, other.total) == (3, 3, 3)
    assert held.asked == other.asked == ["total"]


def test_of_the_class_it_is_the_property_itself():
    assert isinstance(Sum.total, kept_property)
    assert Sum.total.__doc__ == "All of them."


def test_two_objects_are_worked_out_at_the_same_time():
    both_at_it = Barrier(2, timeout=10)

    class Slow:
        @kept_property
        def met(self) -> bool:
            both_at_it.wait()
            return True

    with ThreadPoolExecutor(2) as threads:
        assert list(threads.map(lambda one: one.met, (Slow(), Slow()))) == [True, True]
