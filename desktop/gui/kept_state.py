"""What officials taught as it stands at a moment, and the way back to it: for undo and redo."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.figures.names import name_key

if TYPE_CHECKING:
    from desktop.figures.directions import LearnedLayout, NameDecision
    from desktop.workflow import Office

_Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class KeptState:
    """Names by what they are known by, and layouts, without who kept them when."""

    names: tuple[NameDecision, ...]
    layouts: tuple[LearnedLayout, ...]

    def alike(self, other: KeptState) -> bool:
        """Say whether the same is taught."""
        same = _by_key(self.names).items() == _by_key(other.names).items()
        return same and _taught(self.layouts) == _taught(other.layouts)


def kept_now(office: Office) -> KeptState:
    """Ask the office what is taught."""
    return KeptState(tuple(office.decisions()), tuple(office.layouts()))


def bring_back(office: Office, left: KeptState, wanted: KeptState) -> None:
    """Go back over one step, from the state that it left to the one that is wanted.

    What the step did not touch stays, whoever taught it since; what it did is decided now, by
    whoever brings it back.
    """
    now = kept_now(office)
    step, held, asked = _by_key(left.names), _by_key(now.names), _by_key(wanted.names)
    for name in now.names:
        if _key(name) in step and _key(name) not in asked:
            office.forget_decision(name)
    office.decide(
        [
            replace(name, decided_at="", decided_by="")
            for name in wanted.names
            if step.get(_key(name)) != name.code and held.get(_key(name)) != name.code
        ]
    )
    taught, known = _taught(wanted.layouts), _taught(now.layouts)
    for layout in now.layouts:
        bare = _bare(layout)
        if bare in _taught(left.layouts) and bare not in taught and layout.number is not None:
            office.forget_layout(layout.number)
    for layout in wanted.layouts:
        if _bare(layout) not in _taught(left.layouts) and _bare(layout) not in known:
            office.learn(_bare(layout))


def _key(name: NameDecision) -> _Key:
    return name.sender, name.kind.value, name.flow, name_key(name.label)


def _by_key(names: tuple[NameDecision, ...]) -> dict[_Key, str]:
    return {_key(name): name.code for name in names}


def _bare(layout: LearnedLayout) -> LearnedLayout:
    return replace(layout, made_at="", made_by="", number=None)


def _taught(layouts: tuple[LearnedLayout, ...]) -> list[LearnedLayout]:
    return sorted((_bare(layout) for layout in layouts), key=lambda one: (one.sender, one.name))
