"""A chart keeps what it was drawn from: the same again costs nothing, other colours are easy."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from desktop.analysis.on_sight import Gradual
from desktop.gui.tokens import Colours

_Chart = TypeVar("_Chart")
_Given = ParamSpec("_Given")
_HELD = "_drawn_from"
Drawing = Callable[Concatenate[_Chart, _Given], None]


def drawn(draw: Drawing[_Chart, _Given]) -> Drawing[_Chart, _Given]:
    """Leave out a drawing that would change nothing, and count those that are made (`redraws`).

    What is drawn is values that compare (frozen dataclasses, tuples) and one `Colours`; of what is
    made as it is looked at only the very same is the same.
    """
    _, *taken = inspect.signature(draw).parameters.values()
    names = [one.name for one in taken]
    usual = {one.name: one.default for one in taken if one.default is not one.empty}

    @wraps(draw)
    def remembered(self: _Chart, *args: _Given.args, **kwargs: _Given.kwargs) -> None:
        _redraw(self, draw, usual | dict(zip(names, args, strict=False)) | kwargs)

    return remembered  # type: ignore[return-value]  # `wraps` names the first argument


def _redraw(chart: Any, draw: Callable[..., None], given: dict[str, Any]) -> None:
    held = vars(chart).get(_HELD)
    if held is not None and all(_same(held[1][name], value) for name, value in given.items()):
        return
    vars(chart)[_HELD] = draw, given
    vars(chart)["redraws"] = redraws(chart) + 1
    draw(chart, **given)


def _same(one: object, two: object) -> bool:
    """Say whether two things are the same; to make all rows of two takes longer than to draw."""
    return one is two or (not isinstance(one, Gradual) and one == two)


def redraws(chart: Any) -> int:
    """Say how often a chart has been drawn anew."""
    return int(vars(chart).get("redraws", 0))


def draw_in(chart: Any, colours: Colours) -> Colours | None:
    """Draw what is shown in other colours; give those it wore, or None where nothing is shown."""
    held = vars(chart).get(_HELD)
    if held is None:
        return None
    draw, given = held
    worn = next(n for n, value in given.items() if isinstance(value, Colours))
    before: Colours = given[worn]
    vars(chart)[_HELD] = draw, {**given, worn: colours}
    draw(chart, **{**given, worn: colours})
    return before
