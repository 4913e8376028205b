"""Targets as an office keeps them: what is set supersedes, what is taken back counts no more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.target import Target, TargetChange
from desktop.figures.target_form import FormPreview
from desktop.reports.template.spotting import has_placeholders


class ExampleTargets:
    """Answers on the year's target as `workflow.Office` does."""

    target: Target | None

    def doubts_about(self, wanted: TargetChange, seen: int | None = None) -> tuple[Finding, ...]:
        return ()

    def is_template(self, path: Path) -> bool:
        return has_placeholders(path)

    def preview_target_form(self, path: Path) -> FormPreview:
        raise Refused(Finding(Severity.ERROR, "not_a_target_form", about=path.name))

    def put_target(self, target: Target) -> TargetChange:
        return self.change_targets(TargetChange(added=(target,)))

    def change_targets(self, wanted: TargetChange) -> TargetChange:
        known: list[Target | None] = self.__dict__.setdefault("versions", [self.target])
        gone: set[int] = self.__dict__.setdefault("gone", set())
        added = []
        for target in wanted.added:
            added.append(replace(target, number=1000 + len(known)))
            known.append(added[-1])
        gone.update(wanted.withdrawn)
        gone.difference_update(wanted.restored)
        self.target = [t for t in known if t is None or t.number not in gone][-1]
        return replace(wanted, added=tuple(added))
