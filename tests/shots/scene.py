"""A scene: what is done once before the pictures, and what before each of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.shots.stage import Stage

Step = Callable[[Stage], object]


def _nothing(_stage: Stage) -> None: ...


@dataclass(frozen=True, slots=True)
class Scene:
    """`prepare` is done once; `show` for each picture: a dialog or menu is opened in its language.

    `empty` opens the window on an archive without a single return.
    """

    name: str
    prepare: Step = _nothing
    show: Step = _nothing
    empty: bool = False
