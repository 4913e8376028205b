"""The errands on targets held against figures: progress, parts, what is given out, forms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.month import Month
from desktop.figures.series import Flow
from desktop.figures.target import Scope, Target, TargetChange, TargetMeasure
from desktop.figures.vintage import LATEST, Vintage
from desktop.workflow.places import refuse_place
from desktop.workflow.target_changing import TargetChanging

# Pandas takes longer to import than the window to show itself: it is fetched where it is needed.
if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from desktop.analysis.lines import Book
    from desktop.analysis.target_results import TargetProgress
    from desktop.analysis.targets.allocation import Allocation
    from desktop.analysis.targets.every import Evidence, TargetFrames
    from desktop.analysis.tracing.aims import Aim
    from desktop.analysis.tree_results import TargetTree
    from desktop.figures.phasing import PathChoice
    from desktop.figures.series import Series
    from desktop.figures.target_form import FormEntry, FormPreview
    from desktop.figures.target_split import Split
    from desktop.figures.wording import Language
    from desktop.workflow.importing import ImportDesk


class Targeting(TargetChanging):
    """The errands on targets; `Office` brings the archive, the clock, the user and the figures."""

    _beside: dict[tuple[Vintage, frozenset[Series], Month | None], tuple[int, pd.DataFrame]]

    def _figures_for(self, targets: Sequence[Target], vintage: Vintage) -> pd.DataFrame:
        raise NotImplementedError

    def path_choices(self, vintage: Vintage = LATEST) -> list[PathChoice]:
        """What officials chose for the paths of targets."""
        raise NotImplementedError

    @property
    def _importing(self) -> ImportDesk:
        raise NotImplementedError

    def months(self, vintage: Vintage = LATEST) -> list[Month]:
        """Give the months that a page can be asked for, the oldest first."""
        raise NotImplementedError

    def standing_targets(
        self, vintage: Vintage = LATEST, through: Month | None = None
    ) -> tuple[TargetProgress, ...]:
        """How every target in force stands, of whichever months; through the newest month held."""
        from desktop.analysis.targets.every import Paths, every_progress  # noqa: PLC0415 - as below

        targets = self.counting_targets(vintage)
        month = through or self._newest(vintage)
        if month is None or not targets:
            return ()
        paths = Paths(choices=self.path_choices(vintage))
        return every_progress(targets, self._evidence(targets, vintage), month, paths, whole=True)

    def _aim(self, number: str, through: Month, vintage: Vintage) -> Aim | None:
        """Give a target in force with the figures it is held against; None without such a one."""
        from desktop.analysis.targets.every import put_up  # noqa: PLC0415 - as below
        from desktop.analysis.tracing.aims import Aim, of_version  # noqa: PLC0415 - as below

        standing = self.standing_targets(vintage, through)
        held = next((h for p in standing if (h := of_version(p, number))), None)
        targets = [version.target for version in held.versions] if held else []
        shelves = put_up(targets, self._evidence(targets, vintage)) if held else None
        if held is None or shelves is None:
            return None
        then = shelves.base(held.target) or shelves.now
        return Aim(held, shelves.now.books, then.books)

    def _base_books(self, whole: Target, scope: Scope, vintage: Vintage) -> tuple[Book, ...]:
        """Lay out what the base of a whole has of a part; nothing where nothing is known."""
        from desktop.analysis.targets.every import put_up  # noqa: PLC0415 - as below
        from desktop.analysis.targets.tree import about  # noqa: PLC0415 - as below

        asked = [whole, about(whole, scope)]
        shelves = put_up(asked, self._evidence(asked, vintage))
        shelf = shelves.base(whole) if shelves else None
        return shelf.books if shelf else ()

    def target_tree(
        self,
        whole: Target,
        split: Split,
        vintage: Vintage = LATEST,
        through: Month | None = None,
    ) -> TargetTree | None:
        """Hold a target in force against its parts; None where nothing is known of any."""
        from desktop.analysis.targets.every import Paths  # noqa: PLC0415 - as below
        from desktop.analysis.targets.tree import (  # noqa: PLC0415 - as below
            Ground,
            about,
            possible_parts,
            tree,
        )

        targets = self.counting_targets(vintage)
        parts = [about(whole, scope) for scope in possible_parts(whole, split)]
        evidence = self._evidence([*targets, whole], vintage, parts)
        paths = Paths(choices=self.path_choices(vintage))
        ground = Ground(targets, evidence, through or self._newest(vintage) or whole.end, paths)
        return tree(whole, split, ground)

    def target_named(
        self, number: int | None = None, year: int | None = None, vintage: Vintage = LATEST
    ) -> Target:
        """Give the target in force of a number; or of exports in a year, the newest if left out.

        Raises `Refused` where there is none.
        """
        from desktop.analysis.targets.force import versions  # noqa: PLC0415 - as below

        current = [group[-1] for group in versions(self.counting_targets(vintage))]
        if number is not None:
            found = [t for t in current if t.number == number]
            code, about = "target_nothing_to_split", str(number)
        else:
            newest = self._newest(vintage)
            asked = year or (newest.year if newest else self._clock().year)
            total = Scope(Flow.EXPORT)
            found = [t for t in current if t.scope == total and t.is_of_year(asked)]
            code, about = "target_no_total", str(asked)
        if not found:
            raise Refused(Finding(Severity.ERROR, code, about=about))
        return found[0]

    def allocation(
        self, whole: Target, split: Split, vintage: Vintage = LATEST
    ) -> tuple[TargetTree, Allocation]:
        """Say what the parts without a target would be given by last year's shares.

        Raises `Refused` with the reason where nothing can be given out so. Nothing is written.
        """
        from desktop.workflow.allocating import given_out  # noqa: PLC0415 - as below

        return given_out(whole, split, self.target_tree(whole, split, vintage))

    def allocate(
        self, whole: Target, split: Split, *, document: str = "", issued_on: date | None = None
    ) -> TargetChange:
        """Set targets for the parts without one, by last year's shares; say what was added."""
        from desktop.analysis.targets.allocation import as_targets  # noqa: PLC0415 - as below

        _, found = self.allocation(whole, split)
        made = as_targets(whole, found, document=document, issued_on=issued_on)
        return self.change_targets(TargetChange(added=made))

    def export_target_form(
        self,
        out: Path,
        language: Language,
        split: Split,
        year: int | None = None,
        vintage: Vintage = LATEST,
    ) -> Path:
        """Write the form in which a year's parts are set; `Refused` where it cannot be written.

        A year without a target of exports gives a form to set it in.
        """
        from desktop.reports.workbook.target_form import write_target_form  # noqa: PLC0415 - as below
        from desktop.workflow.target_forms import lines_of  # noqa: PLC0415 - as below

        refuse_place(out, self.location)
        newest = self._newest(vintage)
        asked = year or (newest.year if newest else self._clock().year)
        try:
            whole = self.target_named(year=asked, vintage=vintage)
        except Refused:
            whole = Target(Flow.EXPORT, TargetMeasure.VALUE, asked, 0.0, 0.0)
        tree = self.target_tree(whole, split, vintage)
        if tree is None:
            raise Refused(Finding(Severity.ERROR, "nothing_to_report"))
        write_target_form(lines_of(tree, whole.start, whole.months), out, language=language)
        return out

    def preview_target_form(self, path: Path) -> FormPreview:
        """Read a form back and say what it changes; nothing is written.

        Raises `Refused` where the file is no form.
        """
        from desktop.workflow.target_forms import preview  # noqa: PLC0415 - as below

        read = self._importing.target_form(path)
        found = preview(read.entries, read.findings, self.counting_targets())
        if found.refused:
            return found
        return replace(found, findings=(*found.findings, *self._doubts(read.entries, found)))

    def accept_target_form(self, found: FormPreview) -> TargetChange:
        """Make the changes of a form in one transaction; `Refused` where a row is."""
        if found.refused:
            raise Refused(*found.findings)
        return self.change_targets(found.change)

    def _doubts(self, entries: Sequence[FormEntry], found: FormPreview) -> list[Finding]:
        """Say which rows are odd or have no base, and where parts ask for more than their whole."""
        from desktop.workflow.target_doubts import doubts, of_rows, overtaken  # noqa: PLC0415 - as below

        kept = self._kept_beside(found.change)
        undated = [t for t in found.change.added if t.issued_on is None]
        about = [*self.doubts_about(found.change), *overtaken(undated, kept)]
        odd = [*of_rows(entries, about)]
        targets = [*kept, *found.change.added]
        newest = self._newest()
        if newest is None or not targets:
            return odd
        evidence = self._evidence(targets, LATEST)
        return [*odd, *doubts(entries, targets, evidence, newest)]

    def _newest(self, vintage: Vintage = LATEST) -> Month | None:
        months = self.months(vintage)
        return months[-1] if months else None

    def _evidence(
        self, targets: Sequence[Target], vintage: Vintage, parts: Sequence[Target] = ()
    ) -> Evidence:
        from desktop.analysis.targets.every import Evidence  # noqa: PLC0415 - pandas comes late

        beside = self._target_frames(targets, vintage, parts)
        figures = beside.added_to(self._figures_for([*targets, *parts], vintage))
        return Evidence(lambda: figures, vintage, then=beside.then)

    def _target_frames(
        self, targets: Sequence[Target], vintage: Vintage, parts: Sequence[Target] = ()
    ) -> TargetFrames:
        """Fetch what targets need beyond the figures of the overview; of `parts` their bases."""
        from desktop.analysis.targets.every import (  # noqa: PLC0415 - pandas comes late
            TargetFrames,
            base_days,
            series_wanted,
        )
        from desktop.workflow.target_figures import is_beside, together  # noqa: PLC0415 - as above

        wanted, every = series_wanted(targets), [*targets, *parts]
        ours = {s for s in wanted if is_beside(s)}
        theirs = {s for s in series_wanted(parts) - wanted if is_beside(s)}
        begun = Month(min(t.start for t in parts).year - 1, 1) if parts else None
        detail = [self._figures_of(ours, vintage)] if ours else []
        if theirs:  # one without a target has no season to be found
            detail.append(self._figures_of(theirs, vintage, begun))
        fixed = series_wanted(t for t in every if t.base_as_of)
        return TargetFrames(
            together(detail) if detail else None,
            {
                day: self._figures_of(fixed, Vintage(day, known_by=vintage.known_by))
                for day in base_days(every, vintage.as_of)
            },
        )

    def _figures_of(
        self, series: Iterable[Series], vintage: Vintage, since: Month | None = None
    ) -> pd.DataFrame:
        """Fetch every release of some series since a month; kept until the archive changes."""
        from desktop.workflow.target_figures import every_release  # noqa: PLC0415 - pandas comes late

        key = (vintage, frozenset(series), since)
        with self._lock:
            changes = self.archive.changes
            held = self._beside.get(key)
            if held and held[0] == changes:
                return held[1]
            ask = partial(self._kept.fresh, self.archive)
            frame = every_release(ask, key[1], vintage, since)
            fresh = {k: v for k, v in self._beside.items() if v[0] == changes}
            self._beside = {**fresh, key: (changes, frame)}
            return frame
