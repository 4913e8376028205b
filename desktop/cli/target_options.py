"""The options of a target: what is asked for, of what, in which months; read as officials type."""

from __future__ import annotations

from typing import Any

import click

from desktop.cli.options import Command
from desktop.cli.session import Session
from desktop.cli.typed import DAY, MONTH, YEAR
from desktop.figures.finding import Finding, Refused
from desktop.figures.finding_texts import in_words
from desktop.figures.merged_provinces import merger_doubt
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.series import NATIONAL, TOTAL, TRADE, WORLD, Flow
from desktop.figures.target import FRACTIONS, LEAST_GROWTH, Target, TargetMeasure
from desktop.figures.target_names import flow_of_item, item_code, market_code, province_code
from desktop.figures.target_split import Split, split_of
from desktop.figures.target_typing import amounts
from desktop.figures.wording import N_, language


class AmountParameter(click.ParamType[tuple[float, float]]):
    """What is asked for, or a range of it: ``12%``, ``15-16%``; ``454.2`` billion US dollars."""

    def __init__(self, measure: TargetMeasure) -> None:
        """Read amounts of a measure."""
        self.measure = measure
        self.name = "PERCENT" if measure in FRACTIONS else "BILLION USD"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[float, float]:
        """Parse, or fail as a usage error that names both readings where there are two."""
        if isinstance(value, tuple):
            return value
        try:
            return amounts(value, self.measure)
        except Refused as refusal:
            session = ctx.find_object(Session) if ctx else None
            spoken = session.language if session else language("en")
            found = refusal.findings[0]
            self.fail(in_words(found, spoken), param, ctx)


class SplitParameter(click.ParamType[Split]):
    """How a target is split: item, group:SCHEME, market, bloc:SCHEME, province."""

    name = "SPLIT"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Split:
        """Parse, or fail as a usage error."""
        if isinstance(value, Split):
            return value
        found = split_of(value)
        if found is None:
            session = ctx.find_object(Session) if ctx else None
            spoken = session.language if session else language("en")
            said = N_("{value} is no split: item, group:SCHEME, market, bloc:SCHEME or province")
            self.fail(spoken._(said, value=value), param, ctx)
        return found


SPLIT = SplitParameter()
GROWTH, VALUE, SURPLUS, SHARE = (AmountParameter(measure) for measure in TargetMeasure)


def of_a_target(command: Command) -> Command:
    """Add the options that state a target."""
    for option in reversed((
        click.option("--year", type=YEAR, help=N_("The year it is for.")),
        click.option("--from", "start", type=MONTH, help=N_("Its first month, of other months.")),
        click.option("--to", "end", type=MONTH, help=N_("Its last month, at most a year on.")),
        click.option("--growth", type=GROWTH, help=N_("Growth on the year before: 12% or 15-16%.")),
        click.option("--value", type=VALUE, help=N_("Value of the period, billion USD: 454.2.")),
        click.option("--surplus", type=SURPLUS, help=N_("Exports less imports, billion USD: 30.")),
        click.option("--share", type=SHARE, help=N_("Share of the flow's whole: 15%.")),
        click.option("--high-growth", type=GROWTH, help=N_("Upper end of a growth range.")),
        click.option("--high-value", type=VALUE, help=N_("Upper end of a range, billion USD.")),
        click.option("--flow", type=click.Choice([f.value for f in TRADE]),
                     help=N_("Exports or imports; by default whose the item is, or exports.")),
        click.option("--item", help=N_("An item or group, by code or name: COFFEE, MARD/FISHERY.")),
        click.option("--market", help=N_("A market or a bloc, by code or name: US, FTA/CPTPP.")),
        click.option("--province", help=N_("A province, by name.")),
        click.option("--base-as-of", type=DAY,
                     help=N_("The day as of which its base counts; by default the newest.")),
        click.option("--document", default="", help=N_("The document that sets it.")),
        click.option("--issued-on", type=DAY, help=N_("The day of the document.")),
    )):  # fmt: skip
        command = option(command)
    return command


def target_of(session: Session, given: dict[str, Any]) -> Target:
    """Make a target of the options given; raises a usage error where they contradict."""
    measure, low, high = _amount(session, given)
    start, months = _months(session, given)
    item, market, province = given["item"], given["market"], given["province"]
    flow = Flow.BALANCE if measure is TargetMeasure.SURPLUS else _flow(given["flow"], item)
    return Target(
        flow, measure, start.year, low, high,
        item_code(item, flow) if item else TOTAL,
        market_code(market) if market else WORLD,
        given["document"],
        given["issued_on"],
        province=province_code(province, start + (months - 1)) if province else NATIONAL,
        first_month=start.number,
        months=months,
        base_as_of=given["base_as_of"],
    )  # fmt: skip


def _flow(named: str | None, item: str | None) -> Flow:
    if named:
        return Flow(named)
    return flow_of_item(item) if item else Flow.EXPORT


def merger(given: dict[str, Any]) -> list[Finding]:
    """Doubt a province that is another since the mergers."""
    start = given["start"] or Month(given["year"], 1)
    last = given["end"] or start + (MONTHS_PER_YEAR - 1)
    doubt = merger_doubt(given["province"] or "", last, given["issued_on"])
    return [doubt] if doubt else []


def _amount(session: Session, given: dict[str, Any]) -> tuple[TargetMeasure, float, float]:
    say = session.language._
    stated = [m for m in TargetMeasure if given[m.value] is not None]
    if len(stated) != 1:
        raise click.UsageError(say("Give one of --growth, --value, --surplus and --share."))
    measure = stated[0]
    low, high = given[measure.value]
    tops = {m: given.get(f"high_{m.value}") for m in TargetMeasure}
    if any(top for m, top in tops.items() if m is not measure):
        raise click.UsageError(say("The upper end of a range is stated as its lower end is."))
    top = tops[measure]
    high = top[1] if top else high
    positive = measure is not TargetMeasure.VALUE or low > 0
    if not positive or high < low or (measure in FRACTIONS and not low > LEAST_GROWTH):
        raise click.UsageError(
            say("A value is above zero, a growth above −100%, and a range ends after it starts.")
        )
    return measure, low, high


def _months(session: Session, given: dict[str, Any]) -> tuple[Month, int]:
    year, start, end = given["year"], given["start"], given["end"]
    if year is not None and start is None and end is None:
        return Month(year, 1), MONTHS_PER_YEAR
    if year is None and start is not None and end is not None:
        months = end - start + 1
        if 1 <= months <= MONTHS_PER_YEAR:
            return start, months
    raise click.UsageError(
        session.language._("Give --year, or --from and --to with at most twelve months.")
    )
