"""The errands that list, set and take back targets, and say what is odd about one first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.happening import of_desk
from desktop.figures.target import Target, TargetChange
from desktop.figures.vintage import LATEST, Vintage
from desktop.workflow.home import NATION
from desktop.workflow.teaching import Teaching

if TYPE_CHECKING:
    from desktop.analysis.target_results import TargetProgress
    from desktop.analysis.targets.every import Evidence
    from desktop.figures.month import Month


class TargetChanging(Teaching):
    """The errands on targets alone; `Targeting` brings the figures that they are held against."""

    def _newest(self, vintage: Vintage = LATEST) -> Month | None:
        """Give the newest month with a total export figure."""
        raise NotImplementedError

    def _evidence(self, targets: Sequence[Target], vintage: Vintage) -> Evidence:
        """Give the figures that targets are held against."""
        raise NotImplementedError

    def targets(self, vintage: Vintage = LATEST, *, withdrawn: bool = False) -> list[Target]:
        """Every target of a vintage, superseded ones too.

        Those taken back only where they are asked for.
        """
        return self._seen_at_home(self.archive.targets(vintage, withdrawn=withdrawn), vintage)

    def counting_targets(self, vintage: Vintage = LATEST) -> list[Target]:
        """Every target issued by then, or by today: a document to come is not in force yet."""
        day = vintage.today(self._clock().date())
        return self._seen_at_home(
            self.archive.targets(Vintage(day, known_by=vintage.known_by)), vintage
        )

    def _seen_at_home(self, targets: list[Target], vintage: Vintage) -> list[Target]:
        """See those of the one province whose figures are held as targets of the whole."""
        home = self.home(vintage) if targets else NATION
        return [home.inside(t) for t in targets] if home != NATION else targets

    def _added_at_home(self, wanted: TargetChange) -> TargetChange:
        home = self.home() if wanted.added else NATION
        return replace(wanted, added=tuple(home.inside(target) for target in wanted.added))

    def doubts_about(self, wanted: TargetChange, seen: int | None = None) -> tuple[Finding, ...]:
        """Say what is odd about targets that are to be set (`target_doubts.ASKED`: ask first).

        `seen` is the number of the last change that the user was shown: what a colleague did since
        to the same targets is odd as well. Raises `Refused` as `change_targets` does.
        """
        from desktop.analysis.targets.agreement import of_one_account  # noqa: PLC0415 - as below
        from desktop.analysis.targets.every import Paths, every_progress  # noqa: PLC0415 - as below
        from desktop.workflow.target_doubts import (  # noqa: PLC0415 - as below
            contradicted,
            odd_growth,
            overtaken,
            still_to_come,
        )

        wanted = self._added_at_home(wanted)
        self._refuse_faults(wanted)
        newest, made, kept = self._newest(), wanted.added, self._kept_beside(wanted)

        def standing(targets: Sequence[Target]) -> Sequence[TargetProgress]:
            if newest is None or not targets:
                return ()
            evidence = self._evidence(targets, LATEST)
            return every_progress(targets, evidence, newest, Paths(), whole=True)

        today = self._clock().date()
        return (
            *self._meanwhile(wanted, seen),
            *odd_growth(made, standing(made)),
            *still_to_come(made, today),
            *overtaken([t for t in made if t.issued_on], kept),
            *contradicted(made, standing(of_one_account(made, kept))),
        )

    def _kept_beside(self, wanted: TargetChange) -> list[Target]:
        """Give the targets that will count beside those that are added."""
        return [t for t in self.counting_targets() if t.number not in wanted.withdrawn]

    def _meanwhile(self, wanted: TargetChange, seen: int | None) -> tuple[Finding, ...]:
        """Say who changed the same targets since the user looked."""
        if seen is None:
            return ()
        from desktop.figures.target_form import scope_text  # noqa: PLC0415 - as below

        every = {target.number: target for target in self.targets(withdrawn=True)}
        numbers = {*wanted.withdrawn, *wanted.restored}
        keys = {t.key for t in (*wanted.added, *(every[n] for n in numbers if n in every))}
        return tuple(
            Finding(
                Severity.WARNING,
                "target_changed_meanwhile",
                found=done.by,
                about=scope_text(every[done.target].scope),
            )
            for done in self.archive.since(seen)
            if done.target in every
            and not of_desk(done.desk, self.desk)
            and every[done.target].key in keys
        )

    def set_target(self, target: Target) -> Target:
        """Add a target; it supersedes earlier ones of the same scope and period.

        Raises `Refused` where it cannot be one, or contradicts another.
        """
        done = self.put_target(target)
        return (*done.added, *done.standing)[0]

    def put_target(self, target: Target) -> TargetChange:
        """Add a target as `set_target` does, and say what changed, so that it can be undone.

        One without a day, where a dated one stands, is of today: it would not count beside that.
        Set again on that day it is a correction, and the one before is taken back.
        """
        target = self.home().inside(target)
        standing = [t for t in self.counting_targets() if t.key == target.key]
        if target.issued_on or not standing or standing[-1].issued_on is None:
            return self.change_targets(TargetChange(added=(target,)))
        last = standing[-1]
        today = max(self._clock().date(), last.issued_on or date.min)
        if replace(last, number=0) == replace(target, issued_on=last.issued_on, number=0):
            return TargetChange(standing=(last,))
        corrected = (last.number,) if last.issued_on == today else ()
        return self.change_targets(TargetChange((replace(target, issued_on=today),), corrected))

    def change_targets(self, wanted: TargetChange) -> TargetChange:
        """Add, take back and bring back targets, wholly or not at all; say what changed.

        Raises `Refused` with a finding for each target that cannot be one, or contradicts another.
        """
        wanted = self._added_at_home(wanted)
        self._refuse_faults(wanted)
        home = self.home() if wanted.added else NATION
        named = replace(wanted, added=tuple(home.outside(target) for target in wanted.added))
        done = self.archive.change_targets(named, at=self._clock(), by=self._user)
        return replace(done, added=tuple(home.inside(target) for target in done.added))

    def _refuse_faults(self, wanted: TargetChange) -> None:
        from desktop.analysis.targets.soundness import faults  # noqa: PLC0415 - as above

        kept = [t for t in self.targets(withdrawn=True) if _will_count(t, wanted)]
        found = [
            fault for n, target in enumerate(wanted.added)
            for fault in faults(target, (*kept, *wanted.added[:n]))
        ]  # fmt: skip
        if found:
            raise Refused(*found)


def _will_count(target: Target, wanted: TargetChange) -> bool:
    if target.number in wanted.withdrawn:
        return False
    return not target.withdrawn or target.number in wanted.restored
