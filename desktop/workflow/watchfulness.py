"""What to warn of: the errands on early warnings, their silences, their rules, their record."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.month import Month
from desktop.figures.past_targets import past_targets
from desktop.figures.silence import Silence
from desktop.figures.vintage import LATEST, Vintage
from desktop.figures.warning_rules import (
    Rule,
    RulesInForce,
    parsed,
    refuse_slips,
    shipped_rules,
    shipped_text,
)
from desktop.workflow.errands import NEWEST, YearAsked
from desktop.workflow.home import NATION
from desktop.workflow.on_archive import OnArchive
from desktop.workflow.text_files import text_of

if TYPE_CHECKING:
    import pandas as pd

    from desktop.analysis.warnings.backtest import RuleRecord
    from desktop.analysis.warnings.results import WarningsReport
    from desktop.figures.received import DueReturn
    from desktop.figures.target import Target
    from desktop.workflow.bounded_figures import Bounded
    from desktop.workflow.kept_revisions import KeptRevisions
    from desktop.workflow.seen_books import SeenBooks
    from desktop.workflow.warning import Evidence

_OWN = "rules.toml"
"""What the office's own rules are called where something is amiss in them."""


class Watchfulness(OnArchive):
    """The errands on warnings; `Office` brings the archive, the clock, the user and the figures."""

    _revised: KeptRevisions
    _seen_books: SeenBooks

    def _due_lately(self, vintage: Vintage) -> list[DueReturn]:
        """What was expected by a vintage's day since the last return of each sender came."""
        raise NotImplementedError

    def _looked_at(self, vintage: Vintage, **wanted: Any) -> pd.DataFrame:
        """Give what the archive gives, kept until something of it changes."""
        raise NotImplementedError

    def _watched_figures(self, vintage: Vintage, year: int) -> Bounded | None:
        """Give totals of all years, items and markets of two; None without a total."""
        raise NotImplementedError

    def warnings(self, asked: YearAsked = NEWEST) -> WarningsReport:
        """Every warning as of a month, silenced ones too; `Refused` where nothing is held of it."""
        from desktop.workflow.warning import report  # noqa: PLC0415 - after first paint

        with self.archive.one_moment():
            overview = self.held_overview(asked)
            held = self._watched_figures(asked.vintage, overview.year)
            figures = held.frame if held else self._overview_figures(asked.vintage)
            return report(self._judged_by(asked.vintage, figures), overview)

    def warnings_within(
        self, asked: YearAsked = NEWEST, *, item: str, market: str
    ) -> WarningsReport:
        """Of `warnings` those that speak of a market, an item or both, either may be a group."""
        from desktop.analysis.warnings.narrowed import narrowed  # noqa: PLC0415 - as below

        return narrowed(self.warnings(asked), item=item, market=market)

    def try_warnings(
        self, first: Month | None = None, last: Month | None = None, vintage: Vintage = LATEST
    ) -> tuple[RuleRecord, ...]:
        """Say when each rule would have spoken in the months held, and what followed."""
        from desktop.workflow.warning import tried  # noqa: PLC0415 - as above

        overview = self.held_overview(YearAsked(vintage=vintage))
        figures = self._overview_figures(vintage)
        return tried(self._judged_by(vintage, figures), overview, first, last)

    # Silences --------------------------------------------------------------------------------

    def silence(self, rule: Rule, subject: str, months: int, reason: str) -> Silence:
        """Silence a warning that stands now, for so many months more; it needs a reason."""
        reason = " ".join(reason.split())
        if not reason:
            raise Refused(Finding(Severity.ERROR, "silence_without_reason"))
        report = self.warnings()
        standing = [(w.rule, w.subject) for w in report.warnings]
        if (rule, subject) not in standing:
            named = ", ".join(f"{r.value} {s}" for r, s in standing)
            raise Refused(
                Finding(Severity.ERROR, "warning_unknown", found=f"{rule.value} {subject}",
                        expected=named)
            )  # fmt: skip
        asked = Silence(rule, subject, report.through, report.through + months, reason)
        return self.archive.add_silence(asked, at=self._clock(), by=self._user)

    def silences(self, vintage: Vintage = LATEST) -> list[Silence]:
        """The silences that stand, oldest first."""
        return self.archive.silences(vintage)

    def lift_silence(self, number: int) -> None:
        """Let a warning be heard again; `Refused` where no such silence stands."""
        self.archive.lift_silence(number, at=self._clock(), by=self._user)

    # Rules -----------------------------------------------------------------------------------

    def rules(self, vintage: Vintage = LATEST) -> RulesInForce:
        """The rules in force: the office's own, or those that are shipped."""
        own = self.archive.rules(vintage)
        if own is None:
            return RulesInForce(shipped_rules())
        return RulesInForce(parsed(own.text, _OWN), own.set_at, own.set_by)

    def rules_text(self, vintage: Vintage = LATEST) -> str:
        """The rules in force as a file to be edited."""
        own = self.archive.rules(vintage)
        return shipped_text() if own is None else own.text

    def set_rules(self, path: Path) -> None:
        """Put the rules of a file in force; `Refused` names what is amiss in it."""
        text = text_of(path)
        refuse_slips(parsed(text, path.name), path.name)
        self.archive.set_rules(text, at=self._clock(), by=self._user)

    def _known_targets(self, vintage: Vintage) -> list[Target]:
        """Give the targets on record; the nation's of past years where its trade is held."""
        home, kept = self.home(vintage), self.archive.targets(vintage)
        return [*(past_targets() if home == NATION else ()), *map(home.inside, kept)]

    def _judged_by(self, vintage: Vintage, figures: pd.DataFrame) -> Evidence:
        from desktop.workflow.warning import Evidence  # noqa: PLC0415 - as above

        return Evidence(
            targets=partial(self._known_targets, vintage),
            vintage=vintage,
            ask=partial(self._looked_at, vintage),
            lay=partial(self._seen_books.of, first_release=vintage.first_release),
            overview=figures,
            in_force=self.rules(vintage),
            silences=self.silences(vintage),
            due=partial(self._due_lately, vintage),
            today=vintage.today(self._clock().date()),
            revised=self._revised,
        )
